#pragma once

#include "documents/Ink.h"
#include "documents/Sheet.h"

/// How lines stand on an 80 mm roll. Each returns where the next begins, mm.
namespace foyer::roll {

inline constexpr double widthMm = 72; ///< what such a roll prints
inline constexpr double margin = 3;
inline constexpr double width = widthMm - 2 * margin;
inline constexpr double longest = 60; ///< mm that one text may grow to before it gets smaller

/// What on the left, an amount on the right of the same line.
inline double pair(Sheet &sheet, double y, const QString &what, const QString &amount, TextStyle style)
{
    const double amountWidth = std::min(sheet.widthOf(amount, style) + 0.1, width / 2);
    const double used = sheet.text({margin, y, width - amountWidth - 3, longest}, what, style);
    style.align = Qt::AlignRight;
    sheet.text({margin + width - amountWidth, y, amountWidth, style.size * 1.3}, amount, style);
    return y + used + 0.6;
}

inline double paragraph(Sheet &sheet, double y, const QString &text, const TextStyle &style)
{
    return y + sheet.text({margin, y, width, longest}, text, style);
}

inline double rule(Sheet &sheet, double y)
{
    sheet.line({margin, y + 1.6}, {margin + width, y + 1.6}, ink::black);
    return y + 3.2;
}

} // namespace foyer::roll
