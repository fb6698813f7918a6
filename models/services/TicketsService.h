#pragma once

#include "domain/Clock.h"
#include "domain/HouseOrders.h"
#include "domain/MoneyBack.h"
#include "domain/Order.h"
#include "domain/Result.h"
#include "domain/Token.h"
#include "services/Secrets.h"

namespace foyer {

class Connection;
class PaymentService;
class TokenService;
class Transaction;
struct SaleRow;

/// A customer's own tickets: who is signed in as a member, or holds one of them, sees their orders, prints them again
/// and cancels what the house's rule lets them. In the thread of its connection.
class TicketsService
{
public:
    TicketsService(
        Connection &db, const Clock &clock, const Secrets &secrets, TokenService &tokens, PaymentService &payments)
        : m_db(db), m_clock(clock), m_secrets(secrets), m_tokens(tokens), m_payments(payments)
    {
    }

    /// A member's, those still to come first, limits::ordersShown at most; or the one of a ticket, which is refused
    /// with TicketUnknown, or AlreadyRefunded when it is void. Also on a read-only connection.
    Result<QList<Order>> orders(const TicketProof &proof);

    /// Void, seats free, the money in the order's wallet, a guest's on a code. Whose it isn't is told OrderUnknown.
    Result<MoneyBack> cancel(const TicketProof &proof, OrderId order, const QList<SeatIndex> &seats);
    /// `copyOfHub`: the number that the hub gave this print; 0: it is counted here.
    Result<Order> printAgain(const TicketProof &proof, OrderId order, int copyOfHub = 0);

    // At a terminal, of what other machines sold
    /// As its hub can prove it: nothing of a guest's pass; TicketUnknown where this house never sealed the code.
    Result<std::optional<HouseProof>> proofAtHub(const TicketProof &proof);
    /// As this machine would have them, but for what it sold itself.
    Result<OrdersElsewhere> elsewhere(const MyTickets &found);
    /// Until it is answered the same wish is the same request, `id` that of the first (law 4), also after a restart.
    /// OrderUnknown: nothing is shown.
    Result<RefundRequest> cancelRequest(const TicketProof &proof, const RefundWish &wish, RequestId id);
    /// What was asked by this ticket and not answered.
    Result<std::optional<RefundRequest>> unanswered(const TicketProof &proof);
    Done cancelAnswered(RequestId request);
    /// Also of what was sold here.
    Result<MyTicketsPrint> printRequest(const TicketProof &proof, OrderId order, RequestId id);

    bool isSealed(const QString &code) const { return m_secrets.ticketCodeFits(code); } ///< by this house

    /// The house's rule, the same wherever it is asked: CancelTooLate.
    static Done checkTime(Transaction &tx, PerformanceKey performance);

private:
    Result<OrderId> orderOf(const QString &code);
    Result<std::optional<HouseProof>> shown(const TicketProof &proof);
    Result<HouseProof> admitted(const TicketProof &proof);
    Done checkTheirs(const TicketProof &proof, OrderId order);

    Connection &m_db;
    const Clock &m_clock;
    const Secrets &m_secrets;
    TokenService &m_tokens;
    PaymentService &m_payments;
};

} // namespace foyer
