#include "protocol/HouseWorkMessages.h"
#include "protocol/MemberMessages.h"
#include "storage/NodeStore.h"
#include "storage/TokenStore.h"
#include "sync/HubWork.h"
#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const Consent kim{{StaffId{QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, u"Kim"_s, Role::Manager}, u"stolen"_s};

/// A hub whose second terminal is a desk.
struct DeskWorld : World {
    HubWork work{hub.shop.db(), hub.shop.clock, hub.shop.ids, hub.service()};

    DeskWorld()
    {
        must(hub.shop.db().write(hub.shop.clock, [&](Transaction &tx) -> Done {
            NodeStore nodes(tx.db());
            nodes.save({"kiosk", one.node(), one.epoch().number, u"Kiosk 1"_s, NodeKind::Kiosk}, hub.shop.clock.utc());
            nodes.save({"desk", two.node(), two.epoch().number, u"Desk 2"_s, NodeKind::Desk}, hub.shop.clock.utc());
            return done;
        }));
    }
    HouseAct wish(HouseAct::Kind kind) { return {.id = two.shop.ids.make<RequestId>(), .kind = kind, .by = kim}; }
    Result<HouseActDone> act(const HouseAct &wanted)
    {
        FOYER_TRY(answer, work.act(two.epoch(), carried(wanted)));
        return carried(answer);
    }
    QList<HubTask> tasks() { return carried(HouseTasks{must(work.tasks.all())}).tasks; }
    HouseView view(const QHash<EpochId, HubWork::Heard> &heard = {}) { return carried(must(work.view(heard))); }
    /// Nobody has a code for what a guest of a lost terminal had.
    HubTask guestsMoney(qint64 amount = 8'000)
    {
        const TokenPass guest = one.shop.guest();
        one.shop.topUp(guest, amount);
        one.meet(hub);
        must(hub->revoke(one.node()));
        must(release(one.epoch()));
        return tasks().constFirst();
    }
    void servesOne() { must(hub.shop->staff.setAdmissionLimit(1, {})); }
    IssuedToken guest(TestTerminal &at) { return must(at.enter(hub, at.guest())); }
    QueuePlace place(TestTerminal &at, const IssuedToken &token)
    {
        return must(at.shop->queue.place(must(at.shop->tokens.verify(token.pass))));
    }
    TokenState atHub(TokenId token) { return TokenStore(hub.shop.db()).find(token)->token.state; }
};
} // namespace

/// What staff at a desk do with their house: tasks, terminals and the queue are the hub's.
class HouseWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskIsTakenByNameAndTakenOver()
    {
        DeskWorld h;
        const HubTask task = h.guestsMoney();
        const QDateTime seen = h.hub.shop.clock.utc();
        QCOMPARE(task.since, seen);
        QCOMPARE(task.due, seen + 24h);
        QVERIFY(!task.owner);
        HouseAct take = h.wish(HouseAct::Kind::TakeTask);
        take.task = task.id;
        h.hub.shop.clock.advance(2h);
        must(h.act(take));
        const TaskOwner owner = *h.tasks().constFirst().owner;
        QCOMPARE(owner.name, u"Kim"_s);
        QCOMPARE(owner.machine, u"Desk 2"_s);
        take = h.wish(HouseAct::Kind::TakeTask);
        take.task = task.id;
        take.by.who.name = u"Lee"_s;
        must(h.act(take));
        QCOMPARE(h.tasks().constFirst().owner->name, u"Lee"_s);
        QCOMPARE(h.tasks().constFirst().since, seen);
        QCOMPARE(h.hub.shop.entries(u"taskTaken"_s), 2);
        QVERIFY(h.hub.shop.lastEntry(u"taskTaken"_s).contains(u"Lee"_s));
        take = h.wish(HouseAct::Kind::TakeTask);
        take.task = u"nothing"_s;
        QCOMPARE(answerOf(h.act(take)), u"TaskUnknown"_s);
    }

    /// A lost answer costs nobody their code, and makes no second one that is worth something.
    void aTaskIsSettledOnce()
    {
        DeskWorld h;
        const HubTask task = h.guestsMoney();
        HouseAct settle = h.wish(HouseAct::Kind::SettleTask);
        settle.task = task.id;
        settle.remedy = Remedy::NewCode;
        const Claim first = *must(h.act(settle)).claim;
        const Claim again = *must(h.act(settle)).claim;
        QCOMPARE(again.amount, first.amount);
        QCOMPARE(h.hub.shop.entries(u"taskSettled"_s), 1);
        QCOMPARE(
            answerOf(h.hub.service().house.claim(h.two.epoch(), {Secrets::claimHash(first.code)})), u"ClaimUnknown"_s);
        must(h.hub.service().house.claim(h.two.epoch(), {Secrets::claimHash(again.code)}));
        HouseAct other = settle;
        other.by.why = u"another reason"_s;
        QCOMPARE(answerOf(h.act(other)), u"RequestReused"_s);
        QVERIFY(h.tasks().isEmpty());
        other = h.wish(HouseAct::Kind::SettleTask);
        other.task = task.id;
        other.by.why.clear();
        QCOMPARE(answerOf(h.act(other)), u"ReasonNeeded"_s);
        QCOMPARE(h.complaints(), QString());
    }

    /// The same as that task's remedy, from the page of wallets: the journal says who and why.
    void aNewCodeSaysWhyAndIsToldOnce()
    {
        DeskWorld h;
        const HubTask task = h.guestsMoney();
        HubHouse &house = h.hub.service().house;
        CodeWish wish{
            h.two.shop.ids.make<RequestId>(), must(house.unclaimed()).wallets.constFirst().wallet, kim.who.id, u" "_s};
        QVERIFY(!carried(must(house.unclaimed())).wallets.constFirst().hasCode);
        QCOMPARE(answerOf(house.newCode(h.two.epoch(), wish)), u"ReasonNeeded"_s);
        wish.why = u"lost the slip"_s;
        QCOMPARE(must(house.newCode(h.two.epoch(), carried(wish))).amount, task.amount);
        must(house.newCode(h.two.epoch(), carried(wish))); // its answer was lost
        QCOMPARE(h.hub.shop.entries(u"claimCodeRenewed"_s), 1);
        QVERIFY(h.hub.shop.lastEntry(u"claimCodeRenewed"_s).contains(u"lost the slip"_s));
        QVERIFY(carried(must(house.unclaimed())).wallets.constFirst().hasCode);
        QVERIFY(h.tasks().isEmpty());
    }

    void aSettledTaskThatComesUpAgainIsANewOne()
    {
        DeskWorld h;
        const HubTask task = h.guestsMoney();
        HouseAct take = h.wish(HouseAct::Kind::TakeTask);
        take.task = task.id;
        must(h.act(take));
        HouseAct settle = h.wish(HouseAct::Kind::SettleTask);
        settle.task = task.id;
        settle.remedy = Remedy::NewCode;
        must(h.act(settle));
        h.hub.shop.run("UPDATE claim SET code = NULL");
        h.hub.shop.clock.advance(3h);
        const HubTask again = h.tasks().constFirst();
        QCOMPARE(again.id, task.id);
        QCOMPARE(again.since, h.hub.shop.clock.utc());
        QVERIFY(!again.owner);
    }

    void theNextInLineIsCalledOnceThoughItIsAskedTwice()
    {
        DeskWorld h;
        h.servesOne();
        h.guest(h.one);
        const IssuedToken second = h.guest(h.one), third = h.guest(h.two);
        const HouseAct call = h.wish(HouseAct::Kind::CallNext);
        must(h.act(call));
        must(h.act(call)); // its answer was lost
        h.one.meet(h.hub);
        h.two.meet(h.hub);
        QCOMPARE(h.place(h.one, second).token.state, TokenState::Admitted);
        QCOMPARE(h.place(h.two, third).token.state, TokenState::Waiting);
        QCOMPARE(h.place(h.two, third).peopleAhead, 0);
        QCOMPARE(h.hub.shop.entries(u"calledNext"_s), 1);
        must(h.act(h.wish(HouseAct::Kind::CallNext)));
        QCOMPARE(answerOf(h.act(h.wish(HouseAct::Kind::CallNext))), u"NotInQueue"_s);
    }

    void aNoShowsPlaceIsFreeAtOnceAndTheSeatsWhenTheirTerminalHears()
    {
        DeskWorld h;
        h.servesOne();
        const IssuedToken away = h.guest(h.one);
        must(h.one.hold(h.hub, away.pass, {3}));
        h.one.shop.topUp(away.pass, 5'000);
        const IssuedToken next = h.guest(h.two);
        h.one.meet(h.hub);
        HouseAct noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = away.token.id;
        QCOMPARE(answerOf(h.act(noShow)), u"NotInQueue"_s); // at the screen, as far as anybody knows
        must(h.one.shop->tokens.takeSlip(away.pass));
        h.one.meet(h.hub); // tells that they have left
        QVERIFY(h.view().queue.constFirst().isAway);
        must(h.act(noShow));
        QCOMPARE(h.atHub(next.token.id), TokenState::Admitted);
        QCOMPARE(h.one.unused(), 0);
        h.one.hear(h.hub);
        QCOMPARE(h.one.unused(), 1); // seat 3 can be sold to the next
        QCOMPARE(answerOf(h.one.shop->tokens.comeBack(away.pass)), u"TokenEnded"_s);
        QCOMPARE(h.one.shop.entries(u"claimForStaff"_s), 1);
        h.one.meet(h.hub);
        h.two.meet(h.hub);
        QCOMPARE(h.place(h.two, next).token.state, TokenState::Admitted);
        QCOMPARE(h.hub.shop.number("SELECT count(*) FROM house_token WHERE no_show = 1"), 0); // it was heard
        QCOMPARE(h.complaints(), QString());
    }

    /// The hub says so until the terminal's journal tells that it heard.
    void aNoShowIsToldUntilItIsHeard()
    {
        DeskWorld h;
        const IssuedToken away = h.guest(h.one);
        must(h.one.shop->tokens.takeSlip(away.pass));
        h.one.meet(h.hub);
        HouseAct noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = away.token.id;
        must(h.act(noShow));
        h.one.shop.clock.advance(1min);
        const auto lost = must(h.hub.service().changedAfter(0)); // and its answer with it
        QCOMPARE(lost.places.value(h.one.epoch()).size(), 1);
        h.one.hear(h.hub);
        QCOMPARE(answerOf(h.one.shop->tokens.comeBack(away.pass)), u"TokenEnded"_s);
    }

    void whoCameBackInThatMomentStays()
    {
        DeskWorld h;
        h.servesOne();
        const Member member = h.member();
        const TokenPass guest = h.guest(h.one).pass;
        must(h.one.shop->tokens.takeSlip(guest));
        h.one.meet(h.hub);
        HouseAct noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = guest.id;
        must(h.act(noShow));
        must(h.one.shop->tokens.comeBack(guest)); // the terminal hasn't heard
        must(h.one.hold(h.hub, guest, {3}));
        h.one.meet(h.hub);
        h.one.meet(h.hub);
        QCOMPARE(must(h.one.shop->tokens.verify(guest)).state, TokenState::Admitted);
        QCOMPARE(h.one.unused(), 0);

        const TokenPass pass = h.two.enter(h.hub, member); // and a member likewise
        must(h.two.shop->tokens.takeSlip(pass));
        h.two.meet(h.hub);
        noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = pass.id;
        must(h.act(noShow));
        must(h.two.shop->tokens.comeBack(pass));
        h.two.hear(h.hub);
        h.two.meet(h.hub);
        h.two.meet(h.hub);
        QCOMPARE(must(h.two.shop->tokens.verify(pass)).state, TokenState::Admitted);
        QCOMPARE(h.complaints(), QString());
    }

    /// Only the device's answer ends a payment; then the visit is over as staff said.
    void whoseDeviceIsAskedKeepsTheirSeatsUntilItAnswers()
    {
        DeskWorld h;
        const TokenPass guest = h.guest(h.one).pass;
        const Hold hold = must(h.one.hold(h.hub, guest, {3}));
        const Tender tender = h.one.shop.beginTopUp(guest, 60'000, TenderKind::Card, hold.id);
        must(h.one.shop->tokens.takeSlip(guest));
        h.one.meet(h.hub);
        HouseAct noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = guest.id;
        must(h.act(noShow));
        h.one.meet(h.hub);
        QCOMPARE(h.one.unused(), 0);
        QCOMPARE(TokenStore(h.one.shop.db()).find(guest.id)->token.state, TokenState::Admitted);
        must(h.one.shop->payments.answered(tender.id, DeviceAnswer::Approved));
        h.one.meet(h.hub);
        QCOMPARE(answerOf(h.one.shop->tokens.comeBack(guest)), u"TokenEnded"_s);
        QCOMPARE(h.one.unused(), 1);
        QCOMPARE(h.one.shop.entries(u"claimForStaff"_s), 1); // their money isn't lost
        QCOMPARE(h.complaints(), QString());
    }

    void whoIsPassedOverCanBeEndedAsWell()
    {
        DeskWorld h;
        h.servesOne();
        const IssuedToken away = h.guest(h.one);
        must(h.one.shop->tokens.takeSlip(away.pass));
        h.one.meet(h.hub);
        h.one.shop.clock.advance(3min);
        must(h.one.shop->sweep());
        h.one.meet(h.hub);
        QCOMPARE(h.atHub(away.token.id), TokenState::Passed);
        HouseAct noShow = h.wish(HouseAct::Kind::NoShow);
        noShow.token = away.token.id;
        must(h.act(noShow));
        h.one.meet(h.hub);
        QCOMPARE(answerOf(h.one.shop->tokens.comeBack(away.pass)), u"TokenEnded"_s);
    }

    void aHigherLimitLetsInTheWholeHouse()
    {
        DeskWorld h;
        h.servesOne();
        h.guest(h.one);
        const IssuedToken second = h.guest(h.two);
        HouseAct limit = h.wish(HouseAct::Kind::SetLimit);
        limit.count = 2;
        limit.by.why.clear();
        QCOMPARE(answerOf(h.act(limit)), u"ReasonNeeded"_s);
        limit.by.why = u"a second desk"_s;
        must(h.act(limit));
        QVERIFY(h.hub.shop.lastEntry(u"admissionLimit"_s).contains(u"a second desk"_s));
        h.two.meet(h.hub);
        QCOMPARE(h.place(h.two, second).token.state, TokenState::Admitted);
        QVERIFY(h.hub.shop.lastEntry(u"admissionLimit"_s).contains(kim.who.id.text()));
    }

    void terminalsAreShownWithWhatTheyHold()
    {
        DeskWorld h;
        HouseAct allot = h.wish(HouseAct::Kind::Allot);
        allot.node = h.one.node();
        allot.performance = h.free();
        allot.count = 4;
        allot.by.why.clear();
        QCOMPARE(answerOf(h.act(allot)), u"ReasonNeeded"_s);
        allot.by.why = u"a school comes"_s;
        QCOMPARE(must(h.act(allot)).seats, 4);
        QCOMPARE(must(h.act(allot)).seats, 4); // the same again: the same answer
        QVERIFY(h.hub.shop.lastEntry(u"allotted"_s).contains(kim.who.id.text()));
        QVERIFY(h.hub.shop.lastEntry(u"allotted"_s).contains(u"a school comes"_s));
        const QDateTime at = h.hub.shop.clock.utc();
        const HouseView view = h.view({{h.one.epoch(), {true, at}}});
        QCOMPARE(view.nodes.size(), 2);
        const HouseNode desk = view.nodes[0], kiosk = view.nodes[1];
        QCOMPARE(kiosk.name, u"Kiosk 1"_s);
        QCOMPARE(kiosk.kind, NodeKind::Kiosk);
        QCOMPARE(kiosk.state, EpochState::Live);
        QVERIFY(kiosk.isOnline);
        QCOMPARE(kiosk.heardAt, at);
        QCOMPARE(kiosk.given.size(), 1);
        QCOMPARE(kiosk.given.constFirst().seats, 4);
        QCOMPARE(kiosk.given.constFirst().performance, h.free());
        QVERIFY(kiosk.position > 0);
        QVERIFY(!desk.isOnline);
        QVERIFY(!desk.heardAt.isValid());
    }

    void aRevokedTerminalIsInTheJournalWithWhoAndWhy()
    {
        DeskWorld h;
        HouseAct revoke = h.wish(HouseAct::Kind::Revoke);
        revoke.node = h.one.node();
        revoke.by.why.clear();
        QCOMPARE(answerOf(h.act(revoke)), u"ReasonNeeded"_s);
        QCOMPARE(h.state(h.one.epoch()), EpochState::Live);
        revoke.by.why = u"stolen"_s;
        must(h.act(revoke));
        QCOMPARE(h.state(h.one.epoch()), EpochState::Over);
        const QString told = h.hub.shop.lastEntry(u"nodeRevoked"_s);
        QVERIFY2(told.contains(u"stolen"_s) && told.contains(kim.who.id.text()), qPrintable(told));
        revoke = h.wish(HouseAct::Kind::Revoke);
        revoke.node = h.two.node();
        QCOMPARE(answerOf(h.act(revoke)), u"NodeUnknown"_s); // not one's own machine
        QCOMPARE(h.state(h.two.epoch()), EpochState::Live);
    }

    void onlyADeskIsAnswered()
    {
        DeskWorld h;
        QVERIFY(h.hub.service().desk("desk", h.two.epoch().number).ok());
        QCOMPARE(answerOf(h.hub.service().desk("kiosk", h.one.epoch().number)), u"DeskOnly"_s);
        QCOMPARE(answerOf(h.hub.service().desk("nobody", 1)), u"NodeUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(HouseWorkTest)
#include "HouseWorkTest.moc"
