#include "domain/EnumName.h"
#include "domain/Hold.h"
#include "domain/Right.h"
#include "domain/Tender.h"
#include "domain/Visit.h"

#include <QSet>
#include <QtTest>

using namespace foyer;

/// The law's tables, written down a second time from DESIGN 4 and FLOWS: what isn't listed here must not be possible.
/// Each pair of a state and an event is a row of its own, named "state, event".
class TablesTest : public QObject
{
    Q_OBJECT

    template <typename State, typename Event>
    struct Way {
        State from;
        Event event;
        State to;
    };

    template <typename State, typename Event>
    static void everyPair(const QList<State> &states, const QList<Event> &events, const QList<Way<State, Event>> &ways)
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("to"); // -1: no way
        for (State from : states)
            for (Event event : events) {
                const auto way = std::find_if(
                    ways.begin(), ways.end(), [&](const auto &w) { return w.from == from && w.event == event; });
                QTest::addRow("%s, %s", qPrintable(nameOf(from)), qPrintable(nameOf(event)))
                    << int(from) << int(event) << (way == ways.end() ? -1 : int(way->to));
            }
    }

    template <typename State, typename Event>
    static void compare()
    {
        QFETCH(int, from);
        QFETCH(int, event);
        QFETCH(int, to);
        const std::optional<State> actual = next(static_cast<State>(from), static_cast<Event>(event));
        const std::optional<State> expected = to < 0 ? std::nullopt : std::optional(static_cast<State>(to));
        QVERIFY2(actual == expected, qPrintable(actual ? nameOf(*actual) : QStringLiteral("no way")));
    }

    template <typename Enum>
    static QList<Enum> allFrom(int first, Enum last)
    {
        QList<Enum> all;
        for (int i = first; i <= int(last); ++i)
            all << static_cast<Enum>(i);
        return all;
    }

    static QList<Step> steps() { return allFrom(0, Step::StaffEnrol); }
    static QList<VisitEvent> events() { return allFrom(0, VisitEvent::EnrolWanted); }

private Q_SLOTS:
    void aHoldLapsesUnlessItIsBeingPaidOrStaffSetItAside_data()
    {
        using S = HoldState;
        using E = HoldEvent;
        everyPair<S, E>(allFrom(1, S::Blocked), allFrom(0, E::Block),
            {
                {S::Held, E::BeginTender, S::Paying},
                {S::Held, E::Pay, S::Sold},
                {S::Held, E::Lapse, S::Released},
                {S::Held, E::Release, S::Released},
                {S::Held, E::Block, S::Blocked},
                {S::Blocked, E::Release, S::Released},
                {S::Paying, E::TenderEnded, S::Held},
            });
    }
    void aHoldLapsesUnlessItIsBeingPaidOrStaffSetItAside() { compare<HoldState, HoldEvent>(); }

    void aTenderEndsWithOneAnswerAndUnknownIsNone_data()
    {
        using S = TenderState;
        using A = DeviceAnswer;
        everyPair<S, A>(allFrom(1, S::Cancelled), allFrom(1, A::Unknown),
            {
                {S::Open, A::Approved, S::Approved},
                {S::Open, A::Declined, S::Declined},
                {S::Open, A::Cancelled, S::Cancelled},
                {S::Open, A::Unknown, S::InDoubt},
                {S::InDoubt, A::Approved, S::Approved},
                {S::InDoubt, A::Declined, S::Declined},
                {S::InDoubt, A::Cancelled, S::Cancelled},
                {S::InDoubt, A::Unknown, S::InDoubt},
            });
    }
    void aTenderEndsWithOneAnswerAndUnknownIsNone() { compare<TenderState, DeviceAnswer>(); }

    void aVisitGoesAsTheFlowsSay_data()
    {
        using S = Step;
        using E = VisitEvent;
        QList<Way<S, E>> ways{
            {S::Attract, E::Touched, S::SignIn},
            {S::SignIn, E::RegisterWanted, S::Register},
            {S::SignIn, E::Back, S::Attract},
            {S::Register, E::Back, S::SignIn},
            {S::Queue, E::Admitted, S::Dates},
            {S::Queue, E::LeftWithSlip, S::Attract}, // 2.5
            {S::Dates, E::DateChosen, S::Seats},
            {S::Dates, E::TicketsWanted, S::Tickets},
            {S::SignIn, E::TicketsWanted, S::Tickets}, // by the code of one
            {S::Tickets, E::Back, S::Dates},
            {S::Tickets, E::PrintAgain, S::Ticket},
            {S::Seats, E::SeatsChosen, S::Checkout},
            {S::Seats, E::Back, S::Dates},
            {S::Seats, E::HoldLapsed, S::Seats},
            {S::Checkout, E::Paid, S::Ticket},
            {S::Wallet, E::Paid, S::Ticket}, // 8.5: what was paid is shown, whatever came first
            {S::Seats, E::Paid, S::Ticket},
            {S::Checkout, E::WalletWanted, S::Wallet}, // 8.3
            {S::Checkout, E::TenderBegun, S::Tender},
            {S::Checkout, E::Back, S::Seats},
            {S::Checkout, E::HoldLapsed, S::Seats},
            {S::Wallet, E::TenderBegun, S::Tender},
            {S::Wallet, E::Back, S::Checkout},
            {S::Wallet, E::HoldLapsed, S::Seats},
            {S::Tender, E::TenderEnded, S::Checkout}, // 8.3: the same checkout goes on
            {S::Ticket, E::Finished, S::Attract},
            {S::Farewell, E::Finished, S::Attract},
            {S::Farewell, E::IdleOut, S::Attract},
            {S::OutOfService, E::Repaired, S::Attract},
            {S::Attract, E::StaffWanted, S::StaffSignIn},
            {S::OutOfService, E::StaffWanted, S::StaffSignIn},
            {S::StaffSignIn, E::StaffKnown, S::StaffCorner},
            {S::StaffCorner, E::PrintAgain, S::Ticket},
            {S::StaffCorner, E::EnrolWanted, S::StaffEnrol},
            {S::StaffEnrol, E::Back, S::StaffCorner},
            {S::Ticket, E::TakenOut, S::OutOfService},
        };
        for (S issuing : {S::SignIn, S::Register, S::Ticket}) { // 2.4, and 8.7 'buy another'
            ways << Way<S, E>{issuing, E::Issued, S::Queue};
            ways << Way<S, E>{issuing, E::Admitted, S::Dates};
        }
        const QList<S> visiting{
            S::SignIn, S::Register, S::Queue, S::Dates, S::Tickets, S::Seats, S::Wallet, S::Checkout, S::Ticket};
        for (S step : visiting) {
            ways << Way<S, E>{step, E::StartOver, S::Attract};
            ways << Way<S, E>{step, E::IdleOut, S::Attract};
            ways << Way<S, E>{step, E::MoneyLeft, S::Farewell}; // 8.6
            if (step != S::Ticket)                              // 8.7: the ticket screen goes by order, not by token
                ways << Way<S, E>{step, E::TokenLost, S::SignIn};
        }
        for (S step : {S::StaffSignIn, S::StaffCorner, S::StaffEnrol}) {
            ways << Way<S, E>{step, E::StartOver, S::Attract};
            ways << Way<S, E>{step, E::IdleOut, S::Attract};
            ways << Way<S, E>{step, E::TakenOut, S::OutOfService};
        }
        for (S step : steps())
            ways << Way<S, E>{step, E::Broken, S::OutOfService}; // DESIGN 7
        everyPair(steps(), events(), ways);
    }
    void aVisitGoesAsTheFlowsSay() { compare<Step, VisitEvent>(); }

    void nothingThatACustomerDoesLeavesATender()
    {
        QList<VisitEvent> out;
        for (VisitEvent event : events())
            if (next(Step::Tender, event))
                out << event;
        QCOMPARE(out, QList<VisitEvent>({VisitEvent::TenderEnded, VisitEvent::Broken}));
    }

    void everyStepCanBeReachedFromTheStart()
    {
        QSet<int> reached{int(Step::Attract)};
        for (qsizetype before = 0; before != reached.size();) {
            before = reached.size();
            for (int from : QSet<int>(reached))
                for (VisitEvent event : events())
                    if (const auto to = next(static_cast<Step>(from), event))
                        reached << int(*to);
        }
        QCOMPARE(reached.size(), steps().size());
    }

    void noStepIsADeadEnd()
    {
        for (Step step : steps()) {
            bool goesOn = false;
            for (VisitEvent event : events()) {
                const auto to = next(step, event);
                goesOn |= to && *to != step && *to != Step::OutOfService;
            }
            QVERIFY2(goesOn, qPrintable(nameOf(step)));
        }
    }

    void everyStepButTheTenderMakesWayForTheNextCustomer()
    {
        for (Step step : steps())
            if (step != Step::Attract && step != Step::Tender && step != Step::OutOfService)
                QVERIFY2(next(step, VisitEvent::IdleOut) == Step::Attract, qPrintable(nameOf(step)));
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "TablesTest.moc"
