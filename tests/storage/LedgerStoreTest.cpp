#include "storage/LedgerStore.h"
#include "storage/TokenStore.h"
#include "support/TempNode.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class LedgerStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempNode> m_node;

    LedgerStore store() { return LedgerStore(m_node->db()); }
    static Money won(qint64 minor) { return {minor, {}}; }
    static Money dollars(qint64 minor) { return {minor, *Currency::fromCode(u"USD")}; }

    WalletId openWallet(std::optional<MemberId> member = {})
    {
        const auto id = m_node->make<WalletId>();
        store().openWallet({id, member, won(0)});
        return id;
    }
    Done move(const QList<Posting> &postings, MovementKind kind = MovementKind::TopUp)
    {
        return m_node->write([&](Transaction &t) {
            LedgerStore(t.db()).move(m_node->make<MovementId>(), kind, m_node->clock.utc(), "cause", postings);
        });
    }
    Done topUp(WalletId wallet, qint64 amount)
    {
        return move({{Account::Wallet, wallet, won(amount)}, {Account::Cash, {}, won(-amount)}});
    }
    qint64 balanceOf(WalletId wallet) { return store().wallet(wallet)->balance.minor; }
    qint64 integer(const char *sql)
    {
        Rows rows = m_node->db().run(sql);
        return rows.next() ? rows.integer(0) : -1;
    }
    Tender addTender(WalletId wallet, std::optional<HoldId> hold = {}, TenderKind kind = TenderKind::Card)
    {
        const Tender tender{
            m_node->make<TenderId>(), wallet, hold, kind, TenderDirection::In, TenderState::Open, won(5'000)};
        store().addTender({tender, {}});
        return tender;
    }

private Q_SLOTS:
    void init() { m_node = std::make_unique<test::TempNode>(); }

    void aWalletIsOpenedOnceAndEmpty()
    {
        const auto member = m_node->make<MemberId>();
        const WalletId id = openWallet(member);
        QVERIFY(topUp(id, 1'000).ok());
        store().openWallet({id, {}, won(9)}); // does nothing
        const auto wallet = store().wallet(id);
        QCOMPARE(wallet->balance, won(1'000));
        QCOMPARE(wallet->member, member);
        QVERIFY(!store().wallet(m_node->make<WalletId>()));
        store().setBlocked(id, true);
        QVERIFY(store().wallet(id)->blocked);
    }

    void postingsThatAreNoMovementAreRefusedAndNothingMoves_data()
    {
        QTest::addColumn<std::function<QList<Posting>(WalletId)>>("postings");
        const auto row = [](const char *name, std::function<QList<Posting>(WalletId)> make) {
            QTest::newRow(name) << std::move(make);
        };
        row("money from nowhere", [](WalletId w) {
            return QList<Posting>{{Account::Wallet, w, won(1'000)}, {Account::Cash, {}, won(-999)}};
        });
        row("one side only", [](WalletId w) { return QList<Posting>{{Account::Wallet, w, won(1'000)}}; });
        row("one side of nothing", [](WalletId w) { return QList<Posting>{{Account::Wallet, w, won(0)}}; });
        row("no side", [](WalletId) { return QList<Posting>{}; });
        row("two currencies", [](WalletId w) {
            return QList<Posting>{{Account::Wallet, w, won(1'000)}, {Account::Cash, {}, dollars(-1'000)}};
        });
        row("another currency than the wallet's", [](WalletId w) {
            return QList<Posting>{{Account::Wallet, w, dollars(1'000)}, {Account::Cash, {}, dollars(-1'000)}};
        });
        row("a sum beyond all numbers", [](WalletId w) {
            const qint64 most = std::numeric_limits<qint64>::max();
            return QList<Posting>{
                {Account::Wallet, w, won(most)}, {Account::Wallet, w, won(most)}, {Account::Cash, {}, won(2)}};
        });
        row("a wallet account without a wallet", [](WalletId w) {
            return QList<Posting>{{Account::Wallet, w, won(1'000)}, {Account::Wallet, {}, won(-1'000)}};
        });
        row("a drawer with a wallet", [](WalletId w) {
            return QList<Posting>{{Account::Wallet, w, won(1'000)}, {Account::Cash, w, won(-1'000)}};
        });
        row("a wallet that was never opened", [](WalletId w) {
            return QList<Posting>{
                {Account::Wallet, w, won(1'000)}, {Account::Wallet, WalletId{QUuid::createUuid()}, won(-1'000)}};
        });
    }
    void postingsThatAreNoMovementAreRefusedAndNothingMoves()
    {
        using Make = std::function<QList<Posting>(WalletId)>;
        QFETCH(Make, postings);
        const WalletId wallet = openWallet();
        QVERIFY(topUp(wallet, 500).ok());
        const Done moved = move(postings(wallet));
        QVERIFY(moved.error());
        QCOMPARE(moved.error()->kind, Error::Kind::Invariant);
        QCOMPARE(balanceOf(wallet), 500);
        QCOMPARE(integer("SELECT count(*) FROM movement"), 1);
        QCOMPARE(integer("SELECT count(*) FROM posting"), 2);
    }

    void aMovementIsBookedOnce()
    {
        const WalletId wallet = openWallet();
        const auto id = m_node->make<MovementId>();
        const auto book = [&] {
            return m_node->write([&](Transaction &t) {
                LedgerStore(t.db()).move(id, MovementKind::TopUp, m_node->clock.utc(), "cause",
                    {{Account::Wallet, wallet, won(700)}, {Account::Card, {}, won(-700)}});
            });
        };
        QVERIFY(book().ok());
        QVERIFY(book().error());
        QCOMPARE(balanceOf(wallet), 700);
    }

    void whateverMovesTheBalanceIsTheSumOfThePostingsAndAllIsZero()
    {
        const quint32 seed = 20261125;
        QRandomGenerator random(seed);
        const QList<WalletId> wallets{openWallet(), openWallet(m_node->make<MemberId>()), openWallet()};
        const QList<Account> accounts{Account::Cash, Account::Card, Account::Sales, Account::PayingOut};
        for (int i = 0; i < 400; ++i) {
            const qint64 a = qint64(random.bounded(200'001)) - 100'000, b = qint64(random.bounded(200'001)) - 100'000;
            QList<Posting> postings{{Account::Wallet, wallets[random.bounded(3)], won(a)},
                {Account::Wallet, wallets[random.bounded(3)], won(b)}, {accounts[random.bounded(4)], {}, won(-a - b)}};
            if (random.bounded(4) == 0)
                postings.last().amount.minor += 1; // a mistake now and then
            const bool sums = postings.last().amount.minor == -a - b;
            QCOMPARE(move(postings).ok(), sums);
        }
        for (WalletId wallet : wallets) {
            Rows rows =
                m_node->db().run("SELECT coalesce(sum(amount), 0) FROM posting WHERE wallet = ?", {wallet.bytes()});
            QVERIFY(rows.next());
            QCOMPARE(balanceOf(wallet), rows.integer(0));
        }
        QCOMPARE(integer("SELECT sum(amount) FROM posting"), 0);
        QCOMPARE(integer("SELECT count(*) FROM (SELECT 1 FROM posting GROUP BY movement HAVING sum(amount) <> 0)"), 0);
    }

    void theLedgerForgetsNothing_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("change an amount") << u"UPDATE posting SET amount = 0"_s;
        QTest::newRow("remove a posting") << u"DELETE FROM posting"_s;
        QTest::newRow("replace a posting")
            << u"REPLACE INTO posting SELECT movement, line, account, wallet, 0 FROM posting"_s;
        QTest::newRow("change a kind") << u"UPDATE movement SET kind = 3"_s;
        QTest::newRow("remove a movement") << u"DELETE FROM movement"_s;
        QTest::newRow("replace a movement")
            << u"REPLACE INTO movement SELECT id, 3, at, currency, cause FROM movement"_s;
    }
    void theLedgerForgetsNothing()
    {
        QFETCH(QString, sql);
        const WalletId wallet = openWallet();
        QVERIFY(topUp(wallet, 1'000).ok());
        QVERIFY_THROWS_EXCEPTION(StorageFailure, m_node->db().runOnce(sql));
        QCOMPARE(integer("SELECT amount FROM posting WHERE wallet IS NOT NULL"), 1'000);
        QCOMPARE(integer("SELECT kind FROM movement"), int(MovementKind::TopUp));
    }

    void aWalletsHistoryIsNewestFirstAndBounded()
    {
        const WalletId wallet = openWallet(), other = openWallet();
        for (int i = 1; i <= 5; ++i) {
            m_node->clock.advance(std::chrono::seconds(1));
            QVERIFY(topUp(wallet, i * 100).ok());
        }
        QVERIFY(topUp(other, 9).ok());
        const QList<WalletMovement> history = store().movements(wallet, 3);
        QCOMPARE(history.size(), 3);
        QCOMPARE(history[0].amount, won(500));
        QCOMPARE(history[2].amount, won(300));
        QCOMPARE(history[0].kind, MovementKind::TopUp);
        QCOMPARE(history[0].at, m_node->clock.utc());
    }

    void aTenderIsFoundOpenUntilItsAnswer()
    {
        const WalletId wallet = openWallet();
        const auto hold = m_node->make<HoldId>();
        const Tender tender = addTender(wallet, hold);
        m_node->restart(); // a crash
        QCOMPARE(store().openTenders().size(), 1);
        QCOMPARE(store().openTenderOf(hold)->tender.id, tender.id);
        QCOMPARE(store().tender(tender.id)->tender.amount, won(5'000));
        store().setState(tender.id, TenderState::InDoubt);
        QVERIFY(store().anyOpenTender(wallet)); // 'unknown' is no answer
        QCOMPARE(store().openTenders().size(), 1);
        QVERIFY(store().waysIn(wallet).isEmpty());
        store().setState(tender.id, TenderState::Approved);
        QVERIFY(!store().anyOpenTender(wallet));
        QVERIFY(!store().openTenderOf(hold));
        QCOMPARE(store().waysIn(wallet).size(), 1);
        QCOMPARE(store().waysIn(wallet).constFirst().kind, TenderKind::Card);
        QCOMPARE(store().waysIn(wallet).constFirst().minor, 5'000);
    }

    void anAnswerCountsOnce_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("late");
        for (TenderState answer : {TenderState::Approved, TenderState::Declined, TenderState::Cancelled})
            for (TenderState late :
                {TenderState::Open, TenderState::InDoubt, TenderState::Approved, TenderState::Cancelled})
                QTest::addRow("%d then %d", int(answer), int(late)) << int(answer) << int(late);
    }
    void anAnswerCountsOnce()
    {
        QFETCH(int, answer);
        QFETCH(int, late);
        const Tender tender = addTender(openWallet());
        store().setState(tender.id, TenderState(answer));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().setState(tender.id, TenderState(late)));
        QCOMPARE(int(store().tender(tender.id)->tender.state), answer);
    }

    void aTenderOfNothingIsNone()
    {
        const WalletId wallet = openWallet();
        for (qint64 amount : {0, -1}) {
            const Tender tender{m_node->make<TenderId>(), wallet, {}, TenderKind::Cash, TenderDirection::In,
                TenderState::Open, won(amount)};
            QVERIFY_THROWS_EXCEPTION(StorageFailure, store().addTender({tender, {}}));
        }
    }

    void aClaimIsFoundByItsCodeOnly()
    {
        const WalletId wallet = openWallet();
        store().addClaim({wallet, "hash", false});
        QCOMPARE(store().claim("hash")->wallet, wallet);
        QVERIFY(!store().claim("other"));
        QVERIFY(!store().claim(QByteArray()));
        store().setClaimPaid(wallet, true);
        QVERIFY(store().claimOf(wallet)->paid);
        store().addClaim({wallet, "second", false}); // late money of the same guest
        QVERIFY(!store().claim("hash"));
        QVERIFY(!store().claim("second")->paid);
    }

    void twoClaimsNeverShareACode()
    {
        store().addClaim({openWallet(), "hash", false});
        QVERIFY_THROWS_EXCEPTION(StorageFailure, store().addClaim({openWallet(), "hash", false}));
        store().addClaim({openWallet(), {}, false}); // made after a crash: any number of them
        store().addClaim({openWallet(), {}, false});
    }

    void moneyThatNobodyCanReachAnyMoreIsFound()
    {
        const WalletId lost = openWallet(), member = openWallet(m_node->make<MemberId>()), empty = openWallet(),
                       inShop = openWallet(), claimed = openWallet(), asking = openWallet(), paidOut = openWallet();
        for (WalletId wallet : {lost, member, inShop, claimed, asking, paidOut})
            QVERIFY(topUp(wallet, 1'000).ok());
        QVERIFY(m_node
                    ->write([&](Transaction &t) {
                        TokenRow row;
                        row.token.id = m_node->make<TokenId>();
                        row.token.wallet = inShop;
                        row.token.number = {{2026, 11, 25}, u"A"_s, 0};
                        row.secret = "x";
                        TokenStore(t.db()).add(row);
                    })
                    .ok());
        store().addClaim({claimed, "one", false});
        addTender(asking);
        store().addClaim({paidOut, "two", false});
        store().setClaimPaid(paidOut, true); // a late approval came after the claim was paid

        QSet<WalletId> found;
        for (const WalletRow &wallet : store().orphaned())
            found << wallet.id;
        QCOMPARE(found, QSet<WalletId>({lost, paidOut}));
        QVERIFY(!found.contains(empty));
    }

    /// Every desk asks each half minute: what was paid isn't read for it.
    void whatIsUnpaidIsFoundWithoutReadingWhatWasPaid()
    {
        QStringList plan;
        for (Rows rows = m_node->db().run("EXPLAIN QUERY PLAN SELECT w.id, w.balance, c.code FROM claim c "
                                          "JOIN wallet w ON w.id = c.wallet WHERE c.paid = 0 AND w.balance > 0");
             rows.next();)
            plan << rows.text(3);
        QVERIFY2(plan.join(u' ').contains(u"claim_unpaid"_s), qPrintable(plan.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(LedgerStoreTest)
#include "LedgerStoreTest.moc"
