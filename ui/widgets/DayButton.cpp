#include "ui/widgets/DayButton.h"

#include "ui/theme/TextBlock.h"

#include <QPainter>

namespace foyer {

namespace {
constexpr int dotsMax = 3;
}

DayButton::DayButton(int day, QWidget *parent) : Pressable(parent), m_day(day)
{
    setCheckable(true);
    setText(QString::number(day));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // seven equal columns
}

void DayButton::setMark(const DayMark &mark)
{
    m_mark = mark;
    setAccessibleName(mark.spoken.isEmpty() ? text() : mark.spoken);
    setEnabled(!mark.performances.isEmpty());
    update();
}

QSize DayButton::sizeHint() const
{
    const bool wide = window()->width() > window()->height(); // there six weeks lie beside the day's list
    const int height = qCeil(QFontMetricsF(theme().font(TypeRole::Body)).height()) + theme().space(wide ? 3 : 7);
    return QSize(height, height).expandedTo(minimumSizeHint());
}

void DayButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = theme().colors();
    ButtonState look = state();
    look.chosen = false; // filled instead
    const bool offered = isEnabled();
    if (offered)
        paintButton(painter, theme(), rect(), theme().radius() * 0.75,
            isChecked() ? ButtonLook::Primary : ButtonLook::Raised, look);
    const QColor ink = !offered ? c.softInk : isChecked() ? c.onAccent : c.ink;
    const QFont font = theme().font(TypeRole::Body, offered ? Weight::Strong : Weight::Regular);
    const QFontMetricsF metrics(font);
    const double dots = offered ? theme().space(2) : 0;
    const double baseline = (height() - dots + metrics.ascent() - metrics.descent()) / 2;
    drawTabular(painter, {(width() - tabularWidth(text(), font)) / 2, baseline}, text(), font, ink);
    if (offered)
        paintDots(painter, baseline + metrics.descent(), ink);
}

void DayButton::paintDots(QPainter &painter, double top, const QColor &onFill) const
{
    const int count = qMin(dotsMax, int(m_mark.performances.size()));
    const double side = qMax(9.0, theme().font(TypeRole::Caption).pixelSize() * 0.42), gap = side * 0.45;
    double x = (width() - count * side - (count - 1) * gap) / 2;
    for (int i = 0; i < count; ++i, x += side + gap) {
        const Availability state = m_mark.performances[i];
        const Tone tone = state == Availability::OnSale ? Tone::Accent : toneOf(state);
        paintAvailability(painter, state, {x, top, side, side}, isChecked() ? onFill : theme().tone(tone));
    }
}

} // namespace foyer
