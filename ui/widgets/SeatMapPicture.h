#pragma once

#include "domain/SeatGrid.h"
#include "ui/widgets/SeatCamera.h"
#include "ui/widgets/SeatSprites.h"

#include <QImage>

namespace foyer {

/// The hall as pixels, kept from frame to frame: a drag moves what is there and draws the edge that came in, a change
/// draws its seat. What it costs follows what is seen, not what exists. For one thread; sizes are in device pixels.
class SeatMapPicture
{
public:
    void setHall(std::shared_ptr<const SeatGrid> hall, std::vector<SeatMark> marks); ///< one mark a seat
    void setTheme(const Theme &theme);
    void leaveOutNames() { m_named = false; } ///< of zones and areas: too small to be read
    void setView(const SeatCamera &camera, const QSize &size);
    void setMark(SeatIndex seat, SeatMark mark);

    const SeatGrid *hall() const { return m_hall.get(); }
    SeatMark mark(SeatIndex seat) const { return m_marks[size_t(indexOf(seat))]; }
    bool showsRows() const; ///< near enough for the rows' letters instead of the zones' names
    double zoneNamesLeft(const SeatCamera &camera) const; ///< where the leftmost begins, 0 or less

    /// Brings the image up to date.
    const QImage &draw();

private:
    struct RowLabel {
        QPointF at; ///< in the plan
        const QString *text;
    };
    struct ZoneName {
        qint32 zone;
        QPointF at;  ///< in the plan: the end of the line, or its middle
        bool inside; ///< zones lie left of zones
    };
    struct PlacedName {
        QRectF box; ///< from the plan's origin on the image
        const QString *text;
        QImage chip; ///< of one that lies inside: drawn once, copied in every frame
    };
    double pitch() const { return m_hall->pitch() * m_camera.scale; }
    QPointF onImage(const QPointF &inPlan) const;
    bool scroll(const QPoint &by);
    void drawRect(const QRect &rect);
    void drawSeats(const QRect &rect);
    void drawAreas(QPainter &painter, const QRect &rect) const;
    void drawRowLabels(QPainter &painter, const QRect &rect) const;
    void drawZoneNames(QPainter &painter, const QRect &rect) const;
    QRectF boxOf(const ZoneName &name, double scale) const;
    void placeZoneNames();
    QImage chipOf(qint32 zone, const QSize &size);
    void findLabels();

    std::shared_ptr<const SeatGrid> m_hall;
    std::vector<SeatMark> m_marks;
    std::optional<Theme> m_theme;
    SeatCamera m_camera;
    SeatSprites m_sprites;
    /// For the largest size so far: it changes often, and new memory costs more than the picture.
    std::vector<quint32> m_memory;
    QImage m_image; ///< in it
    bool m_named = true;
    bool m_stale = true;  ///< all of it
    QList<QRect> m_dirty; ///< else these
    std::vector<RowLabel> m_rowLabels;
    std::vector<ZoneName> m_zoneNames;
    std::vector<PlacedName> m_placedNames; ///< those that have room
    QHash<qint32, QImage> m_chips;         ///< by zone
    double m_placedScale = 0;              ///< at this scale; 0: not placed yet
};

} // namespace foyer
