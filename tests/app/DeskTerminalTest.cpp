#include "RunningTerminal.h"
#include "devices/SimulatedTenderDevice.h"
#include "domain/BusinessDay.h"
#include "domain/OrderSearch.h"
#include "items/DeskModel.h"
#include "items/OrderModel.h"
#include "items/OrdersModel.h"
#include "services/BoxOffice.h"
#include "services/TenderDesk.h"
#include "storage/Journal.h"

#include <QSignalSpy>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 45'000; // a loss that nothing tells of is seen when the long poll should have ended
const auto parksPin = u"135790"_s;

/// A desk as a terminal of a house, without its window; a supervisor is signed in and the drawer is open.
class TerminalDesk
{
public:
    explicit TerminalDesk(const HubHouse &house, int number = 1)
        : terminal(hired(house, number), number),
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
    StaffId who() const { return desk.member()->id; }
    /// What the hub finds of others' orders; as a page asks it.
    QList<OrderId> elsewhere(const QString &typed)
    {
        QList<OrderId> ids;
        for (const HouseOrderLine &each : got(office.findElsewhere(typed, who())).lines)
            ids.append(each.line.id);
        return ids;
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

public:
    TenderDesk &tenders() { return m_tenders; }

private:
    static const HubHouse &hired(const HubHouse &house, int number)
    {
        const auto node = Node::open(DataFolder(house.terminal(number))).value();
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

    /// A ticket from another machine is served here as one of this desk's own.
    void whatAnotherMachineSoldIsServedAtThisDesk()
    {
        m_house->enrol(2, u"desk"_s);
        m_house->enrol(3, u"desk"_s);
        TerminalDesk kiosk(*m_house, 2), one(*m_house), three(*m_house, 3);
        QTRY_VERIFY_WITH_TIMEOUT(
            kiosk.terminal.isOnline() && one.terminal.isOnline() && three.terminal.isOnline(), patience);
        QVERIFY(kiosk.begin() && one.begin() && three.begin());
        QVERIFY(kiosk.sell(u"2"_s));
        const Order sold = kiosk.sold.constFirst();
        got(kiosk.office.setContact(sold.id, {u"김수현"_s, u"4821"_s}, kiosk.who()));
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.isGivenUp(sold.id), patience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.terminal.shop->hubState()->waiting, 0, patience);

        // found by whatever is known of it; as nothing that was sold here
        const QList only{sold.id};
        QCOMPARE(one.elsewhere(sold.tickets[1].code), only);
        QCOMPARE(one.elsewhere(sold.number), only);
        QCOMPARE(one.elsewhere(sold.tickets[0].name.row + u' ' + sold.tickets[0].name.number), only);
        QTRY_COMPARE_WITH_TIMEOUT(one.elsewhere(u"4821"_s), only, patience);
        QCOMPARE(one.elsewhere(u"ㄱㅅㅎ"_s), only);
        QString forged = sold.tickets[1].code;
        forged.back() = forged.back() == u'0' ? u'1' : u'0';
        QVERIFY(one.elsewhere(forged).isEmpty());
        QVERIFY(kiosk.elsewhere(sold.number).isEmpty());

        const OrderFile file = got(one.office.open(sold.id, one.who()));
        QCOMPARE(file.machine, HubHouse::nameOf(2));
        QCOMPARE(file.contact, (Contact{u"김수현"_s, u"4821"_s}));
        QCOMPARE(file.order.total, sold.total);
        QCOMPARE(file.order.soldBy, u"Park"_s);
        QVERIFY(file.payments.isEmpty());
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(file.order.tickets[i].code, sold.tickets[i].code);
            QCOMPARE(file.order.tickets[i].type.id, sold.tickets[i].type.id);
            QCOMPARE(file.order.tickets[i].category, sold.tickets[i].category);
        }

        // copies are counted for the whole house
        const RequestId print = one.office.newRequest();
        QCOMPARE(got(one.office.printAgain(sold.id, one.who(), print)).copy, 2);
        QCOMPARE(got(one.office.printAgain(sold.id, one.who(), print)).copy, 2);
        QCOMPARE(got(three.office.printAgain(sold.id, three.who(), three.office.newRequest())).copy, 3);
        QCOMPARE(got(kiosk.office.printAgain(sold.id, kiosk.who(), kiosk.office.newRequest())).copy, 4);

        // one seat comes back in cash, once
        const RefundWish wish{.order = sold.id,
            .seats = {sold.tickets[0].seat},
            .who = one.who(),
            .why = u"ill"_s,
            .to = TenderKind::Cash};
        OrderModel order(one.office, one.tenders(), nullptr);
        order.setClerk(one.who());
        order.open(sold.id);
        QTRY_VERIFY_WITH_TIMEOUT(order.file().has_value(), patience);
        QVERIFY(order.isElsewhere());
        order.toggle(0);
        order.refund(TenderKind::Cash, {*one.desk.member(), u"ill"_s});
        QTRY_COMPARE_WITH_TIMEOUT(got(one.terminal.shop->totals()).cash.given, sold.tickets[0].price, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!order.file()->order.tickets[0].isLive, patience);
        QVERIFY(!order.code());
        RefundWish again = wish;
        again.who = three.who();
        QCOMPARE(refusalOf(three.office.refund(again)), u"AlreadyRefunded"_s);
        QCOMPARE(refusalOf(one.office.refund(wish)), u"AlreadyRefunded"_s); // its code was paid
        const Order left = got(one.office.printAgain(sold.id, one.who(), one.office.newRequest()));
        QCOMPARE(left.copy, 5);
        QCOMPARE(left.tickets.size(), 1);
        QCOMPARE(left.total, sold.tickets[1].price);

        // the shift at whose desk it was done has it; who asked again added nothing
        const ShiftReport shift = got(one.office.shiftReport(one.who()));
        QCOMPARE(shift.refunds.times, 1);
        QCOMPARE(shift.refunds.seats, 1);
        QCOMPARE(shift.refunds.amount, sold.tickets[0].price);
        QCOMPARE(got(kiosk.office.shiftReport(kiosk.who())).refunds.times, 0);

        // the seat is somebody else's: the old ticket stays void
        const SeatName seat = sold.tickets[0].name;
        QVERIFY(one.sell(seat.zone + u' ' + seat.row + seat.number));
        QCOMPARE(one.sold.constLast().tickets[0].seat, sold.tickets[0].seat);
        QVERIFY(!got(three.office.open(sold.id, three.who())).order.tickets[0].isLive);

        // the other goes to a code; then there is nothing left to be done
        const MoneyBack rest = got(three.office.refund({.order = sold.id, .who = three.who(), .why = u"ill"_s}));
        QVERIFY(rest.claim && rest.claim->amount == sold.tickets[1].price);
        QCOMPARE(refusalOf(one.office.printAgain(sold.id, one.who(), one.office.newRequest())), u"AlreadyRefunded"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            got(kiosk.office.open(sold.id, kiosk.who())).order.state, OrderState::Refunded, patience);

        // how they want to be found can be changed, and forgotten, at any desk
        got(three.office.setContact(sold.id, {}, three.who()));
        QVERIFY(one.elsewhere(u"4821"_s).isEmpty());
        for (TerminalDesk *desk : {&kiosk, &one, &three})
            QTRY_COMPARE_WITH_TIMEOUT(desk->terminal.shop->hubState()->waiting, 0, patience);
        verifyClean(m_house->hub());
    }

    /// What two machines sold, and the hub before it was one, at either desk and at the hub's shell; one's own apart.
    void figuresAreTheWholeHousesAtEveryDesk()
    {
        m_house->enrol(2, u"desk"_s);
        TerminalDesk one(*m_house), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline() && two.terminal.isOnline(), patience);
        QVERIFY(one.begin() && two.begin());
        const QDate day = businessDay(one.terminal.shop->clock().utc(), one.desk.settings());
        const auto by = [&](TerminalDesk &desk, FigureDimension dimension, bool ofHouse) {
            return got(desk.office.figures({dimension, {day, day}, {}, ofHouse}, desk.who()));
        };
        const auto soldBy = [](const Figures &figures, const QString &name) {
            for (const FigureRow &row : figures.rows)
                if (row.name.in(u"en"_s) == name)
                    return row.gross;
            return Money{};
        };
        const Money before = by(one, FigureDimension::Terminal, true).total.gross;
        QVERIFY(one.sell(u"2"_s) && two.sell(u"3"_s));
        for (TerminalDesk *desk : {&one, &two})
            QTRY_COMPARE_WITH_TIMEOUT(desk->terminal.shop->hubState()->waiting, 0, patience);
        const Money first = one.sold.constFirst().total, second = two.sold.constFirst().total;
        for (TerminalDesk *desk : {&one, &two}) {
            const Figures house = by(*desk, FigureDimension::Terminal, true);
            QCOMPARE(house.total.gross, before + first + second);
            QCOMPARE(soldBy(house, HubHouse::nameOf(1)), first);
            QCOMPARE(soldBy(house, HubHouse::nameOf(2)), second);
            QVERIFY(house.silent.isEmpty());
        }
        const Figures clerks = by(one, FigureDimension::Clerk, true);
        QCOMPARE(soldBy(clerks, u"Park · "_s + HubHouse::nameOf(1)), first);
        QCOMPARE(soldBy(clerks, u"Park · "_s + HubHouse::nameOf(2)), second);
        const Figures own = by(one, FigureDimension::Terminal, false);
        QCOMPARE(soldBy(own, HubHouse::nameOf(1)), own.total.gross);
        const Answer told = ctl({u"figures"_s, u"--data"_s, m_house->hub(), u"--by"_s, u"terminal"_s, u"--json"_s});
        QCOMPARE(told.exit, 0);
        QCOMPARE(told.json()[u"total"][u"gross"].toInteger(), (before + first + second).minor);
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.terminal.isOnline(), patience);
        QCOMPARE(
            refusalOf(one.office.figures({FigureDimension::Hour, {day, day}, {}, true}, one.who())), u"HubNeeded"_s);
        QCOMPARE(by(one, FigureDimension::Hour, false).total.gross, own.total.gross);
    }

    /// Another's order is exchanged as well: what it cost pays for the seats instead.
    void anotherMachinesSeatsAreExchanged()
    {
        m_house->enrol(2, u"desk"_s);
        TerminalDesk kiosk(*m_house, 2), one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.terminal.isOnline() && one.terminal.isOnline(), patience);
        QVERIFY(kiosk.begin() && one.begin());
        QVERIFY(kiosk.sell(u"1"_s));
        const OrderId sold = kiosk.sold.constFirst().id;
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.isGivenUp(sold), patience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.terminal.shop->hubState()->waiting, 0, patience);
        one.desk.sale().exchange(got(one.office.open(sold, one.who())).order, {});
        QTRY_VERIFY_WITH_TIMEOUT(
            one.desk.sale().seats().date() && one.desk.sale().closed() == SaleModel::Closed::No, patience);
        QVERIFY(one.choose(u"1"_s));
        one.desk.sale().take(TenderKind::Cash, {0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(
            (!one.desk.sale().exchange() && one.desk.sale().canTake()) || one.desk.problem(), patience);
        QCOMPARE(one.desk.problem() ? nameOf(one.desk.problem()->refused->why) : QString(), QString());
        QVERIFY(one.take());
        QTRY_COMPARE_WITH_TIMEOUT(got(one.office.open(sold, one.who())).order.state, OrderState::Refunded, patience);
        verifyClean(m_house->hub());
    }

    void withoutTheHubTheOwnOrdersAreServedAndTheRestWaits()
    {
        m_house->enrol(2, u"desk"_s);
        TerminalDesk kiosk(*m_house, 2), one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.terminal.isOnline() && one.terminal.isOnline(), patience);
        QVERIFY(kiosk.begin() && one.begin());
        QVERIFY(kiosk.sell(u"1"_s) && one.sell(u"1"_s));
        const OrderId theirs = kiosk.sold.constFirst().id, own = one.sold.constFirst().id;
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.terminal.shop->hubState()->waiting, 0, patience);
        OrdersModel orders(one.office, nullptr);
        orders.setClerk(one.who());
        orders.search(u"20"_s + kiosk.sold.constFirst().number.mid(2, 3));
        QTRY_COMPARE_WITH_TIMEOUT(orders.rowCount(), 2, patience);
        QCOMPARE(orders.line(0).id, own);
        QCOMPARE(orders.line(1).id, theirs);
        QCOMPARE(orders.machine(0), QString());
        QCOMPARE(orders.machine(1), HubHouse::nameOf(2));
        QVERIFY(!orders.isAway());
        // only staff give back what isn't theirs: a ticket is no proof for another's order
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.isGivenUp(theirs), patience);
        const TicketProof proof{.code = one.sold.constFirst().tickets[0].code};
        QVERIFY(refusalOf(one.terminal.shop->cancel(proof, theirs, {})) != QString());
        QCOMPARE(got(one.office.open(theirs, one.who())).order.state, OrderState::Paid);

        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.terminal.isOnline(), patience);
        QVERIFY(orders.isAway());
        orders.search(one.sold.constFirst().number);
        QTRY_COMPARE_WITH_TIMEOUT(orders.rowCount(), 1, patience);
        QCOMPARE(orders.line(0).id, own);
        QCOMPARE(got(one.office.printAgain(own, one.who(), one.office.newRequest())).copy, 2);
        got(one.office.setContact(own, {u"박보검"_s, u"5678"_s}, one.who()));
        QCOMPARE(refusalOf(one.office.open(theirs, one.who())), u"HubNeeded"_s);
        QCOMPARE(refusalOf(one.office.printAgain(theirs, one.who(), one.office.newRequest())), u"HubNeeded"_s);
        QCOMPARE(refusalOf(one.office.setContact(theirs, {u"Kim"_s, {}}, one.who())), u"HubNeeded"_s);
        QCOMPARE(refusalOf(one.office.refund({.order = theirs, .who = one.who(), .why = u"ill"_s})), u"HubNeeded"_s);

        m_house->start(); // and what was noted meanwhile is told
        QTRY_VERIFY_WITH_TIMEOUT(one.terminal.isOnline() && kiosk.terminal.isOnline(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.elsewhere(u"박보검"_s), QList{own}, patience);
        got(one.office.setContact(own, {}, one.who()));
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.elsewhere(u"박보검"_s).isEmpty(), patience);
        verifyClean(m_house->hub());
        verifyClean(m_house->terminal(1));
    }

    /// Whoever opens another order while the hub gives money back: it is paid out all the same, or its code is shown.
    void moneyThatComesBackLateIsPaidOutAndSaid()
    {
        m_house->enrol(2, u"desk"_s);
        TerminalDesk kiosk(*m_house, 2), one(*m_house);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.terminal.isOnline() && one.terminal.isOnline(), patience);
        QVERIFY(kiosk.begin() && one.begin());
        QVERIFY(kiosk.sell(u"2"_s) && one.sell(u"1"_s));
        const Order sold = kiosk.sold.constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.isGivenUp(sold.id), patience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk.terminal.shop->hubState()->waiting, 0, patience);
        OrderModel order(one.office, one.tenders(), nullptr);
        const Consent consent{*one.desk.member(), u"ill"_s};
        const auto open = [&](OrderId id) {
            order.setClerk(consent.who.id);
            order.open(id);
            QTRY_VERIFY_WITH_TIMEOUT(order.file() && order.file()->order.id == id, patience);
        };
        open(sold.id);
        order.toggle(0);
        order.refund(TenderKind::Cash, consent);
        order.open(one.sold.constFirst().id); // the next customer is there
        QTRY_COMPARE_WITH_TIMEOUT(got(one.terminal.shop->totals()).cash.given, sold.tickets[0].price, patience);
        QVERIFY(!order.code());
        QTRY_VERIFY_WITH_TIMEOUT(!order.tender().tender(), patience);
        open(sold.id);
        order.refund(std::nullopt, consent);
        order.open(one.sold.constFirst().id);
        QTRY_VERIFY_WITH_TIMEOUT(order.code(), patience);
        QCOMPARE(order.code()->number, sold.number);
        QCOMPARE(got(one.office.payClaim(order.code()->claim.code, consent.who.id)).amount, sold.tickets[1].price);
        order.setClerk(std::nullopt);
        QVERIFY(!order.code()); // for nobody else to see
    }

private:
    std::optional<HubHouse> m_house;
};

QTEST_GUILESS_MAIN(DeskTerminalTest)
#include "DeskTerminalTest.moc"
