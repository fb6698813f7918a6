#include "items/WalletsModel.h"
#include "devices/SimulatedTenderDevice.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/TenderDesk.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "support/DeskShop.h"
#include "support/FakeHub.h"
#include "support/HallShop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
Money won(qint64 amount) { return {amount, {}}; }
} // namespace

/// Members as their page sees them, on the real store threads with a drawer that opens at once and a card terminal that
/// does what a test says.
class WalletsModelTest : public QObject
{
    Q_OBJECT

    template <typename T>
    static T got(QFuture<Result<T>> future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        return future.result().value();
    }
    template <typename T>
    static QString said(QFuture<Result<T>> future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        const Result<T> result = future.result();
        return result.ok() ? u"ok"_s : result.refused() ? nameOf(result.refused()->why) : u"error"_s;
    }
    Consent kim(const QString &why = u"they asked"_s) { return {m_kim, why}; }
    WalletsModel &model() { return *m_model; }
    MemberId open() { return model().file()->line.member.id; }
    QString lastProblem()
    {
        return m_problem.refused ? nameOf(m_problem.refused->why) : m_problem.error ? u"error"_s : QString();
    }
    void begin(const SimulatorScript &card = {.delay = {}}, const SimulatorScript &cash = {.delay = {}})
    {
        m_card.emplace(TenderKind::Card, DataFolder(m_hall->file({})).simulatorMemory(u"card"_s), card);
        m_cash.emplace(TenderKind::Cash, DataFolder(m_hall->file({})).simulatorMemory(u"cash"_s), cash);
        m_tenders.emplace(m_hall->shop(), QList<TenderDevice *>{&*m_card, &*m_cash});
        m_model.emplace(*m_office, *m_tenders, nullptr);
        m_tester.emplace(&*m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(&*m_model, &WalletsModel::failed, this, [this](const Problem &problem) { m_problem = problem; });
        m_model->setClerk(m_lee.id);
    }
    void registered(const QString &digits = u"010-4821-0007"_s)
    {
        model().registerMember(digits, u"1234"_s);
        QTRY_VERIFY(!model().isBusy());
        QTRY_VERIFY(model().file());
    }
    QString guestsCode(qint64 amount)
    {
        Shop &books = m_hall->shop();
        const IssuedToken guest = got(books.continueAsGuest());
        const Tender in = got(books.beginTopUp(guest.pass, books.newTenderId(), won(amount), TenderKind::Card, {}));
        got(books.tenderAnswered(in.id, DeviceAnswer::Approved));
        return got(books.endVisit(guest.pass, {})).claim->code;
    }
    void toppedUp(qint64 amount, TenderKind kind = TenderKind::Cash)
    {
        model().topUp(open(), kind, won(amount));
        QTRY_VERIFY(model().deed());
    }

private Q_SLOTS:
    void init()
    {
        m_hall = std::make_unique<HallShop>();
        const auto beside = Node::open(DataFolder(m_hall->file({}))).value();
        m_lee = beside->services().staff.add(u"Lee"_s, Role::Clerk, u"no PIN is asked for here"_s).value();
        m_kim = beside->services().staff.add(u"Kim"_s, Role::Supervisor, u"no PIN is asked for here"_s).value();
        m_office.emplace(m_hall->shop());
        got(m_office->openShift(m_lee.id, won(100'000)));
        m_problem = {};
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_tenders.reset();
        m_card.reset();
        m_cash.reset();
        m_office.reset();
        QVERIFY(audit(Node::open(DataFolder(m_hall->file({}))).value()->db()).value().clean());
        m_hall.reset();
    }

    void movementsAreRowsNewestFirst()
    {
        begin();
        registered();
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(model().deed()->act, WalletAct::Register);
        toppedUp(20'000);
        toppedUp(15'000, TenderKind::Card);
        QTRY_COMPARE(model().rowCount(), 2);
        const auto at = [&](int row, int column) {
            return model().data(model().index(row, column), Qt::DisplayRole).toLongLong();
        };
        QCOMPARE(at(0, WalletsModel::AmountColumn), 15'000);
        QCOMPARE(at(0, WalletsModel::BalanceColumn), 35'000);
        QCOMPARE(at(1, WalletsModel::AmountColumn), 20'000);
        QCOMPARE(at(1, WalletsModel::BalanceColumn), 20'000);
        QCOMPARE(at(0, WalletsModel::KindColumn), int(MovementKind::TopUp));
        QVERIFY(!model().data({}, Qt::DisplayRole).isValid());
        QCOMPARE(model().columnCount(model().index(0, 0)), 0);
    }

    void whoAloneIsMeantIsOpenedAndOfSeveralOneIsChosen()
    {
        begin();
        registered();
        registered(u"010-9999-0007"_s);
        model().search(u"01048210007"_s);
        QVERIFY(!model().file()); // nothing can be done with who was there before
        QTRY_VERIFY(model().file());
        const MemberId first = model().file()->line.member.id;
        model().search(u"0007"_s);
        QTRY_COMPARE(model().found().size(), 2);
        QVERIFY(!model().file());
        for (const WalletAct act : {WalletAct::TopUp, WalletAct::PayOut, WalletAct::Block, WalletAct::Statement})
            QVERIFY(!model().can(act));
        model().open(model().found()[0].member.id == first ? 0 : 1);
        QTRY_VERIFY(model().file());
        QCOMPARE(model().file()->line.member.id, first);
        QVERIFY(model().found().isEmpty());
        model().open(7); // there is no such row
        model().search(u"nobody"_s);
        QTRY_VERIFY(model().isNobodyFound());
        model().search(u" "_s);
        QVERIFY(!model().isNobodyFound());
    }

    void moneyMovesOnceHoweverOftenItIsPressed()
    {
        begin({.delay = std::chrono::milliseconds(50)});
        registered();
        model().topUp(open(), TenderKind::Card, won(20'000));
        model().topUp(open(), TenderKind::Card, won(20'000)); // while it is asked
        QTRY_VERIFY(model().tender().tender());
        QVERIFY(!model().can(WalletAct::TopUp));
        model().topUp(open(), TenderKind::Cash, won(20'000)); // while the device is
        QTRY_COMPARE(model().file()->balance.amount, won(20'000));
        model().payOut(open(), won(20'000), kim());
        model().payOut(open(), won(20'000), kim());
        QTRY_VERIFY(model().deed() && model().deed()->act == WalletAct::PayOut);
        QTRY_VERIFY(model().file()->balance.amount.isZero());
        QVERIFY(!model().can(WalletAct::PayOut));
        QCOMPARE(model().file()->balance.movements.size(), 2);
    }

    void aCardThatIsDeclinedChangesNothing()
    {
        begin({.behaviour = SimulatorScript::Behaviour::Decline, .delay = {}});
        registered();
        model().topUp(open(), TenderKind::Card, won(20'000));
        QTRY_COMPARE(lastProblem(), u"TenderDeclined"_s);
        QVERIFY(model().file()->balance.amount.isZero());
        QVERIFY(!model().deed() || model().deed()->act != WalletAct::TopUp);
        QVERIFY(model().can(WalletAct::TopUp));
    }

    /// What is in the books is asked of its device, whatever happens to the screen meanwhile.
    void aDeskThatIsLockedInBetweenAsksItsDeviceAllTheSame()
    {
        begin();
        registered();
        const MemberId id = model().file()->line.member.id;
        model().topUp(open(), TenderKind::Cash, won(20'000));
        model().setClerk(std::nullopt);
        QVERIFY(!model().file() && !model().isBusy());
        QTRY_COMPARE(got(m_office->openMember(id, m_lee.id)).balance.amount, won(20'000));
        QVERIFY(got(m_hall->shop().openTenders()).isEmpty());
        QVERIFY(!model().file());
    }

    /// Two that were begun before the desk was locked: each has its end, and neither is told beside somebody else.
    void whatADeviceSaysIsToldBesideWhomItIsOf()
    {
        begin({.delay = std::chrono::milliseconds(300)});
        registered(u"010-9999-0007"_s);
        const MemberId second = open();
        registered();
        const MemberId first = open();
        model().topUp(first, TenderKind::Card, won(50'000));
        QTRY_VERIFY(model().tender().tender());
        QVERIFY(model().isTenderHere());
        model().search(u"01099990007"_s);
        QTRY_VERIFY(model().file());
        QCOMPARE(open(), second);
        QVERIFY(model().tender().tender() && !model().isTenderHere());
        QTRY_VERIFY(!model().tender().tender());
        QTest::qWait(50);
        QVERIFY(!model().deed());
        QCOMPARE(lastProblem(), QString());
        QCOMPARE(got(m_office->openMember(first, m_lee.id)).balance.amount, won(50'000));
    }

    /// Begun by two clerks, both in the books before either device was asked: one after the other, and none is
    /// forgotten.
    void ofTwoThatComeLateEachHasItsEnd()
    {
        begin({.delay = std::chrono::milliseconds(300)}, {.delay = std::chrono::milliseconds(300)});
        const QString code = guestsCode(8'000);
        registered();
        const MemberId member = open();
        QSignalSpy settled(&model().tender(), &TenderModel::settled);
        model().topUp(member, TenderKind::Card, won(50'000));
        model().setClerk(std::nullopt);
        model().setClerk(m_kim.id);
        model().payCode(code, kim());
        QTRY_COMPARE(settled.size(), 2);
        QTRY_VERIFY(model().deed());
        QCOMPARE(model().deed()->act, WalletAct::PayCode); // the other's is nobody's here
        QCOMPARE(model().deed()->amount, won(8'000));
        QVERIFY(!model().tender().tender());
        QVERIFY(got(m_hall->shop().openTenders()).isEmpty());
        QCOMPARE(got(m_office->openMember(member, m_lee.id)).balance.amount, won(50'000));
    }

    void nothingIsDoneForWhoeverIsOpenInsteadOfWhomItWasTypedFor()
    {
        begin();
        registered(u"010-9999-0007"_s);
        const MemberId before = open();
        toppedUp(20'000);
        registered();
        toppedUp(20'000);
        QTRY_VERIFY(model().can(WalletAct::PayOut));
        const QList<std::function<void()>> acts{[&] { model().topUp(before, TenderKind::Cash, won(1'000)); },
            [&] { model().payOut(before, won(1'000), kim()); }, [&] { model().resetPin(before, u"4321"_s, kim()); },
            [&] { model().giveCard(before, u"CARD"_s, kim()); }, [&] { model().setBlocked(before, true, kim()); }};
        for (const auto &act : acts) {
            m_problem = {};
            act();
            QVERIFY(!model().isBusy());
            QCOMPARE(lastProblem(), u"MemberUnknown"_s);
        }
        QCOMPARE(model().file()->balance.amount, won(20'000));
        QCOMPARE(got(m_office->openMember(before, m_lee.id)).balance.amount, won(20'000));
    }

    void whatIsShownIsWhatStaffMayDo()
    {
        begin();
        registered();
        QVERIFY(!model().can(WalletAct::PayOut)); // there is nothing
        toppedUp(20'000);
        QTRY_VERIFY(model().can(WalletAct::PayOut));
        QVERIFY(model().can(WalletAct::Block) && !model().can(WalletAct::Unblock));
        model().setBlocked(open(), true, kim(u"stolen"_s));
        QTRY_VERIFY(model().file()->line.isBlocked);
        for (const WalletAct act : {WalletAct::TopUp, WalletAct::PayOut, WalletAct::Block})
            QVERIFY(!model().can(act));
        model().topUp(open(), TenderKind::Cash, won(1'000)); // all the same
        QVERIFY(!model().isBusy());
        model().setBlocked(open(), false, kim(u"found"_s));
        QTRY_VERIFY(model().can(WalletAct::TopUp));
        model().resetPin(open(), u"4321"_s, {m_lee, u"?"_s});
        QTRY_COMPARE(lastProblem(), u"RoleTooLow"_s);
        model().resetPin(open(), u"4321"_s, kim());
        QTRY_VERIFY(model().deed() && model().deed()->act == WalletAct::NewPin);
        model().giveCard(open(), u"CARD"_s, kim());
        QTRY_VERIFY(!model().file()->line.member.card.isEmpty());
    }

    void whatOthersChangeIsSeen()
    {
        begin();
        registered();
        const MemberId id = model().file()->line.member.id;
        const Tender tender =
            got(m_office->topUp(m_hall->shop().newTenderId(), id, won(5'000), TenderKind::Cash, m_lee.id));
        got(m_hall->shop().tenderAnswered(tender.id, DeviceAnswer::Approved));
        QTRY_COMPARE(model().file()->balance.amount, won(5'000));
    }

    void moneyThatNobodyCameForGetsACodeAndACodeIsPaid()
    {
        begin();
        guestsCode(8'000);
        model().lookAtUnclaimed();
        QTRY_VERIFY(model().unclaimed());
        QCOMPARE(model().unclaimed()->size(), 1);
        model().newCode((*model().unclaimed())[0].wallet, kim());
        QTRY_VERIFY(model().claim());
        const QString code = model().claim()->code;
        model().payCode(code, {m_lee, {}});
        QVERIFY(!model().claim()); // it isn't shown to whoever comes next
        QTRY_VERIFY(model().deed());
        QCOMPARE(model().deed()->act, WalletAct::PayCode);
        QCOMPARE(model().deed()->amount, won(8'000));
        model().payCode(code, {m_lee, {}});
        QTRY_COMPARE(lastProblem(), u"ClaimUnknown"_s);
        model().lookAtUnclaimed();
        QTRY_VERIFY(model().unclaimed() && model().unclaimed()->isEmpty());
        model().newCode({}, kim()); // there is none
        QTRY_VERIFY(!model().isBusy());
        QVERIFY(!model().claim());
    }

    // at a terminal, whose hub is asked

    /// Nobody says that nothing was changed where it may have been; and the same again, soon and by the same person, is
    /// the request that was lost.
    void whatALostAnswerWasOfIsOneRequest_data()
    {
        QTest::addColumn<int>("act");
        const char *names[] = {"block", "new PIN", "new card", "new code", "pay out", "register"};
        for (int act = 0; act < int(std::size(names)); ++act)
            QTest::newRow(names[act]) << act;
    }
    void whatALostAnswerWasOfIsOneRequest()
    {
        QFETCH(int, act);
        ManualClock clock(SystemClock().utc());
        FakeHub hub;
        DemoFolder folder(DemoFolder::Season::Demo, houseToday(), 1);
        folder.addStaff(u"Kim"_s, Role::Manager, u"246810"_s);
        folder.addStaff(u"Park"_s, Role::Manager, u"135790"_s);
        DeskShop shop(folder, {.delay = {}}, hub.authority(), &clock);
        shop.openShift();
        BoxOffice office(shop.shop());
        const QList<StaffMember> staff = got(shop.shop().staff());
        const MemberId member{QUuid::createUuid()};
        const WalletId wallet{QUuid::createUuid()};
        const auto ask = [&](const StaffMember &who, const QString &typed, const QString &why = u"lost it"_s) {
            const Consent by{who, why};
            switch (act) {
            case 0: return said(office.setBlocked(member, true, by));
            case 1: return said(office.resetPin(member, typed, by));
            case 2: return said(office.giveCard(member, typed, by));
            case 3: return said(office.newCode(wallet, by));
            case 4: return said(office.payOutBalance(member, won(1'000), by));
            default: return said(office.registerMember(u"01048210007"_s, typed, who.id));
            }
        };
        const auto ids = [&] {
            QStringList all;
            for (const MemberAct &each : hub.changes)
                all.append(each.id.text() + each.pinHash + each.why);
            for (const CodeWish &each : hub.codes)
                all.append(each.id.text() + each.why);
            for (const PayOutWish &each : hub.payOuts)
                all.append(each.id.text() + each.why);
            for (const Registration &each : hub.registered)
                all.append(each.member.id.text() + each.pinHash);
            return all;
        };
        hub.setOnline(shop.shop(), false);
        QCOMPARE(ask(staff[0], u"4321"_s), u"HubNeeded"_s); // it wasn't asked
        QVERIFY(ids().isEmpty());
        hub.setOnline(shop.shop(), true);
        hub.losesAnswers = true;
        QCOMPARE(ask(staff[0], u"4321"_s), u"error"_s);
        QCOMPARE(ask(staff[0], u"4321"_s, u"once more"_s), u"error"_s);
        QCOMPARE(ids().size(), 2);
        QCOMPARE(ids()[1], ids()[0]);
        QCOMPARE(ask(staff[1], u"4321"_s), u"error"_s); // whoever else says it answers for it
        QVERIFY(ids()[2] != ids()[0]);
        clock.advance(std::chrono::seconds(31));
        QCOMPARE(ask(staff[1], u"4321"_s), u"error"_s);
        QVERIFY(ids()[3] != ids()[2]);
        if (act == 1 || act == 2 || act == 5) {
            QCOMPARE(ask(staff[1], u"8765"_s), u"error"_s); // something else was typed
            QVERIFY(ids()[4] != ids()[3]);
        }
    }

    void withNobodyAtTheDeskNothingIsAsked()
    {
        begin();
        registered();
        model().setClerk(std::nullopt);
        model().search(u"0007"_s);
        model().registerMember(u"010-9999-0007"_s, u"1234"_s);
        model().lookAtUnclaimed();
        QVERIFY(!model().isBusy());
        QCOMPARE(model().rowCount(), 0);
    }

private:
    std::unique_ptr<HallShop> m_hall;
    std::optional<BoxOffice> m_office;
    std::optional<SimulatedTenderDevice> m_card, m_cash;
    std::optional<TenderDesk> m_tenders;
    std::optional<WalletsModel> m_model;
    std::optional<QAbstractItemModelTester> m_tester;
    StaffMember m_lee, m_kim;
    Problem m_problem;
};

QTEST_GUILESS_MAIN(WalletsModelTest)
#include "WalletsModelTest.moc"
