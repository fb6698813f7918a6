#include "ui/desk/ShiftRows.h"

#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
int alignmentOf(int column)
{
    return int((column == ShiftRows::Number || column == ShiftRows::Difference ? Qt::AlignRight : Qt::AlignLeft) |
               Qt::AlignVCenter);
}
} // namespace

ShiftRows::ShiftRows(ShiftModel &shifts, QObject *parent) : QAbstractTableModel(parent), m_shifts(shifts)
{
    connect(&shifts, &ShiftModel::historyChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int ShiftRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shifts.history().size());
}
int ShiftRows::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }
bool ShiftRows::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_shifts.hasMore(); }
void ShiftRows::fetchMore(const QModelIndex &) { m_shifts.loadMore(); }

QString ShiftRows::text(const Shift &shift, Column column) const
{
    const Wording words;
    switch (column) {
    case Number: return words.locale().toString(shift.number);
    case When: return words.dateTimeText(shift.end->at, m_zone);
    case Who: return shift.end->byName;
    case Difference: {
        const Money difference = shift.end->difference();
        return difference.isZero() ? u"–"_s : (difference.isPositive() ? u"+"_s : QString()) + words.money(difference);
    }
    case Columns: break;
    }
    return {};
}

QVariant ShiftRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    return role == Qt::DisplayRole ? text(m_shifts.history()[index.row()], Column(index.column())) : QVariant();
}

QVariant ShiftRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number: return tr("No.");
    case When: return tr("Closed");
    case Who: return tr("By");
    case Difference: return tr("Difference");
    case Columns: break;
    }
    return {};
}

void ShiftRows::retranslate(const QTimeZone &zone)
{
    m_zone = zone;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

} // namespace foyer
