#include "sync/HubSync.h"

#include "domain/Limits.h"
#include "services/Secrets.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"
#include "storage/HubMoneyStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"

#include <QJsonArray>

// Law 10: who may refund an order.

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
bool isGivenUp(const HouseOrder &order, const EpochRow &seller)
{
    return !order.isBeside && order.seq <= seller.givenUp;
}
} // namespace

/// What a terminal's journal tells of its orders.
void HubSync::applyOrder(
    Transaction &tx, EpochRow &epoch, const JournalEntry &entry, const JournalFacts &facts, bool beside)
{
    HouseOrderStore orders(tx.db());
    if (const OrderFact sold = facts.sold(); !sold.order.isNull())
        orders.add({.id = sold.order,
            .seller = epoch.id,
            .seq = entry.seq,
            .isBeside = beside,
            .wallet = sold.wallet,
            .performance = sold.performance,
            .total = sold.total > 0 && sold.total <= limits::moneyMax ? sold.total : 0}); // as booked
    if (const OrderId refunded = facts.refunded().order; !refunded.isNull())
        orders.noteRefunded(refunded, epoch.id.node);
    if (const RefundNews heard = facts.refundHeard(); !heard.order.isNull()) {
        if (const auto order = orders.find(heard.order);
            order && order->paidTo.isNull() && order->seller.node == epoch.id.node)
            payBack(tx, *order, {{}, heard.paidTo}); // of a hub that this database forgot: the money went there
        orders.noteTold(heard.order, epoch.id.node);
    }
    if (!beside)
        epoch.givenUp = std::max(epoch.givenUp, facts.isClosing() ? entry.seq : facts.refundsGivenUp());
}

Result<RefundAnswer> HubSync::refund(EpochId by, const RefundRequest &request)
{
    if (request.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<RefundAnswer> {
        FOYER_TRY(asking, known(by));
        if (!mayHold(asking.state))
            return isOver(asking.state) ? Refusal::EnrolmentOver : Refusal::NotReportedYet;
        HouseOrderStore orders(tx.db());
        if (const auto before = orders.refundedOn(request.id))
            return before->id == request.order ? againFor(tx, *before) : Result<RefundAnswer>(Refusal::RequestReused);
        if (EpochStore(tx.db()).anyMustReport()) // what it forgot may be that it is refunded
            return Refusal::HubRecovering;
        const auto order = orders.find(request.order);
        if (!order)
            return Refusal::OrderUnknown;
        if (order->refunds > 0)
            return Refusal::AlreadyRefunded;
        if (!isGivenUp(*order, *EpochStore(tx.db()).find(order->seller)))
            return Refusal::RefundAtSeller;
        return refundHere(tx, *order, request);
    });
}

/// The money is the member's again; a guest's goes to a wallet of its own, whose code is all that pays it: the code of
/// what they had left may still be on its way here.
RefundAnswer HubSync::refundHere(Transaction &tx, const HouseOrder &order, const RefundRequest &request)
{
    const auto wallet = LedgerStore(tx.db()).wallet(order.wallet);
    RefundAnswer answer{order.id, {order.total, tx.settings().currency}, wallet && wallet->member, {}};
    const RefundedHere refund{request.id, answer.isMembers ? order.wallet : m_ids.make<WalletId>()};
    const QList<PlacedRight> rights = payBack(tx, order, refund);
    if (const auto seller = EpochStore(tx.db()).newest(order.seller.node))
        HubMoneyStore(tx.db()).noteNews(seller->id, tx.nextChange());
    QJsonArray told;
    for (const PlacedRight &right : rights)
        told.append(QJsonArray{indexOf(right.seat), right.fence.incarnation, right.fence.number});
    tx.tell(u"refunded"_s,
        {{u"order"_s, order.id.text()}, {u"staff"_s, request.who.text()}, {u"why"_s, request.why.trimmed()},
            {u"total"_s, order.total}, {u"wallet"_s, refund.paidTo.text()}, {u"performance"_s, order.performance.value},
            {u"rights"_s, told}});
    if (!answer.isMembers && !answer.total.isZero())
        answer.claimCode = newCode(tx, refund.paidTo);
    return answer;
}

/// Its seats are free, whoever waits for one of them has it; but what the seller may have refunded and sold again is
/// set aside until it says that it parted with it. The rights it was sold under.
QList<PlacedRight> HubSync::payBack(Transaction &tx, const HouseOrder &order, const RefundedHere &refund)
{
    HubSeatStore seats(tx.db());
    const QList<PlacedRight> rights = seats.soldAs(order.performance, order.id);
    seats.endConflicts(order.performance, order.id); // first: it waits for none of them any more
    const auto seller = EpochStore(tx.db()).find(order.seller);
    const SeatState theirs = isOver(seller->state) ? SeatState::Quarantined : SeatState::Given;
    for (const PlacedRight &right : rights)
        put(tx, right.performance, right.seat,
            isGivenUp(order, *seller) ? SeatAtHub() : SeatAtHub{theirs, order.seller, right.fence, {}});
    HouseOrderStore(tx.db()).noteRefunded(order.id, refund);
    tx.changes().orders.insert(order.id);
    if (order.total == 0)
        return rights;
    LedgerStore ledger(tx.db());
    const Money total{order.total, tx.settings().currency};
    ledger.openWallet({refund.paidTo, {}, {0, total.currency}});
    ledger.move(m_ids.make<MovementId>(), MovementKind::Refund, m_clock.utc(), order.id.bytes(),
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
    const auto order = HouseOrderStore(tx.db()).find(id);
    if (!order)
        return Refusal::OrderUnknown;
    if (order->refunds > 0)
        return std::optional<Claim>();
    return claimOf(refundHere(tx, *order, {m_ids.make<RequestId>(), id, who, why}));
}

/// Its answer was lost. A code isn't kept here: there is a new one, and the one before is worth nothing.
Result<RefundAnswer> HubSync::againFor(Transaction &tx, const HouseOrder &order)
{
    const auto wallet = LedgerStore(tx.db()).wallet(order.paidTo);
    RefundAnswer answer{order.id, {order.total, tx.settings().currency}, wallet && wallet->member, {}};
    if (answer.isMembers || answer.total.isZero())
        return answer;
    if (const auto claim = LedgerStore(tx.db()).claimOf(order.paidTo); !claim || claim->paid)
        return Refusal::AlreadyRefunded;
    answer.claimCode = newCode(tx, order.paidTo);
    return answer;
}

QString HubSync::newCode(Transaction &tx, WalletId wallet)
{
    const QString code = Secrets::claimCode();
    const QByteArray hash = Secrets::claimHash(code);
    LedgerStore(tx.db()).addClaim({wallet, hash, false});
    tx.tell(u"claimMade"_s, {{u"wallet"_s, wallet.text()}, {u"code"_s, QString::fromLatin1(hash.toHex())}});
    return code;
}

} // namespace foyer
