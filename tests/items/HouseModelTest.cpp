#include "items/HouseModel.h"
#include "items/QueueLinesModel.h"
#include "items/TerminalsModel.h"
#include "services/BoxOffice.h"
#include "support/DeskShop.h"
#include "support/FakeHub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Terminals and the queue as staff see them.
class HouseModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
        m_folder->addStaff(u"Kim"_s, Role::Manager, u"246810"_s);
    }

    void aMachineOnItsOwnHasAQueueAndNoTerminals()
    {
        DeskShop shop(*m_folder);
        HouseModel house(shop.desk().office(), nullptr);
        TerminalsModel terminals(house, nullptr);
        QueueLinesModel lines(house, nullptr);
        QAbstractItemModelTester terminalsTester(&terminals), linesTester(&lines);
        const QList<TokenPass> guests = guestsCome(shop.path(), 3);
        work(shop, house);
        QTRY_COMPARE(lines.rowCount(), 3);
        QVERIFY(!house.hasTerminals());
        QCOMPARE(terminals.rowCount(), 0);
        QCOMPARE(house.view().admitted, 1);
        QCOMPARE(house.view().waiting, 2);
        QCOMPARE(lines.line(0).state, TokenState::Admitted);
        QCOMPARE(lines.rowOf(guests[2].id), 2);
        house.callNext();
        QTRY_COMPARE(house.view().admitted, 2);
        QTRY_VERIFY(!house.isBusy());
        house.setLimit(5, {*m_who, u"a second desk"_s});
        QTRY_COMPARE(house.view().limit, 5);
        QTRY_COMPARE(house.view().waiting, 0);
        QVERIFY(shop.journal(u"admissionLimit"_s).contains(m_who->id.text()));
        QVERIFY(shop.journal(u"admissionLimit"_s).contains(u"a second desk"_s));
    }

    void whoDidNotComeLeavesTheList()
    {
        DeskShop shop(*m_folder);
        HouseModel house(shop.desk().office(), nullptr);
        QueueLinesModel lines(house, nullptr);
        const QList<TokenPass> guests = guestsCome(shop.path(), 2);
        QVERIFY(Node::open(DataFolder(shop.path())).value()->services().tokens.takeSlip(guests[0]).ok());
        work(shop, house);
        QTRY_COMPARE(lines.rowCount(), 2);
        QVERIFY(lines.line(0).isAway);
        house.noShow(guests[0].id);
        QTRY_COMPARE(lines.rowCount(), 1);
        QCOMPARE(lines.line(0).token, guests[1].id);
        QCOMPARE(lines.line(0).state, TokenState::Admitted);
    }

    void aTerminalShowsItsHubsHouse()
    {
        FakeHub hub;
        const NodeId kiosk{QUuid::createUuid()};
        hub.view.nodes = {{kiosk, u"Kiosk 1"_s, NodeKind::Kiosk, EpochState::Live, true, SystemClock().utc(), 7, {}}};
        hub.view.limit = 10;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        HouseModel house(shop.desk().office(), nullptr);
        TerminalsModel terminals(house, nullptr);
        QAbstractItemModelTester tester(&terminals);
        work(shop, house);
        QTRY_COMPARE(terminals.rowCount(), 1);
        QVERIFY(house.hasTerminals());
        QCOMPARE(house.view().limit, 10);
        QSignalSpy resets(&terminals, &TerminalsModel::modelReset);
        hub.view.nodes[0].given = {{PerformanceKey{1}, 4}, {PerformanceKey{2}, 12}};
        QSignalSpy acted(&house, &HouseModel::acted);
        house.revoke(kiosk, {*m_who, u"stolen"_s});
        QTRY_COMPARE(acted.size(), 1);
        QCOMPARE(hub.acts.constFirst().kind, HouseAct::Kind::Revoke);
        QCOMPARE(hub.acts.constFirst().node, kiosk);
        QCOMPARE(hub.acts.constFirst().by.why, u"stolen"_s);
        QTRY_COMPARE(TerminalsModel::seatsOf(terminals.node(0)), 16); // read again
        QCOMPARE(resets.size(), 0);
        hub.setOnline(shop.shop(), false);
        QTRY_VERIFY(house.isAway());
        QSignalSpy failed(&house, &HouseModel::failed);
        house.callNext();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(hub.acts.size(), 1); // it never heard
        hub.setOnline(shop.shop(), true);
        QTRY_VERIFY(!house.isAway());
    }

    /// The hub called number 7, and its answer was lost: once staff have seen the queue, the next call is of number 8.
    void whoSawWhatBecameOfACallCallsTheNext()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        HouseModel house(shop.desk().office(), nullptr);
        work(shop, house);
        QTRY_VERIFY(house.isLoaded());
        QList<Error::Kind> errors;
        connect(&house, &HouseModel::failed, &house, [&](const Problem &problem) {
            QVERIFY(!problem.refused);
            errors.append(problem.error->kind);
        });
        QSignalSpy acted(&house, &HouseModel::acted);
        hub.losesAnswers = true;
        house.callNext();
        QTRY_COMPARE(errors, QList{Error::Kind::Unreachable});
        QTRY_VERIFY(house.isAway() && !house.isBusy()); // nor does it say who waits
        house.callNext();
        QTRY_COMPARE(errors.size(), 2);
        QTRY_VERIFY(!house.isBusy());
        QCOMPARE(hub.acts[1].id, hub.acts[0].id); // nobody saw what became of it
        hub.losesAnswers = false;
        house.setWatched(true);
        QTRY_VERIFY(!house.isAway());
        house.callNext();
        QTRY_COMPARE(acted.size(), 1);
        QVERIFY(hub.acts[2].id != hub.acts[0].id);
    }

    /// A call that never left isn't taken for one that was lost; nor is a limit that another desk has changed since.
    void whatWasNeverAskedIsAskedAnew()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        HouseModel house(shop.desk().office(), nullptr);
        work(shop, house);
        QTRY_VERIFY(house.isLoaded());
        QList<Refusal> refusals;
        connect(&house, &HouseModel::failed, &house, [&](const Problem &problem) {
            refusals.append(problem.refused ? problem.refused->why : Refusal::SoldOut);
        });
        hub.setOnline(shop.shop(), false);
        house.setLimit(5, {*m_who, u"busy"_s});
        QTRY_COMPARE(refusals, QList{Refusal::HubNeeded}); // nothing was changed
        QVERIFY(hub.acts.isEmpty());
        hub.setOnline(shop.shop(), true);
        QTRY_VERIFY(!house.isAway() && !house.isBusy());
        hub.losesAnswers = true;
        house.setLimit(5, {*m_who, u"busy"_s});
        QTRY_COMPARE(refusals.size(), 2);
        hub.losesAnswers = false;
        hub.view.limit = 3; // another desk's
        house.setWatched(true);
        QTRY_VERIFY(house.isLoaded() && house.view().limit == 3 && !house.isBusy());
        house.setLimit(5, {*m_who, u"busy"_s});
        QTRY_COMPARE(hub.acts.size(), 2);
        QVERIFY(hub.acts[1].id != hub.acts[0].id);
    }

    void whoIsNotADeskIsToldSo()
    {
        FakeHub hub;
        hub.refusal = Refusal::RoleTooLow;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        HouseModel house(shop.desk().office(), nullptr);
        QList<Refusal> refusals;
        connect(&house, &HouseModel::failed, &house,
            [&](const Problem &problem) { refusals.append(problem.refused->why); });
        work(shop, house);
        QTRY_COMPARE(refusals, QList{Refusal::RoleTooLow});
        QVERIFY(!house.isLoaded());
    }

private:
    void work(DeskShop &shop, HouseModel &house)
    {
        QTRY_VERIFY(!shop.desk().staff().isEmpty());
        m_who = shop.desk().staff().constFirst();
        house.setClerk(m_who);
        house.setWatched(true);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::optional<StaffMember> m_who;
};

QTEST_GUILESS_MAIN(HouseModelTest)
#include "HouseModelTest.moc"
