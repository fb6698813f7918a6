#pragma once

#include "domain/Require.h"

#include <QString>
#include <array>
#include <compare>
#include <optional>

namespace foyer {

/// An ISO 4217 code and how many decimals its minor unit has. Never divide by 100: KRW and JPY have none, KWD has
/// three.
struct Currency {
    std::array<char, 3> code{'K', 'R', 'W'};

    static std::optional<Currency> fromCode(QStringView code); ///< none for a code that isn't in our table
    int decimals() const;
    QString text() const { return QString::fromLatin1(code.data(), 3); }
    friend bool operator==(const Currency &, const Currency &) = default;
};

/// An amount in minor units. Adding another currency or past 2^63 is a bug of ours; files and people are bounded at
/// the edge (limits::moneyMax).
struct Money {
    qint64 minor = 0;
    Currency currency;

    bool isZero() const { return minor == 0; }
    bool isPositive() const { return minor > 0; }

    friend bool operator==(const Money &, const Money &) = default;
    friend std::strong_ordering operator<=>(const Money &a, const Money &b)
    {
        FOYER_REQUIRE(a.currency == b.currency);
        return a.minor <=> b.minor;
    }
    friend Money operator+(const Money &a, const Money &b)
    {
        Money sum{0, a.currency};
        FOYER_REQUIRE(a.currency == b.currency && !__builtin_add_overflow(a.minor, b.minor, &sum.minor));
        return sum;
    }
    friend Money operator-(const Money &a, const Money &b)
    {
        Money difference{0, a.currency};
        FOYER_REQUIRE(a.currency == b.currency && !__builtin_sub_overflow(a.minor, b.minor, &difference.minor));
        return difference;
    }
    Money &operator+=(const Money &other) { return *this = *this + other; }
};

/// The tax contained in a gross amount, rounded half away from zero, so that a refund's tax is exactly
/// the sale's: tax = gross * rate / (100 + rate), rate in basis points.
Money taxWithin(Money gross, int basisPoints);

} // namespace foyer
