#include "services/PaymentService.h"

#include "domain/BusinessDay.h"
#include "services/ReservationService.h"
#include "services/Secrets.h"
#include "services/Teller.h"
#include "services/TokenService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/DayStore.h"
#include "storage/LedgerStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/SaleStore.h"
#include "storage/TokenStore.h"

// What staff do with money, already authorised, beside refunds: claims, tenders in doubt, totals.
namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// The receipt is of what stands.
void leaveOnlyLive(Order &order, const HouseSettings &settings)
{
    if (order.tickets.removeIf([](const Ticket &ticket) { return !ticket.isLive; }) == 0)
        return;
    order.total.minor = 0;
    for (const Ticket &ticket : order.tickets)
        order.total += ticket.price;
    order.tax = taxWithin(order.total, settings.taxBasisPoints);
}
} // namespace

Result<Order> PaymentService::copyOf(const HouseOrderFile &file)
{
    FOYER_TRY(order, orderOf(file));
    return m_db.read([&]() -> Result<Order> {
        leaveOnlyLive(order, CatalogueStore(m_db).settings());
        order.copy = file.copy;
        return order;
    });
}

Result<Order> PaymentService::printAgain(OrderId id, StaffId who, int copyOfHub)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return printAgain(tx, id, who, copyOfHub); });
}

Result<Order> PaymentService::printAgain(Transaction &tx, OrderId id, std::optional<StaffId> who, int copyOfHub)
{
    FOYER_TRY(order, fullOrder(SaleStore(tx.db()).find(id)));
    if (order.state == OrderState::Refunded)
        return Refusal::AlreadyRefunded;
    leaveOnlyLive(order, tx.settings());
    order.copy = copyOfHub > 0 ? copyOfHub : 1 + OrderSearchStore(tx.db()).lastCopy(id);
    QJsonObject told{{u"order"_s, id.text()}, {u"copy"_s, order.copy}};
    tellWho(told, who);
    if (copyOfHub > 0)
        told.insert(u"byHub"_s, true);
    tx.tell(u"printedAgain"_s, told);
    return order;
}

void PaymentService::claimForStaff(Transaction &tx, const WalletRow &wallet)
{
    LedgerStore(tx.db()).addClaim({wallet.id, {}, false});
    tx.tell(u"claimForStaff"_s, {{u"wallet"_s, wallet.id.text()}, {u"amount"_s, wallet.balance.minor}});
}

Done PaymentService::giveUpVisit(const TokenPass &pass)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        FOYER_TRY(token, m_tokens.known(pass));
        if (token.token.state != TokenState::Ended)
            expireVisit(tx, token);
        return done;
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
        FOYER_TRY(wallet, claimed(tx, code));
        LedgerStore(tx.db()).setClaimPaid(wallet.id, true);
        tx.tell(u"claimPaying"_s, {{u"wallet"_s, wallet.id.text()}, {u"staff"_s, who.text()}});
        return setAside(tx, wallet.id, wallet.balance, TenderKind::Cash, std::nullopt);
    });
}

/// The wallet behind a code that is good.
Result<WalletRow> PaymentService::claimed(Transaction &tx, const QString &code)
{
    const LedgerStore ledger(tx.db());
    const auto claim = ledger.claim(Secrets::claimHash(code));
    if (!claim || claim->paid)
        return Refusal::ClaimUnknown;
    const auto wallet = ledger.wallet(claim->wallet);
    if (ledger.anyOpenTender(wallet->id))
        return Refusal::TenderInDoubt;
    return wallet->balance.isPositive() ? Result<WalletRow>(*wallet) : Result<WalletRow>(Refusal::ClaimUnknown);
}

Result<QList<Unclaimed>> PaymentService::unclaimed()
{
    return m_db.read([&]() -> Result<QList<Unclaimed>> { return LedgerStore(m_db).unclaimed(); });
}

Result<Claim> PaymentService::codeFor(WalletId id, StaffId who, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Claim> {
        const QList<Unclaimed> found = LedgerStore(tx.db()).unclaimed();
        for (const Unclaimed &each : found) {
            if (each.wallet != id)
                continue;
            tx.tell(
                u"claimCodeRenewed"_s, {{u"wallet"_s, id.text()}, {u"staff"_s, who.text()}, {u"why"_s, why.trimmed()}});
            return makeClaim(tx, id, each.amount);
        }
        return Refusal::ClaimUnknown;
    });
}

QList<Tender> PaymentService::inDoubt(Transaction &tx)
{
    QList<Tender> tenders;
    for (const LedgerStore::TenderRow &row : LedgerStore(tx.db()).openTenders()) {
        const bool isAsked = row.tender.state == TenderState::InDoubt && row.tender.hold;
        const auto hold = isAsked ? m_reservations.find(tx, *row.tender.hold) : std::nullopt;
        if (hold && hold->state == HoldState::Paying)
            tenders.append(row.tender);
    }
    return tenders;
}

Done PaymentService::settleSeats(TenderId id, StaffId who, const QString &why)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return settleSeats(tx, id, who, why); });
}

Done PaymentService::settleSeats(Transaction &tx, TenderId id, StaffId who, const QString &why)
{
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
}

} // namespace foyer
