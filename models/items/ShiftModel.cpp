#include "items/ShiftModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"

namespace foyer {

namespace {
constexpr int atOnce = 50; ///< of the history
}

ShiftModel::ShiftModel(BoxOffice &office, QObject *parent) : QObject(parent), m_office(office)
{
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (!changes.orders.isEmpty() || !changes.wallets.isEmpty() || changes.everything)
            load();
    });
    connect(&office.shop(), &Shop::hubStateChanged, this, &ShiftModel::load);
}

void ShiftModel::setClerk(const std::optional<StaffMember> &who)
{
    ++m_session;
    m_who = who;
    m_loaded = m_busy = m_hasMore = false;
    m_open.reset();
    m_soFar.reset();
    m_looked.reset();
    m_history.clear();
    Q_EMIT historyChanged();
    Q_EMIT changed();
    setWatched(m_isWatched);
}

void ShiftModel::setWatched(bool watched)
{
    m_isWatched = watched;
    load();
    if (m_history.isEmpty())
        loadHistory();
}

void ShiftModel::load()
{
    if (!m_who || !m_isWatched)
        return;
    const int reading = ++m_reading;
    read(m_office.shift(), [this, reading](const std::optional<Shift> &open) {
        if (reading != m_reading)
            return;
        m_loaded = true;
        m_open = open;
        if (!open) {
            m_soFar.reset();
            return;
        }
        deliver(m_office.shiftReport(m_who->id), this,
            [this, reading, session = m_session](const Result<ShiftReport> &report) {
                if (session != m_session || reading != m_reading)
                    return; // closed meanwhile, it is read again
                if (report.ok())
                    m_soFar = report.value();
                else if (!report.isRefused(Refusal::ShiftNotOpen))
                    Q_EMIT failed(Problem::of(report));
                Q_EMIT changed();
            });
    });
}

void ShiftModel::loadHistory()
{
    if (!m_who || !m_isWatched)
        return;
    read(m_office.closedShifts(std::numeric_limits<qint64>::max(), atOnce), [this](const QList<Shift> &shifts) {
        m_history = shifts;
        m_hasMore = shifts.size() == atOnce;
        Q_EMIT historyChanged();
    });
}

void ShiftModel::loadMore()
{
    if (!m_who || !std::exchange(m_hasMore, false))
        return;
    read(m_office.closedShifts(m_history.constLast().number, atOnce), [this](const QList<Shift> &shifts) {
        m_history += shifts;
        m_hasMore = shifts.size() == atOnce;
        Q_EMIT historyChanged();
    });
}

void ShiftModel::openWith(Money opening)
{
    if (!m_who || m_busy)
        return;
    ask(m_office.openShift(m_who->id, opening), [this](const Shift &shift) {
        m_looked.reset();
        m_open = shift;
        load();
    });
}

void ShiftModel::move(const Consent &consent, Money amount)
{
    if (!m_who || m_busy)
        return;
    ask(m_office.moveCash(consent.who.id, amount, consent.why), [this](const DrawerMovement &) {
        load();
        Q_EMIT moved();
    });
}

void ShiftModel::close(const Consent &consent, const CashCount &counted)
{
    if (!m_who || m_busy)
        return;
    ask(m_office.closeShift(consent.who.id, counted), [this](const ShiftReport &report) {
        m_looked = report;
        m_open.reset();
        m_soFar.reset();
        load();
        loadHistory();
        Q_EMIT closed();
    });
}

void ShiftModel::look(qsizetype row)
{
    if (m_who && !m_busy && row >= 0 && row < m_history.size())
        ask(m_office.shiftReport(m_who->id, m_history[row].id),
            [this](const ShiftReport &report) { m_looked = report; });
}

void ShiftModel::lookAway()
{
    m_looked.reset();
    Q_EMIT changed();
}

void ShiftModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT changed();
}

} // namespace foyer
