#include "ui/widgets/SeatMapPicture.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace foyer {

namespace {

constexpr double seatShare = 0.8;     // of the pitch is seat, the rest is air
constexpr double rowLabelsFromMm = 9; // of pitch
constexpr double numbersFromMm = 12;
constexpr double mostBesideOthers = 0.25; // of a zone's width may lie between it and its name
constexpr qsizetype mostDirty = 256;      // from here on everything is drawn in one go

/// The pixel nearest to a point, halves always the same way: toPoint() turns at zero, and a text that was scrolled
/// over it would stand one pixel off.
QPoint pixelAt(const QPointF &at) { return {int(std::floor(at.x() + 0.5)), int(std::floor(at.y() + 0.5))}; }

/// Where a text can reach at most around its centre, without laying it out.
QRectF reachOf(const QPointF &centre, const QString &text, const QFont &font)
{
    const double half = font.pixelSize() * (double(text.size()) + 1); // on either side: a glyph may be twice as wide
    return {centre - QPointF(half, 2.0 * font.pixelSize()), QSizeF(2 * half, 4.0 * font.pixelSize())};
}

void drawText(QPainter &painter, const QPointF &centre, const QString &text, const QFont &font, const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    const QRectF bounds = QFontMetricsF(font).boundingRect(text);
    painter.drawText(pixelAt(centre - bounds.center()), text);
}

double snapped(double pixels) { return double(SubPixels::of(pixels)) / SubPixels::aPixel; }
QPointF snapped(const QPointF &at) { return {snapped(at.x()), snapped(at.y())}; }

QPainterPath pathOf(const PlanArea &area)
{
    QPainterPath path;
    switch (area.shape) {
    case PlanArea::Shape::Rectangle: path.addRect({{0, 0}, area.size}); break;
    case PlanArea::Shape::Ellipse: path.addEllipse({0, 0}, area.size.width(), area.size.height()); break;
    case PlanArea::Shape::Polygon:
        path.addPolygon(QPolygonF(area.points));
        path.closeSubpath();
        break;
    case PlanArea::Shape::Text: break;
    }
    return path;
}

} // namespace

void SeatMapPicture::setHall(std::shared_ptr<const SeatGrid> hall, std::vector<SeatMark> marks)
{
    m_hall = std::move(hall);
    m_marks = std::move(marks);
    m_stale = true;
    findLabels();
}

void SeatMapPicture::setTheme(const Theme &theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    m_placedScale = 0;
    m_chips.clear();
    m_sprites.setTheme(theme);
    m_stale = true;
}

void SeatMapPicture::setView(const SeatCamera &camera, const QSize &size)
{
    if (m_image.size() != size) {
        m_image = {}; // which looks at the memory
        m_memory.resize(std::max(m_memory.size(), size_t(size.width()) * size_t(size.height())));
        m_image = QImage(reinterpret_cast<uchar *>(m_memory.data()), size.width(), size.height(), QImage::Format_RGB32);
        m_stale = true;
    }
    const QPointF by = snapped(camera.offset) - m_camera.offset;
    const bool whole = by == QPointF(by.toPoint());
    if (camera.scale != m_camera.scale || !whole)
        m_stale = true;
    m_camera = {camera.scale, snapped(camera.offset)};
    if (!m_stale && !by.isNull() && !scroll(by.toPoint()))
        m_stale = true;
}

void SeatMapPicture::setMark(SeatIndex seat, SeatMark mark)
{
    SeatMark &kept = m_marks[size_t(indexOf(seat))];
    if (kept == mark)
        return;
    kept = mark;
    if (m_stale)
        return;
    const int reach = m_sprites.reach();
    const QPoint centre = onImage(positionOf(m_hall->plan(), seat)).toPoint();
    const QRect rect(centre - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1));
    if (rect.intersects(m_image.rect()))
        m_dirty.append(rect & m_image.rect());
    m_stale = m_dirty.size() > mostDirty;
}

/// Moves what is drawn and leaves the strips that came in to be drawn; false when nothing of it would stay.
bool SeatMapPicture::scroll(const QPoint &by)
{
    const QRect all = m_image.rect(), stays = all & all.translated(by);
    if (stays.isEmpty())
        return false;
    const qsizetype line = m_image.bytesPerLine(), bytes = qsizetype(stays.width()) * 4;
    uchar *bits = m_image.bits();
    const auto move = [&](int y) {
        std::memmove(bits + y * line + qsizetype(stays.left()) * 4,
            bits + (y - by.y()) * line + qsizetype(stays.left() - by.x()) * 4, size_t(bytes));
    };
    if (by.y() <= 0)
        for (int y = stays.top(); y <= stays.bottom(); ++y)
            move(y);
    else
        for (int y = stays.bottom(); y >= stays.top(); --y)
            move(y);
    for (QRect &rect : m_dirty)
        rect.translate(by);
    if (stays.left() > 0)
        m_dirty.append(QRect(0, 0, stays.left(), all.height()));
    if (stays.right() < all.right())
        m_dirty.append(QRect(stays.right() + 1, 0, all.right() - stays.right(), all.height()));
    if (stays.top() > 0)
        m_dirty.append(QRect(stays.left(), 0, stays.width(), stays.top()));
    if (stays.bottom() < all.bottom())
        m_dirty.append(QRect(stays.left(), stays.bottom() + 1, stays.width(), all.bottom() - stays.bottom()));
    return true;
}

const QImage &SeatMapPicture::draw()
{
    m_sprites.setDiameter(pitch() * seatShare);
    placeZoneNames();
    if (m_stale)
        drawRect(m_image.rect());
    else
        for (const QRect &rect : std::as_const(m_dirty))
            drawRect(rect & m_image.rect());
    m_stale = false;
    m_dirty.clear();
    return m_image;
}

QPointF SeatMapPicture::onImage(const QPointF &inPlan) const
{
    return snapped(inPlan * m_camera.scale) + m_camera.offset;
}

bool SeatMapPicture::showsRows() const { return pitch() >= rowLabelsFromMm * m_theme->density(); }

void SeatMapPicture::drawRect(const QRect &rect)
{
    if (rect.isEmpty())
        return;
    QPainter painter(&m_image);
    painter.setClipRect(rect);
    painter.fillRect(rect, m_theme->colors().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    drawAreas(painter, rect);
    drawSeats(rect);
    if (!m_named)
        return;
    if (showsRows())
        drawRowLabels(painter, rect);
    else
        drawZoneNames(painter, rect);
}

void SeatMapPicture::drawSeats(const QRect &rect)
{
    const SeatingPlan &plan = m_hall->plan();
    const bool numbered = pitch() >= numbersFromMm * m_theme->density();
    const double reach = m_sprites.reach();
    const QRectF near = m_camera.toPlan(QRectF(rect).adjusted(-reach, -reach, reach, reach));
    const double scale = m_camera.scale;
    const qint32 left = SubPixels::of(m_camera.offset.x()), top = SubPixels::of(m_camera.offset.y());
    m_hall->each(near, [&](SeatIndex seat, double x, double y) {
        const SubPixels centre{SubPixels::of(x * scale) + left, SubPixels::of(y * scale) + top};
        const SeatMark mark = m_marks[size_t(indexOf(seat))];
        const SeatKind kind = plan.kind[indexOf(seat)];
        m_sprites.draw(m_image, rect, centre, mark, kind);
        if (numbered && mark.look == SeatLook::Free && kind == SeatKind::Ordinary)
            m_sprites.drawNumber(m_image, rect, centre, mark, plan.number[indexOf(seat)]);
    });
}

void SeatMapPicture::drawAreas(QPainter &painter, const QRect &rect) const
{
    const Colors &c = m_theme->colors();
    const double stroke = m_theme->stroke();
    const double least = m_theme->font(TypeRole::Caption).pixelSize() * 0.8;
    const double most = m_theme->font(TypeRole::Title).pixelSize();
    for (const PlanArea &area : m_hall->plan().areas) {
        const QTransform local = QTransform().rotate(area.rotation) *
                                 QTransform::fromTranslate(area.position.x(), area.position.y()) * m_camera.toScreen();
        const QPainterPath path = local.map(pathOf(area));
        if (path.controlPointRect().adjusted(-stroke, -stroke, stroke, stroke).intersects(rect)) {
            painter.setPen(QPen(c.line, stroke));
            painter.setBrush(c.raised);
            painter.drawPath(path);
        }
        const double wanted = area.textSize * m_camera.scale;
        const QFont font = m_theme->seatFont(std::clamp(wanted, least, most));
        const QPointF at = local.map(area.textPosition);
        if (!m_named || area.text.isEmpty() || !reachOf(at, area.text, font).intersects(rect))
            continue;
        const bool fits = path.isEmpty()
                              ? wanted > least / 2
                              : QFontMetricsF(font).horizontalAdvance(area.text) < path.boundingRect().width();
        if (fits)
            drawText(painter, at, area.text, font, c.softInk);
    }
}

void SeatMapPicture::drawRowLabels(QPainter &painter, const QRect &rect) const
{
    const QFont font = m_theme->seatFont(std::min<double>(pitch() * 0.6, m_theme->font(TypeRole::Body).pixelSize()));
    const double room = 4 * pitch(); // a label is a letter or a few
    const QRectF near = QRectF(rect).adjusted(-room, -room, room, room);
    for (const RowLabel &label : m_rowLabels)
        if (const QPointF at = onImage(label.at); near.contains(at))
            drawText(painter, at, *label.text, font, m_theme->colors().softInk);
}

void SeatMapPicture::drawZoneNames(QPainter &painter, const QRect &rect) const
{
    const QFontMetricsF metrics(m_theme->font(TypeRole::Caption, Weight::Strong));
    painter.setFont(m_theme->font(TypeRole::Caption, Weight::Strong));
    painter.setPen(m_theme->colors().softInk);
    for (const PlacedName &name : m_placedNames) {
        const QRect box(pixelAt(name.box.topLeft() + m_camera.offset), name.box.size().toSize());
        if (!box.intersects(rect))
            continue;
        const double air = (box.height() - metrics.capHeight()) / 2;
        if (!name.chip.isNull())
            painter.drawImage(box.topLeft(), name.chip);
        else
            painter.drawText(pixelAt({box.left() + double(m_theme->space(1)), box.bottom() + 1 - air}), *name.text);
    }
}

QImage SeatMapPicture::chipOf(qint32 zone, const QSize &size)
{
    QImage &chip = m_chips[zone];
    if (!chip.isNull())
        return chip;
    chip = QImage(size, QImage::Format_RGB32);
    chip.fill(m_theme->colors().surface);
    QPainter painter(&chip);
    painter.setRenderHint(QPainter::Antialiasing);
    drawText(painter, QRectF(chip.rect()).center(), m_hall->plan().zones[zone].name,
        m_theme->font(TypeRole::Caption, Weight::Strong), m_theme->colors().ink);
    return chip;
}

/// With some air around it.
QRectF SeatMapPicture::boxOf(const ZoneName &name, double scale) const
{
    const QFontMetricsF metrics(m_theme->font(TypeRole::Caption, Weight::Strong));
    const QSizeF size(
        std::ceil(metrics.horizontalAdvance(m_hall->plan().zones[name.zone].name)) + 2 * m_theme->space(1),
        std::ceil(metrics.height()));
    const QPointF at = snapped(name.at * scale);
    return {at - QPointF(name.inside ? size.width() / 2 : size.width(), size.height() / 2), size};
}

/// No name lies over another, and none inside a zone that is smaller than it.
void SeatMapPicture::placeZoneNames()
{
    if (m_placedScale == m_camera.scale || !m_named)
        return;
    m_placedScale = m_camera.scale;
    m_placedNames.clear();
    for (const ZoneName &name : m_zoneNames) {
        const QRectF box = boxOf(name, m_camera.scale);
        const QSizeF room = m_hall->zoneBounds(name.zone).size() * m_camera.scale;
        const bool fits = !name.inside || (box.width() <= room.width() && box.height() <= room.height());
        const bool isFree = std::none_of(m_placedNames.begin(), m_placedNames.end(),
            [&box](const PlacedName &other) { return other.box.intersects(box); });
        if (fits && isFree)
            m_placedNames.push_back({box, &m_hall->plan().zones[name.zone].name,
                name.inside ? chipOf(name.zone, box.size().toSize()) : QImage()});
    }
}

double SeatMapPicture::zoneNamesLeft(const SeatCamera &camera) const
{
    double left = 0;
    for (const ZoneName &name : m_zoneNames)
        if (!name.inside)
            left = std::min(left, boxOf(name, camera.scale).left() + camera.offset.x());
    return left;
}

/// Rows are named at both ends, where no seat is in the way: an aisle may be narrower than a letter. Zones are named
/// left of their middle, or all within where others lie there; a hall of one zone needs no names.
void SeatMapPicture::findLabels()
{
    m_rowLabels.clear();
    m_zoneNames.clear();
    if (!m_named)
        return;
    const SeatingPlan &plan = m_hall->plan();
    const double pitch = m_hall->pitch();
    const auto isOnItsTable = [&plan](const PlanRow &row) { // which carries the name
        return std::any_of(plan.areas.begin(), plan.areas.end(), [&](const PlanArea &area) {
            if (area.text != row.label)
                return false;
            QPointF middle;
            for (qint32 seat = row.firstSeat; seat < row.firstSeat + row.seatCount; ++seat)
                middle += positionOf(plan, SeatIndex{seat}) / row.seatCount;
            return boundsOf(area).contains(middle);
        });
    };
    for (const PlanRow &row : plan.rows) {
        if (row.label.isEmpty() || row.seatCount == 0 || isOnItsTable(row))
            continue;
        const QPointF first = positionOf(plan, SeatIndex(row.firstSeat));
        const QPointF last = positionOf(plan, SeatIndex(row.firstSeat + row.seatCount - 1));
        const double length = std::hypot(last.x() - first.x(), last.y() - first.y());
        const QPointF outward = length > 0 ? (first - last) / length * pitch : QPointF(-pitch, 0);
        for (const QPointF &at : {first + outward, last - outward})
            if (!m_hall->nearest(at, pitch * 0.7))
                m_rowLabels.push_back({at, &row.label});
    }
    m_placedScale = 0;
    m_chips.clear();
    if (plan.zones.size() < 2)
        return;
    std::vector<std::pair<QPointF, int>> sums(size_t(plan.zones.size()));
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        auto &[sum, count] = sums[size_t(plan.rows[plan.row[i]].zone)];
        sum += positionOf(plan, SeatIndex{i});
        ++count;
    }
    const auto middleOf = [&sums](qint32 zone) { return sums[size_t(zone)].first / sums[size_t(zone)].second; };
    for (qint32 zone = 0; zone < plan.zones.size(); ++zone) {
        const QRectF &bounds = m_hall->zoneBounds(zone);
        if (bounds.isNull())
            continue;
        const double middle = bounds.center().y();
        double left = bounds.center().x(), ownLeft = left;
        m_hall->each(QRectF(m_hall->bounds().left(), middle - pitch, m_hall->bounds().width(), 2 * pitch),
            [&](SeatIndex seat, double x, double y) {
                if (std::abs(y - middle) >= 2 * pitch)
                    return;
                left = std::min(left, x);
                if (plan.rowOf(seat).zone == zone)
                    ownLeft = std::min(ownLeft, x);
            });
        m_zoneNames.push_back({zone, {left - pitch, middle}, ownLeft - left > bounds.width() * mostBesideOthers});
    }
    if (std::any_of(m_zoneNames.begin(), m_zoneNames.end(), [](const ZoneName &name) { return name.inside; }))
        for (ZoneName &name : m_zoneNames)
            name = {name.zone, middleOf(name.zone), true};
}

} // namespace foyer
