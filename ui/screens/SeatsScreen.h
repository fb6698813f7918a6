#pragma once

#include "ui/screens/Screen.h"

class QGridLayout;
class QScrollArea;

namespace foyer {

class ActionButton;
class Card;
class HoldTime;
class Label;
class Legend;
class SeatBasket;
class SeatFinder;
class SeatList;
class SeatMapView;
class SingleSeatNotice;
struct SeatMark;

/// The hall of one date, kept true, as a map or a list, and what one has chosen of it or lets us choose (FLOWS 4, 5). A
/// tap holds a seat or gives it back.
class SeatsScreen : public Screen
{
    Q_OBJECT
public:
    explicit SeatsScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Showing : quint8 { Map, List };
    void show(Showing showing);
    void find(bool finding);
    void takeProposal(const QList<SeatIndex> &seats);
    QWidget *head();
    QScrollArea *side();
    void arrange();
    void fitSide();
    void showPlan();
    void showSeats(const QList<SeatIndex> &seats);
    void showTitle();
    void showLegend();
    void showWaiting();
    SeatMark markOf(SeatIndex seat) const;
    QString spokenName(SeatIndex seat) const;

    Label *m_title, *m_when, *m_waiting;
    HoldTime *m_time;
    SeatMapView *m_map;
    SeatList *m_list;
    ActionButton *m_asList;
    Card *m_mapCard;
    Legend *m_legend;
    SingleSeatNotice *m_single = nullptr;
    SeatBasket *m_basket = nullptr;
    SeatFinder *m_finder = nullptr;
    Showing m_showing = Showing::Map;
    bool m_finding = false;
    bool m_failed = false; ///< the seats can't be had
    QWidget *m_head;
    QScrollArea *m_side;
    QGridLayout *m_grid;
};

} // namespace foyer
