#include "support/StatementCounter.h"
#include "support/TempNode.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class JournalTest : public QObject
{
    Q_OBJECT

    static void tellSome(test::TempNode &node, int count)
    {
        for (int i = 1; i <= count; ++i)
            QVERIFY(node.write([&](Transaction &t) { t.tell(u"SeatsHeld"_s, {{u"seat"_s, i}}); }).ok());
    }
    static QList<JournalEntry> all(test::TempNode &node) { return journal::entries(node.db(), 1, 0, 1'000); }

    /// What `verify` does: every entry follows from the one before, without a gap.
    static bool chainHolds(const QList<JournalEntry> &entries, const QByteArray &end)
    {
        QByteArray hash(32, '\0');
        qint64 seq = 0;
        for (const JournalEntry &entry : entries) {
            if (entry.seq != ++seq || hashOf(hash, entry) != entry.hash)
                return false;
            hash = entry.hash;
        }
        return hash == end;
    }

    template <typename Spoil>
    static bool detected(Spoil spoil)
    {
        test::TempNode node;
        tellSome(node, 5);
        QList<JournalEntry> entries = all(node);
        const QByteArray end = journal::head(node.db()).hash;
        if (!chainHolds(entries, end))
            return false;
        spoil(entries);
        return !chainHolds(entries, end);
    }

private Q_SLOTS:
    void aNewNodeHasAnEmptyChain()
    {
        test::TempNode node;
        const Head head = journal::head(node.db());
        QCOMPARE(head.node, node.id());
        QCOMPARE(head.epoch, 1);
        QCOMPARE(head.incarnation, 1);
        QCOMPARE(head.seq, 0);
        QCOMPARE(head.hash, QByteArray(32, '\0'));
        QVERIFY(all(node).isEmpty());
    }

    void aNodeIsFoundedOnce()
    {
        test::TempNode node;
        const Done again = node.write([&](Transaction &t) { journal::found(t.db(), node.make<NodeId>(), "{}"); });
        QVERIFY(again.error());
        QCOMPARE(journal::head(node.db()).node, node.id());
    }

    void aNodeNeverSetUpSaysSo()
    {
        test::TempNode node;
        node.db().runOnce(u"DELETE FROM head"_s);
        const Done written = node.write([](Transaction &t) { t.tell(u"X"_s, {}); });
        QVERIFY(written.error());
        QCOMPARE(written.error()->kind, Error::Kind::NoDatabase);
    }

    void entriesFollowEachOtherAcrossTransactionsAndRestarts()
    {
        test::TempNode node;
        tellSome(node, 2);
        node.restart();
        tellSome(node, 1);
        QVERIFY(node.write([](Transaction &t) {
                        t.tell(u"A"_s, {});
                        t.tell(u"B"_s, {});
                    })
                    .ok());
        const QList<JournalEntry> entries = all(node);
        QCOMPARE(entries.size(), 5);
        QVERIFY(chainHolds(entries, journal::head(node.db()).hash));
        QCOMPARE(journal::head(node.db()).seq, 5);
        QCOMPARE(entries.constLast().kind, u"B"_s);
        QCOMPARE(entries.constLast().at, node.clock.utc().toMSecsSinceEpoch());
    }

    void whatIsRefusedLeavesNoEntry()
    {
        test::TempNode node;
        tellSome(node, 1);
        QVERIFY(node.write([](Transaction &t) -> Done {
                        t.tell(u"SeatsHeld"_s, {});
                        return Refusal::SeatTaken;
                    })
                    .isRefused(Refusal::SeatTaken));
        tellSome(node, 1);
        QCOMPARE(all(node).size(), 2);
        QVERIFY(chainHolds(all(node), journal::head(node.db()).hash));
    }

    void everyChangeOfAnEntryIsDetected_data()
    {
        QTest::addColumn<std::function<void(QList<JournalEntry> &)>>("spoil");
        const auto row = [](const char *name, std::function<void(QList<JournalEntry> &)> spoil) {
            QTest::newRow(name) << std::move(spoil);
        };
        row("epoch", [](auto &e) { e[2].epoch = 2; });
        row("seq", [](auto &e) { e[2].seq = 9; });
        row("time", [](auto &e) { e[2].at += 1; });
        row("kind", [](auto &e) { e[2].kind += u'x'; });
        row("body", [](auto &e) { e[2].body.replace('3', '4'); });
        row("hash", [](auto &e) { e[2].hash[31] = char(e[2].hash[31] ^ 1); });
        row("a letter from kind to body", [](auto &e) {
            e[2].body.prepend(e[2].kind.back().toLatin1());
            e[2].kind.chop(1);
        });
        row("first removed", [](auto &e) { e.removeFirst(); });
        row("one removed", [](auto &e) { e.removeAt(2); });
        row("last removed", [](auto &e) { e.removeLast(); });
        row("two swapped", [](auto &e) { e.swapItemsAt(1, 2); });
        row("bodies swapped", [](auto &e) { std::swap(e[1].body, e[2].body); });
        row("one twice", [](auto &e) { e.insert(2, e[2]); });
    }
    void everyChangeOfAnEntryIsDetected()
    {
        QFETCH(std::function<void(QList<JournalEntry> &)>, spoil);
        QVERIFY(detected(spoil));
    }

    void theHashIsTheOneThatOthersCanRecompute()
    {
        // SHA-256 over 32 zero bytes, 00000001, 0000000000000001, 0000000000000002, "A", 00, "{}"; made with sha256sum
        const JournalEntry entry{1, 1, 2, u"A"_s, "{}", {}};
        QCOMPARE(hashOf(QByteArray(32, '\0'), entry).toHex(),
            QByteArray("ecef0af791e92ad3e47ee03f1d8b6d6ddef87f9ac11fe8f2adfe4bbba56477ba"));
    }

    void theDatabaseItselfRefusesToForget_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE journal SET body = '{}' WHERE seq = 1"_s;
        QTest::newRow("delete") << u"DELETE FROM journal WHERE seq = 1"_s;
        QTest::newRow("delete all") << u"DELETE FROM journal"_s;
        QTest::newRow("replace") << u"REPLACE INTO journal VALUES (1, 1, 0, 'X', '{}', x'00')"_s;
        QTest::newRow("upsert") << u"INSERT INTO journal VALUES (1, 1, 0, 'X', '{}', x'00') "
                                   "ON CONFLICT DO UPDATE SET body = 'X'"_s;
        QTest::newRow("the same seq twice") << u"INSERT INTO journal VALUES (1, 1, 0, 'X', '{}', x'00')"_s;
    }
    void theDatabaseItselfRefusesToForget()
    {
        QFETCH(QString, sql);
        test::TempNode node;
        tellSome(node, 2);
        QVERIFY_THROWS_EXCEPTION(StorageFailure, node.db().runOnce(sql));
        QCOMPARE(all(node).size(), 2);
        QVERIFY(chainHolds(all(node), journal::head(node.db()).hash));
    }

    void bodiesAreWrittenOneWayOnly()
    {
        test::TempNode node;
        const QJsonObject body{{u"z"_s, 1}, {u"a"_s, u"자리 \"🎭\"\n"_s},
            {u"m"_s, QJsonObject{{u"y"_s, true}, {u"b"_s, 9007199254740993LL}}}};
        QVERIFY(node.write([&](Transaction &t) { t.tell(u"X"_s, body); }).ok());
        const QByteArray sorted = "{\"a\":\"자리 \\\"🎭\\\"\\n\",\"m\":{\"b\":9007199254740993,\"y\":true},\"z\":1}";
        QCOMPARE(all(node).constFirst().body, sorted);
    }

    void entriesAreReadInPages()
    {
        test::TempNode node;
        tellSome(node, 5);
        const QList<JournalEntry> page = journal::entries(node.db(), 1, 2, 2);
        QCOMPARE(page.size(), 2);
        QCOMPARE(page[0].seq, 3);
        QCOMPARE(page[1].seq, 4);
        QVERIFY(journal::entries(node.db(), 1, 5, 10).isEmpty());
        QVERIFY(journal::entries(node.db(), 2, 0, 10).isEmpty()); // another epoch
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "JournalTest.moc"
