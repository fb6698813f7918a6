#include "items/TicketsModel.h"
#include "services/Node.h"
#include "support/DemoShop.h"
#include "support/TellingAuthority.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const QString phone = u"01048210007"_s;
} // namespace

/// A customer's own orders on a screen: a member's, or those of the ticket that somebody holds.
class TicketsModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    QList<PerformanceOffer> m_offers; ///< of the hall, in a day at the earliest

    TicketsModel &tickets() { return m_shop->visit().tickets(); }
    VisitModel &visit() { return m_shop->visit(); }
    void openShop(std::unique_ptr<Authority> authority = std::make_unique<RootAuthority>())
    {
        m_shop = std::make_unique<DemoShop>(*m_folder, SimulatorScript{}, std::move(authority));
        m_offers = DemoShop::must(m_shop->shop().programme());
        const QDateTime tomorrow = SystemClock().utc().addDays(1);
        m_offers.removeIf([&](const PerformanceOffer &offer) {
            return offer.house.id != u"hall" || !offer.isBookable() || offer.performance.startsAt < tomorrow;
        });
        QTRY_VERIFY(!visit().settings().name.isEmpty());
    }
    QList<SeatIndex> free(const PerformanceOffer &offer, int count)
    {
        const auto beside = DemoShop::must(m_shop->shop().continueAsGuest()).pass;
        const SeatsOfDate date = DemoShop::must(m_shop->shop().seats(beside, offer.performance.key));
        DemoShop::must(m_shop->shop().endVisit(beside, {}));
        QList<SeatIndex> seats;
        for (qint32 i = 0; seats.size() < count; ++i)
            if (date.shown[i] == SeatShown::Free)
                seats.append(SeatIndex{i});
        return seats;
    }
    Order buy(int offer, int seats, const QString &by = {})
    {
        return m_shop->sellBeside(m_offers[offer].performance.key, free(m_offers[offer], seats), by);
    }
    void signIn()
    {
        visit().touch();
        visit().signIn(phone, u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Dates, 10'000);
    }
    void openAsMember()
    {
        signIn();
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
    }
    void openByCode(const QString &code)
    {
        visit().scanTicket(code);
        QTRY_COMPARE(visit().step(), Step::Tickets);
    }
    /// As the hub tells of an order that another machine sold: of this date, this seat.
    HouseOrderFile elsewhere(int offer, SeatIndex seat, qint64 price = 30'000)
    {
        HouseOrderFile file{.id = m_shop->shop().newOrderId(), .number = u"2026-B000007"_s, .machine = u"Kiosk 2"_s};
        file.soldAt = SystemClock().utc();
        file.performance = m_offers[offer].performance.key;
        file.total = price;
        file.isMembers = true;
        file.tickets.append({TicketId{file.id.value}, seat, {}, price});
        return file;
    }
    /// A member who signed in where others sold as well, once `desk` is told what.
    TellingAuthority &openWithHub()
    {
        auto authority = std::make_unique<TellingAuthority>();
        TellingAuthority &hub = *authority;
        openShop(std::move(authority));
        return hub;
    }
    void online(TellingAuthority &hub, const HouseDesk &desk)
    {
        hub.desk = desk;
        if (!hub.desk.refund)
            hub.desk.refund = [](const RefundRequest &, const auto &) {};
        m_shop->shop().setHubState({Reach::Online, SystemClock().utc(), 0});
    }
    int refunds() const { return int(m_shop->journal(u"refunded"_s).count(u"\"order\"")); }
    Refusal problem() { return visit().problem() ? visit().problem()->refused->why : Refusal::OutOfService; }

private Q_SLOTS:
    void initTestCase() { m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1); }
    void init() { openShop(); }
    void cleanup() { m_shop.reset(); }

    void whateverIsDoneTheListIsAModel()
    {
        const Order later = buy(1, 1, phone), sooner = buy(0, 2, phone);
        QAbstractItemModelTester tester(&tickets(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        openAsMember();
        QCOMPARE(tickets().rowCount(), 2);
        QCOMPARE(tickets().index(0).data(TicketsModel::OrderRole).toUuid(), sooner.id.value);
        QCOMPARE(tickets().index(1).data(), later.number);
        QCOMPARE(tickets().index(0).data(TicketsModel::StartRole).toDateTime(), sooner.performance.startsAt);
        QCOMPARE(tickets().index(0).data(TicketsModel::LiveRole), 2);
        QSignalSpy rows(&tickets(), &QAbstractItemModel::dataChanged);
        tickets().toggle(sooner.tickets[1].seat);
        tickets().askCancel();
        tickets().cancel();
        QTRY_VERIFY(tickets().back());
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.constFirst().constFirst().toModelIndex().row(), 0);
        QCOMPARE(tickets().index(0).data(TicketsModel::LiveRole), 1);
        visit().back();
        QCOMPARE(visit().step(), Step::Dates);
        QCOMPARE(tickets().rowCount(), 0);
    }

    void whatIsChosenIsWhatIsCancelled()
    {
        const Order order = buy(0, 3, phone);
        openAsMember();
        QCOMPARE(tickets().seats().size(), 3); // nothing chosen: all
        QCOMPARE(tickets().worth(), order.total);
        tickets().toggle(order.tickets[2].seat);
        tickets().toggle(order.tickets[0].seat);
        tickets().toggle(order.tickets[2].seat);
        tickets().toggle(SeatIndex{-1}); // no ticket of it
        QCOMPARE(tickets().seats(), QList<SeatIndex>{order.tickets[0].seat});
        QCOMPARE(tickets().worth(), order.tickets[0].price);
        tickets().cancel(); // nobody was asked
        QVERIFY(!tickets().isBusy());
        tickets().askCancel();
        QVERIFY(tickets().isAsking());
        tickets().toggle(order.tickets[1].seat); // what is asked about stays what it is
        QCOMPARE(tickets().seats().size(), 1);
        visit().back(); // from the question, not from the step
        QVERIFY(!tickets().isAsking());
        QCOMPARE(visit().step(), Step::Tickets);
        QCOMPARE(refunds(), 0);
        tickets().askCancel();
        tickets().cancel();
        tickets().cancel(); // pressed twice
        QVERIFY(visit().isBusy());
        visit().back();
        visit().startOver();
        QTRY_VERIFY(!visit().isBusy());
        QCOMPARE(visit().step(), Step::Tickets);
        QCOMPARE(tickets().back()->seats, QList<SeatIndex>{order.tickets[0].seat});
        QCOMPARE(refunds(), 1);
        QVERIFY(!tickets().order()->tickets[0].isLive && tickets().order()->tickets[1].isLive);
        tickets().toggle(order.tickets[0].seat); // it is void
        QCOMPARE(tickets().seats().size(), 2);
        QVERIFY(m_shop->audit().clean());
        const TokenPass pass = DemoShop::must(m_shop->shop().signIn(phone, u"2580"_s)).pass;
        QCOMPARE(DemoShop::must(m_shop->shop().balance(pass)).amount, order.tickets[0].price);
    }

    void anotherOrderIsAnotherChoice()
    {
        const Order later = buy(1, 2, phone), sooner = buy(0, 2, phone);
        openAsMember();
        tickets().toggle(sooner.tickets[0].seat);
        tickets().askCancel();
        tickets().show(1);
        QVERIFY(!tickets().isAsking());
        QCOMPARE(tickets().order()->id, later.id);
        QCOMPARE(tickets().seats().size(), 2);
        tickets().cancel();
        QVERIFY(!tickets().isBusy());
        tickets().show(7);
        QCOMPARE(tickets().row(), 1);
    }

    void whoHoldsATicketGoesOnByTheOthersOnceItIsVoid()
    {
        const Order order = buy(0, 2, phone); // a member's: their money gives no code
        openByCode(order.tickets[0].code);
        QVERIFY(!visit().isMember() && tickets().order()->isMembers);
        tickets().toggle(order.tickets[0].seat);
        tickets().askCancel();
        tickets().cancel();
        QTRY_VERIFY(tickets().back());
        tickets().askCancel();
        QCOMPARE(tickets().seats(), QList<SeatIndex>{order.tickets[1].seat});
        tickets().cancel();
        QTRY_COMPARE(refunds(), 2);
        QTRY_VERIFY(!visit().isBusy());
        QCOMPARE(tickets().order()->state, OrderState::Refunded);
        QVERIFY(!tickets().canPrint() && !tickets().canCancel());
        visit().back();
        QTRY_COMPARE(visit().step(), Step::Attract);
        visit().scanTicket(order.tickets[1].code);
        QTRY_COMPARE(problem(), Refusal::AlreadyRefunded);
        QCOMPARE(visit().step(), Step::SignIn);
        QVERIFY(m_shop->audit().clean());
    }

    void aGuestsCodeIsShownBeforeTheyGo()
    {
        const Order order = buy(0, 2);
        openByCode(order.tickets[0].code);
        tickets().askCancel();
        tickets().cancel();
        QTRY_COMPARE(visit().step(), Step::Farewell);
        QVERIFY(visit().claim() && visit().claim()->amount == order.total);
        QCOMPARE(tickets().rowCount(), 0);
        visit().finish();
        QTRY_COMPARE(visit().step(), Step::Attract);
        QVERIFY(!visit().claim() && !visit().order());
        QVERIFY(m_shop->audit().clean());
    }

    void aWrongCodeOpensNothing()
    {
        QString code = buy(0, 1).tickets[0].code;
        code.back() = code.back() == u'7' ? u'8' : u'7';
        visit().scanTicket(code);
        QTRY_COMPARE(problem(), Refusal::TicketUnknown);
        QCOMPARE(visit().step(), Step::SignIn);
        QCOMPARE(tickets().rowCount(), 0);
    }

    void aGuestsVisitHasNoTickets()
    {
        const QString code = buy(0, 1).tickets[0].code;
        visit().touch();
        visit().continueAsGuest();
        QTRY_COMPARE(visit().step(), Step::Dates);
        visit().openTickets();
        QVERIFY(!visit().isBusy());
        visit().scanTicket(code); // not in the middle of a purchase
        QVERIFY(!visit().isBusy());
        QCOMPARE(visit().step(), Step::Dates);
    }

    void aMemberWithoutTicketsIsShownThat()
    {
        visit().touch();
        visit().wantRegistration();
        visit().registerMember(phone, u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Dates, 10'000);
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QVERIFY(!tickets().order() && !tickets().canPrint() && !tickets().canCancel());
        tickets().askCancel();
        tickets().printAgain();
        QVERIFY(!tickets().isAsking() && !visit().isBusy());
        visit().back();
        QCOMPARE(visit().step(), Step::Dates);
    }

    void printedAgainTheVisitGoesOn()
    {
        const Order order = buy(0, 2, phone);
        openAsMember();
        tickets().printAgain();
        tickets().printAgain(); // pressed twice, printed once
        QTRY_COMPARE(visit().step(), Step::Ticket);
        QCOMPARE(visit().order()->copy, 2);
        QVERIFY(visit().canBuyAnother());
        visit().buyAnother();
        QCOMPARE(visit().step(), Step::Dates);
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        tickets().printAgain();
        QTRY_COMPARE(visit().step(), Step::Ticket);
        QCOMPARE(visit().order()->copy, 3);
        visit().finish();
        QTRY_COMPARE(visit().step(), Step::Attract);
        openByCode(order.tickets[1].code);
        tickets().printAgain();
        QTRY_COMPARE(visit().step(), Step::Ticket);
        QCOMPARE(visit().order()->copy, 4);
        QVERIFY(!visit().canBuyAnother());
        visit().finish();
        QTRY_COMPARE(visit().step(), Step::Attract);
        QVERIFY(!visit().order() && tickets().rowCount() == 0);
    }

    void tooLateIsSaidBeforeAnybodyAsks()
    {
        const Order order = buy(0, 1, phone);
        m_shop->changeSeason([](Season &season) { season.settings.cancelBefore = std::chrono::hours(24 * 27); });
        QTRY_VERIFY(visit().settings().cancelBefore == std::chrono::hours(24 * 27));
        openAsMember();
        QCOMPARE(tickets().whyNot()->why, Refusal::CancelTooLate);
        QCOMPARE(tickets().whyNot()->until, order.performance.startsAt.addDays(-27));
        QVERIFY(tickets().canPrint() && !tickets().canCancel());
        tickets().askCancel();
        QVERIFY(!tickets().isAsking());
    }

    void aHouseThatNeverLetsThemSaysNoTime()
    {
        buy(0, 1, phone);
        m_shop->changeSeason([](Season &season) { season.settings.cancelBefore.reset(); });
        QTRY_VERIFY(!visit().settings().cancelBefore);
        openAsMember();
        QVERIFY(tickets().whyNot() && !tickets().whyNot()->until.isValid());
    }

    void whatWasCancelledElsewhereIsReadAgain()
    {
        const Order order = buy(0, 2, phone);
        openAsMember();
        const TicketProof other{std::nullopt, order.tickets[1].code};
        DemoShop::must(m_shop->shop().cancel(other, order.id, {order.tickets[0].seat}));
        tickets().askCancel();
        tickets().cancel();
        QTRY_COMPARE(problem(), Refusal::AlreadyRefunded);
        QTRY_VERIFY(!tickets().order()->tickets[0].isLive);
        QVERIFY(tickets().order()->tickets[1].isLive);
        QCOMPARE(refunds(), 1);
    }

    /// Law 10: what this terminal may not refund any more the hub does; who can't be asked is told of in a customer's
    /// words.
    void whatIsTheHubsToCancelItIsAsked()
    {
        auto authority = std::make_unique<TellingAuthority>();
        HouseDesk &desk = authority->desk;
        openShop(std::move(authority));
        const Order order = buy(0, 2);
        m_shop->shop().setHubState({Reach::Online, SystemClock().utc(), 0});
        openByCode(order.tickets[0].code);
        QList<RefundRequest> requests;
        const auto tryWith = [&](const Result<RefundAnswer> &answer) {
            desk.refund = [&requests, answer](const RefundRequest &request, const auto &then) {
                requests.append(request);
                then(answer);
            };
            tickets().askCancel();
            tickets().cancel();
            return QTest::qWaitFor([this] { return !visit().isBusy(); });
        };
        tickets().toggle(order.tickets[1].seat);
        QVERIFY(tryWith(Error{Error::Kind::Unreachable, {}}));
        QCOMPARE(problem(), Refusal::CancelNotNow);
        QVERIFY(tryWith(Refusal::RefundAtSeller));
        QCOMPARE(problem(), Refusal::CancelNotNow);
        QVERIFY(tryWith(Refusal::CancelTooLate));
        QCOMPARE(problem(), Refusal::CancelTooLate);
        const QList<SeatIndex> seats{order.tickets[1].seat};
        QVERIFY(tryWith(RefundAnswer{order.id, order.tickets[1].price, false, u"7KQ4-MW2P-9DXA"_s, seats}));
        QTRY_COMPARE(visit().step(), Step::Farewell);
        QCOMPARE(visit().claim()->code, u"7KQ4-MW2P-9DXA"_s);
        QCOMPARE(requests.size(), 4);
        for (const RefundRequest &request : std::as_const(requests)) {
            QVERIFY(!request.who && !request.isVoid);
            QCOMPARE(request.seats, seats);                 // exactly what was confirmed
            QCOMPARE(request.id, requests.constFirst().id); // asked again it is the same
        }
        QCOMPARE(refunds(), 0); // here
    }

    /// What this kiosk sold is there at once; the rest joins it without taking anything out of anybody's hands.
    void whatOtherMachinesSoldComesBeside()
    {
        TellingAuthority &hub = openWithHub();
        const Order later = buy(1, 2, phone);
        const SeatIndex seat = free(m_offers[0], 1).constFirst();
        QAbstractItemModelTester tester(&tickets(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        signIn();
        QList<MyTicketsWish> wishes;
        std::function<void(const Result<MyTickets> &)> answer;
        HouseDesk desk;
        desk.tickets = [&](const MyTicketsWish &wish, const auto &then) {
            wishes.append(wish);
            answer = then;
        };
        online(hub, desk);
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QTRY_VERIFY(answer);
        QCOMPARE(tickets().rowCount(), 1);
        QVERIFY(tickets().isReading() && tickets().isWhole() && !tickets().isBusy());
        QVERIFY(!wishes.constFirst().proof.token.isNull());
        tickets().toggle(later.tickets[1].seat);
        tickets().askCancel();

        HouseOrderFile own; // which this kiosk knows better
        own.id = later.id;
        own.performance = later.performance.key;
        HouseOrderFile unknown = elsewhere(0, SeatIndex(0)); // of a date that isn't here yet
        unknown.performance = {999'999};
        const HouseOrderFile sooner = elsewhere(0, seat);
        answer(MyTickets{{own, sooner}});
        QTRY_COMPARE(tickets().rowCount(), 2);
        QVERIFY(!tickets().isReading() && tickets().isWhole());
        QCOMPARE(tickets().index(0).data(TicketsModel::OrderRole).toUuid(), sooner.id.value);
        QCOMPARE(tickets().order()->id, later.id); // it stays in front
        QCOMPARE(tickets().order()->tickets.size(), 2);
        QVERIFY(tickets().isAsking());
        QCOMPARE(tickets().seats(), QList{later.tickets[1].seat});
        tickets().keep();
        tickets().show(0);
        QCOMPARE(tickets().worth().minor, 30'000);
        QVERIFY(tickets().canCancel() && tickets().canPrint());

        visit().back();
        visit().openTickets();
        QTRY_COMPARE(wishes.size(), 2);
        QTRY_COMPARE(visit().step(), Step::Tickets);
        answer(MyTickets{{unknown}});
        QTRY_VERIFY(!tickets().isWhole());
        QCOMPARE(tickets().rowCount(), 1);
        visit().back();
        visit().openTickets();
        QTRY_COMPARE(wishes.size(), 3);
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QVERIFY(tickets().isWhole()); // what was said is over
        answer(Error{Error::Kind::Unreachable, {}});
        QTRY_VERIFY(!tickets().isWhole());
        QCOMPARE(tickets().rowCount(), 1);
        QVERIFY(!visit().problem()); // a sentence is enough
    }

    void whatComesWhenTheyHaveGoneIsNobodys()
    {
        TellingAuthority &hub = openWithHub();
        buy(1, 1, phone);
        const HouseOrderFile file = elsewhere(0, free(m_offers[0], 1).constFirst());
        signIn();
        std::function<void(const Result<MyTickets> &)> answer;
        HouseDesk desk;
        desk.tickets = [&](const MyTicketsWish &, const auto &then) { answer = then; };
        online(hub, desk);
        visit().openTickets();
        QTRY_VERIFY(answer);
        QTRY_COMPARE(visit().step(), Step::Tickets);
        visit().startOver();
        QTRY_VERIFY(visit().step() != Step::Tickets);
        answer(MyTickets{{file}});
        QTest::qWait(200);
        QCOMPARE(tickets().rowCount(), 0);
        QVERIFY(!tickets().isReading() && tickets().isWhole());
    }

    void whatAnotherMachineSoldIsCancelledAndPrintedThroughTheHub()
    {
        TellingAuthority &hub = openWithHub();
        const TokenPass first = DemoShop::must(m_shop->shop().registerMember(phone, u"2580"_s)).pass;
        DemoShop::must(m_shop->shop().endVisit(first, {})); // who bought nothing here
        const SeatIndex seat = free(m_offers[0], 1).constFirst();
        signIn();
        const HouseOrderFile file = elsewhere(0, seat);
        QList<RefundRequest> cancels;
        QList<MyTicketsPrint> prints;
        bool isLost = true;
        HouseDesk desk;
        desk.tickets = [&](const MyTicketsWish &, const auto &then) { then(MyTickets{{file}}); };
        desk.refund = [&](const RefundRequest &request, const auto &then) {
            cancels.append(request);
            if (isLost)
                then(Error{Error::Kind::Unreachable, {}});
            else
                then(RefundAnswer{file.id, {30'000, {}}, true, {}, {seat}});
        };
        desk.printTickets = [&](const MyTicketsPrint &print, const auto &then) {
            prints.append(print);
            HouseOrderFile copy = file;
            copy.copy = 5;
            if (isLost)
                then(Error{Error::Kind::Unreachable, {}});
            else
                then(copy);
        };
        online(hub, desk);
        visit().openTickets();
        QTRY_COMPARE(tickets().rowCount(), 1);
        QCOMPARE(tickets().order()->number, file.number);

        tickets().printAgain();
        QTRY_COMPARE(problem(), Refusal::TicketsNotNow);
        const auto cancel = [&] {
            tickets().askCancel();
            tickets().cancel();
            return QTest::qWaitFor([this] { return !visit().isBusy(); });
        };
        QVERIFY(cancel());
        QCOMPARE(problem(), Refusal::CancelNotNow);
        isLost = false;
        QVERIFY(cancel());
        QVERIFY(tickets().back());
        QCOMPARE(tickets().back()->amount.minor, 30'000);
        QVERIFY(!tickets().order()->tickets[0].isLive);
        QCOMPARE(cancels.size(), 2);
        QCOMPARE(cancels[1].id, cancels[0].id); // asked again it is the same
        QCOMPARE(cancels[0].seats, QList{seat});
        QVERIFY(!cancels[0].who && cancels[0].proof && !cancels[0].proof->token.isNull());
        QCOMPARE(refunds(), 0); // here

        visit().back();
        visit().openTickets();
        QTRY_COMPARE(tickets().rowCount(), 1);
        tickets().printAgain();
        QTRY_COMPARE(visit().step(), Step::Ticket);
        QCOMPARE(visit().order()->copy, 5);
        QCOMPARE(visit().order()->number, file.number);
        QCOMPARE(prints.size(), 2);
        QCOMPARE(prints[1].id, prints[0].id);
    }

    void aTicketOfAnotherMachineIsFoundAtTheHub()
    {
        TellingAuthority &hub = openWithHub();
        const Order sample = buy(0, 1);
        const HouseOrderFile file = elsewhere(0, free(m_offers[0], 1).constFirst());
        const auto node = Node::open(DataFolder(m_shop->path()));
        const QString code = node.value()->secrets().ticketCode(file.tickets[0].id.bytes());
        Result<MyTickets> said = MyTickets{{file}};
        int asked = 0;
        HouseDesk desk;
        desk.tickets = [&](const MyTicketsWish &wish, const auto &then) {
            ++asked;
            QCOMPARE(wish.proof.code, code);
            then(said);
        };
        online(hub, desk);
        const auto refused = [&](const QString &scanned) {
            visit().scanTicket(scanned);
            return QTest::qWaitFor([this] { return !visit().isBusy() && visit().problem(); });
        };
        said = Refusal::TicketUnknown;
        QVERIFY(refused(code));
        QCOMPARE(problem(), Refusal::TicketUnknown);
        said = Error{Error::Kind::Unreachable, {}};
        QVERIFY(refused(code));
        QCOMPARE(problem(), Refusal::TicketsNotNow);
        said = Refusal::AlreadyRefunded;
        QVERIFY(refused(code));
        QCOMPARE(problem(), Refusal::AlreadyRefunded);
        QCOMPARE(asked, 3);
        QString forged = code;
        forged.back() = forged.back() == u'2' ? u'3' : u'2';
        QVERIFY(refused(forged));
        QCOMPARE(problem(), Refusal::TicketUnknown);
        QCOMPARE(asked, 3); // what this house never sealed isn't asked for
        said = MyTickets{{file}};
        openByCode(code);
        QCOMPARE(tickets().order()->id, file.id);
        visit().startOver();
        QTRY_VERIFY(visit().step() != Step::Tickets);
        openByCode(sample.tickets[0].code);
        QCOMPARE(tickets().order()->id, sample.id);
        QCOMPARE(asked, 4); // nor what was sold here
    }
};

QTEST_GUILESS_MAIN(TicketsModelTest)
#include "TicketsModelTest.moc"
