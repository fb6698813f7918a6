#include "DeskKeys.h"
#include "documents/Fonts.h"
#include "support/FakeHub.h"
#include "ui/desk/StaffWords.h"

#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto pin = "246810", clerksPin = "135790";
}

/// The house's page, by the keyboard alone. Kim is a manager, Lee a clerk.
class DeskTerminalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
        m_folder->addStaff(u"Kim"_s, Role::Manager, QString::fromLatin1(pin));
        m_folder->addStaff(u"Lee"_s, Role::Clerk, QString::fromLatin1(clerksPin));
    }

    void aMachineOnItsOwnShowsItsQueue()
    {
        DeskShop shop(*m_folder);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Lee"_s, QString::fromLatin1(clerksPin)));
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.reads(u"Nobody waits, and nobody is served."_s));
        QVERIFY(!desk.find<Table>(u"terminals"_s)->isVisible());
        QVERIFY(!desk.isEnabled(u"call"_s) && !desk.isEnabled(u"no-show"_s));
        QVERIFY(desk.save(u"house-empty"_s));
        const QList<TokenPass> guests = guestsCome(shop.path(), 3);
        QTRY_COMPARE(desk.rows(u"queue"_s), 3);
        QCOMPARE(desk.textOf(u"counts"_s), u"2 waiting · 1 of 1 served"_s);
        QVERIFY(!desk.isEnabled(u"no-show"_s)); // the first is at the screen
        desk.key(Qt::Key_F11);
        desk.key(Qt::Key_F8);
        QTRY_COMPARE(desk.textOf(u"counts"_s), u"1 waiting · 2 of 1 served"_s);
        QVERIFY(desk.save(u"house-queue"_s));
        QVERIFY(Node::open(DataFolder(shop.path())).value()->services().tokens.takeSlip(guests[1]).ok());
        desk.key(Qt::Key_Down);
        QTRY_VERIFY(desk.isEnabled(u"no-show"_s)); // called, and away with a slip
        desk.key(Qt::Key_F11);
        QTRY_COMPARE(desk.rows(u"queue"_s), 2);
        QTRY_VERIFY(desk.textOf(u"house-said"_s).startsWith(u"Their visit is over"_s));
        QCOMPARE(desk.textOf(u"counts"_s), u"1 waiting · 1 of 1 served"_s);
        QVERIFY(shop.audit().clean());
    }

    void theLimitIsTypedAndAManagerSaysYes()
    {
        DeskShop shop(*m_folder);
        guestsCome(shop.path(), 3);
        DeskKeys desk(shop);
        QVERIFY(desk.signIn(u"Lee"_s, QString::fromLatin1(clerksPin)));
        desk.key(Qt::Key_F5);
        QTRY_COMPARE(desk.rows(u"queue"_s), 3);
        desk.key(Qt::Key_F12);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(desk.window->focusWidget()));
        desk.keys(u"0"_s);
        desk.key(Qt::Key_Return); // nobody at all is no limit
        QVERIFY(!shop.desk().consent().asked());
        QVERIFY(desk.save(u"house-limit"_s));
        desk.key(Qt::Key_Escape);
        desk.key(Qt::Key_F12);
        desk.keys(u"4"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.consent(QString::fromLatin1(pin), u"a second desk"_s));
        QTRY_COMPARE(desk.textOf(u"counts"_s), u"0 waiting · 3 of 4 served"_s);
        QTRY_COMPARE(desk.textOf(u"house-said"_s), u"At most 4 are served at once now."_s);
    }

    void aTerminalIsRevokedWithAReasonAndGivenSeats()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        DeskKeys desk(shop);
        fill(hub, shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(pin)));
        desk.key(Qt::Key_F5);
        QTRY_COMPARE(desk.rows(u"terminals"_s), 4);
        QVERIFY2(desk.row(u"terminals"_s, 1).contains(u"online"_s), qPrintable(desk.row(u"terminals"_s, 1)));
        QVERIFY(desk.row(u"terminals"_s, 3).contains(u"revoked"_s));
        desk.key(Qt::Key_Down);
        QVERIFY(desk.save(u"house"_s));
        desk.key(Qt::Key_F9);
        desk.keys(u"24"_s);
        QVERIFY(desk.save(u"house-allot"_s));
        desk.key(Qt::Key_Down); // the date after
        hub.answer.seats = 20;
        desk.find<Table>(u"terminals"_s)
            ->setCurrentIndex(desk.find<Table>(u"terminals"_s)->model()->index(2, 0)); // clicked on while it is typed
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(shop.desk().consent().asked());
        QVERIFY(desk.says(u"Kiosk 1 · "_s) && desk.says(u": 24\n"_s));
        QVERIFY(desk.save(u"house-allot-consent"_s));
        QVERIFY(desk.consent(QString::fromLatin1(pin), u"a school comes"_s));
        QTRY_COMPARE(hub.acts.size(), 1);
        QCOMPARE(hub.acts[0].kind, HouseAct::Kind::Allot);
        QCOMPARE(hub.acts[0].node, hub.view.nodes[1].node);
        QCOMPARE(hub.acts[0].count, 24);
        QCOMPARE(hub.acts[0].by.why, u"a school comes"_s);
        QCOMPARE(hub.acts[0].performance, shop.desk().programme().offers()[1].performance.key);
        QTRY_COMPARE(desk.textOf(u"house-said"_s), u"Seats that it has more: 20"_s);

        desk.key(Qt::Key_Up); // back from where it was clicked
        desk.key(Qt::Key_F10);
        QTRY_VERIFY(desk.says(u"Kiosk 1 · "_s));
        QVERIFY(desk.save(u"house-revoke-consent"_s));
        QVERIFY(desk.consent(QString::fromLatin1(pin), u"stolen"_s));
        QTRY_COMPARE(hub.acts.size(), 2);
        QCOMPARE(hub.acts[1].kind, HouseAct::Kind::Revoke);
        QCOMPARE(hub.acts[1].node, hub.view.nodes[1].node);
        QCOMPARE(hub.acts[1].by.why, u"stolen"_s);
        for (int i = 0; i < 3; ++i)
            desk.key(Qt::Key_Down);
        QTRY_VERIFY(!desk.isEnabled(u"revoke"_s)); // it is revoked already
    }

    /// The words of a refusal are for whoever stands behind the counter.
    void aRefusalIsSaidInWordsForStaff()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), true);
        DeskKeys desk(shop);
        fill(hub, shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(pin)));
        desk.key(Qt::Key_F5);
        QTRY_COMPARE(desk.rows(u"queue"_s), 5);
        for (const Refusal why :
            {Refusal::NotInQueue, Refusal::TenderInDoubt, Refusal::NodeUnknown, Refusal::HubNeeded}) {
            QTRY_VERIFY(desk.isEnabled(u"call"_s));
            hub.actRefusal = why;
            desk.key(Qt::Key_F8);
            QTRY_VERIFY(shop.desk().problem());
            QCOMPARE(shop.desk().problem()->refused->why, why);
            const QString customers = Wording().message({.why = why});
            QVERIFY2(!desk.says(customers), qPrintable(customers));
            QVERIFY(desk.says(StaffWords::message(Refused{.why = why})));
            shop.desk().clearProblem();
        }
        hub.actRefusal.reset();
        hub.losesAnswers = true;
        QTRY_VERIFY(desk.isEnabled(u"call"_s));
        desk.key(Qt::Key_F8);
        QTRY_VERIFY(shop.desk().problem());
        QVERIFY(desk.says(u"we can't tell whether it was done"_s));
        QVERIFY(!desk.says(u"Nothing was charged"_s));
        QVERIFY(desk.save(u"house-lost-answer"_s));
    }

    void aHubThatIsAwayIsSaidKindly()
    {
        FakeHub hub;
        DeskShop shop(*m_folder, {.delay = {}}, hub.authority());
        hub.setOnline(shop.shop(), false);
        DeskKeys desk(shop);
        fill(hub, shop);
        QVERIFY(desk.signIn(u"Kim"_s, QString::fromLatin1(pin)));
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(desk.reads(u"The hub is away"_s));
        QVERIFY(!desk.isEnabled(u"call"_s) && !desk.isEnabled(u"revoke"_s) && !desk.isEnabled(u"limit"_s));
        QVERIFY(desk.save(u"house-away"_s));
        hub.setOnline(shop.shop(), true);
        QTRY_COMPARE(desk.rows(u"terminals"_s), 4);
        QTRY_VERIFY(desk.isEnabled(u"call"_s));
    }

private:
    static void fill(FakeHub &hub, DeskShop &shop)
    {
        QTRY_VERIFY(shop.desk().programme().isLoaded());
        const auto &offers = shop.desk().programme().offers();
        const QDateTime now = SystemClock().utc();
        const auto node = [](const QString &name, NodeKind kind, EpochState state, bool isOnline,
                              const QDateTime &at) -> HouseNode {
            return {NodeId{QUuid::createUuid()}, name, kind, state, isOnline, at, 1'204, {}};
        };
        hub.view.nodes = {node(u"Desk 1"_s, NodeKind::Desk, EpochState::Live, true, now),
            node(u"Kiosk 1"_s, NodeKind::Kiosk, EpochState::Live, true, now.addSecs(-3)),
            node(u"Kiosk 2"_s, NodeKind::Kiosk, EpochState::Live, false, now.addSecs(-4'000)),
            node(u"Kiosk 3"_s, NodeKind::Kiosk, EpochState::Over, false, {})};
        hub.view.nodes[1].given = {{offers[0].performance.key, 16}, {offers[1].performance.key, 4}};
        hub.view.limit = 10;
        hub.view.admitted = 2;
        hub.view.waiting = 2;
        int number = 0;
        const auto line = [&](TokenState state, bool isAway, const QString &where) {
            hub.view.queue.append({TokenId{QUuid::createUuid()}, {houseToday(), {}, ++number}, state, isAway,
                now.addSecs(-600 + 60 * number), where});
        };
        line(TokenState::Admitted, false, u"Kiosk 1"_s);
        line(TokenState::Admitted, true, u"Kiosk 1"_s);
        line(TokenState::Passed, true, u"Kiosk 2"_s);
        line(TokenState::Waiting, false, u"Kiosk 1"_s);
        line(TokenState::Waiting, true, u"Kiosk 2"_s);
    }

    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(DeskTerminalsTest)
#include "DeskTerminalsTest.moc"
