#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/SeatMapView.h"

#include <QMouseEvent>
#include <QTouchEvent>
#include <cmath>

// How fingers, mice and keys reach the seats of a SeatMapView.

namespace foyer {

namespace {
constexpr double goCloserMm = 15; // of pitch: what a tap on the whole hall leads to
constexpr double dragStartMm = 3;
constexpr quint64 glideLooksBackMs = 60;

double length(const QPointF &by) { return std::hypot(by.x(), by.y()); }
} // namespace

bool SeatMapView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel: return touch(static_cast<QTouchEvent *>(event));
    default: return QWidget::event(event);
    }
}

bool SeatMapView::touch(QTouchEvent *event)
{
    if (!hall())
        return false;
    const auto &points = event->points();
    if (event->type() == QEvent::TouchCancel) {
        m_pressedAt.reset();
        m_pinch.reset();
    } else if (points.size() >= 2) {
        m_pressedAt.reset(); // the second finger is no tap of the first
        pinch(*event);
    } else if (!m_pinch && event->type() == QEvent::TouchBegin) {
        press(points.constFirst().position());
    } else if (!m_pinch && event->type() == QEvent::TouchUpdate) {
        drag(points.constFirst().position(), event->timestamp());
    } else if (!m_pinch) {
        release(points.constFirst().position(), event->timestamp());
    }
    if (event->type() == QEvent::TouchEnd)
        m_pinch.reset();
    event->accept();
    return true;
}

void SeatMapView::pinch(const QTouchEvent &event)
{
    const QEventPoint &first = event.points()[0], &second = event.points()[1];
    const Pinch now{{first.id(), second.id()}, {first.position(), second.position()}};
    const auto last = std::exchange(m_pinch, now); // a point's own lastPosition() isn't always that of our last event
    if (!last || last->fingers != now.fingers || last->width() <= 0 || now.width() <= 0)
        return;
    SeatCamera camera = m_camera;
    camera.zoom(
        std::clamp(camera.scale * now.width() / last->width(), leastScale(), std::max(mostScale(), leastScale())),
        last->middle());
    camera.offset += now.middle() - last->middle();
    setCamera(camera);
}

void SeatMapView::mousePressEvent(QMouseEvent *event) { press(event->position()); }
void SeatMapView::mouseMoveEvent(QMouseEvent *event) { drag(event->position(), event->timestamp()); }
void SeatMapView::mouseReleaseEvent(QMouseEvent *event) { release(event->position(), event->timestamp()); }

// Two quick taps are two taps where seats are chosen; on the way there the second comes closer still.
void SeatMapView::mouseDoubleClickEvent(QMouseEvent *event) { press(event->position()); }

void SeatMapView::press(const QPointF &at)
{
    m_flight.stop(); // what moves stands still under a finger
    m_pressedAt = m_draggedTo = at;
    m_dragging = false;
    m_moves.clear();
}

void SeatMapView::drag(const QPointF &to, quint64 now)
{
    if (!m_pressedAt || !hall())
        return;
    m_dragging = m_dragging || length(to - *m_pressedAt) > dragStartMm * FoyerStyle::of(this).density();
    if (!m_dragging)
        return;
    moveBy(to - m_draggedTo);
    m_draggedTo = to;
    std::erase_if(m_moves, [now](const Moved &moved) { return moved.at + glideLooksBackMs < now; });
    m_moves.push_back({now, to});
}

void SeatMapView::release(const QPointF &at, quint64 now)
{
    if (!m_pressedAt)
        return;
    m_pressedAt.reset();
    if (m_dragging)
        glide(now);
    else
        tap(at);
}

/// Goes on as fast as the finger went when it left, and comes to rest; not when it had stopped before.
void SeatMapView::glide(quint64 now)
{
    std::erase_if(m_moves, [now](const Moved &moved) { return moved.at + glideLooksBackMs < now; });
    if (m_moves.size() < 2 || m_moves.back().at == m_moves.front().at || FoyerStyle::of(this).motion() != Motion::Full)
        return;
    const QPointF perMs = (m_moves.back().to - m_moves.front().to) / double(m_moves.back().at - m_moves.front().at);
    const QPointF way = perMs * m_flight.duration() / 3; // a cubic that ends at rest begins three times as fast
    if (length(way) >= dragStartMm * FoyerStyle::of(this).density())
        fly(kept({m_camera.scale, m_camera.offset + way.toPoint()}));
}

void SeatMapView::tap(const QPointF &at)
{
    if (!hall())
        return;
    if (showsMinimap() && minimapRect().contains(at.toPoint()))
        return lookAt(at);
    if (!canTapSeats())
        return comeCloser(at);
    const auto seat = seatAt(at);
    if (!seat)
        return;
    if (!isApart(*seat) && m_camera.scale < mostScale() * 0.99)
        return fly(zoomed(m_camera, zoomStep, at)); // rather than guess
    makeCurrent(*seat);
    m_fitted = false; // whatever room the choice takes, the next seat stays where it is
    Q_EMIT seatTapped(*seat);
}

std::optional<SeatIndex> SeatMapView::seatAt(const QPointF &at) const
{
    return hall() ? hall()->nearest(m_camera.toPlan(at), hall()->pitch() * 0.75) : std::nullopt;
}

/// To the whole section where its seats can then be told apart, else straight to the seats.
void SeatMapView::comeCloser(const QPointF &at)
{
    const double density = FoyerStyle::of(this).density();
    SeatCamera camera = m_camera;
    camera.zoom(goCloserMm * density / hall()->pitch(), at);
    if (const auto seat = hall()->nearest(m_camera.toPlan(at), hall()->pitch() * 3)) {
        const SeatCamera section = SeatCamera::fitting(hall()->zoneBounds(hall()->plan().rowOf(*seat).zone), rect());
        if (section.scale * hall()->pitch() >= tapPitchMm * density)
            camera = section;
    }
    camera.zoom(std::min(camera.scale, std::max(mostScale(), leastScale())), QRectF(rect()).center());
    fly(kept(camera));
}

/// As seen from the seat's nearest neighbour: a finger on one isn't on the other.
bool SeatMapView::isApart(SeatIndex seat) const
{
    const double least = tapPitchMm * FoyerStyle::of(this).density() / m_camera.scale * 0.999;
    const QPointF at = positionOf(hall()->plan(), seat);
    bool apart = true;
    hall()->each(
        QRectF(at - QPointF(least, least), QSizeF(2 * least, 2 * least)), [&](SeatIndex other, double x, double y) {
            apart = apart && (other == seat || length(QPointF(x, y) - at) >= least);
        });
    return apart;
}

void SeatMapView::lookAt(const QPointF &inMinimap)
{
    const QRectF box = minimapRect();
    const SeatCamera small = SeatCamera::fitting(hall()->bounds(), QRectF(QPointF(), box.size()));
    const QPointF wanted = small.toPlan(inMinimap - box.topLeft());
    fly(kept({m_camera.scale, QRectF(rect()).center() - wanted * m_camera.scale}));
}

void SeatMapView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (!hall())
        return;
    const SeatCamera camera = zoomed(m_camera, std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    m_flight.stop();
    m_fitted = camera == fitted();
    place(camera);
}

// The ring is a seat's: whom Tab leads here must see one.
void SeatMapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_current && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        walk({});
}

void SeatMapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return walk({-1, 0});
    case Qt::Key_Right: return walk({1, 0});
    case Qt::Key_Up: return walk({0, -1});
    case Qt::Key_Down: return walk({0, 1});
    case Qt::Key_Plus: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_Home: return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current)
            Q_EMIT seatTapped(*m_current);
        return;
    default: event->ignore();
    }
}

void SeatMapView::walk(QPointF direction)
{
    if (!hall() || hall()->plan().seatCount() == 0)
        return;
    const auto seat = m_current ? hall()->towards(*m_current, direction)
                                : hall()->nearest(m_camera.toPlan(QRectF(rect()).center()),
                                      hall()->bounds().width() + hall()->bounds().height());
    if (seat)
        setCurrentSeat(*seat);
}

} // namespace foyer
