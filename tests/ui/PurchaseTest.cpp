#include "documents/Fonts.h"
#include "domain/Limits.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/SeasonReader.h"
#include "support/HallShop.h"
#include "support/Journey.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Pressable.h"
#include "ui/widgets/SeatMapView.h"
#include "wording/Translator.h"

#include <QAccessible>
#include <QApplication>
#include <QPointingDevice>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QTest>
#include <QTimer>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr double density = 2.75;
constexpr int patienceMs = 15'000, settleMs = 1'000;

/// A text as it stands on the screen in the language in use, whatever is filled in.
QRegularExpression words(const char *screen, const char *source, int n = -1)
{
    const QString said = QCoreApplication::translate(screen, source, nullptr, n);
    return QRegularExpression(QRegularExpression::escape(said).replace(u"\\%1"_s, u".+"_s));
}
QRegularExpression continueWith(int seats) { return words("foyer::SeatsScreen", "Continue with %n seat(s)", seats); }

QString spokenName(QWidget *widget)
{
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

bool isColored(const QImage &picture, const QPoint &at, const QColor &color)
{
    return picture.rect().contains(at) && picture.pixel(at) == color.rgb();
}

int count(const QImage &picture, const QColor &color)
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
        for (int drags = 0; drags < 10; ++drags) {
            QTest::qWait(20); // what was laid out anew is laid out
            if (m_window.childAt(placeOf(widget).center()) == &widget)
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
        return count(picture, FoyerStyle::of(&m_window).colors().accent);
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
            m_complaints.append(complaint + u" after "_s + QKeySequence(key).toString());
    }

    /// A step that comes has the focus as a whole, where reading starts; what a key leads to wears a ring.
    QString lookForFocus() const
    {
        QWidget *focused = QApplication::focusWidget();
        if (!focused || !focused->isVisible() || focused->visibleRegion().isEmpty())
            return u"the focus '%1' isn't seen"_s.arg(focus());
        const QRect seen = focused->visibleRegion().boundingRect();
        if (focused->focusPolicy() == Qt::NoFocus)
            return {};
        if (qobject_cast<Pressable *>(focused) && seen != focused->rect())
            return u"'%1' is seen in part only"_s.arg(focus());
        const QImage picture = m_window.grab({focused->mapTo(&m_window, seen.topLeft()), seen.size()}).toImage();
        if (count(picture, FoyerStyle::of(&m_window).colors().focus) > 0)
            return {};
        return u"'%1' wears no ring"_s.arg(focus());
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
        if (!actions || !actions->actionNames().contains(QAccessibleActionInterface::pressAction()))
            return false;
        actions->doAction(QAccessibleActionInterface::pressAction());
        return true;
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

/// A guest who holds two seats where time moves only when a test says so, and a hold's own end is far.
class GuestWithTwoSeats
{
public:
    GuestWithTwoSeats()
    {
        letHoldsLast();
        for (const QObject *ticking : std::initializer_list<QObject *>{&m_hall.shop(), &visit})
            for (QTimer *everySecond : ticking->findChildren<QTimer *>(Qt::FindDirectChildrenOnly))
                everySecond->setInterval(5ms); // the clock is the test's, and is looked at more often
        visit.touch();
        visit.continueAsGuest();
        Journey::waitFor([&] { return visit.step() == Step::Dates && visit.dates().isLoaded(); });
        for (const PerformanceOffer &offer : visit.dates().offers())
            if (offer.isBookable() && visit.step() == Step::Dates)
                visit.chooseDate(offer.performance.key);
        Journey::waitFor([&] { return visit.seats().date().has_value(); });
        for (const qint32 seat : {0, 1})
            visit.seats().toggle(SeatIndex{seat});
        Journey::waitFor([&] { return visit.seats().hold() && visit.seats().hold()->seats.size() == 2; });
    }

    void idle(std::chrono::seconds time)
    {
        m_hall.clock.advance(time);
        QTest::qWait(30);
    }
    bool idleUntil(const std::function<bool()> &come)
    {
        for (int i = 0; i < 60 && !come(); ++i)
            idle(5s);
        return come();
    }
    int holdsInTheBooks() const
    {
        const auto db = Connection::open(data().database(), {.mode = Connection::Mode::ReadOnly});
        return int(audit(*db.value()).value().count(u"held"));
    }

private:
    DataFolder data() const { return DataFolder(m_hall.file({})); }
    void letHoldsLast()
    {
        const auto beside = Node::open(data());
        Season season = readSeason(demoSeason(m_hall.clock.utc().toTimeZone(QTimeZone("Asia/Seoul")).date())).value();
        season.settings.holdTime = 2h;
        FOYER_REQUIRE(beside.value()->services().catalogue.importSeason(season).ok());
    }

    HallShop m_hall;
    TenderDesk m_desk{m_hall.shop(), {}};

public:
    VisitModel visit{m_hall.shop(), m_desk};
};
QRegularExpression stillHere() { return words("foyer::KioskWindow", "I am still here"); }
} // namespace

/// A guest buys two seats, from the first touch to the ticket, on the real window and the real database: with fingers,
/// with keys, or with what a screen reader offers, each alone.
class PurchaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(
            DemoFolder::Season::Demo, SystemClock().utc().toTimeZone(QTimeZone("Asia/Seoul")).date());
    }
    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
    }

    void twoSeatsAreBoughtByTouchAlone_data() { screens({100, 200}); }
    void twoSeatsAreBoughtByTouchAlone() { buyWith<Fingers>(); }
    void twoSeatsAreBoughtByKeyboardAlone_data() { screens({100, 200}); }
    void twoSeatsAreBoughtByKeyboardAlone() { buyWith<Keys>(); }
    void twoSeatsAreBoughtByAccessibleNamesAlone_data() { screens({100, 200}); }
    void twoSeatsAreBoughtByAccessibleNamesAlone() { buyWith<ScreenReader>(); }
    void idleTimeIsExtendedByOneTapTenTimes();
    void withoutThatTapNothingIsLeftOfTheVisit();

private:
    static void screens(const QList<int> &textSizes)
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("textPercent");
        for (const QSize size : {QSize(1080, 1920), QSize(1280, 800)})
            for (const QString &language : {u"ko"_s, u"en"_s})
                for (const int textPercent : textSizes) // large text lies under the fold here and there
                    QTest::addRow("%dx%d %s %d %%", size.width(), size.height(), qPrintable(language), textPercent)
                        << size << language << textPercent;
    }

    void open(VisitModel &visit, QSize size, const QString &language, int textPercent)
    {
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, size.height() < 1'400 ? density * 2 / 3 : density, textPercent));
        m_translator.use(language);
        m_window = std::make_unique<KioskWindow>(visit, m_translator, language);
        m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    template <typename Way>
    void buyWith()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(int, textPercent);
        m_shop = std::make_unique<DemoShop>(*m_folder, SimulatorScript{.delay = 30ms});
        open(m_shop->visit(), size, language, textPercent);
        Journey(*m_shop).goTo(Step::Attract);
        Way way(*m_window);
        buy(way);
        const QStringList complaints = way.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }
    void buy(Hands &hands);

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    Translator m_translator;
    std::unique_ptr<KioskWindow> m_window;
};

void PurchaseTest::buy(Hands &hands)
{
    for (const QRegularExpression &name : {words("foyer::AttractScreen", "Touch the screen to start"),
             words("foyer::SignInScreen", "Continue as guest"), words("foyer::OfferWords", "from %1")})
        QVERIFY2(!hands.press(name).isEmpty(), qPrintable(name.pattern()));
    QVERIFY2(hands.chooseTwoSeats(), "no seat could be chosen");
    QVERIFY(!hands.press(continueWith(2)).isEmpty());
    const QRegularExpression oldEnough = words("foyer::CheckoutScreen", "Yes, all of us");
    const QRegularExpression pay = words("foyer::CheckoutScreen", "Pay %1 by card (demo)");
    const QString first = hands.press(QRegularExpression(oldEnough.pattern() + u'|' + pay.pattern()));
    QVERIFY(!first.isEmpty());
    if (oldEnough.match(first).hasMatch())
        QVERIFY(!hands.press(pay).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->visit().step(), Step::Ticket, patienceMs);
    QCOMPARE(m_shop->visit().order()->tickets.size(), 2);
    const AuditReport report = m_shop->audit();
    QVERIFY(report.clean());
    QCOMPARE(report.count(u"held"), 0);
}

void PurchaseTest::idleTimeIsExtendedByOneTapTenTimes()
{
    GuestWithTwoSeats guest;
    const auto closed = qScopeGuard([this] { m_window.reset(); });
    open(guest.visit, {1080, 1920}, u"en"_s, 100);
    Fingers fingers(*m_window);
    const auto goesOnByOneTap = [&] {
        const bool warned = guest.idleUntil([&] { return fingers.sees(stillHere()); });
        guest.idle(20s);
        return warned && !fingers.press(stillHere()).isEmpty() &&
               QTest::qWaitFor([&] { return !fingers.sees(stillHere()); }) && guest.visit.step() == Step::Seats &&
               guest.visit.seats().hold()->seats.size() == 2 && guest.holdsInTheBooks() == 1;
    };
    int taps = 0;
    while (taps < 10 && goesOnByOneTap())
        ++taps;
    QCOMPARE(taps, 10);
}

void PurchaseTest::withoutThatTapNothingIsLeftOfTheVisit()
{
    GuestWithTwoSeats guest;
    const auto closed = qScopeGuard([this] { m_window.reset(); });
    open(guest.visit, {1080, 1920}, u"en"_s, 100);
    Fingers fingers(*m_window);
    QVERIFY(guest.idleUntil([&] { return fingers.sees(stillHere()); }));
    QCOMPARE(guest.holdsInTheBooks(), 1);
    guest.idle(limits::idleWarning);
    QTRY_COMPARE(guest.visit.step(), Step::Attract);
    QVERIFY(!guest.visit.seats().hold() && !guest.visit.seats().date() && !guest.visit.queue().place());
    QCOMPARE(guest.holdsInTheBooks(), 0);
}

QTEST_MAIN(PurchaseTest)
#include "PurchaseTest.moc"
