#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
SeatingPlan biggerHall()
{
    SeatingPlan plan = TestShop::smallHall();
    plan.rows[5].seatCount = 6;
    plan.x.append(60);
    plan.y.append(60);
    plan.category.append(1);
    plan.row.append(5);
    plan.kind.append(SeatKind::Wheelchair);
    plan.number.append(u"6"_s);
    plan.guid.append(u"5-5"_s);
    return plan;
}

qint64 planOf(TestShop &shop, const QString &id)
{
    return shop.number("SELECT plan FROM performance WHERE id = ?", {id});
}

SeasonPerformance &named(Season &season, const QString &id)
{
    for (SeasonPerformance &performance : season.performances)
        if (performance.id == id)
            return performance;
    qFatal("no such performance");
}
} // namespace

/// What files bring: plans and seasons, all of a file or nothing of it.
class CatalogueServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importingTwiceChangesNothing()
    {
        TestShop shop;
        shop.takeChanges();
        const QByteArray before = dumpHash(shop.file());
        QVERIFY(!must(shop->catalogue.importPlan(TestShop::smallHall())).changed());
        QVERIFY(!must(shop->catalogue.importSeason(TestShop::season())).changed());
        QCOMPARE(dumpHash(shop.file()), before); // so no journal entry either
        QVERIFY(shop.takeChanges().isEmpty());
    }

    void aChangedPlanIsANewVersionForWhatNobodyHasARightTo()
    {
        TestShop shop;
        const qint64 old = planOf(shop, u"tonight"_s);
        shop.hold(shop.guest(), {0}, u"tonight"_s);
        const Imported imported = must(shop->catalogue.importPlan(biggerHall()));
        QCOMPARE(imported.plans, 1);
        QCOMPARE(imported.performances, 4);
        QCOMPARE(planOf(shop, u"tonight"_s), old);
        QVERIFY(planOf(shop, u"tomorrow"_s) != old);
        QCOMPARE(shop.seatsLeft(u"tonight"_s), 29);
        QCOMPARE(shop.seatsLeft(u"tomorrow"_s), 31);
        QCOMPARE(shop.entries(u"plan"_s), 2);
        QCOMPARE(audit(shop), QString());
        QVERIFY(!must(shop->catalogue.importSeason(TestShop::season())).changed()); // tonight keeps its plan
        shop.hold(shop.guest(), {30}, u"tomorrow"_s);
        QCOMPARE(audit(shop), QString());
    }

    void whatWasSoldOnceKeepsItsPlanAlsoAfterARefund()
    {
        TestShop shop;
        const OrderId order = shop.sold({29});
        must(shop->payments.refund(order, {}, u"?"_s));
        SeatingPlan smaller = TestShop::smallHall();
        for (int i = 0; i < 5; ++i) {
            for (QList<float> *list : {&smaller.x, &smaller.y})
                list->removeLast();
            smaller.category.removeLast();
            smaller.row.removeLast();
            smaller.kind.removeLast();
            smaller.number.removeLast();
            smaller.guid.removeLast();
        }
        smaller.rows.removeLast();
        const qint64 old = planOf(shop, u"tonight"_s);
        must(shop->catalogue.importPlan(smaller));
        QCOMPARE(planOf(shop, u"tonight"_s), old);
        QCOMPARE(must(shop->payments.order(order)).tickets[0].name.row, u"F"_s);
        Season season = TestShop::season();
        season.performances.removeFirst();
        QCOMPARE(answerOf(shop->catalogue.importSeason(season)), u"PerformanceHasSales"_s);
        QCOMPARE(answerOf(shop->payments.order(order)), u"ok"_s);
    }

    void seasonRefusalsNameTheirPlace_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("value");
        QTest::newRow("plan") << u"UnknownPlan"_s << u"/houses/0/plan"_s << u"elsewhere"_s;
        QTest::newRow("category") << u"UnknownCategory"_s << u"/performances/1/prices/2/category"_s << u"VIP"_s;
        QTest::newRow("currency") << u"OtherCurrency"_s << u"/currency"_s << u"USD"_s;
    }

    void seasonRefusalsNameTheirPlace()
    {
        QFETCH(QString, fault);
        QFETCH(QString, place);
        QFETCH(QString, value);
        TestShop shop;
        shop.member(); // somebody's wallet is in the house's currency
        Season season = TestShop::season();
        season.settings.seatsPerOrder = 3; // must not stay when the file is refused
        if (fault == u"UnknownPlan"_s)
            season.houses[0].planId = value;
        else if (fault == u"UnknownCategory"_s)
            season.performances[1].prices[2].category = value;
        else
            season.settings.currency = *Currency::fromCode(value);
        const QByteArray before = dumpHash(shop.file());
        const auto no = shop->catalogue.importSeason(season);
        QCOMPARE(refusal(no).why, Refusal::BadInput);
        QCOMPARE(nameOf(refusal(no).fault), fault);
        QCOMPARE(refusal(no).place, place);
        QCOMPARE(refusal(no).value, value);
        QCOMPARE(dumpHash(shop.file()), before);
    }

    void aPerformanceThatIsOnSaleToSomebodyIsntChanged_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"price", "start", "cancelled", "removed"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void aPerformanceThatIsOnSaleToSomebodyIsntChanged()
    {
        QFETCH(QString, what);
        const auto change = [&](Season &season) {
            SeasonPerformance &tomorrow = named(season, u"tomorrow"_s);
            if (what == u"price"_s)
                tomorrow.prices[0].amount = TestShop::won(1);
            else if (what == u"start"_s)
                tomorrow.startsAt = tomorrow.startsAt.addSecs(3600);
            else if (what == u"cancelled"_s)
                tomorrow.state = PerformanceState::Cancelled;
            else
                season.performances.removeIf([](const SeasonPerformance &p) { return p.id == u"tomorrow"_s; });
        };
        Season season = TestShop::season();
        change(season);
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0}, u"tomorrow"_s);
        const auto no = shop->catalogue.importSeason(season);
        QCOMPARE(refusal(no).why, Refusal::PerformanceHasSales);
        QCOMPARE(refusal(no).place, what == u"removed"_s ? u"/performances"_s : u"/performances/1"_s);
        QCOMPARE(refusal(no).value, u"tomorrow"_s);
        must(shop->reservations.release(pass, hold.id, {})); // nobody has a right any more
        QCOMPARE(must(shop->catalogue.importSeason(season)).performances, 1);
        QCOMPARE(audit(shop), QString());
    }

    void whatIsOverAndSoldIsHistory()
    {
        TestShop shop;
        shop.sold({0});
        shop.clock.setUtc(QDateTime({2026, 11, 25}, {11, 0}, Qt::UTC));
        Season season = TestShop::season();
        season.performances.removeFirst();
        QVERIFY(!must(shop->catalogue.importSeason(season)).changed());
        QVERIFY(!shop.performance(u"tonight"_s).isNull());
    }

    void aTicketTypeNoLongerNamedIsNoLongerTheDefault()
    {
        TestShop shop;
        Season season = TestShop::season();
        season.ticketTypes.removeFirst(); // adult
        for (SeasonPerformance &performance : season.performances)
            performance.prices = {{u"R"_s, u"youth"_s, TestShop::won(20'000)}};
        must(shop->catalogue.importSeason(season));
        const TokenPass pass = shop.guest();
        QCOMPARE(must(shop->reservations.seats(shop.performance(), pass.id)).types.constFirst().id, u"youth"_s);
        QCOMPARE(shop.hold(pass, {0}).total({}), TestShop::won(20'000));
        QVERIFY(!must(shop->catalogue.importSeason(season)).changed());
    }

    void settingsComeWithTheSeasonAndListenersHearOfIt()
    {
        TestShop shop;
        Season season = TestShop::season();
        season.settings.seatsPerOrder = 2;
        shop.takeChanges();
        QCOMPARE(must(shop->catalogue.importSeason(season)).other, 1);
        QCOMPARE(must(shop->catalogue.settings()), season.settings);
        const ChangeSet changes = shop.takeChanges();
        QVERIFY(changes.settings && changes.catalogue);
        QCOMPARE(answerOf(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({0, 1, 2}))),
            u"OrderLimit"_s);
    }
};

QTEST_GUILESS_MAIN(CatalogueServiceTest)
#include "CatalogueServiceTest.moc"
