#include "domain/Limits.h"
#include "protocol/OrderMessages.h"
#include "services/Secrets.h"
#include "storage/ContactStore.h"
#include "sync/HubOrders.h"
#include "sync/RefundStories.h"

#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A hub whose terminal `two` has a customer in front of it who bought at terminal `one`.
struct CustomersWorld : World {
    HubOrders orders{hub.shop.db(), hub.shop.clock};

    Result<MyTickets> shown(TestTerminal &at, const HouseProof &proof)
    {
        while (must(orders.readOn())) {
        }
        FOYER_TRY(found, orders.ofCustomer(at.epoch(), carried(MyTicketsWish{proof}), TestShop::secrets()));
        return carried(found);
    }
    QList<OrderId> listed(TestTerminal &at, const HouseProof &proof)
    {
        QList<OrderId> ids;
        for (const HouseOrderFile &file : must(shown(at, proof)).orders)
            ids.append(file.id);
        return ids;
    }
    static HouseProof by(const TokenPass &pass) { return {pass.id}; }
    static HouseProof ticket(TestTerminal &seller, OrderId order, int which = 0)
    {
        return {{}, must(seller.shop->payments.order(order)).tickets[which].code};
    }
    Result<RefundAnswer> cancel(TestTerminal &at, const RefundRequest &wanted)
    {
        FOYER_TRY(answer, hub->refund(at.epoch(), carried(wanted), &TestShop::secrets()));
        return carried(answer);
    }
    static RefundRequest cancelling(
        TestTerminal &at, OrderId order, const QList<int> &seats, const std::optional<HouseProof> &proof)
    {
        return {at.shop.ids.make<RequestId>(), order, std::nullopt, {}, TestShop::seats(seats), false, proof};
    }
    Result<HouseOrderFile> print(TestTerminal &at, const MyTicketsPrint &wanted)
    {
        FOYER_TRY(file, orders.printAgain(at.epoch(), carried(wanted), TestShop::secrets()));
        return carried(file);
    }
};
} // namespace

/// A customer's own orders at a terminal that didn't sell them, at their hub: whose are shown, printed and cancelled to
/// whom.
class MyTicketsElsewhereTest : public RefundStories
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberSeesWhatTheyBoughtAtOtherMachinesWhereTheyAre()
    {
        CustomersWorld w;
        const Member member = w.member(), other = w.member(u"01011112222"_s);
        const OrderId order = buy(w, w.one, {3, 4}, w.one.enter(w.hub, member));
        const OrderId others = buy(w, w.one, {5}, w.one.enter(w.hub, other));
        const OrderId guests = buyAsGuest(w, w.one, {6});
        w.one.meet(w.hub);
        const TokenPass here = w.two.enter(w.hub, member);
        QCOMPARE(w.listed(w.two, CustomersWorld::by(here)), {order});
        const HouseOrderFile file = must(w.shown(w.two, CustomersWorld::by(here))).orders.constFirst();
        const Order sold = must(w.one.shop->payments.order(order));
        QCOMPARE(file.number, sold.number);
        QCOMPARE(file.total, sold.total.minor);
        QCOMPARE(file.tickets.size(), 2);
        QCOMPARE(file.tickets[0].id, sold.tickets[0].id);
        QVERIFY(file.isMembers && file.tickets[0].isLive);

        // the visit at another terminal shows nothing here, nor does one that is over, or one that nobody has
        QCOMPARE(answerOf(w.shown(w.one, CustomersWorld::by(here))), u"TokenUnknown"_s);
        QCOMPARE(answerOf(w.shown(w.two, {w.two.shop.ids.make<TokenId>()})), u"TokenUnknown"_s);
        const TokenPass moved = w.one.enter(w.hub, member); // they have gone there
        QCOMPARE(answerOf(w.shown(w.two, CustomersWorld::by(here))), u"TokenUnknown"_s);
        QCOMPARE(w.listed(w.one, CustomersWorld::by(moved)), {order});
        must(w.one.shop->payments.endVisit(moved, {}));
        w.one.meet(w.hub);
        QCOMPARE(answerOf(w.shown(w.one, CustomersWorld::by(moved))), u"TokenUnknown"_s);
        Q_UNUSED(others)
        Q_UNUSED(guests)
    }

    void aGuestsVisitShowsNothing()
    {
        CustomersWorld w;
        buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        const TokenPass guest = must(w.two.enter(w.hub, w.two.guest())).pass;
        QCOMPARE(answerOf(w.shown(w.two, CustomersWorld::by(guest))), u"TokenUnknown"_s);
    }

    void thoseToComeAreFirstAndTheListIsBounded()
    {
        CustomersWorld w;
        const Member member = w.member();
        QList<OrderId> bought;
        for (int seat = 0; seat < limits::ordersShown + 3; ++seat) {
            const TokenPass pass = w.one.enter(w.hub, member);
            bought.append(w.one.shop.pay(pass, must(w.one.hold(w.hub, pass, {seat}))));
        }
        const OrderId soonest = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        w.one.meet(w.hub);
        TokenPass here = w.two.enter(w.hub, member);
        QCOMPARE(w.listed(w.two, CustomersWorld::by(here)).size(), limits::ordersShown);
        QCOMPARE(w.listed(w.two, CustomersWorld::by(here)).constFirst(), soonest);
        must(w.cancel(w.two, w.cancelling(w.two, soonest, {3}, CustomersWorld::by(here))));
        QVERIFY(!w.listed(w.two, CustomersWorld::by(here)).contains(soonest)); // others are still to come
        QVERIFY(bought.contains(w.listed(w.two, CustomersWorld::by(here)).constFirst()));
    }

    void whatIsntReadYetIsSaidToBeMissing()
    {
        CustomersWorld w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        w.one.meet(w.hub);
        const HouseProof proof = CustomersWorld::by(w.two.enter(w.hub, member));
        for (const HouseProof &shown : {proof, w.ticket(w.one, order)}) {
            const MyTickets found = must(w.orders.ofCustomer(w.two.epoch(), MyTicketsWish{shown}, TestShop::secrets()));
            QVERIFY(found.orders.isEmpty());
            QVERIFY(!found.isWhole);
        }
        QCOMPARE(w.listed(w.two, proof), {order});
        QVERIFY(must(w.shown(w.two, proof)).isWhole);
    }

    void aTicketShowsItsOrderAndNobodysContact()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4}), other = buyAsGuest(w, w.one, {5});
        w.one.meet(w.hub);
        must(w.orders.act(w.one.epoch(), {w.one.shop.ids.make<RequestId>(), order, HouseOrderAct::Kind::SetContact,
                                             {kim, u"Kim"_s}, {u"김수현"_s, u"4821"_s}}));
        must(w.orders.act(w.one.epoch(), {w.one.shop.ids.make<RequestId>(), order, {}, {kim, u"Kim"_s}, {}}));
        const HouseProof proof = w.ticket(w.one, order, 1);
        QCOMPARE(w.listed(w.two, proof), {order});
        const MyTickets found = must(w.shown(w.two, proof));
        const QByteArray said = QJsonDocument(jsonOf(found)).toJson();
        for (const char *secret : {"4821", "김수현", "Kim"})
            QVERIFY2(!said.contains(secret), said.constData());
        QVERIFY(found.orders.constFirst().history.isEmpty());
        QCOMPARE(answerOf(w.print(w.two, {w.two.shop.ids.make<RequestId>(), other, proof})), u"OrderUnknown"_s);
        QCOMPARE(answerOf(w.cancel(w.two, w.cancelling(w.two, other, {5}, proof))), u"OrderUnknown"_s);
        QCOMPARE(refundsBooked(w), 0);
    }

    /// Its id alone is no ticket: the seal is.
    void aTicketWithoutItsSealShowsNothing()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        QString forged = w.ticket(w.one, order).code;
        forged.back() = forged.back() == u'2' ? u'3' : u'2';
        for (const QString &code : {forged, forged.chopped(8), QString(), u"2026-A000001"_s, order.text(), u"3"_s}) {
            QCOMPARE(answerOf(w.shown(w.two, {{}, code})), u"TicketUnknown"_s);
            QCOMPARE(
                answerOf(w.cancel(w.two, w.cancelling(w.two, order, {3}, HouseProof{{}, code}))), u"TicketUnknown"_s);
            QCOMPARE(
                answerOf(w.print(w.two, {w.two.shop.ids.make<RequestId>(), order, {{}, code}})), u"TicketUnknown"_s);
        }
        QCOMPARE(answerOf(w.hub->refund(w.two.epoch(), w.cancelling(w.two, order, {3}, w.ticket(w.one, order)))),
            u"TicketUnknown"_s); // where nobody can tell a seal
        const TicketId nobodys = w.one.shop.ids.make<TicketId>();
        QCOMPARE(answerOf(w.shown(w.two, {{}, TestShop::secrets().ticketCode(nobodys.bytes())})), u"TicketUnknown"_s);
        QCOMPARE(refundsBooked(w), 0);
    }

    void aStrangersOrderIsNeitherPrintedNorCancelled()
    {
        CustomersWorld w;
        const Member member = w.member(), other = w.member(u"01011112222"_s);
        const OrderId order = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        const OrderId owns = buy(w, w.two, {4}, w.two.enter(w.hub, member));
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        const TokenPass stranger = w.two.enter(w.hub, other);
        QVERIFY(w.listed(w.two, CustomersWorld::by(stranger)).isEmpty());
        for (const OrderId id : {order, owns}) { // also of what this very terminal sold
            const auto strangers = CustomersWorld::by(stranger);
            QCOMPARE(answerOf(w.cancel(w.two, w.cancelling(w.two, id, {}, strangers))), u"OrderUnknown"_s);
            QCOMPARE(answerOf(w.print(w.two, {w.two.shop.ids.make<RequestId>(), id, strangers})), u"OrderUnknown"_s);
        }
        // and who shows nothing at all cancels only what this terminal sold
        QCOMPARE(answerOf(w.cancel(w.two, w.cancelling(w.two, order, {3}, {}))), u"TicketUnknown"_s);
        QCOMPARE(refundsBooked(w), 0);
        QCOMPARE(w.hub.shop.entries(u"printedAgain"_s), 0);
    }

    void aMembersCancelIsInTheirWalletOnce()
    {
        CustomersWorld w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3, 4}, w.one.enter(w.hub, member));
        const qint64 price = must(w.one.shop->payments.order(order)).tickets[0].price.minor;
        w.one.meet(w.hub);
        const TokenPass here = w.two.enter(w.hub, member);
        const RefundRequest wanted = w.cancelling(w.two, order, {3}, CustomersWorld::by(here));
        const RefundAnswer lost = must(w.cancel(w.two, wanted)), again = must(w.cancel(w.two, wanted));
        QVERIFY(lost.isMembers && again.isMembers);
        QCOMPARE(again.total.minor, price);
        QCOMPARE(refundsBooked(w), 1);
        QCOMPARE(
            answerOf(w.cancel(w.two, w.cancelling(w.two, order, {3}, CustomersWorld::by(here)))), u"AlreadyRefunded"_s);
        w.two.meet(w.hub);
        QCOMPARE(w.two.shop.balance(here) + w.freeAtHub(member.wallet), price);
        QVERIFY(w.hub.shop.lastEntry(u"refunded"_s).contains(u"\"by\":\"customer\""_s));
        QVERIFY(w.hub.shop.lastEntry(u"refunded"_s).contains(w.two.node().text()));
        w.one.meet(w.hub); // its seller hears, and parts with the seat
        QVERIFY(!must(w.one.shop->payments.order(order)).tickets[0].isLive);
        QCOMPARE(w.complaints(), QString());
    }

    void aGuestsCancelIsOneCode()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        w.one.meet(w.hub);
        const HouseProof proof = w.ticket(w.one, order);
        const RefundRequest wanted = w.cancelling(w.two, order, {3}, proof);
        const RefundAnswer lost = must(w.cancel(w.two, wanted)), again = must(w.cancel(w.two, wanted));
        QVERIFY(!again.claimCode.isEmpty());
        QVERIFY(again.claimCode != lost.claimCode); // which is worth nothing any more
        QCOMPARE(refundsBooked(w), 1);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM claim WHERE paid = 0"), 1);
        // whoever finds the void ticket gets neither a code nor the order
        QCOMPARE(answerOf(w.shown(w.two, proof)), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(w.cancel(w.two, w.cancelling(w.two, order, {3}, proof))), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(w.cancel(w.two, w.cancelling(w.two, order, {4}, proof))), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(w.print(w.two, {w.two.shop.ids.make<RequestId>(), order, proof})), u"AlreadyRefunded"_s);
        QCOMPARE(seatTonight(w, 4).state, SeatState::Sold);
        QVERIFY(!must(w.cancel(w.two, w.cancelling(w.two, order, {}, w.ticket(w.one, order, 1)))).claimCode.isEmpty());
        w.one.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    /// Their code stays good, whoever finds the ticket at the machine that never heard of its own.
    void whomStaffGaveACodeKeepsIt()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        const RefundRequest wanted = w.cancelling(w.two, order, {3}, w.ticket(w.one, order));
        must(w.cancel(w.two, wanted)); // its answer was lost
        const WalletId wallet = must(w.hub.shop.db().read(
            [&]() -> Result<WalletId> { return LedgerStore(w.hub.shop.db()).unclaimed().constFirst().wallet; }));
        HubHouse house(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids);
        const Claim claim = must(house.newCode(
            w.two.epoch(), {w.two.shop.ids.make<RequestId>(), wallet, w.two.shop.ids.make<StaffId>(), u"lost"_s}));
        QCOMPARE(answerOf(w.cancel(w.two, wanted)), u"AlreadyRefunded"_s);
        QVERIFY(w.hub.shop.db()
                    .read([&]() -> Result<bool> {
                        return LedgerStore(w.hub.shop.db()).claim(Secrets::claimHash(claim.code)).has_value();
                    })
                    .value());
        QCOMPARE(refundsBooked(w), 1);
    }

    /// Whatever the terminal's clock and settings say.
    void theHousesRuleHoldsForWhatOthersSold()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        w.hub.shop.clock.advance(31min);
        QCOMPARE(
            answerOf(w.cancel(w.two, w.cancelling(w.two, order, {3}, w.ticket(w.one, order)))), u"CancelTooLate"_s);
        QCOMPARE(refundsBooked(w), 0);
    }

    void whatItsSellerMayStillRefundTheHubDoesnt()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        const qint64 known = must(w.hub->open(w.one.epoch())).position;
        const Push push = must(w.one->push(w.one.epoch().number, known, 50)); // the entry that gives up isn't in it
        must(w.hub->push(w.one.node(), carried(push)));
        const HouseProof proof = w.ticket(w.one, order);
        const RefundRequest wanted = w.cancelling(w.two, order, {3}, proof);
        QCOMPARE(answerOf(w.cancel(w.two, wanted)), u"RefundAtSeller"_s);
        QCOMPARE(w.listed(w.two, proof), {order}); // it is shown, though
        w.one.meet(w.hub);
        QCOMPARE(answerOf(w.cancel(w.two, wanted)), u"ok"_s);
        QCOMPARE(refundsBooked(w), 1);
    }

    void aCopyIsCountedAcrossTheHouse()
    {
        CustomersWorld w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        QCOMPARE(must(w.one.shop->payments.printAgain(order, kim)).copy, 2);
        w.one.meet(w.hub);
        const HouseProof proof = w.ticket(w.one, order);
        const MyTicketsPrint wanted{w.two.shop.ids.make<RequestId>(), order, proof};
        QCOMPARE(must(w.print(w.two, wanted)).copy, 3);
        QCOMPARE(must(w.print(w.two, wanted)).copy, 3); // its answer was lost
        QCOMPARE(answerOf(w.print(w.one, wanted)), u"RequestReused"_s);
        QCOMPARE(must(w.print(w.one, {w.one.shop.ids.make<RequestId>(), order, proof})).copy, 4); // its seller asks too
        QCOMPARE(w.hub.shop.entries(u"printedAgain"_s), 2);
        QVERIFY(w.hub.shop.lastEntry(u"printedAgain"_s).contains(u"\"by\":\"customer\""_s));
        const HouseOrderFile file = must(w.orders.open(order));
        QCOMPARE(file.copy, 4);
        QVERIFY(file.history.constLast().isCustomers);
        QCOMPARE(w.complaints(), QString());
    }
};

QTEST_GUILESS_MAIN(MyTicketsElsewhereTest)
#include "MyTicketsElsewhereTest.moc"
