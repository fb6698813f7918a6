#include "Hands.h"
#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "domain/Limits.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/SeasonReader.h"
#include "support/HallShop.h"
#include "support/Journey.h"

#include <QTest>
#include <QTimer>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr double density = 2.75;

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
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
    }
    void cleanup()
    {
        m_kiosk.reset();
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
        const Theme theme(ThemeKind::Dark, size.height() < 1'400 ? density * 2 / 3 : density, textPercent);
        m_kiosk = std::make_unique<OpenKiosk>(visit, theme, size, language);
        m_kiosk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_kiosk->window));
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
        Way way(m_kiosk->window);
        buy(way);
        const QStringList complaints = way.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }
    void buy(Hands &hands);

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    std::unique_ptr<OpenKiosk> m_kiosk;
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
    const QRegularExpression keep = words("foyer::SingleSeatNotice", "Keep my seats"); // where they leave one alone
    const QRegularExpression onwards(QStringList{keep.pattern(), oldEnough.pattern(), pay.pattern()}.join(u'|'));
    QString first = hands.press(onwards);
    if (keep.match(first).hasMatch())
        first = hands.press(onwards);
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
    const auto closed = qScopeGuard([this] { m_kiosk.reset(); });
    open(guest.visit, {1080, 1920}, u"en"_s, 100);
    Fingers fingers(m_kiosk->window);
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
    const auto closed = qScopeGuard([this] { m_kiosk.reset(); });
    open(guest.visit, {1080, 1920}, u"en"_s, 100);
    Fingers fingers(m_kiosk->window);
    QVERIFY(guest.idleUntil([&] { return fingers.sees(stillHere()); }));
    QCOMPARE(guest.holdsInTheBooks(), 1);
    guest.idle(limits::idleWarning);
    QTRY_COMPARE(guest.visit.step(), Step::Attract);
    QVERIFY(!guest.visit.seats().hold() && !guest.visit.seats().date() && !guest.visit.queue().place());
    QCOMPARE(guest.holdsInTheBooks(), 0);
}

QTEST_MAIN(PurchaseTest)
#include "PurchaseTest.moc"
