#pragma once

#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/Text.h"

#include <QDateTime>
#include <QList>
#include <optional>
#include <variant>

namespace foyer {

/// What sales are told apart by.
enum class FigureDimension : quint8 {
    Performance = 1,
    Category = 2,
    Type = 3,
    Tender = 4, ///< how the order's money came
    Hour = 5,   ///< of the house's clock
    Terminal = 6,
    Clerk = 7, ///< who sold it
};

/// Columns of a table of figures, in order.
enum class FigureColumn : quint8 { Label, Orders, Seats, Given, Gross, Refunded, Net, Tax };
constexpr int figureColumns = 8;

/// Business days, both ends included.
struct FigureSpan {
    QDate from, to;
    friend bool operator==(const FigureSpan &, const FigureSpan &) = default;
};

enum class SpanChoice : quint8 { Today, Yesterday, ThisWeek, ThisMonth, Chosen };

/// Weeks begin on Monday. Not for Chosen, which says its own days.
FigureSpan spanOf(SpanChoice choice, const QDate &businessDay);

struct FigureQuestion {
    FigureDimension by = FigureDimension::Performance;
    FigureSpan span;
    std::optional<PerformanceKey> performance; ///< of this one alone, whenever sold: the span doesn't matter then
    bool isOfHouse = false;                    ///< of all its machines, as their hub knows them; else of this one
    friend bool operator==(const FigureQuestion &, const FigureQuestion &) = default;
};

/// By FigureDimension::Tender. Money that came for the very order; what was there before is the balance.
enum class PaidWith : quint8 { Cash = 1, Card = 2, Balance = 3, Nothing = 4 };

/// What no row of the dimension can be named for.
enum class FigureRest : quint8 {
    SelfService,  ///< by clerk: nobody sold it
    Others,       ///< too many to be told one by one
    NotToldApart, ///< refunds of orders with several categories or types, of which only a part went back in the span
    Elsewhere,    ///< refunds of orders that another node sold
};

using FigureKey = std::variant<FigureRest, PerformanceKey, QString, TicketTypeKey, PaidWith, int, NodeId, StaffId>;

struct FigureRow {
    FigureKey key;
    Text name;    ///< as catalogue or house have it; empty where words are wording's
    QDateTime at; ///< of a performance: when it starts, UTC
    int orders = 0;
    int seats = 0; ///< sold; without those given away
    int given = 0; ///< seats that nothing was paid for, as staff said
    Money gross, refunded;
    Money tax; ///< contained in net

    Money net() const { return gross - refunded; }
    friend bool operator==(const FigureRow &, const FigureRow &) = default;
};

/// What the house owes on wallets.
struct WalletLiability {
    QDateTime at; ///< up to here; invalid: now
    Money members, guests;
    std::optional<Money>
        claims;     ///< codes that nobody was paid yet; nothing: among guests, for the past isn't told apart
    Money onItsWay; ///< asked of a device that hasn't answered, so on no wallet any more

    Money total() const { return members + guests + claims.value_or(Money{0, members.currency}); }
    friend bool operator==(const WalletLiability &, const WalletLiability &) = default;
};

/// The answer. An order counts once in `total`, and once in every row that it has a part in.
struct Figures {
    FigureQuestion question;
    QList<FigureRow> rows; ///< largest net first; hours in the order of the business day
    FigureRow total;
    WalletLiability owed;
    Text house;
    QByteArray timeZone; ///< the house's
    QStringList silent;  ///< machines that the hub doesn't reach now: what they sell isn't counted yet
    friend bool operator==(const Figures &, const Figures &) = default;
};

/// The part of `whole` that `amount` is of `of`, rounded half up; exact for any amount. 0 of nothing.
qint64 partOf(qint64 whole, qint64 amount, qint64 of);
/// `whole` cut in proportion to `weights` so that the parts add up to it again.
QList<qint64> cutUp(qint64 whole, const QList<qint64> &weights);

} // namespace foyer
