#pragma once

#include "domain/Result.h"

namespace foyer {

/// Why the last thing a customer asked for didn't happen; screens turn it into words and a way on.
struct Problem {
    std::optional<Refused> refused;
    std::optional<Error> error;

    template <typename T>
    static Problem of(const Result<T> &result)
    {
        return {result.refused() ? std::optional(*result.refused()) : std::nullopt,
            result.error() ? std::optional(*result.error()) : std::nullopt};
    }
};

} // namespace foyer
