#pragma once

#include "domain/Seats.h"
#include "domain/Token.h"
#include "items/Problem.h"

#include <QAbstractListModel>
#include <QFuture>

namespace foyer {

class Shop;

/// Every seat of one date, a row a seat, kept true while it is open (FLOWS 4), and the customer's hold (FLOWS 5). A
/// choice is shown at once and confirmed or taken back when the store answers.
class SeatMapModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ShownRole = Qt::UserRole + 1, PriceRole, CategoryRole, NameRole, KindRole };

    SeatMapModel(Shop &shop, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const std::optional<SeatsOfDate> &date() const { return m_date; } ///< nothing while loading
    std::optional<Hold> hold() const { return m_date ? m_date->hold : std::nullopt; }
    SeatShown shown(SeatIndex seat) const { return m_date->shown[indexOf(seat)]; }
    Money priceOf(SeatIndex seat) const; ///< as the default ticket type
    const QList<int> &freeByCategory() const { return m_freeByCategory; }
    bool isAsking() const { return !m_asking.isEmpty(); } ///< a choice is shown ahead of its answer

    void open(const TokenPass &pass, PerformanceKey performance);
    void close();
    /// Holds a free seat, lets go of one's own.
    void toggle(SeatIndex seat);
    /// Holds these instead of all that is held, both or neither. Nothing while an answer is awaited.
    void choose(QList<SeatIndex> seats);
    /// Looks for up to three choices for such a party; proposed() tells them, unless another wish comes first. One's
    /// own seats count as free: they would be given up.
    void propose(const SeatWish &wish);
    QList<SeatIndex> stranded() const; ///< free seats that one's own leave alone
    QList<SeatIndex> movedUp() const;  ///< seats to choose instead, which leave none alone; none where there are none
    /// What was held before the last choice, to choose it again; none when nothing was.
    const QList<SeatIndex> &before() const { return m_before; }
    void prolong();
    void setTicketType(SeatIndex seat, TicketTypeKey type);
    /// Reads the hold again, after something else changed it.
    void refreshHold();

Q_SIGNALS:
    void opened();
    void seatsChanged(const QList<foyer::SeatIndex> &seats);
    void holdChanged();
    void choosing();                                     ///< seats are being held or given up
    void holdLost(const QList<foyer::SeatIndex> &seats); ///< lapsed, or ended elsewhere
    void proposed(const QList<foyer::SeatProposal> &proposals);
    void failed(const foyer::Problem &problem);

private:
    void update(const QList<SeatIndex> &seats);
    void show(SeatIndex seat, SeatShown shown);
    void look();
    void dropProposals();
    void showAhead(const QList<SeatIndex> &seats, SeatShown shown);
    void countFree();
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);
    template <typename Handler>
    void askForAll(Handler handler);
    void askOfHold(QFuture<Result<Hold>> future);
    void exchange(const QList<SeatIndex> &drop, const QList<SeatIndex> &add);
    void answered(const Result<Hold> &hold, const QList<SeatIndex> &seats);
    QList<SeatIndex> ownSeats() const;
    std::vector<bool> freeOrOwn() const;
    void take(const Hold &hold);
    void load(bool keepOpen);
    void replace(const SeatsOfDate &date);
    void setHold(const std::optional<Hold> &hold);

    Shop &m_shop;
    TokenPass m_pass;
    PerformanceKey m_performance;
    std::optional<SeatsOfDate> m_date;
    QSet<SeatIndex> m_asking; ///< shown ahead of the store's answer
    QList<SeatIndex> m_before;
    QList<int> m_freeByCategory;
    int m_opened = 0;               ///< raised with every date and customer
    int m_choices = 0;              ///< raised with every choice and its answer
    std::optional<SeatWish> m_wish; ///< to be answered; one at a time is looked for
    bool m_isLooking = false;
};

} // namespace foyer
