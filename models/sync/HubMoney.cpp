#include "sync/HubMoney.h"

#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/LedgerStore.h"
#include "sync/HeardPush.h"

namespace foyer {

using Holding = HubMoneyStore::Holding;

struct HubMoney::Line {
    Account account = Account::Elsewhere;
    qint64 amount = 0;
};

namespace {
Account accountOf(TenderKind kind) { return kind == TenderKind::Cash ? Account::Cash : Account::Card; }
} // namespace

void HubMoney::apply(Transaction &tx, const EpochRow &from, const HeardEntry &facts)
{
    if (const ClaimFact &claim = facts.claim; !claim.wallet.isNull())
        applyClaim(claim);
    const MoneyFact &fact = facts.money;
    if (fact.kind == MoneyFact::Kind::None)
        return;
    if (fact.kind == MoneyFact::Kind::Redeemed)
        return redeem(tx, from, fact);
    Holding holding = HubMoneyStore(m_db).find(fact.wallet, from.id);
    if (!holding.isKnown) // whoever holds something of a wallet was heard of
        LedgerStore(m_db).openWallet({fact.wallet, {}, {0, tx.settings().currency}});
    const auto changes = [&](Account other, int by) {
        book(tx, fact, {Account::Elsewhere, by * fact.amount}, {other, -by * fact.amount});
        holding.amount += by * fact.amount;
    };
    switch (fact.kind) {
    case MoneyFact::Kind::None:
    case MoneyFact::Kind::Redeemed: break;
    case MoneyFact::Kind::ToppedUp: changes(accountOf(fact.tender), 1); break;
    case MoneyFact::Kind::Sold: changes(Account::Sales, -1); break;
    case MoneyFact::Kind::Refunded: changes(Account::Sales, 1); break;
    case MoneyFact::Kind::SetAside: changes(Account::PayingOut, -1); break;
    case MoneyFact::Kind::PayOutFailed:
        changes(Account::PayingOut, 1);
        LedgerStore(m_db).setClaimPaid(fact.wallet, false); // its code, where there is one, is good again
        break;
    case MoneyFact::Kind::PaidOut:
        book(tx, fact, {Account::PayingOut, -fact.amount}, {accountOf(fact.tender), fact.amount});
        break;
    case MoneyFact::Kind::Taken:
        if (holding.given == fact.amount && holding.fence == fact.fence)
            holding.given = 0;
        else
            move(tx, fact.wallet, fact.amount); // given by a hub that this database forgot
        holding.amount += fact.amount;
        break;
    case MoneyFact::Kind::Returned:
        move(tx, fact.wallet, -fact.amount);
        holding.amount -= fact.amount;
        holding.isVisit = false;
        break;
    }
    finish(tx, from, holding, fact.kind == MoneyFact::Kind::Taken || fact.kind == MoneyFact::Kind::Returned);
}

void HubMoney::finish(Transaction &tx, const EpochRow &from, Holding &holding, bool mayFollow)
{
    settle(tx, holding);
    const bool isGivenUp = from.state == EpochState::Closed && holding.amount > 0; // everything was, for good
    if (isGivenUp) {
        move(tx, holding.wallet, -holding.amount);
        holding.amount = 0;
    }
    HubMoneyStore(m_db).save(holding);
    tx.changes().wallets.insert(holding.wallet);
    if (isGivenUp || mayFollow)
        giveVisit(tx, holding.wallet);
}

/// The same node holds the amount, of another wallet.
void HubMoney::redeem(Transaction &tx, const EpochRow &from, const MoneyFact &fact)
{
    LedgerStore ledger(m_db);
    const Money amount{fact.amount, tx.settings().currency}, less{-fact.amount, amount.currency};
    for (const WalletId wallet : {fact.wallet, fact.to})
        ledger.openWallet({wallet, {}, {0, amount.currency}});
    ledger.move(m_ids.make<MovementId>(), MovementKind::Redeemed, m_clock.utc(), fact.wallet.bytes(),
        {{Account::Elsewhere, fact.wallet, less}, {Account::Elsewhere, fact.to, amount}});
    Holding source = HubMoneyStore(m_db).find(fact.wallet, from.id);
    source.amount -= fact.amount;
    finish(tx, from, source, false);
    Holding target = HubMoneyStore(m_db).find(fact.to, from.id);
    target.amount += fact.amount;
    finish(tx, from, target, false);
}

void HubMoney::book(Transaction &tx, const MoneyFact &fact, const Line &one, const Line &other)
{
    static const QHash<MoneyFact::Kind, MovementKind> kinds{{MoneyFact::Kind::ToppedUp, MovementKind::TopUp},
        {MoneyFact::Kind::Sold, MovementKind::Purchase}, {MoneyFact::Kind::Refunded, MovementKind::Refund},
        {MoneyFact::Kind::SetAside, MovementKind::PayOutSet}, {MoneyFact::Kind::PaidOut, MovementKind::PayOutDone},
        {MoneyFact::Kind::PayOutFailed, MovementKind::PayOutFailed}};
    const auto posting = [&](const Line &line) {
        const bool isOwned = line.account == Account::Elsewhere;
        return Posting{
            line.account, isOwned ? std::optional(fact.wallet) : std::nullopt, {line.amount, tx.settings().currency}};
    };
    LedgerStore(m_db).move(
        m_ids.make<MovementId>(), kinds.value(fact.kind), m_clock.utc(), fact.cause, {posting(one), posting(other)});
}

/// Between what is free here and what epochs hold.
void HubMoney::move(Transaction &tx, WalletId wallet, qint64 toElsewhere)
{
    const Money amount{toElsewhere, tx.settings().currency}, back{-toElsewhere, amount.currency};
    LedgerStore(m_db).move(m_ids.make<MovementId>(), MovementKind::Brought, m_clock.utc(), wallet.bytes(),
        {{Account::Wallet, wallet, back}, {Account::Elsewhere, wallet, amount}});
    LedgerStore ledger(m_db);
    const auto row = ledger.wallet(wallet);
    const auto claim = ledger.claimOf(wallet);
    if (!row->member && row->balance.isPositive() && (!claim || claim->paid))
        ledger.addClaim({wallet, {}, false}); // a guest's that nobody has a code for: staff look after it
}

/// What it spent or gave back beyond what it had was released before, or is spent twice: a late entry settles against
/// what is free.
void HubMoney::settle(Transaction &tx, Holding &holding)
{
    if (holding.amount >= 0)
        return;
    move(tx, holding.wallet, -holding.amount);
    holding.amount = 0;
}

void HubMoney::giveVisit(Transaction &tx, WalletId wallet)
{
    const QList<Holding> holdings = HubMoneyStore(m_db).of(wallet);
    for (Holding holding : holdings)
        if (holding.isVisit && holding.given == 0)
            send(tx, holding);
}

void HubMoney::giveVisits(Transaction &tx)
{
    const QList<WalletId> visiting = HubMoneyStore(m_db).visiting();
    for (const WalletId wallet : visiting)
        giveVisit(tx, wallet);
}

std::optional<AmountRight> HubMoney::visit(Transaction &tx, EpochId to, WalletId wallet)
{
    HubMoneyStore store(m_db);
    for (Holding holding : store.of(wallet))
        if (holding.isVisit && holding.holder != to) {
            holding.isVisit = false;
            store.save(holding);
        }
    Holding holding = store.find(wallet, to);
    holding.isVisit = true;
    store.save(holding);
    return send(tx, holding);
}

void HubMoney::visited(Transaction &tx, EpochId to, WalletId wallet)
{
    const auto row = LedgerStore(m_db).wallet(wallet);
    const auto epoch = EpochStore(m_db).find(to);
    if (!row || !row->member || !mayHold(epoch->state))
        return;
    Holding holding = HubMoneyStore(m_db).find(wallet, to);
    holding.isVisit = true;
    HubMoneyStore(m_db).save(holding);
    send(tx, holding);
}

std::optional<AmountRight> HubMoney::give(Transaction &tx, EpochId to, WalletId wallet)
{
    Holding holding = HubMoneyStore(m_db).find(wallet, to);
    return send(tx, holding);
}

/// One right at a time: what it hasn't taken yet is sent again instead of another.
std::optional<AmountRight> HubMoney::send(Transaction &tx, Holding &holding)
{
    const auto wallet = LedgerStore(m_db).wallet(holding.wallet);
    if (!wallet)
        return std::nullopt;
    if (holding.given == 0) {
        if (!wallet->balance.isPositive() || wallet->blocked || EpochStore(m_db).anyMustReport())
            return std::nullopt;
        holding.given = wallet->balance.minor;
        holding.fence = tx.nextFence();
        move(tx, holding.wallet, holding.given);
        HubMoneyStore(m_db).save(holding);
        HubMoneyStore(m_db).noteNews(holding.holder, tx.nextChange());
        tx.changes().wallets.insert(holding.wallet);
        tx.tell(QStringLiteral("amountGiven"),
            {{QStringLiteral("node"), holding.holder.node.text()}, {QStringLiteral("epoch"), holding.holder.number},
                {QStringLiteral("wallet"), holding.wallet.text()}, {QStringLiteral("amount"), holding.given},
                {QStringLiteral("incarnation"), holding.fence.incarnation},
                {QStringLiteral("number"), holding.fence.number}});
    }
    return AmountRight{holding.wallet, wallet->member, {holding.given, wallet->balance.currency}, holding.fence};
}

void HubMoney::reported(Transaction &tx, EpochId epoch)
{
    HubMoneyStore store(m_db);
    for (Holding holding : store.of(epoch)) {
        if (holding.given == 0 || holding.fence.incarnation == tx.head().incarnation)
            continue;
        move(tx, holding.wallet, -holding.given);
        holding.given = 0;
        store.save(holding);
        giveVisit(tx, holding.wallet);
    }
}

void HubMoney::ended(Transaction &, EpochId epoch)
{
    HubMoneyStore store(m_db);
    for (Holding holding : store.of(epoch)) {
        holding.isVisit = false;
        store.save(holding);
    }
}

void HubMoney::takeBack(Transaction &tx, EpochId epoch)
{
    HubMoneyStore store(m_db);
    for (Holding holding : store.of(epoch)) {
        move(tx, holding.wallet, -(holding.amount + holding.given));
        holding.amount = holding.given = 0;
        holding.isVisit = false;
        store.save(holding);
        giveVisit(tx, holding.wallet);
    }
}

void HubMoney::applyClaim(const ClaimFact &fact)
{
    LedgerStore ledger(m_db);
    const auto wallet = ledger.wallet(fact.wallet);
    if (wallet && wallet->member)
        return; // a member's money is no code's
    if (fact.isPaid)
        return ledger.setClaimPaid(fact.wallet, true);
    const auto known = ledger.claimOf(fact.wallet);
    if (fact.code.isEmpty() && known && !known->paid)
        return; // somebody has a code for it
    const auto others = ledger.claim(fact.code);
    const bool isOthers = others && others->wallet != fact.wallet; // whoever made it up is paid nothing by it
    ledger.addClaim({fact.wallet, isOthers ? QByteArray() : fact.code, false});
}

QHash<EpochId, QList<AmountRight>> HubMoney::onTheirWay() const
{
    QHash<EpochId, QList<AmountRight>> rights;
    for (const Holding &holding : HubMoneyStore(m_db).onTheirWay())
        if (const auto wallet = LedgerStore(m_db).wallet(holding.wallet))
            rights[holding.holder].append(
                {holding.wallet, wallet->member, {holding.given, wallet->balance.currency}, holding.fence});
    return rights;
}

} // namespace foyer
