#include "ui/widgets/SeatMapView.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/SeatMapAccessible.h"

#include <QAccessible>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace foyer {

namespace {
constexpr int flightMs = 200;
constexpr double mostPitchMm = 30;
constexpr double minimapShare = 0.26; // of the map's width or height
constexpr double minimapFrom = 1.6;   // times the whole hall's scale
} // namespace

SeatMapView::SeatMapView(QWidget *parent)
    : QWidget(parent), m_zoomIn(new ActionButton(ButtonLook::Raised, this)),
      m_zoomOut(new ActionButton(ButtonLook::Raised, this)), m_fit(new ActionButton(ButtonLook::Raised, this))
{
    QAccessible::installFactory(seatMapAccessible);
    m_minimap.leaveOutNames();
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setDuration(flightMs);
    m_flight.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
        [this](const QVariant &share) { place(m_from.towards(m_to, share.toDouble())); });
    connect(m_zoomIn, &ActionButton::clicked, this, &SeatMapView::zoomIn);
    connect(m_zoomOut, &ActionButton::clicked, this, &SeatMapView::zoomOut);
    connect(m_fit, &ActionButton::clicked, this, &SeatMapView::fit);
}

void SeatMapView::setWords(const Words &words)
{
    setAccessibleName(words.map);
    m_zoomIn->setGlyphOnly(Glyph::Plus, words.zoomIn);
    m_zoomOut->setGlyphOnly(Glyph::Minus, words.zoomOut);
    m_fit->setGlyphOnly(Glyph::Fit, words.fit);
    placeControls();
}

void SeatMapView::setHall(const std::shared_ptr<const SeatGrid> &hall, const QList<SeatMark> &marks)
{
    const std::vector<SeatMark> all(marks.begin(), marks.end());
    for (SeatMapPicture *picture : {&m_picture, &m_minimap}) {
        picture->setTheme(FoyerStyle::of(this));
        picture->setHall(hall, all);
    }
    m_current.reset();
    m_flight.stop();
    m_fitted = true;
    place(fitted());
}

void SeatMapView::setMark(SeatIndex seat, SeatMark mark)
{
    if (!hall() || !hall()->plan().contains(seat) || markOf(seat) == mark)
        return;
    m_picture.setMark(seat, mark);
    m_minimap.setMark(seat, mark);
    update(rectOf(seat));
    if (showsMinimap())
        update(minimapRect());
    if (QAccessible::isActive() && m_current == seat)
        tellOf(seat, QAccessible::NameChanged);
}

void SeatMapView::setNames(std::function<QString(SeatIndex)> nameOf) { m_nameOf = std::move(nameOf); }

/// To screen readers.
void SeatMapView::tellOf(SeatIndex seat, int what)
{
    QAccessibleInterface *map = QAccessible::queryAccessibleInterface(this);
    QAccessibleEvent event(this, QAccessible::Event(what));
    event.setChild(map->childCount() - plan()->seatCount() + indexOf(seat));
    QAccessible::updateAccessibility(&event);
}

void SeatMapView::setCurrentSeat(SeatIndex seat)
{
    if (!hall() || !hall()->plan().contains(seat) || m_current == seat)
        return;
    if (!isInSight(seat))
        setCamera({m_camera.scale, m_camera.offset + (rect().center() - rectOf(seat).center())});
    makeCurrent(seat);
}

/// Where it lies, so that nothing moves under a finger.
void SeatMapView::makeCurrent(SeatIndex seat)
{
    if (m_current == seat)
        return;
    if (m_current)
        update(rectOf(*m_current));
    m_current = seat;
    update(rectOf(seat));
    if (QAccessible::isActive() && hasFocus())
        tellOf(seat, QAccessible::Focus);
    Q_EMIT currentSeatChanged(seat);
}

/// All of it, and nothing lies over it.
bool SeatMapView::isInSight(SeatIndex seat) const
{
    const QRect shown = rectOf(seat);
    const QRect buttons(m_fit->x(), 0, width() - m_fit->x(), m_fit->geometry().bottom());
    const QRect ownersButton = m_fit->geometry().translated(0, height() - m_fit->geometry().bottom() - 1);
    const bool isCovered = shown.intersects(buttons) || shown.intersects(ownersButton) ||
                           (showsMinimap() && shown.intersects(minimapRect()));
    return rect().contains(shown) && !isCovered;
}

void SeatMapView::zoomIn() { fly(zoomed(heading(), zoomStep, QRectF(rect()).center())); }
void SeatMapView::zoomOut() { fly(zoomed(heading(), 1 / zoomStep, QRectF(rect()).center())); }

void SeatMapView::fit()
{
    if (hall())
        fly(fitted());
}

void SeatMapView::goTo(const QList<SeatIndex> &seats)
{
    if (!hall() || seats.isEmpty())
        return;
    QRectF around;
    const double pitches = 3 * hall()->pitch();
    for (const SeatIndex seat : seats)
        around |= QRectF(positionOf(*plan(), seat) - QPointF(pitches, pitches), QSizeF(2 * pitches, 2 * pitches));
    SeatCamera camera = SeatCamera::fitting(around, rect());
    camera.zoom(
        std::clamp(camera.scale, leastScale(), std::max(mostScale() / 2, leastScale())), QRectF(rect()).center());
    fly(kept(camera));
}

/// Pressed twice, a button leads twice as far.
const SeatCamera &SeatMapView::heading() const
{
    return m_flight.state() == QAbstractAnimation::Running ? m_to : m_camera;
}

SeatCamera SeatMapView::fitted() const
{
    const QRectF bounds = hall()->bounds();
    QRectF room = rect();
    SeatCamera camera = SeatCamera::fitting(bounds, room);
    room.setLeft(std::min(-m_picture.zoneNamesLeft(camera), room.width() / 4)); // a long name may be cut, not the hall
    camera = SeatCamera::fitting(bounds, room);
    const QRectF controls(m_fit->x(), 0, width() - m_fit->x(), m_fit->geometry().bottom());
    bool covered = false;
    hall()->each(camera.toPlan(controls), [&](SeatIndex, double x, double y) {
        covered = covered || controls.contains(camera.toScreen({x, y}));
    });
    if (covered) { // a wide hall gives way to the buttons
        room.setRight(m_fit->x());
        camera = SeatCamera::fitting(bounds, room);
    }
    for (int tries = 0; tries < 2 && m_picture.zoneNamesLeft(camera) < 0; ++tries) { // a smaller hall, the same names
        room.setLeft(std::min(room.left() - m_picture.zoneNamesLeft(camera), width() / 4.0));
        camera = SeatCamera::fitting(bounds, room);
    }
    return camera;
}

double SeatMapView::leastScale() const { return std::min(fitted().scale, mostScale()); }

double SeatMapView::mostScale() const { return mostPitchMm * FoyerStyle::of(this).density() / hall()->pitch(); }

bool SeatMapView::canTapSeats() const { return hall() && pitch() >= tapPitchMm * FoyerStyle::of(this).density(); }

QRect SeatMapView::rectOf(SeatIndex seat) const
{
    const double half = std::max(pitch() * 0.55, 4.0) + FoyerStyle::of(this).focusWidth();
    const QPointF centre = m_camera.toScreen(positionOf(hall()->plan(), seat));
    return QRectF(centre - QPointF(half, half), QSizeF(2 * half, 2 * half)).toAlignedRect();
}

QSize SeatMapView::sizeHint() const
{
    const int side = FoyerStyle::of(this).space(80);
    return {side, side};
}

QSize SeatMapView::minimumSizeHint() const
{
    const int side = 4 * m_fit->sizeHint().height() + 5 * FoyerStyle::of(this).gap(); // and one of the owner's below
    return {side, side};
}

/// Between the whole hall and seats as large as they get.
SeatCamera SeatMapView::zoomed(SeatCamera camera, double factor, const QPointF &at) const
{
    if (!hall() || camera.scale * factor < leastScale())
        return hall() ? fitted() : camera;
    camera.zoom(std::min(camera.scale * factor, std::max(mostScale(), leastScale())), at);
    return kept(camera);
}

SeatCamera SeatMapView::kept(SeatCamera camera) const
{
    camera.keepInSight(hall()->bounds(), rect());
    return camera;
}

void SeatMapView::setCamera(const SeatCamera &camera)
{
    m_flight.stop();
    m_fitted = false;
    place(kept(camera));
}

void SeatMapView::place(const SeatCamera &camera)
{
    m_camera = camera;
    update();
}

void SeatMapView::fly(const SeatCamera &to)
{
    if (!hall())
        return;
    m_flight.stop();
    m_fitted = to == fitted();
    m_from = m_camera;
    m_to = to;
    if (isVisible() && FoyerStyle::of(this).motion() == Motion::Full)
        m_flight.start();
    else
        place(to);
}

/// By whole pixels: what is drawn can then be moved as it is.
void SeatMapView::moveBy(const QPointF &by)
{
    const QPointF wanted = m_owed + by;
    const QPoint whole = wanted.toPoint();
    m_owed = wanted - whole;
    if (!whole.isNull())
        setCamera({m_camera.scale, m_camera.offset + whole});
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
    const SeatCamera led = heading(); // a flight ends where it led to, though the room for it has changed
    m_flight.stop();
    if (hall())
        place(m_fitted ? fitted() : kept(led));
}

void SeatMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    m_picture.setTheme(FoyerStyle::of(this));
    m_minimap.setTheme(FoyerStyle::of(this));
    placeControls();
    if (hall() && m_fitted)
        place(fitted());
}

void SeatMapView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Theme &theme = FoyerStyle::of(this);
    if (!hall())
        return painter.fillRect(event->rect(), theme.colors().surface);
    const double ratio = devicePixelRatioF();
    m_picture.setView({m_camera.scale * ratio, m_camera.offset * ratio}, size() * ratio);
    const QRectF source(event->rect().topLeft() * ratio, event->rect().size() * ratio);
    painter.drawImage(QRectF(event->rect()), m_picture.draw(), source);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_current && hasFocus()) {
        const QRectF ring = rectOf(*m_current);
        paintPanel(painter, ring, ring.width() / 2, {}, theme.colors().focus, theme.focusWidth());
    }
    if (showsMinimap() && event->rect().intersects(minimapRect()))
        paintMinimap(painter);
}

bool SeatMapView::showsMinimap() const
{
    return hall() && m_camera.scale > minimapFrom * SeatCamera::fittingScale(hall()->bounds(), rect());
}

QRect SeatMapView::minimapRect() const
{
    const QSizeF room = QSizeF(size()) * minimapShare;
    const QSize plan = hall()->bounds().size().scaled(room, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
    return {QPoint(0, height() - plan.height()), plan};
}

void SeatMapView::paintMinimap(QPainter &painter)
{
    const Theme &theme = FoyerStyle::of(this);
    const QRect box = minimapRect();
    const SeatCamera camera = SeatCamera::fitting(hall()->bounds(), QRectF(QPointF(), QSizeF(box.size())));
    m_minimap.setView(camera, box.size());
    painter.drawImage(box.topLeft(), m_minimap.draw());
    paintPanel(painter, box, 0, {}, theme.colors().line, theme.stroke());
    const QRectF seen = camera.toScreen(m_camera.toPlan(QRectF(rect()))).translated(box.topLeft()) & QRectF(box);
    paintPanel(painter, seen, theme.stroke() * 2, {}, theme.colors().ink, theme.stroke() * 1.5);
}

} // namespace foyer
