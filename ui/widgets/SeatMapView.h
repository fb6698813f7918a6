#pragma once

#include "ui/widgets/SeatMapPicture.h"

#include <QWidget>
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
    void setPlan(std::shared_ptr<const SeatingPlan> plan, const QList<SeatMark> &marks); ///< one mark a seat
    void setMark(SeatIndex seat, SeatMark mark);                                         ///< repaints that seat only
    void setNames(std::function<QString(SeatIndex)> nameOf);                             ///< as read aloud
    void setCurrentSeat(SeatIndex seat);
    std::optional<SeatIndex> currentSeat() const { return m_current; }

    void zoomIn();
    void zoomOut();
    void fit();
    bool canTapSeats() const;           ///< most are at least 9 mm apart on the screen
    QRect rectOf(SeatIndex seat) const; ///< in the widget's coordinates; needs a plan
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
    const SeatGrid *hall() const { return m_picture.hall(); }
    double pitch() const { return hall()->pitch() * m_camera.scale; }
    double leastScale() const;
    double mostScale() const;
    SeatCamera fitted() const;
    void zoomBy(double factor, const QPointF &at);
    void place(const SeatCamera &camera);
    void moveBy(const QPointF &by);
    void placeControls();
    void tellOf(SeatIndex seat, int what);

    // Under a finger
    void press(const QPointF &at);
    void drag(const QPointF &to);
    void release(const QPointF &at);
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
    bool m_fitted = true;
    std::optional<SeatIndex> m_current;
    std::function<QString(SeatIndex)> m_nameOf;

    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedTo;
    QPointF m_owed; ///< of a move in whole pixels
    bool m_dragging = false, m_pinching = false;
    ActionButton *m_zoomIn, *m_zoomOut, *m_fit;
};

} // namespace foyer
