#include "ui/widgets/SeatMapView.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/SeatMapAccessible.h"
#include "ui/widgets/SeatMapGeometry.h"
#include "ui/widgets/SeatMapPaint.h"
#include "ui/widgets/SeatMapViewport.h"

#include <QAccessible>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace foyer {

namespace {
constexpr double tapPitchMm = 9; // closer together than this a finger can't be believed
constexpr double mostPitchMm = 30;
constexpr double numberPitchMm = 12; // seats show their numbers from here
constexpr double seatShare = 0.8;    // of the pitch is seat, the rest is air
constexpr int phases = 4;            // sprites a pixel, each way
} // namespace

SeatMapView::SeatMapView(QWidget *parent)
    : QWidget(parent), m_view(std::make_unique<View>()), m_zoomIn(new ActionButton(ButtonLook::Raised, this)),
      m_zoomOut(new ActionButton(ButtonLook::Raised, this)), m_fit(new ActionButton(ButtonLook::Raised, this))
{
    QAccessible::installFactory(seatMapAccessible);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_zoomIn, &ActionButton::clicked, this, &SeatMapView::zoomIn);
    connect(m_zoomOut, &ActionButton::clicked, this, &SeatMapView::zoomOut);
    connect(m_fit, &ActionButton::clicked, this, &SeatMapView::fit);
}

SeatMapView::~SeatMapView() = default;

void SeatMapView::setWords(const Words &words)
{
    setAccessibleName(words.map);
    m_zoomIn->setGlyphOnly(Glyph::Plus, words.zoomIn);
    m_zoomOut->setGlyphOnly(Glyph::Minus, words.zoomOut);
    m_fit->setGlyphOnly(Glyph::Fit, words.fit);
    placeControls();
}

void SeatMapView::setPlan(std::shared_ptr<const SeatingPlan> plan, const QList<SeatMark> &marks)
{
    m_plan = std::move(plan);
    m_marks = marks;
    m_current.reset();
    m_view->bounds = boundsOf(*m_plan);
    m_view->pitch = seatPitch(*m_plan);
    fit();
}

void SeatMapView::setMark(SeatIndex seat, SeatMark mark)
{
    if (!m_plan || !m_plan->contains(seat) || m_marks[indexOf(seat)] == mark)
        return;
    m_marks[indexOf(seat)] = mark;
    update(rectOf(seat));
    if (QAccessible::isActive() && m_current == seat)
        tellOf(seat, QAccessible::NameChanged);
}

void SeatMapView::setNames(std::function<QString(SeatIndex)> nameOf) { m_nameOf = std::move(nameOf); }

/// To screen readers.
void SeatMapView::tellOf(SeatIndex seat, int what)
{
    QAccessibleInterface *map = QAccessible::queryAccessibleInterface(this);
    QAccessibleEvent event(this, QAccessible::Event(what));
    event.setChild(map->childCount() - m_plan->seatCount() + indexOf(seat));
    QAccessible::updateAccessibility(&event);
}

void SeatMapView::setCurrentSeat(SeatIndex seat)
{
    if (!m_plan || !m_plan->contains(seat) || m_current == seat)
        return;
    if (m_current)
        update(rectOf(*m_current));
    m_current = seat;
    const QRect shown = rectOf(seat);
    if (!rect().contains(shown)) {
        m_view->offset += rect().center() - shown.center();
        moved();
    }
    update(rectOf(seat));
    if (QAccessible::isActive() && hasFocus())
        tellOf(seat, QAccessible::Focus);
    Q_EMIT currentSeatChanged(seat);
}

void SeatMapView::zoomIn() { zoomBy(zoomStep, rect().center()); }
void SeatMapView::zoomOut() { zoomBy(1 / zoomStep, rect().center()); }

void SeatMapView::fit()
{
    if (!m_plan)
        return;
    QRectF room = rect();
    m_view->fitInto(room);
    room.setLeft(-std::min(0.0, zoneNamesLeft(FoyerStyle::of(this), *m_plan, m_view->toScreen())));
    m_view->fitInto(room);
    const QRectF controls(m_fit->x(), 0, width() - m_fit->x(), m_fit->geometry().bottom());
    for (qint32 i = 0; i < m_plan->seatCount(); ++i)
        if (controls.contains(m_view->toScreen().map(positionOf(*m_plan, SeatIndex(i))))) {
            room.setRight(m_fit->x()); // a wide hall gives way to the buttons
            m_view->fitInto(room);
            break;
        }
    moved();
}

bool SeatMapView::canTapSeats() const
{
    return m_view->pitch * m_view->scale >= tapPitchMm * FoyerStyle::of(this).density();
}

QRect SeatMapView::rectOf(SeatIndex seat) const
{
    const double half = std::max(m_view->pitch * m_view->scale / 2, 4.0) + FoyerStyle::of(this).focusWidth();
    const QPointF centre = m_view->toScreen().map(positionOf(*m_plan, seat));
    return QRectF(centre - QPointF(half, half), QSizeF(2 * half, 2 * half)).toAlignedRect();
}

QSize SeatMapView::sizeHint() const
{
    const int side = FoyerStyle::of(this).space(80);
    return {side, side};
}
QSize SeatMapView::minimumSizeHint() const
{
    const int side = 3 * m_fit->sizeHint().height() + 4 * FoyerStyle::of(this).gap();
    return {side, side};
}

void SeatMapView::zoomBy(double factor, const QPointF &at)
{
    if (!m_plan)
        return;
    const double most =
        std::max(mostPitchMm * FoyerStyle::of(this).density() / m_view->pitch, m_view->fittingScale(rect()));
    const double least = m_view->fittingScale(rect()) * 0.98;
    const double scale = std::min(m_view->scale * factor, most);
    if (scale < least)
        return fit();
    const QPointF fixed = m_view->toPlan(at);
    m_view->scale = scale;
    m_view->offset = at - fixed * scale;
    m_view->fitted = false;
    moved();
}

/// After any change of scale or place.
void SeatMapView::moved()
{
    m_view->keepInSight(rect());
    update();
}

void SeatMapView::placeControls()
{
    const Theme &theme = FoyerStyle::of(this);
    const int side = std::max(theme.target(), m_zoomIn->sizeHint().height());
    int y = 0;
    for (ActionButton *button : {m_zoomIn, m_zoomOut, m_fit}) {
        button->setGeometry(width() - side, y, side, side);
        y += side + std::max(theme.gap(), theme.space(2));
    }
}

void SeatMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeControls();
    m_view->fitted ? fit() : moved();
}

void SeatMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    m_sprites.clear();
    placeControls();
}

void SeatMapView::paintEvent(QPaintEvent *event)
{
    if (!m_plan)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = FoyerStyle::of(this);
    paintAreas(painter, theme, *m_plan, m_view->toScreen());
    paintSeats(painter, event->rect());
    if (canTapSeats())
        paintRowLabels(painter, theme, *m_plan, m_view->toScreen(), event->rect());
    else
        paintZoneNames(painter, theme, *m_plan, m_view->toScreen());
    if (m_current && hasFocus()) {
        const QRectF ring = rectOf(*m_current);
        paintPanel(painter, ring, ring.width() / 2, {}, theme.colors().focus, theme.focusWidth());
    }
}

void SeatMapView::paintSeats(QPainter &painter, const QRect &dirty)
{
    const Theme &theme = FoyerStyle::of(this);
    const QTransform toScreen = m_view->toScreen();
    const double pitch = m_view->pitch * m_view->scale, diameter = pitch * seatShare;
    if (std::exchange(m_spriteDiameter, diameter) != diameter)
        m_sprites.clear();
    const bool numbered = pitch >= numberPitchMm * theme.density();
    const double half = spriteSide(diameter) / 2.0;
    const QRectF near = QRectF(dirty).adjusted(-pitch, -pitch, pitch, pitch);
    for (qint32 i = 0; i < m_plan->seatCount(); ++i) {
        const QPointF at = toScreen.map(QPointF(m_plan->x[i], m_plan->y[i]));
        if (!near.contains(at))
            continue;
        const QPointF corner = at - QPointF(half, half);
        const int px = int((corner.x() - std::floor(corner.x())) * phases);
        const int py = int((corner.y() - std::floor(corner.y())) * phases);
        const SeatMark mark = m_marks[i];
        const quint32 key = quint32(mark.look) << 24 | quint32(mark.category) << 16 | quint32(m_plan->kind[i]) << 8 |
                            quint32(px * phases + py);
        QImage &sprite = m_sprites[key];
        if (sprite.isNull())
            sprite = seatSprite(theme, mark, m_plan->kind[i], diameter, QPointF(px, py) / phases, devicePixelRatioF());
        painter.drawImage(QPoint(int(std::floor(corner.x())), int(std::floor(corner.y()))), sprite);
        if (numbered && mark.look == SeatLook::Free && m_plan->kind[i] == SeatKind::Ordinary)
            paintSeatNumber(painter, theme, mark, m_plan->number[i],
                {at.x() - diameter / 2, at.y() - diameter / 2, diameter, diameter});
    }
}

} // namespace foyer
