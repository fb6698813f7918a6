#pragma once

#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/MemberRequests.h"
#include "domain/Result.h"
#include "domain/Tender.h"

#include <QHash>

namespace foyer {

class Connection;
class PaymentService;
class ReservationService;
class Secrets;
class TokenService;
class Transaction;

/// What a terminal asks its hub for a customer, and what it makes of the answer: members, places in the house's queue,
/// amounts (FLOWS 1, 2, 6; law 9). In the thread of its connection.
class TerminalCustomers
{
public:
    TerminalCustomers(Connection &db, const Clock &clock, IdMaker &ids, const Secrets &secrets, TokenService &tokens,
        ReservationService &reservations, PaymentService &payments)
        : m_db(db), m_clock(clock), m_ids(ids), m_secrets(secrets), m_tokens(tokens), m_reservations(reservations),
          m_payments(payments)
    {
    }

    Result<SignInRequest> signIn(const QString &phone, const QString &pin) const;
    SignInRequest signInByCard(const QString &code, const QString &pin) const;
    Result<Registration> registration(const QString &phone, const QString &pin, const QString &pinHash);
    /// The hub knows the member, and the PIN was right: kept with a verifier of one's own, for when it is away.
    Result<TokenRequest> keep(const Member &member, const QString &pinHash);
    /// Whom staff serve, as the hub knows them: without a verifier, which only their PIN makes.
    Done know(const MemberLine &line);
    /// FLOWS 8.7: for whoever has just paid. Where the same visit goes on already nothing is asked for.
    struct Again {
        std::optional<IssuedToken> live;
        TokenRequest wanted;
    };
    Result<Again> again(const TokenPass &pass);
    /// The hub gave a place in its queue, and what it had free of the wallet.
    Result<IssuedToken> begin(const TokenRequest &wanted, const HouseVisit &visit);
    /// What the hub gave for a claim code: the tender to ask the device with.
    Result<Tender> payClaim(const AmountRight &right, const QString &code, StaffId who);
    /// The same, into the wallet of a visit here.
    Result<Money> redeem(const AmountRight &right, const TokenPass &pass, const QString &code, StaffId who);
    /// Before the hub is asked for a member's balance: what the news bring of it stays until `payOut`, for a while.
    void awaitPayOut(MemberId member) { m_payOuts.insert(member, m_clock.steady()); }
    /// What the hub gave of a member's balance, and what of it lies here: the tender to ask the device with.
    Result<Tender> payOut(const PayOutRight &right, Money amount, StaffId who, const QString &why);
    /// What other terminals hold of a visitor's wallet, as last told.
    QList<HeldElsewhere> elsewhere(WalletId wallet) const { return m_elsewhere.value(wallet); }

    /// In its sync's transaction: where its customers stand, and what of their money comes. Whom the hub doesn't name
    /// any more has gone on at another terminal, but for one who is paying.
    void heard(Transaction &tx, const QList<HousePlace> &places, const QList<AmountRight> &amounts, qint64 change);
    void forget(Transaction &tx); ///< places: their hub isn't what it was
    /// What the hub has just given for a code or to be paid out: its answer may come behind the news.
    QSet<WalletId> awaited();

private:
    void know(Transaction &tx, const Member &member, const QString &pinHash, bool isBlocked);
    Done takeClaim(const AmountRight &right, const QString &code);
    void didNotCome(Transaction &tx, TokenId token);
    void answerWasLost(Transaction &tx, TokenId token);
    void goneElsewhere(Transaction &tx, TokenId token);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    const Secrets &m_secrets;
    TokenService &m_tokens;
    ReservationService &m_reservations;
    PaymentService &m_payments;
    QHash<WalletId, QList<HeldElsewhere>> m_elsewhere;
    QHash<WalletId, SteadyTime> m_arrived;  ///< without a visit, when
    QHash<MemberId, SteadyTime> m_payOuts;  ///< that the hub is asked for, since when
    QHash<TokenId, SteadyTime> m_strangers; ///< places whose answer hasn't arrived, since when
};

} // namespace foyer
