#include "domain/Limits.h"
#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
TestShop::Options places(int limit)
{
    TestShop::Options options;
    options.settings.admissionLimit = limit;
    options.hall = false;
    return options;
}

QueuePlace placeOf(TestShop &shop, const TokenPass &pass)
{
    return must(shop->queue.place(must(shop->tokens.verify(pass))));
}

TokenState stateOf(TestShop &shop, const TokenPass &pass) { return placeOf(shop, pass).token.state; }
} // namespace

/// FLOWS 2.3 to 2.5: whose turn it is.
class QueueFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow2_3_noPlaceInTheQueueIsNotABadToken()
    {
        TestShop shop(places(1));
        const TokenPass pass = shop.guest();
        const Token token = must(shop->tokens.verify(pass));
        must(shop->payments.endVisit(pass, {}));
        QCOMPARE(answerOf(shop->queue.place(token)), u"NotInQueue"_s);
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"TokenEnded"_s);
    }

    void flow2_4_withAFreePlaceAdmissionIsImmediate()
    {
        TestShop shop(places(2));
        QCOMPARE(must(shop->tokens.issueToGuest()).token.state, TokenState::Admitted);
        QCOMPARE(must(shop->tokens.issueToGuest()).token.state, TokenState::Admitted);
        const IssuedToken third = must(shop->tokens.issueToGuest());
        QCOMPARE(third.token.state, TokenState::Waiting);
        const QueuePlace place = placeOf(shop, third.pass);
        QCOMPARE(place.position, 1);
        QCOMPARE(place.peopleAhead, 0);
        QVERIFY(!place.wait); // nothing was measured yet
        QCOMPARE(placeOf(shop, shop.guest()).peopleAhead, 1);
    }

    // Ranks come from counts of 128 and of 16,384 places: walk over their borders.
    void flow2_4_firstComeFirstServedOverManyTokens()
    {
        TestShop shop(places(1));
        shop.run("INSERT INTO token (id, day, lane, number, place, secret, wallet, state, slip, expires)"
                 " VALUES (x'00', 0, '', 1, 16200, x'00', x'00', 4, 0, 0)");
        const TokenPass first = shop.guest();
        QList<TokenPass> waiting;
        for (int i = 0; i < 500; ++i)
            waiting.append(shop.guest());
        for (int i : {0, 1, 54, 55, 56, 127, 128, 182, 183, 184, 185, 300, 499})
            QCOMPARE(placeOf(shop, waiting[i]).peopleAhead, i);
        must(shop->payments.endVisit(waiting[100], {})); // somebody in the middle goes
        QCOMPARE(placeOf(shop, waiting[499]).peopleAhead, 498);
        QCOMPARE(placeOf(shop, waiting[99]).peopleAhead, 99);
        must(shop->payments.endVisit(first, {}));
        for (int i = 0; i < 99; ++i) {
            QCOMPARE(stateOf(shop, waiting[i]), TokenState::Admitted);
            QCOMPARE(stateOf(shop, waiting[i + 1]), TokenState::Waiting);
            must(shop->payments.endVisit(waiting[i], {}));
        }
        QCOMPARE(placeOf(shop, waiting[499]).peopleAhead, 398);
        QCOMPARE(audit(shop), QString());
    }

    void flow2_4_aFreePlaceIsTakenAtOnce_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("leaving") << u"leave"_s;
        QTest::newRow("finishing") << u"finish"_s;
        QTest::newRow("expiring") << u"expire"_s;
    }

    void flow2_4_aFreePlaceIsTakenAtOnce()
    {
        QFETCH(QString, how);
        TestShop::Options options = places(2);
        options.hall = true;
        TestShop shop(options);
        const TokenPass inside = shop.guest();
        const TokenPass other = shop.guest();
        const TokenPass next = shop.guest();
        const TokenPass last = shop.guest();
        shop.clock.advance(limits::tokenPeriod / 2);
        for (const TokenPass &pass : {other, next, last})
            must(shop->tokens.verify(pass));
        if (how == u"leave"_s)
            must(shop->payments.endVisit(inside, {}));
        else if (how == u"finish"_s)
            shop.pay(inside, shop.hold(inside, {0}, u"free"_s));
        else {
            shop.clock.advance(limits::tokenPeriod / 2);
            must(shop->sweep());
        }
        QCOMPARE(stateOf(shop, next), TokenState::Admitted);
        QCOMPARE(stateOf(shop, last), TokenState::Waiting);
        QCOMPARE(shop.number("SELECT count(*) FROM token WHERE state = 2"), 2);
        QCOMPARE(audit(shop), QString());
    }

    // Waiting customers who have gone must neither take a place nor leave the ranks wrong.
    void flow2_4_aWholeQueueThatWentAwayLeavesNothingBehind()
    {
        TestShop shop(places(2));
        for (int i = 0; i < 6; ++i)
            shop.guest();
        shop.clock.advance(limits::tokenPeriod - 1s);
        const TokenPass stays = shop.guest();
        shop.clock.advance(1s);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, stays), TokenState::Admitted);
        QCOMPARE(shop.number("SELECT count(*) FROM token WHERE state < 4"), 1);
        QCOMPARE(shop.entries(u"admitted"_s), 3); // the two at first, and the one who stayed
        QCOMPARE(audit(shop), QString());
        shop.guest();
        QCOMPARE(placeOf(shop, shop.guest()).peopleAhead, 0);
    }

    void flow2_4_aHigherLimitLetsInMore()
    {
        TestShop shop(places(1));
        shop.guest();
        const TokenPass next = shop.guest();
        const StaffId who = must(shop->staff.add(u"Kim"_s, Role::Manager, shop.pinHash())).id;
        must(shop->staff.setAdmissionLimit(2, who));
        must(shop->sweep());
        QCOMPARE(stateOf(shop, next), TokenState::Admitted);
    }

    void flow2_4_changesSayWhoMoved()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass next = shop.guest();
        shop.takeChanges();
        must(shop->payments.endVisit(inside, {}));
        const ChangeSet changes = shop.takeChanges();
        QVERIFY(changes.queue);
        QVERIFY(changes.tokens.contains(next.id) && changes.tokens.contains(inside.id));
    }

    void flow2_4_theEstimateIsARangeOfMeasuredTimes_data()
    {
        QTest::addColumn<int>("visits");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("too few") << 4 << 1 << -1 << -1;
        QTest::newRow("one place") << 8 << 1 << 180 << 420; // visits of 1 to 8 minutes; the middle half
        QTest::newRow("two places") << 8 << 2 << 90 << 210;
    }

    void flow2_4_theEstimateIsARangeOfMeasuredTimes()
    {
        QFETCH(int, visits);
        QFETCH(int, limit);
        QFETCH(int, from);
        QFETCH(int, to);
        TestShop::Options options = places(limit);
        options.hall = true;
        TestShop shop(options);
        for (int i = 1; i <= visits; ++i) {
            const TokenPass pass = shop.guest();
            shop.clock.advance(std::chrono::minutes(i));
            shop.pay(pass, shop.hold(pass, {i}, u"free"_s));
        }
        const TokenPass left = shop.guest(); // buys nothing: not measured
        shop.clock.advance(1s);
        must(shop->payments.endVisit(left, {}));
        for (int i = 0; i < limit; ++i)
            shop.guest();
        const auto wait = placeOf(shop, shop.guest()).wait;
        QCOMPARE(wait.has_value(), from >= 0);
        if (wait) {
            QCOMPARE(int(wait->from.count()), from);
            QCOMPARE(int(wait->to.count()), to);
        }
    }

    void flow2_5_aSlipKeepsThePlaceForLong()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.guest();
        must(shop->tokens.takeSlip(away));
        for (int i = 0; i < 11 * 6; ++i) {
            shop.clock.advance(10min - 1s);
            must(shop->tokens.verify(inside));
            must(shop->sweep());
        }
        const IssuedToken back = must(shop->tokens.comeBack(away));
        QCOMPARE(back.pass.id, away.id);
        QCOMPARE(placeOf(shop, away).position, 1);
    }

    void flow2_5_backAtAScreenATokenLivesAsLongAsAny()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.guest();
        must(shop->tokens.takeSlip(away));
        must(shop->tokens.comeBack(away));
        must(shop->payments.endVisit(inside, {}));
        QCOMPARE(stateOf(shop, away), TokenState::Admitted);
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(answerOf(shop->tokens.verify(away)), u"TokenEnded"_s);
    }

    void flow2_5_signingInBringsAMemberBackFromTheSlip()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.member();
        const QueueNumber number = must(shop->tokens.takeSlip(away)).number;
        const IssuedToken back = shop.signIn(u"01048210007"_s);
        QCOMPARE(back.token.number, number);
        must(shop->payments.endVisit(inside, {}));
        shop.clock.advance(3min); // present: nobody passes over them
        must(shop->sweep());
        QCOMPARE(stateOf(shop, back.pass), TokenState::Admitted);
    }

    void flow2_5_calledAndAbsentIsPassedOverAndLetInNextOnReturn()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.guest();
        const TokenPass second = shop.guest();
        const TokenPass third = shop.guest();
        must(shop->tokens.takeSlip(away));
        must(shop->payments.endVisit(inside, {}));
        QCOMPARE(shop.number("SELECT state FROM token WHERE id = ?", {away.id.bytes()}), 2); // called
        shop.clock.advance(119s);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, second), TokenState::Waiting);
        shop.clock.advance(1s);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, second), TokenState::Admitted);
        QCOMPARE(shop.entries(u"passedOver"_s), 1);

        const IssuedToken back = must(shop->tokens.comeBack(away));
        QCOMPARE(back.token.state, TokenState::Waiting);
        QCOMPARE(placeOf(shop, away).position, 1); // before the third, who waited all along
        QCOMPARE(placeOf(shop, third).position, 2);
        must(shop->payments.endVisit(second, {}));
        QCOMPARE(stateOf(shop, away), TokenState::Admitted);
        QCOMPARE(stateOf(shop, third), TokenState::Waiting);
        shop.clock.advance(3min);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, away), TokenState::Admitted);
        QCOMPARE(audit(shop), QString());
    }

    void flow2_5_comingInTimeKeepsThePlace()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.guest();
        must(shop->tokens.takeSlip(away));
        must(shop->payments.endVisit(inside, {}));
        shop.clock.advance(119s);
        QCOMPARE(must(shop->tokens.comeBack(away)).token.state, TokenState::Admitted);
        shop.clock.advance(5s);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, away), TokenState::Admitted);
    }

    void flow2_5_aSlipTakenWhenJustCalledKeepsNobodyOut()
    {
        TestShop shop(places(1));
        const TokenPass called = shop.guest();
        const TokenPass next = shop.guest();
        must(shop->tokens.takeSlip(called));
        shop.clock.advance(2min);
        must(shop->sweep());
        QCOMPARE(stateOf(shop, next), TokenState::Admitted);
        QCOMPARE(answerOf(shop->tokens.comeBack(called)), u"ok"_s);
    }

    void flow2_5_aRestartPassesNobodyOverEarly()
    {
        TestShop shop(places(1));
        const TokenPass inside = shop.guest();
        const TokenPass away = shop.guest();
        shop.guest();
        must(shop->tokens.takeSlip(away));
        must(shop->payments.endVisit(inside, {}));
        shop.clock.advance(1min);
        shop.restart();
        shop.clock.advance(119s);
        must(shop->sweep());
        QCOMPARE(shop.entries(u"passedOver"_s), 0);
        shop.clock.advance(1s);
        must(shop->sweep());
        QCOMPARE(shop.entries(u"passedOver"_s), 1);
        QCOMPARE(audit(shop), QString());
    }

    void flow2_5_numbersCountFrom001PerBusinessDay_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("startsAt");
        QTest::addColumn<QDateTime>("before");
        QTest::addColumn<QDateTime>("after");
        QTest::addColumn<QDate>("day");
        const auto utc = [](int m, int d, int h, int min) { return QDateTime({2026, m, d}, {h, min}, Qt::UTC); };
        QTest::newRow("Seoul, 5 in the morning")
            << QByteArray("Asia/Seoul") << 5 << utc(11, 25, 19, 59) << utc(11, 25, 20, 0) << QDate(2026, 11, 26);
        QTest::newRow("Seoul, midnight") << QByteArray("Asia/Seoul") << 0 << utc(11, 25, 14, 59) << utc(11, 25, 15, 0)
                                         << QDate(2026, 11, 26);
        QTest::newRow("New York, 5 in the morning")
            << QByteArray("America/New_York") << 5 << utc(11, 25, 9, 59) << utc(11, 25, 10, 0) << QDate(2026, 11, 25);
        QTest::newRow("Berlin, the night when clocks go forward")
            << QByteArray("Europe/Berlin") << 5 << utc(3, 29, 2, 59) << utc(3, 29, 3, 0) << QDate(2026, 3, 29);
        QTest::newRow("Berlin, the night when clocks go back")
            << QByteArray("Europe/Berlin") << 5 << utc(10, 25, 3, 59) << utc(10, 25, 4, 0) << QDate(2026, 10, 25);
    }

    void flow2_5_numbersCountFrom001PerBusinessDay()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, startsAt);
        QFETCH(QDateTime, before);
        QFETCH(QDateTime, after);
        QFETCH(QDate, day);
        TestShop::Options options = places(1);
        options.settings.timeZone = zone;
        options.settings.businessDayStartsAt = startsAt;
        TestShop shop(options);
        shop.clock.setUtc(before);
        const TokenPass early = shop.guest();
        QCOMPARE(must(shop->tokens.issueToGuest()).token.number.text(), u"002"_s);
        shop.clock.setUtc(after);
        const IssuedToken fresh = must(shop->tokens.issueToGuest());
        QCOMPARE(fresh.token.number.text(), u"001"_s);
        QCOMPARE(fresh.token.number.day, day);
        QCOMPARE(placeOf(shop, fresh.pass).peopleAhead, 1); // yesterday's still come first
        QCOMPARE(stateOf(shop, early), TokenState::Admitted);
    }
};

QTEST_GUILESS_MAIN(QueueFlowsTest)
#include "QueueFlowsTest.moc"
