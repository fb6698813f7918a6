#pragma once

#include "domain/HouseSettings.h"
#include "domain/Wallet.h"
#include "items/SeatMapModel.h"

namespace foyer {

/// What is about to be paid: a row a held seat, the total, and what the wallet lacks (FLOWS 8.3). Facts only; why the
/// pay button is grey is answered here.
class CheckoutModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { SeatNameRole = Qt::UserRole + 1, CategoryRole, TypeRole, PriceRole };

    CheckoutModel(Shop &shop, SeatMapModel &seats, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    struct Line {
        SeatIndex seat{};
        SeatName name;
        QString category;
        int categoryIndex = 0;
        TicketType type;
        Money price;
        QList<std::pair<TicketType, Money>> choices; ///< every type this seat can be sold as
    };
    const QList<Line> &lines() const { return m_lines; }
    const SeatsOfDate *date() const { return m_seats.date() ? &*m_seats.date() : nullptr; }

    /// Until the performance starts; negative once it has.
    std::optional<std::chrono::seconds> startsIn() const;

    Money total() const { return m_total; }
    Money tax() const;
    const std::optional<Balance> &balance() const { return m_balance; } ///< nothing while it is being read
    Money missing() const;                                              ///< zero: the balance is enough
    bool needsAgeConfirmed() const;
    /// The pay button: everything is known, nothing is under way, and the balance is enough.
    bool isPayable() const;
    bool isBusy() const { return m_busy; }

    void open(const TokenPass &pass, const HouseSettings &settings);
    void close();
    void setType(SeatIndex seat, TicketTypeKey type);
    void confirmAge();
    void setBusy(bool busy);
    void refreshBalance();

Q_SIGNALS:
    void changed();
    void failed(const foyer::Problem &problem);

private:
    void rebuild();

    Shop &m_shop;
    SeatMapModel &m_seats;
    TokenPass m_pass;
    HouseSettings m_settings;
    QList<Line> m_lines;
    Money m_total;
    std::optional<Balance> m_balance;
    bool m_open = false;
    bool m_busy = false;
    bool m_ageConfirmed = false;
};

} // namespace foyer
