#include "DeskKeys.h"
#include "documents/Fonts.h"
#include "support/FakeHub.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto kimsPin = "246810", leesPin = "135790";
}

/// What only people can put right, by the keyboard alone. Kim is a supervisor, Lee a clerk.
class DeskTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Supervisor, QString::fromLatin1(kimsPin));
        m_folder->addStaff(u"Lee"_s, Role::Clerk, QString::fromLatin1(leesPin));
    }

    void nothingToDoIsSaidKindly()
    {
        DeskShop shop(*m_folder);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        desk.key(Qt::Key_F7);
        QTRY_VERIFY(desk.reads(u"Nothing has to be put right"_s));
        desk.key(Qt::Key_1); // nothing is there to be settled
        desk.key(Qt::Key_T);
        QVERIFY(!shop.desk().consent().asked());
        QVERIFY(desk.save(u"tasks-none"_s));
    }

    void aTaskIsTakenAndSettledByTwoKeysAndAPin()
    {
        DeskShop shop(*m_folder);
        leaveMoney(shop.path(), 8'000);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        QTRY_VERIFY(tabOf(desk, u"Tasks (1)"_s)); // before anybody looks
        desk.key(Qt::Key_F7);
        QTRY_COMPARE(desk.rows(u"tasks"_s), 1);
        QVERIFY2(desk.row(u"tasks"_s, 0).contains(u"₩8,000"_s), qPrintable(desk.row(u"tasks"_s, 0)));
        QVERIFY(desk.row(u"tasks"_s, 0).endsWith(u"nobody yet"_s));
        desk.key(Qt::Key_T);
        QTRY_VERIFY(desk.row(u"tasks"_s, 0).endsWith(u"Kim"_s));
        QVERIFY(!desk.isEnabled(u"take-task"_s));
        QVERIFY(desk.save(u"tasks-one"_s));
        desk.key(Qt::Key_2); // there is but one remedy
        QVERIFY(!shop.desk().consent().asked());
        desk.key(Qt::Key_1);
        QVERIFY(desk.consent(QString::fromLatin1(kimsPin), u"came back"_s));
        QTRY_VERIFY(desk.reads(u"Nothing has to be put right"_s));
        QTRY_VERIFY(desk.textOf(u"task-claim"_s).contains(u"₩8,000"_s));
        QVERIFY(shop.journal(u"taskSettled"_s).contains(u"came back"_s));
        QVERIFY(tabOf(desk, u"Tasks"_s));
        QVERIFY(desk.save(u"tasks-code"_s));
        QVERIFY(shop.audit().clean());
    }

    void aSettlementThatIsThoughtBetterOfChangesNothing()
    {
        DeskShop shop(*m_folder);
        leaveMoney(shop.path(), 8'000);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        desk.key(Qt::Key_F7);
        QTRY_COMPARE(desk.rows(u"tasks"_s), 1);
        desk.key(Qt::Key_1);
        QTRY_VERIFY(shop.desk().consent().asked());
        desk.key(Qt::Key_Escape);
        QTRY_VERIFY(!shop.desk().consent().asked());
        QCOMPARE(desk.rows(u"tasks"_s), 1);
        QCOMPARE(shop.journal(u"taskSettled"_s), QString());
    }

    /// The hub's: the most urgent on top, the best remedy first, and one that settles itself is no key.
    void aHousesTasks()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        const QDateTime now = SystemClock().utc();
        DeskKeys desk(shop);
        QTRY_VERIFY(shop.desk().programme().isLoaded());
        const PerformanceKey date = shop.desk().programme().offers().constFirst().performance.key;
        HubTask seat{.id = u"seat"_s, .performance = date, .seat = SeatIndex(7), .sellerName = u"Kiosk 2"_s};
        seat.since = now.addSecs(-5'000);
        seat.due = now.addSecs(-1'400);
        HubTask debt{.id = u"debt"_s, .kind = HubTask::Kind::WalletNegative, .amount = {-22'000, {}}};
        debt.since = now;
        debt.due = now.addDays(1);
        HubTask twice{
            .id = u"twice"_s, .kind = HubTask::Kind::RefundedTwice, .performance = date, .amount = {44'000, {}}};
        twice.since = now;
        twice.due = now.addDays(1);
        twice.owner = TaskOwner{{}, u"Park"_s, {}, u"Desk 2"_s};
        hub.tasks.tasks = {seat, debt, twice};
        QVERIFY(desk.signIn(u"Lee"_s, QString::fromLatin1(leesPin)));
        desk.key(Qt::Key_F7);
        QTRY_COMPARE(desk.rows(u"tasks"_s), 3);
        QVERIFY(desk.row(u"tasks"_s, 0).contains(u"overdue"_s));
        QVERIFY(desk.row(u"tasks"_s, 2).endsWith(u"Park · Desk 2"_s));
        QVERIFY(desk.save(u"tasks-house"_s));
        desk.key(Qt::Key_2); // refund it; a clerk may not, Kim may
        QVERIFY(desk.consent(QString::fromLatin1(kimsPin), u"no seat left"_s));
        QTRY_COMPARE(hub.acts.size(), 1);
        QCOMPARE(hub.acts[0].task, u"seat"_s);
        QCOMPARE(hub.acts[0].remedy, Remedy::Refund);
        QCOMPARE(hub.acts[0].by.who.name, u"Kim"_s);
        desk.key(Qt::Key_Down);
        QVERIFY(!desk.isEnabled(u"remedy-1"_s));
        desk.key(Qt::Key_1);
        QVERIFY(!shop.desk().consent().asked());
        desk.key(Qt::Key_Down);
        QTRY_VERIFY(desk.isEnabled(u"take-task"_s));
        desk.key(Qt::Key_T); // over from somebody else
        QTRY_COMPARE(hub.acts.size(), 2);
        QCOMPARE(hub.acts[1].kind, HouseAct::Kind::TakeTask);
        QCOMPARE(hub.acts[1].task, u"twice"_s);
        QCOMPARE(hub.acts[1].by.who.name, u"Lee"_s);
        hub.setOnline(shop.shop(), false);
        QTRY_VERIFY(desk.reads(u"The hub is away"_s));
        QVERIFY(desk.save(u"tasks-away"_s));
    }

    /// This machine isn't a desk to its hub: what it has to put right itself is shown, and why there is no more.
    void whatTheHubRefusesIsSaidBesideWhatIsThisMachinesOwn()
    {
        FakeHub hub;
        hub.refusal = Refusal::DeskOnly;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        desk.key(Qt::Key_F7);
        QTRY_VERIFY(desk.reads(u"The hub doesn't show its tasks"_s));
        QVERIFY(desk.save(u"tasks-refused"_s));
        leaveMoney(shop.path(), 8'000);
        desk.key(Qt::Key_F7);
        QTRY_COMPARE(desk.rows(u"tasks"_s), 1);
        QVERIFY(desk.textOf(u"away"_s).startsWith(Wording().message({.why = Refusal::DeskOnly})));
        QVERIFY(!shop.desk().problem()); // every half minute it would be told again
        QVERIFY(desk.save(u"tasks-own"_s));
    }

    void whatIsChosenStaysChosenWhenTheListIsReadAgain()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        for (const QString &id : {u"a"_s, u"b"_s})
            hub.tasks.tasks.append({.id = id, .kind = HubTask::Kind::WalletNegative, .amount = {-1'000, {}}});
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        desk.key(Qt::Key_F7);
        QTRY_COMPARE(desk.rows(u"tasks"_s), 2);
        desk.key(Qt::Key_Down);
        hub.tasks.tasks.prepend({.id = u"new"_s, .kind = HubTask::Kind::WalletNegative, .amount = {-9'000, {}}});
        desk.key(Qt::Key_F7); // asked for again
        QTRY_COMPARE(desk.rows(u"tasks"_s), 3);
        desk.key(Qt::Key_2);
        QVERIFY(desk.consent(QString::fromLatin1(kimsPin), u"?"_s));
        QTRY_COMPARE(hub.acts.size(), 1);
        QCOMPARE(hub.acts[0].task, u"b"_s); // not the one that came before it
    }

private:
    static bool tabOf(DeskKeys &desk, const QString &text)
    {
        const auto buttons = desk.window->findChildren<ActionButton *>();
        return std::any_of(
            buttons.begin(), buttons.end(), [&](const ActionButton *button) { return button->text() == text; });
    }

    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(DeskTasksTest)
#include "DeskTasksTest.moc"
