#include "storage/TokenStore.h"
#include "support/TempNode.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TokenStoreTest : public QObject
{
    Q_OBJECT

    static SteadyTime at(qint64 ms) { return SteadyTime(std::chrono::milliseconds(ms)); }

    /// A row as TokenService makes one.
    static TokenRow fresh(test::TempNode &node, QDate day = {2026, 11, 25}, const QString &lane = u"A"_s)
    {
        TokenRow row;
        row.token.id = node.make<TokenId>();
        row.token.wallet = node.make<WalletId>();
        row.token.number = {day, lane, 0};
        row.token.expires = at(1'000);
        row.secret = "secret";
        return row;
    }
    static TokenRow add(test::TempNode &node, TokenRow row)
    {
        const Done added = node.write([&](Transaction &t) { row = TokenStore(t.db()).add(row); });
        if (added.error())
            qFatal("%s", qPrintable(added.error()->detail));
        return row;
    }
    /// So many that a rank is the sum of whole runs of places; the last of them.
    static TokenRow addMany(test::TempNode &node, int count)
    {
        TokenRow last;
        FOYER_REQUIRE(node.write([&](Transaction &t) {
                              for (int i = 0; i < count; ++i)
                                  last = TokenStore(t.db()).add(fresh(node));
                          })
                          .ok());
        return last;
    }
    static TokenRow again(test::TempNode &node, const TokenRow &row)
    {
        return *TokenStore(node.db()).find(row.token.id);
    }

private Q_SLOTS:
    void numbersCountFromOnePerDayAndLanePlacesOverAll()
    {
        test::TempNode node;
        const QDate today{2026, 11, 25}, tomorrow{2026, 11, 26};
        QCOMPARE(add(node, fresh(node, today)).token.number.text(), u"A001"_s);
        QCOMPARE(add(node, fresh(node, today)).token.number.text(), u"A002"_s);
        QCOMPARE(add(node, fresh(node, today, u"B"_s)).token.number.text(), u"B001"_s);
        const TokenRow row = add(node, fresh(node, tomorrow));
        QCOMPARE(row.token.number.text(), u"A001"_s);
        QCOMPARE(row.place, 4);
    }

    void aPlaceIsNeverUsedAgain()
    {
        test::TempNode node;
        const TokenRow first = add(node, fresh(node)), second = add(node, fresh(node));
        QVERIFY(node.write([&](Transaction &t) {
                        TokenStore(t.db()).end(second, {});
                        TokenStore(t.db()).end(first, {});
                    })
                    .ok());
        node.restart();
        QCOMPARE(add(node, fresh(node)).place, 3);
    }

    void theFirstToJoinIsTheFirstToBeLetIn()
    {
        test::TempNode node;
        const TokenRow first = add(node, fresh(node)), second = add(node, fresh(node));
        TokenStore store(node.db());
        QCOMPARE(store.firstWaiting(true)->token.id, first.token.id);
        QVERIFY(node.write([&](Transaction &) { store.admit(first, at(0), {}, at(9)); }).ok());
        QCOMPARE(store.firstWaiting(true)->token.id, second.token.id);
        QCOMPARE(store.admittedCount(), 1);
        // called, absent, passed over; on return in front of those who came later
        QVERIFY(node.write([&](Transaction &) { store.pass(again(node, first)); }).ok());
        QCOMPARE(store.admittedCount(), 0);
        QVERIFY(node.write([&](Transaction &) { store.waitAgain(again(node, first)); }).ok());
        QCOMPARE(store.firstWaiting(true)->token.id, first.token.id);
        QCOMPARE(store.aheadOf(second.place), 1);
    }

    void aMemberHasOneLiveToken()
    {
        test::TempNode node;
        TokenRow row = fresh(node);
        row.token.member = node.make<MemberId>();
        row = add(node, row);
        TokenRow second = fresh(node);
        second.token.member = row.token.member;
        const Done twice = node.write([&](Transaction &t) { TokenStore(t.db()).add(second); });
        QVERIFY(twice.error());
        QCOMPARE(twice.error()->kind, Error::Kind::Invariant);
        QCOMPARE(TokenStore(node.db()).liveOfMember(*row.token.member)->token.id, row.token.id);
        QVERIFY(node.write([&](Transaction &t) { TokenStore(t.db()).end(row, {}); }).ok());
        QVERIFY(!TokenStore(node.db()).liveOfMember(*row.token.member));
        add(node, second);
    }

    void aTokenThatMovedOnIsNotMovedAgainFromAnOldReading()
    {
        test::TempNode node;
        const TokenRow stale = add(node, fresh(node)), behind = addMany(node, 200);
        TokenStore store(node.db());
        const auto admit = [&] { return node.write([&](Transaction &) { store.admit(stale, at(0), {}, at(9)); }); };
        QVERIFY(admit().ok());
        QVERIFY(admit().error());
        QCOMPARE(store.aheadOf(behind.place), 199); // not 198
        const TokenRow admitted = again(node, stale);
        const auto pass = [&] { return node.write([&](Transaction &) { store.pass(admitted); }); };
        QVERIFY(pass().ok());
        QVERIFY(pass().error());
        const TokenRow passed = again(node, stale);
        const auto wait = [&] { return node.write([&](Transaction &) { store.waitAgain(passed); }); };
        QVERIFY(wait().ok());
        QVERIFY(wait().error());
        QCOMPARE(store.aheadOf(behind.place), 200);
    }

    void endingCountsWhatTheTokenIsNotWhatItWasWhenRead()
    {
        // Two expired tokens in a list: ending the first lets the second in before it is ended itself.
        test::TempNode node;
        const TokenRow first = add(node, fresh(node)), second = add(node, fresh(node)), behind = addMany(node, 200);
        TokenStore store(node.db());
        QVERIFY(node.write([&](Transaction &) {
                        store.end(first, {});
                        store.admit(second, at(0), {}, at(9));
                        store.end(second, {}); // still 'waiting' in the list
                    })
                    .ok());
        QCOMPARE(store.aheadOf(behind.place), 199);
        QCOMPARE(store.firstWaiting(true)->place, 3);
        QCOMPARE(store.admittedCount(), 0);
        QVERIFY(node.write([&](Transaction &) { store.end(second, {}); }).error()); // once
    }

    void aRankIsWhatCountingOneByOneGives()
    {
        const quint32 seed = 20261125;
        QRandomGenerator random(seed);
        test::TempNode node;
        TokenStore store(node.db());
        constexpr int places = 41'000; // into the third run of 16,384
        QList<TokenRow> rows;
        const auto waiting = [](const TokenRow &row) { return row.token.state == TokenState::Waiting; };
        // The queue moves on from its front, as queues do, with people leaving anywhere in it.
        const auto step = [&](TokenRow &row) {
            switch (row.token.state) {
            case TokenState::Waiting:
                if (random.bounded(3) != 0) {
                    store.admit(row, at(0), {}, at(9));
                    row.token.state = TokenState::Admitted;
                } else {
                    store.end(row, {});
                    row.token.state = TokenState::Ended;
                }
                return;
            case TokenState::Admitted:
                if (random.bounded(2)) {
                    store.pass(row);
                    row.token.state = TokenState::Passed;
                } else {
                    store.end(row, 60s);
                    row.token.state = TokenState::Ended;
                }
                return;
            case TokenState::Passed:
                store.waitAgain(row);
                row.token.state = TokenState::Waiting;
                return;
            case TokenState::Ended: return;
            }
        };
        int checks = 0;
        while (rows.size() < places) {
            const Done moved = node.write([&](Transaction &) {
                for (int i = 0; i < 1'000; ++i)
                    rows.append(store.add(fresh(node)));
                const int front = int(rows.size() * 9 / 10);
                for (int i = 0; i < 1'200; ++i)
                    step(rows[random.bounded(random.bounded(4) ? front : int(rows.size()))]);
            });
            QVERIFY2(moved.ok(), qPrintable(moved.error() ? moved.error()->detail : QString()));
            for (int i = 0; i < 20; ++i) {
                const int n = i == 0 ? int(rows.size()) - 1 : random.bounded(int(rows.size()));
                const auto expected = std::count_if(rows.begin(), rows.begin() + n, waiting);
                QVERIFY2(store.aheadOf(rows[n].place) == expected,
                    qPrintable(u"place %1: %2 ahead, not %3, seed %4"_s.arg(rows[n].place)
                                   .arg(expected)
                                   .arg(store.aheadOf(rows[n].place))
                                   .arg(seed)));
                ++checks;
            }
        }
        QVERIFY(checks > 800);
        QCOMPARE(rows.constLast().place, places);
    }

    void serviceTimesAreTheNewestOnes()
    {
        test::TempNode node;
        for (int i = 1; i <= 4; ++i) {
            const TokenRow row = add(node, fresh(node));
            QVERIFY(node.write([&](Transaction &t) {
                            TokenStore(t.db()).end(
                                row, i == 3 ? std::nullopt : std::optional(std::chrono::milliseconds(i)));
                        })
                        .ok());
        }
        QCOMPARE(TokenStore(node.db()).serviceTimes(2), QList<std::chrono::milliseconds>({4ms, 2ms}));
    }

    void aNewSecretKeepsTheOldOneForContinuedElsewhere()
    {
        test::TempNode node;
        const TokenRow row = add(node, fresh(node));
        TokenStore store(node.db());
        QVERIFY(node.write([&](Transaction &) { store.setSlip(row.token.id, true, at(5'000)); }).ok());
        QVERIFY(again(node, row).slip);
        QVERIFY(node.write([&](Transaction &) { store.setSecret(row.token.id, "new", at(2'000)); }).ok());
        const TokenRow now = again(node, row);
        QCOMPARE(now.secret, QByteArray("new"));
        QCOMPARE(now.oldSecret, QByteArray("secret"));
        QVERIFY(!now.slip);
        QCOMPARE(now.place, row.place);
        QCOMPARE(now.token.number, row.token.number);
        QCOMPARE(now.token.expires, at(2'000));
    }

    void afterAStartEveryLiveTokenGetsAFullPeriodAndEndedOnesNone()
    {
        test::TempNode node;
        TokenStore store(node.db());
        const TokenRow here = add(node, fresh(node)), slip = add(node, fresh(node)), called = add(node, fresh(node)),
                       ended = add(node, fresh(node));
        QVERIFY(node.write([&](Transaction &) {
                        store.setSlip(slip.token.id, true, at(3'000));
                        store.admit(called, at(0), at(500), at(1'000));
                        store.end(ended, {});
                        store.renewAll(at(10'000), at(20'000), at(12'000));
                    })
                    .ok());
        QCOMPARE(again(node, here).token.expires, at(10'000));
        QCOMPARE(again(node, slip).token.expires, at(20'000));
        QCOMPARE(again(node, called).absentUntil, at(12'000));
        QVERIFY(!again(node, here).absentUntil);
        QCOMPARE(again(node, ended).token.expires, at(1'000));
        QCOMPARE(store.expired(at(10'000)).size(), 2);
        QVERIFY(store.absent(at(11'999)).isEmpty());
        QCOMPARE(store.absent(at(12'000)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TokenStoreTest)
#include "TokenStoreTest.moc"
