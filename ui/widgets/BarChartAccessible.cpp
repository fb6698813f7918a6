#include "ui/widgets/BarChartAccessible.h"

#include "ui/widgets/BarChart.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWindow>

namespace foyer {

namespace {
class BarAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BarAccessible(BarChart &chart, int bar) : m_chart(&chart), m_bar(bar) {}

    bool isValid() const override { return m_chart && m_bar < m_chart->bars().size(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_chart ? m_chart->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name && isValid() ? m_chart->nameOf(m_bar) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const QRect place = isValid() ? m_chart->rectOf(m_bar) : QRect();
        return place.isEmpty() ? place : QRect(m_chart->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.selectable = true;
        state.selected = isValid() && m_chart->current() == m_bar;
        state.focused = state.selected && m_chart->hasFocus();
        state.offscreen = isValid() && m_chart->rectOf(m_bar).isEmpty();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        m_chart->setCurrent(m_bar);
        if (action == pressAction())
            Q_EMIT m_chart->opened(m_bar);
        else if (action == setFocusAction())
            m_chart->setFocus(Qt::OtherFocusReason);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<BarChart> m_chart;
    int m_bar;
};

class ChartAccessible final : public QAccessibleWidget
{
public:
    explicit ChartAccessible(BarChart &chart) : QAccessibleWidget(&chart, QAccessible::Chart), m_chart(chart) {}
    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_bars))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(ChartAccessible)

    int childCount() const override { return int(m_chart.bars().size()); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto kept = m_bars.constFind(index); kept != m_bars.constEnd())
            return QAccessible::accessibleInterface(kept.value());
        auto *made = new BarAccessible(m_chart, index); // the register owns it
        m_bars.insert(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto kept = m_bars.begin(); kept != m_bars.end(); ++kept)
            if (QAccessible::accessibleInterface(kept.value()) == child)
                return kept.key();
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_chart.barAt(m_chart.mapFromGlobal(QPoint(x, y))));
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_chart.hasFocus() ? child(m_chart.current()) : nullptr;
    }

private:
    BarChart &m_chart;
    mutable QHash<int, QAccessible::Id> m_bars;
};
} // namespace

QAccessibleInterface *barChartAccessible(const QString &, QObject *object)
{
    auto *chart = qobject_cast<BarChart *>(object);
    return chart ? new ChartAccessible(*chart) : nullptr;
}

} // namespace foyer
