#include "ui/widgets/Countdown.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <algorithm>

namespace foyer
{

Countdown::Countdown(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Countdown::setWording(const QString &pattern)
{
    m_pattern = pattern;
    updateGeometry();
    update();
}

void Countdown::setRemaining(std::chrono::seconds remaining, std::chrono::seconds whole)
{
    const qsizetype lengthBefore = text().size();
    m_remaining = std::max(remaining, std::chrono::seconds(0));
    m_whole = std::max(whole, std::chrono::seconds(1));
    setAccessibleName(text());
    if (text().size() != lengthBefore) // digits have equal cells: only their number changes the width
        updateGeometry();
    update();
}

QString Countdown::text() const
{
    const auto seconds = m_remaining.count();
    return m_pattern.arg(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0')));
}

QFont Countdown::textFont() const
{
    return FoyerStyle::of(this).font(TypeRole::Caption, Weight::Strong);
}
int Countdown::ringSize() const
{
    return qRound(textFont().pixelSize() * 1.9);
}

QSize Countdown::sizeHint() const
{
    const int words = qCeil(tabularWidth(text(), textFont()));
    return {ringSize() + FoyerStyle::of(this).space(2) + words + 1, ringSize()};
}

void Countdown::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    const double stroke = ringSize() * (isUrgent() ? 0.16 : 0.11); // urgency is shape as well as colour
    const QRectF ring = QRectF(0, (height() - ringSize()) / 2.0, ringSize(), ringSize())
                            .adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.setPen(QPen(theme.kind() == ThemeKind::HighContrast ? c.raised : c.hairline, stroke));
    painter.drawEllipse(ring);
    painter.setPen(QPen(isUrgent() ? c.warn : c.accent, stroke, Qt::SolidLine, Qt::RoundCap));
    const double share = std::min(1.0, double(m_remaining.count()) / double(m_whole.count()));
    painter.drawArc(ring, 90 * 16, qRound(-360 * 16 * share));
    const QFontMetricsF metrics(textFont());
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    drawTabular(
        painter, {double(ringSize() + theme.space(2)), baseline}, text(), textFont(), isUrgent() ? c.warn : c.ink);
}

} // namespace foyer
