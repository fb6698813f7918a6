#include "sync/HubSync.h"

#include "domain/JsonInput.h"
#include "domain/Limits.h"
#include "services/PaymentService.h"
#include "services/Secrets.h"
#include "services/Teller.h"
#include "services/TicketsService.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"
#include "storage/HouseSearchStore.h"
#include "storage/HubMoneyStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"
#include "sync/HubOrder.h"
#include "sync/HubProof.h"

#include <QJsonArray>

// Law 10: who may refund an order, all of it or ticket by ticket.

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// Nobody learns of one refund by the name of another.
bool isAskedBy(const RefundRequest &request, const HouseRefund &refund, const HubOrder &order)
{
    if (request.seats.isEmpty()) // nothing was left after it
        return request.order == refund.order && order.isRefunded();
    const QSet<SeatIndex> asked(request.seats.begin(), request.seats.end());
    const QSet<SeatIndex> refunded(refund.seats.begin(), refund.seats.end());
    return request.order == refund.order && asked == refunded;
}
} // namespace

/// What a terminal's journal tells of its orders.
void HubSync::applyOrder(
    Transaction &tx, EpochRow &epoch, const JournalEntry &entry, const HeardEntry &facts, bool beside)
{
    HouseOrderStore orders(tx.db());
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC);
    const auto asBooked = [](qint64 total) { return total > 0 && total <= limits::moneyMax ? total : 0; };
    const auto soldHere = [&](OrderId id) {
        auto order = id.isNull() ? std::nullopt : HubOrder::find(tx.db(), id);
        return order && order->row().seller.node == epoch.id.node ? order : std::nullopt;
    };
    if (const OrderFact &sold = facts.sold; !sold.order.isNull()) {
        orders.add(HouseOrder{.id = sold.order,
            .seller = epoch.id,
            .seq = entry.seq,
            .isBeside = beside,
            .wallet = sold.wallet,
            .performance = sold.performance,
            .total = asBooked(sold.total)});
        if (beside)
            HouseSearchStore(tx.db()).add(
                epoch.id.node, at, JournalFacts(entry).sale()); // the chain's is read when somebody looks for it
    }
    const OrderFact &refunded = facts.refunded;
    if (auto order = soldHere(refunded.order)) {
        HouseRefund refund{.order = refunded.order, .amount = asBooked(refunded.total), .at = at};
        for (const PlacedRight &right : refunded.rights)
            refund.seats.append(right.seat);
        std::sort(refund.seats.begin(), refund.seats.end());
        order->note(tx.db(), refund);
    }
    const RefundNews &heard = facts.refundHeard;
    if (auto order = soldHere(heard.order)) {
        // of a hub that this database forgot: the money went there
        if (const QList<SeatIndex> forgotten = order->notRefundedHere(heard.seats); !forgotten.isEmpty())
            payBack(tx, *order,
                {.order = heard.order,
                    .seats = forgotten,
                    .amount = order->price(forgotten),
                    .paidTo = heard.paidTo,
                    .at = at});
        orders.noteTold(heard.order, heard.seats, epoch.id.node);
    }
    if (!beside)
        epoch.givenUp = std::max(epoch.givenUp, facts.isClosing ? entry.seq : facts.refundsGivenUp);
}

Result<RefundAnswer> HubSync::refund(EpochId by, const RefundRequest &request, const Secrets *secrets)
{
    if (request.who && request.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    if (request.isVoid && !request.seats.isEmpty())
        return inputRefused(InputFault::WrongType, u"/seats"_s);
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<RefundAnswer> {
        FOYER_TRY(asking, known(by));
        if (!mayHold(asking.state))
            return isOver(asking.state) ? Refusal::EnrolmentOver : Refusal::NotReportedYet;
        auto order = HubOrder::find(tx.db(), request.order);
        const bool mustShow = !request.who && (request.proof || (order && order->row().seller.node != by.node));
        HubProof proof;
        if (mustShow) {
            FOYER_TRY(shown, HubProof::of(tx.db(), by, request.proof.value_or(HouseProof()), secrets));
            proof = shown;
            if (order)
                FOYER_CHECK(proof.isTheirs(*order));
        }
        if (const auto before = HouseOrderStore(tx.db()).refundedOn(request.id))
            return order && isAskedBy(request, *before, *order) ? againFor(tx, *before)
                                                                : Result<RefundAnswer>(Refusal::RequestReused);
        if (EpochStore(tx.db()).anyMustReport()) // what it forgot may be that it is refunded
            return Refusal::HubRecovering;
        if (!order)
            return Refusal::OrderUnknown;
        FOYER_TRY(seats, order->toRefund(request.seats));
        if (request.isVoid && order->anyRefunded())
            return Refused{.why = Refusal::AlreadyRefunded};
        if (!order->isGivenUp())
            return Refusal::RefundAtSeller;
        if (mustShow)
            FOYER_CHECK(proof.isValid(*order));
        if (!request.who)
            FOYER_CHECK(customerMay(tx, *order));
        RefundRequest exactly = request;
        exactly.seats = seats;
        return refundHere(tx, *order, exactly, by.node);
    });
}

Done HubSync::customerMay(Transaction &tx, const HubOrder &order)
{
    const auto wallet = LedgerStore(tx.db()).wallet(order.row().wallet);
    return wallet && wallet->blocked ? Refusal::WalletBlocked : TicketsService::checkTime(tx, order.row().performance);
}

/// The money is the member's again; a guest's goes to a wallet of its own, whose code is all that pays it: the code of
/// what they had left may still be on its way here.
RefundAnswer HubSync::refundHere(Transaction &tx, HubOrder &order, const RefundRequest &request, NodeId by)
{
    const HouseOrder row = order.row();
    const auto wallet = LedgerStore(tx.db()).wallet(row.wallet);
    const bool isMembers = wallet && wallet->member;
    const HouseRefund refund{row.id, request.seats, order.worth(request.seats), request.id,
        isMembers ? row.wallet : m_ids.make<WalletId>(), m_clock.utc()};
    const QList<PlacedRight> rights = payBack(tx, order, refund);
    if (const auto seller = EpochStore(tx.db()).newest(row.seller.node))
        HubMoneyStore(tx.db()).noteNews(seller->id, tx.nextChange());
    QJsonArray told, seats;
    for (const PlacedRight &right : rights)
        told.append(QJsonArray{indexOf(right.seat), right.fence.incarnation, right.fence.number});
    for (const SeatIndex seat : refund.seats)
        seats.append(indexOf(seat));
    QJsonObject body{{u"order"_s, row.id.text()}, {u"total"_s, refund.amount}, {u"wallet"_s, refund.paidTo.text()},
        {u"performance"_s, row.performance.value}, {u"rights"_s, told}, {u"seats"_s, seats}};
    tellWho(body, request.who, request.why);
    if (request.isVoid)
        body.insert(u"void"_s, true);
    if (!by.isNull())
        body.insert(u"node"_s, by.text());
    tx.tell(u"refunded"_s, body);
    RefundAnswer answer{row.id, {refund.amount, tx.settings().currency}, isMembers, {}, refund.seats};
    if (!answer.isMembers && !answer.total.isZero())
        answer.claimCode = PaymentService::makeClaim(tx, refund.paidTo, answer.total).code;
    return answer;
}

/// Its seats are free, whoever waits for one of them has it; but what the seller may have refunded and sold again is
/// set aside until it says that it parted with it. The rights they were sold under.
QList<PlacedRight> HubSync::payBack(Transaction &tx, HubOrder &order, const HouseRefund &refund)
{
    HubSeatStore seats(tx.db());
    const HouseOrder row = order.row();
    QList<PlacedRight> rights = seats.soldAs(row.performance, row.id);
    rights.removeIf([&refund](const PlacedRight &right) { return !refund.seats.contains(right.seat); });
    for (const SeatIndex seat : refund.seats)
        seats.endConflict(row.performance, seat, row.id); // first: it waits for none of them any more
    const auto seller = EpochStore(tx.db()).find(row.seller);
    const SeatState theirs = isOver(seller->state) ? SeatState::Quarantined : SeatState::Given;
    for (const PlacedRight &right : rights)
        put(tx, right.performance, right.seat, SeatState::Sold,
            order.isGivenUp() ? SeatAtHub() : SeatAtHub{theirs, row.seller, right.fence, {}});
    order.note(tx.db(), refund);
    tx.changes().orders.insert(row.id);
    if (refund.amount == 0)
        return rights;
    LedgerStore ledger(tx.db());
    const Money total{refund.amount, tx.settings().currency};
    ledger.openWallet({refund.paidTo, {}, {0, total.currency}});
    ledger.move(m_ids.make<MovementId>(), MovementKind::Refund, m_clock.utc(), row.id.bytes(),
        {{Account::Sales, {}, {-total.minor, total.currency}}, {Account::Wallet, refund.paidTo, total}});
    tx.changes().wallets.insert(refund.paidTo);
    const auto wallet = ledger.wallet(refund.paidTo);
    if (!wallet->member && wallet->balance.isPositive() && !ledger.claimOf(wallet->id))
        ledger.addClaim({wallet->id, {}, false}); // staff look after it, unless somebody gets a code
    m_house.money.giveVisit(tx, refund.paidTo);
    return rights;
}

Result<std::optional<Claim>> HubSync::refundAtRisk(Transaction &tx, OrderId id, StaffId who, const QString &why)
{
    auto order = HubOrder::find(tx.db(), id);
    if (!order)
        return Refusal::OrderUnknown;
    const auto seats = order->toRefund({});
    if (!seats.ok())
        return std::optional<Claim>();
    return claimOf(refundHere(tx, *order, {m_ids.make<RequestId>(), id, who, why, seats.value()}));
}

/// Its answer was lost. A code isn't kept here: there is a new one, and the one before is worth nothing.
Result<RefundAnswer> HubSync::againFor(Transaction &tx, const HouseRefund &refund)
{
    const auto wallet = LedgerStore(tx.db()).wallet(refund.paidTo);
    RefundAnswer answer{
        refund.order, {refund.amount, tx.settings().currency}, wallet && wallet->member, {}, refund.seats};
    if (answer.isMembers || answer.total.isZero())
        return answer;
    if (const auto claim = LedgerStore(tx.db()).claimOf(refund.paidTo); !claim || claim->paid)
        return Refusal::AlreadyRefunded;
    answer.claimCode = PaymentService::makeClaim(tx, refund.paidTo, answer.total).code;
    return answer;
}

} // namespace foyer
