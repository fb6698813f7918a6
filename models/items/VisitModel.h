#pragma once

#include "domain/Deliver.h"
#include "domain/Order.h"
#include "domain/Visit.h"
#include "items/CheckoutModel.h"
#include "items/DatesModel.h"
#include "items/EnrolModel.h"
#include "items/HubModel.h"
#include "items/QueueModel.h"
#include "items/SeatMapModel.h"
#include "items/StaffCallModel.h"
#include "items/StaffModel.h"
#include "items/TenderModel.h"
#include "items/TicketsModel.h"
#include "items/WalletModel.h"

#include <QFuture>

namespace foyer {

class TenderDesk;

/// One customer's visit at one screen: which step it is at, what a press means there, and the models of the steps.
/// Where to go next is domain/Visit's table; what may be said to whom is the services'. In the UI thread.
class VisitModel : public QObject
{
    Q_OBJECT
public:
    /// `enroller` null: this machine joins no house from its screen.
    VisitModel(Shop &shop, TenderDesk &desk, Enroller *enroller = nullptr, QObject *parent = nullptr);

    Step step() const { return m_step; }
    bool isBusy() const { return m_busy || m_tickets.isBusy(); } ///< an answer is awaited; pressing again does nothing
    const std::optional<Problem> &problem() const { return m_problem; }
    const HouseSettings &settings() const { return m_settings; }
    bool isMember() const { return m_member; }
    bool canBuyAnother() const { return m_pass.has_value(); } ///< not where staff printed again
    bool isRegistering() const { return m_step == Step::Register; }
    /// Of the hold; nothing without one.
    std::optional<std::chrono::seconds> timeLeft() const;
    bool canProlong() const;
    /// Until the visit is wiped, once the warning shows; nothing before.
    std::optional<std::chrono::seconds> idleLeft() const;
    const std::optional<Order> &order() const { return m_order; }  ///< at Step::Ticket
    const std::optional<Claim> &claim() const { return m_claim; }  ///< at Step::Farewell
    std::optional<Money> moneyBack() const { return m_moneyBack; } ///< at Step::Farewell, while it is given back
    QList<TenderKind> tenderKinds() const;
    bool isDemo(TenderKind kind) const;
    /// At the seats, when somebody else was quicker: the nearest one of the same price that is still free.
    std::optional<SeatIndex> offeredSeat() const;
    /// The house wants no seat left alone, and there are others in the row that leave none.
    bool mustMoveUp() const;

    DatesModel &programme() { return m_programme; }
    QueueModel &queue() { return m_queue; }
    DatesModel &dates() { return m_dates; }
    TicketsModel &tickets() { return m_tickets; }
    SeatMapModel &seats() { return m_seats; }
    CheckoutModel &checkout() { return m_checkout; }
    WalletModel &wallet() { return m_wallet; }
    TenderModel &tender() { return m_tender; }
    StaffCallModel &call() { return m_call; }
    HubModel &hub() { return m_hub; }
    StaffModel &staff() { return m_staff; }
    EnrolModel &enrol() { return m_enrol; }
    const Clock &clock() const;

    // What a customer can do
    void touch();
    void signIn(const QString &phone, const QString &pin);
    void signInByCard(const QString &code, const QString &pin);
    void wantRegistration();
    void registerMember(const QString &phone, const QString &pin);
    void continueAsGuest();
    void scanSlip(const QString &text);
    void scanTicket(const QString &code);
    void openTickets(); ///< a member's own
    void takeSlip();
    void chooseDate(PerformanceKey performance);
    void chooseSeats(const QList<SeatIndex> &seats); ///< instead of any that are held
    void chooseInstead(SeatIndex seat);              ///< as offered for one just taken
    void confirmSeats();
    void openWallet();
    void topUp(Money amount, TenderKind kind);
    /// Pays from the balance; when that lacks something, exactly that is asked of `kind` first and the same checkout
    /// goes on by itself.
    void pay(std::optional<TenderKind> kind = std::nullopt);
    void buyAnother();
    void back();
    void startOver();
    void finish();
    void wantStaff(); ///< the corner gesture
    void wantEnrolment();
    void activity(); ///< any touch or key
    void clearProblem();

Q_SIGNALS:
    void stepChanged(foyer::Step step);
    void busyChanged();
    void problemChanged();
    void settingsChanged();
    void timePassed(); ///< each second
    void moneyChanged();
    void startAnewWanted(); ///< this machine's authority is another one: until then nothing is sold

private:
    bool go(VisitEvent event);
    void enter(Step step);
    void issued(const Result<IssuedToken> &token);
    void seatsChosen();
    void seatsLost(const QList<SeatIndex> &seats);
    void tenderBegun(const Result<Tender> &tender);
    void tenderSettled(const TenderOutcome &outcome);
    void paid(const Result<Order> &order);
    void leave(VisitEvent event);
    void visitEnded(const Result<VisitEnd> &end, VisitEvent event);
    void forget();
    void tick();
    void setBusy(bool busy);
    void bindStaff();
    void bindTickets();
    void printAgain(const Order &order);
    void setProblem(std::optional<Problem> problem);
    void loadSettings();
    /// One question at a time; its answer is dropped when the visit has ended meanwhile.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    Shop &m_shop;
    TenderDesk &m_desk;
    DatesModel m_programme, m_dates;
    TicketsModel m_tickets;
    QueueModel m_queue;
    SeatMapModel m_seats;
    CheckoutModel m_checkout;
    WalletModel m_wallet;
    TenderModel m_tender;
    StaffCallModel m_call;
    HubModel m_hub;
    StaffModel m_staff;
    EnrolModel m_enrol;

    HouseSettings m_settings;
    Step m_step;
    std::optional<TokenPass> m_pass;
    SteadyTime m_verified; ///< last, for somebody who is there
    int m_visit = 0;       ///< answers for an earlier visit are dropped
    bool m_member = false;
    bool m_busy = false;
    bool m_broken = false;
    bool m_payAfterTender = false;
    std::optional<Problem> m_problem;
    OrderId m_orderId; ///< made before the first attempt to pay a hold, kept for its retries
    HoldId m_orderHold;
    std::optional<Order> m_order;
    std::optional<Claim> m_claim;
    std::optional<Money> m_moneyBack;
    SteadyTime m_lastActivity;
};

template <typename T, typename Handler>
void VisitModel::ask(QFuture<Result<T>> future, Handler handler)
{
    setProblem(std::nullopt);
    setBusy(true);
    deliver(std::move(future), this, [this, handler = std::move(handler), visit = m_visit](const Result<T> &result) {
        if (visit != m_visit)
            return;
        setBusy(false);
        handler(result);
    });
}

} // namespace foyer
