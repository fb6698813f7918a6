#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Flows 6 and 7: the balance, and money into it.
class TopUpFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow6_1_aBalanceThatCantBeReadIsAnErrorNotAZero()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.run("DROP TABLE wallet");
        QVERIFY(shop->payments.balance(pass).error());
        QCOMPARE(answerOf(shop->payments.balance({pass.id, "forged"})), u"TokenUnknown"_s);
    }

    void flow6_2_theBalanceAndTheMovementsBehindIt()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        QCOMPARE(must(shop->payments.balance(pass)).amount, shop.won(0)); // a guest who never paid in
        shop.topUp(pass, 50'000);
        shop.clock.advance(1s);
        shop.pay(pass, shop.hold(pass, {0}));
        const Balance balance = must(shop->payments.balance(pass));
        QCOMPARE(balance.amount, shop.won(20'000));
        QCOMPARE(balance.movements.size(), 2);
        QCOMPARE(balance.movements[0].kind, MovementKind::Purchase); // newest first
        QCOMPARE(balance.movements[0].amount, shop.won(-30'000));
        QCOMPARE(balance.movements[1].kind, MovementKind::TopUp);
        QCOMPARE(balance.movements[1].amount, shop.won(50'000));
    }

    void flow7_1_notChargeable_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<qint64>("named");
        QTest::newRow("nothing") << qint64(0) << u"KRW"_s << u"AmountInvalid"_s << qint64(1'000);
        QTest::newRow("negative") << qint64(-5'000) << u"KRW"_s << u"AmountInvalid"_s << qint64(1'000);
        QTest::newRow("below the least") << qint64(999) << u"KRW"_s << u"AmountInvalid"_s << qint64(1'000);
        QTest::newRow("the least") << qint64(1'000) << u"KRW"_s << u"ok"_s << qint64(0);
        QTest::newRow("other money") << qint64(5'000) << u"EUR"_s << u"AmountInvalid"_s << qint64(1'000);
        QTest::newRow("what still fits") << qint64(150'000) << u"KRW"_s << u"ok"_s << qint64(0);
        QTest::newRow("one more") << qint64(150'001) << u"KRW"_s << u"WalletLimit"_s << qint64(150'000);
        QTest::newRow("very much") << std::numeric_limits<qint64>::max() << u"KRW"_s << u"WalletLimit"_s
                                   << qint64(150'000);
    }

    void flow7_1_notChargeable()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, currency);
        QFETCH(QString, answer);
        QFETCH(qint64, named);
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 50'000);
        const QByteArray before = dumpHash(shop.file());
        const auto begun = shop->payments.beginTopUp(
            pass, shop.ids.make<TenderId>(), {amount, *Currency::fromCode(currency)}, TenderKind::Card, {});
        QCOMPARE(answerOf(begun), answer);
        if (begun.ok())
            return;
        QCOMPARE(refusal(begun).amount, shop.won(named));
        QCOMPARE(dumpHash(shop.file()), before);
    }

    void flow7_1_aBlockedWalletNeitherTakesNorPays()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 50'000);
        const Hold hold = shop.hold(pass, {0});
        shop.run("UPDATE wallet SET blocked = 1");
        QCOMPARE(
            answerOf(shop->payments.beginTopUp(pass, shop.ids.make<TenderId>(), shop.won(5'000), TenderKind::Cash, {})),
            u"WalletBlocked"_s);
        QCOMPARE(answerOf(shop->payments.pay(pass, shop.ids.make<OrderId>(), hold.id)), u"WalletBlocked"_s);
        QVERIFY(must(shop->payments.balance(pass)).blocked);
        QCOMPARE(shop.balance(pass), 50'000);
    }

    void flow7_1_aRefusedTenderMovesNothing_data()
    {
        QTest::addColumn<int>("said");
        QTest::newRow("declined") << int(DeviceAnswer::Declined);
        QTest::newRow("cancelled") << int(DeviceAnswer::Cancelled);
    }

    void flow7_1_aRefusedTenderMovesNothing()
    {
        QFETCH(int, said);
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Tender tender = shop.beginTopUp(pass, 5'000);
        QVERIFY(!isOpen(must(shop->payments.answered(tender.id, DeviceAnswer(said))).tender.state));
        // what a device says after that can't be: its answer was given
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        QCOMPARE(shop.balance(pass), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow7_2_theTenderIsCommittedBeforeTheDeviceIsAsked()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        const Tender tender = shop.beginTopUp(pass, 5'000);
        shop.restart();
        const QList<Tender> open = must(shop->payments.openTenders());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].id, tender.id);
        QCOMPARE(open[0].amount, shop.won(5'000));
        QCOMPARE(shop.entries(u"paying"_s), 1);
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        QCOMPARE(shop.balance(pass), 5'000);
        QVERIFY(must(shop->payments.openTenders()).isEmpty());
    }

    void flow7_2_chargedOnceWhateverIsRetried()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        const TenderId id = shop.ids.make<TenderId>();
        const auto begin = [&](qint64 amount, TenderKind kind = TenderKind::Card) {
            return shop->payments.beginTopUp(pass, id, shop.won(amount), kind, {});
        };
        QCOMPARE(answerOf(begin(5'000)), u"ok"_s);
        QCOMPARE(answerOf(begin(5'000)), u"ok"_s);
        QCOMPARE(answerOf(begin(6'000)), u"RequestReused"_s);
        QCOMPARE(answerOf(begin(5'000, TenderKind::Cash)), u"RequestReused"_s);
        QCOMPARE(answerOf(shop->payments.beginTopUp(shop.guest(), id, shop.won(5'000), TenderKind::Card, {})),
            u"RequestReused"_s);
        for (int i = 0; i < 3; ++i) {
            must(shop->payments.answered(id, DeviceAnswer::Approved));
            must(shop->payments.answered(id, DeviceAnswer::Declined));
            QCOMPARE(must(begin(5'000)).state, TenderState::Approved); // the stored answer
        }
        shop.restart();
        must(shop->payments.answered(id, DeviceAnswer::Approved));
        QCOMPARE(must(begin(5'000)).state, TenderState::Approved);
        QCOMPARE(shop.balance(pass), 5'000);
        QCOMPARE(shop.entries(u"toppedUp"_s), 1);
        QCOMPARE(audit(shop), QString());
    }

    void flow7_2_aRetryIsAnsweredAlsoAfterTheVisit()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        const Tender tender = shop.beginTopUp(pass, 5'000);
        must(shop->payments.endVisit(pass, {}));
        QCOMPARE(answerOf(shop->payments.beginTopUp(pass, tender.id, shop.won(5'000), TenderKind::Card, {})), u"ok"_s);
        QCOMPARE(
            answerOf(shop->payments.beginTopUp(pass, shop.ids.make<TenderId>(), shop.won(5'000), TenderKind::Card, {})),
            u"TokenEnded"_s);
    }

    void flow7_2_oneTenderAtATime()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        const Tender tender = shop.beginTopUp(pass, 150'000);
        const auto second = [&] {
            return shop->payments.beginTopUp(pass, shop.ids.make<TenderId>(), shop.won(150'000), TenderKind::Card, {});
        };
        QCOMPARE(answerOf(second()), u"TenderInDoubt"_s); // together they would be over the limit
        must(shop->payments.answered(tender.id, DeviceAnswer::Unknown));
        QCOMPARE(answerOf(second()), u"TenderInDoubt"_s);
        must(shop->payments.answered(tender.id, DeviceAnswer::Cancelled));
        QCOMPARE(answerOf(second()), u"ok"_s);
    }

    void flow7_2_aTenderNobodyBeganIsRefused()
    {
        TestShop shop;
        QVERIFY(shop->payments.answered(shop.ids.make<TenderId>(), DeviceAnswer::Approved).refused());
    }
};

QTEST_GUILESS_MAIN(TopUpFlowsTest)
#include "TopUpFlowsTest.moc"
