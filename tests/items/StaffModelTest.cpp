#include "items/VisitModel.h"
#include "services/Node.h"
#include "services/TenderDesk.h"
#include "support/HallShop.h"

#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Staff at a screen whose time moves only when a test says so.
class StaffModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hall = std::make_unique<HallShop>();
        const auto beside = Node::open(DataFolder(m_hall->file({})));
        const auto add = [&](const QString &name, Role role) {
            QVERIFY(beside.value()->services().staff.add(name, role, beside.value()->secrets().pinHash(pin)).ok());
        };
        add(u"Kim"_s, Role::Manager);
        add(u"Lee"_s, Role::Clerk);
        open();
    }
    void cleanup()
    {
        close();
        m_hall.reset();
    }

    void aCornerLeftOpenClosesByItself()
    {
        enter(u"Kim"_s);
        m_hall->clock.advance(59s);
        QTest::qWait(1'100);
        QCOMPARE(m_visit->step(), Step::StaffCorner);
        QVERIFY(m_visit->idleLeft());
        m_hall->clock.advance(1s);
        QTRY_COMPARE(m_visit->step(), Step::Attract);
        QVERIFY(!staff().member() && !staff().totals() && !staff().order());
    }

    void soDoesTheSignIn()
    {
        m_visit->wantStaff();
        m_hall->clock.advance(60s);
        QTRY_COMPARE(m_visit->step(), Step::Attract);
    }

    void anAnswerThatComesAfterLeavingIsDropped()
    {
        m_visit->wantStaff();
        staff().signIn(u"Kim"_s, pin);
        m_visit->startOver();
        QTest::qWait(1'500);
        QCOMPARE(m_visit->step(), Step::Attract);
        QVERIFY(!staff().member() && !staff().isBusy());
    }

    void outOfServiceStaysUntilStaffEndIt()
    {
        enter(u"Kim"_s);
        staff().setOutOfService(true);
        QTRY_VERIFY(staff().isOutOfService());
        m_visit->finish();
        QCOMPARE(m_visit->step(), Step::OutOfService);
        m_visit->touch();
        m_visit->startOver();
        m_hall->clock.advance(1h);
        QTest::qWait(1'100);
        QCOMPARE(m_visit->step(), Step::OutOfService);
        m_visit->wantStaff(); // somebody who doesn't know the PIN goes away again
        m_hall->clock.advance(60s);
        QTRY_COMPARE(m_visit->step(), Step::OutOfService);
        enter(u"Kim"_s);
        staff().setOutOfService(false);
        QTRY_VERIFY(!staff().isOutOfService());
        m_visit->finish();
        QCOMPARE(m_visit->step(), Step::Attract);
    }

    void aClerkLooksButChangesNothing()
    {
        enter(u"Lee"_s);
        QVERIFY(!staff().may(StaffAction::SetAdmissionLimit) && !staff().may(StaffAction::SetOutOfService));
        const int limit = m_visit->settings().admissionLimit;
        for (const auto &change : {std::function<void()>([&] { staff().setOutOfService(true); }),
                 std::function<void()>([&] { staff().setAdmissionLimit(limit + 1); })}) {
            change(); // also where a screen forgot to grey it
            QTRY_VERIFY(m_visit->problem() && m_visit->problem()->refused);
            QCOMPARE(m_visit->problem()->refused->why, Refusal::RoleTooLow);
        }
        QVERIFY(!staff().isOutOfService());
        QCOMPARE(m_visit->settings().admissionLimit, limit);
    }

    void theAdmissionLimitIsToldToTheHouse()
    {
        enter(u"Kim"_s);
        const int limit = m_visit->settings().admissionLimit;
        staff().setAdmissionLimit(limit + 1);
        QTRY_COMPARE(m_visit->settings().admissionLimit, limit + 1);
    }

    void aBrokenScreenCantBePutBackByASwitch()
    {
        Q_EMIT m_hall->shop().broken(Error{Error::Kind::Full, {}});
        QCOMPARE(m_visit->step(), Step::OutOfService);
        enter(u"Kim"_s);
        m_visit->finish();
        QCOMPARE(m_visit->step(), Step::OutOfService);
    }

    void theQuestionForAPinClosesByItselfButTheCallStays()
    {
        QSignalSpy called(&m_visit->call(), &StaffCallModel::called);
        m_visit->call().call();
        m_visit->call().call();
        QCOMPARE(called.size(), 1);
        m_visit->call().ask();
        QVERIFY(m_visit->call().isAsking());
        m_hall->clock.advance(60s);
        QTRY_VERIFY(!m_visit->call().isAsking());
        QVERIFY(m_visit->call().isCalled());
    }

    void aCallOutlivesTheVisit()
    {
        m_visit->touch();
        m_visit->call().call();
        m_hall->clock.advance(3min);
        QTRY_COMPARE(m_visit->step(), Step::Attract);
        QVERIFY(m_visit->call().isCalled());
    }

    void whatStaffTookOutStaysOutOverARestart()
    {
        enter(u"Kim"_s);
        staff().setOutOfService(true);
        QTRY_VERIFY(staff().isOutOfService());
        restart(); // from the staff corner: nobody had to leave it first
        QVERIFY(staff().isOutOfService());
        QCOMPARE(m_visit->step(), Step::OutOfService);
        m_visit->touch();
        QCOMPARE(m_visit->step(), Step::OutOfService);
        enter(u"Kim"_s);
        staff().setOutOfService(false);
        QTRY_VERIFY(!staff().isOutOfService());
        restart();
        QCOMPARE(m_visit->step(), Step::Attract);
    }

    void anOpenCallIsShownAgainAfterARestart()
    {
        m_visit->call().call();
        restart();
        QVERIFY(m_visit->call().isCalled());
        m_visit->call().end(u"Lee"_s, u"000000"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_visit->call().isBusy(), 10'000);
        restart(); // a wrong PIN ends nothing
        QVERIFY(m_visit->call().isCalled());
        m_visit->call().end(u"Lee"_s, pin);
        QTRY_VERIFY_WITH_TIMEOUT(!m_visit->call().isCalled(), 10'000);
        restart();
        QVERIFY(!m_visit->call().isCalled());
    }

    void aCallThatWasTakenBackIsNotShownAgain()
    {
        m_visit->call().call();
        m_visit->call().takeBack();
        restart();
        QVERIFY(!m_visit->call().isCalled());
        QCOMPARE(m_visit->step(), Step::Attract);
    }

    void theBellRingsAgainUntilStaffCome()
    {
        QSignalSpy rings(&call(), &StaffCallModel::rings);
        call().call();
        QCOMPARE(rings.size(), 1);
        pass(14s);
        QCOMPARE(rings.size(), 1);
        pass(1s);
        QCOMPARE(rings.size(), 2);
        pass(30s);
        QCOMPARE(rings.size(), 4);
        call().ask(); // staff are here
        pass(45s);
        QCOMPARE(rings.size(), 4);
        call().stopAsking(); // and gone again
        pass(15s);
        QVERIFY(rings.size() > 4);
    }

    void theBellIsSilentOnceNobodyIsNeeded()
    {
        QSignalSpy rings(&call(), &StaffCallModel::rings);
        pass(1min);
        QCOMPARE(rings.size(), 0);
        call().call();
        call().takeBack();
        pass(1min);
        QCOMPARE(rings.size(), 1);
    }

    void theBellGivesUpButRingsForTheNextWhoCalls()
    {
        QSignalSpy rings(&call(), &StaffCallModel::rings);
        call().call();
        pass(10min);
        QCOMPARE(rings.size(), 20); // in five minutes
        QVERIFY(call().isCalled());
        call().call();
        QCOMPARE(rings.size(), 21);
        call().call(); // not as fast as somebody drums on the button
        QCOMPARE(rings.size(), 21);
        pass(15s);
        QCOMPARE(rings.size(), 22);
    }

    void theBellRingsAgainAfterARestart()
    {
        call().call();
        restart();
        QSignalSpy rings(&call(), &StaffCallModel::rings);
        pass(15s);
        QCOMPARE(rings.size(), 1);
    }

private:
    StaffModel &staff() { return m_visit->staff(); }
    StaffCallModel &call() { return m_visit->call(); }
    void open()
    {
        m_desk = std::make_unique<TenderDesk>(m_hall->shop(), QList<TenderDevice *>{});
        m_visit = std::make_unique<VisitModel>(m_hall->shop(), *m_desk);
    }
    void close()
    {
        m_visit.reset();
        m_desk.reset();
    }
    void restart()
    {
        close();
        m_hall->restart();
        open();
    }
    /// Second by second, as the visit's own timer would tell it.
    void pass(std::chrono::seconds time)
    {
        for (; time > 0s; time -= 1s) {
            m_hall->clock.advance(1s);
            call().tick();
        }
    }
    void enter(const QString &name)
    {
        m_visit->wantStaff();
        QCOMPARE(m_visit->step(), Step::StaffSignIn);
        staff().signIn(name, pin);
        QTRY_COMPARE_WITH_TIMEOUT(m_visit->step(), Step::StaffCorner, 10'000);
    }

    const QString pin = u"246810"_s;
    std::unique_ptr<HallShop> m_hall;
    std::unique_ptr<TenderDesk> m_desk;
    std::unique_ptr<VisitModel> m_visit;
};

QTEST_GUILESS_MAIN(StaffModelTest)
#include "StaffModelTest.moc"
