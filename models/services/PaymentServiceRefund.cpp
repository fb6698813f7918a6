#include "services/PaymentService.h"

#include "domain/JsonInput.h"
#include "services/Authority.h"
#include "services/ReservationService.h"
#include "services/Secrets.h"
#include "services/Teller.h"
#include "services/TokenService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/SaleStore.h"
#include "storage/SeatStore.h"
#include "storage/ShiftStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>

// Money on its way back by the hands of staff, already authorised: refunds ticket by ticket, payments, claim codes.
namespace foyer {

using namespace Qt::StringLiterals;

namespace {
Money minus(Money amount) { return {-amount.minor, amount.currency}; }

/// Those of an order's tickets that are asked for, whatever became of them.
Result<QList<TicketRow>> askedFor(const QList<TicketRow> &tickets, const QList<SeatIndex> &seats)
{
    if (seats.isEmpty())
        return tickets;
    for (const SeatIndex seat : seats)
        if (std::none_of(tickets.begin(), tickets.end(), [seat](const TicketRow &each) { return each.seat == seat; }))
            return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
    QList<TicketRow> asked = tickets;
    asked.removeIf([&seats](const TicketRow &each) { return !seats.contains(each.seat); });
    return asked;
}

QList<SeatIndex> seatsOf(const QList<TicketRow> &tickets)
{
    QList<SeatIndex> seats;
    for (const TicketRow &ticket : tickets)
        seats.append(ticket.seat);
    return seats;
}

/// The live ones of those asked for. What the hub refunded it is asked about again: its answer, and a guest's code in
/// it, may have been lost. But not by customers: who finds a void ticket would get the code of its money.
Result<QList<TicketRow>> refundable(const QList<TicketRow> &tickets, const RefundWish &wish)
{
    if (wish.isVoid && !wish.seats.isEmpty())
        return inputRefused(InputFault::WrongType, u"/seats"_s);
    FOYER_TRY(asked, askedFor(tickets, wish.seats));
    QList<TicketRow> live = asked, gone = asked;
    live.removeIf([](const TicketRow &each) { return !each.live; });
    gone.removeIf([](const TicketRow &each) { return each.live; });
    const bool isAllLeftWanted = wish.seats.isEmpty() && !wish.isVoid && !live.isEmpty();
    if (gone.isEmpty() || isAllLeftWanted)
        return live;
    const bool isAtHub = std::any_of(gone.begin(), gone.end(), [](const auto &each) { return each.refundedAtHub; });
    if (isAtHub && wish.who)
        return Refusal::RefundAtHub;
    return Refused{.why = Refusal::AlreadyRefunded,
        .seats = live.isEmpty() && wish.seats.isEmpty() ? QList<SeatIndex>() : seatsOf(gone)};
}

/// By which ways this money leaves, and how much of it at the most.
QList<OrderFile::Payment> waysBack(Transaction &tx, const SaleRow &sale, const RefundWish &wish, Money amount)
{
    if (wish.to)
        return {{*wish.to, amount}};
    QList<OrderFile::Payment> ways;
    if (!wish.asItCame.isEmpty())
        ways = OrderSearchStore(tx.db()).payments(sale.wallet, sale.hold);
    ways.removeIf([&wish](const OrderFile::Payment &each) { return !wish.asItCame.contains(each.kind); });
    return ways;
}
} // namespace

Result<std::optional<Claim>> PaymentService::refund(OrderId id, StaffId who, const QString &why)
{
    FOYER_TRY(back, refund({.order = id, .who = who, .why = why}));
    return back.claim;
}

Result<MoneyBack> PaymentService::refund(const RefundWish &wish)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return refund(tx, wish); });
}

Result<MoneyBack> PaymentService::refund(Transaction &tx, const RefundWish &wish)
{
    if (wish.who && wish.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    SaleStore sales(tx.db());
    const auto sale = sales.find(wish.order);
    if (!sale)
        return Refusal::OrderUnknown;
    FOYER_TRY(tickets, refundable(sales.tickets(*sale), wish));
    FOYER_CHECK(m_authority.mayRefund(tx, sale->id));
    LedgerStore ledger(tx.db());
    const auto bought = ledger.wallet(sale->wallet);
    const bool isMembers = bought && bought->member;
    if (bought && bought->blocked && (wish.to || !wish.asItCame.isEmpty() || !wish.who))
        return Refusal::WalletBlocked;
    MoneyBack back{seatsOf(tickets), {0, sale->total.currency}};
    for (const TicketRow &ticket : tickets)
        back.amount += ticket.price;
    sales.setRefunded(sale->id, back.seats);
    QJsonArray rights;
    for (const SeatRight &sold : m_reservations.takeBack(tx, sale->performance, back.seats))
        rights.append(QJsonArray{indexOf(sold.seat), sold.fence.incarnation, sold.fence.number});
    // a guest's goes to a wallet of its own: whoever has a code for what else was left keeps it
    const WalletId paidTo = isMembers || back.amount.isZero() ? sale->wallet : m_ids.make<WalletId>();
    QJsonObject told{{u"order"_s, sale->id.text()}, {u"total"_s, back.amount.minor}, {u"wallet"_s, paidTo.text()},
        {u"performance"_s, sale->performance.value}, {u"rights"_s, rights}};
    tellWho(told, wish.who, wish.why);
    if (wish.isVoid)
        told.insert(u"void"_s, true);
    tx.tell(u"refunded"_s, told);
    tx.changes().orders.insert(sale->id);
    if (back.amount.isZero())
        return back;
    ledger.openWallet({paidTo, isMembers ? bought->member : std::nullopt, {0, back.amount.currency}});
    ledger.move(m_ids.make<MovementId>(), MovementKind::Refund, m_clock.utc(), sale->id.bytes(),
        {{Account::Sales, {}, minus(back.amount)}, {Account::Wallet, paidTo, back.amount}});
    tx.changes().wallets.insert(paidTo);
    Money left = back.amount;
    for (const OrderFile::Payment &way : waysBack(tx, *sale, wish, back.amount)) {
        const Money amount = std::min(left, way.amount);
        if (!amount.isPositive())
            continue;
        if (way.kind == TenderKind::Cash && wish.who && !ShiftStore(tx.db()).open())
            return Refusal::ShiftNotOpen; // nobody answers for the drawer
        back.payOuts.append(setAside(tx, paidTo, amount, way.kind, std::nullopt));
        left = left - amount;
    }
    if (left.isPositive() && !isMembers)
        back.claim = makeClaim(tx, paidTo, left);
    return back;
}

Result<RefundRequest> PaymentService::refundRequest(const RefundWish &wish)
{
    return m_db.read([&]() -> Result<RefundRequest> {
        const auto sale = SaleStore(m_db).find(wish.order);
        if (!sale && !wish.who)
            return Refusal::OrderUnknown;
        QList<SeatIndex> seats = wish.seats;
        std::sort(seats.begin(), seats.end());
        if (sale) {
            FOYER_TRY(tickets, askedFor(SaleStore(m_db).tickets(*sale), wish.seats));
            if (std::all_of(tickets.begin(), tickets.end(),
                    [](const TicketRow &each) { return !each.live && !each.refundedAtHub; }))
                return Refusal::AlreadyRefunded;
        }
        QByteArray name = journal::head(m_db).node.bytes();
        for (const SeatIndex seat : seats) // in order
            name += QByteArray::number(indexOf(seat)) + ' ';
        if (!wish.who) // what staff refunded isn't the customer's to ask about
            name += "customer";
        // found again, whatever happens to the answer
        const RequestId request{QUuid::createUuidV5(wish.order.value, name)};
        return RefundRequest{request, wish.order, wish.who, wish.why, seats, wish.isVoid};
    });
}

Done PaymentService::noteRefund(const RefundRequest &request, const RefundAnswer &answer)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const ShiftStore shifts(tx.db());
        const auto open = shifts.open();
        if (!request.who || !open || shifts.hasTold(*shifts.find(*open), request.id))
            return done;
        QJsonArray seats;
        for (const SeatIndex seat : answer.seats)
            seats.append(indexOf(seat));
        QJsonObject body{{u"request"_s, request.id.text()}, {u"order"_s, request.order.text()},
            {u"total"_s, answer.total.minor}, {u"seats"_s, seats}};
        tellWho(body, request.who, request.why);
        if (request.isVoid)
            body.insert(u"void"_s, true);
        tx.tell(u"refundedAtHub"_s, body);
        return done;
    });
}

void PaymentService::hearRefund(Transaction &tx, const RefundNews &news)
{
    SaleStore sales(tx.db());
    const auto sale = sales.find(news.order);
    QList<TicketRow> tickets = sale ? sales.tickets(*sale) : QList<TicketRow>();
    tickets.removeIf(
        [&news](const TicketRow &each) { return !news.seats.isEmpty() && !news.seats.contains(each.seat); });
    const bool wasHeard = !tickets.isEmpty() && std::all_of(tickets.begin(), tickets.end(),
                                                    [](const auto &each) { return each.refundedAtHub; });
    if (wasHeard || journal::isHeardUntold(tx.db(), news.order, news.seats))
        return;
    tickets.removeIf([](const TicketRow &each) { return !each.live; });
    QJsonArray rights; // that are parted with
    if (!tickets.isEmpty()) {
        sales.setRefunded(sale->id, seatsOf(tickets), true);
        for (const SeatRight &sold : m_reservations.takeBack(tx, sale->performance, seatsOf(tickets))) {
            SeatStore(tx.db()).giveBack(sale->performance, sold.seat);
            rights.append(QJsonArray{indexOf(sold.seat), sold.fence.incarnation, sold.fence.number});
        }
        tx.changes().orders.insert(sale->id);
    }
    QJsonArray seats;
    for (const SeatIndex seat : news.seats)
        seats.append(indexOf(seat));
    tx.tell(u"refundHeard"_s,
        {{u"order"_s, news.order.text()}, {u"wallet"_s, news.paidTo.text()},
            {u"performance"_s, sale ? sale->performance.value : 0}, {u"rights"_s, rights}, {u"seats"_s, seats}});
}

Result<Tender> PaymentService::payOut(WalletId id, Money amount, TenderKind kind, StaffId who, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Tender> {
        const auto wallet = LedgerStore(tx.db()).wallet(id);
        if (!wallet)
            return Refusal::WalletUnknown;
        if (wallet->blocked)
            return Refusal::WalletBlocked;
        if (!amount.isPositive() || !(amount.currency == wallet->balance.currency))
            return Refusal::AmountInvalid;
        if (wallet->balance < amount)
            return Refused{.why = Refusal::InsufficientBalance, .amount = amount - wallet->balance};
        tx.tell(u"payOutByHand"_s, {{u"wallet"_s, id.text()}, {u"amount"_s, amount.minor}, {u"staff"_s, who.text()},
                                       {u"why"_s, why.trimmed()}});
        // a guest who is here; else what is left has a code, which stays good
        const auto visit = TokenStore(tx.db()).liveOfWallet(id);
        return setAside(tx, id, amount, kind, visit ? std::optional(visit->token.id) : std::nullopt);
    });
}

Result<Money> PaymentService::redeem(const TokenPass &pass, const QString &code, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Money> {
        FOYER_TRY(token, m_tokens.known(pass));
        FOYER_CHECK(m_tokens.checkAdmitted(token));
        if (journal::isClosed(tx.db())) // of an epoch that is over nobody could give it back
            return Refusal::EnrolmentOver;
        FOYER_TRY(from, claimed(tx, code));
        LedgerStore ledger(tx.db());
        const WalletId to = token.token.wallet;
        const Money amount = from.balance;
        if (from.id == to) // it is theirs already
            return amount;
        ledger.openWallet({to, token.token.member, {0, amount.currency}});
        if (ledger.wallet(to)->blocked)
            return Refusal::WalletBlocked;
        ledger.setClaimPaid(from.id, true);
        ledger.move(m_ids.make<MovementId>(), MovementKind::Redeemed, m_clock.utc(), from.id.bytes(),
            {{Account::Wallet, from.id, minus(amount)}, {Account::Wallet, to, amount}});
        tx.tell(u"redeemed"_s, {{u"wallet"_s, from.id.text()}, {u"to"_s, to.text()}, {u"amount"_s, amount.minor},
                                   {u"staff"_s, who.text()}});
        for (const WalletId wallet : {from.id, to})
            tx.changes().wallets.insert(wallet);
        return amount;
    });
}

} // namespace foyer
