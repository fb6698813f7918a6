#include "domain/Limits.h"
#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QList<TenderKind> everything{TenderKind::Cash, TenderKind::Card};
}

/// FLOWS 8.6 and law 10: money on its way back, by device, claim code or refund; never lost, never twice.
class MoneyBackFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow8_6_aGuestsMoneyGoesBackTheWayItCame_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("cash") << int(TenderKind::Cash);
        QTest::newRow("card") << int(TenderKind::Card);
    }

    void flow8_6_aGuestsMoneyGoesBackTheWayItCame()
    {
        QFETCH(int, kind);
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000, TenderKind(kind));
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        QVERIFY(end.payOuts.size() == 1 && !end.claim);
        QCOMPARE(end.payOuts.constFirst().kind, TenderKind(kind));
        QCOMPARE(end.payOuts.constFirst().direction, TenderDirection::Out);
        QCOMPARE(end.payOuts.constFirst().amount, shop.won(7'000));
        QCOMPARE(shop.balance(pass), 0); // set aside before the device is asked
        QCOMPARE(audit(shop), QString());
        shop.restart();
        QCOMPARE(must(shop->payments.openTenders()).size(), 1); // to be asked again
        for (DeviceAnswer answer : {DeviceAnswer::Unknown, DeviceAnswer::Approved, DeviceAnswer::Declined})
            QVERIFY(!must(shop->payments.answered(end.payOuts.constFirst().id, answer)).claim);
        QCOMPARE(shop.balance(pass), 0);
        QVERIFY(must(shop->payments.endVisit(pass, everything)).payOuts.isEmpty());
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_whatCameInPartsGoesBackInTheSameParts()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 10'000, TenderKind::Cash);
        shop.topUp(pass, 20'000, TenderKind::Card);
        shop.topUp(pass, 5'000, TenderKind::Cash);
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        QVERIFY(!end.claim);
        QCOMPARE(end.payOuts.size(), 2);
        QCOMPARE(end.payOuts[0].kind, TenderKind::Cash);
        QCOMPARE(end.payOuts[0].amount, shop.won(15'000));
        QCOMPARE(end.payOuts[1].kind, TenderKind::Card);
        QCOMPARE(end.payOuts[1].amount, shop.won(20'000));
        QCOMPARE(shop.balance(pass), 0);
        must(shop->payments.answered(end.payOuts[1].id, DeviceAnswer::Approved));
        const auto failed = must(shop->payments.answered(end.payOuts[0].id, DeviceAnswer::Declined));
        QCOMPARE(failed.claim->amount, shop.won(15'000));
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_neitherPartCanBeGivenThenOneCodeIsWorthBoth()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 10'000, TenderKind::Cash);
        shop.topUp(pass, 20'000, TenderKind::Card);
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        const auto code = must(shop->payments.answered(end.payOuts[0].id, DeviceAnswer::Declined)).claim.value().code;
        QVERIFY(!must(shop->payments.answered(end.payOuts[1].id, DeviceAnswer::Cancelled)).claim);
        QCOMPARE(must(shop->payments.payClaim(code, {})).amount, shop.won(30'000));
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_onlyWhatIsLeftGoesBackAndTheLastWayItCameFirst()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 40'000, TenderKind::Card);
        const Hold hold = shop.hold(pass, {0});
        shop.pay(pass, hold);
        const TokenPass again = must(shop->tokens.buyAnother(pass)).pass;
        shop.topUp(again, 3'000, TenderKind::Cash);
        const VisitEnd end = must(shop->payments.endVisit(again, everything));
        QCOMPARE(end.payOuts.size(), 2);
        QCOMPARE(end.payOuts[0].kind, TenderKind::Cash);
        QCOMPARE(end.payOuts[0].amount, shop.won(3'000));
        QCOMPARE(end.payOuts[1].amount, shop.won(40'000) - hold.total({}));
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_moneyOfACodeThatWasBroughtInIsOnACodeAgain()
    {
        TestShop shop;
        const TokenPass gone = shop.guest();
        shop.topUp(gone, 7'000, TenderKind::Card);
        const QString code = must(shop->payments.endVisit(gone, {})).claim.value().code;
        const TokenPass pass = shop.guest();
        must(shop->payments.redeem(pass, code, {}));
        shop.topUp(pass, 2'000, TenderKind::Card);
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        QCOMPARE(end.payOuts.size(), 1); // no card terminal gives back what it didn't take
        QCOMPARE(end.payOuts[0].amount, shop.won(2'000));
        QCOMPARE(end.claim.value().amount, shop.won(7'000));
        must(shop->payments.answered(end.payOuts[0].id, DeviceAnswer::Approved));
        QCOMPARE(must(shop->payments.payClaim(end.claim->code, {})).amount, shop.won(7'000));
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_whatNoDeviceCanGiveBecomesACode()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000, TenderKind::Card);
        const VisitEnd end = must(shop->payments.endVisit(pass, {TenderKind::Cash}));
        QVERIFY(end.claim && end.payOuts.isEmpty());
        QCOMPARE(end.claim->amount, shop.won(7'000));
        QVERIFY(must(shop->payments.endVisit(pass, everything)).payOuts.isEmpty()); // the code has it
        QCOMPARE(shop.number("SELECT count(*) FROM claim WHERE code = ?", {end.claim->code.toUtf8()}), 0); // a hash
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aMembersMoneyStays()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 7'000);
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        QVERIFY(end.payOuts.isEmpty() && !end.claim);
        QCOMPARE(shop.balance(shop.signIn(u"01048210007"_s).pass), 7'000);
    }

    void flow8_6_aFailedPayOutBecomesACode()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000, TenderKind::Cash);
        const Tender out = must(shop->payments.endVisit(pass, everything)).payOuts.constFirst();
        const TenderOutcome outcome = must(shop->payments.answered(out.id, DeviceAnswer::Declined));
        QVERIFY(outcome.claim);
        QCOMPARE(outcome.claim->amount, shop.won(7'000));
        must(shop->payments.answered(out.id, DeviceAnswer::Approved)); // it had its answer
        QCOMPARE(audit(shop), QString());
        const Tender paid = must(shop->payments.payClaim(outcome.claim->code, {}));
        QCOMPARE(paid.amount, shop.won(7'000));
        must(shop->payments.answered(paid.id, DeviceAnswer::Approved));
        QCOMPARE(shop.balance(pass), 0);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aClaimIsPaidOnce()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000);
        const QString code = must(shop->payments.endVisit(pass, {})).claim->code;
        const StaffId who = shop.ids.make<StaffId>();
        QCOMPARE(answerOf(shop->payments.payClaim(u"0000-0000-0000"_s, who)), u"ClaimUnknown"_s);
        const Tender out = must(shop->payments.payClaim(code.toLower().replace(u'-', u' '), who)); // as people type
        QCOMPARE(out.kind, TenderKind::Cash);
        QVERIFY(shop.lastEntry(u"claimPaying"_s).contains(who.text()));
        QCOMPARE(answerOf(shop->payments.payClaim(code, who)), u"ClaimUnknown"_s); // while the drawer is open
        must(shop->payments.answered(out.id, DeviceAnswer::Approved));
        QCOMPARE(answerOf(shop->payments.payClaim(code, who)), u"ClaimUnknown"_s);
        QCOMPARE(shop.number("SELECT sum(amount) FROM posting WHERE account = 2"), 7'000);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aCodeThatCouldntBePaidIsGoodAgain()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 7'000);
        const QString code = must(shop->payments.endVisit(pass, {})).claim->code;
        const Tender out = must(shop->payments.payClaim(code, {}));
        QVERIFY(!must(shop->payments.answered(out.id, DeviceAnswer::Cancelled)).claim); // the code they have
        QCOMPARE(auditReachable(shop), QString());
        QCOMPARE(answerOf(shop->payments.payClaim(code, {})), u"ok"_s);
    }

    void flow8_6_leavingWithATenderInDoubtPaysNothingTwice()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000);
        const Tender doubt = shop.beginTopUp(pass, 3'000);
        const VisitEnd end = must(shop->payments.endVisit(pass, everything));
        QVERIFY(end.claim && end.payOuts.isEmpty());
        QCOMPARE(answerOf(shop->payments.payClaim(end.claim->code, {})), u"TenderInDoubt"_s);
        must(shop->payments.answered(doubt.id, DeviceAnswer::Approved));
        QCOMPARE(must(shop->payments.payClaim(end.claim->code, {})).amount, shop.won(8'000)); // the late money too
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aLateApprovalForAGuestWhoIsGoneBecomesAClaim()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Tender doubt = shop.beginTopUp(pass, 3'000);
        must(shop->payments.endVisit(pass, everything));
        shop.restart();
        must(shop->payments.answered(doubt.id, DeviceAnswer::Approved));
        const QList<Unclaimed> found = must(shop->payments.unclaimed());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].amount, shop.won(3'000));
        QVERIFY(!found[0].hasCode);
        const StaffId who = shop.ids.make<StaffId>();
        const Claim claim = must(shop->payments.codeFor(found[0].wallet, who, u"never had one"_s));
        QVERIFY(shop.lastEntry(u"claimCodeRenewed"_s).contains(who.text()));
        must(shop->payments.answered(must(shop->payments.payClaim(claim.code, who)).id, DeviceAnswer::Approved));
        QVERIFY(must(shop->payments.unclaimed()).isEmpty());
        QCOMPARE(answerOf(shop->payments.codeFor(found[0].wallet, who, u"never had one"_s)), u"ClaimUnknown"_s);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aLateApprovalForAMemberBecomesBalance()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        const Tender doubt = shop.beginTopUp(pass, 3'000);
        must(shop->payments.endVisit(pass, everything));
        must(shop->payments.answered(doubt.id, DeviceAnswer::Approved));
        QCOMPARE(shop.balance(shop.signIn(u"01048210007"_s).pass), 3'000);
        QCOMPARE(shop.number("SELECT count(*) FROM claim"), 0);
    }

    void flow8_6_aLateApprovalOnTheTicketScreenStillGetsACode()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0}, u"free"_s);
        const Tender doubt = shop.beginTopUp(pass, 3'000);
        shop.pay(pass, hold); // the visit is paid, the guest reads the ticket screen
        must(shop->payments.answered(doubt.id, DeviceAnswer::Approved));
        QCOMPARE(auditReachable(shop), QString());
        const VisitEnd end = must(shop->payments.endVisit(pass, {TenderKind::Card}));
        QVERIFY(!end.payOuts.isEmpty());
        QVERIFY(must(shop->payments.answered(end.payOuts.constFirst().id, DeviceAnswer::Declined)).claim);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_anAnswerOfNoStillLeavesTheRestReachable()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000);
        const Hold hold = shop.hold(pass, {0}, u"free"_s);
        const Tender doubt = shop.beginTopUp(pass, 3'000);
        shop.pay(pass, hold);
        shop.restart(); // the screen that would have ended the visit is gone
        must(shop->payments.answered(doubt.id, DeviceAnswer::Declined));
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aVisitNobodyRenewsLeavesAClaim()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000);
        shop.hold(pass, {0});
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(must(shop->payments.unclaimed()).size(), 1);
        QCOMPARE(auditReachable(shop), QString());
        // whoever comes back to that very screen still gets the money
        QVERIFY(!must(shop->payments.endVisit(pass, {TenderKind::Card})).payOuts.isEmpty());
    }

    void flow8_6_aCrashOnTheTicketScreenLeavesAClaim()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 35'000);
        shop.pay(pass, shop.hold(pass, {0}));
        shop.restart();
        QCOMPARE(must(shop->payments.unclaimed()).size(), 1);
        QCOMPARE(auditReachable(shop), QString());
        shop.restart();
        QCOMPARE(shop.entries(u"claimForStaff"_s), 1);
    }

    void flow8_6_moneyAfterAPaidClaimIsReachableAgain()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000);
        const Claim first = *must(shop->payments.endVisit(pass, {})).claim;
        must(shop->payments.answered(must(shop->payments.payClaim(first.code, {})).id, DeviceAnswer::Approved));
        const TokenPass again = must(shop->tokens.buyAnother(pass)).pass;
        shop.topUp(again, 4'000);
        const VisitEnd end = must(shop->payments.endVisit(again, {}));
        QVERIFY(end.claim);
        QVERIFY(end.claim->code != first.code);
        QCOMPARE(answerOf(shop->payments.payClaim(first.code, {})), u"ClaimUnknown"_s);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_moneyAfterAPaidClaimIsFoundAlsoWhenNobodyEndsTheVisit()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000);
        const Claim first = *must(shop->payments.endVisit(pass, {})).claim;
        must(shop->payments.answered(must(shop->payments.payClaim(first.code, {})).id, DeviceAnswer::Approved));
        shop.topUp(must(shop->tokens.buyAnother(pass)).pass, 4'000);
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(must(shop->payments.unclaimed()).size(), 1);
        QCOMPARE(answerOf(shop->payments.payClaim(first.code, {})), u"ClaimUnknown"_s);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_6_aFailedPayOutDoesntReviveAUsedCode()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 5'000, TenderKind::Cash);
        const Claim first = *must(shop->payments.endVisit(pass, {})).claim;
        must(shop->payments.answered(must(shop->payments.payClaim(first.code, {})).id, DeviceAnswer::Approved));
        const TokenPass again = must(shop->tokens.buyAnother(pass)).pass;
        shop.topUp(again, 4'000, TenderKind::Cash);
        const Tender out = must(shop->payments.endVisit(again, everything)).payOuts.constFirst();
        QVERIFY(must(shop->payments.answered(out.id, DeviceAnswer::Declined)).claim);
        QCOMPARE(answerOf(shop->payments.payClaim(first.code, {})), u"ClaimUnknown"_s);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_7_aLateApprovalIsThereWhenTheGuestBuysAnother()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0}, u"free"_s);
        const Tender doubt = shop.beginTopUp(pass, 30'000);
        shop.pay(pass, hold);
        const TokenPass again = must(shop->tokens.buyAnother(pass)).pass;
        must(shop->payments.answered(doubt.id, DeviceAnswer::Approved));
        QCOMPARE(shop.number("SELECT count(*) FROM claim"), 0); // the guest is there
        shop.pay(again, shop.hold(again, {0}));
        QCOMPARE(shop.balance(again), 0);
        QCOMPARE(audit(shop), QString());
    }

    void refund_toAMembersWalletFreesTheSeats()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 60'000);
        const OrderId order = shop.pay(pass, shop.hold(pass, {0, 1}));
        const qint64 fence = shop.number("SELECT fence FROM head");
        const StaffId who = shop.ids.make<StaffId>();
        QVERIFY(!must(shop->payments.refund(order, who, u"fell ill"_s)));
        QCOMPARE(shop.balance(pass), 60'000);
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(shop.number("SELECT fence FROM head"), fence + 2); // each seat under a new fence
        QCOMPARE(must(shop->payments.order(order)).state, OrderState::Refunded);
        QVERIFY(shop.lastEntry(u"refunded"_s).contains(who.text()));
        QVERIFY(shop.lastEntry(u"refunded"_s).contains(u"fell ill"_s));
        QCOMPARE(answerOf(shop->payments.refund(order, who, u"again"_s)), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(shop->payments.refund(shop.ids.make<OrderId>(), who, u"?"_s)), u"OrderUnknown"_s);
        QCOMPARE(shop.balance(pass), 60'000);
        QCOMPARE(audit(shop), QString());
        shop.sold({0, 1}); // somebody else's now
        QCOMPARE(audit(shop), QString());
    }

    void refund_toAGuestIsACode()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = shop.sold({0}, &pass);
        must(shop->payments.endVisit(pass, {}));
        const auto claim = must(shop->payments.refund(order, {}, u"?"_s));
        QVERIFY(claim);
        QCOMPARE(claim->amount, shop.won(30'000));
        QCOMPARE(must(shop->payments.payClaim(claim->code, {})).amount, shop.won(30'000));
        QCOMPARE(auditReachable(shop), QString());
    }

    void refund_ofNothingMovesNothing()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const OrderId order = shop.pay(pass, shop.hold(pass, {0}, u"free"_s));
        QVERIFY(!must(shop->payments.refund(order, {}, u"?"_s)));
        QCOMPARE(shop.number("SELECT count(*) FROM movement"), 0);
        QCOMPARE(audit(shop), QString());
    }
};

QTEST_GUILESS_MAIN(MoneyBackFlowsTest)
#include "MoneyBackFlowsTest.moc"
