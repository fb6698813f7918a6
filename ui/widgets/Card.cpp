#include "ui/widgets/Card.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"

#include <QEvent>
#include <QPainter>

namespace foyer
{

Card::Card(QWidget *parent) : Card(Look::Surface, 4, parent) {}

Card::Card(Look look, int padding, QWidget *parent) : QWidget(parent), m_look(look), m_padding(padding)
{
    const int margin = FoyerStyle::of(this).space(m_padding);
    setContentsMargins(margin, margin, margin, margin);
}

void Card::setBorder(std::optional<Tone> tone)
{
    m_border = tone;
    update();
}

bool Card::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        const int margin = FoyerStyle::of(this).space(m_padding);
        setContentsMargins(margin, margin, margin, margin);
    }
    return QWidget::event(event);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    QColor border = m_border ? theme.tone(*m_border) : QColor();
    if (!border.isValid() && theme.kind() == ThemeKind::HighContrast)
        border = c.line; // surfaces are told apart by their edge there
    paintPanel(
        painter, rect(), theme.radius(), m_look == Look::Surface ? c.surface : c.raised, border, 1.5 * theme.stroke());
}

} // namespace foyer
