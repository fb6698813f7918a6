#include "services/PaymentService.h"

#include "domain/Limits.h"
#include "services/Authority.h"
#include "services/ReservationService.h"
#include "services/TokenService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"
#include "storage/ShiftStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
Account accountOf(TenderKind kind)
{
    switch (kind) {
    case TenderKind::Cash: return Account::Cash;
    case TenderKind::Card: return Account::Card;
    }
    FOYER_REQUIRE(false);
}

Money minus(Money amount) { return {-amount.minor, amount.currency}; }

bool sameBody(const Tender &a, const Tender &b)
{
    return a.wallet == b.wallet && a.hold == b.hold && a.kind == b.kind && a.direction == b.direction &&
           a.amount == b.amount;
}

/// Whether somebody may hold a code for what is in the wallet.
bool hasCode(const LedgerStore &ledger, WalletId wallet)
{
    const auto claim = ledger.claimOf(wallet);
    return claim && !claim->paid && !claim->code.isEmpty();
}

QJsonObject told(const Tender &tender)
{
    return {{u"tender"_s, tender.id.text()}, {u"wallet"_s, tender.wallet.text()},
        {u"hold"_s, tender.hold ? QJsonValue(tender.hold->text()) : QJsonValue()}, {u"kind"_s, nameOf(tender.kind)},
        {u"out"_s, tender.direction == TenderDirection::Out}, {u"amount"_s, tender.amount.minor},
        {u"currency"_s, tender.amount.currency.text()}};
}
} // namespace

Result<Balance> PaymentService::balance(const TokenPass &pass)
{
    return m_db.read([&]() -> Result<Balance> {
        FOYER_TRY(token, m_tokens.known(pass));
        LedgerStore ledger(m_db);
        const WalletId id = token.token.wallet;
        const auto wallet = ledger.wallet(id);
        if (!wallet)
            return Balance{id, {0, CatalogueStore(m_db).settings().currency}, false, {}};
        return Balance{id, wallet->balance, wallet->blocked, ledger.movements(id, limits::movementsShown)};
    });
}

Done PaymentService::roomFor(Transaction &tx, WalletId id, Money amount, const std::optional<Hold> &hold)
{
    const HouseSettings &settings = tx.settings();
    // what a hold misses may be less than the least top-up, or more than a wallet may keep
    const Money least = hold ? Money{1, settings.currency} : settings.topUpMin;
    const Money most = hold ? std::max(settings.walletMax, hold->total(settings.currency)) : settings.walletMax;
    if (!(amount.currency == settings.currency) || amount < least)
        return Refused{.why = Refusal::AmountInvalid, .amount = least};
    const auto wallet = LedgerStore(tx.db()).wallet(id);
    if (wallet && wallet->blocked)
        return Refusal::WalletBlocked;
    const Money balance = wallet ? wallet->balance : Money{0, settings.currency};
    if (amount > most - balance)
        return Refused{.why = Refusal::WalletLimit, .amount = std::max(most - balance, Money{0, settings.currency})};
    return done;
}

Result<Tender> PaymentService::beginTopUp(
    const TokenPass &pass, TenderId id, Money amount, TenderKind kind, std::optional<HoldId> hold)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Tender> {
        LedgerStore ledger(tx.db());
        FOYER_TRY(token, m_tokens.known(pass));
        const WalletId wallet = token.token.wallet;
        const Tender tender{id, wallet, hold, kind, TenderDirection::In, TenderState::Open, amount};
        if (const auto stored = ledger.tender(id))
            return sameBody(stored->tender, tender) ? Result<Tender>(stored->tender) : Refusal::RequestReused;
        FOYER_CHECK(m_tokens.admitted(pass));
        if (journal::isClosed(tx.db())) // of an epoch that is over nobody could give it back
            return Refusal::EnrolmentOver;
        std::optional<Hold> held;
        if (hold) {
            FOYER_TRY(payable, m_reservations.payable(tx, pass.id, *hold));
            held = payable;
        }
        FOYER_CHECK(roomFor(tx, wallet, amount, held));
        if (ledger.anyOpenTender(wallet))
            return Refusal::TenderInDoubt;
        ledger.openWallet({wallet, token.token.member, {0, amount.currency}});
        if (held)
            m_reservations.beginPaying(tx, *held);
        ledger.addTender({tender, pass.id, ShiftStore(tx.db()).open()});
        tx.tell(u"paying"_s, told(tender));
        return tender;
    });
}

Result<TenderOutcome> PaymentService::answered(TenderId id, DeviceAnswer answer, bool isWatched)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<TenderOutcome> {
        LedgerStore ledger(tx.db());
        const auto stored = ledger.tender(id);
        if (!stored)
            return Refusal::WalletUnknown;
        TenderOutcome outcome{stored->tender};
        const auto state = next(stored->tender.state, answer);
        if (!state || *state == stored->tender.state)
            return outcome; // it has its answer
        outcome.tender.state = *state;
        ledger.setState(id, *state);
        tx.tell(u"tenderAnswered"_s, {{u"tender"_s, id.text()}, {u"answer"_s, nameOf(answer)}});
        if (*state == TenderState::Approved)
            approve(tx, stored->tender);
        else if (!isOpen(*state) && stored->tender.direction == TenderDirection::Out)
            failPayOut(tx, outcome, !stored->token, isWatched);
        if (!isOpen(*state) && stored->tender.direction == TenderDirection::In)
            claimIfNobodyIsThere(tx, *TokenStore(tx.db()).find(*stored->token));
        if (!isOpen(*state) && stored->tender.hold) {
            const auto hold = m_reservations.find(tx, *stored->tender.hold);
            if (hold && hold->state == HoldState::Paying) {
                m_reservations.endPaying(tx, hold->id);
                if (TokenStore(tx.db()).find(*stored->token)->token.state == TokenState::Ended)
                    m_reservations.release(tx, hold->id); // nobody is there to pay it
            }
        }
        tx.changes().wallets.insert(stored->tender.wallet);
        return outcome;
    });
}

void PaymentService::approve(Transaction &tx, const Tender &tender)
{
    LedgerStore ledger(tx.db());
    const bool in = tender.direction == TenderDirection::In;
    const MovementId id = m_ids.make<MovementId>();
    if (in)
        ledger.move(id, MovementKind::TopUp, m_clock.utc(), tender.id.bytes(),
            {{Account::Wallet, tender.wallet, tender.amount}, {accountOf(tender.kind), {}, minus(tender.amount)}});
    else
        ledger.move(id, MovementKind::PayOutDone, m_clock.utc(), tender.id.bytes(),
            {{Account::PayingOut, {}, minus(tender.amount)}, {accountOf(tender.kind), {}, tender.amount}});
    tx.tell(in ? u"toppedUp"_s : u"paidOut"_s, told(tender));
}

void PaymentService::failPayOut(Transaction &tx, TenderOutcome &outcome, bool ofClaim, bool isWatched)
{
    const Tender &tender = outcome.tender;
    LedgerStore ledger(tx.db());
    ledger.move(m_ids.make<MovementId>(), MovementKind::PayOutFailed, m_clock.utc(), tender.id.bytes(),
        {{Account::PayingOut, {}, minus(tender.amount)}, {Account::Wallet, tender.wallet, tender.amount}});
    tx.tell(u"payOutFailed"_s, told(tender));
    const auto wallet = ledger.wallet(tender.wallet);
    if (wallet->member)
        return;
    if (ofClaim)
        ledger.setClaimPaid(tender.wallet, false); // its code is good again
    if (hasCode(ledger, tender.wallet))
        outcome.onCode = wallet->balance;
    else if (isWatched)
        outcome.claim = makeClaim(tx, tender.wallet, wallet->balance);
    else
        claimForStaff(tx, *wallet);
}

Result<QList<Tender>> PaymentService::openTenders()
{
    return m_db.read([&]() -> Result<QList<Tender>> {
        QList<Tender> open;
        for (const LedgerStore::TenderRow &row : LedgerStore(m_db).openTenders())
            open.append(row.tender);
        return open;
    });
}

Result<OrderId> PaymentService::pay(const TokenPass &pass, OrderId id, HoldId holdId)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<OrderId> {
        tx.head();
        FOYER_TRY(token, m_tokens.known(pass));
        if (const auto stored = SaleStore(tx.db()).asked(id))
            return stored->hold == holdId && stored->token == pass.id ? Result<OrderId>(id) : Refusal::RequestReused;
        FOYER_CHECK(m_tokens.checkAdmitted(token));
        FOYER_TRY(hold, m_reservations.payable(tx, pass.id, holdId));
        return sell(tx, token, id, hold);
    });
}

// Money out, seats over, tickets issued, token finished: all of it in the caller's transaction.
Result<OrderId> PaymentService::sell(Transaction &tx, const TokenRow &token, OrderId id, const Hold &hold)
{
    const HouseSettings &settings = tx.settings();
    const Money total = hold.total(settings.currency);
    LedgerStore ledger(tx.db());
    if (!total.isZero()) {
        const auto wallet = ledger.wallet(token.token.wallet);
        if (wallet && wallet->blocked)
            return Refusal::WalletBlocked;
        const Money balance = wallet ? wallet->balance : Money{0, settings.currency};
        if (balance < total)
            return Refused{.why = Refusal::InsufficientBalance, .amount = total - balance};
        ledger.move(m_ids.make<MovementId>(), MovementKind::Purchase, m_clock.utc(), id.bytes(),
            {{Account::Wallet, token.token.wallet, minus(total)}, {Account::Sales, {}, total}});
    }
    const QDateTime now = m_clock.utc();
    const SaleRow sale{.id = id,
        .number = orderNumber(now.date().year(), tx.nextSaleNumber()),
        .hold = hold.id,
        .token = token.token.id,
        .wallet = token.token.wallet,
        .performance = hold.performance,
        .paidAt = now,
        .total = total,
        .tax = taxWithin(total, settings.taxBasisPoints),
        .catalogue = tx.head().catalogue,
        .staff = token.token.servedBy,
        .shift = ShiftStore(tx.db()).open()};
    SaleStore sales(tx.db());
    sales.add(sale);
    const auto plan = m_reservations.planOf(hold.performance);
    QHash<SeatIndex, Fence> fences; // by which an authority elsewhere knows the sale
    for (const SeatRight &right : m_reservations.sell(tx, hold))
        fences.insert(right.seat, right.fence);
    QHash<TicketTypeKey, QString> types; // their keys are this node's own
    for (const TicketType &type : CatalogueStore(tx.db()).ticketTypes())
        types.insert(type.key, type.id);
    QJsonArray tickets;
    for (const HeldSeat &seat : hold.seats) {
        const TicketId ticket = m_ids.make<TicketId>();
        sales.add(TicketRow{ticket, id, hold.performance, seat.seat, plan->categoryOf(seat.seat).name, seat.type,
            seat.price, m_secrets.ticketCode(ticket.bytes()), true, seat.freeBecause});
        const Fence fence = fences.value(seat.seat);
        tickets.append(QJsonArray{ticket.text(), indexOf(seat.seat), seat.price.minor, fence.incarnation, fence.number,
            types.value(seat.type), seat.freeBecause, plan->categoryOf(seat.seat).name});
    }
    QJsonObject told{{u"order"_s, id.text()}, {u"number"_s, sale.number}, {u"hold"_s, hold.id.text()},
        {u"token"_s, sale.token.text()}, {u"wallet"_s, sale.wallet.text()}, {u"performance"_s, hold.performance.value},
        {u"total"_s, total.minor}, {u"tax"_s, sale.tax.minor}, {u"tickets"_s, tickets}};
    if (sale.staff) {
        told.insert(u"staff"_s, sale.staff->text());
        if (const auto seller = PeopleStore(tx.db()).staff(*sale.staff)) // whom other machines don't know
            told.insert(u"name"_s, seller->member.name);
    }
    tx.tell(u"sold"_s, told);
    m_reservations.releaseAll(tx, token.token.id); // seats of another date, that this visit can't pay any more
    m_tokens.end(tx, token, true);
    tx.changes().orders.insert(id);
    tx.changes().wallets.insert(sale.wallet);
    return id;
}

Tender PaymentService::setAside(
    Transaction &tx, WalletId wallet, Money amount, TenderKind kind, std::optional<TokenId> token)
{
    LedgerStore ledger(tx.db());
    const Tender tender{
        m_ids.make<TenderId>(), wallet, std::nullopt, kind, TenderDirection::Out, TenderState::Open, amount};
    ledger.move(m_ids.make<MovementId>(), MovementKind::PayOutSet, m_clock.utc(), tender.id.bytes(),
        {{Account::Wallet, wallet, minus(amount)}, {Account::PayingOut, {}, amount}});
    ledger.addTender({tender, token, ShiftStore(tx.db()).open()});
    tx.tell(u"payingOut"_s, told(tender));
    tx.changes().wallets.insert(wallet);
    return tender;
}

Claim PaymentService::makeClaim(Transaction &tx, WalletId wallet, Money amount)
{
    const Claim claim{Secrets::claimCode(), amount};
    const QByteArray hash = Secrets::claimHash(claim.code);
    LedgerStore(tx.db()).addClaim({wallet, hash, false});
    tx.tell(u"claimMade"_s,
        {{u"wallet"_s, wallet.text()}, {u"amount"_s, amount.minor}, {u"code"_s, QString::fromLatin1(hash.toHex())}});
    return claim;
}

Result<VisitEnd> PaymentService::endVisit(const TokenPass &pass, const QList<TenderKind> &devices)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<VisitEnd> {
        FOYER_TRY(token, m_tokens.known(pass));
        m_reservations.releaseAll(tx, pass.id);
        if (token.token.state != TokenState::Ended) {
            tx.tell(u"left"_s, {{u"token"_s, pass.id.text()}});
            m_tokens.end(tx, token, false);
        }
        LedgerStore ledger(tx.db());
        const auto wallet = ledger.wallet(token.token.wallet);
        if (!wallet || wallet->member || !wallet->balance.isPositive() || hasCode(ledger, wallet->id))
            return VisitEnd{};
        VisitEnd end;
        Money left = wallet->balance;
        if (!ledger.anyOpenTender(wallet->id))
            for (const LedgerStore::CameIn &way : ledger.waysIn(wallet->id)) {
                const Money back{std::min(left.minor, way.minor), left.currency};
                if (!back.isPositive() || !devices.contains(way.kind))
                    continue;
                end.payOuts.append(setAside(tx, wallet->id, back, way.kind, pass.id));
                left = left - back;
            }
        if (left.isPositive())
            end.claim = makeClaim(tx, wallet->id, left);
        return end;
    });
}

// A late answer for a guest who has gone: staff find the money.
void PaymentService::claimIfNobodyIsThere(Transaction &tx, const TokenRow &token)
{
    LedgerStore ledger(tx.db());
    const auto wallet = ledger.wallet(token.token.wallet);
    if (token.token.state != TokenState::Ended || !wallet || wallet->member || !wallet->balance.isPositive())
        return;
    const auto claim = ledger.claimOf(wallet->id);
    if ((claim && !claim->paid) || TokenStore(tx.db()).liveOfWallet(wallet->id)) // 'buy another' goes on with it
        return;
    claimForStaff(tx, *wallet);
}

void PaymentService::expireVisit(Transaction &tx, TokenRow token)
{
    m_reservations.releaseAll(tx, token.token.id);
    tx.tell(u"expired"_s, {{u"token"_s, token.token.id.text()}});
    m_tokens.expire(tx, token);
    token.token.state = TokenState::Ended;
    claimIfNobodyIsThere(tx, token);
}

bool PaymentService::take(Transaction &tx, const AmountRight &right, int epoch)
{
    LedgerStore ledger(tx.db());
    const bool isOurs = epoch == tx.head().epoch && right.fence.incarnation >= tx.head().incarnation;
    if (!isOurs || right.fence <= ledger.newestTaken(right.wallet) || journal::isClosed(tx.db()))
        return false;
    ledger.openWallet({right.wallet, right.member, {0, right.amount.currency}});
    ledger.move(m_ids.make<MovementId>(), MovementKind::Brought, m_clock.utc(), right.wallet.bytes(),
        {{Account::Wallet, right.wallet, right.amount}, {Account::Elsewhere, right.wallet, minus(right.amount)}});
    ledger.noteTaken(right.wallet, right.fence);
    if (const auto claim = ledger.claimOf(right.wallet); !right.member && (!claim || claim->paid))
        ledger.addClaim({right.wallet, {}, false}); // so that it goes back where nobody comes for it
    tx.tell(u"amountTaken"_s, {{u"wallet"_s, right.wallet.text()}, {u"amount"_s, right.amount.minor},
                                  {u"incarnation"_s, right.fence.incarnation}, {u"number"_s, right.fence.number}});
    tx.changes().wallets.insert(right.wallet);
    return true;
}

void PaymentService::giveBack(Transaction &tx, bool withVisits, const QSet<WalletId> &kept)
{
    LedgerStore ledger(tx.db());
    const QList<WalletRow> owned = ledger.owned(withVisits);
    for (const WalletRow &wallet : owned) {
        if (kept.contains(wallet.id))
            continue;
        ledger.move(m_ids.make<MovementId>(), MovementKind::Brought, m_clock.utc(), wallet.id.bytes(),
            {{Account::Wallet, wallet.id, minus(wallet.balance)}, {Account::Elsewhere, wallet.id, wallet.balance}});
        tx.tell(u"amountReturned"_s, {{u"wallet"_s, wallet.id.text()}, {u"amount"_s, wallet.balance.minor}});
        tx.changes().wallets.insert(wallet.id);
    }
}

bool PaymentService::holdsMoney(Transaction &tx) const { return LedgerStore(tx.db()).anyMoney(); }

void PaymentService::claimOrphans(Transaction &tx)
{
    LedgerStore ledger(tx.db());
    for (const WalletRow &wallet : ledger.orphaned())
        claimForStaff(tx, wallet);
}

} // namespace foyer
