#include "items/DatesModel.h"

#include "services/Shop.h"

namespace foyer {

DatesModel::DatesModel(Shop &shop, QObject *parent) : QAbstractListModel(parent), m_shop(shop)
{
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_open && (!changes.seats.isEmpty() || changes.catalogue || changes.settings || changes.everything))
            refresh();
    });
}

int DatesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_offers.size()); }

QVariant DatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PerformanceOffer &offer = m_offers[index.row()];
    switch (role) {
    case Qt::DisplayRole: return offer.show.title.in(QString());
    case OfferRole: return QVariant::fromValue(offer);
    case StartRole: return offer.performance.startsAt;
    default: return {};
    }
}

void DatesModel::open(std::optional<TokenPass> pass)
{
    m_pass = std::move(pass);
    m_open = true;
    refresh();
}

void DatesModel::pause() { m_open = false; }

void DatesModel::close()
{
    m_pass.reset();
    m_open = false;
    m_loaded = false;
    beginResetModel();
    m_offers.clear();
    endResetModel();
}

void DatesModel::refresh()
{
    if (std::exchange(m_asking, true)) {
        m_again = true; // one answer at a time: a busy evening changes seats faster than lists are read
        return;
    }
    auto dates = m_pass ? m_shop.dates(*m_pass) : m_shop.programme();
    deliver(std::move(dates), this, [this](const Result<QList<PerformanceOffer>> &offers) {
        m_asking = false;
        if (!m_open)
            return;
        if (offers.ok())
            show(offers.value());
        else
            Q_EMIT failed(Problem::of(offers));
        if (std::exchange(m_again, false))
            refresh();
    });
}

void DatesModel::show(const QList<PerformanceOffer> &offers)
{
    const auto sameRows = [&] {
        return std::equal(offers.begin(), offers.end(), m_offers.begin(), m_offers.end(),
            [](const PerformanceOffer &a, const PerformanceOffer &b) {
                return a.performance.key == b.performance.key;
            });
    };
    if (m_loaded && sameRows()) {
        m_offers = offers;
        if (!offers.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(offers.size()) - 1));
    } else {
        beginResetModel();
        m_offers = offers;
        endResetModel();
    }
    m_loaded = true;
    Q_EMIT loaded();
}

} // namespace foyer
