#include "Ready.h"

#include <QWidget>
#include <systemd/sd-daemon.h>

namespace foyer {

std::function<void()> tellerOfReady(QWidget &window, std::function<bool()> isReady)
{
    return [&window, isReady = std::move(isReady), isTold = std::make_shared<bool>(false)] {
        if (*isTold || !isReady())
            return;
        *isTold = true;
        window.repaint(); // now, not when the event loop finds the time
        sd_notify(0, "READY=1");
    };
}

} // namespace foyer
