#include "ui/desk/HouseRows.h"

#include "domain/Clock.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// Whatever a proxy tells: every word again.
void tellAll(QIdentityProxyModel &rows)
{
    Q_EMIT rows.headerDataChanged(Qt::Horizontal, 0, rows.columnCount() - 1);
    if (const int count = rows.rowCount(); count > 0)
        Q_EMIT rows.dataChanged(rows.index(0, 0), rows.index(count - 1, rows.columnCount() - 1));
}

QVariant alignment(bool isNumber) { return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter); }
} // namespace

TerminalRows::TerminalRows(TerminalsModel &terminals, const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent), m_terminals(terminals), m_clock(clock)
{
    setSourceModel(&terminals);
}

QString TerminalRows::state(const HouseNode &node) const
{
    switch (node.state) {
    case EpochState::Begun: return tr("just enrolled");
    case EpochState::Live: return node.isOnline ? tr("online") : tr("away");
    case EpochState::Over: return tr("revoked");
    case EpochState::Forked: return tr("put back from a copy");
    case EpochState::Closed: return tr("closed");
    }
    return {};
}

QString TerminalRows::text(const HouseNode &node, int column) const
{
    const Wording words;
    switch (TerminalsModel::Column(column)) {
    case TerminalsModel::NameColumn: return node.name + u" · "_s + words.name(node.kind);
    case TerminalsModel::StateColumn: return state(node);
    case TerminalsModel::HeardColumn:
        return node.heardAt.isValid() ? words.momentText(node.heardAt, m_clock.utc(), m_zone) : u"–"_s;
    case TerminalsModel::SeatsColumn: return words.locale().toString(TerminalsModel::seatsOf(node));
    case TerminalsModel::ColumnCount: break;
    }
    return {};
}

QVariant TerminalRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() == TerminalsModel::SeatsColumn);
    return role == Qt::DisplayRole ? text(m_terminals.node(index.row()), index.column()) : QVariant();
}

QVariant TerminalRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section == TerminalsModel::SeatsColumn);
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (TerminalsModel::Column(section)) {
    case TerminalsModel::NameColumn: return tr("Terminal");
    case TerminalsModel::StateColumn: return tr("State");
    case TerminalsModel::HeardColumn: return tr("Last heard");
    case TerminalsModel::SeatsColumn: return tr("Seats there");
    case TerminalsModel::ColumnCount: break;
    }
    return {};
}

void TerminalRows::retranslate(const QTimeZone &zone)
{
    m_zone = zone;
    tellAll(*this);
}

QueueRows::QueueRows(QueueLinesModel &lines, const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent), m_lines(lines), m_clock(clock)
{
    setSourceModel(&lines);
}

QString QueueRows::text(const QueueLine &line, int column) const
{
    const Wording words;
    switch (QueueLinesModel::Column(column)) {
    case QueueLinesModel::NumberColumn: return line.number.text();
    case QueueLinesModel::StateColumn:
        switch (line.state) {
        case TokenState::Waiting: return line.isAway ? tr("waits, with a slip") : tr("waits");
        case TokenState::Admitted: return line.isAway ? tr("called, not there yet") : tr("is served");
        case TokenState::Passed: return tr("called, didn't come");
        case TokenState::Ended: break;
        }
        return {};
    case QueueLinesModel::SinceColumn: return words.momentText(line.since, m_clock.utc(), m_zone);
    case QueueLinesModel::WhereColumn: return line.terminal.isEmpty() ? tr("here") : line.terminal;
    case QueueLinesModel::ColumnCount: break;
    }
    return {};
}

QVariant QueueRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(false);
    return role == Qt::DisplayRole ? text(m_lines.line(index.row()), index.column()) : QVariant();
}

QVariant QueueRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (QueueLinesModel::Column(section)) {
    case QueueLinesModel::NumberColumn: return tr("No.");
    case QueueLinesModel::StateColumn: return tr("State");
    case QueueLinesModel::SinceColumn: return tr("Came at");
    case QueueLinesModel::WhereColumn: return tr("Where");
    case QueueLinesModel::ColumnCount: break;
    }
    return {};
}

void QueueRows::retranslate(const QTimeZone &zone)
{
    m_zone = zone;
    tellAll(*this);
}

} // namespace foyer
