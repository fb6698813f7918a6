#include "domain/Limits.h"
#include "services/BoxOffice.h"
#include "services/MemberService.h"
#include "services/Node.h"
#include "services/ShiftService.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Journal.h"
#include "support/HallShop.h"
#include "support/TestShop.h"

#include <QJsonDocument>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const auto phone = u"010-4821-0007"_s, otherPhone = u"010-9999-0007"_s;

Money won(qint64 amount) { return TestShop::won(amount); }
} // namespace

/// Members and their wallets at a counter, without their PIN: who may, what the books and the journal say, and that no
/// money moves twice.
class CounterWalletsTest : public QObject
{
    Q_OBJECT

    template <typename T>
    static Result<T> answer(QFuture<Result<T>> future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        return future.result();
    }
    template <typename T>
    static QString said(QFuture<Result<T>> future)
    {
        return answerOf(answer(std::move(future)));
    }
    template <typename T>
    static T got(QFuture<Result<T>> future)
    {
        return must(answer(std::move(future)));
    }

    BoxOffice &office() { return *m_office; }
    Shop &shop() { return m_hall->shop(); }
    std::unique_ptr<Node> beside() { return Node::open(DataFolder(m_hall->file({}))).value(); }
    Consent by(const StaffMember &who, const QString &why = u"they asked"_s) { return {who, why}; }
    MemberFile member(const QString &digits = phone)
    {
        return got(office().registerMember(digits, u"1234"_s, m_lee.id));
    }
    MemberFile now(const MemberFile &file) { return got(office().openMember(file.line.member.id, m_lee.id)); }
    void openShift(qint64 opening = 100'000) { got(office().openShift(m_lee.id, won(opening))); }
    Result<Tender> begunTopUp(
        const MemberFile &file, qint64 amount, TenderKind kind = TenderKind::Cash, std::optional<TenderId> id = {})
    {
        return answer(
            office().topUp(id.value_or(shop().newTenderId()), file.line.member.id, won(amount), kind, m_lee.id));
    }
    void toppedUp(const MemberFile &file, qint64 amount, TenderKind kind = TenderKind::Cash)
    {
        got(shop().tenderAnswered(must(begunTopUp(file, amount, kind)).id, DeviceAnswer::Approved));
    }
    QString lastEntry(const QString &kind)
    {
        QString last;
        const auto node = beside();
        for (const JournalEntry &entry : journal::entries(node->db(), journal::head(node->db()).epoch, 0, 100'000))
            if (entry.kind == kind)
                last = QString::fromUtf8(entry.body);
        return last;
    }
    int entries(const QString &kind)
    {
        int count = 0;
        const auto node = beside();
        for (const JournalEntry &entry : journal::entries(node->db(), journal::head(node->db()).epoch, 0, 100'000))
            count += entry.kind == kind;
        return count;
    }
    qint64 number(const char *sql)
    {
        const auto node = beside();
        Rows rows = node->db().run(sql);
        return rows.next() ? rows.integer(0) : 0;
    }
    QString complaints()
    {
        const AuditReport report = must(audit(beside()->db()));
        return report.clean() ? QString()
                              : report.violations.constFirst().rule + u": "_s + report.violations.constFirst().words;
    }
    QString signedIn(const QString &digits, const QString &pin) { return said(shop().signIn(digits, pin)); }

private Q_SLOTS:
    void init()
    {
        m_hall = std::make_unique<HallShop>();
        const auto node = beside();
        m_lee = must(node->services().staff.add(u"Lee"_s, Role::Clerk, u"no PIN is asked for here"_s));
        m_kim = must(node->services().staff.add(u"Kim"_s, Role::Supervisor, u"no PIN is asked for here"_s));
        m_office = std::make_unique<BoxOffice>(m_hall->shop());
    }
    void cleanup()
    {
        if (m_hall)
            QCOMPARE(complaints(), QString());
        m_office.reset();
        m_hall.reset();
    }

    // finding

    void aMemberIsFoundByWhateverIsKnown_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("phone number") << u"01048210007"_s << 1;
        QTest::newRow("as people write it") << u" 010-4821 0007 "_s << 1;
        QTest::newRow("last four: several") << u"0007"_s << 2;
        QTest::newRow("card") << u"CARD-77"_s << 1;
        QTest::newRow("a card that is all digits, as bar codes are") << u"8801234567890"_s << 1;
        QTest::newRow("three digits") << u"007"_s << 0;
        QTest::newRow("nothing") << u"  "_s << 0;
        QTest::newRow("a pattern") << u"%"_s << 0;
        QTest::newRow("a number within other text is no number") << u"x01048210007"_s << 0;
        QTest::newRow("a great deal") << QString(10'000, u'7') << 0;
    }
    void aMemberIsFoundByWhateverIsKnown()
    {
        const MemberFile first = member(), second = member(otherPhone);
        got(office().giveCard(first.line.member.id, u"CARD-77"_s, by(m_lee)));
        got(office().giveCard(second.line.member.id, u"8801234567890"_s, by(m_lee)));
        QFETCH(QString, typed);
        QTEST(int(got(office().findMembers(typed, m_lee.id)).lines.size()), "found");
    }

    void ofManyOnlyTheNewestAreTold()
    {
        for (int i = 0; i < limits::membersFound + 3; ++i) {
            m_hall->clock.advance(std::chrono::seconds(1));
            must(
                beside()->services().tokens.addMember(u"010%1-0007"_s.arg(1000 + i), u"1234"_s, u"no PIN"_s, m_lee.id));
        }
        const auto found = got(office().findMembers(u"0007"_s, m_lee.id)).lines;
        QCOMPARE(int(found.size()), limits::membersFound);
        QVERIFY(found[0].since >= found[1].since);
    }

    void whoeverIsNoStaffSeesNothing()
    {
        const MemberFile file = member();
        const StaffId nobody{QUuid::createUuid()};
        QCOMPARE(said(office().findMembers(u"0007"_s, nobody)), u"StaffNotAuthenticated"_s);
        QCOMPARE(said(office().openMember(file.line.member.id, nobody)), u"StaffNotAuthenticated"_s);
        QCOMPARE(said(office().openMember(MemberId{QUuid::createUuid()}, m_lee.id)), u"MemberUnknown"_s);
    }

    // registering

    void aMemberIsRegisteredWithoutAVisit()
    {
        const MemberFile file = member();
        QCOMPARE(file.line.member.lastDigits, u"0007"_s);
        QVERIFY(file.balance.amount.isZero() && file.balance.movements.isEmpty() && !file.line.isBlocked);
        QCOMPARE(number("SELECT count(*) FROM token"), 0);
        QVERIFY(lastEntry(u"registered"_s).contains(m_lee.id.text()));
        QVERIFY(!lastEntry(u"registered"_s).contains(u"1234"_s));
        QCOMPARE(signedIn(phone, u"1234"_s), u"ok"_s);
    }

    void whoCannotBeRegisteredIsToldWhy()
    {
        member();
        QCOMPARE(said(office().registerMember(phone, u"5678"_s, m_lee.id)), u"AlreadyRegistered"_s);
        QCOMPARE(said(office().registerMember(u"123"_s, u"1234"_s, m_lee.id)), u"PhoneInvalid"_s);
        QCOMPARE(said(office().registerMember(otherPhone, u"12"_s, m_lee.id)), u"PinInvalid"_s);
        QCOMPARE(said(office().registerMember(otherPhone, u"<b>1"_s, m_lee.id)), u"PinInvalid"_s);
        QCOMPARE(number("SELECT count(*) FROM member"), 1);
        QCOMPARE(signedIn(phone, u"1234"_s), u"ok"_s);
    }

    // cards, PINs, blocks

    void anOldCardWorksNoMoreOnceThereIsANewOne()
    {
        const MemberFile file = member();
        got(office().giveCard(file.line.member.id, u"OLD-1"_s, by(m_lee, u"first card"_s)));
        QCOMPARE(said(shop().signInByCard(u"OLD-1"_s, u"1234"_s)), u"ok"_s);
        const MemberFile after = got(office().giveCard(file.line.member.id, u" NEW-2 "_s, by(m_lee, u"lost"_s)));
        QVERIFY(!after.line.member.card.isEmpty());
        QCOMPARE(said(shop().signInByCard(u"OLD-1"_s, u"1234"_s)), u"NotAuthenticated"_s);
        QCOMPARE(said(shop().signInByCard(u"NEW-2"_s, u"1234"_s)), u"ok"_s);
        QVERIFY(lastEntry(u"card"_s).contains(m_lee.id.text()));
        QVERIFY(lastEntry(u"card"_s).contains(u"lost"_s));

        const MemberFile second = member(otherPhone);
        QCOMPARE(said(office().giveCard(second.line.member.id, u"NEW-2"_s, by(m_lee))), u"CardTaken"_s);
        QCOMPARE(said(office().giveCard(second.line.member.id, u"  "_s, by(m_lee))), u"CardUnknown"_s);
        QCOMPARE(said(office().giveCard(second.line.member.id, u"OLD-1"_s, by(m_lee))), u"ok"_s); // found again
        QCOMPARE(got(office().findMembers(u"OLD-1"_s, m_lee.id)).lines.constFirst().member.id, second.line.member.id);
    }

    void aNewPinEndsTheLockOfTooManyWrongOnes()
    {
        const MemberFile file = member();
        for (int i = 0; i < limits::pinTries; ++i)
            signedIn(phone, u"9999"_s);
        QCOMPARE(signedIn(phone, u"1234"_s), u"LockedOut"_s);
        QVERIFY(now(file).lock.count() > 0);
        QCOMPARE(said(office().resetPin(file.line.member.id, u"12a4"_s, by(m_kim))), u"PinInvalid"_s);
        QCOMPARE(said(office().resetPin(file.line.member.id, u"4321"_s, by(m_kim, u"  "_s))), u"ReasonNeeded"_s);
        QCOMPARE(signedIn(phone, u"1234"_s), u"LockedOut"_s); // by neither of them
        const MemberFile after = got(office().resetPin(file.line.member.id, u"4321"_s, by(m_kim, u"forgot it"_s)));
        QCOMPARE(after.lock.count(), 0);
        QCOMPARE(signedIn(phone, u"1234"_s), u"NotAuthenticated"_s);
        QCOMPARE(signedIn(phone, u"4321"_s), u"ok"_s);
        QVERIFY(lastEntry(u"pinReset"_s).contains(m_kim.id.text()));
        QVERIFY(lastEntry(u"pinReset"_s).contains(u"forgot it"_s));
        QVERIFY(!lastEntry(u"pinReset"_s).contains(u"4321"_s));
    }

    void whoIsBlockedMovesNoMoneyUntilStaffSaySo()
    {
        openShift();
        const MemberFile file = member();
        toppedUp(file, 30'000);
        QCOMPARE(said(office().setBlocked(file.line.member.id, true, by(m_kim, {}))), u"ReasonNeeded"_s);
        QVERIFY(got(office().setBlocked(file.line.member.id, true, by(m_kim, u"card stolen"_s))).line.isBlocked);
        QVERIFY(lastEntry(u"memberBlocked"_s).contains(u"card stolen"_s));
        QVERIFY(lastEntry(u"memberBlocked"_s).contains(m_kim.id.text()));
        QCOMPARE(signedIn(phone, u"1234"_s), u"MemberBlocked"_s);
        QCOMPARE(answerOf(begunTopUp(file, 10'000)), u"MemberBlocked"_s);
        QCOMPARE(said(office().payOutBalance(file.line.member.id, won(30'000), by(m_kim))), u"MemberBlocked"_s);
        QCOMPARE(now(file).balance.amount, won(30'000));
        QVERIFY(!got(office().setBlocked(file.line.member.id, false, by(m_kim, u"found"_s))).line.isBlocked);
        QCOMPARE(signedIn(phone, u"1234"_s), u"ok"_s);
    }

    void whatIsAskedTwiceIsDoneOnce()
    {
        const MemberFile file = member();
        const auto node = beside();
        MemberService members(node->db(), m_hall->clock);
        const MemberAct block{.id = node->ids().make<RequestId>(),
            .member = file.line.member.id,
            .change = MemberChange::Block,
            .who = m_kim.id,
            .why = u"lost card"_s};
        must(members.change(block));
        MemberAct unblock = block;
        unblock.id = node->ids().make<RequestId>();
        unblock.change = MemberChange::Unblock;
        must(members.change(unblock));
        must(members.change(block)); // its answer was lost, and it is sent once more
        QVERIFY(!must(members.open(block.member)).line.isBlocked);
        QCOMPARE(entries(u"memberBlocked"_s), 1);
        MemberAct other = block;
        other.why = u"another reason"_s;
        QCOMPARE(answerOf(members.change(other)), u"RequestReused"_s);
        other.id = node->ids().make<RequestId>();
        other.member = MemberId{QUuid::createUuid()};
        QCOMPARE(answerOf(members.change(other)), u"MemberUnknown"_s);
        QCOMPARE(answerOf(members.change(other)), u"MemberUnknown"_s); // a refusal leaves no trace
    }

    void whatWasAskedAYearAgoIsForgotten()
    {
        const MemberFile file = member();
        const auto node = beside();
        MemberService members(node->db(), m_hall->clock);
        const auto noted = [&](MemberChange change) {
            must(members.change({.id = RequestId{IdMaker::lowestAt(m_hall->clock.utc())},
                .member = file.line.member.id,
                .change = change,
                .who = m_kim.id,
                .why = u"?"_s}));
            return number("SELECT count(*) FROM member_request");
        };
        QCOMPARE(noted(MemberChange::Block), 1);
        m_hall->clock.advance(std::chrono::hours(24) * 300);
        QCOMPARE(noted(MemberChange::Unblock), 2); // it may still come again
        m_hall->clock.advance(std::chrono::hours(24) * 70);
        QCOMPARE(noted(MemberChange::Block), 2);
    }

    // topping up

    void flow7_2_aTopUpIsInTheBooksBeforeItsDeviceIsAsked()
    {
        openShift();
        const MemberFile file = member();
        const Tender tender = must(begunTopUp(file, 20'000));
        QCOMPARE(tender.state, TenderState::Open);
        QCOMPARE(tender.wallet, file.balance.wallet);
        QCOMPARE(number("SELECT count(*) FROM tender t JOIN shift s ON s.id = t.shift AND s.open = 1 "
                        "WHERE t.state = 1 AND t.direction = 1 AND t.amount = 20000"),
            1);
        QVERIFY(now(file).balance.amount.isZero());
        QCOMPARE(number("SELECT count(*) FROM token WHERE state < 4"), 0); // nobody's visit is left open
        QVERIFY(lastEntry(u"token"_s).contains(m_lee.id.text()));
        got(shop().tenderAnswered(tender.id, DeviceAnswer::Approved));
        got(shop().tenderAnswered(tender.id, DeviceAnswer::Approved)); // an answer counts once
        const MemberFile after = now(file);
        QCOMPARE(after.balance.amount, won(20'000));
        QCOMPARE(after.payable, won(20'000));
        QCOMPARE(after.balance.movements.size(), 1);
        QCOMPARE(after.balance.movements[0].kind, MovementKind::TopUp);
        QVERIFY(must(answer(shop().openTenders())).isEmpty());
    }

    void flow7_2_theSameTopUpAgainIsTheSameTender()
    {
        openShift();
        const MemberFile file = member();
        const TenderId id = shop().newTenderId();
        must(begunTopUp(file, 20'000, TenderKind::Card, id));
        QCOMPARE(must(begunTopUp(file, 20'000, TenderKind::Card, id)).id, id);
        QCOMPARE(answerOf(begunTopUp(file, 30'000, TenderKind::Card, id)), u"RequestReused"_s);
        QCOMPARE(answerOf(begunTopUp(file, 20'000)), u"TenderInDoubt"_s); // one at a time
        got(shop().tenderAnswered(id, DeviceAnswer::Approved));
        must(begunTopUp(file, 20'000, TenderKind::Card, id));
        QCOMPARE(now(file).balance.amount, won(20'000));
        QCOMPARE(number("SELECT count(*) FROM tender"), 1);
    }

    void flow7_1_whatCannotBePaidInIsRefused()
    {
        const MemberFile file = member();
        QCOMPARE(answerOf(begunTopUp(file, 20'000)), u"ShiftNotOpen"_s);
        openShift();
        const qint64 most = got(shop().settings()).walletMax.minor;
        QCOMPARE(answerOf(begunTopUp(file, 0)), u"AmountInvalid"_s);
        QCOMPARE(answerOf(begunTopUp(file, -5'000)), u"AmountInvalid"_s);
        QCOMPARE(answerOf(begunTopUp(file, most + 1)), u"WalletLimit"_s);
        QCOMPARE(answerOf(begunTopUp(file, std::numeric_limits<qint64>::max())), u"WalletLimit"_s);
        toppedUp(file, most - 10'000);
        QCOMPARE(refusal(begunTopUp(file, 20'000)).amount, won(10'000)); // that still fits
        QCOMPARE(answerOf(answer(office().topUp(shop().newTenderId(), file.line.member.id,
                     {20'000, *Currency::fromCode(u"USD")}, TenderKind::Cash, m_lee.id))),
            u"AmountInvalid"_s);
        QCOMPARE(number("SELECT count(*) FROM tender"), 1);
        QCOMPARE(number("SELECT count(*) FROM token WHERE state < 4"), 0);
    }

    void aDeviceThatAnswersAfterACrashIsBookedOnce()
    {
        openShift();
        const MemberFile file = member();
        const Tender tender = must(begunTopUp(file, 20'000, TenderKind::Card));
        m_office.reset();
        m_hall->restart();
        m_office = std::make_unique<BoxOffice>(m_hall->shop());
        QCOMPARE(got(shop().openTenders()).size(), 1);
        got(shop().tenderAnswered(tender.id, DeviceAnswer::Approved));
        QCOMPARE(now(file).balance.amount, won(20'000));
    }

    void aTopUpIsCountedWithTheDrawer()
    {
        openShift();
        const MemberFile file = member();
        toppedUp(file, 20'000);
        toppedUp(file, 15'000, TenderKind::Card);
        const auto report = got(office().shiftReport(m_kim.id));
        QCOMPARE(report.tenders->cash.taken, won(20'000));
        QCOMPARE(report.tenders->card.taken, won(15'000));
        QCOMPARE(report.tenders->expected, won(120'000));
    }

    // paying out

    void aBalanceIsPaidOutOnceAndSaysWhy()
    {
        openShift();
        const MemberFile file = member();
        const MemberId id = file.line.member.id;
        toppedUp(file, 30'000);
        QCOMPARE(said(office().payOutBalance(id, won(30'000), by(m_kim, u" "_s))), u"ReasonNeeded"_s);
        QCOMPARE(said(office().payOutBalance(id, won(0), by(m_kim))), u"AmountInvalid"_s);
        QCOMPARE(said(office().payOutBalance(id, won(30'001), by(m_kim))), u"InsufficientBalance"_s);
        const Tender out = got(office().payOutBalance(id, won(30'000), by(m_kim, u"moves away"_s)));
        QCOMPARE(out.direction, TenderDirection::Out);
        QVERIFY(now(file).balance.amount.isZero()); // set aside before the drawer opens
        QCOMPARE(said(office().payOutBalance(id, won(30'000), by(m_kim))), u"InsufficientBalance"_s);
        QVERIFY(lastEntry(u"payOutByHand"_s).contains(u"moves away"_s));
        QVERIFY(lastEntry(u"payOutByHand"_s).contains(m_kim.id.text()));
        got(shop().tenderAnswered(out.id, DeviceAnswer::Approved));
        QCOMPARE(got(office().shiftReport(m_kim.id)).tenders->expected, won(100'000));
        QVERIFY(now(file).balance.amount.isZero());
    }

    void whatTheDrawerDidNotGiveIsTheMembersAgain()
    {
        openShift();
        const MemberFile file = member();
        toppedUp(file, 30'000);
        const Tender out = got(office().payOutBalance(file.line.member.id, won(10'000), by(m_kim)));
        const TenderOutcome outcome = got(shop().tenderAnswered(out.id, DeviceAnswer::Declined));
        QVERIFY(!outcome.claim); // a member needs no code
        QCOMPARE(now(file).balance.amount, won(30'000));
    }

    void nothingIsPaidOutOfADrawerThatNobodyCounted()
    {
        openShift();
        const MemberFile file = member();
        toppedUp(file, 30'000);
        got(office().closeShift(m_lee.id, CashCount::ofSum(won(130'000))));
        QCOMPARE(said(office().payOutBalance(file.line.member.id, won(30'000), by(m_kim))), u"ShiftNotOpen"_s);
        QCOMPARE(said(office().payClaim(u"0000-0000-0000"_s, m_lee.id)), u"ShiftNotOpen"_s);
        QCOMPARE(now(file).balance.amount, won(30'000));
    }

    // claim codes

    void aCodeIsPaidOnceAndItsDrawerKnows()
    {
        openShift();
        const QString code = guestsCode(8'000);
        const Tender out = got(office().payClaim(code.toLower(), m_lee.id)); // as people type it
        QCOMPARE(out.amount, won(8'000));
        QCOMPARE(said(office().payClaim(code, m_lee.id)), u"ClaimUnknown"_s);
        got(shop().tenderAnswered(out.id, DeviceAnswer::Approved));
        QCOMPARE(said(office().payClaim(code, m_lee.id)), u"ClaimUnknown"_s);
        QVERIFY(lastEntry(u"claimPaying"_s).contains(m_lee.id.text()));
        QCOMPARE(said(office().payClaim(QString(10'000, u'7'), m_lee.id)), u"ClaimUnknown"_s);
        QCOMPARE(got(office().shiftReport(m_kim.id)).tenders->claims, 1);
        QVERIFY(got(office().unclaimed(m_lee.id)).isEmpty());
    }

    void moneyNobodyCameForGetsANewCode()
    {
        openShift();
        const QString lost = guestsCode(8'000);
        const QList<Unclaimed> left = got(office().unclaimed(m_lee.id));
        QCOMPARE(left.size(), 1);
        QVERIFY(left[0].hasCode); // somebody may still come with it
        QCOMPARE(said(office().newCode(left[0].wallet, by(m_kim, u" "_s))), u"ReasonNeeded"_s);
        const Claim claim = got(office().newCode(left[0].wallet, by(m_kim, u"lost the slip"_s)));
        QCOMPARE(claim.amount, won(8'000));
        QVERIFY(lastEntry(u"claimCodeRenewed"_s).contains(m_kim.id.text()));
        QVERIFY(lastEntry(u"claimCodeRenewed"_s).contains(u"lost the slip"_s));
        QCOMPARE(said(office().payClaim(lost, m_lee.id)), u"ClaimUnknown"_s); // not for two people
        QCOMPARE(said(office().payClaim(claim.code, m_lee.id)), u"ok"_s);
    }

    /// Else a clerk alone could make one of anybody's money, and pay it to themselves.
    void aClerkAloneMakesNoCode()
    {
        openShift();
        const QString code = guestsCode(8'000);
        const WalletId wallet = got(office().unclaimed(m_lee.id))[0].wallet;
        QCOMPARE(said(office().newCode(wallet, by(m_lee, u"they asked"_s))), u"RoleTooLow"_s);
        QCOMPARE(entries(u"claimCodeRenewed"_s), 0);
        QCOMPARE(said(office().payClaim(code, m_lee.id)), u"ok"_s); // theirs is as good as before
    }

    // who may

    void roleByRole_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("least");
        const char *names[] = {"see", "register", "give a card", "top up", "pay a code", "new code", "reset a PIN",
            "block", "unblock", "pay out"}; // the first five are a clerk's
        for (int act = 0; act < int(std::size(names)); ++act)
            QTest::newRow(names[act]) << act << int(act < 5 ? Role::Clerk : Role::Supervisor);
    }
    void roleByRole()
    {
        openShift();
        const MemberFile file = member();
        const MemberId id = file.line.member.id;
        toppedUp(file, 30'000);
        const QString code = guestsCode(8'000);
        const qint64 before = number("SELECT count(*) FROM journal");
        QFETCH(int, act);
        QFETCH(int, least);
        const auto done_ = [&](const StaffMember &who) {
            switch (act) {
            case 0: return said(office().openMember(id, who.id));
            case 1: return said(office().registerMember(otherPhone, u"1234"_s, who.id));
            case 2: return said(office().giveCard(id, u"CARD"_s, by(who)));
            case 3: return said(office().topUp(shop().newTenderId(), id, won(10'000), TenderKind::Cash, who.id));
            case 4: return said(office().payClaim(code, who.id));
            case 5: return said(office().newCode(got(office().unclaimed(m_lee.id))[0].wallet, by(who)));
            case 6: return said(office().resetPin(id, u"4321"_s, by(who)));
            case 7: return said(office().setBlocked(id, true, by(who)));
            case 8: return said(office().setBlocked(id, false, by(who)));
            default: return said(office().payOutBalance(id, won(30'000), by(who)));
            }
        };
        const StaffMember nobody{StaffId{QUuid::createUuid()}, u"Nobody"_s, Role::Manager}; // what they say counts not
        QCOMPARE(done_(nobody), u"StaffNotAuthenticated"_s);
        if (Role(least) != Role::Clerk)
            QCOMPARE(done_(m_lee), u"RoleTooLow"_s);
        QCOMPARE(number("SELECT count(*) FROM journal"), before);
        QCOMPARE(done_(Role(least) == Role::Clerk ? m_lee : m_kim), u"ok"_s);
    }

    // what people type

    void whateverStandsInAReasonIsKeptAsItIs_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("ten thousand letters") << QString(10'000, u'가');
        QTest::newRow("right to left") << u"\u202Eton si siht\u202C \u200F"_s + u"x"_s;
        QTest::newRow("markup") << u"<b>paid</b><img src=x>"_s;
        QTest::newRow("a formula") << u"=cmd|' /C calc'!A0"_s;
        QTest::newRow("quotes") << u"'); DROP TABLE member; --\"\\"_s;
        QTest::newRow("lines") << u"one\ntwo\r\n\tthree"_s;
        QTest::newRow("beyond the first plane") << u"🎟️🎟️"_s;
    }
    void whateverStandsInAReasonIsKeptAsItIs()
    {
        openShift();
        const MemberFile file = member();
        const MemberId id = file.line.member.id;
        toppedUp(file, 30'000);
        QFETCH(QString, why);
        const QString kept = why.trimmed().left(limits::nameLengthMax);
        const auto whyOf = [&](const QString &kind) {
            return QJsonDocument::fromJson(lastEntry(kind).toUtf8())[u"why"].toString();
        };
        got(office().giveCard(id, why, by(m_lee, why))); // also as what a scanner read
        QCOMPARE(whyOf(u"card"_s), kept);
        got(office().resetPin(id, u"4321"_s, by(m_kim, why)));
        QCOMPARE(whyOf(u"pinReset"_s), kept);
        got(office().setBlocked(id, true, by(m_kim, why)));
        QCOMPARE(whyOf(u"memberBlocked"_s), kept);
        got(office().setBlocked(id, false, by(m_kim, why)));
        got(office().payOutBalance(id, won(10'000), by(m_kim, why)));
        QCOMPARE(whyOf(u"payOutByHand"_s), kept);
        QCOMPARE(got(office().findMembers(why, m_lee.id)).lines.size(), 1);
        QCOMPARE(said(office().registerMember(why, why, m_lee.id)), u"PhoneInvalid"_s);
    }

private:
    QString guestsCode(qint64 amount)
    {
        const IssuedToken guest = got(shop().continueAsGuest());
        const Tender in = got(shop().beginTopUp(guest.pass, shop().newTenderId(), won(amount), TenderKind::Card, {}));
        got(shop().tenderAnswered(in.id, DeviceAnswer::Approved));
        return got(shop().endVisit(guest.pass, {})).claim->code;
    }

    std::unique_ptr<HallShop> m_hall;
    std::unique_ptr<BoxOffice> m_office;
    StaffMember m_lee, m_kim;
};

QTEST_GUILESS_MAIN(CounterWalletsTest)
#include "CounterWalletsTest.moc"
