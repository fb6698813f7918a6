#include "items/WalletsModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"

namespace foyer {

WalletsModel::WalletsModel(BoxOffice &office, TenderDesk &tenders, QObject *parent)
    : QAbstractTableModel(parent), m_office(office), m_tender(tenders, this)
{
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_file && (changes.wallets.contains(m_file->balance.wallet) || changes.everything))
            readAgain();
    });
    connect(&office.shop(), &Shop::hubStateChanged, this, &WalletsModel::readAgain); // it knows more by now
    connect(&m_tender, &TenderModel::changed, this, &WalletsModel::changed);
    connect(&m_tender, &TenderModel::settled, this, &WalletsModel::settled);
}

int WalletsModel::rowCount(const QModelIndex &parent) const
{
    return m_file && !parent.isValid() ? int(m_file->balance.movements.size()) : 0;
}

QVariant WalletsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const WalletMovement &movement = m_file->balance.movements[index.row()];
    switch (Column(index.column())) {
    case TimeColumn: return movement.at;
    case KindColumn: return int(movement.kind);
    case AmountColumn: return movement.amount.minor;
    case BalanceColumn: return balanceAfter(index.row()).minor;
    case ColumnCount: break;
    }
    return {};
}

Money WalletsModel::balanceAfter(int row) const
{
    Money balance = m_file->balance.amount;
    for (int newer = 0; newer < row; ++newer)
        balance = balance - m_file->balance.movements[newer].amount;
    return balance;
}

bool WalletsModel::can(WalletAct act) const
{
    const bool isFree = m_clerk && !m_busy && !m_tender.tender();
    const bool mayMove = m_file && !m_file->line.isBlocked && !m_file->balance.blocked;
    switch (act) {
    case WalletAct::Register:
    case WalletAct::Unclaimed:
    case WalletAct::PayCode: return isFree;
    case WalletAct::TopUp: return isFree && mayMove;
    case WalletAct::PayOut: return isFree && mayMove && m_file->payable.isPositive();
    case WalletAct::Block: return isFree && m_file && !m_file->line.isBlocked;
    case WalletAct::Unblock: return isFree && m_file && m_file->line.isBlocked;
    case WalletAct::NewPin:
    case WalletAct::NewCard:
    case WalletAct::Statement: return isFree && m_file;
    }
    return false;
}

void WalletsModel::setClerk(const std::optional<StaffId> &clerk)
{
    if (std::exchange(m_clerk, clerk) != clerk)
        close();
}

void WalletsModel::showNothing()
{
    beginResetModel();
    m_file.reset();
    endResetModel();
    m_found.clear();
    m_unclaimed.reset();
    m_isNobodyFound = false;
}

void WalletsModel::close()
{
    ++m_opened;
    m_busy = false;
    m_claim.reset();
    m_deed.reset();
    showNothing();
    Q_EMIT changed();
}

void WalletsModel::search(const QString &typed)
{
    if (!m_clerk || m_busy)
        return;
    close(); // nothing is done with who was there before
    if (typed.trimmed().isEmpty())
        return;
    ask(m_office.findMembers(typed, *m_clerk), [this](const MembersFound &found) {
        m_found = found.lines;
        m_isNobodyFound = m_found.isEmpty();
        if (m_found.size() == 1)
            open(m_found.constFirst().member.id);
    });
}

void WalletsModel::open(qsizetype found)
{
    if (m_clerk && !m_busy && found >= 0 && found < m_found.size())
        open(m_found[found].member.id);
}

void WalletsModel::open(MemberId member)
{
    ask(m_office.openMember(member, *m_clerk), [this](const MemberFile &file) { show(file); });
}

void WalletsModel::show(const MemberFile &file)
{
    beginResetModel();
    m_file = file;
    endResetModel();
    m_found.clear();
    m_unclaimed.reset();
    m_isNobodyFound = false;
}

/// Nobody asked: what it doesn't learn now it learns the next time.
void WalletsModel::readAgain()
{
    if (!m_file || !m_clerk)
        return;
    if (std::exchange(m_isReading, true)) {
        m_readAgain = true;
        return;
    }
    deliver(m_office.openMember(m_file->line.member.id, *m_clerk), this,
        [this, opened = m_opened](const Result<MemberFile> &file) {
            m_isReading = false;
            if (file.ok() && m_file && opened == m_opened && file.value().line.member.id == m_file->line.member.id) {
                show(file.value());
                Q_EMIT changed();
            }
            if (std::exchange(m_readAgain, false))
                readAgain();
        });
}

void WalletsModel::lookAtUnclaimed()
{
    if (!can(WalletAct::Unclaimed))
        return;
    close();
    ask(m_office.unclaimed(*m_clerk), [this](const QList<Unclaimed> &left) { m_unclaimed = left; });
}

void WalletsModel::registerMember(const QString &phone, const QString &pin)
{
    if (!can(WalletAct::Register))
        return;
    close();
    changedBy(m_office.registerMember(phone, pin, *m_clerk), WalletAct::Register);
}

void WalletsModel::topUp(TenderKind kind, Money amount)
{
    if (can(WalletAct::TopUp))
        begin(m_office.topUp(m_office.shop().newTenderId(), m_file->line.member.id, amount, kind, *m_clerk),
            WalletAct::TopUp);
}

void WalletsModel::payOut(Money amount, const Consent &by)
{
    if (can(WalletAct::PayOut))
        begin(m_office.payOutBalance(m_file->line.member.id, amount, by), WalletAct::PayOut);
}

void WalletsModel::payCode(const QString &code, const Consent &by)
{
    if (can(WalletAct::PayCode))
        begin(m_office.payClaim(code, by.who.id), WalletAct::PayCode);
}

void WalletsModel::resetPin(const QString &pin, const Consent &by)
{
    if (can(WalletAct::NewPin))
        changedBy(m_office.resetPin(m_file->line.member.id, pin, by), WalletAct::NewPin);
}

void WalletsModel::giveCard(const QString &code, const Consent &by)
{
    if (can(WalletAct::NewCard))
        changedBy(m_office.giveCard(m_file->line.member.id, code, by), WalletAct::NewCard);
}

void WalletsModel::setBlocked(bool blocked, const Consent &by)
{
    const WalletAct act = blocked ? WalletAct::Block : WalletAct::Unblock;
    if (can(act))
        changedBy(m_office.setBlocked(m_file->line.member.id, blocked, by), act);
}

void WalletsModel::newCode(qsizetype unclaimed, const Consent &by)
{
    if (m_clerk && !m_busy && m_unclaimed && unclaimed >= 0 && unclaimed < m_unclaimed->size())
        ask(m_office.newCode((*m_unclaimed)[unclaimed].wallet, by), [this](const Claim &claim) { m_claim = claim; });
}

void WalletsModel::changedBy(QFuture<Result<MemberFile>> change, WalletAct act)
{
    ask(std::move(change), [this, act](const MemberFile &file) {
        show(file);
        m_deed = Deed{act, file.balance.amount};
    });
}

void WalletsModel::beginToAsk()
{
    Q_EMIT asked();
    m_deed.reset();
    m_claim.reset();
    m_busy = true;
    Q_EMIT changed();
}

/// Once it is in the books its device is asked, also where the desk was locked meanwhile.
void WalletsModel::begin(QFuture<Result<Tender>> begun, WalletAct act)
{
    beginToAsk();
    deliver(std::move(begun), this, [this, act, opened = m_opened](const Result<Tender> &tender) {
        const bool isLate = opened != m_opened;
        if (!isLate)
            m_busy = false;
        if (tender.ok()) {
            m_underWay = act;
            m_tender.run(tender.value());
        } else if (!isLate) {
            Q_EMIT failed(Problem::of(tender));
        }
        Q_EMIT changed();
    });
}

void WalletsModel::settled(const TenderOutcome &outcome)
{
    m_claim = outcome.claim;
    if (outcome.tender.state == TenderState::Approved)
        m_deed = Deed{m_underWay, outcome.tender.amount};
    else
        Q_EMIT failed({.refused = Refused{.why = Refusal::TenderDeclined}});
    readAgain();
    Q_EMIT changed();
}

} // namespace foyer
