#include "ui/widgets/EmptyState.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QVBoxLayout>

namespace foyer {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new Icon(Glyph::None, Tone::Accent, 2.4, Icon::Style::Plain, this)),
      m_title(new Label(TypeRole::Title, this)), m_text(new Label(TypeRole::Body, this))
{
    m_text->setTone(Tone::Soft);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    for (Label *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addStretch(3);
}

void EmptyState::set(Glyph glyph, const QString &title, const QString &text)
{
    m_icon->set(glyph, Tone::Accent);
    m_icon->setVisible(glyph != Glyph::None);
    m_title->setText(title);
    m_text->setText(text);
}

} // namespace foyer
