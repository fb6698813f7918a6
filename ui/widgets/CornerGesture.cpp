#include "ui/widgets/CornerGesture.h"

#include <QMouseEvent>
#include <QWidget>

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto holdFor = 2s;
constexpr int tapsWanted = 5;
constexpr auto tapsWithin = 3s;
} // namespace

// The window hears presses that nothing in it took: a head of labels takes none.
CornerGesture::CornerGesture(QWidget *window, QSize reach) : QObject(window), m_corner({}, reach)
{
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdFor);
    connect(&m_hold, &QTimer::timeout, this, &CornerGesture::make);
    window->installEventFilter(this);
}

bool CornerGesture::eventFilter(QObject *window, QEvent *event)
{
    const auto at = [event] { return static_cast<QMouseEvent *>(event)->position().toPoint(); };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: // every second one of fast taps
        if (m_corner.contains(at()))
            pressed();
        break;
    case QEvent::MouseMove:
        if (!m_corner.contains(at()))
            m_hold.stop();
        break;
    case QEvent::MouseButtonRelease: m_hold.stop(); break;
    default: break;
    }
    return QObject::eventFilter(window, event);
}

void CornerGesture::pressed()
{
    m_hold.start();
    if (m_taps == 0 || std::chrono::milliseconds(m_sinceFirstTap.elapsed()) > tapsWithin) {
        m_taps = 0;
        m_sinceFirstTap.start();
    }
    if (++m_taps == tapsWanted)
        make();
}

void CornerGesture::make()
{
    m_hold.stop();
    m_taps = 0;
    Q_EMIT made();
}

} // namespace foyer
