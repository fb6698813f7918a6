#include "services/HouseService.h"
#include "storage/TokenStore.h"
#include "support/Audit.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
TestShop::Options places(int limit)
{
    TestShop::Options options;
    options.settings.admissionLimit = limit;
    return options;
}
const Consent kim{{StaffId{QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, u"Kim"_s, Role::Manager}, u"asked twice"_s};

/// A house of one machine.
struct Alone {
    TestShop shop;
    HouseService house{shop.db(), shop.clock, shop.ids, *shop.operator->()};

    explicit Alone(int limit = 1) : shop(places(limit)) {}
    HouseAct act(HouseAct::Kind kind) { return {.id = shop.ids.make<RequestId>(), .kind = kind, .by = kim}; }
    QList<HubTask> tasks() { return must(house.tasks()).tasks; }
    TokenState stateOf(const TokenPass &pass) { return TokenStore(shop.db()).find(pass.id)->token.state; }
};
} // namespace

/// What staff see of a machine that is its own authority, and do with it.
class HouseServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGuestsMoneyThatACrashLeftIsATask()
    {
        Alone a;
        const TokenPass guest = a.shop.guest();
        a.shop.topUp(guest, 8'000);
        QVERIFY(a.tasks().isEmpty());
        a.shop.clock.advance(11min); // they have gone without a word
        must(a.shop->sweep());
        const QDateTime seen = a.shop.clock.utc();
        QCOMPARE(a.tasks().size(), 1);
        a.shop.clock.advance(1h);
        const HubTask task = a.tasks().constFirst(); // the second look changes nothing
        QCOMPARE(task.kind, HubTask::Kind::MoneyUnclaimed);
        QCOMPARE(task.amount, TestShop::won(8'000));
        QCOMPARE(task.since, seen);
        QCOMPARE(task.due, seen + 24h);
        QVERIFY(!task.owner);
        QCOMPARE(a.shop.entries(u"taskFound"_s), 1);

        HouseAct take = a.act(HouseAct::Kind::TakeTask);
        take.task = task.id;
        must(a.house.act(take));
        QCOMPARE(a.tasks().constFirst().owner->name, u"Kim"_s);
        HouseAct settle = a.act(HouseAct::Kind::SettleTask);
        settle.task = task.id;
        settle.remedy = Remedy::NewCode;
        settle.by.why = u" "_s;
        QCOMPARE(answerOf(a.house.act(settle)), u"ReasonNeeded"_s);
        settle.by.why = u"showed the receipt"_s;
        const Claim claim = *must(a.house.act(settle)).claim;
        QCOMPARE(claim.amount, TestShop::won(8'000));
        QVERIFY(a.tasks().isEmpty());
        QCOMPARE(answerOf(a.house.act(settle)), u"TaskUnknown"_s);
        QVERIFY(a.shop.lastEntry(u"taskSettled"_s).contains(u"showed the receipt"_s));
        must(a.shop->payments.payClaim(claim.code, kim.who.id)); // the code is good
        QCOMPARE(audit(a.shop), QString());
    }

    void aPaymentInDoubtLetsItsSeatsGoAndStaysOpen()
    {
        Alone a;
        const TokenPass guest = a.shop.guest();
        const Hold hold = a.shop.hold(guest, {0, 1});
        const Tender tender = a.shop.beginTopUp(guest, 30'000, TenderKind::Card, hold.id);
        QVERIFY(a.tasks().isEmpty()); // the device is at it
        must(a.shop->payments.answered(tender.id, DeviceAnswer::Unknown));
        const HubTask task = a.tasks().constFirst();
        QCOMPARE(task.kind, HubTask::Kind::TenderInDoubt);
        QCOMPARE(task.performance, a.shop.performance());
        QVERIFY(HouseService::isOwnTask(task.id));
        const int left = a.shop.seatsLeft();
        HouseAct settle = a.act(HouseAct::Kind::SettleTask);
        settle.task = task.id;
        settle.remedy = Remedy::WriteOff;
        QCOMPARE(answerOf(a.house.act(settle)), u"TaskUnknown"_s); // no remedy of this
        settle.remedy = Remedy::FreeSeats;
        must(a.house.act(settle));
        QCOMPARE(a.shop.seatsLeft(), left + 2);
        QCOMPARE(must(a.shop->payments.openTenders()).size(), 1);
        QVERIFY(a.tasks().isEmpty());
        must(a.shop->payments.answered(tender.id, DeviceAnswer::Approved)); // late, and all the same booked
        QCOMPARE(a.shop.balance(guest), 30'000);
        QCOMPARE(audit(a.shop), QString());
    }

    void theNextIsCalledBeyondTheLimit()
    {
        Alone a;
        const TokenPass inside = a.shop.guest(), second = a.shop.guest(), third = a.shop.guest();
        QCOMPARE(a.stateOf(second), TokenState::Waiting);
        must(a.house.act(a.act(HouseAct::Kind::CallNext)));
        QCOMPARE(a.stateOf(second), TokenState::Admitted);
        QCOMPARE(a.stateOf(third), TokenState::Waiting);
        QVERIFY(a.shop.lastEntry(u"calledNext"_s).contains(kim.who.id.text()));
        must(a.shop->payments.endVisit(inside, {}));
        QCOMPARE(a.stateOf(third), TokenState::Waiting); // the limit holds for those who weren't called
        const HouseView view = must(a.house.view());
        QCOMPARE(view.admitted, 1);
        QCOMPARE(view.waiting, 1);
        QCOMPARE(view.limit, 1);
        QCOMPARE(view.queue.size(), 2);
        QCOMPARE(view.queue[0].number.text(), u"002"_s);
        QCOMPARE(view.queue[1].state, TokenState::Waiting);
        must(a.house.act(a.act(HouseAct::Kind::CallNext)));
        QCOMPARE(answerOf(a.house.act(a.act(HouseAct::Kind::CallNext))), u"NotInQueue"_s);
    }

    void whoWasCalledAndDidNotComeLeavesSeatsAndPlace()
    {
        Alone a;
        const TokenPass away = a.shop.guest();
        a.shop.topUp(away, 5'000);
        a.shop.hold(away, {0, 1});
        const TokenPass next = a.shop.guest();
        HouseAct noShow = a.act(HouseAct::Kind::NoShow);
        noShow.token = away.id;
        QCOMPARE(answerOf(a.house.act(noShow)), u"NotInQueue"_s); // at the screen
        noShow.token = next.id;
        QCOMPARE(answerOf(a.house.act(noShow)), u"NotInQueue"_s); // not called yet
        must(a.shop->tokens.takeSlip(away));
        const int left = a.shop.seatsLeft();
        noShow.token = away.id;
        must(a.house.act(noShow));
        QCOMPARE(a.stateOf(away), TokenState::Ended);
        QCOMPARE(a.stateOf(next), TokenState::Admitted); // the place is free at once
        QCOMPARE(a.shop.seatsLeft(), left + 2);
        QCOMPARE(a.tasks().constFirst().kind, HubTask::Kind::MoneyUnclaimed); // their money waits for them
        QVERIFY(a.shop.lastEntry(u"noShow"_s).contains(away.id.text()));
        QCOMPARE(answerOf(a.shop->tokens.comeBack(away)), u"TokenEnded"_s);
        QCOMPARE(audit(a.shop), QString());
    }

    void whoIsPayingIsThere()
    {
        Alone a;
        const TokenPass away = a.shop.guest();
        a.shop.beginTopUp(away, 5'000);
        must(a.shop->tokens.takeSlip(away));
        HouseAct noShow = a.act(HouseAct::Kind::NoShow);
        noShow.token = away.id;
        QCOMPARE(answerOf(a.house.act(noShow)), u"TenderInDoubt"_s);
        QCOMPARE(a.stateOf(away), TokenState::Admitted);
    }

    void aHigherLimitLetsInAtOnce()
    {
        Alone a;
        a.shop.guest();
        const TokenPass second = a.shop.guest();
        HouseAct limit = a.act(HouseAct::Kind::SetLimit);
        limit.count = 0;
        QCOMPARE(answerOf(a.house.act(limit)), u"AmountInvalid"_s);
        limit.count = 2;
        limit.by.why = u" "_s;
        QCOMPARE(answerOf(a.house.act(limit)), u"ReasonNeeded"_s);
        limit.by.why = u"a second desk"_s;
        must(a.house.act(limit));
        QVERIFY(a.shop.lastEntry(u"admissionLimit"_s).contains(u"a second desk"_s));
        QCOMPARE(a.stateOf(second), TokenState::Admitted);
        QVERIFY(a.shop.lastEntry(u"admissionLimit"_s).contains(kim.who.id.text()));
    }

    void thereAreNoTerminalsHere()
    {
        Alone a;
        QVERIFY(must(a.house.view()).nodes.isEmpty());
        QCOMPARE(answerOf(a.house.act(a.act(HouseAct::Kind::Revoke))), u"NodeUnknown"_s);
        QCOMPARE(answerOf(a.house.act(a.act(HouseAct::Kind::Allot))), u"NodeUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(HouseServiceTest)
#include "HouseServiceTest.moc"
