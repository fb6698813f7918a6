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
        const QHash<int, Role> least{{int(OpenCorner), Role::Clerk}, {int(EndCall), Role::Clerk},
            {int(LeaveKiosk), Role::Supervisor}, {int(SetAdmissionLimit), Role::Manager},
            {int(SetOutOfService), Role::Supervisor}, {int(SettleTender), Role::Supervisor},
            {int(RefundOrder), Role::Supervisor}, {int(PayClaim), Role::Clerk}, {int(ResetPin), Role::Supervisor},
            {int(BlockMember), Role::Supervisor}, {int(ReleaseRights), Role::Clerk},
            {int(EnrolMachine), Role::Supervisor}, {int(SettleTask), Role::Supervisor}, {int(OpenDesk), Role::Clerk},
            {int(BlockSeats), Role::Clerk}, {int(GiveAway), Role::Supervisor}, {int(VoidSale), Role::Supervisor},
            {int(MoveCash), Role::Clerk}, {int(CloseShift), Role::Clerk}, {int(SeeFigures), Role::Supervisor},
            {int(ExportFigures), Role::Supervisor}, {int(GiveCard), Role::Clerk},
            {int(PayOutBalance), Role::Supervisor}, {int(RevokeMachine), Role::Manager},
            {int(AllotSeats), Role::Supervisor}};
        for (int i = int(OpenCorner); i <= int(AllotSeats); ++i) {
            const auto action = StaffAction(i);
            QVERIFY(least.contains(i));
            for (Role role : {Role::Clerk, Role::Supervisor, Role::Manager})
                QTest::addRow("%s by %s", qPrintable(nameOf(action)), qPrintable(nameOf(role)))
                    << action << role << (role >= least[i]);
        }
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

    void whoLeftMayNothingFromThatMoment()
    {
        TestShop shop({.hall = false});
        const StaffMember kim = must(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash()));
        const StaffCheck underWay = must(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner));
        must(shop->staff.remove(kim.id));
        QCOMPARE(answerOf(shop->staff.end(underWay, true)), u"StaffNotAuthenticated"_s);
        QCOMPARE(answerOf(shop->staff.begin(u"Kim"_s, StaffAction::OpenCorner)), u"StaffNotAuthenticated"_s);
        QCOMPARE(answerOf(shop->staff.may(kim.id, StaffAction::OpenDesk)), u"StaffNotAuthenticated"_s);
        QVERIFY(must(shop->staff.all()).isEmpty());
        QVERIFY(must(shop->staff.renewPins(shop.secrets())).isEmpty());
        QVERIFY(shop.lastEntry(u"staffRemoved"_s).contains(kim.id.text()));

        const StaffMember back = must(shop->staff.add(u"Kim"_s, Role::Clerk, shop.pinHash()));
        QCOMPARE(back.id, kim.id);
        QCOMPARE(answerOf(shop->staff.may(kim.id, StaffAction::OpenDesk)), u"ok"_s);
        QCOMPARE(answerOf(shop->staff.may(kim.id, StaffAction::SetOutOfService)), u"RoleTooLow"_s);
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

    void signedInStaffMayWhatTheirRoleMay()
    {
        TestShop shop({.hall = false});
        const StaffId clerk = must(shop->staff.add(u"Kim"_s, Role::Clerk, shop.pinHash())).id;
        QCOMPARE(answerOf(shop->staff.may(clerk, StaffAction::OpenCorner)), u"ok"_s);
        QCOMPARE(answerOf(shop->staff.may(clerk, StaffAction::SetOutOfService)), u"RoleTooLow"_s);
        QCOMPARE(answerOf(shop->staff.may({}, StaffAction::OpenCorner)), u"StaffNotAuthenticated"_s);
    }

    void theDayAddsUpAfterSalesTopUpsAndARefund()
    {
        TestShop shop;
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash())).id;
        const OrderId first = shop.sold({0, 1}); // two R, by card
        shop.sold({25});                         // one S
        shop.topUp(shop.member(), 50'000, TenderKind::Cash);
        must(shop->payments.refund(first, who, u"ill"_s));
        const DayTotals totals = must(shop->payments.totals());
        QCOMPARE(totals.day, QDate(2026, 11, 25));
        QCOMPARE(totals.orders, 2);
        QCOMPARE(totals.seats, 3);
        const qint64 r = shop.number("SELECT total FROM sale ORDER BY number LIMIT 1");
        const qint64 all = shop.number("SELECT sum(total) FROM sale");
        QCOMPARE(totals.sold, TestShop::won(all));
        QCOMPARE(totals.refunded, TestShop::won(r));
        QCOMPARE(totals.card.taken, TestShop::won(all));
        QCOMPARE(totals.cash.taken, TestShop::won(50'000));
        QVERIFY(totals.card.given.isZero() && totals.cash.given.isZero());
    }

    /// The house's clock decides where a day ends: at 5 in the morning in Seoul, 20:00 UTC.
    void aSaleCountsForTheBusinessDayItFellInto_data()
    {
        QTest::addColumn<int>("hoursLater"); // after 18:00 in Seoul
        QTest::addColumn<int>("orders");
        QTest::newRow("before midnight") << 5 << 1;
        QTest::newRow("after midnight") << 10 << 1;
        QTest::newRow("from five on") << 11 << 0;
    }
    void aSaleCountsForTheBusinessDayItFellInto()
    {
        QFETCH(int, hoursLater);
        TestShop shop;
        shop.sold({0});
        shop.clock.advance(std::chrono::hours(hoursLater));
        QTEST(must(shop->payments.totals()).orders, "orders");
    }

    void ticketsArePrintedAgainForWhoAsksButNotRefundedOnes()
    {
        TestShop shop;
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id;
        const OrderId order = shop.sold({0, 1});
        QCOMPARE(must(shop->payments.printAgain(order, who)).tickets.size(), 2);
        QVERIFY(shop.lastEntry(u"printedAgain"_s).contains(who.text()));
        QVERIFY(shop.lastEntry(u"printedAgain"_s).contains(order.text()));
        must(shop->payments.refund(order, who, u"ill"_s));
        QCOMPARE(answerOf(shop->payments.printAgain(order, who)), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(shop->payments.printAgain({}, who)), u"OrderUnknown"_s);
        QCOMPARE(shop.entries(u"printedAgain"_s), 1);
    }

    void callsAndServiceAreJournalled()
    {
        TestShop shop({.hall = false});
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id;
        must(shop->staff.call());
        must(shop->staff.takeBackCall());
        must(shop->staff.setOutOfService(true, who));
        must(shop->staff.setOutOfService(false, who));
        QCOMPARE(shop.entries(u"staffCalled"_s), 1);
        QCOMPARE(shop.entries(u"staffCallTakenBack"_s), 1);
        QVERIFY(shop.lastEntry(u"outOfService"_s).contains(who.text()));
        QVERIFY(shop.lastEntry(u"backInService"_s).contains(who.text()));
    }

    void theScreenIsAsItWasLeftAfterARestart()
    {
        TestShop shop({.hall = false});
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id;
        const auto isAfterRestart = [&](bool out, bool called) {
            shop.restart();
            return must(shop->staff.screen()) == ScreenState{out, called};
        };
        const auto authorise = [&](StaffAction action, bool right) {
            return answerOf(shop->staff.end(must(shop->staff.begin(u"Kim"_s, action)), right));
        };
        QVERIFY(isAfterRestart(false, false));
        must(shop->staff.setOutOfService(true, who));
        QVERIFY(isAfterRestart(true, false));
        must(shop->staff.call());
        QVERIFY(isAfterRestart(true, true));
        must(shop->staff.setOutOfService(false, who));
        QVERIFY(isAfterRestart(false, true));
        QCOMPARE(authorise(StaffAction::EndCall, false), u"StaffNotAuthenticated"_s);
        QCOMPARE(authorise(StaffAction::OpenCorner, true), u"ok"_s); // ends no call
        QVERIFY(isAfterRestart(false, true));
        QCOMPARE(authorise(StaffAction::EndCall, true), u"ok"_s);
        QVERIFY(isAfterRestart(false, false));
        must(shop->staff.call());
        must(shop->staff.takeBackCall());
        QVERIFY(isAfterRestart(false, false));
    }
};

QTEST_GUILESS_MAIN(StaffServiceTest)
#include "StaffServiceTest.moc"
