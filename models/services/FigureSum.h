#pragma once

#include "domain/Figures.h"
#include "domain/HouseSettings.h"
#include "storage/FigureStore.h"

#include <map>

namespace foyer {

/// Adds sales and refunds up, told apart by one dimension, so that every column is the total's column cut up.
///
/// A refund counts where its order counts: its performance, who sold it, the node whose books it is in; but in the hour
/// in which it was given, and with the balance, for that is where the ledger puts it, whatever the order was paid with.
/// By category and type it counts with its tickets where the rows say exactly which these are: all of the order's void
/// tickets are of one kind, or all of what they had cost went back in the span. Else it is a row of its own.
class FigureSum
{
public:
    FigureSum(FigureDimension by, const HouseSettings &settings, NodeId node);

    void add(const FigureStore::Sold &order, const FigureStore::Taken &taken);
    /// All that went back of one order in the span; `before`: what went back earlier. Nothing known of the order:
    /// another node sold it.
    void addRefunds(
        const std::optional<FigureStore::Sold> &order, const QList<FigureStore::Refund> &refunds, qint64 before);

    QList<FigureRow> rows() const;
    const FigureRow &total() const { return m_total; }

private:
    struct Part {
        FigureKey key;
        qint64 amount = 0;
        int seats = 0, given = 0;
    };
    FigureRow &row(const FigureKey &key);
    FigureKey keyOf(const FigureStore::Sold &order) const;
    FigureKey keyOf(const FigureStore::Ticket &ticket) const;
    QList<Part> partsOf(const FigureStore::Sold &order, const FigureStore::Taken &taken) const;
    QList<Part> partsOf(const FigureStore::Sold &order, const FigureStore::Refund &refund, qint64 inSpan) const;
    bool isByTicket() const { return m_by == FigureDimension::Category || m_by == FigureDimension::Type; }
    int hourOf(const QDateTime &at) const;
    void fillHours(QList<FigureRow> &rows) const;

    FigureDimension m_by;
    HouseSettings m_settings;
    QTimeZone m_zone;
    NodeId m_node;
    FigureRow m_none, m_total;
    std::map<FigureKey, FigureRow> m_rows;
    mutable QHash<qint64, int> m_hours; ///< by quarter of an hour: a time zone is slow to ask
};

} // namespace foyer
