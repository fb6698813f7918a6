#include "sync/HubTasks.h"
#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Law 9 for what a code is worth: it is spent where its amount is held, once, and the hub's books follow.
class RedeemLawTest : public QObject
{
    Q_OBJECT

private:
    static QString codeWorth(TestTerminal &at, qint64 amount, WalletId *wallet = nullptr)
    {
        const TokenPass pass = at.shop.guest();
        at.shop.topUp(pass, amount);
        if (wallet)
            *wallet = must(at.shop->payments.balance(pass)).wallet;
        return must(at.shop->payments.endVisit(pass, {})).claim->code;
    }
    static Result<AmountRight> asked(World &w, TestTerminal &by, const QString &code)
    {
        return w.hub.service().house.claim(by.epoch(), {Secrets::claimHash(code)});
    }

private Q_SLOTS:
    void theHubBooksWhatATerminalRedeemed()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        WalletId guests;
        const QString code = codeWorth(w.one, 7'000, &guests);
        must(w.one.shop->payments.redeem(pass, code, {}));
        QCOMPARE(w.one.shop.balance(pass), 7'000);
        w.one.session(w.hub);
        QCOMPARE(w.complaints(), QString());
        QCOMPARE(answerOf(asked(w, w.two, code)), u"ClaimUnknown"_s); // its code is worth nothing any more
        must(w.one.shop->payments.endVisit(pass, {}));
        w.one.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 7'000);
        QCOMPARE(w.freeAtHub(guests), 0);
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        QVERIFY(must(tasks.all()).isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void aCodeIsRedeemedWhereItsMoneyIsBrought()
    {
        World w;
        const QString code = codeWorth(w.one, 30'000);
        w.one.meet(w.hub); // it goes back to the hub
        const TokenPass pass = w.two.shop.guest();
        QCOMPARE(answerOf(w.two.shop->payments.redeem(pass, code, {})), u"ClaimUnknown"_s); // it isn't held here
        const AmountRight right = carried(must(asked(w, w.two, code)));
        QCOMPARE(must(w.two.shop->customers.redeem(right, pass, code, {})).minor, 30'000);
        QCOMPARE(w.two.shop.balance(pass), 30'000);
        QCOMPARE(answerOf(w.two.shop->customers.redeem(right, pass, code, {})), u"ClaimUnknown"_s); // not twice
        w.two.meet(w.hub);
        QCOMPARE(answerOf(asked(w, w.one, code)), u"ClaimUnknown"_s);
        QCOMPARE(answerOf(w.one.shop->payments.payClaim(code, {})), u"ClaimUnknown"_s);
        const PerformanceKey tonight = w.two.shop.performance();
        const auto pending = must(w.two.shop->reservations.hold(pass, tonight, TestShop::seats({0})));
        const Hold hold = must(w.two.shop->reservations.answered(
            carried(must(w.hub->give(w.two.epoch(), carried(*pending.pending)))), pass));
        w.two.shop.pay(pass, hold); // what it was for
        w.two.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(w.hub.shop.number("SELECT sum(amount) FROM posting WHERE account = 4"), 30'000);
        QCOMPARE(w.complaints(), QString());
    }

    /// A late entry settles against what was released: the debt is a task, and the money is where its owner is.
    void whatWasReleasedAndRedeemedAllTheSameIsADebt()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        WalletId guests;
        const QString code = codeWorth(w.one, 7'000, &guests);
        w.one.session(w.hub);
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        const Tender paid = must(w.two.shop->customers.payClaim(carried(must(asked(w, w.two, code))), code, {}));
        must(w.two.shop->payments.answered(paid.id, DeviceAnswer::Approved));
        w.two.meet(w.hub);
        must(w.one.shop->payments.redeem(pass, code, {})); // it hasn't heard
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.freeAtHub(guests), -7'000);
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        const QList<HubTask> open = must(tasks.all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().kind, HubTask::Kind::WalletNegative);
        must(w.release(w.one.epoch()));
        QCOMPARE(w.freeAtHub(member.wallet), 7'000);
        QVERIFY(must(audit(w.hub.shop.db())).clean());
    }

    void whatAClosedEpochRedeemedIsFreeAtOnce()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        const QString code = codeWorth(w.one, 7'000);
        must(w.one.shop->payments.redeem(pass, code, {}));
        must(w.one.shop->payments.endVisit(pass, {}));
        QVERIFY(must(w.one->close()));
        QCOMPARE(answerOf(w.one.shop->payments.redeem(w.one.shop.guest(), code, {})), u"EnrolmentOver"_s);
        w.one.enrol(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 7'000);
        QCOMPARE(w.complaints(), QString());
    }
};

QTEST_GUILESS_MAIN(RedeemLawTest)
#include "RedeemLawTest.moc"
