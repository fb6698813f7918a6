#include "items/TasksModel.h"
#include "services/BoxOffice.h"
#include "support/DeskShop.h"
#include "support/FakeHub.h"
#include "support/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// What staff have to put right, at a machine on its own and at a terminal.
class TasksModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Supervisor, u"246810"_s);
        m_folder->addStaff(u"Lee"_s, Role::Clerk, u"135790"_s);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, u"975310"_s);
    }

    void aMachineOnItsOwnSettlesItsOwn()
    {
        DeskShop shop(*m_folder);
        TasksModel tasks(shop.desk().office(), nullptr);
        QAbstractItemModelTester tester(&tasks);
        leaveMoney(shop.path(), 8'000);
        QCOMPARE(tasks.rowCount(), 0); // nobody works here
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        QVERIFY(tasks.isWhole());
        QCOMPARE(tasks.task(0).amount.minor, 8'000);
        QVERIFY(!tasks.isOverdue(0));
        tasks.take(0);
        QTRY_VERIFY(tasks.task(0).owner && !tasks.isBusy());
        QCOMPARE(tasks.task(0).owner->name, u"Kim"_s);
        tasks.settle(tasks.task(0).id, Remedy::NewCode, {*m_who, u"came back"_s});
        QTRY_VERIFY(tasks.claim());
        QTRY_COMPARE(tasks.rowCount(), 0);
        QCOMPARE(tasks.claim()->amount.minor, 8'000);
        QVERIFY(shop.journal(u"taskSettled"_s).contains(u"came back"_s));
        tasks.setClerk(std::nullopt); // whoever comes next reads no code
        QVERIFY(!tasks.claim());
    }

    void aClerkSeesAndTakesButSettlesNothing()
    {
        DeskShop shop(*m_folder);
        TasksModel tasks(shop.desk().office(), nullptr);
        leaveMoney(shop.path(), 8'000);
        work(shop, tasks, u"Lee"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        tasks.take(0);
        QTRY_VERIFY(tasks.task(0).owner && !tasks.isBusy());
        QList<Refusal> refusals;
        connect(&tasks, &TasksModel::failed, &tasks,
            [&](const Problem &problem) { refusals.append(problem.refused->why); });
        tasks.settle(tasks.task(0).id, Remedy::NewCode, {*m_who, u"?"_s});
        QTRY_COMPARE(refusals, QList{Refusal::RoleTooLow});
        QCOMPARE(tasks.rowCount(), 1);
    }

    void aTerminalShowsTheHubsAndSaysWhenItCannot()
    {
        FakeHub hub;
        hub.tasks.tasks = {task(u"debt-1"_s), task(u"debt-2"_s)};
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        TasksModel tasks(shop.desk().office(), nullptr);
        QAbstractItemModelTester tester(&tasks);
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 2);
        QVERIFY(tasks.isWhole());
        QCOMPARE(tasks.rowOf(u"debt-2"_s), 1);
        QSignalSpy resets(&tasks, &TasksModel::modelReset);
        hub.tasks.tasks[0].owner = TaskOwner{{}, u"Park"_s, {}, u"Desk 2"_s};
        tasks.refresh();
        QTRY_VERIFY(tasks.task(0).owner);
        QCOMPARE(resets.size(), 0); // whoever reads a row goes on reading it
        hub.setOnline(shop.shop(), false);
        QTRY_VERIFY(!tasks.isWhole());
        QCOMPARE(tasks.rowCount(), 0);
        hub.setOnline(shop.shop(), true);
        QTRY_COMPARE(tasks.rowCount(), 2);
        QVERIFY(tasks.isWhole());
    }

    /// A hub that shows its own to nobody here takes nothing of what this machine has to put right from its staff.
    void whatIsThisMachinesOwnIsShownThoughTheHubRefuses()
    {
        FakeHub hub;
        hub.refusal = Refusal::DeskOnly;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        leaveMoney(shop.path(), 8'000);
        hub.setOnline(shop.shop(), true);
        TasksModel tasks(shop.desk().office(), nullptr);
        QSignalSpy failed(&tasks, &TasksModel::failed);
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        QCOMPARE(tasks.task(0).amount.minor, 8'000);
        QVERIFY(!tasks.isWhole());
        QCOMPARE(tasks.refused()->why, Refusal::DeskOnly);
        tasks.refresh();
        QTest::qWait(200);
        QCOMPARE(failed.size(), 0); // it stands beside them
        hub.refusal.reset();
        tasks.refresh();
        QTRY_VERIFY(tasks.isWhole());
        QVERIFY(!tasks.refused());
    }

    /// Nobody knows whether it was done: asked again it is the same request.
    void aLostAnswerIsAskedForAgainAsItWas()
    {
        FakeHub hub;
        hub.tasks.tasks = {task(u"money-1"_s)};
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        TasksModel tasks(shop.desk().office(), nullptr);
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        QList<Error::Kind> errors;
        connect(&tasks, &TasksModel::failed, &tasks, [&](const Problem &problem) {
            QVERIFY(!problem.refused); // nobody can say that nothing was done
            errors.append(problem.error->kind);
        });
        hub.losesAnswers = true;
        tasks.settle(u"money-1"_s, Remedy::NewCode, {*m_who, u"came back"_s});
        QTRY_COMPARE(errors, QList{Error::Kind::Unreachable});
        QVERIFY(!tasks.claim());
        hub.losesAnswers = false;
        hub.answer.claim = Claim{u"7KQ4-MW2P"_s, {8'000, {}}};
        tasks.settle(u"money-1"_s, Remedy::NewCode, {*m_who, u"once more"_s});
        QTRY_VERIFY(tasks.claim());
        QCOMPARE(hub.acts.size(), 2);
        QCOMPARE(hub.acts[1].id, hub.acts[0].id);
        QCOMPARE(hub.acts[1].by.why, hub.acts[0].by.why); // else it were another under the same id
        QTRY_VERIFY(!tasks.isBusy() && tasks.rowCount() == 1);
        tasks.take(0);
        QTRY_COMPARE(hub.acts.size(), 3);
        QVERIFY(hub.acts[2].id != hub.acts[0].id);
    }

    /// Else what B says yes to would stand in the journal as A's, with A's reason.
    void whatSomebodyElseSaysYesToIsAnotherRequest()
    {
        FakeHub hub;
        hub.tasks.tasks = {task(u"money-1"_s)};
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        TasksModel tasks(shop.desk().office(), nullptr);
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        hub.losesAnswers = true;
        tasks.settle(u"money-1"_s, Remedy::NewCode, {*m_who, u"came back"_s});
        QTRY_VERIFY(hub.acts.size() == 1 && !tasks.isBusy());
        hub.losesAnswers = false;
        const StaffMember park = named(shop, u"Park"_s);
        tasks.settle(u"money-1"_s, Remedy::NewCode, {park, u"lost the slip"_s});
        QTRY_COMPARE(hub.acts.size(), 2);
        QVERIFY(hub.acts[1].id != hub.acts[0].id);
        QCOMPARE(hub.acts[1].by.who.id, park.id);
        QCOMPARE(hub.acts[1].by.why, u"lost the slip"_s);
    }

    /// Who asks for the same much later means something else; and what the list no longer has was done.
    void whatWasLostIsKeptForNobodyLater()
    {
        ManualClock clock(SystemClock().utc());
        FakeHub hub;
        hub.tasks.tasks = {task(u"money-1"_s)};
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority(), &clock);
        hub.setOnline(shop.shop(), true);
        TasksModel tasks(shop.desk().office(), nullptr);
        work(shop, tasks, u"Kim"_s);
        QTRY_COMPARE(tasks.rowCount(), 1);
        const auto settles = [&](bool isLost) {
            const qsizetype before = hub.acts.size();
            hub.losesAnswers = isLost;
            tasks.settle(u"money-1"_s, Remedy::NewCode, {*m_who, u"came back"_s});
            QTRY_VERIFY(hub.acts.size() == before + 1 && !tasks.isBusy());
        };
        settles(true);
        clock.advance(std::chrono::seconds(29));
        settles(true);
        QCOMPARE(hub.acts[1].id, hub.acts[0].id);
        clock.advance(std::chrono::seconds(31));
        settles(true);
        QVERIFY(hub.acts[2].id != hub.acts[0].id);
        QTRY_VERIFY(!tasks.isWhole()); // nor does it say what is to be done
        hub.losesAnswers = false;
        hub.tasks.tasks.clear();
        tasks.refresh();
        QTRY_VERIFY(tasks.isWhole());
        QCOMPARE(tasks.rowCount(), 0);
        settles(false);
        QVERIFY(hub.acts[3].id != hub.acts[2].id);
    }

private:
    static HubTask task(const QString &id)
    {
        HubTask task{.id = id, .kind = HubTask::Kind::WalletNegative, .amount = {-5'000, {}}};
        task.since = SystemClock().utc();
        task.due = task.since.addDays(1);
        return task;
    }
    static StaffMember named(DeskShop &shop, const QString &name)
    {
        const QList<StaffMember> &all = shop.desk().staff();
        return *std::find_if(all.begin(), all.end(), [&](const StaffMember &each) { return each.name == name; });
    }
    void work(DeskShop &shop, TasksModel &tasks, const QString &name)
    {
        QTRY_VERIFY(shop.desk().staff().size() >= 2);
        m_who = named(shop, name);
        tasks.setClerk(m_who);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::optional<StaffMember> m_who;
};

QTEST_GUILESS_MAIN(TasksModelTest)
#include "TasksModelTest.moc"
