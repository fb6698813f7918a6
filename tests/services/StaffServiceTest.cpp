#include "domain/Limits.h"
#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Who of the staff may do what, and what the journal says of it.
class StaffServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionAsksForItsRole_data()
    {
        QTest::addColumn<StaffAction>("action");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("may");
        using enum StaffAction;
        const QHash<int, Role> least{{int(OpenCorner), Role::Clerk}, {int(LeaveKiosk), Role::Supervisor},
            {int(SetAdmissionLimit), Role::Manager}, {int(SetOutOfService), Role::Supervisor},
            {int(SettleTender), Role::Supervisor}, {int(RefundOrder), Role::Supervisor}, {int(PayClaim), Role::Clerk},
            {int(ResetPin), Role::Supervisor}, {int(BlockMember), Role::Supervisor}};
        for (StaffAction action : {OpenCorner, LeaveKiosk, SetAdmissionLimit, SetOutOfService, SettleTender,
                 RefundOrder, PayClaim, ResetPin, BlockMember})
            for (Role role : {Role::Clerk, Role::Supervisor, Role::Manager})
                QTest::addRow("%s by %s", qPrintable(nameOf(action)), qPrintable(nameOf(role)))
                    << action << role << (role >= least[int(action)]);
    }

    void everyActionAsksForItsRole()
    {
        QFETCH(StaffAction, action);
        QFETCH(Role, role);
        QFETCH(bool, may);
        TestShop shop({.hall = false});
        const StaffId who = must(shop->staff.add(u"Kim"_s, role, shop.pinHash())).id;
        const StaffCheck check = must(shop->staff.begin(u"Kim"_s, action));
        QCOMPARE(answerOf(shop->staff.end(check, true)), may ? u"ok"_s : u"RoleTooLow"_s);
        QCOMPARE(shop.entries(u"staffAuthorised"_s), may ? 1 : 0);
        if (may) {
            QVERIFY(shop.lastEntry(u"staffAuthorised"_s).contains(who.text()));
            QVERIFY(shop.lastEntry(u"staffAuthorised"_s).contains(nameOf(action)));
        }
    }

    void roleIsSaidOnlyAfterTheRightPin()
    {
        TestShop shop({.hall = false});
        must(shop->staff.add(u"Kim"_s, Role::Clerk, shop.pinHash()));
        const auto wrong = shop->staff.end(must(shop->staff.begin(u"Kim"_s, StaffAction::RefundOrder)), false);
        QCOMPARE(refusal(wrong).why, Refusal::StaffNotAuthenticated);
        QCOMPARE(refusal(wrong).triesLeft, limits::pinTries - 1);
    }

    void unknownStaffAreNotAuthenticated()
    {
        TestShop shop({.hall = false});
        QCOMPARE(answerOf(shop->staff.begin(u"Nobody"_s, StaffAction::OpenCorner)), u"StaffNotAuthenticated"_s);
    }

    void wrongPinsLock()
    {
        TestShop shop({.hall = false});
        must(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash()));
        for (int i = 1; i <= limits::pinTries; ++i) {
            const auto no = shop->staff.end(must(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner)), false);
            QCOMPARE(refusal(no).why, i < limits::pinTries ? Refusal::StaffNotAuthenticated : Refusal::LockedOut);
        }
        QCOMPARE(answerOf(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner)), u"LockedOut"_s);
        QCOMPARE(shop.entries(u"pinLocked"_s), 1);
        shop.restart();
        QCOMPARE(answerOf(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner)), u"LockedOut"_s);
        shop.clock.advance(limits::pinLockFirst);
        const StaffCheck check = must(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner));
        QVERIFY(shop.secrets().pinFits(u"1234"_s, check.pin.hash));
        QCOMPARE(answerOf(shop->staff.end(check, true)), u"ok"_s);
    }

    void aNameIsTakenOnce()
    {
        TestShop shop({.hall = false});
        must(shop->staff.add(u"Kim"_s, Role::Clerk, shop.pinHash()));
        QCOMPARE(answerOf(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash())), u"AlreadyRegistered"_s);
        QCOMPARE(must(shop->staff.all()).size(), 1);
        QCOMPARE(must(shop->staff.all())[0].role, Role::Clerk);
    }

    void theAdmissionLimitIsJournalledWithWho_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("answer");
        QTest::newRow("none") << 0 << u"AmountInvalid"_s;
        QTest::newRow("one") << 1 << u"ok"_s;
        QTest::newRow("most") << 1'000 << u"ok"_s;
        QTest::newRow("beyond") << 1'001 << u"AmountInvalid"_s;
    }

    void theAdmissionLimitIsJournalledWithWho()
    {
        QFETCH(int, limit);
        QFETCH(QString, answer);
        TestShop shop({.hall = false});
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash())).id;
        shop.takeChanges();
        QCOMPARE(answerOf(shop->staff.setAdmissionLimit(limit, who)), answer);
        const bool ok = answer == u"ok"_s;
        QCOMPARE(must(shop->catalogue.settings()).admissionLimit, ok ? limit : TestShop::house().admissionLimit);
        QCOMPARE(shop.lastEntry(u"admissionLimit"_s).contains(who.text()), ok);
        QCOMPARE(shop.takeChanges().settings, ok);
    }
};

QTEST_GUILESS_MAIN(StaffServiceTest)
#include "StaffServiceTest.moc"
