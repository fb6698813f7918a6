#pragma once

#include "ui/screens/Screen.h"

class QBoxLayout;
class QGridLayout;
class QScrollArea;

namespace foyer {

class Amount;
class Card;
class FlowLayout;
class HoldTime;
class Label;
class Legend;
class SeatMapView;
struct SeatMark;

/// The hall of one date, kept true, and what one has chosen of it (FLOWS 4, 5). A tap holds a seat or gives it back.
class SeatsScreen : public Screen
{
    Q_OBJECT
public:
    explicit SeatsScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override { visit().confirmSeats(); }
    void begin() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *head();
    QScrollArea *side();
    void arrange();
    void fitSide();
    void showPlan();
    void showSeats(const QList<SeatIndex> &seats);
    void showTitle();
    void showLegend();
    void showBasket();
    SeatMark markOf(SeatIndex seat) const;
    QString spokenName(SeatIndex seat) const;

    Label *m_title, *m_when, *m_waiting, *m_basketHint, *m_count;
    HoldTime *m_time;
    SeatMapView *m_map;
    Card *m_mapCard;
    Legend *m_legend;
    FlowLayout *m_chips;
    Amount *m_total;
    QBoxLayout *m_basket;
    QWidget *m_head, *m_sum;
    QScrollArea *m_side;
    QGridLayout *m_grid;
};

} // namespace foyer
