#pragma once

#include <QColor>

/// The colours of paper, the light theme's inks. All but the line print black on a thermal printer.
namespace foyer::ink {

constexpr QColor black(0x17, 0x15, 0x1F);
constexpr QColor soft(0x5A, 0x56, 0x66);
constexpr QColor line(0x8A, 0x85, 0x97);

} // namespace foyer::ink
