#pragma once

#include "domain/DayTotals.h"
#include "domain/Deliver.h"
#include "domain/HouseSettings.h"
#include "domain/HubState.h"
#include "domain/MoneyBack.h"
#include "domain/Order.h"
#include "domain/Result.h"
#include "domain/Seats.h"
#include "domain/Staff.h"
#include "domain/Token.h"
#include "domain/VisitMoney.h"
#include "services/Authority.h"
#include "services/Changes.h"
#include "services/LostRequest.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QMutex>
#include <functional>
#include <memory>

namespace foyer {

class BoxOffice;
class Connection;
class Services;

/// One node, asynchronously: the services on their store thread, a second thread for reads, the authority between two
/// jobs. All calls from, and all signals in, the thread that opened it; no call waits. A future always finishes, but
/// for a hold whose authority never answers; take results with deliver().
class Shop : public QObject
{
    Q_OBJECT
public:
    /// Opens a data folder that was set up before, owns it until destroyed, and recovers from the run before.
    static Result<std::unique_ptr<Shop>> open(
        const QString &dataDir, const Clock &clock, std::unique_ptr<Authority> authority);
    ~Shop() override;

    const Clock &clock() const;
    Changes &changes();
    /// As the run before left the screen: whoever opens a window shows it from its first picture on.
    const ScreenState &screenAtStart() const;

    QFuture<Result<HouseSettings>> settings();
    /// What is on, for everybody; what can be booked is asked with a token.
    QFuture<Result<QList<PerformanceOffer>>> programme();

    // FLOWS 1, 2
    QFuture<Result<IssuedToken>> signIn(const QString &phone, const QString &pin);
    QFuture<Result<IssuedToken>> signInByCard(const QString &code, const QString &pin);
    QFuture<Result<IssuedToken>> registerMember(const QString &phone, const QString &pin);
    QFuture<Result<IssuedToken>> continueAsGuest();
    QFuture<Result<IssuedToken>> buyAnother(const TokenPass &pass);
    QFuture<Result<IssuedToken>> comeBack(const TokenPass &pass);
    QFuture<Result<Token>> takeSlip(const TokenPass &pass);
    QFuture<Result<Token>> verify(const TokenPass &pass); ///< somebody is there: their token lives on
    QFuture<Result<QueuePlace>> place(const TokenPass &pass);

    // FLOWS 3, 4, 5
    QFuture<Result<QList<PerformanceOffer>>> dates(const TokenPass &pass);
    QFuture<Result<SeatsOfDate>> seats(const TokenPass &pass, PerformanceKey performance);
    QFuture<Result<QList<SeatShown>>> shown(
        const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats);
    QFuture<Result<Hold>> hold(const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats,
        const QList<SeatIndex> &instead = {});
    QFuture<Result<Hold>> release(const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats);
    QFuture<Result<Hold>> prolong(const TokenPass &pass, HoldId hold);
    QFuture<Result<Hold>> setTicketType(const TokenPass &pass, HoldId hold, SeatIndex seat, TicketTypeKey type);

    // FLOWS 6, 7, 8
    QFuture<Result<Balance>> balance(const TokenPass &pass);
    QFuture<Result<Tender>> beginTopUp(
        const TokenPass &pass, TenderId id, Money amount, TenderKind kind, std::optional<HoldId> hold);
    QFuture<Result<TenderOutcome>> tenderAnswered(TenderId tender, DeviceAnswer answer, bool isWatched = true);
    QFuture<Result<QList<Tender>>> openTenders();
    QFuture<Result<Order>> pay(const TokenPass &pass, OrderId order, HoldId hold);
    QFuture<Result<Order>> orderByDigits(const QString &digits);
    QFuture<Result<VisitEnd>> endVisit(const TokenPass &pass, const QList<TenderKind> &devices);
    // a customer's own tickets
    /// A member's that were sold here, at once; or a ticket's, wherever it was sold: TicketsNotNow.
    QFuture<Result<QList<Order>>> tickets(const TicketProof &proof);
    QFuture<Result<OrdersElsewhere>> ticketsElsewhere(const TicketProof &proof);
    QFuture<Result<MoneyBack>> cancel(const TicketProof &proof, OrderId order, const QList<SeatIndex> &seats);
    /// What was cancelled by this ticket without an answer, perhaps by an earlier run: its money; nothing: there is
    /// none.
    QFuture<Result<std::optional<MoneyBack>>> lostCancel(const TicketProof &proof);
    QFuture<Result<Order>> printAgain(const TicketProof &proof, OrderId order);
    OrderId newOrderId();
    TenderId newTenderId();

    // staff
    QFuture<Result<StaffMember>> authorise(const QString &name, const QString &pin, StaffAction action);
    /// By the hub where it is the hub's by now: then a guest has a code, wherever the money was to go.
    QFuture<Result<MoneyBack>> refund(const RefundWish &wish);
    QFuture<Result<QList<StaffMember>>> staff();
    QFuture<Done> callStaff();
    QFuture<Done> takeBackCall();
    // by somebody who is signed in; refused when the role is too low
    QFuture<Done> setAdmissionLimit(int limit, StaffId who);
    QFuture<Done> setOutOfService(bool out, StaffId who);
    QFuture<Result<Order>> printAgain(OrderId order, StaffId who);
    QFuture<Result<DayTotals>> totals();

    /// Work of what keeps this node in agreement with others, on the store thread; from any thread.
    QFuture<Done> inStore(std::function<Done(Connection &, Services &)> work);
    /// How a terminal stands with its hub, as told by what talks to it; nothing at a root.
    const std::optional<HubState> &hubState() const { return m_hubState; }
    void setHubState(const HubState &state);
    /// How buyers want to be found, as staff noted it here and the hub doesn't know yet.
    void tellContacts();
    QFuture<Result<int>> seatsHere(); ///< that can be sold without the hub
    /// The authority's answer to a request, from any thread; late, twice or never.
    void authorityAnswered(const RightsAnswer &answer);
    /// It won't answer this request, and says why; likewise.
    void authorityRefused(RequestId request, const Refused &why);

Q_SIGNALS:
    void hubStateChanged();
    /// The node can't be trusted to go on: selling stops, the data is kept, the reason is in the log.
    void broken(const foyer::Error &error);

private:
    friend class BoxOffice;
    class Engine;
    explicit Shop(std::unique_ptr<Engine> engine);
    using Alone = std::function<Result<IssuedToken>(Services &)>;
    void enter(const TokenRequest &wanted, const std::shared_ptr<QPromise<Result<IssuedToken>>> &promise, Alone alone);
    QFuture<Result<IssuedToken>> signInBy(std::function<Result<SignInRequest>(Services &)> request, const QString &pin,
        std::function<QFuture<Result<IssuedToken>>()> alone);
    void keepMember(
        const Member &member, const QString &pin, const std::shared_ptr<QPromise<Result<IssuedToken>>> &promise);
    QFuture<Result<MoneyBack>> elseAtHub(const QFuture<Result<MoneyBack>> &here, const RefundWish &wish);
    QFuture<Result<IssuedToken>> aloneOrUnknown(const QFuture<Result<IssuedToken>> &issued);
    template <typename Request, typename Answer, typename Then>
    void askHouse(const HouseDesk::Ask<Request, Answer> &ask, const Request &request, Then then);
    void cancelAtHub(
        const TicketProof &proof, const RefundWish &wish, const std::shared_ptr<QPromise<Result<MoneyBack>>> &promise);
    void sendCancel(const RefundRequest &request, const std::shared_ptr<QPromise<Result<MoneyBack>>> &promise);
    void printCounted(const TicketProof &proof, OrderId order, const Result<HouseOrderFile> &counted,
        const std::shared_ptr<QPromise<Result<Order>>> &promise);
    template <typename T>
    void handOn(const QFuture<Result<T>> &from, const std::shared_ptr<QPromise<Result<T>>> &to);

    struct WaitingHold {
        TokenPass pass;
        std::shared_ptr<QPromise<Result<Hold>>> promise; ///< null: nobody waits
    };
    /// From any thread.
    class WaitingHolds
    {
    public:
        void add(RequestId request, const WaitingHold &hold);
        WaitingHold take(RequestId request);

    private:
        QMutex m_mutex;
        QHash<RequestId, WaitingHold> m_holds;
    };
    WaitingHolds m_waiting; ///< before the engine, whose threads use it
    std::unique_ptr<Engine> m_engine;
    Changes m_changes;
    std::optional<HubState> m_hubState;
    LostRequest<MyTicketsPrint> m_lostPrint;
    bool m_isTelling = false;   ///< contacts
    OrderId m_toldTo;           ///< of them, in this round: what the hub refuses is told again in the next
    QDeadlineTimer m_tellAgain; ///< it is due
    bool m_hasUntold = true;    ///< as far as is known
};

} // namespace foyer
