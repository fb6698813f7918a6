#include "services/PaymentService.h"

#include "domain/BusinessDay.h"
#include "services/Authority.h"
#include "services/ReservationService.h"
#include "services/Secrets.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/DayStore.h"
#include "storage/LedgerStore.h"
#include "storage/SaleStore.h"
#include "storage/SeatStore.h"

// What staff do with money, already authorised: refunds, claims, tenders in doubt.
namespace foyer {

using namespace Qt::StringLiterals;

Result<std::optional<Claim>> PaymentService::refund(OrderId id, StaffId who, const QString &why)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<std::optional<Claim>> {
        SaleStore sales(tx.db());
        const auto sale = sales.find(id);
        if (!sale)
            return Refusal::OrderUnknown;
        if (sale->state == OrderState::Refunded) // at the hub: its answer, and a guest's code in it, may have been lost
            return sale->refundedAtHub ? Refusal::RefundAtHub : Refusal::AlreadyRefunded;
        FOYER_CHECK(m_authority.mayRefund(tx, id));
        QList<SeatIndex> seats;
        for (const TicketRow &ticket : sales.tickets(*sale))
            seats.append(ticket.seat);
        sales.setRefunded(id);
        QJsonArray rights;
        for (const SeatRight &sold : m_reservations.takeBack(tx, sale->performance, seats))
            rights.append(QJsonArray{indexOf(sold.seat), sold.fence.incarnation, sold.fence.number});
        tx.tell(u"refunded"_s, {{u"order"_s, id.text()}, {u"staff"_s, who.text()}, {u"why"_s, why},
                                   {u"total"_s, sale->total.minor}, {u"wallet"_s, sale->wallet.text()},
                                   {u"performance"_s, sale->performance.value}, {u"rights"_s, rights}});
        tx.changes().orders.insert(id);
        if (sale->total.isZero())
            return std::optional<Claim>();
        LedgerStore ledger(tx.db());
        ledger.move(m_ids.make<MovementId>(), MovementKind::Refund, m_clock.utc(), id.bytes(),
            {{Account::Sales, {}, Money{-sale->total.minor, sale->total.currency}},
                {Account::Wallet, sale->wallet, sale->total}});
        tx.changes().wallets.insert(sale->wallet);
        const auto wallet = ledger.wallet(sale->wallet);
        return wallet->member ? std::optional<Claim>() : makeClaim(tx, wallet->id, wallet->balance);
    });
}

Result<RefundRequest> PaymentService::refundRequest(OrderId id, StaffId who, const QString &why)
{
    return m_db.read([&]() -> Result<RefundRequest> {
        const auto sale = SaleStore(m_db).find(id);
        if (!sale)
            return Refusal::OrderUnknown;
        if (sale->state == OrderState::Refunded && !sale->refundedAtHub)
            return Refusal::AlreadyRefunded;
        // found again, whatever happens to the answer
        const RequestId request{QUuid::createUuidV5(id.value, journal::head(m_db).node.bytes())};
        return RefundRequest{request, id, who, why};
    });
}

void PaymentService::hearRefund(Transaction &tx, const RefundNews &news)
{
    SaleStore sales(tx.db());
    const auto sale = sales.find(news.order);
    if ((sale && sale->refundedAtHub) || journal::isUntold(tx.db(), u"refundHeard"_s, news.order))
        return;        // heard before
    QJsonArray rights; // that are parted with
    if (sale && sale->state == OrderState::Paid) {
        QList<SeatIndex> seats;
        for (const TicketRow &ticket : sales.tickets(*sale))
            seats.append(ticket.seat);
        sales.setRefunded(sale->id, true);
        for (const SeatRight &sold : m_reservations.takeBack(tx, sale->performance, seats)) {
            SeatStore(tx.db()).giveBack(sale->performance, sold.seat);
            rights.append(QJsonArray{indexOf(sold.seat), sold.fence.incarnation, sold.fence.number});
        }
        tx.changes().orders.insert(sale->id);
    }
    tx.tell(u"refundHeard"_s, {{u"order"_s, news.order.text()}, {u"wallet"_s, news.paidTo.text()},
                                  {u"performance"_s, sale ? sale->performance.value : 0}, {u"rights"_s, rights}});
}

Result<Order> PaymentService::printAgain(OrderId id, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Order> {
        FOYER_TRY(order, fullOrder(SaleStore(tx.db()).find(id)));
        if (order.state == OrderState::Refunded)
            return Refusal::AlreadyRefunded;
        tx.tell(u"printedAgain"_s, {{u"order"_s, id.text()}, {u"staff"_s, who.text()}});
        return order;
    });
}

Result<DayTotals> PaymentService::totals()
{
    return m_db.read([&]() -> Result<DayTotals> {
        const HouseSettings settings = CatalogueStore(m_db).settings();
        const QDate day = businessDay(m_clock.utc(), settings);
        DayTotals totals =
            DayStore(m_db).totals(startOf(day, settings), startOf(day.addDays(1), settings), settings.currency);
        totals.day = day;
        return totals;
    });
}

Result<Tender> PaymentService::payClaim(const QString &code, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Tender> {
        LedgerStore ledger(tx.db());
        const auto claim = ledger.claim(Secrets::claimHash(code));
        if (!claim || claim->paid)
            return Refusal::ClaimUnknown;
        const auto wallet = ledger.wallet(claim->wallet);
        if (ledger.anyOpenTender(wallet->id))
            return Refusal::TenderInDoubt;
        if (!wallet->balance.isPositive())
            return Refusal::ClaimUnknown;
        ledger.setClaimPaid(wallet->id, true);
        tx.tell(u"claimPaying"_s, {{u"wallet"_s, wallet->id.text()}, {u"staff"_s, who.text()}});
        return setAside(tx, wallet->id, wallet->balance, TenderKind::Cash, std::nullopt);
    });
}

Result<QList<Balance>> PaymentService::unclaimed()
{
    return m_db.read([&]() -> Result<QList<Balance>> {
        QList<Balance> found;
        for (const WalletRow &wallet : LedgerStore(m_db).unclaimed())
            found.append({wallet.id, wallet.balance, wallet.blocked, {}});
        return found;
    });
}

Result<Claim> PaymentService::codeFor(WalletId id, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Claim> {
        const QList<WalletRow> found = LedgerStore(tx.db()).unclaimed();
        for (const WalletRow &wallet : found) {
            if (wallet.id != id)
                continue;
            tx.tell(u"claimCodeRenewed"_s, {{u"wallet"_s, id.text()}, {u"staff"_s, who.text()}});
            return makeClaim(tx, id, wallet.balance);
        }
        return Refusal::ClaimUnknown;
    });
}

Done PaymentService::settleSeats(TenderId id, StaffId who, const QString &why)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const auto row = LedgerStore(tx.db()).tender(id);
        if (!row || !isOpen(row->tender.state) || !row->tender.hold)
            return Refusal::HoldUnknown;
        const auto hold = m_reservations.find(tx, *row->tender.hold);
        if (!hold || hold->state != HoldState::Paying) // settled before
            return Refusal::HoldUnknown;
        m_reservations.endPaying(tx, *row->tender.hold);
        m_reservations.release(tx, *row->tender.hold);
        tx.tell(u"seatsSettled"_s, {{u"tender"_s, id.text()}, {u"staff"_s, who.text()}, {u"why"_s, why}});
        return done;
    });
}

} // namespace foyer
