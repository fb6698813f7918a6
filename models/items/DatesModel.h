#pragma once

#include "domain/Catalogue.h"
#include "domain/Token.h"
#include "items/Problem.h"

#include <QAbstractListModel>

namespace foyer {

class Shop;

/// Performances in order of their start, with what is left: the programme for everybody, or, with a token, what can be
/// booked (FLOWS 3). Sold-out and not-yet-open ones are in it.
class DatesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { OfferRole = Qt::UserRole + 1, StartRole };

    DatesModel(Shop &shop, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<PerformanceOffer> &offers() const { return m_offers; }
    bool isLoaded() const { return m_loaded; }

    /// Shows the programme, or the dates for this pass, and keeps them true.
    void open(std::optional<TokenPass> pass);
    void pause(); ///< asks no more; what was shown stays until it is opened again
    void close(); ///< forgets the pass and the list: the next customer's is read for them

Q_SIGNALS:
    void loaded();
    void failed(const foyer::Problem &problem);

private:
    void refresh();
    void show(const QList<PerformanceOffer> &offers);

    Shop &m_shop;
    std::optional<TokenPass> m_pass;
    QList<PerformanceOffer> m_offers;
    bool m_open = false;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_again = false; ///< something changed while asking
};

} // namespace foyer

Q_DECLARE_METATYPE(foyer::PerformanceOffer)
