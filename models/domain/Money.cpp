#include "domain/Money.h"

namespace foyer {

namespace {
struct Known {
    std::array<char, 3> code;
    int decimals;
};
constexpr std::array known{
    Known{{'K', 'R', 'W'}, 0},
    Known{{'J', 'P', 'Y'}, 0},
    Known{{'V', 'N', 'D'}, 0},
    Known{{'C', 'L', 'P'}, 0},
    Known{{'I', 'S', 'K'}, 0},
    Known{{'U', 'S', 'D'}, 2},
    Known{{'E', 'U', 'R'}, 2},
    Known{{'G', 'B', 'P'}, 2},
    Known{{'C', 'H', 'F'}, 2},
    Known{{'C', 'N', 'Y'}, 2},
    Known{{'T', 'W', 'D'}, 2},
    Known{{'H', 'K', 'D'}, 2},
    Known{{'S', 'G', 'D'}, 2},
    Known{{'A', 'U', 'D'}, 2},
    Known{{'C', 'A', 'D'}, 2},
    Known{{'N', 'Z', 'D'}, 2},
    Known{{'S', 'E', 'K'}, 2},
    Known{{'N', 'O', 'K'}, 2},
    Known{{'D', 'K', 'K'}, 2},
    Known{{'P', 'L', 'N'}, 2},
    Known{{'C', 'Z', 'K'}, 2},
    Known{{'K', 'W', 'D'}, 3},
    Known{{'B', 'H', 'D'}, 3},
    Known{{'J', 'O', 'D'}, 3},
};

const Known *find(const std::array<char, 3> &code)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.code == code; });
    return found == known.end() ? nullptr : found;
}
} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    const Currency currency{{code[0].toLatin1(), code[1].toLatin1(), code[2].toLatin1()}};
    return find(currency.code) ? std::optional(currency) : std::nullopt;
}

int Currency::decimals() const
{
    const Known *entry = find(code);
    FOYER_REQUIRE(entry);
    return entry->decimals;
}

Money taxWithin(Money gross, int basisPoints)
{
    FOYER_REQUIRE(basisPoints >= 0);
    const qint64 divisor = 10'000 + basisPoints;
    const qint64 half = gross.minor < 0 ? -divisor : divisor;
    qint64 rounded = 0;
    FOYER_REQUIRE(!__builtin_mul_overflow(gross.minor, 2 * qint64(basisPoints), &rounded) &&
                  !__builtin_add_overflow(rounded, half, &rounded));
    return {rounded / (2 * divisor), gross.currency};
}

} // namespace foyer
