#pragma once

#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/MemberRequests.h"
#include "domain/Result.h"
#include "domain/Token.h"
#include "services/PinGate.h"
#include "services/Secrets.h"

#include <QHash>

namespace foyer {

class Connection;
class QueueService;
class Transaction;
struct MemberRow;
struct TokenRow;

/// Who may be in the shop, and until when (토큰관리). In the store thread; comparing and hashing PINs is the caller's,
/// in a thread of its own, between two calls.
class TokenService
{
public:
    TokenService(Connection &db, const Clock &clock, IdMaker &ids, const Secrets &secrets, QueueService &queue)
        : m_db(db), m_clock(clock), m_ids(ids), m_secrets(secrets), m_queue(queue)
    {
    }

    /// FLOWS 1.1, 1.2. The try is counted and committed before the PIN is compared.
    Result<PinCheck> beginSignInByPhone(const QString &digits);
    Result<PinCheck> beginSignInByCard(const QString &code);
    /// 1.2 to 1.4. A member asking again keeps number, place and holds under a new secret.
    Result<IssuedToken> endSignIn(const PinCheck &check, bool pinWasRight);
    /// Digits and PIN as typed are checked here; `pinHash` was made from the same PIN.
    Result<IssuedToken> registerMember(const QString &digits, const QString &pin, const QString &pinHash);
    /// FLOWS 1.2: a forgotten PIN is reset by staff, already authorised; who and why go into the journal.
    Done resetPin(const QString &digits, const QString &pinHash, StaffId who);
    Done setBlocked(const QString &digits, bool blocked, StaffId who, const QString &why);
    Result<IssuedToken> issueToGuest();
    /// 8.7: a new token for whoever has just paid, admitted at once if nobody waits.
    Result<IssuedToken> buyAnother(const TokenPass &pass);
    /// 2.5: leaves the screen free; the same pass comes back from the slip's QR.
    Result<Token> takeSlip(const TokenPass &pass);
    Result<IssuedToken> comeBack(const TokenPass &pass);

    /// FLOWS 2.1, 2.2: renews from this service's clock, in memory; no row is written.
    Result<Token> verify(const TokenPass &pass);

    /// FLOWS 3.1: verified, renewed, and let in; StillWaiting otherwise.
    Done checkIn(const TokenPass &pass);

    Done setCard(const QString &digits, const QString &code);

    /// At a counter, by staff: registered without a visit.
    Result<MemberId> addMember(const QString &digits, const QString &pin, const QString &pinHash, StaffId by);

    /// Whom staff may mean by what was typed or scanned: it can be several things at once.
    MemberQuery queryFor(const QString &typed) const;
    QByteArray cardHash(const QString &code) const;

    static Done mayBePin(const QString &pin); ///< PinInvalid
    /// PhoneInvalid, PinInvalid.
    static Done mayRegister(const QString &digits, const QString &pin);
    /// At a counter: let in at once, past the queue and beyond its limit; but a member's visit that goes on elsewhere
    /// comes here as it is. ShiftNotOpen: nobody answers for the drawer.
    bool isServed(MemberId member); ///< at a counter, now
    Result<IssuedToken> serve(std::optional<MemberId> member, StaffId by);
    /// Whoever bought it: a member over their own wallet.
    Result<IssuedToken> serveOwner(OrderId order, StaffId by);
    /// A member whose PIN was right, while the hub is away.
    Result<IssuedToken> issueTo(MemberId member);

    // Within another service's transaction:
    /// A terminal's customer in the house's queue, where the hub says.
    Result<IssuedToken> issueNumbered(
        Transaction &tx, const HousePlace &place, std::optional<MemberId> member, WalletId wallet);
    void standsAt(Transaction &tx, const HousePlace &place); ///< as the hub says now
    void continuedElsewhere(Transaction &tx, const TokenRow &row);
    /// The wallet's live visit, under a new secret; TokenUnknown where there is none.
    Result<IssuedToken> goOn(Transaction &tx, WalletId wallet);
    /// The same, with the row.
    Result<TokenRow> admitted(const TokenPass &pass);
    /// The second half of admitted(), for a row that known() gave.
    Result<TokenRow> checkAdmitted(TokenRow row);
    /// Right secret, whatever the token's state: for what a customer may do after paying.
    Result<TokenRow> known(const TokenPass &pass);
    /// Ends it and lets in the next. `served`: something was bought, so its time counts for the estimate.
    void end(Transaction &tx, const TokenRow &row, bool served);
    /// Ends one that nobody renewed. Lets in nobody: the next in line may be as dead, so that waits for the last of
    /// them.
    void expire(Transaction &tx, const TokenRow &row);
    /// Tokens that nobody has renewed.
    QList<TokenRow> expired();
    /// At start: the steady clock counts anew, so every live token gets one full period.
    void renewAll(Transaction &tx);

private:
    Result<TokenRow> verified(const TokenPass &pass);
    Result<TokenRow> renewed(TokenRow row);
    Result<PinCheck> beginSignIn(const QByteArray &subject, bool byCard);
    Result<MemberRow> newMember(
        Transaction &tx, const QString &digits, const QString &pinHash, std::optional<StaffId> by);
    Done change(const QString &digits, MemberAct act);
    Result<IssuedToken> issue(Transaction &tx, std::optional<MemberId> member, WalletId wallet,
        std::optional<StaffId> servedBy = std::nullopt);
    Result<IssuedToken> renewSecret(Transaction &tx, TokenRow row);
    void tellToken(Transaction &tx, const Token &token);
    void finish(Transaction &tx, const TokenRow &row, bool served);
    QDate businessDay(Transaction &tx) const;

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    const Secrets &m_secrets;
    QueueService &m_queue;
    QHash<TokenId, SteadyTime> m_renewed; ///< renewals since the row was written
};

/// "01048210007" from what was typed or scanned; empty when it can't be a phone number.
QString phoneDigits(const QString &typed);

} // namespace foyer
