#include "Ready.h"

#include "items/VisitModel.h"
#include "ui/screens/KioskWindow.h"

#include <systemd/sd-daemon.h>

namespace foyer {

void tellReadyOncePainted(VisitModel &visit, KioskWindow &window)
{
    auto *once = new QObject(&window);
    const auto tell = [&visit, &window, once] {
        if (!visit.programme().isLoaded() || visit.settings().name.isEmpty())
            return;
        window.repaint(); // now, not when the event loop finds the time
        sd_notify(0, "READY=1");
        once->deleteLater();
    };
    QObject::connect(&visit.programme(), &DatesModel::loaded, once, tell);
    QObject::connect(&visit, &VisitModel::settingsChanged, once, tell);
}

} // namespace foyer
