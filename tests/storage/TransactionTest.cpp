#include "storage/CatalogueStore.h"
#include "support/FaultyDisk.h"
#include "support/StatementCounter.h"
#include "support/TempNode.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class TransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadIsReadOnceAndWrittenOnceWhateverHappens()
    {
        test::StatementCounter counter;
        test::TempNode node(&counter);
        counter.reset();
        QVERIFY(node.write([](Transaction &t) {
                        for (int i = 0; i < 10; ++i) {
                            t.nextFence();
                            t.nextSaleNumber();
                            t.nextCatalogueVersion();
                            t.tell(u"X"_s, {});
                        }
                    })
                    .ok());
        QCOMPARE(counter.countOf(u"SELECT node"), 1);
        QCOMPARE(counter.countOf(u"UPDATE head"), 1);
        const Head head = journal::head(node.db());
        QCOMPARE(head.fence, 10);
        QCOMPARE(head.sales, 10);
        QCOMPARE(head.catalogue, 10);
        QCOMPARE(head.seq, 10);
    }

    void whatTellsNothingWritesNoHead()
    {
        test::StatementCounter counter;
        test::TempNode node(&counter);
        counter.reset();
        QVERIFY(node.write([](Transaction &t) { static_cast<void>(t.settings()); }).ok());
        QCOMPARE(counter.countOf(u"UPDATE head"), 0);
    }

    void aFenceThatWasCommittedNeverComesAgain()
    {
        test::TempNode node;
        QSet<qint64> given;
        for (int round = 0; round < 20; ++round) {
            QList<qint64> numbers;
            const Done outcome = node.write([&](Transaction &t) -> Done {
                for (int i = 0; i < 3; ++i)
                    numbers << t.nextFence().number;
                if (round % 3 == 1)
                    return Refusal::SeatTaken;
                return done;
            });
            if (round % 5 == 0)
                node.restart();
            for (qint64 number : outcome.ok() ? numbers : QList<qint64>()) {
                QVERIFY(!given.contains(number));
                given << number;
            }
        }
        QVERIFY(given.size() > 30);
    }

    void aFenceOfARolledBackTransactionWasNeverGivenAndNamesTheNextRight()
    {
        test::TempNode node;
        Fence refused, given;
        QVERIFY(!node.write([&](Transaction &t) -> Done {
                         refused = t.nextFence();
                         return Refusal::SeatTaken;
                     })
                     .ok());
        QVERIFY(node.write([&](Transaction &t) { given = t.nextFence(); }).ok());
        QCOMPARE(given, refused);
    }

    void aFenceNamesItsIncarnation()
    {
        test::TempNode node;
        Head head = journal::head(node.db());
        head.incarnation = 7;
        journal::writeHead(node.db(), head);
        Fence fence;
        QVERIFY(node.write([&](Transaction &t) { fence = t.nextFence(); }).ok());
        QCOMPARE(fence, (Fence{7, 1}));
    }

    void settingsSavedBesideAnEntryAreNotLost()
    {
        test::TempNode node;
        QVERIFY(node.write([](Transaction &t) {
                        HouseSettings settings = t.settings();
                        settings.admissionLimit = 3;
                        t.tell(u"SettingsChanged"_s, {});
                        CatalogueStore(t.db()).saveSettings(settings);
                    })
                    .ok());
        QVERIFY(node.write([](Transaction &t) { FOYER_REQUIRE(t.settings().admissionLimit == 3); }).ok());
        QCOMPARE(journal::head(node.db()).seq, 1);
    }

    void everySettingReturnsAsItWasSaved_data()
    {
        QTest::addColumn<int>("cancelMinutes"); // -1: never
        QTest::newRow("an hour") << 60;
        QTest::newRow("until the start") << 0;
        QTest::newRow("never") << -1;
    }
    void everySettingReturnsAsItWasSaved()
    {
        QFETCH(int, cancelMinutes);
        HouseSettings settings;
        settings.name = {{{u"ko"_s, u"극장"_s}, {u""_s, u"Theatre 🎭"_s}}};
        settings.timeZone = "Europe/Berlin";
        settings.currency = *Currency::fromCode(u"EUR");
        settings.admissionLimit = 2;
        settings.holdTime = std::chrono::seconds(301);
        settings.prolongBy = std::chrono::seconds(302);
        settings.seatsPerOrder = 9;
        settings.noShowAfter = std::chrono::seconds(121);
        settings.businessDayStartsAt = 4;
        settings.sellAfterStart = std::chrono::seconds(0);
        settings.cancelBefore = std::chrono::minutes(cancelMinutes);
        if (cancelMinutes < 0)
            settings.cancelBefore.reset();
        settings.walletMax = {999'999'999'999, settings.currency};
        settings.topUpMin = {5, settings.currency};
        settings.taxBasisPoints = 700;
        settings.sellerName = u"Seller \"A\""_s;
        settings.sellerAddress = u"Line\nLine"_s;
        settings.sellerNumber = u"123-45-67890"_s;
        test::TempNode node(nullptr, settings);
        QVERIFY(CatalogueStore(node.db()).settings() == settings);
    }

    void aFailureAtAnyStatementLeavesHeadAndJournalTogether()
    {
        test::FaultyDisk disk;
        test::TempNode node(&disk);
        for (int n = 1;; ++n) {
            disk.failAt(n);
            const Done written = node.write([](Transaction &t) {
                t.nextFence();
                t.tell(u"X"_s, {});
                t.tell(u"Y"_s, {});
            });
            const bool failed = disk.failed();
            disk.heal();
            QCOMPARE(written.ok(), !failed);
            const Head head = journal::head(node.db());
            QCOMPARE(head.seq, failed ? 0 : 2);
            QCOMPARE(head.fence, failed ? 0 : 1);
            QCOMPARE(journal::entries(node.db(), 1, 0, 10).size(), head.seq);
            if (!failed)
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "TransactionTest.moc"
