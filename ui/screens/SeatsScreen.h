#pragma once

#include "ui/screens/Screen.h"

class QBoxLayout;
class QGridLayout;
class QScrollArea;

namespace foyer {

class ActionButton;
class Amount;
class Card;
class FlowLayout;
class HoldTime;
class Label;
class Legend;
class Notice;
class SeatFinder;
class SeatList;
class SeatMapView;
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
    bool canUndo() const;
    void showSingle();
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
    SeatList *m_list;
    ActionButton *m_asList;
    Card *m_mapCard, *m_basketCard = nullptr;
    Legend *m_legend;
    FlowLayout *m_chips;
    Amount *m_total;
    Notice *m_single = nullptr; ///< that one's own seats leave one alone
    QList<SeatIndex> m_instead; ///< as it names them
    SeatFinder *m_finder = nullptr;
    ActionButton *m_undo = nullptr;
    Showing m_showing = Showing::Map;
    bool m_finding = false;
    QBoxLayout *m_basket;
    QWidget *m_head, *m_sum;
    QScrollArea *m_side;
    QGridLayout *m_grid;
};

} // namespace foyer
