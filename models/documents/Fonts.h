#pragma once

#include <QString>

namespace foyer {

/// Makes our typeface known to the program, once however often it is called; needs a QGuiApplication. Screens and
/// papers ask for `fontFamily` in the weights Normal and DemiBold, no other.
void loadFonts();
const QString &fontFamily();

} // namespace foyer
