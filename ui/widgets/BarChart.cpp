#include "ui/widgets/BarChart.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"
#include "ui/widgets/BarChartAccessible.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

namespace foyer {

namespace {
constexpr int columnsFitAlways = 24; ///< a day's hours: they become narrow rather than go out of sight
constexpr double labelShareMax = 0.5;
constexpr int measured = 100; ///< bars; of thousands the first say how wide the others are
} // namespace

/// Where zero is and how far an amount reaches, in pixels.
struct BarChart::Scale {
    QRectF area; ///< of the bars alone
    double zero = 0, perUnit = 0;
    double labelWidth = 0, valueWidth = 0; ///< of rows
};

BarChart::BarChart(QWidget *parent) : QWidget(parent)
{
    QAccessible::installFactory(barChartAccessible);
    setFocusPolicy(Qt::StrongFocus);
}

void BarChart::setBars(const QList<Bar> &bars, Shape shape)
{
    m_bars = bars;
    m_shape = shape;
    m_current = std::min(m_current, int(bars.size()) - 1);
    m_first = 0;
    follow();
    update();
    QAccessibleTableModelChangeEvent changed(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT sightChanged();
}

void BarChart::setCurrent(int bar)
{
    bar = std::clamp(bar, -1, int(m_bars.size()) - 1);
    if (bar == m_current)
        return;
    m_current = bar;
    follow();
    update();
    if (hasFocus() && bar >= 0) {
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(bar);
        QAccessible::updateAccessibility(&focused);
    }
    Q_EMIT currentChanged(bar);
}

QString BarChart::nameOf(int bar) const
{
    return bar >= 0 && bar < m_bars.size() ? QStringLiteral("%1: %2").arg(m_bars[bar].label, m_bars[bar].value)
                                           : QString();
}

int BarChart::step() const
{
    const Theme &theme = FoyerStyle::of(this);
    if (m_shape == Shape::Rows)
        return qCeil(QFontMetricsF(theme.font(TypeRole::Caption)).height()) + theme.space(2);
    const int count = std::clamp(int(m_bars.size()), 1, columnsFitAlways);
    return std::clamp(width() / count, 1, theme.space(20));
}

int BarChart::fitting() const { return std::max(1, (m_shape == Shape::Rows ? height() : width()) / step()); }

void BarChart::showFrom(int bar)
{
    m_first = std::clamp(bar, 0, std::max(0, int(m_bars.size()) - fitting()));
    update();
}

void BarChart::follow()
{
    if (m_current >= 0 && m_current < m_first)
        showFrom(m_current);
    else if (m_current >= m_first + fitting())
        showFrom(m_current - fitting() + 1);
}

QRect BarChart::rectOf(int bar) const
{
    const int place = bar - m_first;
    if (bar < 0 || bar >= m_bars.size() || place < 0 || place >= fitting())
        return {};
    return m_shape == Shape::Rows ? QRect(0, place * step(), width(), step())
                                  : QRect(place * step(), 0, step(), height());
}

int BarChart::barAt(const QPoint &at) const
{
    const int bar = m_first + (m_shape == Shape::Rows ? at.y() : at.x()) / step();
    return rect().contains(at) && bar < m_bars.size() ? bar : -1;
}

BarChart::Scale BarChart::scale() const
{
    const Theme &theme = FoyerStyle::of(this);
    const QFont caption = theme.font(TypeRole::Caption);
    const QFont widest = theme.font(TypeRole::Caption, Weight::Strong); // of the one in front
    Scale scale;
    double least = 0, most = 0;
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        least = std::min(least, bar.amount);
        most = std::max(most, bar.amount);
        if (m_shape == Shape::Rows && i < measured) {
            scale.labelWidth = std::max(scale.labelWidth, QFontMetricsF(widest).horizontalAdvance(bar.label.left(99)));
            scale.valueWidth = std::max(scale.valueWidth, tabularWidth(bar.value, widest));
        }
    }
    const double gap = theme.space(2);
    if (m_shape == Shape::Rows) {
        scale.labelWidth = std::min(scale.labelWidth, width() * labelShareMax);
        scale.area = QRectF(rect()).adjusted(gap + scale.labelWidth + gap, 0, -(gap + scale.valueWidth + gap), 0);
    } else {
        const double line = QFontMetricsF(caption).height();
        scale.area = QRectF(rect()).adjusted(0, line + gap, 0, -(line + gap));
    }
    const double length = m_shape == Shape::Rows ? scale.area.width() : scale.area.height();
    scale.perUnit = most > least ? std::max(0.0, length) / (most - least) : 0;
    scale.zero = m_shape == Shape::Rows ? scale.area.left() - least * scale.perUnit
                                        : scale.area.bottom() + least * scale.perUnit;
    return scale;
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = FoyerStyle::of(this);
    const Scale scale = this->scale();
    painter.setPen(QPen(theme.colors().hairline, std::max(1, theme.stroke() / 2)));
    if (m_shape == Shape::Columns && !m_bars.isEmpty())
        painter.drawLine(QPointF(0, scale.zero), QPointF(width(), scale.zero));
    for (int bar = m_first; bar < std::min(int(m_bars.size()), m_first + fitting()); ++bar) {
        if (hasFocus() && bar == m_current)
            paintFocusRing(painter, theme, rectOf(bar), theme.radius() / 2.0);
        if (m_shape == Shape::Rows)
            paintRow(painter, bar, scale);
        else
            paintColumn(painter, bar, scale);
    }
}

void BarChart::paintRow(QPainter &painter, int index, const Scale &scale) const
{
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    const Bar &bar = m_bars[index];
    const QRectF place = rectOf(index);
    const QFont font = theme.font(TypeRole::Caption, index == m_current ? Weight::Strong : Weight::Regular);
    const QFontMetricsF metrics(font);
    const double baseline = place.center().y() + (metrics.ascent() - metrics.descent()) / 2, gap = theme.space(2);
    painter.setFont(font);
    painter.setPen(c.ink);
    painter.drawText(QPointF(gap, baseline),
        elidedBeforeEnd(bar.label.left(999).simplified(), QFontMetrics(font), qCeil(scale.labelWidth) + 1));
    const double length = bar.amount * scale.perUnit, thickness = std::max(2.0, place.height() * 0.56);
    const QRectF shape = QRectF(scale.zero, place.center().y() - thickness / 2, length, thickness).normalized();
    paintPanel(painter, shape, std::min(shape.width(), shape.height()) / 4, bar.amount < 0 ? c.bad : c.accent);
    drawTabular(painter, {width() - gap - tabularWidth(bar.value, font), baseline}, bar.value, font, c.softInk);
}

void BarChart::paintColumn(QPainter &painter, int index, const Scale &scale) const
{
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    const Bar &bar = m_bars[index];
    const QRectF place = rectOf(index);
    const QFont font = theme.font(TypeRole::Caption, index == m_current ? Weight::Strong : Weight::Regular);
    const QFontMetricsF metrics(font);
    const double thickness = std::max(2.0, place.width() * 0.62), length = bar.amount * scale.perUnit;
    const QRectF shape = QRectF(place.center().x() - thickness / 2, scale.zero, thickness, -length).normalized();
    paintPanel(painter, shape, std::min(shape.width(), shape.height()) / 4, bar.amount < 0 ? c.bad : c.accent);
    const auto middle = [&](const QString &text) { // beyond the edge it would be cut
        const double left = place.center().x() - tabularWidth(text, font) / 2;
        return std::clamp(left, 0.0, std::max(0.0, width() - tabularWidth(text, font)));
    };
    if (tabularWidth(bar.label, font) <= place.width() || index == m_current || (index - m_first) % 3 == 0)
        drawTabular(painter, {middle(bar.label), height() - metrics.descent()}, bar.label, font, c.softInk);
    const bool isTold = tabularWidth(bar.value, font) <= place.width() || index == m_current;
    if (isTold && bar.amount != 0)
        drawTabular(painter, {middle(bar.value), std::max(metrics.ascent(), shape.top() - metrics.descent() - 1)},
            bar.value, font, c.ink);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const bool isRows = m_shape == Shape::Rows;
    const int key = event->key();
    if (key == (isRows ? Qt::Key_Down : Qt::Key_Right))
        setCurrent(m_current + 1);
    else if (key == (isRows ? Qt::Key_Up : Qt::Key_Left))
        setCurrent(std::max(0, m_current - 1));
    else if (key == Qt::Key_Home)
        setCurrent(0);
    else if (key == Qt::Key_End)
        setCurrent(int(m_bars.size()) - 1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0)
        Q_EMIT opened(m_current);
    else
        QWidget::keyPressEvent(event);
}

void BarChart::mousePressEvent(QMouseEvent *event) { setCurrent(barAt(event->pos())); }

void BarChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int bar = barAt(event->pos()); bar >= 0)
        Q_EMIT opened(bar);
}

void BarChart::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        showFrom(m_first + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

void BarChart::resizeEvent(QResizeEvent *)
{
    showFrom(m_first);
    follow();
    Q_EMIT sightChanged();
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0);
}

QSize BarChart::sizeHint() const
{
    const Theme &theme = FoyerStyle::of(this);
    return {theme.space(60), theme.space(30)};
}

QSize BarChart::minimumSizeHint() const
{
    const Theme &theme = FoyerStyle::of(this);
    return {theme.space(30), theme.space(16)};
}

} // namespace foyer
