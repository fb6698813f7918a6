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

/// Nothing that was typed for one member, or said yes to, is done with another.
bool WalletsModel::isStill(MemberId member)
{
    if (!m_clerk || (m_file && m_file->line.member.id == member))
        return true;
    Q_EMIT failed({.refused = Refused{.why = Refusal::MemberUnknown}});
    return false;
}

void WalletsModel::topUp(MemberId member, TenderKind kind, Money amount)
{
    if (isStill(member) && can(WalletAct::TopUp))
        begin(m_office.topUp(m_office.shop().newTenderId(), member, amount, kind, *m_clerk),
            {WalletAct::TopUp, member, m_opened});
}

void WalletsModel::payOut(MemberId member, Money amount, const Consent &by)
{
    if (isStill(member) && can(WalletAct::PayOut))
        begin(m_office.payOutBalance(member, amount, by), {WalletAct::PayOut, member, m_opened});
}

void WalletsModel::payCode(const QString &code, const Consent &by)
{
    if (can(WalletAct::PayCode))
        begin(m_office.payClaim(code, by.who.id), {WalletAct::PayCode, std::nullopt, m_opened});
}

void WalletsModel::resetPin(MemberId member, const QString &pin, const Consent &by)
{
    if (isStill(member) && can(WalletAct::NewPin))
        changedBy(m_office.resetPin(member, pin, by), WalletAct::NewPin);
}

void WalletsModel::giveCard(MemberId member, const QString &code, const Consent &by)
{
    if (isStill(member) && can(WalletAct::NewCard))
        changedBy(m_office.giveCard(member, code, by), WalletAct::NewCard);
}

void WalletsModel::setBlocked(MemberId member, bool blocked, const Consent &by)
{
    const WalletAct act = blocked ? WalletAct::Block : WalletAct::Unblock;
    if (isStill(member) && can(act))
        changedBy(m_office.setBlocked(member, blocked, by), act);
}

void WalletsModel::newCode(WalletId unclaimed, const Consent &by)
{
    if (m_clerk && !m_busy && m_unclaimed)
        ask(m_office.newCode(unclaimed, by), [this](const Claim &claim) { m_claim = claim; });
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

/// Once it is in the books its device is asked, also where the desk was locked meanwhile; one after the other.
void WalletsModel::begin(QFuture<Result<Tender>> begun, const Moving &moving)
{
    beginToAsk();
    deliver(std::move(begun), this, [this, moving](const Result<Tender> &tender) {
        const bool isLate = moving.opened != m_opened;
        if (!isLate)
            m_busy = false;
        if (tender.ok()) {
            m_moving.insert(tender.value().id, moving);
            m_tender.run(QList{tender.value()});
        } else if (!isLate) {
            Q_EMIT failed(Problem::of(tender));
        }
        Q_EMIT changed();
    });
}

bool WalletsModel::isHere(const Moving &moving) const
{
    return moving.member ? m_file && m_file->line.member.id == *moving.member : moving.opened == m_opened;
}

bool WalletsModel::isTenderHere() const
{
    const auto moving = m_tender.tender() ? m_moving.find(m_tender.tender()->id) : m_moving.end();
    return moving != m_moving.end() && isHere(*moving);
}

/// Told where it belongs: beside somebody else it would be read as theirs.
void WalletsModel::settled(const TenderOutcome &outcome)
{
    const Moving moving = m_moving.take(outcome.tender.id);
    if (isHere(moving)) {
        m_claim = outcome.claim;
        if (outcome.tender.state == TenderState::Approved)
            m_deed = Deed{moving.act, outcome.tender.amount};
        else
            Q_EMIT failed({.refused = Refused{.why = Refusal::TenderDeclined}});
    }
    readAgain();
    Q_EMIT changed();
}

} // namespace foyer
