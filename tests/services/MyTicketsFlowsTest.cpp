#include "domain/Limits.h"
#include "services/FindService.h"
#include "storage/Audit.h"
#include "support/Audit.h"

#include <QJsonDocument>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qint64 front = 30'000, back = 15'000; // seats 0 to 19, and the rest

/// Both audits, and no guest's money out of reach.
QString complaints(TestShop &shop)
{
    const AuditReport report = must(foyer::audit(shop.db()));
    if (!report.clean())
        return report.violations.constFirst().rule + u' ' + report.violations.constFirst().words;
    return auditReachable(shop);
}

QList<int> liveTickets(const Order &order)
{
    QList<int> seats;
    for (const Ticket &ticket : order.tickets)
        if (ticket.isLive)
            seats.append(indexOf(ticket.seat));
    return seats;
}
} // namespace

/// A customer at a kiosk with their own tickets: who may see, print and cancel what, and where the money goes.
class MyTicketsFlowsTest : public QObject
{
    Q_OBJECT

    static TicketProof ofMember(const TokenPass &pass) { return {pass}; }
    /// The code on the ticket of a seat.
    static TicketProof ticket(TestShop &shop, OrderId order, int seat = -1)
    {
        for (const Ticket &each : must(shop->payments.order(order)).tickets)
            if (seat < 0 || each.seat == SeatIndex(seat))
                return {std::nullopt, each.code};
        return {};
    }
    static TokenPass rich(TestShop &shop, const QString &phone = u"010-4821-0007"_s, qint64 amount = 200'000)
    {
        const TokenPass pass = shop.member(phone);
        shop.topUp(pass, amount);
        return pass;
    }
    /// The same member's next visit: paying ended the one before.
    static TokenPass again(TestShop &shop, const QString &phone = u"010-4821-0007"_s)
    {
        return shop.signIn(phone).pass;
    }
    static QList<OrderId> listed(TestShop &shop, const TicketProof &proof)
    {
        QList<OrderId> ids;
        for (const Order &order : must(shop->tickets.orders(proof)))
            ids.append(order.id);
        return ids;
    }
    static Result<MoneyBack> cancel(TestShop &shop, const TicketProof &proof, OrderId order, const QList<int> &seats)
    {
        return shop->tickets.cancel(proof, order, TestShop::seats(seats));
    }

private Q_SLOTS:
    void aMemberSeesTheirOwnOrdersTheSoonestFirst()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId tomorrow = shop.pay(pass, shop.hold(pass, {0}, u"tomorrow"_s));
        pass = again(shop);
        const OrderId tonight = shop.pay(pass, shop.hold(pass, {1, 20}));
        pass = again(shop);
        const OrderId gone = shop.pay(pass, shop.hold(pass, {2}));
        pass = again(shop);
        const OrderId free = shop.pay(pass, shop.hold(pass, {3}, u"free"_s));
        shop.sold({10});
        TokenPass other = rich(shop, u"010-1111-2222"_s);
        const OrderId others = shop.pay(other, shop.hold(other, {4}));
        pass = again(shop);
        must(cancel(shop, ofMember(pass), gone, {2}));
        QCOMPARE(listed(shop, ofMember(pass)), QList<OrderId>({tonight, tomorrow, free, gone}));
        other = again(shop, u"010-1111-2222"_s);
        QCOMPARE(listed(shop, ofMember(other)), QList<OrderId>{others});
        shop.clock.advance(3h); // tonight's is over
        pass = again(shop);
        QCOMPARE(listed(shop, ofMember(pass)), QList<OrderId>({tomorrow, free, gone, tonight}));
        const Order order = must(shop->tickets.orders(ofMember(pass))).constFirst();
        QVERIFY(order.isMembers && order.tickets.constFirst().isLive);
        QCOMPARE(order.show.title.in(u"ko"_s), u"The Seagull"_s);
    }

    void theListIsBounded()
    {
        TestShop shop;
        TokenPass pass = shop.member();
        for (int seat = 0; seat < limits::ordersShown + 3; ++seat) {
            shop.pay(pass, shop.hold(pass, {seat}, u"free"_s));
            pass = again(shop);
        }
        QCOMPARE(listed(shop, ofMember(pass)).size(), limits::ordersShown);
    }

    void aGuestsPassListsNothing()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = shop.sold({0}, &pass);
        const TokenPass next = must(shop->tokens.buyAnother(pass)).pass; // the same wallet goes on
        QVERIFY(listed(shop, ofMember(next)).isEmpty());
        QCOMPARE(answerOf(cancel(shop, ofMember(next), order, {0})), u"OrderUnknown"_s);
        QCOMPARE(answerOf(shop->tickets.printAgain(ofMember(next), order)), u"OrderUnknown"_s);
    }

    void whoHoldsATicketSeesItsOrderOnly()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 20}), other = shop.sold({1});
        const TicketProof proof = ticket(shop, order, 20);
        QCOMPARE(listed(shop, proof), QList<OrderId>{order});
        QVERIFY(!must(shop->tickets.orders(proof)).constFirst().isMembers);
        TicketProof typed = proof; // as a person would write it
        typed.code = typed.code.toLower().insert(18, u'-');
        QCOMPARE(listed(shop, typed), QList<OrderId>{order});
        QCOMPARE(answerOf(cancel(shop, proof, other, {1})), u"OrderUnknown"_s);
        QCOMPARE(answerOf(shop->tickets.printAgain(proof, other)), u"OrderUnknown"_s);
        QCOMPARE(shop.shown(1), SeatShown::Taken);
    }

    void aWrongCodeOpensNothing_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *how : {"another seal", "another id", "cut", "longer", "nothing", "spaces", "an order number",
                 "sql", "a slip", "a seal of another house"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void aWrongCodeOpensNothing()
    {
        QFETCH(QString, change);
        TestShop shop;
        const OrderId order = shop.sold({0});
        QString code = ticket(shop, order).code;
        if (change == u"another seal")
            code.back() = code.back() == u'7' ? u'8' : u'7';
        else if (change == u"another id")
            code[3] = code[3] == u'7' ? u'8' : u'7';
        else if (change == u"cut")
            code.chop(1);
        else if (change == u"longer")
            code += u'0';
        else if (change == u"nothing")
            code.clear();
        else if (change == u"spaces")
            code = u"   "_s;
        else if (change == u"an order number")
            code = must(shop->payments.order(order)).number;
        else if (change == u"sql")
            code = u"' OR 1=1 --"_s;
        else if (change == u"a slip")
            code = u"FOYER-Q1:abc"_s;
        else {
            QTemporaryDir elsewhere;
            const Ticket sold = must(shop->payments.order(order)).tickets.constFirst();
            code = must(Secrets::load(elsewhere.filePath(u"key"_s), true)).ticketCode(sold.id.bytes());
            QVERIFY(code != sold.code);
        }
        const TicketProof proof{std::nullopt, code};
        QCOMPARE(answerOf(shop->tickets.orders(proof)), u"TicketUnknown"_s);
        QCOMPARE(answerOf(cancel(shop, proof, order, {0})), u"TicketUnknown"_s);
        QCOMPARE(answerOf(shop->tickets.printAgain(proof, order)), u"TicketUnknown"_s);
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        QCOMPARE(shop.entries(u"refunded"_s) + shop.entries(u"printedAgain"_s), 0);
    }

    /// The seal alone is not enough: the ticket must be one that was sold here.
    void aGenuineSealOnNoTicketOpensNothing()
    {
        TestShop shop;
        const OrderId order = shop.sold({0});
        const TicketProof proof{std::nullopt, TestShop::secrets().ticketCode(shop.ids.make<TicketId>().bytes())};
        QCOMPARE(answerOf(shop->tickets.orders(proof)), u"TicketUnknown"_s);
        QCOMPARE(answerOf(cancel(shop, proof, order, {0})), u"TicketUnknown"_s);
    }

    void aMembersMoneyIsInTheirWallet()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0, 1, 20}));
        pass = again(shop);
        const qint64 before = shop.balance(pass);
        const int left = shop.seatsLeft();
        const MoneyBack some = must(cancel(shop, ofMember(pass), order, {20, 1}));
        QCOMPARE(some.amount.minor, front + back);
        QCOMPARE(some.seats, TestShop::seats({1, 20}));
        QVERIFY(!some.claim && some.payOuts.isEmpty());
        QCOMPARE(shop.balance(pass), before + front + back);
        QCOMPARE(shop.seatsLeft(), left + 2);
        QCOMPARE(liveTickets(must(shop->payments.order(order))), QList<int>{0});
        QCOMPARE(complaints(shop), QString());
        QCOMPARE(must(cancel(shop, ofMember(pass), order, {0})).amount.minor, front);
        QCOMPARE(must(shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(shop.balance(pass), 200'000);
        QCOMPARE(complaints(shop), QString());
        shop.sold({0, 1, 20}); // somebody else's now
        QCOMPARE(complaints(shop), QString());
    }

    /// A friend may hold the ticket; the money stays the member's.
    void whoHoldsAMembersTicketGetsNoCode()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0}));
        const MoneyBack back = must(cancel(shop, ticket(shop, order), order, {0}));
        QVERIFY(!back.claim && back.payOuts.isEmpty());
        pass = again(shop);
        QCOMPARE(shop.balance(pass), 200'000);
        QCOMPARE(complaints(shop), QString());
    }

    void aGuestGetsACode()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 20});
        const MoneyBack back = must(cancel(shop, ticket(shop, order, 0), order, {20}));
        QCOMPARE(back.amount.minor, ::back);
        QVERIFY(back.claim);
        QCOMPARE(back.claim->amount.minor, ::back);
        QCOMPARE(complaints(shop), QString());
        const MoneyBack rest = must(cancel(shop, ticket(shop, order, 0), order, {0}));
        QCOMPARE(rest.claim->amount.minor, front); // whoever holds the other ticket has its money, and no more
        for (const MoneyBack &each : {back, rest}) {
            const Tender paid = must(shop->payments.payClaim(each.claim->code, {}));
            QCOMPARE(paid.amount, each.amount);
            must(shop->payments.answered(paid.id, DeviceAnswer::Approved));
        }
        QCOMPARE(complaints(shop), QString());
    }

    /// Who bought it left change behind on a code; who holds one of the tickets gets what that ticket was worth.
    void whoHoldsATicketTouchesNothingElseOfItsBuyers()
    {
        TestShop shop;
        TokenPass pass = shop.guest();
        shop.topUp(pass, front + ::back + 4'000);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0, 20}));
        const QString change = must(shop->payments.endVisit(pass, {})).claim.value().code;
        const MoneyBack back = must(cancel(shop, ticket(shop, order, 0), order, {20}));
        QCOMPARE(back.claim->amount.minor, ::back);
        QCOMPARE(must(shop->payments.payClaim(change, {})).amount.minor, 4'000);
        QCOMPARE(must(shop->payments.payClaim(back.claim->code, {})).amount.minor, ::back);
        QCOMPARE(complaints(shop), QString());
    }

    void whatIsAskedTwiceIsRefundedOnce()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0, 1})), guests = shop.sold({2, 3});
        pass = again(shop);
        must(cancel(shop, ofMember(pass), order, {0}));
        QCOMPARE(answerOf(cancel(shop, ofMember(pass), order, {0})), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(cancel(shop, ofMember(pass), order, {1, 0})), u"AlreadyRefunded"_s); // whole or not at all
        QCOMPARE(shop.shown(1), SeatShown::Taken);
        const TicketProof proof = ticket(shop, guests, 2);
        must(cancel(shop, proof, guests, {2, 3}));
        QCOMPARE(answerOf(cancel(shop, proof, guests, {2, 3})), u"AlreadyRefunded"_s);
        shop.restart();
        QCOMPARE(answerOf(cancel(shop, proof, guests, {2, 3})), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(shop->tickets.orders(proof)), u"AlreadyRefunded"_s);
        QCOMPARE(shop.entries(u"refunded"_s), 2);
        QCOMPARE(shop.number("SELECT count(*) FROM movement WHERE kind = 3"), 2);
        QCOMPARE(complaints(shop), QString());
    }

    /// Void paper proves nothing any more, though others of its order live.
    void aVoidTicketProvesNothing()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1});
        const TicketProof proof = ticket(shop, order, 0);
        must(cancel(shop, proof, order, {0}));
        QCOMPARE(answerOf(shop->tickets.orders(proof)), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(cancel(shop, proof, order, {1})), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(shop->tickets.printAgain(proof, order)), u"AlreadyRefunded"_s);
        QCOMPARE(listed(shop, ticket(shop, order, 1)), QList<OrderId>{order});
    }

    void whatIsntThereIsRefusedWhole()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1});
        const TicketProof proof = ticket(shop, order);
        QCOMPARE(answerOf(cancel(shop, proof, order, {0, 7})), u"SeatUnknown"_s);
        QCOMPARE(answerOf(cancel(shop, proof, shop.ids.make<OrderId>(), {0})), u"OrderUnknown"_s);
        QCOMPARE(liveTickets(must(shop->payments.order(order))), QList<int>({0, 1}));
    }

    void othersOrdersAreNobodyElses()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0})), guests = shop.sold({1});
        const TokenPass other = rich(shop, u"010-1111-2222"_s);
        for (const OrderId theirs : {order, guests}) {
            QCOMPARE(answerOf(cancel(shop, ofMember(other), theirs, {})), u"OrderUnknown"_s);
            QCOMPARE(answerOf(shop->tickets.printAgain(ofMember(other), theirs)), u"OrderUnknown"_s);
        }
        QCOMPARE(answerOf(shop->tickets.orders({TokenPass{other.id, QByteArray(16, 'x')}})), u"TokenUnknown"_s);
        QCOMPARE(answerOf(cancel(shop, {TokenPass{other.id, QByteArray(16, 'x')}}, order, {})), u"TokenUnknown"_s);
        must(shop->payments.endVisit(other, {}));
        QCOMPARE(answerOf(cancel(shop, ofMember(other), order, {})), u"TokenEnded"_s);
        QCOMPARE(shop.entries(u"refunded"_s) + shop.entries(u"printedAgain"_s), 0);
    }

    void tooLateIsTheDesksToCancel_data()
    {
        QTest::addColumn<int>("minutes"); // of the house's rule; -1: never
        QTest::addColumn<int>("wait");    // seconds from 90 minutes before the start
        QTest::addColumn<QString>("answer");
        QTest::newRow("in time") << 60 << 0 << u"ok"_s;
        QTest::newRow("the last second") << 60 << 1'799 << u"ok"_s;
        QTest::newRow("an hour before") << 60 << 1'800 << u"CancelTooLate"_s;
        QTest::newRow("it plays") << 60 << 6'000 << u"CancelTooLate"_s;
        QTest::newRow("two hours are asked") << 120 << 0 << u"CancelTooLate"_s;
        QTest::newRow("until the start") << 0 << 5'399 << u"ok"_s;
        QTest::newRow("never") << -1 << 0 << u"CancelTooLate"_s;
    }
    void tooLateIsTheDesksToCancel()
    {
        QFETCH(int, minutes);
        QFETCH(int, wait);
        QFETCH(QString, answer);
        TestShop::Options options;
        options.settings.cancelBefore = std::nullopt;
        if (minutes >= 0)
            options.settings.cancelBefore = std::chrono::minutes(minutes);
        TestShop shop(options);
        const OrderId order = shop.sold({0});
        shop.clock.advance(std::chrono::seconds(wait));
        const auto back = cancel(shop, ticket(shop, order), order, {0});
        QCOMPARE(answerOf(back), answer);
        QCOMPARE(shop.shown(0), answer == u"ok" ? SeatShown::Free : SeatShown::Taken);
        QCOMPARE(shop.entries(u"refunded"_s), answer == u"ok" ? 1 : 0);
        if (minutes >= 0 && !back.ok()) // as the house's clocks show it
            QCOMPARE(refusal(back).until.toString(u"HH:mm"_s), minutes == 60 ? u"18:30"_s : u"17:30"_s);
        else
            QVERIFY(!refusal(back).until.isValid());
        QCOMPARE(
            answerOf(shop->payments.refund(order, {}, u"ill"_s)), answer == u"ok" ? u"AlreadyRefunded"_s : u"ok"_s);
        QCOMPARE(complaints(shop), QString());
    }

    void whatTheHouseCancelledComesBackAtAnyTime()
    {
        TestShop shop;
        const OrderId order = shop.sold({0});
        shop.clock.advance(80min);
        QCOMPARE(answerOf(cancel(shop, ticket(shop, order), order, {0})), u"CancelTooLate"_s);
        shop.run("UPDATE performance SET state = 2 WHERE id = 'tonight'"); // as a terminal follows its hub
        QCOMPARE(answerOf(cancel(shop, ticket(shop, order), order, {0})), u"ok"_s);
        QCOMPARE(complaints(shop), QString());
    }

    void aBlockedWalletIsTheDesksAffair()
    {
        TestShop shop;
        TokenPass pass = rich(shop);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0}));
        pass = again(shop);
        shop.run("UPDATE wallet SET blocked = 1");
        QCOMPARE(answerOf(cancel(shop, ofMember(pass), order, {0})), u"WalletBlocked"_s);
        QCOMPARE(answerOf(cancel(shop, ticket(shop, order), order, {0})), u"WalletBlocked"_s);
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        QCOMPARE(shop.entries(u"refunded"_s), 0);
        QVERIFY(shop->tickets.printAgain(ofMember(pass), order).ok());
        QCOMPARE(complaints(shop), QString());
    }

    void theJournalSaysThatItWasTheCustomer()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1});
        must(shop->tickets.printAgain(ticket(shop, order), order));
        must(cancel(shop, ticket(shop, order, 1), order, {0}));
        for (const QString &kind : {u"printedAgain"_s, u"refunded"_s}) {
            const QJsonObject told = QJsonDocument::fromJson(shop.lastEntry(kind).toUtf8()).object();
            QCOMPARE(told["by"_L1].toString(), u"customer"_s);
            QVERIFY(!told.contains("staff"_L1) && !told.contains("why"_L1));
        }
        FindService find(shop.db(), shop.clock, shop->reservations, shop->payments);
        const QList<OrderEvent> history = must(find.open(order)).history;
        QCOMPARE(history.size(), 3);
        QVERIFY(!history[0].isCustomers && history[1].isCustomers && history[2].isCustomers);
        QCOMPARE(history[2].amount.value_or(0), front);
        must(shop->payments.refund(order, {}, u"ill"_s));
        QVERIFY(!must(find.open(order)).history.constLast().isCustomers);
    }

    /// Customers' prints and the staff's are one count.
    void eachPrintIsTheNextCopy()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 20});
        const TicketProof proof = ticket(shop, order);
        QCOMPARE(must(shop->tickets.printAgain(proof, order)).copy, 2);
        QCOMPARE(must(shop->payments.printAgain(order, {})).copy, 3);
        must(cancel(shop, proof, order, {20}));
        const Order copy = must(shop->tickets.printAgain(proof, order));
        QCOMPARE(copy.copy, 4);
        QCOMPARE(copy.tickets.size(), 1);
        QCOMPARE(copy.total.minor, front);
        must(cancel(shop, proof, order, {0}));
        QCOMPARE(answerOf(shop->tickets.printAgain(proof, order)), u"AlreadyRefunded"_s);
        QCOMPARE(shop.entries(u"printedAgain"_s), 3);
    }

    void whatCostNothingIsCancelledWithoutACode()
    {
        TestShop shop;
        TokenPass pass = shop.guest();
        const OrderId order = shop.pay(pass, shop.hold(pass, {0}, u"free"_s));
        const MoneyBack back = must(cancel(shop, ticket(shop, order), order, {0}));
        QVERIFY(back.amount.isZero() && !back.claim);
        QCOMPARE(shop.shown(0, u"free"_s), SeatShown::Free);
        QCOMPARE(complaints(shop), QString());
    }
};

QTEST_GUILESS_MAIN(MyTicketsFlowsTest)
#include "MyTicketsFlowsTest.moc"
