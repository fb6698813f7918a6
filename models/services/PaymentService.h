#pragma once

#include "domain/AmountRight.h"
#include "domain/Clock.h"
#include "domain/DayTotals.h"
#include "domain/HouseOrders.h"
#include "domain/IdMaker.h"
#include "domain/MemberRequests.h"
#include "domain/MoneyBack.h"
#include "domain/Order.h"
#include "domain/Result.h"
#include "domain/Tender.h"
#include "domain/Token.h"
#include "domain/VisitMoney.h"
#include "services/Secrets.h"

namespace foyer {

class Authority;
class Connection;
class ReservationService;
class TokenService;
class Transaction;
struct Hold;
struct SaleRow;
struct TokenRow;
struct WalletRow;

/// Balance, top-up, paying, refunds (결제관리). Money is in integer minor units; in the thread of its connection.
class PaymentService
{
public:
    PaymentService(Connection &db, const Clock &clock, IdMaker &ids, const Secrets &secrets, TokenService &tokens,
        ReservationService &reservations, Authority &authority)
        : m_db(db), m_clock(clock), m_ids(ids), m_secrets(secrets), m_tokens(tokens), m_reservations(reservations),
          m_authority(authority)
    {
    }

    /// FLOWS 6. A guest who never paid anything in has a wallet of zero.
    Result<Balance> balance(const TokenPass &pass);

    /// FLOWS 7, first half: checked, then committed as paying before any device is asked. The tender's id is the
    /// request's: the same again returns the stored tender, another body is refused with RequestReused.
    Result<Tender> beginTopUp(
        const TokenPass &pass, TenderId id, Money amount, TenderKind kind, std::optional<HoldId> hold);
    /// FLOWS 7.2, second half, and law 3: what the device said, however late and however often.
    /// Nobody watches: whoever waited for it has gone, and a code that it ends in is for staff to make.
    Result<TenderOutcome> answered(TenderId tender, DeviceAnswer answer, bool isWatched = true);
    /// Asked of a device and not answered when the program ended: to be asked again.
    Result<QList<Tender>> openTenders();

    /// FLOWS 8. `order` is made before the first attempt: the same again returns the stored order.
    Result<OrderId> pay(const TokenPass &pass, OrderId order, HoldId hold);
    Result<Order> order(OrderId order);
    Result<Order> orderByNumber(const QString &number);
    /// Of this node's own: the digits of its number, without what tells the house's machines apart.
    Result<Order> orderByDigits(const QString &digits);

    /// Ends a visit: holds let go, the token ended, a guest's money on its way back or on a code.
    /// `devices`: kinds that can give money now.
    Result<VisitEnd> endVisit(const TokenPass &pass, const QList<TenderKind> &devices);
    /// After a crash: guests' money that no visit and no code reaches becomes a claim that staff find.
    void claimOrphans(Transaction &tx);
    /// A visit whose token nobody renewed: holds let go, a guest's money for staff to find.
    void expireVisit(Transaction &tx, TokenRow token);
    /// Nobody is there any more, and a guest's money is for staff to find. One that is over stays so.
    Done giveUpVisit(const TokenPass &pass);

    // Of a terminal, in its sync's transaction (law 9):
    /// What the hub gave, once: false when it was taken before, or isn't this epoch's.
    bool take(Transaction &tx, const AmountRight &right, int epoch);
    /// Amounts whose owners aren't here go back to the hub; `withVisits`: also of those who are.
    void giveBack(Transaction &tx, bool withVisits, const QSet<WalletId> &kept = {});
    /// The hub refunded tickets that were sold here: they are void, their seats no longer this node's.
    void hearRefund(Transaction &tx, const RefundNews &news);
    bool holdsMoney(Transaction &tx) const;

    // Staff, already authorised; `who` and `why` go into the journal.
    /// These tickets become void, their seats free; the order stays paid while one of its tickets is live. Where the
    /// money leaves at once that commits with it. SeatUnknown and AlreadyRefunded name the seats.
    Result<MoneyBack> refund(const RefundWish &wish);
    Result<MoneyBack> refund(Transaction &tx, const RefundWish &wish);
    Result<std::optional<Claim>> refund(OrderId order, StaffId who, const QString &why); ///< all that is left
    /// Of a terminal, once it has given that up: what its hub is asked for instead. The same for the same tickets.
    Result<RefundRequest> refundRequest(const RefundWish &wish);
    /// That it did so for staff of this machine, whose shift's report has it: told once.
    Done noteRefund(const RefundRequest &request, const RefundAnswer &answer);
    /// By hand, from a wallet's balance: the tender to ask the device with.
    Result<Tender> payOut(WalletId wallet, Money amount, TenderKind kind, StaffId who, const QString &why);
    /// What a claim code is worth moves into the visit's wallet, so that its customer can buy with it; refused as
    /// payClaim() is. How much that was.
    Result<Money> redeem(const TokenPass &pass, const QString &code, StaffId who);
    /// The order whose tickets are printed once more; those that were refunded aren't. Nobody: its customer. The copy's
    /// number is counted here, unless the hub has counted it.
    Result<Order> printAgain(OrderId order, StaffId who, int copyOfHub = 0);
    Result<Order> printAgain(Transaction &tx, OrderId order, std::optional<StaffId> who, int copyOfHub = 0);
    // What another machine sold, as the hub tells of it: PerformanceUnknown where its date isn't here yet.
    Result<Order> orderOf(const HouseOrderFile &file);
    Result<Order> copyOf(const HouseOrderFile &file); ///< of the tickets that are left, to be printed

    /// Of the business day that now falls in.
    Result<DayTotals> totals();
    /// Pays what a claim code is worth in cash: the tender to ask the device with.
    Result<Tender> payClaim(const QString &code, StaffId who);
    /// Claims that nobody has been paid yet: for a guest who lost the code or never had one.
    Result<QList<Unclaimed>> unclaimed();
    /// A new code for one of them; a code made before is worth nothing any more. ReasonNeeded.
    Result<Claim> codeFor(WalletId wallet, StaffId who, const QString &why);
    /// Law 3: frees the seats of a tender in doubt; the tender itself waits for its device.
    Done settleSeats(TenderId tender, StaffId who, const QString &why);
    Done settleSeats(Transaction &tx, TenderId tender, StaffId who, const QString &why);
    /// In doubt, and seats wait for them.
    QList<Tender> inDoubt(Transaction &tx);
    /// A code that pays a wallet's money; one made before is worth nothing any more.
    static Claim makeClaim(Transaction &tx, WalletId wallet, Money amount);

private:
    QString orderNumber(int year, qint64 count);
    Result<Order> fullOrder(const std::optional<SaleRow> &sale);
    Result<OrderId> sell(Transaction &tx, const TokenRow &token, OrderId id, const Hold &hold);
    void approve(Transaction &tx, const Tender &tender);
    void failPayOut(Transaction &tx, TenderOutcome &outcome, bool ofClaim, bool isWatched);
    Tender setAside(Transaction &tx, WalletId wallet, Money amount, TenderKind kind, std::optional<TokenId> token);
    Result<WalletRow> claimed(Transaction &tx, const QString &code);
    Done roomFor(Transaction &tx, WalletId wallet, Money amount, const std::optional<Hold> &hold);
    static void claimForStaff(Transaction &tx, const WalletRow &wallet); ///< there is no code yet
    void claimIfNobodyIsThere(Transaction &tx, const TokenRow &token);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    const Secrets &m_secrets;
    TokenService &m_tokens;
    ReservationService &m_reservations;
    Authority &m_authority;
};

} // namespace foyer
