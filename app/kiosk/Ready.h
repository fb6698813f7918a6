#pragma once

namespace foyer {

class KioskWindow;
class VisitModel;

/// Tells whoever started the program (systemd, Type=notify) that a customer can touch the first screen: once, when the
/// programme is painted.
void tellReadyOncePainted(VisitModel &visit, KioskWindow &window);

} // namespace foyer
