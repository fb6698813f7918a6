#include "protocol/MemberMessages.h"
#include "sync/HubTasks.h"
#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Law 9 and the money half of 1, 3, 5 and 7: what a wallet holds is spent once, wherever its owner goes.
class MoneyLawTest : public QObject
{
    Q_OBJECT

private:
    /// 50,000 that were topped up at the first terminal lie free at the hub.
    static Member saver(World &w)
    {
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        w.one.shop.topUp(pass, 50'000);
        must(w.one.shop->payments.endVisit(pass, {}));
        w.one.meet(w.hub);
        return member;
    }

private Q_SLOTS:
    void whatIsFreeComesToWhereItsOwnerSignsIn()
    {
        World w;
        const Member member = saver(w);
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        const TokenPass pass = w.two.enter(w.hub, member);
        QCOMPARE(w.two.shop.balance(pass), 50'000);
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        QCOMPARE(w.complaints(), QString());
    }

    void anAmountIsAtOneTerminalAtATime()
    {
        World w;
        const Member member = saver(w);
        const TokenPass first = w.one.enter(w.hub, member);
        const TokenPass second = w.two.enter(w.hub, member);
        QCOMPARE(w.two.shop.balance(second), 0);
        const auto elsewhere = w.two.shop->customers.elsewhere(member.wallet);
        QCOMPARE(elsewhere.size(), 1);
        QCOMPARE(elsewhere.constFirst().amount, TestShop::won(50'000));

        w.one.meet(w.hub); // hears that its customer went on elsewhere, and gives back what is theirs
        QCOMPARE(answerOf(w.one.shop->payments.balance(first)), u"ContinuedElsewhere"_s);
        w.two.meet(w.hub); // an open visit is given what becomes free
        QCOMPARE(w.two.shop.balance(second), 50'000);
        QVERIFY(w.two.shop->customers.elsewhere(member.wallet).isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void aTopUpBelongsToWhoTookItUntilItIsGivenBack()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        w.one.shop.topUp(pass, 20'000);
        w.one.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        QCOMPARE(w.one.shop.balance(pass), 20'000);
        must(w.one.shop->payments.endVisit(pass, {}));
        QCOMPARE(w.freeAtHub(member.wallet), 0); // the request moves nothing, only the journal's entry
        w.one.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 20'000);
        QCOMPARE(w.complaints(), QString());
    }

    void anAnswerThatComesTwiceOrLateIsTakenOnce()
    {
        World w;
        const Member member = saver(w);
        const TokenRequest wanted = must(w.two.shop->customers.keep(member, TestShop::pinHash()));
        const HouseVisit said = must(w.hub.service().house.enter(w.two.epoch(), wanted));
        const HouseVisit again = must(w.hub.service().house.enter(w.two.epoch(), wanted));
        QCOMPARE(again.amount, said.amount);
        const TokenPass pass = must(w.two.shop->customers.begin(wanted, said)).pass;
        w.two.meet(w.hub);
        must(w.two.shop->customers.begin(wanted, again));
        w.two.meet(w.hub);
        QCOMPARE(w.two.shop.number("SELECT balance FROM wallet WHERE id = ?", {member.wallet.bytes()}), 50'000);
        must(w.two.shop->payments.endVisit(must(w.two.shop->tokens.issueTo(member.id)).pass, {}));
        w.two.meet(w.hub);
        const int epoch = w.two.epoch().number;
        QVERIFY(!must(w.two.shop.db().write(w.two.shop.clock, [&](Transaction &tx) -> Result<bool> { // long given back
            return w.two.shop->payments.take(tx, *said.amount, epoch);
        })));
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void aLostAnswerComesWithTheNews()
    {
        World w;
        const Member member = saver(w);
        must(w.hub.service().house.enter(w.two.epoch(), must(w.two.shop->customers.keep(member, TestShop::pinHash()))));
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        w.two.hear(w.hub);
        QCOMPARE(w.two.shop.number("SELECT balance FROM wallet WHERE id = ?", {member.wallet.bytes()}), 50'000);
        w.two.meet(w.hub); // nobody is there: it goes back
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void afterAPromotionWhatNobodyTookIsFreeAgain()
    {
        World w;
        const Member member = saver(w);
        const TokenRequest wanted = must(w.two.shop->customers.keep(member, TestShop::pinHash()));
        const HouseVisit lost = must(w.hub.service().house.enter(w.two.epoch(), wanted));
        must(w.hub->promoted());
        w.two.session(w.hub);
        QVERIFY(w.freeAtHub(member.wallet) == 0); // its visit there was given it anew
        must(w.two.shop->customers.begin(wanted, lost));
        QCOMPARE(w.two.shop.number("SELECT balance FROM wallet WHERE id = ?", {member.wallet.bytes()}), 0);
        w.two.meet(w.hub);
        QCOMPARE(w.two.shop.number("SELECT balance FROM wallet WHERE id = ?", {member.wallet.bytes()}), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void whatStaffReleasedAndThenComesBackCountsOnce()
    {
        World w;
        const Member member = saver(w);
        const TokenPass pass = w.two.enter(w.hub, member);
        w.two.session(w.hub); // taken
        const EpochId gone = w.two.epoch();
        must(w.hub->revoke(gone.node));
        must(w.release(gone));
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        must(w.two.shop->payments.endVisit(pass, {}));
        QVERIFY(must(w.two->close())); // it turns up, and gives back what it had
        w.two.pushAll(w.hub, 0);
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void whatStaffReleasedAndWasSpentThereIsBookedAllTheSame()
    {
        World w;
        const Member member = saver(w);
        const TokenPass pass = w.two.enter(w.hub, member);
        const PerformanceKey tonight = w.two.shop.performance();
        const auto asked = must(w.two.shop->reservations.hold(pass, tonight, TestShop::seats({1}))).pending;
        const Hold hold = must(w.two.shop->reservations.answered(must(w.hub->give(w.two.epoch(), *asked)), pass));
        w.two.session(w.hub); // taken
        w.two.shop.pay(pass, hold);
        must(w.hub->revoke(w.two.node()));
        must(w.release(w.two.epoch()));
        const TokenPass again = w.one.enter(w.hub, member);
        QCOMPARE(w.one.shop.balance(again), 50'000); // at the house's risk
        w.two.pushAll(w.hub, 0);                     // not closed yet
        QCOMPARE(w.freeAtHub(member.wallet), -hold.total({}).minor);
        QCOMPARE(w.complaints(), QString());
        QVERIFY(must(w.two->close()));
        w.two.pushAll(w.hub, 0);
        QCOMPARE(w.freeAtHub(member.wallet), -hold.total({}).minor);

        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        const QList<HubTask> open = must(tasks.all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().kind, HubTask::Kind::WalletNegative);
        QCOMPARE(answerOf(tasks.settle(open.constFirst().id, Remedy::WriteOff, {}, u" "_s)), u"ReasonNeeded"_s);
        QCOMPARE(answerOf(tasks.settle(open.constFirst().id, Remedy::Refund, {}, u"no seat"_s)), u"TaskUnknown"_s);
        must(tasks.settle(open.constFirst().id, Remedy::WriteOff, {}, u"we released it"_s));
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        QCOMPARE(w.hub.shop.entries(u"taskSettled"_s), 1);
        QVERIFY(must(tasks.all()).isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void aGuestsMoneyReachesTheHubWithItsCodeOnly()
    {
        World w;
        const TokenPass guest = w.one.shop.guest();
        w.one.shop.topUp(guest, 8'000);
        w.one.meet(w.hub);
        QCOMPARE(w.one.shop.balance(guest), 8'000);
        must(w.hub->revoke(w.one.node()));
        QVERIFY(!must(w.one->close())); // while the guest is there
        const Claim claim = *must(w.one.shop->payments.endVisit(guest, {})).claim;
        QVERIFY(must(w.one->close()));
        w.one.pushAll(w.hub, 0);

        const QByteArray code = Secrets::claimHash(claim.code);
        QCOMPARE(answerOf(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(u"another"_s)})),
            u"ClaimUnknown"_s);
        const AmountRight right =
            carried(must(w.hub.service().house.claim(w.two.epoch(), carried(ClaimRequest{code}))));
        QCOMPARE(right.amount, TestShop::won(8'000));
        const Tender out = must(w.two.shop->customers.payClaim(right, claim.code, {}));
        must(w.two.shop->payments.answered(out.id, DeviceAnswer::Approved));
        w.two.meet(w.hub);
        QCOMPARE(answerOf(w.hub.service().house.claim(w.one.epoch(), {code})), u"EnrolmentOver"_s);
        QCOMPARE(answerOf(w.hub.service().house.claim(w.two.epoch(), {code})), u"ClaimUnknown"_s);
        QCOMPARE(w.complaints(), QString());
    }

    void aClaimWhoseAnswerIsLostIsPaidAllTheSame()
    {
        World w;
        const TokenPass guest = w.one.shop.guest();
        w.one.shop.topUp(guest, 8'000);
        const Claim claim = *must(w.one.shop->payments.endVisit(guest, {})).claim;
        w.one.meet(w.hub);
        const ClaimRequest asked{Secrets::claimHash(claim.code)};
        must(w.hub.service().house.claim(w.two.epoch(), asked));
        w.two.hear(w.hub); // the news bring it before the answer does
        const AmountRight right = must(w.hub.service().house.claim(w.two.epoch(), asked));
        const Tender out = must(w.two.shop->customers.payClaim(right, claim.code, {}));
        must(w.two.shop->payments.answered(out.id, DeviceAnswer::Approved));
        w.two.meet(w.hub);
        QCOMPARE(answerOf(w.hub.service().house.claim(w.two.epoch(), asked)), u"ClaimUnknown"_s);
        QCOMPARE(w.complaints(), QString());
    }

    void aBalanceThatIsPaidOutMayComeWithTheNewsFirst()
    {
        World w;
        const Member member = saver(w);
        IdMaker &ids = w.two.shop.ids;
        const PayOutWish wish{ids.make<RequestId>(), member.id, ids.make<StaffId>(), u"moves away"_s};
        w.two.shop->customers.awaitPayOut(member.id);
        const PayOutRight late = carried(must(w.hub.service().house.payOut(w.two.epoch(), carried(wish))));
        w.two.meet(w.hub);
        const Tender out = must(w.two.shop->customers.payOut(late, TestShop::won(20'000), {}, wish.why));
        must(w.two.shop->payments.answered(out.id, DeviceAnswer::Approved));
        w.two.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 30'000); // what wasn't paid out isn't waited for
        QCOMPARE(w.complaints(), QString());
    }

    void aBalanceWhosePayOutIsNeverAnsweredGoesBack()
    {
        World w;
        const Member member = saver(w);
        w.two.shop->customers.awaitPayOut(member.id);
        must(w.hub.service().house.payOut(
            w.two.epoch(), {w.two.shop.ids.make<RequestId>(), member.id, {}, u"moves away"_s}));
        w.two.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        w.two.shop.clock.advance(std::chrono::seconds(30));
        w.two.meet(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void aClaimThatNobodyComesForGoesBackWithItsCode()
    {
        World w;
        const TokenPass guest = w.one.shop.guest();
        w.one.shop.topUp(guest, 8'000);
        const Claim claim = *must(w.one.shop->payments.endVisit(guest, {})).claim;
        w.one.meet(w.hub);
        must(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(claim.code)}));
        w.two.hear(w.hub);
        w.two.restart();
        w.two.meet(w.hub);
        QCOMPARE(must(w.hub.service().house.claim(w.one.epoch(), {Secrets::claimHash(claim.code)})).amount,
            TestShop::won(8'000));
    }

    void aCodeThatAnotherWalletHasStopsNobody()
    {
        World w;
        const auto tell = [&](quint32 wallet) {
            must(w.one.shop.db().write(w.one.shop.clock, [&](Transaction &tx) -> Done {
                tx.tell(u"claimMade"_s, {{u"wallet"_s, QUuid(wallet, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).toString()},
                                            {u"amount"_s, 5}, {u"code"_s, u"abcd"_s}});
                return done;
            }));
        };
        tell(1);
        tell(2);
        QCOMPARE(w.one.session(w.hub).word, EpochWord::Goes);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM claim WHERE code IS NOT NULL"), 1);
    }

    void whatComesAfterTheClosingEntryIsFree()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        must(w.hub->revoke(w.one.node()));
        QVERIFY(must(w.one->close()));
        const auto refused = w.one.shop->payments.beginTopUp(
            pass, w.one.shop.ids.make<TenderId>(), TestShop::won(5'000), TenderKind::Card, {});
        QCOMPARE(answerOf(refused), u"EnrolmentOver"_s);
    }

    void aReleasedGuestsMoneyIsATaskUntilItHasACode()
    {
        World w;
        const TokenPass guest = w.one.shop.guest();
        w.one.shop.topUp(guest, 8'000);
        w.one.meet(w.hub);
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        const QList<HubTask> open = must(tasks.all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().kind, HubTask::Kind::MoneyUnclaimed);
        const Claim claim = *must(tasks.settle(open.constFirst().id, Remedy::NewCode, {}, u"showed the slip"_s));
        QVERIFY(must(tasks.all()).isEmpty());
        const AmountRight right = must(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(claim.code)}));
        QCOMPARE(right.amount, TestShop::won(8'000));
        QCOMPARE(w.complaints(), QString());
    }

    void aRestoredDisksMoneyIsBookedBesideItsChain()
    {
        World w;
        const Member member = saver(w);
        const TokenPass pass = w.two.enter(w.hub, member);
        w.two.session(w.hub);
        const QByteArray before = w.two.shop.copy();
        w.two.shop.topUp(pass, 1'000);
        w.two.session(w.hub);
        w.two.restore(before);
        const TokenPass later = must(w.two.shop->tokens.issueTo(member.id)).pass;
        w.two.shop.topUp(later, 3'000, TenderKind::Cash);
        w.two.pushAll(w.hub, 0);
        QCOMPARE(w.state(w.two.epoch()), EpochState::Forked);
        must(w.release(w.two.epoch()));
        QCOMPARE(w.freeAtHub(member.wallet), 54'000);
    }

    void aRestoredHubTakesOverWhatItForgotAndGivesNothingMeanwhile()
    {
        World w;
        const Member member = saver(w);
        const QByteArray backup = w.hub.shop.copy();
        const TokenPass pass = w.two.enter(w.hub, member);
        w.hub.restore(backup);
        must(w.hub->restored());
        w.one.session(w.hub);
        QCOMPARE(w.one.shop.balance(w.one.enter(w.hub, member)), 0); // the other has yet to report
        w.two.session(w.hub);
        QCOMPARE(w.freeAtHub(member.wallet), 0);
        QCOMPARE(w.two.shop.balance(pass), 50'000);
        QCOMPARE(w.complaints(), QString());
    }

    void whoIsPayingGoesOnWhereTheyPay()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        const Tender tender = w.one.shop.beginTopUp(pass, 5'000);
        w.two.enter(w.hub, member);
        w.one.meet(w.hub);
        QVERIFY(w.one.shop->tokens.verify(pass).ok());
        must(w.one.shop->payments.answered(tender.id, DeviceAnswer::Approved));
        w.one.meet(w.hub);
        QCOMPARE(answerOf(w.one.shop->tokens.verify(pass)), u"ContinuedElsewhere"_s);
        w.two.meet(w.hub);
        QCOMPARE(w.two.shop.number("SELECT balance FROM wallet WHERE id = ?", {member.wallet.bytes()}), 5'000);
        QCOMPARE(w.complaints(), QString());
    }

    void aMachineThatKeepsCustomersMoneyIsNoTerminal()
    {
        TestHub hub;
        TestTerminal alone;
        alone.setOnline(false);
        alone.shop.topUp(alone.shop.guest(), 5'000);
        QCOMPARE(answerOf(alone->wantEnrolment()), u"NodeIsRoot"_s);
    }
};

QTEST_GUILESS_MAIN(MoneyLawTest)
#include "MoneyLawTest.moc"
