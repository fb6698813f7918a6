#include "ui/widgets/SeatMapAccessible.h"

#include "ui/widgets/SeatMapView.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace foyer {

namespace {

constexpr qsizetype mostKept = 4'096; // a reader that walks a stadium doesn't leave one behind for every seat

class SeatAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SeatAccessible(SeatMapView &map, SeatIndex seat) : m_map(&map), m_seat(seat) {}

    bool isValid() const override { return m_map && m_map->plan() && m_map->plan()->contains(m_seat); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_map ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_map); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::CheckBox; }

    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name && isValid() ? m_map->nameOf(m_seat) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const QRect place = isValid() ? m_map->rectOf(m_seat) : QRect();
        return place.isEmpty() ? place : QRect(m_map->mapToGlobal(place.topLeft()), place.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const SeatLook look = m_map->markOf(m_seat).look;
        state.checkable = true;
        state.checked = look == SeatLook::Yours;
        state.disabled = look == SeatLook::Taken;
        state.focusable = true;
        state.focused = m_map->hasFocus() && m_map->currentSeat() == m_seat;
        state.offscreen = !m_map->rect().intersects(m_map->rectOf(m_seat));
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
        m_map->setCurrentSeat(m_seat);
        if (action == pressAction())
            Q_EMIT m_map->seatTapped(m_seat);
        else if (action == setFocusAction())
            m_map->setFocus(Qt::OtherFocusReason);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<SeatMapView> m_map;
    SeatIndex m_seat;
};

/// The map's buttons first, then its seats in the plan's order.
class MapAccessible final : public QAccessibleWidget
{
public:
    explicit MapAccessible(SeatMapView &map) : QAccessibleWidget(&map, QAccessible::Grouping), m_map(map) {}
    ~MapAccessible() override { forget(); }
    Q_DISABLE_COPY_MOVE(MapAccessible)

    int childCount() const override
    {
        return QAccessibleWidget::childCount() + (m_map.plan() ? m_map.plan()->seatCount() : 0);
    }
    QAccessibleInterface *child(int index) const override
    {
        const int buttons = QAccessibleWidget::childCount();
        return index < buttons ? QAccessibleWidget::child(index) : seat(SeatIndex{index - buttons});
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto kept = m_seats.begin(); kept != m_seats.end(); ++kept)
            if (QAccessible::accessibleInterface(kept.value()) == child)
                return QAccessibleWidget::childCount() + indexOf(kept.key());
        return QAccessibleWidget::indexOfChild(child);
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (QAccessibleInterface *button = QAccessibleWidget::childAt(x, y))
            return button;
        const auto at = m_map.seatAt(m_map.mapFromGlobal(QPoint(x, y)));
        return at ? seat(*at) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto current = m_map.currentSeat();
        return m_map.hasFocus() && current ? seat(*current) : QAccessibleWidget::focusChild();
    }

private:
    QAccessibleInterface *seat(SeatIndex seat) const
    {
        if (!m_map.plan() || !m_map.plan()->contains(seat))
            return nullptr;
        if (const auto kept = m_seats.constFind(seat); kept != m_seats.constEnd())
            return QAccessible::accessibleInterface(kept.value());
        if (m_seats.size() >= mostKept)
            forget();
        auto *made = new SeatAccessible(m_map, seat); // the register owns it
        m_seats.insert(seat, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_seats))
            QAccessible::deleteAccessibleInterface(id);
        m_seats.clear();
    }

    SeatMapView &m_map;
    mutable QHash<SeatIndex, QAccessible::Id> m_seats;
};

} // namespace

QAccessibleInterface *seatMapAccessible(const QString &, QObject *object)
{
    auto *map = qobject_cast<SeatMapView *>(object);
    return map ? new MapAccessible(*map) : nullptr;
}

} // namespace foyer
