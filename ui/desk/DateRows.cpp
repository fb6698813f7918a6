#include "ui/desk/DateRows.h"

#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

DateRows::DateRows(DeskModel &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk)
{
    connect(&desk.programme(), &DatesModel::loaded, this, &DateRows::show);
    connect(&desk.programme(), &QAbstractItemModel::dataChanged, this, &DateRows::show);
    show();
}

int DateRows::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_offers.size()); }
int DateRows::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString DateRows::text(const PerformanceOffer &offer, int column) const
{
    const Wording words;
    const QString language = words.locale().name().left(2);
    switch (Column(column)) {
    case When: return words.dateTimeText(offer.performance.startsAt, QTimeZone(m_desk.settings().timeZone));
    case What: return offer.show.title.in(language);
    case Where: return offer.house.name.in(language);
    case Left:
        if (offer.performance.state == PerformanceState::Cancelled)
            return words.name(offer.performance.state);
        return offer.window != SalesWindow::Open ? words.name(offer.window)
               : offer.isSoldOut()               ? tr("Sold out")
                                                 : words.locale().toString(offer.seatsLeft);
    case From: return words.money(offer.priceFrom);
    case Columns: break;
    }
    return {};
}

QVariant DateRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() >= Left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? text(m_offers[index.row()], index.column()) : QVariant();
}

QVariant DateRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When: return tr("When");
    case What: return tr("What");
    case Where: return tr("Where");
    case Left: return tr("Left");
    case From: return tr("From");
    case Columns: break;
    }
    return {};
}

void DateRows::filter(const QString &typed)
{
    m_typed = typed.trimmed();
    show();
}

void DateRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    show();
}

void DateRows::show()
{
    beginResetModel();
    m_offers.clear();
    for (const bool bookable : {true, false})
        for (const PerformanceOffer &offer : m_desk.programme().offers()) {
            bool isWanted = m_typed.isEmpty();
            for (int column = When; column <= Where && !isWanted; ++column)
                isWanted = text(offer, column).contains(m_typed, Qt::CaseInsensitive);
            if (isWanted && offer.isBookable() == bookable)
                m_offers.append(offer);
        }
    endResetModel();
}

} // namespace foyer
