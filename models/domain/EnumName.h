#pragma once

#include <QString>
#include <array>
#include <string_view>
#include <utility>

namespace foyer {

namespace enumname {
template <auto Value>
constexpr std::string_view of()
{
    // gcc and clang: "... [with auto Value = foyer::Refusal::SeatTaken; ...]"; a number when there is no enumerator
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr auto start = text.find("Value = ") + 8;
    constexpr auto value = text.substr(start, text.find_first_of(";]", start) - start);
    constexpr auto colon = value.rfind(':');
    return value.front() == '(' || colon == std::string_view::npos ? std::string_view() : value.substr(colon + 1);
}

template <typename Enum, int... Values>
constexpr auto table(std::integer_sequence<int, Values...>)
{
    return std::array{of<static_cast<Enum>(Values)>()...};
}
} // namespace enumname

/// An enumerator's own name, for scripts, logs and the journal; empty beyond the 96th. Words for people are wording's.
template <typename Enum>
QString nameOf(Enum value)
{
    static constexpr auto names = enumname::table<Enum>(std::make_integer_sequence<int, 96>());
    const auto index = static_cast<std::size_t>(value);
    return index < names.size() ? QString::fromLatin1(names[index].data(), qsizetype(names[index].size())) : QString();
}

} // namespace foyer
