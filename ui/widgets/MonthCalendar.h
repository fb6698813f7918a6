#pragma once

#include "ui/widgets/Availability.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QWidget>

class QGridLayout;

namespace foyer {

class ActionButton;
class DayButton;
class Label;

/// What one day offers. Days without a mark can't be chosen.
struct DayMark {
    QList<Availability> performances; ///< a dot each, at most three are drawn
    QString spoken;                   ///< for a screen reader: "25 November, 2 performances, few left"
};

/// One month; weekday names and the first day of the week are its locale()'s. Arrows walk the days that can be chosen.
class MonthCalendar : public QWidget
{
    Q_OBJECT
public:
    explicit MonthCalendar(QWidget *parent = nullptr);

    void setWords(const QString &previousMonth, const QString &nextMonth);
    void setMonth(const QDate &firstDay, const QString &title, const QHash<QDate, DayMark> &marks);
    void setSelected(const QDate &day);
    /// No month beyond theirs is asked for; weeks before the first are left out: they would only take height.
    void setRange(const QDate &first, const QDate &last);

Q_SIGNALS:
    void dayChosen(const QDate &day);
    void monthWanted(const QDate &firstDay); ///< the owner answers with setMonth()

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setTargets();
    void fillWeekdays();
    void fillDays();
    void walk(int days);
    void wantMonth(int months);
    bool isInRange(const QDate &month) const;
    DayButton *buttonOf(const QDate &day) const;

    QDate m_month, m_selected, m_first, m_last;
    QHash<QDate, DayMark> m_marks;
    Label *m_title;
    ActionButton *m_previous, *m_next;
    QGridLayout *m_grid;
    QList<Label *> m_weekdays;
    QList<DayButton *> m_days; ///< 31; those that aren't shown are hidden
};

} // namespace foyer
