#include "support/DemoShop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <numeric>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// A visit through its models alone, on a real shop: what any screen may rely on, whatever it looks like.
class VisitModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1); }

    void init() { m_shop = std::make_unique<DemoShop>(*m_folder); }
    void cleanup() { m_shop.reset(); }

    void everyModelKeepsItsRowsThroughAWholePurchase()
    {
        VisitModel &visit = m_shop->visit();
        QList<QAbstractItemModel *> models{
            &visit.programme(), &visit.dates(), &visit.seats(), &visit.checkout(), &visit.wallet()};
        for (QAbstractItemModel *model : models)
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        chooseTwoSeats();
        buy();
        QCOMPARE(visit.order()->tickets.size(), 2);
        QVERIFY(!visit.problem());
        QCOMPARE(visit.seats().rowCount(), 0);
        QCOMPARE(visit.checkout().rowCount(), 0);
    }

    void flow8_3_theSameCheckoutGoesOnByItselfAfterExactlyWhatWasMissing()
    {
        chooseTwoSeats();
        const Money total = m_shop->visit().checkout().total();
        QCOMPARE(m_shop->visit().checkout().missing(), total);
        QVERIFY(!m_shop->visit().checkout().isPayable());
        buy();
        QCOMPARE(m_shop->visit().order()->total, total);
    }

    void flow8_5_whatIsPaidIsShownAlsoWhenItsHoldIsGoneFirst()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        bool told = false; // by a list of seats that was read between the payment's commit and its answer
        connect(&visit.checkout(), &CheckoutModel::changed, this, [&] {
            if (visit.checkout().isBusy() && !std::exchange(told, true))
                Q_EMIT visit.seats().holdLost({});
        });
        buy();
        QVERIFY(told);
        QCOMPARE(visit.order()->tickets.size(), 2);
        QVERIFY(!visit.problem());
    }

    void flow8_4_nothingLeavesATenderButItsAnswer()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        visit.checkout().confirmAge();
        visit.pay(TenderKind::Card);
        QTRY_COMPARE(visit.step(), Step::Tender);
        visit.back();
        visit.startOver();
        visit.finish();
        QCOMPARE(visit.step(), Step::Tender);
        QTRY_COMPARE_WITH_TIMEOUT(visit.step(), Step::Ticket, 10'000);
    }

    void flow5_4_leavingLetsGoOfTheSeats()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        const PerformanceKey performance = visit.seats().date()->offer.performance.key;
        const int free = leftOf(performance);
        visit.startOver();
        QTRY_COMPARE(visit.step(), Step::Attract);
        QTRY_COMPARE(leftOf(performance), free + 2);
    }

    void flow1_4_theOldScreenEndsWhenAMemberContinuesElsewhere()
    {
        VisitModel &visit = m_shop->visit();
        visit.touch();
        visit.wantRegistration();
        visit.registerMember(u"010-4821-0007"_s, u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit.step(), Step::Dates, 10'000);
        DemoShop::must(m_shop->shop().signIn(u"01048210007"_s, u"2580"_s));
        QTRY_COMPARE(visit.step(), Step::SignIn);
        QCOMPARE(visit.problem()->refused->why, Refusal::ContinuedElsewhere);
    }

    void flow4_3_aSeatTakenElsewhereChangesOnTheOpenMap()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        visit.back();
        const PerformanceKey performance = visit.seats().date()->offer.performance.key;
        const SeatIndex wanted = firstFree(2);
        visit.clearProblem();
        QSignalSpy changed(&visit.seats(), &SeatMapModel::seatsChanged);
        m_shop->setAdmissionLimit(2);
        const TokenPass other = DemoShop::must(m_shop->shop().continueAsGuest()).pass;
        const auto held = m_shop->shop().hold(other, performance, {wanted});
        QTRY_VERIFY(held.isFinished()); // its two jobs meet in this thread
        QVERIFY(held.result().ok());
        QTRY_COMPARE(visit.seats().shown(wanted), SeatShown::Taken);
        QVERIFY(!changed.isEmpty());
    }

    void flow4_1_anOpenMapStaysOpenWhenAnotherProgramWrites()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        visit.back();
        const SeatIndex wanted = firstFree(2);
        QSignalSpy reset(&visit.seats(), &SeatMapModel::modelReset), lost(&visit.seats(), &SeatMapModel::holdLost);
        m_shop->setAdmissionLimit(2);
        m_shop->holdBeside(visit.seats().date()->offer.performance.key, wanted);
        QTRY_COMPARE(visit.seats().shown(wanted), SeatShown::Taken);
        QVERIFY(reset.isEmpty() && lost.isEmpty());
        QCOMPARE(visit.seats().hold()->seats.size(), 2);
    }

    void flow4_1_aSeatThatTheDatesNewPlanLacksIsDroppedWithTheOldPlan()
    {
        VisitModel &visit = m_shop->visit();
        visit.touch();
        QTRY_VERIFY(!visit.settings().name.isEmpty());
        visit.continueAsGuest();
        QTRY_VERIFY(visit.step() == Step::Dates && visit.dates().isLoaded());
        const auto isUntouched = [](const PerformanceOffer &offer) {
            return offer.isBookable() && offer.house.id == demoHouseId(DemoHouse::Hall) &&
                   offer.seatsLeft == offer.performance.capacity;
        };
        const QList<PerformanceOffer> offers = visit.dates().offers();
        const auto untouched = std::find_if(offers.begin(), offers.end(), isUntouched);
        QVERIFY(untouched != offers.end());
        visit.chooseDate(untouched->performance.key);
        QTRY_VERIFY(visit.seats().date());
        const SeatIndex last{visit.seats().date()->plan->seatCount() - 1};
        m_shop->changePlan(DemoHouse::Hall, demoPlan(DemoHouse::Cellar)); // a much smaller one
        visit.seats().toggle(last);
        Q_EMIT m_shop->shop().changes().committed({.everything = true}); // the map is read again behind the choice
        QTRY_VERIFY(visit.seats().date()->plan->seatCount() < indexOf(last));
        QTRY_VERIFY(visit.problem());
        QTest::qWait(100); // for what is still on its way
        QVERIFY(!visit.seats().isAsking());
        const QList<int> &free = visit.seats().freeByCategory();
        QCOMPARE(std::accumulate(free.begin(), free.end(), 0), visit.seats().rowCount());
    }

    void flow5_1_seatsAreExchangedTogetherOrNotAtAll_data()
    {
        QTest::addColumn<int>("seatsPerOrder");
        QTest::addColumn<bool>("somebodyIsQuicker");
        QTest::newRow("as wished") << 8 << false;
        QTest::newRow("as many as an order may have") << 3 << false;
        QTest::newRow("one is taken: nothing is lost") << 8 << true;
        QTest::newRow("one is taken, in an order of three: nothing is lost either") << 3 << true;
    }
    void flow5_1_seatsAreExchangedTogetherOrNotAtAll()
    {
        QFETCH(int, seatsPerOrder);
        QFETCH(bool, somebodyIsQuicker);
        m_shop->changeSeason([&](Season &season) {
            season.settings.seatsPerOrder = seatsPerOrder;
            season.settings.admissionLimit = 2;
        });
        m_shop->restart();
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        visit.back();
        const auto held = [&] {
            QSet<SeatIndex> seats;
            if (const auto hold = visit.seats().hold())
                for (const HeldSeat &seat : hold->seats)
                    seats.insert(seat.seat);
            return seats;
        };
        const QSet<SeatIndex> before = held();
        const QList<SeatIndex> others{firstFree(10), firstFree(11)};
        if (somebodyIsQuicker)
            m_shop->holdBeside(visit.seats().date()->offer.performance.key, others[1]);
        visit.chooseSeats(others);
        QCOMPARE(visit.seats().shown(others[0]), SeatShown::Yours); // at once
        if (somebodyIsQuicker) {
            QTRY_VERIFY(visit.problem() && visit.problem()->refused->why == Refusal::SeatTaken);
            QTRY_COMPARE(visit.seats().shown(others[0]), SeatShown::Free);
            QTRY_COMPARE(visit.seats().shown(others[1]), SeatShown::Taken);
            QTRY_COMPARE(held(), before);
            QVERIFY(!visit.offeredSeat());              // one seat is no help to two
            QCOMPARE(visit.seats().before().size(), 1); // the last choice that came true
            visit.seats().toggle(firstFree(12));
            QTRY_VERIFY(!visit.problem()); // who found another seat needn't read it any longer
        } else {
            QTRY_COMPARE(held(), QSet<SeatIndex>(others.begin(), others.end()));
            for (const SeatIndex seat : before)
                QTRY_COMPARE(visit.seats().shown(seat), SeatShown::Free);
        }
        QVERIFY(m_shop->audit().clean());
    }

    void flow3_1_theNextCustomersDatesAreReadForThem()
    {
        chooseTwoSeats();
        VisitModel &visit = m_shop->visit();
        visit.back();
        visit.back();
        QCOMPARE(visit.step(), Step::Dates);
        QVERIFY(visit.dates().isLoaded()); // one's own stay while they are read again
        visit.startOver();
        QTRY_COMPARE(visit.step(), Step::Attract);
        QVERIFY(!visit.dates().isLoaded());
        QCOMPARE(visit.dates().rowCount(), 0);
    }

    void nothingOfACustomerStaysInTheModels()
    {
        chooseTwoSeats();
        buy();
        VisitModel &visit = m_shop->visit();
        visit.finish();
        QTRY_COMPARE(visit.step(), Step::Attract);
        QVERIFY(!visit.order() && !visit.isMember() && !visit.claim());
        QVERIFY(!visit.queue().place() && visit.queue().slipCode().isEmpty());
        QCOMPARE(visit.wallet().rowCount(), 0);
        QVERIFY(!visit.checkout().balance());
    }

private:
    SeatIndex firstFree(int after)
    {
        const SeatsOfDate &date = *m_shop->visit().seats().date();
        int skipped = 0;
        for (qint32 i = 0; i < date.plan->seatCount(); ++i)
            if (date.shown[i] == SeatShown::Free && skipped++ == after)
                return SeatIndex{i};
        return SeatIndex{-1};
    }

    int leftOf(PerformanceKey performance)
    {
        for (const PerformanceOffer &offer : DemoShop::must(m_shop->shop().programme()))
            if (offer.performance.key == performance)
                return offer.seatsLeft;
        return -1;
    }

    void chooseTwoSeats()
    {
        VisitModel &visit = m_shop->visit();
        visit.touch();
        visit.continueAsGuest();
        QTRY_COMPARE(visit.step(), Step::Dates);
        QTRY_VERIFY(visit.dates().isLoaded());
        for (const PerformanceOffer &offer : visit.dates().offers())
            if (offer.isBookable() && visit.step() == Step::Dates)
                visit.chooseDate(offer.performance.key);
        QTRY_VERIFY(visit.seats().date());
        visit.seats().toggle(firstFree(0));
        QTRY_VERIFY(visit.seats().hold());
        visit.seats().toggle(firstFree(0));
        QTRY_COMPARE(visit.seats().hold()->seats.size(), 2);
        visit.confirmSeats();
        QCOMPARE(visit.step(), Step::Checkout);
        QTRY_VERIFY(visit.checkout().balance());
    }

    void buy()
    {
        VisitModel &visit = m_shop->visit();
        visit.checkout().confirmAge();
        visit.pay(TenderKind::Card);
        QTRY_COMPARE_WITH_TIMEOUT(visit.step(), Step::Ticket, 15'000);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
};

QTEST_GUILESS_MAIN(VisitModelTest)
#include "VisitModelTest.moc"
