#pragma once

#include "ui/widgets/SeatMapPicture.h"

#include <QVariantAnimation>
#include <QWidget>
#include <cmath>
#include <functional>

class QTouchEvent;

namespace foyer {

class ActionButton;

/// The hall under a finger. Whole at first; a tap leads to where seats are far enough apart to be hit, and chooses one
/// only there. Drag, pinch, wheel and buttons move it; arrows walk from seat to seat, Enter chooses.
class SeatMapView : public QWidget
{
    Q_OBJECT
public:
    struct Words {
        QString map, zoomIn, zoomOut, fit;
    };
    explicit SeatMapView(QWidget *parent = nullptr);

    void setWords(const Words &words);
    void setHall(const std::shared_ptr<const SeatGrid> &hall, const QList<SeatMark> &marks); ///< one mark a seat
    void setMark(SeatIndex seat, SeatMark mark);             ///< repaints that seat only
    void setNames(std::function<QString(SeatIndex)> nameOf); ///< as read aloud
    void setCurrentSeat(SeatIndex seat);                     ///< and brings it into sight
    std::optional<SeatIndex> currentSeat() const { return m_current; }

    void zoomIn();
    void zoomOut();
    void fit();
    void goTo(const QList<SeatIndex> &seats); ///< to where they can be told apart
    const SeatCamera &camera() const { return m_camera; }
    void setCamera(const SeatCamera &camera); ///< at once; kept from losing the hall
    bool canTapSeats() const;                 ///< most are at least 9 mm apart on the screen
    QRect rectOf(SeatIndex seat) const;       ///< in the widget's coordinates; needs a plan
    std::optional<SeatIndex> seatAt(const QPointF &at) const;
    const SeatingPlan *plan() const { return hall() ? &hall()->plan() : nullptr; }
    SeatMark markOf(SeatIndex seat) const { return m_picture.mark(seat); }
    QString nameOf(SeatIndex seat) const { return m_nameOf ? m_nameOf(seat) : QString(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seatTapped(foyer::SeatIndex seat); ///< any seat, also a taken one: what that means is the owner's answer
    void currentSeatChanged(foyer::SeatIndex seat);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr double zoomStep = 1.5; ///< a notch of the wheel, a press of a button
    static constexpr double tapPitchMm = 9; ///< closer together than this a finger can't be believed

    const SeatGrid *hall() const { return m_picture.hall(); }
    double pitch() const { return hall()->pitch() * m_camera.scale; }
    double leastScale() const;
    double mostScale() const;
    SeatCamera fitted() const;
    SeatCamera zoomed(SeatCamera camera, double factor, const QPointF &at) const;
    const SeatCamera &heading() const;
    SeatCamera kept(SeatCamera camera) const;
    void place(const SeatCamera &camera);
    void fly(const SeatCamera &to);
    void moveBy(const QPointF &by);
    void placeControls();
    void tellOf(SeatIndex seat, int what);
    void makeCurrent(SeatIndex seat);
    bool isInSight(SeatIndex seat) const;

    // Under a finger
    void press(const QPointF &at);
    void drag(const QPointF &to, quint64 now);
    void release(const QPointF &at, quint64 now);
    void glide(quint64 now);
    bool touch(QTouchEvent *event);
    void pinch(const QTouchEvent &event);
    void tap(const QPointF &at);
    void comeCloser(const QPointF &at);
    bool isApart(SeatIndex seat) const;
    void walk(QPointF direction);

    // The minimap, while only a part is seen
    bool showsMinimap() const;
    QRect minimapRect() const;
    void paintMinimap(QPainter &painter);
    void lookAt(const QPointF &inMinimap);

    SeatMapPicture m_picture, m_minimap;
    SeatCamera m_camera;
    bool m_fitted = true; ///< the whole hall, and still so when the room for it changes
    QVariantAnimation m_flight;
    SeatCamera m_from, m_to; ///< of the flight
    std::optional<SeatIndex> m_current;
    std::function<QString(SeatIndex)> m_nameOf;

    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedTo;
    struct Moved {
        quint64 at; ///< ms, as the event says
        QPointF to;
    };
    std::vector<Moved> m_moves; ///< of this drag, the last moments
    QPointF m_owed;             ///< of a move in whole pixels
    bool m_dragging = false;
    struct Pinch {
        std::pair<int, int> fingers;
        std::pair<QPointF, QPointF> at;
        double width() const { return std::hypot(at.second.x() - at.first.x(), at.second.y() - at.first.y()); }
        QPointF middle() const { return (at.first + at.second) / 2; }
    };
    std::optional<Pinch> m_pinch; ///< as of the last event, until every finger has left
    ActionButton *m_zoomIn, *m_zoomOut, *m_fit;
};

} // namespace foyer
