#pragma once

#include "domain/Refusal.h"

#include <QString>
#include <utility>
#include <variant>

namespace foyer {

/// We could not: nothing was changed and nothing charged. `detail` is for the log, never for a customer.
struct Error {
    enum class Kind {
        Io,   ///< disk, permissions, a failed fsync
        Full, ///< no space left
        ReadOnly,
        Corrupt,
        NewerDatabase, ///< written by a later version of the program; untouched
        NoDatabase,    ///< nothing was ever set up here
        Locked,        ///< another program owns the data folder
        Busy,          ///< the database stayed locked longer than we wait
        Unreachable,   ///< the authority or a device didn't answer
        Invariant,     ///< a bug: this node stops selling
        Internal,
    };
    Kind kind = Kind::Internal;
    QString detail;
};

/// A value, a refusal or an error. Refusals are answers, errors are failures; both roll the transaction back.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Refused refused) : m_state(std::in_place_index<1>, std::move(refused)) {}
    Result(Refusal why) : m_state(std::in_place_index<1>, Refused{.why = why}) {}
    Result(Error error) : m_state(std::in_place_index<2>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    const T &value() const &
    {
        FOYER_REQUIRE(ok());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        FOYER_REQUIRE(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    const Refused *refused() const { return std::get_if<1>(&m_state); }
    const Error *error() const { return std::get_if<2>(&m_state); }
    bool isRefused(Refusal why) const { return refused() && refused()->why == why; }

private:
    std::variant<T, Refused, Error> m_state;
};

using Done = Result<std::monostate>;
inline const std::monostate done{};

} // namespace foyer

// NOLINTBEGIN(bugprone-macro-parentheses): a name can't stand in any
/// Evaluates `expression` (a Result) and leaves the function with its failure, or binds its value to `name`.
#define FOYER_TRY(name, expression)                                                                                    \
    auto name##Result = (expression);                                                                                  \
    if (!name##Result.ok())                                                                                            \
        return ::foyer::Failure(name##Result);                                                                         \
    [[maybe_unused]] auto &&name = std::move(name##Result).value()

// NOLINTEND(bugprone-macro-parentheses)
/// The same for a Result whose value doesn't matter.
#define FOYER_CHECK(expression)                                                                                        \
    if (auto checked = (expression); !checked.ok())                                                                    \
    return ::foyer::Failure(checked)

namespace foyer {
/// Converts a failed Result of any type into the caller's.
class Failure
{
public:
    template <typename U>
    explicit Failure(const Result<U> &from) : m_refused(from.refused() ? std::optional(*from.refused()) : std::nullopt)
    {
        FOYER_REQUIRE(!from.ok());
        if (from.error())
            m_error = *from.error();
    }
    template <typename T>
    operator Result<T>() const
    {
        return m_refused ? Result<T>(*m_refused) : Result<T>(m_error);
    }

private:
    std::optional<Refused> m_refused;
    Error m_error;
};
} // namespace foyer
