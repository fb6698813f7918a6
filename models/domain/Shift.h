#pragma once

#include "domain/HouseSettings.h"
#include "domain/Id.h"
#include "domain/Limits.h"
#include "domain/Money.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace foyer {

using DrawerMovementId = Id<struct DrawerMovementTag>;

/// Cash as it was counted: in piles of one note or coin each, or as a sum.
struct CashCount {
    struct Pile {
        Money each;
        int count = 0;
        friend bool operator==(const Pile &, const Pile &) = default;
    };
    QList<Pile> piles; ///< empty: only the sum was said
    Money sum;

    /// Nothing for what nobody can have counted: another currency, less than nothing, more than money can be.
    static std::optional<CashCount> of(const QList<Pile> &piles, Currency currency)
    {
        constexpr int pileMax = 1'000'000;
        CashCount counted{{}, {0, currency}};
        for (const Pile &pile : piles) {
            if (!(pile.each.currency == currency) || !pile.each.isPositive() || pile.each.minor > limits::moneyMax ||
                pile.count < 0 || pile.count > pileMax || counted.sum.minor > limits::moneyMax)
                return std::nullopt;
            if (pile.count > 0)
                counted.piles.append(pile);
            counted.sum.minor += pile.each.minor * pile.count;
        }
        return counted.sum.minor <= limits::moneyMax ? std::optional(counted) : std::nullopt;
    }
    static CashCount ofSum(Money sum) { return {{}, sum}; }
};

/// A drawer at a counter, from its opening to its count; a node has one open at most.
struct Shift {
    ShiftId id;
    qint64 number = 0; ///< of its report, counted at this node
    StaffId openedBy;
    QString openedByName;
    QDateTime openedAt; ///< UTC
    Money opening;      ///< cash that was in it

    /// How it ended. The difference is stated and nothing is booked for it.
    struct End {
        StaffId by;
        QString byName;
        QDateTime at; ///< UTC
        Money expected, counted;
        Money difference() const { return counted - expected; } ///< negative: short
    };
    std::optional<End> end; ///< none: it is open
};

/// Cash into or out of the drawer beside sales: to the safe, from it, for an errand.
struct DrawerMovement {
    DrawerMovementId id;
    QDateTime at; ///< UTC
    StaffId who;
    QString whoName;
    Money amount; ///< positive: into it
    QString why;
};

/// What a shift brought. Of an open one (X) as of now; of a closed one (Z) as it was when it was closed, for ever.
struct ShiftReport {
    struct Till {
        int takenCount = 0;
        Money taken;
        int givenCount = 0;
        Money given;
    };
    /// What was given back to customers, to whatever wallet or hand.
    struct Back {
        int times = 0, seats = 0;
        Money amount;
    };
    struct Tax {
        int basisPoints = 0;
        Money gross, tax; ///< of what was sold and not taken back; the tax is within
    };
    /// Money by the way it came. Kept from whoever is going to count the drawer.
    struct Tenders {
        Till cash, card;
        int claims = 0;
        Money claimsPaid; ///< of the cash given: for claim codes
        Money unspent;    ///< of what was taken: into wallets that bought nothing for it
        Money expected;   ///< in the drawer
    };
    struct Sale {
        QString number;
        Money total;
    };
    /// Of a terminal: entries of its journal that the hub hasn't acknowledged.
    struct NotSynced {
        qint64 entries = 0;
        QDateTime since; ///< UTC; invalid: there are none
        int sales = 0;
        Money amount;
        QList<Sale> first; ///< of these sales, the oldest
    };
    /// A place in the journal: all figures are of entries up to it.
    struct Chain {
        int epoch = 0;
        qint64 seq = 0;
        QByteArray hash;
    };

    Shift shift;
    HouseSettings house; ///< as it was then
    QDateTime at;        ///< UTC
    int sales = 0, seats = 0;
    Money sold;
    QString firstOrder, lastOrder; ///< their numbers; empty: nothing was sold
    int freeSeats = 0;             ///< of the seats: nothing was paid for them
    Back refunds, voids;
    QList<Tax> taxes; ///< one for each rate
    QList<DrawerMovement> movements;
    std::optional<Tenders> tenders; ///< none: told once the drawer is counted
    CashCount counted;              ///< of a closed one
    std::optional<NotSynced> notSynced;
    Chain chain;

    bool isFinal() const { return shift.end.has_value(); } ///< Z
    Money moved() const
    {
        Money sum{0, shift.opening.currency};
        for (const DrawerMovement &movement : movements)
            sum += movement.amount;
        return sum;
    }
    /// For who counts blind: without anything that says what should be in the drawer.
    ShiftReport blind() const
    {
        ShiftReport report = *this;
        report.tenders.reset();
        return report;
    }
};

} // namespace foyer
