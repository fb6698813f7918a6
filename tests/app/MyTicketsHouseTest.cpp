#include "LossyProxy.h"
#include "RunningTerminal.h"
#include "items/TicketsModel.h"

#include <QSignalSpy>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 45'000; // a loss that nothing tells of is seen when the long poll should have ended
const auto phone = u"010-4821-0007"_s, pin = u"2580"_s;
} // namespace

/// Customers with their own tickets at kiosks of a house, over the network: bought at one, they are seen, printed and
/// cancelled at another.
class MyTicketsHouseTest : public QObject
{
    Q_OBJECT

    std::optional<HubHouse> m_house;

    /// Neighbours of a date that can be cancelled for long.
    static Order buy(RunningTerminal &at, const TokenPass &pass, int count)
    {
        QList<PerformanceOffer> offers = got(at.shop->dates(pass));
        offers.removeIf(
            [&at](const PerformanceOffer &offer) { return offer.performance.startsAt < at.clock.utc().addDays(1); });
        const PerformanceKey date = offers.constFirst().performance.key;
        const auto shown = got(at.shop->seats(pass, date)).shown;
        QList<SeatIndex> seats;
        for (int i = 0; seats.size() < count; ++i)
            if (shown[i] == SeatShown::Free)
                seats.append(SeatIndex(i));
        const Hold hold = got(at.shop->hold(pass, date, seats));
        const Money missing = hold.total({}) - got(at.shop->balance(pass)).amount;
        if (missing.isPositive()) {
            const Tender tender =
                got(at.shop->beginTopUp(pass, at.shop->newTenderId(), missing, TenderKind::Card, hold.id));
            got(at.shop->tenderAnswered(tender.id, DeviceAnswer::Approved));
        }
        return got(at.shop->pay(pass, at.shop->newOrderId(), hold.id));
    }
    static Order buyAsGuest(RunningTerminal &at, int count)
    {
        const TokenPass guest = got(at.shop->continueAsGuest()).pass;
        const Order order = buy(at, guest, count);
        got(at.shop->endVisit(guest, {}));
        return order;
    }
    /// The hub has all that it told.
    static bool isTold(RunningTerminal &at)
    {
        return QTest::qWaitFor([&] { return at.isOnline() && at.shop->hubState()->waiting == 0; }, patience);
    }
    static QList<OrderId> elsewhere(RunningTerminal &at, const TicketProof &proof)
    {
        QList<OrderId> ids;
        const OrdersElsewhere rest = got(at.shop->ticketsElsewhere(proof));
        for (const Order &order : rest.orders)
            ids.append(order.id);
        return ids;
    }
    static TicketProof ticket(const Order &order, int which = 0) { return {std::nullopt, order.tickets[which].code}; }

private Q_SLOTS:
    void init()
    {
        m_house.emplace();
        m_house->setUp();
        m_house->enrol(1);
        m_house->enrol(2);
    }
    void cleanup() { m_house.reset(); }

    void whatAMemberBoughtAtOneKioskIsTheirsAtAnother()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buy(one, got(one.shop->registerMember(phone, pin)).pass, 2);
        const Order guests = buyAsGuest(one, 1);
        const Order others = buy(one, got(one.shop->registerMember(u"010-1111-2222"_s, pin)).pass, 1);
        QVERIFY(isTold(one));
        const TicketProof proof{got(two.shop->signIn(phone, pin)).pass};
        QVERIFY(got(two.shop->tickets(proof)).isEmpty()); // at once: nothing was sold here
        QCOMPARE(elsewhere(two, proof), QList{sold.id});
        const Order shown = got(two.shop->ticketsElsewhere(proof)).orders.constFirst();
        QCOMPARE(shown.number, sold.number);
        QCOMPARE(shown.total, sold.total);
        QVERIFY(shown.isMembers);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(shown.tickets[i].code, sold.tickets[i].code);
            QCOMPARE(shown.tickets[i].category, sold.tickets[i].category);
            QVERIFY(shown.tickets[i].isLive);
        }

        // copies are counted for the whole house, also of what this kiosk sold
        const Order own = buy(two, *proof.pass, 1);
        const TicketProof again{got(two.shop->signIn(phone, pin)).pass};
        QCOMPARE(got(two.shop->printAgain(again, sold.id)).copy, 2);
        QCOMPARE(got(two.shop->printAgain(again, sold.id)).copy, 3);
        QVERIFY(isTold(two));
        QCOMPARE(got(two.shop->printAgain(again, own.id)).copy, 2);
        QCOMPARE(elsewhere(two, again), QList{sold.id}); // what was sold here isn't elsewhere
        const TicketProof back{got(one.shop->signIn(phone, pin)).pass};
        QCOMPARE(got(one.shop->printAgain(back, own.id)).copy, 3);
        QCOMPARE(got(one.shop->printAgain(back, sold.id)).copy, 4);

        // strangers' orders aren't theirs, whatever they ask for
        const TicketProof here{got(two.shop->signIn(phone, pin)).pass};
        for (const Order &strange : {guests, others}) {
            QCOMPARE(refusalOf(two.shop->printAgain(here, strange.id)), u"OrderUnknown"_s);
            QCOMPARE(refusalOf(two.shop->cancel(here, strange.id, {})), u"OrderUnknown"_s);
        }

        // the money of what is cancelled is theirs, where they are
        QVERIFY(isTold(one));
        const Money before = got(two.shop->balance(*here.pass)).amount;
        const MoneyBack money = got(two.shop->cancel(here, sold.id, {sold.tickets[0].seat}));
        QCOMPARE(money.amount, sold.tickets[0].price);
        QVERIFY(!money.claim);
        QTRY_COMPARE_WITH_TIMEOUT(got(two.shop->balance(*here.pass)).amount, before + money.amount, patience);
        QCOMPARE(refusalOf(two.shop->cancel(here, sold.id, {sold.tickets[0].seat})), u"AlreadyRefunded"_s);
        QVERIFY(!got(two.shop->ticketsElsewhere(here)).orders.constFirst().tickets[0].isLive);
        const Order copy = got(two.shop->printAgain(here, sold.id));
        QCOMPARE(copy.tickets.size(), 1); // a void one isn't printed
        const auto hasHeard = [&] {
            const auto left = got(one.shop->tickets(ticket(sold, 1)));
            return !left.constFirst().tickets[0].isLive;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(), patience);
        QVERIFY(isTold(one) && isTold(two));
        verifyClean(m_house->hub());
        verifyClean(m_house->terminal(1));
        verifyClean(m_house->terminal(2));
    }

    void aTicketOfOneKioskIsServedAtAnother()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buyAsGuest(one, 2), other = buyAsGuest(one, 1);
        QVERIFY(isTold(one));
        const QList<Order> shown = got(two.shop->tickets(ticket(sold)));
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.constFirst().id, sold.id);
        QString forged = sold.tickets[0].code;
        forged.back() = forged.back() == u'2' ? u'3' : u'2';
        QCOMPARE(refusalOf(two.shop->tickets({std::nullopt, forged})), u"TicketUnknown"_s);
        QCOMPARE(refusalOf(two.shop->cancel({std::nullopt, forged}, sold.id, {})), u"TicketUnknown"_s);
        QCOMPARE(refusalOf(two.shop->cancel(ticket(sold), other.id, {})), u"OrderUnknown"_s);
        QCOMPARE(got(two.shop->printAgain(ticket(sold), sold.id)).copy, 2);

        const MoneyBack money = got(two.shop->cancel(ticket(sold), sold.id, {sold.tickets[0].seat}));
        QVERIFY(money.claim);
        QCOMPARE(money.claim->amount, sold.tickets[0].price);
        QCOMPARE(refusalOf(two.shop->tickets(ticket(sold))), u"AlreadyRefunded"_s); // it is void
        QCOMPARE(refusalOf(two.shop->cancel(ticket(sold), sold.id, {sold.tickets[1].seat})), u"AlreadyRefunded"_s);
        QVERIFY(!got(two.shop->tickets(ticket(sold, 1))).constFirst().tickets[0].isLive);
        QVERIFY(isTold(two));
        verifyClean(m_house->hub());
    }

    /// It was done once, and the money is there once: the code that nobody saw is worth nothing.
    void aLostAnswerIsAskedForAgain()
    {
        LossyProxy proxy(quint16(m_house->url().port()));
        RunningTerminal one(*m_house, 1), two(*m_house, 2, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buyAsGuest(one, 2);
        QVERIFY(isTold(one));
        proxy.loses = "/v1/my-tickets/print";
        QCOMPARE(refusalOf(two.shop->printAgain(ticket(sold), sold.id)), u"TicketsNotNow"_s);
        proxy.loses = "/v1/refunds";
        QCOMPARE(got(two.shop->printAgain(ticket(sold), sold.id)).copy, 2);
        const QList<SeatIndex> seats{sold.tickets[0].seat};
        QCOMPARE(refusalOf(two.shop->cancel(ticket(sold), sold.id, seats)), u"CancelNotNow"_s);
        QVERIFY(two.isOnline());
        proxy.loses.clear();
        const MoneyBack money = got(two.shop->cancel(ticket(sold), sold.id, seats));
        QVERIFY(money.claim);
        QCOMPARE(money.amount, sold.tickets[0].price);
        QCOMPARE(refusalOf(two.shop->cancel(ticket(sold), sold.id, seats)), u"AlreadyRefunded"_s); // not a third time
        const auto hub = Node::open(DataFolder(m_house->hub())).value();
        Rows refunds = hub->db().run("SELECT count(*), sum(amount) FROM house_refund");
        QVERIFY(refunds.next());
        QCOMPARE(refunds.integer(0), 1);
        QCOMPARE(refunds.integer(1), money.amount.minor);
    }

    /// Also by the program's next run, and for nobody else: the ticket is void, and its code is all they have.
    void aRestartedKioskTellsWhoeverScansTheTicketAgain()
    {
        LossyProxy proxy(quint16(m_house->url().port()));
        RunningTerminal one(*m_house, 1);
        std::optional<RunningTerminal> two;
        two.emplace(*m_house, 2, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two->isOnline(), patience);
        const Order sold = buyAsGuest(one, 3);
        QVERIFY(isTold(one));
        const SeatIndex first = sold.tickets[0].seat, second = sold.tickets[1].seat;
        proxy.loses = "/v1/refunds";
        QCOMPARE(refusalOf(two->shop->cancel(ticket(sold), sold.id, {second, first})), u"CancelNotNow"_s);
        two.reset();
        proxy.loses.clear();
        two.emplace(*m_house, 2, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(two->isOnline(), patience);

        const auto scanned = [&two](const TicketProof &proof) {
            TicketsModel model(*two->shop, nullptr);
            QSignalSpy given(&model, &TicketsModel::codeGiven), failed(&model, &TicketsModel::failed);
            model.open(proof, got(two->shop->settings()));
            [&] { QTRY_COMPARE_WITH_TIMEOUT(given.size() + failed.size(), 1, patience); }();
            return given.isEmpty() ? Claim() : given[0][0].value<Claim>();
        };
        QVERIFY(scanned(ticket(sold, 1)).code.isEmpty()); // also void; but it asked for nothing
        QCOMPARE(refusalOf(two->shop->cancel(ticket(sold, 1), sold.id, {first, second})), u"AlreadyRefunded"_s);
        const Claim claim = scanned({std::nullopt, ticket(sold).code.toLower()}); // typed
        QCOMPARE(claim.amount, sold.tickets[0].price + sold.tickets[1].price);
        QVERIFY(scanned(ticket(sold)).code.isEmpty()); // it was shown
        QCOMPARE(refusalOf(two->shop->cancel(ticket(sold), sold.id, {first, second})), u"AlreadyRefunded"_s);
        QVERIFY(isTold(*two));
        verifyClean(m_house->hub());
    }

    /// In whatever order the seats are named.
    void theSameWishAgainIsTheSameRequest()
    {
        LossyProxy proxy(quint16(m_house->url().port()));
        RunningTerminal one(*m_house, 1), two(*m_house, 2, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buyAsGuest(one, 3);
        QVERIFY(isTold(one));
        const SeatIndex first = sold.tickets[0].seat, second = sold.tickets[1].seat;
        proxy.loses = "/v1/refunds";
        QCOMPARE(refusalOf(two.shop->cancel(ticket(sold), sold.id, {second, first})), u"CancelNotNow"_s);
        proxy.loses.clear();
        QVERIFY(got(two.shop->cancel(ticket(sold), sold.id, {first, second})).claim);
    }

    /// Also of what this kiosk sold itself, and told its hub.
    void anOwnOrdersLostAnswerIsFoundAsWell()
    {
        LossyProxy proxy(quint16(m_house->url().port()));
        std::optional<RunningTerminal> one;
        one.emplace(*m_house, 1, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(one->isOnline(), patience);
        const Order sold = buyAsGuest(*one, 1);
        QVERIFY(isTold(*one));
        QTRY_COMPARE_WITH_TIMEOUT(got(one->shop->tickets(ticket(sold))).size(), 1, patience);
        proxy.loses = "/v1/refunds";
        QCOMPARE(refusalOf(one->shop->cancel(ticket(sold), sold.id, {})), u"CancelNotNow"_s);
        one.reset();
        proxy.loses.clear();
        one.emplace(*m_house, 1, proxy.url());
        QTRY_VERIFY_WITH_TIMEOUT(one->isOnline(), patience);
        // once the news is here
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(refusalOf(one->shop->tickets(ticket(sold))), u"AlreadyRefunded"_s, patience);
        }();
        const auto back = got(one->shop->lostCancel(ticket(sold)));
        QVERIFY(back && back->claim);
        QCOMPARE(back->amount, sold.total);
    }

    void withoutTheHubTheirOwnAreShownAndTheRestIsSaidToBeMissing()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buy(one, got(one.shop->registerMember(phone, pin)).pass, 1);
        const Order own = buy(two, got(two.shop->signIn(phone, pin)).pass, 1);
        const Order guests = buyAsGuest(one, 1);
        QVERIFY(isTold(one) && isTold(two));
        const TicketProof proof{got(two.shop->signIn(phone, pin)).pass};
        QCOMPARE(elsewhere(two, proof), QList{sold.id});
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!two.isOnline(), patience);
        QCOMPARE(got(two.shop->tickets(proof)).constFirst().id, own.id);
        QVERIFY(!got(two.shop->ticketsElsewhere(proof)).isWhole);
        QCOMPARE(refusalOf(two.shop->tickets(ticket(guests))), u"TicketsNotNow"_s);
        QCOMPARE(refusalOf(two.shop->cancel(proof, sold.id, {})), u"CancelNotNow"_s);
        QCOMPARE(refusalOf(two.shop->printAgain(proof, sold.id)), u"TicketsNotNow"_s);
        QCOMPARE(got(two.shop->printAgain(proof, own.id)).copy, 2); // it counts by itself
        m_house->start();
        QTRY_VERIFY_WITH_TIMEOUT(two.isOnline(), patience);
        QVERIFY(isTold(two));
        QCOMPARE(got(two.shop->printAgain(ticket(own), own.id)).copy, 3);
    }

    /// Before this kiosk hears of the rule its hub keeps it.
    void whatIsTooLateAtTheHubIsTooLate()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buyAsGuest(one, 1);
        QVERIFY(isTold(one));
        {
            auto hub = Node::open(DataFolder(m_house->hub())).value();
            auto programme = hub->services().catalogue.programme().value();
            programme.season.settings.cancelBefore = std::chrono::hours(24 * 28);
            QVERIFY(hub->services().catalogue.importSeason(programme.season).ok());
        }
        QTRY_COMPARE_WITH_TIMEOUT( // once its seller has given up to refund it
            refusalOf(two.shop->cancel(ticket(sold), sold.id, {})), u"CancelTooLate"_s, patience);
        QVERIFY(got(two.shop->tickets(ticket(sold))).constFirst().tickets[0].isLive);
    }

    void aRevokedKioskIsToldNothing()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), patience);
        const Order sold = buyAsGuest(one, 1);
        QVERIFY(isTold(one));
        QCOMPARE(got(two.shop->tickets(ticket(sold))).size(), 1);
        m_house->revoke(HubHouse::nameOf(2));
        QVERIFY(!refusalOf(two.shop->tickets(ticket(sold))).isEmpty());
        QVERIFY(!refusalOf(two.shop->printAgain(ticket(sold), sold.id)).isEmpty());
        QVERIFY(!refusalOf(two.shop->cancel(ticket(sold), sold.id, {})).isEmpty());
        QVERIFY(got(one.shop->tickets(ticket(sold))).constFirst().tickets[0].isLive);
    }
};

QTEST_GUILESS_MAIN(MyTicketsHouseTest)
#include "MyTicketsHouseTest.moc"
