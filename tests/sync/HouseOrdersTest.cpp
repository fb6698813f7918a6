#include "protocol/OrderMessages.h"
#include "services/Secrets.h"
#include "storage/ContactStore.h"
#include "storage/NodeStore.h"
#include "sync/HubOrders.h"
#include "sync/RefundStories.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 front = 66'000;

/// A hub with a kiosk and a desk, whose staff look for what the kiosk sold.
struct OrdersWorld : World {
    HubOrders orders{hub.shop.db(), hub.shop.clock};

    OrdersWorld()
    {
        must(hub.shop.db().write(hub.shop.clock, [&](Transaction &tx) -> Done {
            NodeStore nodes(tx.db());
            nodes.save({"kiosk", one.node(), one.epoch().number, u"Kiosk 1"_s, NodeKind::Kiosk}, hub.shop.clock.utc());
            nodes.save({"desk", two.node(), two.epoch().number, u"Desk 2"_s, NodeKind::Desk}, hub.shop.clock.utc());
            return done;
        }));
    }
    void readAll()
    {
        while (must(orders.readOn())) {
        }
    }
    QList<HouseOrderLine> found(const QString &typed)
    {
        readAll();
        return carried(must(orders.find(carried(OrderQuery{typed})))).lines;
    }
    /// Whose they are, in order.
    QList<OrderId> ids(const QString &typed)
    {
        QList<OrderId> named;
        for (const HouseOrderLine &each : found(typed))
            named.append(each.line.id);
        return named;
    }
    HouseOrderFile open(OrderId order)
    {
        readAll();
        return carried(must(orders.open(order)));
    }
    HouseOrderAct print(OrderId order) { return {two.shop.ids.make<RequestId>(), order, {}, {kim, u"Kim"_s}, {}}; }
    Result<HouseOrderFile> act(const HouseOrderAct &wanted)
    {
        FOYER_TRY(file, orders.act(two.epoch(), carried(wanted)));
        return carried(file);
    }
    HouseOrderAct contact(OrderId order, const Contact &contact)
    {
        return {two.shop.ids.make<RequestId>(), order, HouseOrderAct::Kind::SetContact, {kim, u"Kim"_s}, contact};
    }
    int copy(OrderId order) { return must(act(print(order))).copy; }
    QString codeOf(TestTerminal &at, OrderId order, int ticket = 0)
    {
        return must(at.shop->payments.order(order)).tickets[ticket].code;
    }
};
} // namespace

/// Orders of the whole house at its hub: found by whatever people know of them, whoever sold them.
class HouseOrdersTest : public RefundStories
{
    Q_OBJECT

private Q_SLOTS:
    void whatAKioskSoldIsFoundByWhateverIsKnownOfIt()
    {
        OrdersWorld w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        const OrderId members = buy(w, w.one, {1, 2}, pass);
        const OrderId guests = buyAsGuest(w, w.one, {5});
        w.one.meet(w.hub);
        must(w.act(w.contact(guests, {u"김수현"_s, u"4821"_s})));

        const Order order = must(w.one.shop->payments.order(members));
        QCOMPARE(w.ids(w.codeOf(w.one, members, 1)), {members});
        QCOMPARE(w.ids(order.number), {members});
        QCOMPARE(w.ids(order.number.left(6)), (QList{guests, members}));
        QCOMPARE(w.ids(order.number.right(6)), {members});
        QCOMPARE(w.ids(u"0007"_s), {members});
        QCOMPARE(w.ids(u"4821"_s), {guests});
        QCOMPARE(w.ids(u"김수"_s), {guests});
        QCOMPARE(w.ids(u"ㄱㅅㅎ"_s), {guests});
        const SeatName seat = order.tickets[1].name;
        const auto bySeat = w.found(seat.row + u' ' + seat.number);
        QVERIFY(!bySeat.isEmpty());
        QCOMPARE(bySeat.constFirst().line.id, members);
        QCOMPARE(bySeat.constFirst().line.firstSeat, order.tickets[1].seat);
        QVERIFY(w.ids(QString()).isEmpty());
        QVERIFY(w.ids(u"nobody at all"_s).isEmpty());

        const HouseOrderLine line = w.found(order.number).constFirst();
        QCOMPARE(line.machine, u"Kiosk 1"_s);
        QCOMPARE(line.performance, order.performance.key);
        QCOMPARE(line.line.total, order.total.minor);
        QCOMPARE(line.line.seats, qint16(2));
        QCOMPARE(line.line.liveSeats, qint16(2));
        QVERIFY(line.line.isMembers);
        QCOMPARE(line.line.lastDigits, u"0007"_s);
        QCOMPARE(line.line.paidAt, order.paidAt.toMSecsSinceEpoch());
    }

    void anOrderIsOpenedWithItsTicketsAsTheyWereSold()
    {
        OrdersWorld w;
        const OrderId id = buyAsGuest(w, w.one, {1, 2});
        w.one.meet(w.hub);
        const Order sold = must(w.one.shop->payments.order(id));
        const HouseOrderFile file = w.open(id);
        QCOMPARE(file.number, sold.number);
        QCOMPARE(file.tickets.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(file.tickets[i].id, sold.tickets[i].id);
            QCOMPARE(file.tickets[i].seat, sold.tickets[i].seat);
            QCOMPARE(file.tickets[i].price, sold.tickets[i].price.minor);
            QCOMPARE(file.tickets[i].type, sold.tickets[i].type.id);
            QVERIFY(!file.tickets[i].type.isEmpty());
            QVERIFY(file.tickets[i].isLive);
        }
        QCOMPARE(file.copy, 1);
        QVERIFY(file.history.isEmpty());
        QCOMPARE(answerOf(w.orders.open(OrderId{kim.value})), u"OrderUnknown"_s);
    }

    /// What an older version told says nothing of types.
    void anOlderEntryIsShownWithWhatItSays()
    {
        OrdersWorld w;
        const OrderId order = w.one.shop.ids.make<OrderId>();
        const TicketId ticket = w.one.shop.ids.make<TicketId>();
        must(w.one.shop.db().write(w.one.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"sold"_s,
                {{u"order"_s, order.text()}, {u"number"_s, u"2026-A000901"_s},
                    {u"wallet"_s, WalletId{kim.value}.text()}, {u"performance"_s, tonight(w).value},
                    {u"total"_s, front}, {u"tickets"_s, QJsonArray{QJsonArray{ticket.text(), 3, front, 1, 901}}}});
            return done;
        }));
        w.one.meet(w.hub);
        const HouseOrderFile file = w.open(order);
        QCOMPARE(file.tickets.constFirst().type, QString());
        QCOMPARE(file.tickets.constFirst().price, front);
        QCOMPARE(w.ids(u"A901"_s), {order});
    }

    void aCopyHasTheNextNumberWhoeverPrintedTheOthers()
    {
        OrdersWorld w;
        const OrderId id = buyAsGuest(w, w.one, {1, 2});
        QCOMPARE(must(w.one.shop->payments.printAgain(id, kim)).copy, 2);
        w.one.meet(w.hub);
        const HouseOrderAct first = w.print(id);
        QCOMPARE(must(w.act(first)).copy, 3);
        QCOMPARE(w.copy(id), 4);
        QCOMPARE(must(w.act(first)).copy, 3); // its answer was lost
        HouseOrderAct other = first;
        other.who.name = u"Lee"_s;
        QCOMPARE(answerOf(w.act(other)), u"RequestReused"_s);
        QCOMPARE(w.hub.shop.entries(u"printedAgain"_s), 2);
        QVERIFY(w.hub.shop.lastEntry(u"printedAgain"_s).contains(w.two.node().text()));
        QVERIFY(w.hub.shop.lastEntry(u"printedAgain"_s).contains(u"Kim"_s));

        // its seller prints as the hub counted, and tells of it: once is once
        QCOMPARE(must(w.one.shop->payments.printAgain(id, kim, 5)).copy, 5);
        QCOMPARE(must(w.one.shop->payments.printAgain(id, kim)).copy, 6); // alone
        w.one.meet(w.hub);
        QCOMPARE(w.copy(id), 7);
        const HouseOrderFile file = w.open(id);
        QCOMPARE(file.copy, 7);
        QList<int> copies;
        for (const OrderEvent &event : file.history)
            copies.append(event.copy);
        std::sort(copies.begin(), copies.end());
        QCOMPARE(copies, (QList{2, 3, 4, 6, 7}));
        for (const OrderEvent &event : file.history) {
            QCOMPARE(event.machine, event.copy == 2 || event.copy == 6 ? u"Kiosk 1"_s : u"Desk 2"_s);
            QCOMPARE(event.who, event.machine == u"Desk 2"_s ? u"Kim"_s : QString());
        }
        QCOMPARE(w.complaints(), QString());
    }

    void oneSeatIsRefundedOnceAndTheOldTicketStaysVoid()
    {
        OrdersWorld w;
        const OrderId id = buyAsGuest(w, w.one, {1, 2});
        w.one.meet(w.hub);
        const QString code = w.codeOf(w.one, id);
        QVERIFY(refund(w, w.two, id, {1}).ok());
        QCOMPARE(answerOf(refund(w, w.one, id, {1})), u"AlreadyRefunded"_s);
        QCOMPARE(w.found(code).constFirst().line.liveSeats, qint16(1));
        HouseOrderFile file = w.open(id);
        QVERIFY(!file.tickets[0].isLive && file.tickets[1].isLive);
        QCOMPARE(file.history.constFirst().kind, OrderEvent::Kind::Refunded);
        QCOMPARE(file.history.constFirst().seats, {SeatIndex(1)});
        QCOMPARE(file.history.constFirst().why, u"fell ill"_s);
        QCOMPARE(file.history.constFirst().machine, u"Desk 2"_s);

        w.one.meet(w.hub); // it hears of it, and says so
        const OrderId again = buyAsGuest(w, w.two, {1});
        w.two.meet(w.hub);
        QVERIFY(!w.open(id).tickets[0].isLive);
        QVERIFY(w.open(again).tickets[0].isLive);
        QCOMPARE(w.ids(code), {id});
        const SeatName seat = must(w.two.shop->payments.order(again)).tickets[0].name;
        QCOMPARE(w.ids(seat.row + u' ' + seat.number).constFirst(), again);
        QVERIFY(refund(w, w.two, id, {2}).ok());
        QCOMPARE(answerOf(w.act(w.print(id))), u"AlreadyRefunded"_s);
        QCOMPARE(w.hub.shop.entries(u"printedAgain"_s), 0);
        QCOMPARE(w.complaints(), QString());
    }

    /// A push costs what it did: what it brings is read later, a part at a time, and nothing of it is passed over.
    void journalsAreReadLaterAndWhole()
    {
        OrdersWorld w;
        QList<std::pair<QString, OrderId>> sold;
        for (int seat = 0; seat < 4; ++seat)
            for (TestTerminal *at : {&w.one, &w.two}) {
                const OrderId id = buyAsGuest(w, *at, {seat * 2 + (at == &w.two)});
                sold.append({must(at->shop->payments.order(id)).number, id});
            }
        constexpr int more = 1'300; // one after the other: whatever is passed over is one of them
        must(w.two.shop.db().write(w.two.shop.clock, [&](Transaction &tx) -> Done {
            for (int i = 0; i < more; ++i)
                tx.tell(
                    u"sold"_s, {{u"order"_s, w.two.shop.ids.make<OrderId>().text()}, {u"number"_s, u"2025-%1"_s.arg(i)},
                                   {u"wallet"_s, WalletId{kim.value}.text()}, {u"performance"_s, tonight(w).value},
                                   {u"total"_s, 0}, {u"tickets"_s, QJsonArray()}});
            return done;
        }));
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM house_sale"), 0);
        QVERIFY(!must(w.orders.find({sold.constFirst().first})).isWhole);
        int parts = 1;
        while (must(w.orders.readOn()))
            ++parts;
        QVERIFY2(parts >= 4, qPrintable(QString::number(parts)));
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM house_sale"), sold.size() + more);
        for (const auto &[number, id] : sold)
            QVERIFY(w.ids(number).contains(id)); // both count in the same lane here
        QVERIFY(must(w.orders.find({sold.constFirst().first})).isWhole);
        const OrderId late = buyAsGuest(w, w.one, {9});
        w.one.meet(w.hub);
        QCOMPARE(w.ids(must(w.one.shop->payments.order(late)).number), {late});
    }

    /// A machine that isn't what it says gives another's order neither a name nor a past.
    void onlyItsSellerTellsOfAnOrder()
    {
        OrdersWorld w;
        const OrderId id = buyAsGuest(w, w.one, {1});
        w.one.meet(w.hub);
        const QString number = must(w.one.shop->payments.order(id)).number;
        must(w.two.shop.db().write(w.two.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"printedAgain"_s, {{u"order"_s, id.text()}, {u"copy"_s, 900}});
            tx.tell(u"sold"_s,
                {{u"order"_s, id.text()}, {u"number"_s, u"2026-Z000001"_s}, {u"wallet"_s, WalletId{kim.value}.text()},
                    {u"performance"_s, tonight(w).value}, {u"total"_s, 1}, {u"tickets"_s, QJsonArray()}});
            return done;
        }));
        w.two.meet(w.hub);
        QVERIFY(w.ids(u"2026-Z000001"_s).isEmpty());
        QCOMPARE(w.open(id).number, number);
        QCOMPARE(w.copy(id), 2);
    }

    /// Staff at a kiosk have its own orders, whatever they say of themselves.
    void onlyADesksStaffRefundWhatOthersSold()
    {
        OrdersWorld w;
        const OrderId kiosks = buyAsGuest(w, w.one, {1}), desks = buyAsGuest(w, w.two, {2});
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        const auto asked = [&w](TestTerminal &by, const QByteArray &key, OrderId order, bool isStaffs) {
            RefundRequest wanted = request(by, order);
            if (!isStaffs)
                wanted.who.reset();
            return answerOf(w.hub.service().refunder(key, by.epoch().number, wanted));
        };
        QCOMPARE(asked(w.one, "kiosk", desks, true), u"DeskOnly"_s);
        QCOMPARE(asked(w.one, "kiosk", kiosks, true), u"ok"_s);
        QCOMPARE(asked(w.one, "kiosk", desks, false), u"ok"_s); // its customer has to show that it is theirs
        QCOMPARE(asked(w.two, "desk", kiosks, true), u"ok"_s);
    }

    /// What a machine told beside its chain is in no chain to be read again.
    void whatWasSoldBesideTheChainIsReadAnewAsWell()
    {
        OrdersWorld w;
        const QByteArray backup = w.one.shop.copy();
        buyAsGuest(w, w.one, {1});
        w.one.meet(w.hub);
        w.one.restore(backup);
        w.one.setOnline(true);
        const OrderId beside = buyAsGuest(w, w.one, {2});
        const QString number = must(w.one.shop->payments.order(beside)).number;
        must(w.hub->push(w.one.node(), carried(must(w.one->push(w.one.epoch().number, 0, 500)))));
        QVERIFY(w.hub.shop.number("SELECT count(*) FROM node_fork") > 0);
        QVERIFY(w.ids(number).contains(beside));
        w.hub.shop.run("DELETE FROM house_reading");
        w.hub.shop.run("DELETE FROM house_sale");
        QVERIFY(w.ids(number).contains(beside));
    }

    /// Its desk is told what can be, and can open it.
    void whateverAJournalSaysADeskCanReadIt()
    {
        OrdersWorld w;
        const OrderId order = w.one.shop.ids.make<OrderId>();
        const QString ticket = w.one.shop.ids.make<TicketId>().text();
        must(w.one.shop.db().write(w.one.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"sold"_s,
                {{u"order"_s, order.text()}, {u"number"_s, QString(5'000, u'9')}, {u"wallet"_s, u"?"_s},
                    {u"performance"_s, tonight(w).value}, {u"total"_s, -7}, {u"name"_s, QString(5'000, u'x')},
                    {u"tickets"_s,
                        QJsonArray{QJsonArray{ticket, 3, -5, 1, 901, 7, 8}, QJsonArray{u"?"_s, 4, 1e300, 1, 902},
                            QJsonArray{QString(), 9, 1, 1, 903}, QJsonArray{ticket}, u"?"_s}}});
            tx.tell(u"printedAgain"_s, {{u"order"_s, order.text()}, {u"copy"_s, -4}, {u"staff"_s, 5}});
            tx.tell(u"refunded"_s, {{u"order"_s, order.text()}, {u"total"_s, -1e15}, {u"wallet"_s, u"?"_s},
                                       {u"why"_s, QString(5'000, u'w')}, {u"rights"_s, QJsonArray{QJsonArray{3}, 7}}});
            return done;
        }));
        w.one.meet(w.hub);
        const HouseOrderFile file = w.open(order);
        QCOMPARE(file.tickets.size(), 1);
        QCOMPARE(file.tickets[0].price, 0);
        QCOMPARE(file.history.size(), 2);
        QVERIFY(!file.tickets[0].isLive); // of all of it
        QCOMPARE(answerOf(w.act(w.print(order))), u"AlreadyRefunded"_s);
    }

    void whoAsksForThemIsKeptCleanAndCanBeForgotten()
    {
        OrdersWorld w;
        const OrderId id = buyAsGuest(w, w.one, {1});
        w.one.meet(w.hub);
        const QStringList hostile{
            u"=cmd|' /C calc'!A0"_s, u"<b>이</b>"_s, u"\u202Eגלעד"_s, u"𠮷田"_s, u"' OR 1=1 --"_s};
        for (const QString &name : hostile) {
            must(w.act(w.contact(id, {name, u"010-4821-0009"_s})));
            QCOMPARE(w.ids(name), {id});
            QVERIFY(!w.open(id).contact.name.contains(QChar(0x202E)));
            QCOMPARE(w.open(id).contact.lastDigits, u"0009"_s);
        }
        QVERIFY(!w.hub.shop.lastEntry(u"contactChanged"_s).contains(u"0009"_s));
        QVERIFY(!w.hub.shop.lastEntry(u"contactChanged"_s).contains(u"OR 1=1"_s));
        QCOMPARE(w.hub.shop.entries(u"contactChanged"_s), hostile.size());
        must(w.act(w.contact(id, {hostile.constLast(), u"0009"_s}))); // it is known
        QCOMPARE(w.hub.shop.entries(u"contactChanged"_s), hostile.size());
        must(w.act(w.contact(id, {})));
        QVERIFY(w.ids(u"0009"_s).isEmpty());
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM sale_contact"), 0);
        QCOMPARE(answerOf(w.act(w.contact(OrderId{kim.value}, {u"Kim"_s, {}}))), u"OrderUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(HouseOrdersTest)
#include "HouseOrdersTest.moc"
