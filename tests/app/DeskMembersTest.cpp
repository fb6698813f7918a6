#include "HubHouse.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/Shop.h"
#include "services/TerminalAuthority.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "sync/HubThread.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
template <typename T>
Result<T> answer(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    return future.result();
}

template <typename T>
T got(QFuture<Result<T>> future)
{
    const Result<T> result = answer(std::move(future));
    if (!result.ok())
        qFatal("refused: %s", result.refused() ? qPrintable(nameOf(result.refused()->why)) : "error");
    return result.value();
}

template <typename T>
QString said(QFuture<Result<T>> future)
{
    const Result<T> result = answer(std::move(future));
    return result.ok() ? u"ok"_s : result.refused() ? nameOf(result.refused()->why) : u"error"_s;
}

Money won(qint64 amount) { return {amount, {}}; }

/// A terminal as its program has it, without its screens.
struct Terminal {
    Terminal(const HubHouse &house, int number) : folder(house.terminal(number))
    {
        {
            const auto node = Node::open(folder).value();
            link = *node->hub();
            lee = node->services().staff.add(u"Lee"_s, Role::Clerk, u"no PIN is asked for here"_s).value();
            kim = node->services().staff.add(u"Kim"_s, Role::Supervisor, u"no PIN is asked for here"_s).value();
        }
        auto authority = std::make_unique<TerminalAuthority>();
        TerminalAuthority &hub = *authority;
        shop = Shop::open(folder.path(), clock, std::move(authority)).value();
        office.emplace(*shop);
        thread =
            std::make_unique<HubThread>(*shop, hub, link, DeviceKey::load(folder.deviceKey(), false).value(), folder);
    }
    bool isOnline() const { return shop->hubState() && shop->hubState()->reach == Reach::Online; }
    MemberFile file(const MemberFile &of) { return got(office->openMember(of.line.member.id, lee.id)); }
    Result<Tender> topUp(const MemberFile &of, qint64 amount, TenderKind kind = TenderKind::Cash)
    {
        return answer(office->topUp(shop->newTenderId(), of.line.member.id, won(amount), kind, lee.id));
    }
    qint64 balance(const TokenPass &pass) { return got(shop->balance(pass)).amount.minor; }

    SystemClock clock;
    DataFolder folder;
    HubLink link;
    StaffMember lee, kim;
    std::unique_ptr<Shop> shop;
    std::optional<BoxOffice> office;
    std::unique_ptr<HubThread> thread;
};

QList<QJsonObject> entries(const QString &data, const QString &kind)
{
    const auto db = Connection::open(DataFolder(data).database(), {.mode = Connection::Mode::ReadOnly}).value();
    QList<QJsonObject> bodies;
    for (const JournalEntry &entry : journal::entries(*db, journal::head(*db).epoch, 0, 100'000))
        if (entry.kind == kind)
            bodies.append(QJsonDocument::fromJson(entry.body).object());
    return bodies;
}
} // namespace

/// Members belong to the hub: what staff at a desk do for them, a kiosk knows; and their money is at one place at a
/// time.
class DeskMembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house.emplace();
        m_house->setUp();
        m_house->enrol(1, QStringLiteral("desk"));
        m_house->enrol(2);
        m_desk.emplace(*m_house, 1);
        m_kiosk.emplace(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline() && m_kiosk->isOnline(), 5'000);
        got(m_desk->office->openShift(m_desk->lee.id, won(100'000)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_kiosk.reset();
        for (const QString &data : {m_house->terminal(1), m_house->terminal(2), m_house->hub()}) {
            const auto db = Connection::open(DataFolder(data).database(), {.mode = Connection::Mode::ReadOnly}).value();
            const AuditReport report = audit(*db).value();
            QVERIFY2(
                report.clean(), report.clean() ? "" : qPrintable(data + u' ' + report.violations.constFirst().rule));
        }
        m_house.reset();
    }

    void whoRegistersAtTheDeskSignsInAtAKiosk()
    {
        const MemberFile file = registered();
        QCOMPARE(said(m_kiosk->shop->signIn(phone, u"1234"_s)), u"ok"_s);
        QCOMPARE(said(m_kiosk->shop->signIn(phone, u"9999"_s)), u"NotAuthenticated"_s);
        QCOMPARE(entries(m_house->hub(), u"registered"_s).constLast()[u"staff"].toString(), m_desk->lee.id.text());
        QCOMPARE(said(m_desk->office->registerMember(phone, u"1234"_s, m_desk->lee.id)), u"AlreadyRegistered"_s);
        const auto found = got(m_desk->office->findMembers(u"0007"_s, m_desk->lee.id)).lines;
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].member.id, file.line.member.id);
        QCOMPARE(got(m_desk->office->findMembers(phone, m_desk->lee.id)).lines.size(), 1);
        QVERIFY(got(m_desk->office->findMembers(u"0008"_s, m_desk->lee.id)).lines.isEmpty());
    }

    /// Law 9: a top-up is a right of the desk that took it, goes back once nobody is there, and follows its owner.
    void aTopUpAtTheDeskIsSpentWhereItsOwnerIs()
    {
        const MemberFile file = registered();
        const Tender tender = answer(m_desk->office->topUp(m_desk->shop->newTenderId(), file.line.member.id,
                                         won(30'000), TenderKind::Cash, m_desk->lee.id))
                                  .value();
        got(m_desk->shop->tenderAnswered(tender.id, DeviceAnswer::Approved));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->file(file).balance.amount, won(30'000), 10'000);
        const MemberFile after = m_desk->file(file);
        QCOMPARE(after.balance.movements.size(), 1); // however often it went from machine to machine
        QCOMPARE(after.balance.movements[0].kind, MovementKind::TopUp);
        QCOMPARE(after.balance.movements[0].amount, won(30'000));

        const TokenPass pass = got(m_kiosk->shop->signIn(phone, u"1234"_s)).pass;
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->balance(pass), 30'000, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->file(file).balance.elsewhere.size(), 1, 10'000);
        const MemberFile away = m_desk->file(file);
        QCOMPARE(away.balance.elsewhere[0].terminal, HubHouse::nameOf(2));
        QCOMPARE(away.balance.elsewhere[0].amount, won(30'000));
        QVERIFY(away.payable.isZero());
        QCOMPARE(away.balance.amount, won(30'000));

        // a second top-up, while they stand at the kiosk: it follows them there, and their visit goes on
        got(m_desk->shop->tenderAnswered(m_desk->topUp(file, 5'000).value().id, DeviceAnswer::Approved));
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->balance(pass), 35'000, 10'000);
    }

    void aBalanceIsPaidOutWhereItLiesAndOnlyOnce()
    {
        const MemberFile file = registered();
        const MemberId id = file.line.member.id;
        const Consent consent{m_desk->kim, u"moves away"_s};
        got(m_desk->shop->tenderAnswered(m_desk->topUp(file, 30'000).value().id, DeviceAnswer::Approved));
        const TokenPass pass = got(m_kiosk->shop->signIn(phone, u"1234"_s)).pass;
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->balance(pass), 30'000, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->file(file).payable.isZero(), 10'000);
        QCOMPARE(said(m_desk->office->payOutBalance(id, won(30'000), consent)), u"InsufficientBalance"_s);
        got(m_kiosk->shop->endVisit(pass, {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->file(file).payable, won(30'000), 10'000);

        const Tender out = got(m_desk->office->payOutBalance(id, won(20'000), consent));
        QCOMPARE(entries(m_house->hub(), u"payOutWanted"_s).constLast()[u"why"].toString(), u"moves away"_s);
        QCOMPARE(entries(m_house->hub(), u"payOutWanted"_s).constLast()[u"node"].toString(),
            entries(m_house->hub(), u"nodeEnrolled"_s)[0][u"node"].toString());
        QCOMPARE(said(m_desk->office->payOutBalance(id, won(20'000), consent)), u"InsufficientBalance"_s);
        got(m_desk->shop->tenderAnswered(out.id, DeviceAnswer::Approved));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->file(file).balance.amount, won(10'000), 10'000);
        const TokenPass again = got(m_kiosk->shop->signIn(phone, u"1234"_s)).pass;
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->balance(again), 10'000, 10'000);
        QCOMPARE(got(m_desk->office->shiftReport(m_desk->kim.id)).tenders->expected, won(110'000));
    }

    void whatStaffChangeCountsInTheWholeHouse()
    {
        const MemberId id = registered().line.member.id;
        BoxOffice &office = *m_desk->office;
        Shop &kiosk = *m_kiosk->shop;
        got(office.giveCard(id, u"OLD-1"_s, {m_desk->lee, u"first"_s}));
        QCOMPARE(said(kiosk.signInByCard(u"OLD-1"_s, u"1234"_s)), u"ok"_s);
        got(office.giveCard(id, u"NEW-2"_s, {m_desk->lee, u"lost"_s}));
        QCOMPARE(said(kiosk.signInByCard(u"OLD-1"_s, u"1234"_s)), u"NotAuthenticated"_s);
        QCOMPARE(said(kiosk.signInByCard(u"NEW-2"_s, u"1234"_s)), u"ok"_s);
        QVERIFY(got(office.setBlocked(id, true, {m_desk->kim, u"stolen"_s})).line.isBlocked);
        QCOMPARE(said(kiosk.signInByCard(u"NEW-2"_s, u"1234"_s)), u"MemberBlocked"_s);
        QCOMPARE(said(office.topUp(m_desk->shop->newTenderId(), id, won(5'000), TenderKind::Cash, m_desk->lee.id)),
            u"MemberBlocked"_s);
        QCOMPARE(said(office.payOutBalance(id, won(5'000), {m_desk->kim, u"?"_s})), u"MemberBlocked"_s);
        got(office.setBlocked(id, false, {m_desk->kim, u"found"_s}));
        got(office.resetPin(id, u"4321"_s, {m_desk->kim, u"forgot it"_s}));
        QCOMPARE(said(kiosk.signIn(phone, u"1234"_s)), u"NotAuthenticated"_s);
        QCOMPARE(said(kiosk.signIn(phone, u"4321"_s)), u"ok"_s);
        for (const auto &[kind, why] : {std::pair(u"card"_s, u"lost"_s), std::pair(u"memberBlocked"_s, u"stolen"_s),
                 std::pair(u"memberUnblocked"_s, u"found"_s), std::pair(u"pinReset"_s, u"forgot it"_s)}) {
            const QJsonObject told = entries(m_house->hub(), kind).constLast();
            QCOMPARE(told[u"why"].toString(), why);
            QVERIFY(!told[u"staff"].toString().isEmpty() && !told[u"node"].toString().isEmpty());
        }
        // the kiosk has seen the old card: it isn't taken there any more either, once the hub is away
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->isOnline(), 45'000); // when the long poll should have ended
        QCOMPARE(said(kiosk.signInByCard(u"OLD-1"_s, u"4321"_s)), u"NotKnownHere"_s);
        QCOMPARE(said(kiosk.signIn(phone, u"4321"_s)), u"ok"_s);
    }

    void aCodeOfAKioskIsPaidAtTheDesk()
    {
        const QString code = guestsCode();
        QVERIFY(
            QTest::qWaitFor([&] { return said(m_desk->office->payClaim(code, m_desk->lee.id)) == u"ok"_s; }, 10'000));
        QCOMPARE(said(m_desk->office->payClaim(code, m_desk->lee.id)), u"ClaimUnknown"_s);
        const Tender out = got(m_desk->shop->openTenders()).constFirst();
        QCOMPARE(out.amount, won(8'000));
        got(m_desk->shop->tenderAnswered(out.id, DeviceAnswer::Approved));
    }

    void aCodeThatWasLostIsReplacedForTheWholeHouse()
    {
        const QString lost = guestsCode();
        const StaffId lee = m_desk->lee.id;
        QTRY_COMPARE_WITH_TIMEOUT(got(m_desk->office->unclaimed(lee)).size(), 1, 10'000); // the hub's by now
        const Unclaimed left = got(m_desk->office->unclaimed(lee))[0];
        QCOMPARE(left.amount, won(8'000));
        QVERIFY(left.hasCode);
        const Consent kim{m_desk->kim, u"lost the slip"_s};
        QCOMPARE(said(m_kiosk->office->newCode(left.wallet, {m_kiosk->kim, u"?"_s})), u"DeskOnly"_s);
        QCOMPARE(said(m_desk->office->newCode(left.wallet, {m_desk->lee, u"?"_s})), u"RoleTooLow"_s);
        const Claim claim = got(m_desk->office->newCode(left.wallet, kim));
        QCOMPARE(claim.amount, won(8'000));
        const QJsonObject told = entries(m_house->hub(), u"claimCodeRenewed"_s).constLast();
        QCOMPARE(told[u"staff"].toString(), kim.who.id.text());
        QCOMPARE(told[u"why"].toString(), kim.why);
        QCOMPARE(said(m_desk->office->payClaim(lost, lee)), u"ClaimUnknown"_s);
        const Tender out = got(m_desk->office->payClaim(claim.code, lee));
        QCOMPARE(out.amount, won(8'000));
        got(m_desk->shop->tenderAnswered(out.id, DeviceAnswer::Approved));
        QTRY_VERIFY_WITH_TIMEOUT(got(m_desk->office->unclaimed(lee)).isEmpty(), 10'000);
        QCOMPARE(said(m_desk->office->newCode(left.wallet, kim)), u"ClaimUnknown"_s);
    }

    void withoutTheHubNothingOfAMemberChanges()
    {
        const MemberFile file = registered();
        const MemberId id = file.line.member.id;
        BoxOffice &office = *m_desk->office;
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isOnline(), 45'000); // when the long poll should have ended
        const StaffId lee = m_desk->lee.id;
        const Consent kim{m_desk->kim, u"?"_s};
        QCOMPARE(said(office.findMembers(u"0007"_s, lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.openMember(id, lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.registerMember(u"010-9999-0007"_s, u"1234"_s, lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.giveCard(id, u"CARD"_s, kim)), u"HubNeeded"_s);
        QCOMPARE(said(office.resetPin(id, u"4321"_s, kim)), u"HubNeeded"_s);
        QCOMPARE(said(office.setBlocked(id, true, kim)), u"HubNeeded"_s);
        QCOMPARE(
            said(office.topUp(m_desk->shop->newTenderId(), id, won(5'000), TenderKind::Cash, lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.payOutBalance(id, won(5'000), kim)), u"HubNeeded"_s);
        QCOMPARE(said(office.payClaim(u"0000-0000-0000"_s, lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.unclaimed(lee)), u"HubNeeded"_s);
        QCOMPARE(said(office.newCode(file.balance.wallet, kim)), u"HubNeeded"_s);
        QVERIFY(got(m_desk->shop->openTenders()).isEmpty());
        m_house->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline() && m_kiosk->isOnline(), 20'000);
        QCOMPARE(m_desk->file(file).balance.amount, won(0));
        QCOMPARE(said(m_kiosk->shop->signIn(phone, u"1234"_s)), u"ok"_s);
    }

    /// The same program on a machine that was enrolled as a kiosk.
    void aKioskLearnsNothingOfMembers()
    {
        const MemberId id = registered().line.member.id;
        BoxOffice &office = *m_kiosk->office;
        const StaffId lee = m_kiosk->lee.id;
        const Consent kim{m_kiosk->kim, u"?"_s};
        got(office.openShift(lee, won(0)));
        QCOMPARE(said(office.findMembers(u"0007"_s, lee)), u"DeskOnly"_s);
        QCOMPARE(said(office.openMember(id, lee)), u"DeskOnly"_s);
        QCOMPARE(said(office.giveCard(id, u"CARD"_s, kim)), u"DeskOnly"_s);
        QCOMPARE(said(office.resetPin(id, u"4321"_s, kim)), u"DeskOnly"_s);
        QCOMPARE(said(office.setBlocked(id, true, kim)), u"DeskOnly"_s);
        QCOMPARE(
            said(office.topUp(m_kiosk->shop->newTenderId(), id, won(5'000), TenderKind::Cash, lee)), u"DeskOnly"_s);
        QCOMPARE(said(office.payOutBalance(id, won(5'000), kim)), u"DeskOnly"_s);
        QCOMPARE(said(m_kiosk->shop->signIn(phone, u"1234"_s)), u"ok"_s);
    }

private:
    static inline const QString phone = u"010-4821-0007"_s;
    QString guestsCode()
    {
        const IssuedToken guest = got(m_kiosk->shop->continueAsGuest());
        const Tender in = got(m_kiosk->shop->beginTopUp(
            guest.pass, m_kiosk->shop->newTenderId(), won(8'000), TenderKind::Card, std::nullopt));
        got(m_kiosk->shop->tenderAnswered(in.id, DeviceAnswer::Approved));
        return got(m_kiosk->shop->endVisit(guest.pass, {})).claim->code;
    }
    MemberFile registered() { return got(m_desk->office->registerMember(phone, u"1234"_s, m_desk->lee.id)); }

    std::optional<HubHouse> m_house;
    std::optional<Terminal> m_desk, m_kiosk;
};

QTEST_GUILESS_MAIN(DeskMembersTest)
#include "DeskMembersTest.moc"
