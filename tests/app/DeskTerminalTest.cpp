#include "RunningTerminal.h"
#include "devices/SimulatedTenderDevice.h"
#include "items/DeskModel.h"
#include "services/BoxOffice.h"
#include "services/TenderDesk.h"
#include "storage/Journal.h"

#include <QSignalSpy>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 20'000;
const auto parksPin = u"135790"_s;

/// A desk as a terminal of a house, without its window; a supervisor is signed in and the drawer is open.
class TerminalDesk
{
public:
    explicit TerminalDesk(const HubHouse &house)
        : terminal(hired(house), 1),
          m_cash(TenderKind::Cash, terminal.folder.simulatorMemory(u"cash"_s), {.delay = {}}),
          m_tenders(*terminal.shop, {&m_cash}), office(*terminal.shop), desk(office, m_tenders)
    {
        QObject::connect(&desk.consent(), &ConsentModel::changed, &desk, [this] {
            if (desk.consent().asked() && !desk.consent().isBusy())
                QTimer::singleShot(0, &desk, [this] { desk.consent().give(u"Park"_s, parksPin, u"too near"_s); });
        });
        QObject::connect(&desk.sale(), &SaleModel::paid, &desk, [this](const Order &order) { sold.append(order); });
    }
    bool begin()
    {
        if (!QTest::qWaitFor([&] { return !desk.staff().isEmpty() && desk.programme().isLoaded(); }, patience))
            return false;
        desk.signIn(u"Park"_s, parksPin);
        if (!QTest::qWaitFor([&] { return desk.member().has_value(); }, patience))
            return false;
        got(office.openShift(desk.member()->id, {100'000, {}}));
        desk.sale().open(desk.programme().offers().constFirst());
        return QTest::qWaitFor([&] { return desk.sale().seats().date().has_value(); }, patience);
    }
    bool choose(const QString &typed)
    {
        desk.sale().command(typed);
        return QTest::qWaitFor([&] { return desk.sale().canTake(); }, patience);
    }
    /// Also what an exchange brings back first.
    bool take()
    {
        const qsizetype before = sold.size();
        desk.sale().take(TenderKind::Cash, {1'000'000, {}});
        return QTest::qWaitFor([&] { return sold.size() > before; }, patience);
    }
    bool sell(const QString &typed) { return choose(typed) && take(); }
    bool isGivenUp(OrderId order)
    {
        bool is = false;
        const auto read = terminal.shop->inStore([&is, order](Connection &db, Services &) -> Done {
            return db.read([&]() -> Done {
                is = journal::isGivenUp(db, order);
                return done;
            });
        });
        return QTest::qWaitFor([&] { return read.isFinished(); }, patience) && is;
    }

    RunningTerminal terminal;

private:
    SimulatedTenderDevice m_cash;
    TenderDesk m_tenders;

    static const HubHouse &hired(const HubHouse &house)
    {
        const auto node = Node::open(DataFolder(house.terminal(1))).value();
        FOYER_REQUIRE(node->services().staff.add(u"Park"_s, Role::Supervisor, node->secrets().pinHash(parksPin)).ok());
        return house;
    }

public:
    BoxOffice office;
    DeskModel desk;
    QList<Order> sold;
};
} // namespace

/// A desk that is a terminal of a house: it sells on without its hub as far as its rights reach, and says what waits.
class DeskTerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house.emplace();
        m_house->setUp();
        m_house->enrol(1, u"desk"_s);
    }
    void cleanup() { m_house.reset(); }

    void withoutTheHubItSellsWhatLiesHereAndSaysWhatWaits()
    {
        m_house->allot(1, 6);
        TerminalDesk one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline(), patience);
        QVERIFY(one.begin());
        QVERIFY(one.sell(u"2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.shop->hubState()->waiting == 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(got(one.terminal.shop->seatsHere()) >= 2, patience);
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.terminal.isOnline(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(one.desk.sale().seats().date()->offer.isHereOnly, patience);
        QVERIFY(one.sell(u"1"_s));
        QCOMPARE(one.sold.constLast().tickets.size(), 1);

        const ShiftReport alone = got(one.office.shiftReport(one.desk.member()->id));
        QCOMPARE(alone.sales, 2);
        QVERIFY(alone.notSynced && alone.notSynced->entries > 0);
        QCOMPARE(alone.notSynced->sales, 1);
        QCOMPARE(alone.notSynced->amount, one.sold.constLast().total);

        // more than lies here: no seat is promised that another might sell
        QSignalSpy none(&one.desk.sale(), &SaleModel::noSuchSeats), failed(&one.desk.sale(), &SaleModel::failed);
        one.desk.sale().command(u"100"_s);
        QTRY_VERIFY_WITH_TIMEOUT(none.size() + failed.size() == 1, patience);
        QVERIFY(!one.desk.sale().hasSeats());

        m_house->start();
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.shop->hubState()->waiting == 0, patience);
        const ShiftReport told = got(one.office.shiftReport(one.desk.member()->id));
        QVERIFY(!told.notSynced || told.notSynced->sales == 0);
        verifyClean(m_house->hub());
        verifyClean(m_house->terminal(1));
    }

    void seatsThatTheHubKnowsOfAreExchangedThroughIt()
    {
        TerminalDesk one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline(), patience);
        QVERIFY(one.begin());
        QVERIFY(one.sell(u"2"_s));
        const Order first = one.sold.constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(one.isGivenUp(first.id), patience);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.shop->hubState()->waiting == 0, patience);
        one.desk.sale().exchange(first, {});
        QTRY_VERIFY_WITH_TIMEOUT(
            one.desk.sale().seats().date() && one.desk.sale().closed() == SaleModel::Closed::No, patience);
        QVERIFY(one.choose(u"1"_s));
        one.desk.sale().take(TenderKind::Cash, {0, {}}); // gives the others back first
        QTRY_VERIFY_WITH_TIMEOUT(
            (!one.desk.sale().exchange() && one.desk.sale().canTake()) || one.desk.problem(), patience);
        QCOMPARE(one.desk.problem() ? nameOf(one.desk.problem()->refused->why) : QString(), QString());
        QVERIFY(one.take());
        QCOMPARE(one.sold.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(one.terminal.shop->hubState()->waiting, 0, patience);
        const auto left = first.total - one.sold.constLast().total; // one seat less, by hand out of the drawer
        QTRY_COMPARE_WITH_TIMEOUT(got(one.terminal.shop->totals()).cash.given, left, patience);
        verifyClean(m_house->hub());
        verifyClean(m_house->terminal(1));
    }

    void withoutTheHubSuchAnExchangeIsRefusedAndNothingHasChanged()
    {
        TerminalDesk one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline(), patience);
        QVERIFY(one.begin());
        QVERIFY(one.sell(u"1"_s));
        const Order first = one.sold.constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(one.isGivenUp(first.id), patience);
        QTRY_VERIFY_WITH_TIMEOUT(got(one.terminal.shop->seatsHere()) > 2, patience);
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.terminal.isOnline(), patience);
        one.desk.sale().exchange(first, {});
        QTRY_VERIFY_WITH_TIMEOUT(
            one.desk.sale().seats().date() && one.desk.sale().closed() == SaleModel::Closed::No, patience);
        QVERIFY(one.choose(u"1"_s));
        QSignalSpy failed(&one.desk.sale(), &SaleModel::failed);
        one.desk.sale().take(TenderKind::Cash, {0, {}});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(one.desk.problem()->refused->why, Refusal::RefundAtHub);
        QVERIFY(one.desk.sale().exchange());
        one.desk.sale().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!one.desk.sale().hasSeats(), patience);
        QCOMPARE(got(one.office.open(first.id, one.desk.member()->id)).order.state, OrderState::Paid);
        QVERIFY(one.sell(u"1"_s)); // the next customer
        verifyClean(m_house->terminal(1));
    }

private:
    std::optional<HubHouse> m_house;
};

QTEST_GUILESS_MAIN(DeskTerminalTest)
#include "DeskTerminalTest.moc"
