#pragma once

#include "domain/Deliver.h"
#include "domain/HouseSettings.h"
#include "domain/Order.h"
#include "domain/SeatCommand.h"
#include "domain/Staff.h"
#include "items/CheckoutModel.h"
#include "items/SeatMapModel.h"
#include "items/TenderModel.h"
#include "services/ReservationService.h"

namespace foyer {

class BoxOffice;
class ConsentModel;

/// Selling at a counter: one customer in front of the clerk, from the date to the tickets, and those whose orders were
/// put aside. Money is taken in as many tenders as it needs and pays by itself once it is enough. In the UI thread.
class SaleModel : public QObject
{
    Q_OBJECT
public:
    SaleModel(BoxOffice &office, TenderDesk &tenders, ConsentModel &consent, QObject *parent);

    /// An order put aside: its seats stay held until their time is over.
    struct Parked {
        TokenPass pass;
        PerformanceOffer offer;
        int seats = 0;
        Money total;
        SteadyTime deadline;
    };
    /// Tickets of an order that are given back for the seats that are chosen now.
    struct Exchange {
        OrderId order;
        QString number; ///< the order's
        QList<SeatIndex> seats;
        Money worth;
    };
    enum class Closed : quint8 { No, NoClerk, NoShift }; ///< why nothing can be sold

    Closed closed() const;
    bool isBusy() const { return m_busy; }
    const std::optional<PerformanceOffer> &offer() const { return m_offer; } ///< nothing: no date is chosen yet
    SeatMapModel &seats() { return m_seats; }
    CheckoutModel &lines() { return m_lines; }
    TenderModel &tender() { return m_tender; }
    const QList<Parked> &parked() const { return m_parked; }
    const QList<ReservationService::Block> &blocked() const { return m_blocked; }
    const std::optional<Order> &sold() const { return m_sold; }   ///< the last, until the next customer's first seat
    Money change() const { return m_change; }                     ///< of the last sale
    const std::optional<Claim> &claim() const { return m_claim; } ///< money that couldn't be given back by hand
    const std::optional<Exchange> &exchange() const { return m_exchange; } ///< not given back yet
    std::optional<std::chrono::seconds> timeLeft() const;                  ///< of the hold
    bool hasSeats() const { return m_seats.hold().has_value(); }
    bool canTake() const; ///< money, or the order itself where nothing is missing
    bool canPark() const; ///< not in the middle of an exchange: what came back belongs to this order

    void setSettings(const HouseSettings &settings);
    void setClerk(const std::optional<StaffMember> &clerk);
    void tick(); ///< each second

    void open(const PerformanceOffer &offer);
    /// Holds what was typed, instead of what is held; what isn't understood is told by badCommand().
    void command(const QString &typed);
    std::optional<SeatCommand> read(const QString &typed) const; ///< for a hint while typing
    void toggle(SeatIndex seat) { m_seats.toggle(seat); }
    void setType(SeatIndex seat, TicketTypeKey type);
    /// `given` is what the customer hands over: less than is missing is a part of it, more of it is change.
    void take(TenderKind kind, Money given);
    void giveAway(const QList<SeatIndex> &seats);
    void block();
    void unblock(HoldId blocked);
    void park();
    void resume(qsizetype parked);
    void prolong() { m_seats.prolong(); }
    /// Other seats instead of these of an order, none: of all that are left. They are given back, with a supervisor's
    /// consent, once the others are chosen and before anything is taken; a member's over their own wallet.
    void exchange(const Order &order, const QList<SeatIndex> &seats);
    /// Seats go back, money too.
    void cancel();

Q_SIGNALS:
    void changed();
    void asked(); ///< something anew: what was said before is over
    void badCommand(const foyer::SeatCommand &command);
    void noSuchSeats(const foyer::SeatCommand &command);
    void paid(const foyer::Order &order);
    void failed(const foyer::Problem &problem);

private:
    void begin();
    void enter(const TokenPass &pass);
    void leave();
    bool makeRoom(); ///< whoever is in front of the desk is put aside, or goes; false: neither can be just now
    void forget();   ///< the customer in front of the desk; answers for them are dropped
    void giveBackWhatIsLeft(const TokenPass &pass); ///< of a guest, the way it came
    void payOutLeft(const TokenPass &pass, WalletId wallet, Money left, const QString &why); ///< out of the drawer
    void chosen(const QList<SeatProposal> &proposals);
    void settled(const TenderOutcome &outcome);
    void bringBack();
    bool isExchanging() const { return m_exchange || !m_exchangedBecause.isEmpty(); }
    void pay();
    void loadBlocked();
    void applyType();
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when the customer has gone meanwhile.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    BoxOffice &m_office;
    TenderDesk &m_tenders;
    ConsentModel &m_consent;
    SeatMapModel m_seats;
    CheckoutModel m_lines;
    TenderModel m_tender;
    HouseSettings m_settings;
    std::optional<StaffMember> m_clerk;
    std::optional<StaffId> m_servedBy; ///< whose customer this is
    std::optional<PerformanceOffer> m_offer;
    std::optional<TokenPass> m_pass;
    bool m_isMember = false; ///< what is left stays in their wallet
    bool m_isOpen = false;   ///< the seats are this customer's
    bool m_needsShift = false;
    bool m_busy = false;
    bool m_begins = false;
    int m_customer = 0; ///< answers for an earlier one are dropped
    QString m_typed;    ///< before the seats were there
    std::optional<SeatCommand> m_command;
    std::optional<TicketTypeKey> m_type; ///< for the seats that a command holds
    OrderId m_orderId;                   ///< made before the first attempt to pay a hold, kept for its retries
    HoldId m_orderHold;
    Money m_left, m_changeDue; ///< after the tender under way
    std::optional<Order> m_sold;
    Money m_change;
    std::optional<Claim> m_claim;
    std::optional<Exchange> m_exchange;
    QString m_exchangedBecause; ///< of what was given back for this order
    QList<Parked> m_parked;
    QList<ReservationService::Block> m_blocked;
    SteadyTime m_verified;
};

template <typename T, typename Handler>
void SaleModel::ask(QFuture<Result<T>> future, Handler handler)
{
    Q_EMIT asked();
    setBusy(true);
    deliver(
        std::move(future), this, [this, handler = std::move(handler), customer = m_customer](const Result<T> &result) {
            if (customer != m_customer)
                return;
            setBusy(false);
            if (result.ok())
                handler(result.value());
            else
                Q_EMIT failed(Problem::of(result));
        });
}

} // namespace foyer
