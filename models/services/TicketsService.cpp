#include "services/TicketsService.h"

#include "domain/Limits.h"
#include "domain/OrderSearch.h"
#include "domain/Sha256.h"
#include "services/PaymentService.h"
#include "services/Secrets.h"
#include "services/TokenService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/SaleStore.h"
#include "storage/TokenStore.h"

namespace foyer {

namespace {
/// Whoever shows another ticket of the order would get a code of money that isn't theirs.
QByteArray shownBy(const HouseProof &proof)
{
    return proof.token.isNull() ? sha256(proof.code.toUtf8()) : sha256(proof.token.bytes());
}
} // namespace

Result<QList<Order>> TicketsService::orders(const TicketProof &proof)
{
    FOYER_TRY(ids, m_db.read([&]() -> Result<QList<OrderId>> {
        if (!proof.pass) {
            FOYER_TRY(order, orderOf(proof.code));
            return QList<OrderId>{order};
        }
        FOYER_TRY(token, m_tokens.known(*proof.pass));
        if (!token.token.member)
            return QList<OrderId>();
        return OrderSearchStore(m_db).soonestOfWallet(token.token.wallet, m_clock.utc(), limits::ordersShown);
    }));
    QList<Order> orders;
    for (const OrderId id : ids) {
        FOYER_TRY(order, m_payments.order(id));
        orders.append(order);
    }
    return orders;
}

Result<MoneyBack> TicketsService::cancel(const TicketProof &proof, OrderId id, const QList<SeatIndex> &seats)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<MoneyBack> {
        FOYER_CHECK(checkTheirs(proof, id));
        FOYER_CHECK(checkTime(tx, SaleStore(tx.db()).find(id)->performance));
        return m_payments.refund(tx, {.order = id, .seats = seats});
    });
}

Result<Order> TicketsService::printAgain(const TicketProof &proof, OrderId id, int copyOfHub)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Order> {
        FOYER_CHECK(checkTheirs(proof, id));
        return m_payments.printAgain(tx, id, std::nullopt, copyOfHub);
    });
}

Result<std::optional<HouseProof>> TicketsService::proofAtHub(const TicketProof &proof)
{
    return m_db.read([&]() { return shown(proof); });
}

Result<std::optional<HouseProof>> TicketsService::shown(const TicketProof &proof)
{
    using Proof = std::optional<HouseProof>;
    if (!proof.pass) {
        const QString code = readingsOf(proof.code).constFirst().text; // scanned or typed, it is the same ticket
        return isSealed(code) ? Result<Proof>(HouseProof{{}, code}) : Refusal::TicketUnknown;
    }
    FOYER_TRY(token, m_tokens.known(*proof.pass));
    return token.token.member ? Proof(HouseProof{token.token.id}) : Proof();
}

Result<OrdersElsewhere> TicketsService::elsewhere(const MyTickets &found)
{
    OrdersElsewhere rest{.isWhole = found.isWhole};
    for (const HouseOrderFile &file : found.orders) {
        FOYER_TRY(isHere, m_db.read([&]() -> Result<bool> { return SaleStore(m_db).find(file.id).has_value(); }));
        if (isHere)
            continue;
        const auto order = m_payments.orderOf(file);
        if (order.ok())
            rest.orders.append(order.value());
        else if (order.refused()) // its date isn't known here yet
            rest.isWhole = false;
        else
            return Failure(order);
    }
    return rest;
}

Result<RefundRequest> TicketsService::cancelRequest(const TicketProof &proof, const RefundWish &wish, RequestId id)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<RefundRequest> {
        FOYER_TRY(mine, admitted(proof));
        HubLinkStore::Refund refund{id, wish.order, wish.seats};
        std::sort(refund.seats.begin(), refund.seats.end());
        const RequestId asked = HubLinkStore(tx.db()).askRefund(refund, shownBy(mine));
        return RefundRequest{
            .id = asked, .order = wish.order, .who = {}, .why = {}, .seats = refund.seats, .proof = mine};
    });
}

Result<std::optional<RefundRequest>> TicketsService::unanswered(const TicketProof &proof)
{
    return m_db.read([&]() -> Result<std::optional<RefundRequest>> {
        FOYER_TRY(mine, shown(proof));
        const auto asked = mine ? HubLinkStore(m_db).refundAsked(shownBy(*mine)) : std::nullopt;
        if (!asked)
            return std::optional<RefundRequest>();
        return std::optional(RefundRequest{
            .id = asked->request, .order = asked->order, .who = {}, .why = {}, .seats = asked->seats, .proof = *mine});
    });
}

Done TicketsService::cancelAnswered(RequestId request)
{
    return m_db.write(m_clock, [request](Transaction &tx) -> Done {
        HubLinkStore(tx.db()).forgetRefund(request);
        return done;
    });
}

Result<MyTicketsPrint> TicketsService::printRequest(const TicketProof &proof, OrderId id, RequestId request)
{
    return m_db.write(m_clock, [&](Transaction &) -> Result<MyTicketsPrint> {
        FOYER_TRY(mine, admitted(proof));
        return MyTicketsPrint{request, id, mine};
    });
}

/// Whoever waits for their turn does nothing yet.
Result<HouseProof> TicketsService::admitted(const TicketProof &proof)
{
    if (proof.pass)
        FOYER_CHECK(m_tokens.admitted(*proof.pass));
    FOYER_TRY(mine, shown(proof));
    return mine ? Result<HouseProof>(*mine) : Refusal::OrderUnknown;
}

Done TicketsService::checkTime(Transaction &tx, PerformanceKey key)
{
    const auto performance = CatalogueStore(tx.db()).performance(key);
    const HouseSettings &settings = tx.settings();
    if (performance && mayCancel(*performance, tx.clock().utc(), settings.cancelBefore))
        return done;
    const QDateTime until = performance ? cancelEnd(*performance, settings.cancelBefore) : QDateTime();
    return Refused{.why = Refusal::CancelTooLate,
        .until = until.isValid() ? until.toTimeZone(QTimeZone(settings.timeZone)) : until};
}

/// The seal first, which only this house can make and which is compared in constant time; then whether the ticket that
/// bears it is one that lives.
Result<OrderId> TicketsService::orderOf(const QString &code)
{
    const OrderReading reading = readingsOf(code).constFirst();
    if (reading.kind != OrderReading::Kind::Ticket || !m_secrets.ticketCodeFits(reading.text))
        return Refusal::TicketUnknown;
    const auto order = OrderSearchStore(m_db).byTicket(reading.ticket, reading.text);
    if (!order)
        return Refusal::TicketUnknown;
    const SaleStore sales(m_db);
    const QList<TicketRow> tickets = sales.tickets(*sales.find(*order));
    const bool isLive = std::any_of(tickets.begin(), tickets.end(),
        [&reading](const TicketRow &each) { return each.live && each.id == reading.ticket; });
    return isLive ? Result<OrderId>(*order) : Refusal::AlreadyRefunded;
}

Done TicketsService::checkTheirs(const TicketProof &proof, OrderId id)
{
    if (!proof.pass) {
        FOYER_TRY(order, orderOf(proof.code));
        return order == id ? Done(done) : Refusal::OrderUnknown;
    }
    FOYER_TRY(token, m_tokens.admitted(*proof.pass));
    const auto sale = SaleStore(m_db).find(id);
    return sale && token.token.member && sale->wallet == token.token.wallet ? Done(done) : Refusal::OrderUnknown;
}

} // namespace foyer
