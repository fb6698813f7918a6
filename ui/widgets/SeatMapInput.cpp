#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/SeatMapGeometry.h"
#include "ui/widgets/SeatMapViewport.h"

#include <QMouseEvent>
#include <cmath>

// How fingers, mice and keys reach the seats of a SeatMapView.

namespace foyer {

namespace {
constexpr double goCloserMm = 15; // what a tap on the whole hall leads to
constexpr double dragStartMm = 3;
} // namespace

void SeatMapView::tap(const QPointF &at)
{
    const Theme &theme = FoyerStyle::of(this);
    if (!m_plan)
        return;
    if (!canTapSeats())
        return zoomBy(goCloserMm * theme.density() / (m_view->pitch * m_view->scale), at);
    if (const auto seat = seatAt(at)) {
        setCurrentSeat(*seat);
        Q_EMIT seatTapped(*seat);
    }
}

std::optional<SeatIndex> SeatMapView::seatAt(const QPointF &at) const
{
    return m_plan ? nearestSeat(*m_plan, m_view->toPlan(at), m_view->pitch * 0.75) : std::nullopt;
}

void SeatMapView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = m_draggedTo = event->position();
    m_dragging = false;
}

void SeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt)
        return;
    const QPointF from = event->position() - *m_pressedAt;
    m_dragging |= std::hypot(from.x(), from.y()) > dragStartMm * FoyerStyle::of(this).density();
    if (!m_dragging)
        return;
    m_view->offset += event->position() - m_draggedTo;
    m_view->fitted = false;
    m_draggedTo = event->position();
    moved();
}

void SeatMapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressedAt && !m_dragging)
        tap(event->position());
    m_pressedAt.reset();
}

void SeatMapView::wheelEvent(QWheelEvent *event)
{
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
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
    if (!m_plan || m_plan->seatCount() == 0)
        return;
    const auto seat = m_current ? seatTowards(*m_plan, *m_current, direction)
                                : nearestSeat(*m_plan, m_view->toPlan(rect().center()), m_view->bounds.width());
    if (seat)
        setCurrentSeat(*seat);
}

} // namespace foyer
