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
        house.setLimit(5, {*m_who, {}});
        QTRY_COMPARE(house.view().limit, 5);
        QTRY_COMPARE(house.view().waiting, 0);
        QVERIFY(shop.journal(u"admissionLimit"_s).contains(m_who->id.text()));
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
