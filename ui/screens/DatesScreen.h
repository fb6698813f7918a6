#pragma once

#include "ui/screens/Screen.h"

class QBoxLayout;

namespace foyer {

class EmptyState;
class Label;
class MonthCalendar;
class OfferRow;
class OfferWords;

/// When: a month of days and the performances of one of them (FLOWS 3.2).
class DatesScreen : public Screen
{
    Q_OBJECT
public:
    DatesScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

private:
    void fill();
    void sortByDay(const OfferWords &words);
    void chooseFirstDay();
    void fillMonth(const OfferWords &words);
    void fillRows(const OfferWords &words);
    OfferRow *row(int index);
    QString spokenDay(const QDate &day, const OfferWords &words) const;
    void showDay(const QDate &day);
    void showMonth(const QDate &month);

    Label *m_title, *m_dayTitle;
    MonthCalendar *m_calendar;
    QWidget *m_dates; ///< calendar and list
    EmptyState *m_empty;
    QBoxLayout *m_list;
    QList<OfferRow *> m_rows;
    QMap<QDate, QList<PerformanceOffer>> m_byDay;
    QDate m_day, m_month;
    qint64 m_minute = 0; ///< that the words were true in
};

} // namespace foyer
