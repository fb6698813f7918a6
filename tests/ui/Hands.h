#pragma once

#include "Misfits.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Pressable.h"
#include "ui/widgets/SeatMapView.h"

#include <QAccessible>
#include <QApplication>
#include <QDeadlineTimer>
#include <QKeySequence>
#include <QPointingDevice>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QTest>

namespace foyer::test {

constexpr int patienceMs = 15'000, settleMs = 1'000;

/// A text as it stands on the screen in the language in use, whatever is filled in.
inline QRegularExpression words(const char *screen, const char *source, int n = -1)
{
    const QString said = QCoreApplication::translate(screen, source, nullptr, n);
    return QRegularExpression(QRegularExpression::escape(said).replace(QStringLiteral("\\%1"), QStringLiteral(".+")));
}
inline QRegularExpression continueWith(int seats)
{
    return words("foyer::SeatsScreen", "Continue with %n seat(s)", seats);
}

inline bool isColored(const QImage &picture, const QPoint &at, const QColor &color)
{
    return picture.rect().contains(at) && picture.pixel(at) == color.rgb();
}

inline int pixels(const QImage &picture, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            found += isColored(picture, {x, y}, color);
    return found;
}

/// One way of using the kiosk's window, and nothing but that way.
class Hands
{
public:
    explicit Hands(KioskWindow &window) : m_window(window) {}
    virtual ~Hands() = default;
    Q_DISABLE_COPY_MOVE(Hands)

    /// Presses what is called so once it is there; says its whole name, or nothing when it never came.
    virtual QString press(const QRegularExpression &name) = 0;
    virtual bool chooseTwoSeats() = 0;
    virtual QStringList complaints() const { return {}; }

protected:
    KioskWindow &m_window;
};

/// Taps and drags on the window's surface, aimed by what its picture shows.
class Fingers final : public Hands
{
public:
    using Hands::Hands;

    QString press(const QRegularExpression &name) override
    {
        QWidget *button = nullptr;
        if (!QTest::qWaitFor([&] { return (button = named(name)) != nullptr; }, patienceMs) || !bringIntoSight(*button))
            return {};
        const QString whole = spokenName(button);
        tap(placeOf(*button).center());
        return whole;
    }

    bool chooseTwoSeats() override
    {
        for (int seats = 1; seats <= 2; ++seats) {
            const int marked = accentOnMap();
            for (int taps = 0; taps < 4 && accentOnMap() <= marked; ++taps) { // the first ones only lead closer
                std::optional<QPoint> at;
                if (!QTest::qWaitFor([&] { return (at = freeSeat()).has_value(); }, patienceMs))
                    return false;
                tap(*at);
                QTest::qWait(50);
            }
            if (!QTest::qWaitFor([&] { return named(continueWith(seats)) != nullptr; }, patienceMs))
                return false;
        }
        return true;
    }

    bool sees(const QRegularExpression &name) const { return named(name) != nullptr; }

private:
    QWidget *named(const QRegularExpression &name) const
    {
        for (Pressable *button : m_window.findChildren<Pressable *>())
            if (button->isVisible() && button->isEnabled() && name.match(spokenName(button)).hasMatch())
                return button;
        return nullptr;
    }
    QRect placeOf(const QWidget &widget) const { return {widget.mapTo(&m_window, QPoint()), widget.size()}; }

    bool bringIntoSight(QWidget &widget)
    {
        QRect seen;
        for (int looks = 0; looks < 60; ++looks) {
            QTest::qWait(20);
            const QRect place = placeOf(widget);
            if (std::exchange(seen, place) != place)
                continue; // nobody aims at what moves
            if (m_window.childAt(place.center()) == &widget)
                return true;
            drag(widget);
        }
        return false;
    }

    /// Whatever scrolls around it, half a page at most, until it has come to rest.
    void drag(const QWidget &widget)
    {
        for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
            const auto *area = qobject_cast<QScrollArea *>(parent);
            if (!area || area->verticalScrollBar()->maximum() == 0)
                continue;
            const QRect page = placeOf(*area->viewport());
            const int reach = page.height() / 4;
            const int by = qBound(-reach, placeOf(widget).center().y() - page.center().y(), reach);
            constexpr int moves = 20;
            touch().press(0, page.center() + QPoint(0, by), &m_window);
            for (int i = 0; i <= moves; ++i) {
                QTest::qWait(5);
                touch().move(0, page.center() + QPoint(0, by - 2 * by * i / moves), &m_window);
            }
            QTest::qWait(100); // a hand that aims stands still before it lifts: nothing is flung
            touch().move(0, page.center() - QPoint(0, by), &m_window);
            touch().release(0, page.center() - QPoint(0, by), &m_window);
            const QScroller *scroller = QScroller::scroller(area->viewport());
            if (QTest::qWaitFor([&] { return scroller->state() == QScroller::Inactive; }))
                return;
        }
    }

    void tap(const QPoint &at)
    {
        touch().press(0, at, &m_window);
        touch().release(0, at, &m_window);
    }
    QTest::QTouchEventWidgetSequence touch()
    {
        static QPointingDevice *const screen = QTest::createTouchDevice();
        return QTest::touchEvent(&m_window, screen);
    }

    bool isFreeSeat(const QImage &picture, const QPoint &at) const
    {
        const auto &categories = FoyerStyle::of(&m_window).colors().categories;
        return std::any_of(categories.begin(), categories.end(),
            [&](const QColor &category) { return isColored(picture, at, category); });
    }

    QRect placeOfMap() const ///< as much of it as is in sight
    {
        const auto *map = m_window.findChild<SeatMapView *>();
        const QRect seen = map && map->isVisible() ? map->visibleRegion().boundingRect() : QRect();
        return seen.isEmpty() ? seen : QRect(map->mapTo(&m_window, seen.topLeft()), seen.size());
    }

    /// How much of the map is drawn as one's own seats are.
    int accentOnMap() const
    {
        const QRect place = placeOfMap();
        const QImage picture = place.isEmpty() ? QImage() : m_window.grab(place).toImage();
        return pixels(picture, FoyerStyle::of(&m_window).colors().accent);
    }

    /// The spot nearest to the map's middle that is coloured as free seats are, once the map stands still.
    std::optional<QPoint> freeSeat()
    {
        const QRect place = placeOfMap();
        const QImage picture = place.isEmpty() ? QImage() : m_window.grab(place).toImage();
        if (std::exchange(m_seen, picture) != picture || picture.isNull())
            return std::nullopt;
        const QPoint middle = picture.rect().center();
        for (int far = 0; far < std::max(picture.width(), picture.height()) / 2; ++far)
            for (int along = -far; along <= far; ++along)
                for (const QPoint step :
                    {QPoint(along, -far), QPoint(along, far), QPoint(-far, along), QPoint(far, along)})
                    if (isFreeSeat(picture, middle + step))
                        return place.topLeft() + middle + step;
        return std::nullopt;
    }

    QImage m_seen; ///< the map at the last look
};

/// Keys alone, told only what the focus is called; at every key somebody who sees must see where the focus is.
class Keys final : public Hands
{
public:
    using Hands::Hands;

    QString press(const QRegularExpression &name) override
    {
        const QString whole = walkTo(name);
        if (!whole.isEmpty())
            key(std::exchange(m_withSpace, !m_withSpace) ? Qt::Key_Space : Qt::Key_Return);
        return whole;
    }

    bool chooseTwoSeats() override
    {
        if (walkTo(words("foyer::SeatsScreen", "Seat map")).isEmpty())
            return false;
        for (const Qt::Key each : {Qt::Key_Right, Qt::Key_Return, Qt::Key_Right, Qt::Key_Space})
            key(each);
        return !walkTo(continueWith(2)).isEmpty();
    }

    QStringList complaints() const override { return m_complaints; }

private:
    QString walkTo(const QRegularExpression &name)
    {
        const QDeadlineTimer patience(patienceMs);
        while (!name.match(focus()).hasMatch()) {
            if (patience.hasExpired())
                return {};
            key(Qt::Key_Tab);
        }
        return focus();
    }
    static QString focus() { return QApplication::focusWidget() ? spokenName(QApplication::focusWidget()) : QString(); }

    void key(Qt::Key key)
    {
        QTest::keyClick(m_window.windowHandle(), key); // to a widget it would pass the focus by
        QString complaint;
        const auto isSeen = [&] { return (complaint = lookForFocus()).isEmpty(); };
        if (!QTest::qWaitFor(isSeen, settleMs)) // a step that has just come is still being read
            m_complaints.append(complaint + QStringLiteral(" after ") + QKeySequence(key).toString());
    }

    /// A step that comes has the focus as a whole, where reading starts; what a key leads to wears a ring.
    QString lookForFocus() const
    {
        QWidget *focused = QApplication::focusWidget();
        if (!focused || !focused->isVisible() || focused->visibleRegion().isEmpty())
            return QStringLiteral("the focus '%1' isn't seen").arg(focus());
        const QRect seen = focused->visibleRegion().boundingRect();
        if (focused->focusPolicy() == Qt::NoFocus)
            return {};
        if (qobject_cast<Pressable *>(focused) && seen != focused->rect())
            return QStringLiteral("'%1' is seen in part only").arg(focus());
        const QImage picture = m_window.grab({focused->mapTo(&m_window, seen.topLeft()), seen.size()}).toImage();
        if (pixels(picture, FoyerStyle::of(&m_window).colors().focus) > 0)
            return {};
        return QStringLiteral("'%1' wears no ring").arg(focus());
    }

    bool m_withSpace = false;
    QStringList m_complaints;
};

/// What a screen reader or a switch does: finds by role and name, and asks for the action.
class ScreenReader final : public Hands
{
public:
    using Hands::Hands;

    QString press(const QRegularExpression &name) override
    {
        QAccessibleInterface *button = nullptr;
        if (!QTest::qWaitFor([&] { return (button = find(root(), name)) != nullptr; }, patienceMs))
            return {};
        const QString whole = button->text(QAccessible::Name);
        return act(*button) ? whole : QString();
    }

    /// Seats that the map tells of.
    bool chooseTwoSeats() override
    {
        const QRegularExpression mapName = words("foyer::SeatsScreen", "Seat map");
        QAccessibleInterface *map = nullptr;
        if (!QTest::qWaitFor([&] { return (map = find(root(), mapName)) != nullptr; }, patienceMs))
            return false;
        QList<QAccessibleInterface *> wanted;
        for (int i = 0; i < map->childCount() && wanted.size() < 2; ++i)
            if (QAccessibleInterface *child = map->child(i); child && !child->object() && !child->state().disabled)
                wanted.append(child);
        for (QAccessibleInterface *each : std::as_const(wanted))
            if (!act(*each))
                return false;
        return wanted.size() == 2 &&
               QTest::qWaitFor([&] { return find(root(), continueWith(2)) != nullptr; }, patienceMs);
    }

private:
    QAccessibleInterface *root() const { return QAccessible::queryAccessibleInterface(&m_window); }

    static bool act(QAccessibleInterface &on)
    {
        auto *actions = on.actionInterface();
        for (const QString &action :
            {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()})
            if (actions && actions->actionNames().contains(action)) {
                actions->doAction(action);
                return true;
            }
        return false;
    }

    static QAccessibleInterface *find(QAccessibleInterface *at, const QRegularExpression &name)
    {
        if (!at || at->state().invisible)
            return nullptr;
        const bool isControl = at->role() == QAccessible::Button || at->role() == QAccessible::CheckBox;
        const bool isMap = qobject_cast<SeatMapView *>(at->object()) != nullptr;
        if ((isControl || isMap) && !at->state().disabled && name.match(at->text(QAccessible::Name)).hasMatch())
            return at;
        for (int i = 0; i < at->childCount(); ++i)
            if (QAccessibleInterface *found = find(at->child(i), name))
                return found;
        return nullptr;
    }
};

} // namespace foyer::test
