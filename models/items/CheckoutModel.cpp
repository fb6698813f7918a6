#include "items/CheckoutModel.h"

#include "services/Shop.h"

namespace foyer {

CheckoutModel::CheckoutModel(Shop &shop, SeatMapModel &seats, QObject *parent)
    : QAbstractListModel(parent), m_shop(shop), m_seats(seats)
{
    connect(&seats, &SeatMapModel::holdChanged, this, [this] {
        if (m_open)
            rebuild();
    });
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_open && m_balance && (changes.everything || changes.wallets.contains(m_balance->wallet)))
            refreshBalance();
    });
}

int CheckoutModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant CheckoutModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return line.name.number;
    case CategoryRole: return line.category;
    case TypeRole: return line.type.key.value;
    case PriceRole: return line.price.minor;
    default: return {};
    }
}

void CheckoutModel::open(const TokenPass &pass, const HouseSettings &settings)
{
    if (pass.id != m_pass.id)
        m_balance.reset(); // somebody else's
    m_pass = pass;
    m_settings = settings;
    m_open = true;
    m_busy = false;
    rebuild();
    refreshBalance();
}

void CheckoutModel::close()
{
    beginResetModel();
    m_open = false;
    m_ageConfirmed = false;
    m_busy = false;
    m_lines.clear();
    m_balance.reset();
    m_pass = {};
    m_total = {0, m_settings.currency};
    endResetModel();
    Q_EMIT changed();
}

void CheckoutModel::rebuild()
{
    beginResetModel();
    m_lines.clear();
    m_total = {0, m_settings.currency};
    if (const auto hold = m_seats.hold()) {
        const SeatsOfDate &date = *m_seats.date();
        for (const HeldSeat &held : hold->seats) {
            Line line{held.seat, nameOfSeat(*date.plan, held.seat), date.plan->categoryOf(held.seat).name,
                date.plan->category[indexOf(held.seat)], {}, held.price, {}};
            for (const TicketType &type : date.types) {
                if (type.key == held.type)
                    line.type = type;
                if (const auto price = date.priceOf(held.seat, type.key))
                    line.choices.append({type, *price});
            }
            m_lines.append(line);
            m_total += held.price;
        }
    }
    endResetModel();
    Q_EMIT changed();
}

std::optional<std::chrono::seconds> CheckoutModel::startsIn() const
{
    if (!date())
        return std::nullopt;
    return std::chrono::seconds(m_shop.clock().utc().secsTo(date()->offer.performance.startsAt));
}

Money CheckoutModel::tax() const { return taxWithin(m_total, m_settings.taxBasisPoints); }

Money CheckoutModel::missing() const
{
    const Money balance = m_balance ? m_balance->amount : Money{0, m_total.currency};
    return std::max(m_total - balance, Money{0, m_total.currency});
}

bool CheckoutModel::needsAgeConfirmed() const
{
    return m_open && m_seats.date() && m_seats.date()->offer.show.ageFrom > 0 && !m_ageConfirmed;
}

bool CheckoutModel::isPayable() const
{
    return m_open && !m_busy && m_balance && !m_lines.isEmpty() && missing().isZero() && !needsAgeConfirmed();
}

void CheckoutModel::setType(SeatIndex seat, TicketTypeKey type)
{
    if (!m_busy)
        m_seats.setTicketType(seat, type);
}

void CheckoutModel::confirmAge()
{
    m_ageConfirmed = true;
    Q_EMIT changed();
}

void CheckoutModel::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

void CheckoutModel::refreshBalance()
{
    deliver(m_shop.balance(m_pass), this, [this, asked = m_pass.id](const Result<Balance> &balance) {
        if (!m_open || asked != m_pass.id)
            return;
        if (balance.ok())
            m_balance = balance.value();
        else
            Q_EMIT failed(Problem::of(balance)); // FLOWS 6.1
        Q_EMIT changed();
    });
}

} // namespace foyer
