#pragma once

#include "domain/Figures.h"
#include "domain/FoundOrders.h"
#include "domain/HouseOrders.h"
#include "domain/HouseWork.h"
#include "domain/MemberRequests.h"
#include "domain/MoneyBack.h"
#include "domain/Result.h"
#include "domain/Shift.h"
#include "domain/Staff.h"
#include "domain/Token.h"
#include "services/HouseDesk.h"
#include "services/LostRequest.h"
#include "services/ReservationService.h"

#include <QFuture>
#include <QPromise>
#include <functional>

namespace foyer {

class Connection;
class Services;
class Shop;

/// What only staff at a counter do, asynchronously, beside what any customer can (Shop). Refused with RoleTooLow where
/// `who` may not; asking for their PIN again is the caller's. Threads and futures as Shop's, which is the caller's and
/// lives longer.
class BoxOffice
{
public:
    explicit BoxOffice(Shop &shop) : m_shop(shop) {}

    Shop &shop() { return m_shop; }

    // sell
    QFuture<Result<IssuedToken>> serve(StaffId who); ///< a walk-up, who needs no name and no turn
    QFuture<Result<IssuedToken>> serveOwner(OrderId order, StaffId who);
    QFuture<Result<Hold>> giveAway(
        const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats, StaffId who, const QString &why);
    QFuture<Result<Hold>> block(const TokenPass &pass, HoldId hold, StaffId who, const QString &why);
    QFuture<Done> unblock(HoldId blocked, const QList<SeatIndex> &seats, StaffId who);
    QFuture<Result<QList<ReservationService::Block>>> blocked(PerformanceKey performance);
    /// Tickets of an order for the customer who is served now: void, their seats free, what they cost in this visit's
    /// wallet. At a terminal the hub does it, once the order is its to refund.
    /// A claim in the answer: the money couldn't go there, and this code is worth it.
    QFuture<Result<MoneyBack>> bringBack(const TokenPass &pass, const RefundWish &wish);
    /// Of an order put aside whose time is over: its customer isn't there, and what they paid is for staff to find.
    QFuture<Done> giveUp(const TokenPass &pass);
    /// Of a visit that has paid: what is left in its wallet, by hand.
    QFuture<Result<Tender>> payOutLeft(WalletId wallet, Money amount, StaffId who, const QString &why);

    // the drawer: who may see figures sees an open one's, others count it blind
    QFuture<Result<std::optional<Shift>>> shift(); ///< the open one
    QFuture<Result<Shift>> openShift(StaffId who, Money opening);
    QFuture<Result<DrawerMovement>> moveCash(StaffId who, Money amount, const QString &why);
    QFuture<Result<ShiftReport>> shiftReport(StaffId who);
    QFuture<Result<ShiftReport>> closeShift(StaffId who, const CashCount &counted);
    QFuture<Result<QList<Shift>>> closedShifts(qint64 before, int count); ///< as ShiftService's
    QFuture<Result<ShiftReport>> shiftReport(StaffId who, ShiftId closed);
    // find
    QFuture<Result<OrderPage>> find(
        const QList<OrderReading> &readings, const OrderCursor &from, int count, StaffId who);
    /// Of a terminal: what others of its house sold. Of a root there is none.
    QFuture<Result<HouseOrdersFound>> findElsewhere(const QString &typed, StaffId who);
    // what another machine sold, the hub is asked about: HubNeeded while it is away
    QFuture<Result<OrderFile>> open(OrderId order, StaffId who);
    QFuture<Done> setContact(OrderId order, const Contact &contact, StaffId who); ///< an empty one: forgotten
    RequestId newRequest(); ///< kept for another try where nobody knows its end
    /// With the number of its copy, as the hub counts it where it answers. The same again is counted once.
    QFuture<Result<Order>> printAgain(OrderId order, StaffId who, RequestId request);
    /// As Shop::refund(), but what the hub gave back on a code is paid for it in cash, if cash was wanted.
    QFuture<Result<MoneyBack>> refund(const RefundWish &wish);

    // members and wallets: at a terminal the hub's, refused with HubNeeded while that is away. An error of what changes
    // something there: nobody knows whether it was done; the same again soon, by the same person, is done once.
    /// By phone number, card, or the phone number's last four digits.
    QFuture<Result<MembersFound>> findMembers(const QString &typed, StaffId who);
    QFuture<Result<MemberFile>> openMember(MemberId member, StaffId who);
    QFuture<Result<MemberFile>> registerMember(const QString &phone, const QString &pin, StaffId who);
    QFuture<Result<MemberFile>> giveCard(MemberId member, const QString &code, const Consent &consent);
    QFuture<Result<MemberFile>> resetPin(MemberId member, const QString &pin, const Consent &consent);
    QFuture<Result<MemberFile>> setBlocked(MemberId member, bool blocked, const Consent &consent);
    /// The tender to ask its device with, as of FLOWS 7; the same again under its id. The member's visit at the counter
    /// is over with the answer, so that nothing is left open.
    QFuture<Result<Tender>> topUp(TenderId id, MemberId member, Money amount, TenderKind kind, StaffId who);
    /// By hand, from the drawer.
    QFuture<Result<Tender>> payOutBalance(MemberId member, Money amount, const Consent &consent);
    /// What a code is worth buys something now.
    QFuture<Result<Money>> redeem(const TokenPass &pass, const QString &code, StaffId who);
    QFuture<Result<Tender>> payClaim(const QString &code, StaffId who);
    QFuture<Result<QList<Unclaimed>>> unclaimed(StaffId who); ///< guests' money that nobody came for
    /// As the task for it is settled (SettleTask): who makes a code could take the money with it.
    QFuture<Result<Claim>> newCode(WalletId wallet, const Consent &consent);

    // figures
    /// Read a day at a time, so that what others ask comes between; a house's by its hub, HubNeeded while that is away.
    /// The future tells how far it is; cancelled, it ends soon, without a result.
    QFuture<Result<Figures>> figures(const FigureQuestion &question, StaffId who);
    /// `compose` makes the file of them, in a thread of its own. Journalled before anything is read; the file is
    /// written whole or, when cancelled, not at all.
    using Compose = std::function<Result<QByteArray>(const Figures &)>;
    QFuture<Done> exportFigures(
        const FigureQuestion &question, const Consent &consent, const QString &file, Compose compose);

    // the house: at a terminal its hub is asked, HubNeeded while that is away
    using Dates = QHash<PerformanceKey, std::shared_ptr<const OrderDate>>; ///< what the answer names, as far as known
    struct Tasks {
        HouseTasks all; ///< of a terminal also its own; while the hub is away, or refuses, these alone
        std::optional<Refused> refused = {}; ///< why the hub does
        Dates dates = {};
    };
    struct House {
        HouseView view;
        Dates dates;
    };
    bool hasHub() const; ///< else there are no terminals
    QFuture<Result<Tasks>> tasks(StaffId who);
    QFuture<Result<House>> house(StaffId who);
    /// Its id is given here. An error: nobody knows whether it was done; the same again soon, by the same person and
    /// before anybody saw its outcome, is done once.
    QFuture<Result<HouseActDone>> act(HouseAct act);

private:
    template <typename T>
    using Promise = std::shared_ptr<QPromise<Result<T>>>;
    template <typename Request, typename Answer>
    void askHub(HouseDesk::Ask<Request, Answer> HouseDesk::*how, const Request &request, const Promise<Answer> &promise,
        LostRequest<Request> *lost = nullptr);
    template <typename Request, typename Answer>
    QFuture<Result<Answer>> byHouse(const QFuture<Result<Request>> &wanted,
        HouseDesk::Ask<Request, Answer> HouseDesk::*how,
        std::function<Result<Answer>(Connection &, const Request &)> here, LostRequest<Request> *lost = nullptr);
    void fileElsewhere(const QFuture<Result<HouseOrderFile>> &asked, const Promise<OrderFile> &promise);
    QFuture<Result<MemberFile>> changed(const QFuture<Result<MemberAct>> &act);
    struct FigureRun;
    template <typename Engine>
    static void readOn(Engine &engine, const std::shared_ptr<FigureRun> &run);
    void read(const std::shared_ptr<FigureRun> &run);
    void askOn(const std::shared_ptr<FigureRun> &run);

    Shop &m_shop;
    LostRequest<HouseAct> m_lostAct;
    LostRequest<MemberAct> m_lostChange;
    LostRequest<Registration> m_lostRegistration;
    LostRequest<PayOutWish> m_lostPayOut;
    LostRequest<CodeWish> m_lostCode;
};

} // namespace foyer
