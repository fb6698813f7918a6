#pragma once

#include "ui/desk/DeskPage.h"
#include "ui/widgets/SeatMapPicture.h"

class QLineEdit;
class QStackedLayout;

namespace foyer {

class Card;
class DateRows;
class Label;
class Legend;
class SaleOrder;
class SeatMapView;
class Table;

/// Selling: a line where seats are typed, the hall under it, the order beside it. Without a date, the dates; what is
/// typed there narrows them down.
class SellPage : public DeskPage
{
    Q_OBJECT
public:
    explicit SellPage(DeskModel &desk, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseDates(bool choosing);
    void openDate(int row);
    void enter();
    void showHall();
    void showSeats(const QList<SeatIndex> &seats);
    void showLegend();
    void hint();
    void tellBad(const SeatCommand &command);
    QString described(const SeatCommand &command) const;
    SeatMark markOf(SeatIndex seat) const;
    QString spokenName(SeatIndex seat) const;

    SaleModel &m_sale;
    QLineEdit *m_line;
    Label *m_hint;
    DateRows *m_rows;
    Table *m_dates;
    SeatMapView *m_map;
    Card *m_mapCard, *m_datesCard;
    Legend *m_legend;
    SaleOrder *m_order;
    QStackedLayout *m_stack;
    bool m_choosing = true; ///< a date, not seats
};

} // namespace foyer
