#include "services/ShiftService.h"
#include "storage/Audit.h"
#include "storage/LedgerStore.h"
#include "support/Audit.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 front = 30'000, back = 15'000; // seats 0 to 19, and the rest
const StaffId kim{QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};

RefundWish wish(OrderId order, const QList<int> &seats = {})
{
    return {.order = order, .seats = TestShop::seats(seats), .who = kim, .why = u"fell ill"_s};
}
RefundWish leaving(RefundWish wish, TenderKind to)
{
    wish.to = to;
    return wish;
}

void openShift(TestShop &shop) { must(ShiftService(shop.db(), shop.clock, shop.ids).open(kim, TestShop::won(0))); }

/// Both audits, and no guest's money out of reach.
QString complaints(TestShop &shop)
{
    const AuditReport report = must(foyer::audit(shop.db()));
    if (!report.clean())
        return report.violations.constFirst().rule + u' ' + report.violations.constFirst().words;
    return auditReachable(shop);
}
} // namespace

/// Money back at a box office: ticket by ticket, at once by hand, onto a code, and from a code into a wallet.
class RefundFlowsTest : public QObject
{
    Q_OBJECT

    static QList<int> liveTickets(TestShop &shop, OrderId order)
    {
        QList<int> seats;
        for (const Ticket &ticket : must(shop->payments.order(order)).tickets)
            if (ticket.isLive)
                seats.append(indexOf(ticket.seat));
        return seats;
    }
    /// Two front seats and one at the back, bought by a member who has nothing left.
    static OrderId boughtByMember(TestShop &shop, TokenPass *pass)
    {
        *pass = shop.member();
        shop.topUp(*pass, 2 * front + back);
        return shop.pay(*pass, shop.hold(*pass, {0, 1, 20}));
    }
    static QString codeWorth(TestShop &shop, qint64 amount)
    {
        const TokenPass pass = shop.guest();
        shop.topUp(pass, amount);
        return must(shop->payments.endVisit(pass, {})).claim->code;
    }

private Q_SLOTS:
    void onlyTheTicketsNamedAreVoidAndTheirSeatsFree()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = boughtByMember(shop, &pass);
        const int left = shop.seatsLeft();
        const MoneyBack some = must(shop->payments.refund(wish(order, {20, 1})));
        QCOMPARE(some.amount.minor, front + back);
        QCOMPARE(some.seats, TestShop::seats({1, 20}));
        QVERIFY(!some.claim && some.payOuts.isEmpty()); // it is in the member's wallet
        QCOMPARE(shop.balance(pass), front + back);
        QCOMPARE(liveTickets(shop, order), QList<int>{0});
        QCOMPARE(must(shop->payments.order(order)).state, OrderState::Paid);
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        QCOMPARE(shop.shown(1), SeatShown::Free);
        QCOMPARE(shop.seatsLeft(), left + 2);
        const QString told = shop.lastEntry(u"refunded"_s);
        QVERIFY(told.contains(u"\"total\":45000"_s) && told.contains(kim.text()) && told.contains(u"fell ill"_s));
        QCOMPARE(QJsonDocument::fromJson(told.toUtf8())[u"rights"].toArray().size(), 2);
        QVERIFY(!told.contains(u"void"_s));
        QCOMPARE(complaints(shop), QString());
        shop.sold({1, 20}); // somebody else's now
        QCOMPARE(must(shop->payments.refund(wish(order))).seats, TestShop::seats({0}));
        QCOMPARE(must(shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(shop.balance(pass), 2 * front + back);
        QCOMPARE(answerOf(shop->payments.refund(wish(order))), u"AlreadyRefunded"_s);
        QCOMPARE(complaints(shop), QString());
    }

    void everyOrderOfTicketsGivesBackTheSame_data()
    {
        QTest::addColumn<QList<QList<int>>>("refunds");
        QTest::newRow("all at once") << QList<QList<int>>{{}};
        QTest::newRow("all by name") << QList<QList<int>>{{20, 0, 1}};
        QTest::newRow("one by one") << QList<QList<int>>{{20}, {0}, {1}};
        QTest::newRow("two and the rest") << QList<QList<int>>{{0, 1}, {}};
        QTest::newRow("one, and the rest") << QList<QList<int>>{{1}, {}};
    }

    void everyOrderOfTicketsGivesBackTheSame()
    {
        QFETCH(QList<QList<int>>, refunds);
        TestShop shop;
        TokenPass pass;
        const OrderId order = boughtByMember(shop, &pass);
        for (const QList<int> &seats : refunds) {
            QCOMPARE(must(shop->payments.order(order)).state, OrderState::Paid);
            must(shop->payments.refund(wish(order, seats)));
            QCOMPARE(complaints(shop), QString());
        }
        QCOMPARE(shop.balance(pass), 2 * front + back);
        QCOMPARE(must(shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(shop.seatsLeft(), 30);
    }

    void aTicketThatCannotBeRefundedIsNamed_data()
    {
        QTest::addColumn<QList<int>>("asked");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QList<int>>("named");
        QTest::newRow("of nobody's order") << QList<int>{0, 5} << u"SeatUnknown"_s << QList<int>{5};
        QTest::newRow("no such seat") << QList<int>{999} << u"SeatUnknown"_s << QList<int>{999};
        QTest::newRow("refunded before") << QList<int>{0, 1} << u"AlreadyRefunded"_s << QList<int>{1};
        QTest::newRow("only refunded ones") << QList<int>{20, 1} << u"AlreadyRefunded"_s << QList<int>{1, 20};
    }

    void aTicketThatCannotBeRefundedIsNamed()
    {
        QFETCH(QList<int>, asked);
        QFETCH(QString, answer);
        QFETCH(QList<int>, named);
        TestShop shop;
        const OrderId order = shop.sold({0, 1, 20});
        must(shop->payments.refund(wish(order, {1, 20})));
        const auto refused = shop->payments.refund(wish(order, asked));
        QCOMPARE(answerOf(refused), answer);
        QCOMPARE(refusal(refused).seats, TestShop::seats(named));
        QCOMPARE(liveTickets(shop, order), QList<int>{0});
        QCOMPARE(complaints(shop), QString());
    }

    void aRefundNeedsAReason()
    {
        TestShop shop;
        const OrderId order = shop.sold({0});
        RefundWish unsaid = wish(order);
        unsaid.why = u"  "_s;
        QCOMPARE(answerOf(shop->payments.refund(unsaid)), u"ReasonNeeded"_s);
        QCOMPARE(answerOf(shop->payments.refund(order, kim, QString())), u"ReasonNeeded"_s);
        QCOMPARE(liveTickets(shop, order), QList<int>{0});
    }

    void eachCodeOfAGuestIsForWhatCameBackWithIt()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = shop.sold({0, 1, 20}, &pass);
        must(shop->payments.endVisit(pass, {}));
        const Claim first = must(shop->payments.refund(wish(order, {0}))).claim.value();
        const MoneyBack last = must(shop->payments.refund(wish(order, {20})));
        QCOMPARE(last.claim.value().amount.minor, back);
        QCOMPARE(must(shop->payments.payClaim(first.code, kim)).amount.minor, front);
        QCOMPARE(must(shop->payments.payClaim(last.claim->code, kim)).amount.minor, back);
        QCOMPARE(complaints(shop), QString());
    }

    void whatCostNothingIsRefundedTicketByTicketToo()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const OrderId order = shop.pay(pass, shop.hold(pass, {0, 1}, u"free"_s));
        const MoneyBack nothing = must(shop->payments.refund(leaving(wish(order, {0}), TenderKind::Cash)));
        QVERIFY(nothing.amount.isZero() && !nothing.claim && nothing.payOuts.isEmpty());
        QCOMPARE(shop.number("SELECT count(*) FROM movement"), 0);
        QCOMPARE(shop.shown(0, u"free"_s), SeatShown::Free);
        QCOMPARE(shop.shown(1, u"free"_s), SeatShown::Taken);
        QCOMPARE(complaints(shop), QString());
    }

    void onlyWhatStandsIsPrintedAgain()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 20}), other = shop.sold({21});
        must(shop->payments.refund(wish(order, {0})));
        const Order copy = must(shop->payments.printAgain(order, kim)), same = must(shop->payments.order(other));
        QCOMPARE(copy.tickets.size(), 1);
        QCOMPARE(indexOf(copy.tickets.constFirst().seat), 20);
        QCOMPARE(copy.total, same.total);
        QCOMPARE(copy.tax, same.tax);
        QCOMPARE(must(shop->payments.order(order)).total.minor, front + back); // as it was sold
    }

    void aSaleByMistakeIsVoidWhole()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1}), parted = shop.sold({2, 3});
        RefundWish mistake = wish(order);
        mistake.isVoid = true;
        QCOMPARE(must(shop->payments.refund(mistake)).amount.minor, 2 * front);
        QVERIFY(shop.lastEntry(u"refunded"_s).contains(u"\"void\":true"_s));
        QCOMPARE(answerOf(shop->payments.refund(mistake)), u"AlreadyRefunded"_s);
        mistake = wish(parted, {2});
        mistake.isVoid = true;
        QCOMPARE(answerOf(shop->payments.refund(mistake)), u"BadInput"_s);
        must(shop->payments.refund(wish(parted, {2})));
        mistake.seats.clear();
        const auto refused = shop->payments.refund(mistake);
        QCOMPARE(answerOf(refused), u"AlreadyRefunded"_s);
        QCOMPARE(refusal(refused).seats, TestShop::seats({2}));
        QCOMPARE(liveTickets(shop, parted), QList<int>{3});
        QCOMPARE(complaints(shop), QString());
    }

    void theMoneyLeavesAtOnce_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("cash") << int(TenderKind::Cash);
        QTest::newRow("card") << int(TenderKind::Card);
    }

    /// One transaction: whatever happens next, the customer has either the money or its tender.
    void theMoneyLeavesAtOnce()
    {
        QFETCH(int, kind);
        TestShop shop;
        TokenPass pass;
        openShift(shop);
        const OrderId order = shop.sold({0, 20}, &pass);
        must(shop->payments.endVisit(pass, {}));
        const MoneyBack given = must(shop->payments.refund(leaving(wish(order, {20}), TenderKind(kind))));
        QVERIFY(!given.claim);
        QCOMPARE(given.payOuts.constFirst().amount.minor, back);
        QCOMPARE(given.payOuts.constFirst().kind, TenderKind(kind));
        QCOMPARE(given.payOuts.constFirst().direction, TenderDirection::Out);
        QCOMPARE(shop.balance(pass), 0); // set aside before the device is asked
        shop.restart();
        QCOMPARE(must(shop->payments.openTenders()).constFirst().id, given.payOuts.constFirst().id); // asked again
        QVERIFY(!must(shop->payments.answered(given.payOuts.constFirst().id, DeviceAnswer::Approved)).claim);
        QCOMPARE(shop.number("SELECT sum(amount) FROM posting WHERE account = ?",
                     {int(TenderKind(kind) == TenderKind::Cash ? Account::Cash : Account::Card)}),
            TenderKind(kind) == TenderKind::Cash ? back : back - (front + back)); // it was paid by card
        QCOMPARE(complaints(shop), QString());
    }

    /// Of cash somebody answers for the drawer.
    void noCashLeavesADrawerThatNobodyOpened()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1});
        QCOMPARE(answerOf(shop->payments.refund(leaving(wish(order, {0}), TenderKind::Cash))), u"ShiftNotOpen"_s);
        QCOMPARE(liveTickets(shop, order), (QList<int>{0, 1})); // nothing half done
        QCOMPARE(must(shop->payments.refund(leaving(wish(order, {0}), TenderKind::Card))).payOuts.size(), 1);
        openShift(shop);
        QCOMPARE(must(shop->payments.refund(leaving(wish(order, {1}), TenderKind::Cash))).payOuts.size(), 1);
        QCOMPARE(complaints(shop), QString());
    }

    /// What was paid by card isn't handed out of the drawer; what came on a code is on a code again.
    void aVoidSalesMoneyGoesBackTheWaysItCame()
    {
        TestShop shop;
        openShift(shop);
        const TokenPass pass = shop.guest();
        must(shop->payments.redeem(pass, codeWorth(shop, 5'000), kim));
        const Hold hold = shop.hold(pass, {0, 20});
        const auto takes = [&](qint64 amount, TenderKind kind) {
            must(shop->payments.answered(shop.beginTopUp(pass, amount, kind, hold.id).id, DeviceAnswer::Approved));
        };
        takes(10'000, TenderKind::Cash);
        takes(30'000, TenderKind::Card);
        RefundWish mistake = wish(shop.pay(pass, hold));
        mistake.isVoid = true;
        mistake.asItCame = {TenderKind::Cash, TenderKind::Card};
        const MoneyBack back = must(shop->payments.refund(mistake));
        QCOMPARE(back.payOuts.size(), 2);
        QCOMPARE(back.payOuts[0].kind, TenderKind::Cash);
        QCOMPARE(back.payOuts[0].amount.minor, 10'000);
        QCOMPARE(back.payOuts[1].kind, TenderKind::Card);
        QCOMPARE(back.payOuts[1].amount.minor, 30'000);
        QCOMPARE(back.claim.value().amount.minor, 5'000);
        must(shop->payments.answered(back.payOuts[0].id, DeviceAnswer::Approved));
        const TenderOutcome declined = must(shop->payments.answered(back.payOuts[1].id, DeviceAnswer::Declined));
        QVERIFY(!declined.claim); // the code that they have is worth it now
        QCOMPARE(declined.onCode.value().minor, 35'000);
        QCOMPARE(must(shop->payments.payClaim(back.claim->code, kim)).amount.minor, 35'000);
        QCOMPARE(complaints(shop), QString());
    }

    /// The program ended in between: a code would be shown to nobody.
    void whatNobodyWatchedFailIsForStaffToFind()
    {
        TestShop shop;
        const OrderId order = shop.sold({0});
        const Tender out = must(shop->payments.refund(leaving(wish(order), TenderKind::Card))).payOuts.at(0);
        QVERIFY(!must(shop->payments.answered(out.id, DeviceAnswer::Declined, false)).claim);
        QCOMPARE(LedgerStore(shop.db()).withoutCode().size(), 1);
        QCOMPARE(must(shop->payments.unclaimed()).constFirst().amount.minor, front);
        QCOMPARE(complaints(shop), QString());
    }

    void whatADeviceFailsToGiveBecomesACodeOfItsOwnAndNoUsedOneIsGoodAgain()
    {
        TestShop shop;
        openShift(shop);
        TokenPass pass;
        const OrderId order = shop.sold({0, 1, 20}, &pass);
        must(shop->payments.endVisit(pass, {}));
        const Claim used = must(shop->payments.refund(wish(order, {0}))).claim.value();
        must(shop->payments.answered(must(shop->payments.payClaim(used.code, kim)).id, DeviceAnswer::Approved));
        const Tender out = must(shop->payments.refund(leaving(wish(order, {1}), TenderKind::Cash))).payOuts.at(0);
        const auto claim = must(shop->payments.answered(out.id, DeviceAnswer::Declined)).claim;
        QVERIFY(claim && claim->code != used.code);
        QCOMPARE(claim->amount.minor, front);
        QCOMPARE(answerOf(shop->payments.payClaim(used.code, kim)), u"ClaimUnknown"_s);
        const Tender next = must(shop->payments.refund(leaving(wish(order, {20}), TenderKind::Cash))).payOuts.at(0);
        const auto another = must(shop->payments.answered(next.id, DeviceAnswer::Declined)).claim;
        QCOMPARE(must(shop->payments.payClaim(claim->code, kim)).amount.minor, front);
        QCOMPARE(must(shop->payments.payClaim(another.value().code, kim)).amount.minor, back);
        QCOMPARE(complaints(shop), QString());
    }

    void aMembersMoneyThatNoDeviceGivesIsInTheirWallet()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = boughtByMember(shop, &pass);
        const Tender out = must(shop->payments.refund(leaving(wish(order, {0}), TenderKind::Card))).payOuts.at(0);
        QCOMPARE(shop.balance(pass), 0);
        QVERIFY(!must(shop->payments.answered(out.id, DeviceAnswer::Cancelled)).claim);
        QCOMPARE(shop.balance(pass), front);
        shop.run("UPDATE wallet SET blocked = 1");
        QCOMPARE(answerOf(shop->payments.refund(leaving(wish(order, {1}), TenderKind::Cash))), u"WalletBlocked"_s);
        QCOMPARE(liveTickets(shop, order), (QList<int>{1, 20})); // nothing half done
        QCOMPARE(complaints(shop), QString());
    }

    void aBalanceIsPaidOutByHandAsFarAsItReaches()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 20'000, TenderKind::Card);
        const WalletId wallet = must(shop->payments.balance(pass)).wallet;
        const auto payOut = [&](qint64 amount, const QString &why = u"moves away"_s) {
            return shop->payments.payOut(wallet, TestShop::won(amount), TenderKind::Cash, kim, why);
        };
        QCOMPARE(answerOf(payOut(5'000, u" "_s)), u"ReasonNeeded"_s);
        QCOMPARE(answerOf(payOut(0)), u"AmountInvalid"_s);
        QCOMPARE(answerOf(payOut(-5'000)), u"AmountInvalid"_s);
        QCOMPARE(refusal(payOut(21'000)).amount.minor, 1'000); // what is missing
        QCOMPARE(answerOf(payOut(21'000)), u"InsufficientBalance"_s);
        QCOMPARE(
            answerOf(shop->payments.payOut(shop.ids.make<WalletId>(), TestShop::won(1), TenderKind::Cash, kim, u"?"_s)),
            u"WalletUnknown"_s);
        const Tender out = must(payOut(15'000));
        QVERIFY(shop.lastEntry(u"payOutByHand"_s).contains(kim.text()));
        QVERIFY(shop.lastEntry(u"payOutByHand"_s).contains(u"moves away"_s));
        QCOMPARE(answerOf(payOut(15'000)), u"InsufficientBalance"_s); // it is set aside
        must(shop->payments.answered(out.id, DeviceAnswer::Approved));
        QCOMPARE(shop.balance(pass), 5'000);
        shop.run("UPDATE wallet SET blocked = 1");
        QCOMPARE(answerOf(payOut(5'000)), u"WalletBlocked"_s);
        QCOMPARE(complaints(shop), QString());
    }

    void aGuestsCodeStaysGoodForWhatIsLeft()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 20'000);
        const WalletId wallet = must(shop->payments.balance(pass)).wallet;
        const QString code = must(shop->payments.endVisit(pass, {})).claim->code;
        for (const DeviceAnswer answer : {DeviceAnswer::Declined, DeviceAnswer::Approved}) {
            const Tender out =
                must(shop->payments.payOut(wallet, TestShop::won(15'000), TenderKind::Cash, kim, u"needs it"_s));
            QVERIFY(!must(shop->payments.answered(out.id, answer)).claim);
            QCOMPARE(complaints(shop), QString());
        }
        QCOMPARE(must(shop->payments.payClaim(code, kim)).amount.minor, 5'000);
        QCOMPARE(complaints(shop), QString());
    }

    void aCodeBuysSeats()
    {
        TestShop shop;
        const QString code = codeWorth(shop, front);
        const TokenPass pass = shop.guest();
        QCOMPARE(must(shop->payments.redeem(pass, code, kim)).minor, front);
        QCOMPARE(shop.balance(pass), front);
        QCOMPARE(must(shop->payments.balance(pass)).movements.constFirst().kind, MovementKind::Redeemed);
        QVERIFY(shop.lastEntry(u"redeemed"_s).contains(kim.text()));
        QCOMPARE(complaints(shop), QString());
        QCOMPARE(answerOf(shop->payments.redeem(pass, code, kim)), u"ClaimUnknown"_s); // once
        QCOMPARE(answerOf(shop->payments.payClaim(code, kim)), u"ClaimUnknown"_s);
        QCOMPARE(must(foyer::audit(shop.db())).count(u"claims"), 0); // nobody waits for it any more
        shop.pay(pass, shop.hold(pass, {0}));
        QCOMPARE(shop.balance(pass), 0);
        QCOMPARE(complaints(shop), QString());
    }

    void aCodeGoesIntoAMembersWallet()
    {
        TestShop shop;
        const QString code = codeWorth(shop, front);
        const TokenPass pass = shop.member();
        shop.topUp(pass, 5'000);
        must(shop->payments.redeem(pass, code.toLower(), kim)); // as people type
        QCOMPARE(shop.balance(pass), front + 5'000);
        must(shop->payments.endVisit(pass, {}));
        QCOMPARE(shop.balance(shop.signIn(u"01048210007"_s).pass), front + 5'000);
        QCOMPARE(complaints(shop), QString());
    }

    void aCodeIsRedeemedAsItIsPaid()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        QCOMPARE(answerOf(shop->payments.redeem(pass, u"0000-0000-0000"_s, kim)), u"ClaimUnknown"_s);
        const QString paid = codeWorth(shop, front);
        const Tender out = must(shop->payments.payClaim(paid, kim));
        QCOMPARE(answerOf(shop->payments.redeem(pass, paid, kim)), u"ClaimUnknown"_s); // while the drawer is open
        must(shop->payments.answered(out.id, DeviceAnswer::Cancelled));
        QCOMPARE(must(shop->payments.redeem(pass, paid, kim)).minor, front); // it is good again
        const TokenPass doubtful = shop.guest();
        shop.topUp(doubtful, 5'000);
        const Tender late = shop.beginTopUp(doubtful, 3'000);
        const QString code = must(shop->payments.endVisit(doubtful, {})).claim->code;
        QCOMPARE(answerOf(shop->payments.redeem(pass, code, kim)), u"TenderInDoubt"_s);
        must(shop->payments.answered(late.id, DeviceAnswer::Approved));
        QCOMPARE(must(shop->payments.redeem(pass, code, kim)).minor, 8'000); // the late money too
        QCOMPARE(shop.balance(pass), front + 8'000);
        QCOMPARE(complaints(shop), QString());
    }

    void aCodeIsRedeemedByWhoMayBuy()
    {
        TestShop shop;
        const QString code = codeWorth(shop, front);
        const TokenPass gone = shop.guest();
        must(shop->payments.endVisit(gone, {}));
        QCOMPARE(answerOf(shop->payments.redeem(gone, code, kim)), u"TokenEnded"_s);
        QCOMPARE(answerOf(shop->payments.redeem({}, code, kim)), u"TokenUnknown"_s);
        const TokenPass member = shop.member();
        shop.topUp(member, 1'000);
        shop.run("UPDATE wallet SET blocked = 1 WHERE member IS NOT NULL");
        QCOMPARE(answerOf(shop->payments.redeem(member, code, kim)), u"WalletBlocked"_s);
        QCOMPARE(must(shop->payments.payClaim(code, kim)).amount.minor, front); // untouched
        QCOMPARE(complaints(shop), QString());
    }

    void whoseCodeItIsHasTheMoneyAlready()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000);
        const QString code = must(shop->payments.endVisit(pass, {})).claim->code;
        const TokenPass again = must(shop->tokens.buyAnother(pass)).pass;
        QCOMPARE(must(shop->payments.redeem(again, code, kim)).minor, 7'000);
        QCOMPARE(shop.balance(again), 7'000);
        QCOMPARE(shop.number("SELECT count(*) FROM movement WHERE kind = 11"), 0);
        QCOMPARE(complaints(shop), QString());
    }
};

QTEST_GUILESS_MAIN(RefundFlowsTest)
#include "RefundFlowsTest.moc"
