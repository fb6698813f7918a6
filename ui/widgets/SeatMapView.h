#pragma once

#include "domain/SeatingPlan.h"

#include <QHash>
#include <QImage>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

namespace foyer {

class ActionButton;
class Theme;

enum class SeatLook : quint8 { Free, Yours, Taken };
struct SeatMark {
    SeatLook look = SeatLook::Taken;
    quint8 category = 0; ///< its price category's place in the list: gives the colour
    friend bool operator==(const SeatMark &, const SeatMark &) = default;
};

/// The hall. Whole at first; a tap chooses a seat only where seats are far enough apart to be hit, and goes closer
/// where they aren't. Drag, wheel and buttons move it; arrows walk from seat to seat, Enter chooses.
class SeatMapView : public QWidget
{
    Q_OBJECT
public:
    struct Words {
        QString map, zoomIn, zoomOut, fit;
    };
    explicit SeatMapView(QWidget *parent = nullptr);
    ~SeatMapView() override;

    void setWords(const Words &words);
    void setPlan(std::shared_ptr<const SeatingPlan> plan, const QList<SeatMark> &marks); ///< one mark a seat
    void setMark(SeatIndex seat, SeatMark mark);                                         ///< repaints that seat only
    void setNames(std::function<QString(SeatIndex)> nameOf);                             ///< as read aloud
    void setCurrentSeat(SeatIndex seat);
    std::optional<SeatIndex> currentSeat() const { return m_current; }

    void zoomIn();
    void zoomOut();
    void fit();
    const SeatingPlan *plan() const { return m_plan.get(); }
    SeatMark markOf(SeatIndex seat) const { return m_marks[indexOf(seat)]; }
    QString nameOf(SeatIndex seat) const { return m_nameOf ? m_nameOf(seat) : QString(); }
    std::optional<SeatIndex> seatAt(const QPointF &at) const;
    bool canTapSeats() const; ///< seats are at least 9 mm apart on the screen
    QRect rectOf(SeatIndex seat) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seatTapped(foyer::SeatIndex seat); ///< any seat, also a taken one: what that means is the owner's answer
    void currentSeatChanged(foyer::SeatIndex seat);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct View; ///< where the plan lies on the screen

    void zoomBy(double factor, const QPointF &at);
    void placeControls();
    void tellOf(SeatIndex seat, int what);
    void tap(const QPointF &at);
    void walk(QPointF direction);
    void paintSeats(QPainter &painter, const QRect &dirty);
    void moved();

    std::shared_ptr<const SeatingPlan> m_plan;
    QList<SeatMark> m_marks;
    std::function<QString(SeatIndex)> m_nameOf;
    std::unique_ptr<View> m_view;
    QHash<quint32, QImage> m_sprites; ///< of one diameter and theme
    double m_spriteDiameter = 0;
    std::optional<SeatIndex> m_current;
    std::optional<QPointF> m_pressedAt;
    QPointF m_draggedTo;
    bool m_dragging = false;
    ActionButton *m_zoomIn, *m_zoomOut, *m_fit;
};

} // namespace foyer
