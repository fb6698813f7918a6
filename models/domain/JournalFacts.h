#pragma once

#include "domain/HouseRequests.h"
#include "domain/JournalEntry.h"
#include "domain/SeatAtHub.h"
#include "domain/Tender.h"

#include <QJsonObject>
#include <QList>
#include <optional>

namespace foyer {

/// An order, as its sale or its refund was told.
struct OrderFact {
    OrderId order;             ///< null: it tells of none
    QList<PlacedRight> rights; ///< that it was sold under, or those of them that were refunded
    WalletId wallet;
    PerformanceKey performance;
    qint64 total = 0;     ///< of these rights; minor units of the house's currency
    QList<qint64> prices; ///< of a sale, one a right
};
/// A sale with all that was told of it, for people who look for it.
struct SaleFact {
    OrderId order; ///< null: it tells of none
    QString number;
    WalletId wallet;
    PerformanceKey performance;
    HoldId hold;
    qint64 total = 0;
    std::optional<qint64> tax; ///< contained in the total; nothing: an older entry
    QString soldBy;            ///< of the staff; empty: nobody of them, or an older entry
    StaffId staff;             ///< likewise
    struct Ticket {
        TicketId id;
        SeatIndex seat{};
        qint64 price = 0;
        QString type;        ///< its id in the programme; empty: an older entry
        QString freeBecause; ///< empty: it had its price
        QString category;    ///< as it was sold; empty: an older entry
    };
    QList<Ticket> tickets;
};
/// Seats that a customer's hold takes, or lets go of; rights that arrived are unused until a hold takes them.
struct UseFact {
    bool isUsed = false;
    QList<std::pair<PerformanceKey, SeatIndex>> seats;
};
/// What an entry says of a wallet's money at its node (law 9).
struct MoneyFact {
    enum class Kind : quint8 {
        None,
        ToppedUp,
        Sold,
        Refunded,
        SetAside,
        PaidOut,
        PayOutFailed,
        Taken,
        Returned,
        Redeemed
    };
    Kind kind = Kind::None;
    WalletId wallet;
    qint64 amount = 0; ///< minor units of the house's currency; positive
    QByteArray cause;  ///< the tender or order behind it
    TenderKind tender = TenderKind::Cash;
    HoldId hold; ///< that was topped up to be paid; null: none
    Fence fence; ///< of what was taken
    WalletId to; ///< of what was redeemed
};
/// A guest's money that somebody has a code for, or that staff look after.
struct ClaimFact {
    WalletId wallet; ///< null: it says nothing of one
    QByteArray code; ///< hash; empty: nobody was given one
    bool isPaid = false;
};
struct MemberFact {
    MemberId member; ///< null: nobody registered
    WalletId wallet;
    QByteArray phone; ///< hash
    QString lastDigits;
};
/// What became of customers' tokens at their terminal.
struct TokenFact {
    enum class Kind : quint8 { None, Admitted, Passed, Returned, Ended, Away, Back };
    Kind kind = Kind::None;
    QList<TokenId> tokens;
    bool wasServed = false; ///< something was bought
};

/// What an entry of another node's journal says of seats, money and people. One that can't be read says nothing: it is
/// kept all the same, and its chain shows who wrote it.
class JournalFacts
{
public:
    explicit JournalFacts(const JournalEntry &entry) : m_entry(entry) {}
    explicit JournalFacts(JournalEntry &&) = delete;

    OrderFact sold() const { return order(u"sold", u"tickets", 1); }
    SaleFact sale() const;
    OrderFact refunded() const { return order(u"refunded", u"rights", 0); }
    /// Its seller has heard that the hub refunded it; a null order: nothing of the kind.
    RefundNews refundHeard() const { return refundNews(u"refundHeard"); }
    /// This hub refunded it itself; a null order: nothing of the kind.
    RefundNews refundedHere() const { return refundNews(u"refunded"); }
    /// The node refunds nothing any more that it sold up to here; 0: it doesn't say so.
    qint64 refundsGivenUp() const;
    QList<PlacedRight> returned() const;
    UseFact use() const;
    RequestId answered() const; ///< whose answer has arrived; null: none's
    MoneyFact money() const;
    ClaimFact claim() const;
    MemberFact member() const;
    WalletId visit() const; ///< of the member who got a token there; null: nobody did
    TokenFact tokens() const;
    /// The node gives up everything of this epoch, for good.
    bool isClosing() const { return is(u"epochClosed"); }

private:
    bool is(QStringView kind) const { return m_entry.kind == kind; }
    const QJsonObject &body() const; ///< read when it is first asked for
    OrderFact order(QStringView kind, QStringView seats, int seatAt) const;
    RefundNews refundNews(QStringView kind) const;

    const JournalEntry &m_entry; // of the caller, who keeps it
    mutable std::optional<QJsonObject> m_body;
};

} // namespace foyer
