#pragma once

#include "ui/widgets/MonthCalendar.h"
#include "ui/widgets/Pressable.h"

namespace foyer
{

/// One day of a MonthCalendar.
class DayButton : public Pressable
{
    Q_OBJECT
public:
    explicit DayButton(int day, QWidget *parent = nullptr);

    void setMark(const DayMark &mark); ///< no performances: the day only shows
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintDots(QPainter &painter, double top, const QColor &onFill) const;

    int m_day;
    DayMark m_mark;
};

} // namespace foyer
