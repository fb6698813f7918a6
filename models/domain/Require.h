#pragma once

#include <stdexcept>

namespace foyer {

/// A promise of ours was broken: a bug, never bad input. Thrown through the transaction (which rolls back) to the
/// edge of the store thread, where it becomes Error::Kind::Invariant and the node stops selling.
class BrokenInvariant : public std::logic_error
{
public:
    using std::logic_error::logic_error;
};

[[noreturn]] inline void requireFailed(const char *condition, const char *file, int line)
{
    throw BrokenInvariant(std::string(condition) + " at " + file + ":" + std::to_string(line));
}

} // namespace foyer

/// Always on, also in release: used in pairs, before a row is written and after it is read.
#define FOYER_REQUIRE(condition)                                                                                       \
    ((condition) ? static_cast<void>(0) : ::foyer::requireFailed(#condition, __FILE__, __LINE__))
