#include "domain/Limits.h"
#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Flow 1 (identify, get a token) and 2.1, 2.2 (verify it). Comparing PINs is the caller's; here it is told the
/// outcome.
class TokenFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow1_1_aMemberIdentifiesWithPhoneAndPin()
    {
        TestShop shop;
        const TokenPass first = shop.member();
        must(shop->payments.endVisit(first, {}));
        const PinCheck check = must(shop->tokens.beginSignInByPhone(u"010 4821 0007"_s));
        QVERIFY(shop.secrets().pinFits(u"1234"_s, check.hash));
        QVERIFY(!shop.secrets().pinFits(u"1235"_s, check.hash));
        const IssuedToken issued = must(shop->tokens.endSignIn(check, true));
        QVERIFY(issued.token.member);
        QCOMPARE(issued.token.state, TokenState::Admitted);
        QCOMPARE(audit(shop), QString());
    }

    void flow1_1_aCardStandsForItsMember()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        QCOMPARE(answerOf(shop->tokens.setCard(u"01048210007"_s, u"CARD-77"_s)), u"ok"_s);
        const IssuedToken issued =
            must(shop->tokens.endSignIn(must(shop->tokens.beginSignInByCard(u" CARD-77 "_s)), true));
        QCOMPARE(issued.pass.id, pass.id);
    }

    void flow1_1_aCardBelongsToOneMemberOnly()
    {
        TestShop shop;
        shop.member();
        shop.member(u"01055556666"_s);
        must(shop->tokens.setCard(u"01048210007"_s, u"CARD-77"_s));
        QCOMPARE(answerOf(shop->tokens.setCard(u"01055556666"_s, u"CARD-77"_s)), u"CardTaken"_s);
        QCOMPARE(answerOf(shop->tokens.setCard(u"01055556666"_s, u" "_s)), u"CardUnknown"_s);
        QCOMPARE(answerOf(shop->tokens.setCard(u"01000000000"_s, u"CARD-78"_s)), u"NotAuthenticated"_s);
    }

    void flow1_1_aGuestNeedsNoName()
    {
        TestShop shop;
        const IssuedToken issued = must(shop->tokens.issueToGuest());
        QVERIFY(!issued.token.member);
        QCOMPARE(issued.token.number.text(), u"001"_s);
    }

    void flow1_1_registrationRefusals_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<QString>("answer");
        QTest::newRow("too few digits") << u"010-482"_s << u"1234"_s << u"PhoneInvalid"_s;
        QTest::newRow("too many digits") << u"0104821000712345"_s << u"1234"_s << u"PhoneInvalid"_s;
        QTest::newRow("no digits") << u"hello"_s << u"1234"_s << u"PhoneInvalid"_s;
        QTest::newRow("short PIN") << u"01012345678"_s << u"123"_s << u"PinInvalid"_s;
        QTest::newRow("long PIN") << u"01012345678"_s << u"123456789"_s << u"PinInvalid"_s;
        QTest::newRow("letters") << u"01012345678"_s << u"12a4"_s << u"PinInvalid"_s;
        QTest::newRow("trailing line") << u"01012345678"_s << u"1234\n"_s << u"PinInvalid"_s;
        QTest::newRow("other scripts' digits") << u"01012345678"_s << u"١٢٣٤"_s << u"PinInvalid"_s;
        QTest::newRow("known, written otherwise") << u"010 48210007"_s << u"9999"_s << u"AlreadyRegistered"_s;
        QTest::newRow("new") << u"01012345678"_s << u"1234"_s << u"ok"_s;
    }

    void flow1_1_registrationRefusals()
    {
        QFETCH(QString, phone);
        QFETCH(QString, pin);
        QFETCH(QString, answer);
        TestShop shop;
        shop.member();
        QCOMPARE(answerOf(shop->tokens.registerMember(phone, pin, shop.pinHash())), answer);
        QCOMPARE(shop.number("SELECT count(*) FROM member"), answer == u"ok"_s ? 2 : 1);
    }

    void flow1_2_unknownNumberAndWrongPinAreAnsweredAlike()
    {
        TestShop shop;
        shop.member();
        for (int tries = limits::pinTries - 1; tries >= 0; --tries) {
            const PinCheck known = must(shop->tokens.beginSignInByPhone(u"01048210007"_s));
            const PinCheck unknown = must(shop->tokens.beginSignInByPhone(u"01099999999"_s));
            QVERIFY(!unknown.hash.isEmpty()); // there is something to compare with, so it takes as long
            const Refused a = refusal(shop->tokens.endSignIn(known, false));
            const Refused b = refusal(shop->tokens.endSignIn(unknown, false));
            QCOMPARE(a.why, tries > 0 ? Refusal::NotAuthenticated : Refusal::LockedOut);
            QCOMPARE(a.why, b.why);
            QCOMPARE(a.triesLeft, tries);
            QCOMPARE(a.triesLeft, b.triesLeft);
            QCOMPARE(a.wait, b.wait);
        }
        const Refused a = refusal(shop->tokens.beginSignInByPhone(u"01048210007"_s));
        const Refused b = refusal(shop->tokens.beginSignInByPhone(u"01099999999"_s));
        QCOMPARE(a.why, Refusal::LockedOut);
        QCOMPARE(a.wait, 60s);
        QCOMPARE(b.wait, a.wait);
    }

    void flow1_2_theLockDoublesUpToHalfAnHour()
    {
        TestShop shop;
        shop.member();
        QList<int> minutes;
        for (int failure = 1; failure <= 12; ++failure) {
            const PinCheck check = must(shop->tokens.beginSignInByPhone(u"01048210007"_s));
            const Refused no = refusal(shop->tokens.endSignIn(check, false));
            if (no.why == Refusal::LockedOut)
                minutes.append(int(std::chrono::duration_cast<std::chrono::minutes>(no.wait).count()));
            shop.clock.advance(no.wait);
        }
        QCOMPARE(minutes, (QList<int>{1, 2, 4, 8, 16, 30, 30, 30}));
    }

    void flow1_2_aCrashBetweenTryAndComparisonGivesNoTriesForNothing()
    {
        TestShop shop;
        shop.member();
        for (int i = 0; i < limits::pinTries; ++i) {
            must(shop->tokens.beginSignInByPhone(u"01048210007"_s));
            shop.restart();
        }
        QCOMPARE(answerOf(shop->tokens.beginSignInByPhone(u"01048210007"_s)), u"LockedOut"_s);
    }

    void flow1_2_theRightPinForgetsTheTries()
    {
        TestShop shop;
        shop.member();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(answerOf(shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false)),
                u"NotAuthenticated"_s);
        shop.signIn(u"01048210007"_s);
        const auto again = shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false);
        QCOMPARE(refusal(again).triesLeft, 4);
    }

    void flow1_2_cardAndPhoneShareOneCounter()
    {
        TestShop shop;
        shop.member();
        must(shop->tokens.setCard(u"01048210007"_s, u"CARD-77"_s));
        (void)shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false);
        const auto no = shop->tokens.endSignIn(must(shop->tokens.beginSignInByCard(u"CARD-77"_s)), false);
        QCOMPARE(refusal(no).triesLeft, 3);
        // an unknown card has tries of its own, counted alike, and no PIN fits it
        QCOMPARE(answerOf(shop->tokens.endSignIn(must(shop->tokens.beginSignInByCard(u"CARD-99"_s)), true)),
            u"NotAuthenticated"_s);
    }

    void flow1_2_aClockSetBackLocksNobodyForLonger()
    {
        TestShop shop;
        shop.member();
        for (int i = 0; i < limits::pinTries; ++i)
            (void)shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false);
        shop.clock.setUtc(shop.clock.utc().addYears(-1));
        QCOMPARE(answerOf(shop->tokens.beginSignInByPhone(u"01048210007"_s)), u"ok"_s);
    }

    void flow1_2_blockedIsSaidOnlyAfterTheRightPin()
    {
        TestShop shop;
        shop.member();
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id;
        must(shop->tokens.setBlocked(u"01048210007"_s, true, who, u"lost card"_s));
        QCOMPARE(answerOf(shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false)),
            u"NotAuthenticated"_s);
        QCOMPARE(answerOf(shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), true)),
            u"MemberBlocked"_s);
        QVERIFY(shop.lastEntry(u"memberBlocked"_s).contains(who.text()));
        QVERIFY(shop.lastEntry(u"memberBlocked"_s).contains(u"lost card"_s));
        must(shop->tokens.setBlocked(u"01048210007"_s, false, who, u"found"_s));
        shop.signIn(u"01048210007"_s);
    }

    void flow1_2_aForgottenPinIsResetByStaff()
    {
        TestShop shop;
        shop.member();
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id;
        for (int i = 0; i < limits::pinTries; ++i)
            (void)shop->tokens.endSignIn(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)), false);
        must(shop->tokens.resetPin(u"01048210007"_s, u"another hash"_s, who));
        QCOMPARE(must(shop->tokens.beginSignInByPhone(u"01048210007"_s)).hash, u"another hash"_s);
        QVERIFY(shop.lastEntry(u"pinReset"_s).contains(who.text()));
        QCOMPARE(answerOf(shop->tokens.resetPin(u"01000000000"_s, u"x"_s, who)), u"NotAuthenticated"_s);
    }

    void flow1_3_numberSecretAndExpiry()
    {
        TestShop shop;
        QSet<QByteArray> secrets;
        for (int i = 1; i <= 20; ++i) {
            const IssuedToken issued = must(shop->tokens.issueToGuest());
            QCOMPARE(issued.token.number.text(), u"%1"_s.arg(i, 3, 10, QChar(u'0')));
            QCOMPARE(issued.pass.secret.size(), 16);
            QCOMPARE(issued.token.expires, shop.clock.steady() + limits::tokenPeriod);
            secrets.insert(issued.pass.secret);
        }
        QCOMPARE(secrets.size(), 20);
        QCOMPARE(shop.number("SELECT count(*) FROM token WHERE length(secret) <> 32"), 0); // a hash, never the secret
    }

    void flow1_4_aMemberAskingAgainKeepsNumberPlaceAndHolds()
    {
        TestShop shop;
        const TokenPass old = shop.member();
        const Hold hold = shop.hold(old, {3, 4});
        const Token before = must(shop->tokens.verify(old));
        const IssuedToken again = shop.signIn(u"01048210007"_s);
        QCOMPARE(again.pass.id, old.id);
        QVERIFY(again.pass.secret != old.secret);
        QCOMPARE(again.token.number, before.number);
        QCOMPARE(again.token.expires, before.expires);
        QCOMPARE(answerOf(shop->tokens.verify(old)), u"ContinuedElsewhere"_s);
        QCOMPARE(answerOf(shop->reservations.hold(old, shop.performance(), shop.seats({5}))), u"ContinuedElsewhere"_s);
        QCOMPARE(answerOf(shop->payments.endVisit(old, {})), u"ContinuedElsewhere"_s); // the old screen ends nothing
        QCOMPARE(must(shop->reservations.seats(shop.performance(), again.pass.id)).hold->id, hold.id);
        shop.topUp(again.pass, 60'000);
        shop.pay(again.pass, hold);
        QCOMPARE(audit(shop), QString());
    }

    void flow1_4_aHoldBeingPaidStaysWithItsTender()
    {
        TestShop shop;
        const TokenPass old = shop.member();
        const Hold hold = shop.hold(old, {3});
        const Tender tender = shop.beginTopUp(old, 30'000, TenderKind::Card, hold.id);
        const TokenPass now = shop.signIn(u"01048210007"_s).pass;
        const TenderId other = shop.ids.make<TenderId>();
        QCOMPARE(answerOf(shop->payments.beginTopUp(now, other, shop.won(30'000), TenderKind::Card, hold.id)),
            u"HoldPaying"_s);
        QCOMPARE(answerOf(shop->reservations.release(now, hold.id, {})), u"HoldPaying"_s);
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        shop.pay(now, hold);
        QCOMPARE(shop.balance(now), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow1_4_nobodyGainsOrLosesAPlaceByAskingTwice()
    {
        TestShop::Options options;
        options.settings.admissionLimit = 1;
        TestShop shop(options);
        shop.guest();
        const TokenPass member = shop.member();
        const TokenPass behind = shop.guest();
        for (int i = 0; i < 3; ++i) {
            const IssuedToken again = shop.signIn(u"01048210007"_s);
            QCOMPARE(must(shop->queue.place(again.token)).position, 1);
            QCOMPARE(must(shop->queue.place(must(shop->tokens.verify(behind)))).position, 2);
        }
        QCOMPARE(shop.number("SELECT count(*) FROM token"), 3);
        QCOMPARE(audit(shop), QString());
        Q_UNUSED(member)
    }

    void flow1_4_aGuestIsKnownByTheScreenOnly()
    {
        TestShop shop;
        const TokenPass a = shop.guest();
        const TokenPass b = shop.guest();
        QVERIFY(a.id != b.id);
        QCOMPARE(answerOf(shop->tokens.verify(a)), u"ok"_s);
        QCOMPARE(answerOf(shop->tokens.verify(b)), u"ok"_s);
    }

    void flow2_1_unknownForgedFinishedAndExpired()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        QCOMPARE(answerOf(shop->tokens.verify({shop.ids.make<TokenId>(), pass.secret})), u"TokenUnknown"_s);
        QCOMPARE(answerOf(shop->tokens.verify({pass.id, QByteArray(16, 'x')})), u"TokenUnknown"_s);
        QCOMPARE(answerOf(shop->tokens.verify({pass.id, {}})), u"TokenUnknown"_s); // nor is 'no old secret' one
        const TokenPass gone = shop.guest();
        must(shop->payments.endVisit(gone, {}));
        QCOMPARE(answerOf(shop->tokens.verify(gone)), u"TokenEnded"_s);
        shop.clock.advance(limits::tokenPeriod);
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"TokenExpired"_s);
        QCOMPARE(answerOf(shop->reservations.hold(pass, shop.performance(), shop.seats({0}))), u"TokenExpired"_s);
    }

    void flow2_2_verifyingRenewsFromTheServicesClockAndWritesNothing()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const QByteArray before = dumpHash(shop.file());
        for (int i = 0; i < 5; ++i) {
            shop.clock.advance(limits::tokenPeriod - 1s);
            QCOMPARE(must(shop->tokens.verify(pass)).expires, shop.clock.steady() + limits::tokenPeriod);
            must(shop->sweep());
        }
        QCOMPARE(dumpHash(shop.file()), before);
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"TokenEnded"_s);
    }

    void flow2_2_wallClockJumpsChangeNoExpiry()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.clock.setUtc(shop.clock.utc().addDays(400));
        must(shop->sweep());
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"ok"_s);
    }

    void flow2_2_aRestartGivesLiveTokensOneFullPeriod()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.clock.advance(limits::tokenPeriod - 1s);
        must(shop->tokens.verify(pass)); // in memory, lost with it
        shop.clock.reboot();
        shop.restart();
        shop.clock.advance(limits::tokenPeriod - 1s);
        must(shop->sweep());
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"ok"_s);
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"TokenEnded"_s);
    }

    void flow8_7_buyAnotherGoesOnWithANewToken()
    {
        TestShop shop;
        TokenPass paid;
        shop.sold({0}, &paid);
        QCOMPARE(answerOf(shop->tokens.verify(paid)), u"TokenEnded"_s);
        const IssuedToken next = must(shop->tokens.buyAnother(paid));
        QVERIFY(next.pass.id != paid.id);
        QCOMPARE(next.token.state, TokenState::Admitted);
        const IssuedToken tapped = must(shop->tokens.buyAnother(paid)); // a second tap is the same visit
        QCOMPARE(tapped.pass.id, next.pass.id);
        QCOMPARE(shop.number("SELECT count(*) FROM token WHERE state < 4"), 1);
    }

    void flow8_7_buyAnotherWaitsBehindThoseWhoWait()
    {
        TestShop::Options options;
        options.settings.admissionLimit = 1;
        TestShop shop(options);
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0}, u"free"_s);
        const TokenPass next = shop.guest();
        shop.guest();
        shop.pay(pass, hold);
        QCOMPARE(must(shop->tokens.verify(next)).state, TokenState::Admitted);
        const IssuedToken again = must(shop->tokens.buyAnother(pass));
        QCOMPARE(again.token.state, TokenState::Waiting);
        QCOMPARE(must(shop->queue.place(again.token)).position, 2);
    }

    void flow8_7_buyAnotherAfterSigningInElsewhereIsThatVisit()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.pay(pass, shop.hold(pass, {0}, u"free"_s));
        const IssuedToken elsewhere = shop.signIn(u"01048210007"_s);
        QCOMPARE(answerOf(shop->tokens.buyAnother(elsewhere.pass)), u"TokenUnknown"_s); // it hasn't ended
        const IssuedToken here = must(shop->tokens.buyAnother(pass));
        QCOMPARE(here.pass.id, elsewhere.pass.id);
        QCOMPARE(answerOf(shop->tokens.verify(elsewhere.pass)), u"ContinuedElsewhere"_s);
    }
};

QTEST_GUILESS_MAIN(TokenFlowsTest)
#include "TokenFlowsTest.moc"
