#pragma once

#include <functional>

class QWidget;

namespace foyer {

/// Tells whoever started the program (systemd, Type=notify) that the first picture can be used: once, as soon as
/// `isReady` when asked, and painted. Ask it whenever something has come.
std::function<void()> tellerOfReady(QWidget &window, std::function<bool()> isReady);

} // namespace foyer
