#include "LossyProxy.h"
#include "RunningTerminal.h"
#include "protocol/HubMessages.h"
#include "services/BoxOffice.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/SeatStore.h"

#include <QElapsedTimer>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Terminals that run beside each other, and a hub that comes and goes: what a customer sees of it.
class HubThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house.emplace();
        m_house->setUp();
        m_house->enrol(1);
        m_house->enrol(2);
    }
    void cleanup() { m_house.reset(); }

    /// Staff at a desk, over the network: who is there, whose turn it is, and a place that a no-show leaves.
    void aDeskSeesItsHouseAndActsOnIt()
    {
        m_house->enrol(3, u"desk"_s);
        RunningTerminal kiosk(*m_house, 1), desk(*m_house, 3);
        QTRY_VERIFY_WITH_TIMEOUT(kiosk.isOnline() && desk.isOnline(), 2'000);
        BoxOffice office(*desk.shop), elsewhere(*kiosk.shop);
        const StaffMember who = got(desk.shop->staff()).constFirst();
        QCOMPARE(refusalOf(elsewhere.house(got(kiosk.shop->staff()).constFirst().id)), u"DeskOnly"_s);
        HouseAct act{.kind = HouseAct::Kind::SetLimit, .by = {who, u"one at a time"_s}, .count = 1};
        got(office.act(act));
        const HouseView house = got(office.house(who.id)).view;
        QCOMPARE(house.limit, 1);
        QCOMPARE(house.nodes.size(), 3);
        QVERIFY(house.nodes[0].isOnline && house.nodes[0].heardAt.isValid());
        QTRY_VERIFY(!got(office.house(who.id)).view.nodes[1].isOnline); // it was, a moment ago
        QVERIFY(got(office.tasks(who.id)).all.isWhole);

        kiosk.pass = got(kiosk.shop->continueAsGuest()).pass;
        const TokenPass next = got(kiosk.shop->continueAsGuest()).pass;
        got(kiosk.shop->takeSlip(kiosk.pass));
        QTRY_VERIFY(got(office.house(who.id)).view.queue.constFirst().isAway);
        act = {.kind = HouseAct::Kind::NoShow, .by = {who, {}}, .token = kiosk.pass.id};
        got(office.act(act));
        QTRY_COMPARE(refusalOf(kiosk.shop->verify(kiosk.pass)), u"TokenEnded"_s);
        QTRY_COMPARE(got(kiosk.shop->verify(next)).state, TokenState::Admitted);

        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.isOnline(), 10'000);
        QCOMPARE(refusalOf(office.house(who.id)), u"HubNeeded"_s);
        QVERIFY(!got(office.tasks(who.id)).all.isWhole);
    }

    void aSeatTakenElsewhereIsOnAnOpenMapWithinASecond()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), 2'000);
        one.pass = got(one.shop->continueAsGuest()).pass;
        two.pass = got(two.shop->continueAsGuest()).pass;
        const PerformanceOffer offer = got(two.shop->dates(two.pass)).constFirst();
        const PerformanceKey performance = offer.performance.key;
        const auto map = got(two.shop->seats(two.pass, performance));
        const int seat = int(map.shown.indexOf(SeatShown::Free));
        const Hold hold = got(one.shop->hold(one.pass, performance, {SeatIndex(seat)}));
        QCOMPARE(one.shown(performance, seat), SeatShown::Yours);
        QTRY_COMPARE_WITH_TIMEOUT(two.shown(performance, seat), SeatShown::NotHere, 1'000);
        QCOMPARE(refusalOf(two.shop->hold(two.pass, performance, {SeatIndex(seat)})), u"SeatTaken"_s);
        QTRY_COMPARE(got(two.shop->dates(two.pass)).constFirst().seatsLeft, offer.seatsLeft - 1);
        got(one.shop->release(one.pass, hold.id, {SeatIndex(seat)}));
        QCOMPARE(one.shown(performance, seat), SeatShown::Free); // in its allotment
    }

    void withoutTheHubOnlyWhatLiesHereIsSold()
    {
        m_house->allot(1, 4);
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline(), 2'000);
        one.pass = got(one.shop->continueAsGuest()).pass;
        const PerformanceOffer offer = got(one.shop->dates(one.pass)).constFirst();
        const PerformanceKey performance = offer.performance.key;
        QTRY_VERIFY(got(one.shop->seatsHere()) >= 4);
        m_house->kill();
        QTRY_COMPARE_WITH_TIMEOUT(one.shop->hubState()->reach, Reach::Offline, 2'000);
        const SeatsOfDate map = got(one.shop->seats(one.pass, performance));
        QVERIFY(map.offer.isHereOnly);
        QCOMPARE(map.offer.seatsLeft, int(map.shown.count(SeatShown::Free)));
        QVERIFY(map.offer.seatsLeft >= 4);
        const int away = int(map.shown.indexOf(SeatShown::NotHere)), here = int(map.shown.indexOf(SeatShown::Free));
        QCOMPARE(refusalOf(one.shop->hold(one.pass, performance, {SeatIndex(away)})), u"SeatsNotHere"_s);
        QCOMPARE(got(one.shop->hold(one.pass, performance, {SeatIndex(here)})).seats.size(), 1);
        m_house->start();
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline(), 20'000);
        QCOMPARE(one.shown(performance, away), SeatShown::Free);
        QVERIFY(got(one.shop->dates(one.pass)).constFirst().seatsLeft > map.offer.seatsLeft);
        QTRY_COMPARE(one.shop->hubState()->waiting, 0);
    }

    void whatIsGivenAheadArrivesWithoutBeingAskedFor()
    {
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline(), 2'000);
        const int before = got(one.shop->seatsHere());
        m_house->allot(1, 30); // of each date; the hub by itself gives fewer
        QTRY_VERIFY_WITH_TIMEOUT(got(one.shop->seatsHere()) >= before + 14, 3'000);
        QTRY_COMPARE(one.shop->hubState()->waiting, 0);
    }

    void whoIsOnlineGetsSeatsAheadByItself()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(got(one.shop->seatsHere()) > 0 && got(two.shop->seatsHere()) > 0, 12'000);
        const auto offers = got(one.shop->programme());
        for (const PerformanceOffer &offer : offers) // all of it can be had everywhere
            QVERIFY(!offer.isHereOnly);
    }

    void whatAnotherHoldsWithoutNeedIsHadAtOnce()
    {
        m_house->allot(1, 4);
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY(one.isOnline() && two.isOnline() && got(one.shop->seatsHere()) >= 4);
        const auto [performance, seat] = allottedTo(one);
        two.pass = got(two.shop->continueAsGuest()).pass;
        QTRY_COMPARE(two.shown(performance, seat), SeatShown::Free);
        QElapsedTimer took;
        took.start();
        QCOMPARE(got(two.shop->hold(two.pass, performance, {SeatIndex(seat)})).seats.size(), 1);
        QVERIFY2(took.elapsed() < 1'000, qPrintable(QString::number(took.elapsed())));
        QTRY_COMPARE(one.shown(performance, seat), SeatShown::NotHere);
    }

    void whatACustomerHasIsNotRecalled()
    {
        m_house->allot(1, 4);
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY(one.isOnline() && two.isOnline() && got(one.shop->seatsHere()) >= 4);
        const auto [performance, seat] = allottedTo(one);
        two.pass = got(two.shop->continueAsGuest()).pass;
        const Hold hold = got(one.shop->hold(one.pass, performance, {SeatIndex(seat)}));
        QTRY_COMPARE_WITH_TIMEOUT(two.shown(performance, seat), SeatShown::NotHere, 1'000);
        QCOMPARE(refusalOf(two.shop->hold(two.pass, performance, {SeatIndex(seat)})), u"SeatTaken"_s);
        QCOMPARE(one.shown(performance, seat), SeatShown::Yours);
        got(one.shop->release(one.pass, hold.id, {SeatIndex(seat)}));
        QTRY_COMPARE_WITH_TIMEOUT(two.shown(performance, seat), SeatShown::Free, 1'000);
    }

    void whoIsAwayKeepsWhatItHolds()
    {
        m_house->allot(1, 4);
        m_house->sync(1);
        const auto [performance, seat] = [&] {
            RunningTerminal one(*m_house, 1);
            return allottedTo(one);
        }();
        RunningTerminal two(*m_house, 2);
        QTRY_VERIFY(two.isOnline());
        two.pass = got(two.shop->continueAsGuest()).pass;
        QTest::qWait(4'000); // it could have come again
        QElapsedTimer took;
        took.start();
        QCOMPARE(refusalOf(two.shop->hold(two.pass, performance, {SeatIndex(seat)})), u"SeatTaken"_s);
        QVERIFY2(took.elapsed() < 1'000, qPrintable(QString::number(took.elapsed())));
        QTRY_COMPARE(two.shown(performance, seat), SeatShown::NotHere); // nobody else waits for it
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY(one.isOnline());
        QTRY_COMPARE(got(one.shop->shown(one.pass, performance, {SeatIndex(seat)})).constFirst(), SeatShown::Free);
    }

    void aTerminalThatIsRevokedStops()
    {
        m_house->allot(1, 3);
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY(one.isOnline() && got(one.shop->seatsHere()) >= 3);
        m_house->revoke(HubHouse::nameOf(1));
        QCOMPARE(refusalOf(one.shop->continueAsGuest()), u"EnrolmentOver"_s);
        QTRY_COMPARE_WITH_TIMEOUT(one.shop->hubState()->reach, Reach::Ended, 5'000);
        QTRY_COMPARE(got(one.shop->seatsHere()), 0);
        QTRY_COMPARE(HubHouse::status(m_house->hub())[u"nodes"][0][u"state"].toString(), u"Closed"_s);
    }

    void aMembersMoneyAndPlaceFollowThemToAnotherTerminal()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), 2'000);
        const QString phone = u"010-4821-0007"_s;
        const IssuedToken first = got(one.shop->registerMember(phone, u"2580"_s));
        const Tender tender =
            got(one.shop->beginTopUp(first.pass, one.shop->newTenderId(), {30'000, {}}, TenderKind::Card, {}));
        got(one.shop->tenderAnswered(tender.id, DeviceAnswer::Approved));
        QCOMPARE(got(one.shop->balance(first.pass)).amount.minor, 30'000);

        QCOMPARE(refusalOf(two.shop->signIn(phone, u"1111"_s)), u"NotAuthenticated"_s);
        const IssuedToken second = got(two.shop->signIn(phone, u"2580"_s)); // while the first visit goes on
        QCOMPARE(second.token.number.text(), first.token.number.text());
        QTRY_COMPARE(refusalOf(one.shop->verify(first.pass)), u"ContinuedElsewhere"_s);
        QTRY_COMPARE_WITH_TIMEOUT(got(two.shop->balance(second.pass)).amount.minor, 30'000, 3'000);
        QCOMPARE(refusalOf(two.shop->registerMember(phone, u"2580"_s)), u"AlreadyRegistered"_s);
    }

    void whatWasToldOfTheHubRefundsAndThisTerminalHears()
    {
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline(), 2'000);
        std::optional<StaffMember> kim, lee;
        const auto added = one.shop->inStore([&](Connection &, Services &s) -> Done {
            FOYER_TRY(manager, s.staff.add(u"Kim"_s, Role::Manager, u"?"_s));
            FOYER_TRY(clerk, s.staff.add(u"Lee"_s, Role::Clerk, u"?"_s));
            kim = manager;
            lee = clerk;
            return done;
        });
        QTRY_VERIFY(added.isFinished() && kim && lee);
        const auto buy = [&] {
            const IssuedToken guest = got(one.shop->continueAsGuest());
            const PerformanceKey date = got(one.shop->dates(guest.pass)).constFirst().performance.key;
            const auto seat = SeatIndex(int(got(one.shop->seats(guest.pass, date)).shown.indexOf(SeatShown::Free)));
            const Hold hold = got(one.shop->hold(guest.pass, date, {seat}));
            const Tender tender = got(
                one.shop->beginTopUp(guest.pass, one.shop->newTenderId(), hold.total({}), TenderKind::Card, hold.id));
            got(one.shop->tenderAnswered(tender.id, DeviceAnswer::Approved));
            return got(one.shop->pay(guest.pass, one.shop->newOrderId(), hold.id)).id;
        };
        const auto isGivenUp = [&](OrderId order) { // on its way to the hub: not this terminal's to refund any more
            bool is = false;
            const auto read = one.shop->inStore([&is, order](Connection &db, Services &) -> Done {
                return db.read([&]() -> Done {
                    is = journal::isGivenUp(db, order);
                    return done;
                });
            });
            while (!read.isFinished())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
            return is;
        };
        const auto wish = [](OrderId order, StaffId who) {
            return RefundWish{.order = order, .who = who, .why = u"ill"_s};
        };
        const auto refunded = [&](OrderId order) { // once the hub has read it all
            const auto future = one.shop->refund(wish(order, kim->id));
            const QString no = refusalOf(future);
            return no.isEmpty() ? future.result().value().claim : std::nullopt;
        };
        const OrderId order = buy();
        QTRY_VERIFY_WITH_TIMEOUT(isGivenUp(order), 3'000);
        QCOMPARE(refusalOf(one.shop->refund(wish(order, lee->id))), u"RoleTooLow"_s);
        std::optional<Claim> first;
        QTRY_VERIFY_WITH_TIMEOUT(first = refunded(order), 3'000);
        QVERIFY(first->amount.isPositive());
        QTRY_VERIFY_WITH_TIMEOUT(refusalOf(one.shop->printAgain(order, kim->id)) == u"AlreadyRefunded"_s, 3'000);
        const auto again = got(one.shop->refund(wish(order, kim->id))).claim; // the slip was lost
        QVERIFY(again && again->code != first->code);

        const OrderId other = buy();
        QTRY_VERIFY_WITH_TIMEOUT(isGivenUp(other), 3'000);
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.isOnline(), 4'000);
        QCOMPARE(refusalOf(one.shop->refund(wish(other, kim->id))), u"RefundAtHub"_s);
    }

    void offlineATerminalKnowsWhoWasThereAndRunsItsOwnLane()
    {
        RunningTerminal one(*m_house, 1), two(*m_house, 2);
        QTRY_VERIFY_WITH_TIMEOUT(one.isOnline() && two.isOnline(), 2'000);
        const QString phone = u"010-4821-0007"_s;
        const IssuedToken first = got(one.shop->registerMember(phone, u"2580"_s));
        got(one.shop->endVisit(first.pass, {}));
        m_house->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one.isOnline() && !two.isOnline(), 4'000);
        const IssuedToken alone = got(one.shop->signIn(phone, u"2580"_s));
        QVERIFY(!alone.token.number.lane.isEmpty());
        QCOMPARE(alone.token.state, TokenState::Admitted);
        QCOMPARE(refusalOf(two.shop->signIn(phone, u"2580"_s)), u"NotKnownHere"_s);
        QCOMPARE(refusalOf(two.shop->registerMember(u"010-9999-0000"_s, u"2580"_s)), u"HubNeeded"_s);
        QVERIFY(!got(two.shop->continueAsGuest()).token.number.lane.isEmpty());
    }

    void aChangedProgrammeArrives()
    {
        RunningTerminal one(*m_house, 1);
        QTRY_VERIFY(one.isOnline());
        const auto before = got(one.shop->programme());
        auto hub = Node::open(DataFolder(m_house->hub())).value();
        auto programme = hub->services().catalogue.programme().value();
        programme.season.shows[0].minutes = 123;
        QVERIFY(hub->services().catalogue.importSeason(programme.season).ok());
        const auto isNew = [&] {
            const auto offers = got(one.shop->programme());
            return std::any_of(offers.begin(), offers.end(), [](const auto &o) { return o.show.minutes == 123; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isNew(), 5'000);
        QCOMPARE(got(one.shop->programme()).size(), before.size());
    }

    /// Qt sends a POST again by itself when a server closes a kept connection without an answer.
    void aPostThatIsSentTwiceIsAnsweredOnce()
    {
        LossyProxy proxy(quint16(m_house->url().port()));
        const DataFolder folder(m_house->terminal(1));
        auto node = Node::open(folder).value();
        const SystemClock clock;
        HubClient client(proxy.url(), DeviceKey::load(folder.deviceKey(), false).value(), clock, {});
        const int epoch = HubHouse::status(folder.path())[u"epoch"].toInt();
        const auto offer = node->services().reservations.dates().value().constFirst();
        const CatalogueStore catalogue(node->db());
        const auto map = node->services().reservations.seats(offer.performance.key, {}).value();
        const auto isFree = [&](int i) { return map.shown[i] == SeatShown::NotHere && map.plan->row[i] > 20; };
        int seat = 0;
        while (!isFree(seat))
            ++seat;
        const RightsRequest wish{node->ids().make<RequestId>(), offer.performance.key, {SeatIndex(seat)},
            catalogue.planHash(offer.performance.plan)};
        const auto ask = [&]() -> Result<QJsonObject> {
            std::optional<Result<QJsonObject>> answer;
            client.post(u"/v1/rights"_s, epoch, jsonOf(wish), std::chrono::seconds(5),
                [&](const Result<QJsonObject> &json) { answer = json; });
            while (!answer)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
            return *answer;
        };
        const int given = HubHouse::status(m_house->hub())[u"nodes"][0][u"seats"].toInt();
        const auto first = ask();
        QVERIFY(first.ok());
        proxy.losses = 1;
        proxy.requests = 0;
        const auto second = ask(); // lost, and sent once more
        QVERIFY(second.ok());
        QCOMPARE(proxy.requests, 2);
        QCOMPARE(second.value(), first.value());
        QCOMPARE(HubHouse::status(m_house->hub())[u"nodes"][0][u"seats"].toInt(), given + 1);
    }

private:
    /// A seat that lies there unused, and a customer who could have it.
    static std::pair<PerformanceKey, int> allottedTo(RunningTerminal &terminal)
    {
        terminal.pass = got(terminal.shop->continueAsGuest()).pass;
        const auto node = Node::open(terminal.folder).value();
        const PlacedRight right = SeatStore(node->db()).given().constFirst();
        return {right.performance, indexOf(right.seat)};
    }

    std::optional<HubHouse> m_house;
};

QTEST_GUILESS_MAIN(HubThreadTest)
#include "HubThreadTest.moc"
