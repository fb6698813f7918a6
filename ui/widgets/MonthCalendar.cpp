#include "ui/widgets/MonthCalendar.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/DayButton.h"
#include "ui/widgets/Label.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <algorithm>

namespace foyer {

namespace {
constexpr int daysPerWeek = 7, daysMax = 31;
}

MonthCalendar::MonthCalendar(QWidget *parent)
    : QWidget(parent), m_title(new Label(TypeRole::Heading, this)),
      m_previous(new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact, this)),
      m_next(new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact, this)), m_grid(new QGridLayout)
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addLayout(m_grid);
    column->addStretch(1);
    for (int i = 0; i < daysPerWeek; ++i) {
        m_weekdays.append(new Label(TypeRole::Caption, this));
        m_weekdays.last()->setTone(Tone::Soft);
        m_weekdays.last()->setAlignment(Qt::AlignCenter);
        m_grid->addWidget(m_weekdays.last(), 0, i);
        m_grid->setColumnStretch(i, 1);
    }
    for (int day = 1; day <= daysMax; ++day) {
        m_days.append(new DayButton(day, this));
        connect(m_days.last(), &DayButton::clicked, this, [this, day] {
            setSelected(m_month.addDays(day - 1));
            Q_EMIT dayChosen(m_selected);
        });
    }
    setTargets();
    connect(m_previous, &ActionButton::clicked, this, [this] { wantMonth(-1); });
    connect(m_next, &ActionButton::clicked, this, [this] { wantMonth(1); });
}

void MonthCalendar::setWords(const QString &previousMonth, const QString &nextMonth)
{
    m_previous->setGlyphOnly(Glyph::Back, previousMonth);
    m_next->setGlyphOnly(Glyph::Forward, nextMonth);
}

void MonthCalendar::setMonth(const QDate &firstDay, const QString &title, const QHash<QDate, DayMark> &marks)
{
    m_month = firstDay;
    m_marks = marks;
    m_title->setText(title);
    setAccessibleName(title);
    fillWeekdays();
    setRange(m_first, m_last);
}

void MonthCalendar::setSelected(const QDate &day)
{
    m_selected = day;
    for (int i = 0; i < daysMax; ++i)
        m_days[i]->setChecked(m_month.addDays(i) == day);
}

void MonthCalendar::setRange(const QDate &first, const QDate &last)
{
    m_first = first;
    m_last = last;
    m_previous->setEnabled(isInRange(m_month.addMonths(-1)));
    m_next->setEnabled(isInRange(m_month.addMonths(1)));
    fillDays();
}

bool MonthCalendar::isInRange(const QDate &month) const
{
    return (!m_first.isValid() || month.addMonths(1) > m_first) && (!m_last.isValid() || month <= m_last);
}

void MonthCalendar::wantMonth(int months)
{
    if (const QDate wanted = m_month.addMonths(months); isInRange(wanted))
        Q_EMIT monthWanted(wanted);
}

void MonthCalendar::fillWeekdays()
{
    for (int i = 0; i < daysPerWeek; ++i) {
        const int weekday = (locale().firstDayOfWeek() - 1 + i) % daysPerWeek + 1;
        m_weekdays[i]->setText(locale().standaloneDayName(weekday, QLocale::ShortFormat));
    }
}

void MonthCalendar::fillDays()
{
    const int offset = (m_month.dayOfWeek() - locale().firstDayOfWeek() + daysPerWeek) % daysPerWeek;
    const auto weekOf = [offset](qint64 day) { return int(offset + day) / daysPerWeek; };
    const int firstWeek = weekOf(std::clamp<qint64>(m_month.daysTo(m_first), 0, m_month.daysInMonth() - 1));
    for (int i = 0; i < daysMax; ++i) {
        DayButton *button = m_days[i];
        m_grid->removeWidget(button);
        button->setVisible(i < m_month.daysInMonth() && weekOf(i) >= firstWeek);
        if (button->isHidden())
            continue;
        m_grid->addWidget(button, 1 + weekOf(i) - firstWeek, (offset + i) % daysPerWeek);
        button->setMark(m_marks.value(m_month.addDays(i)));
    }
    setSelected(m_selected);
}

void MonthCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return walk(-1);
    case Qt::Key_Right: return walk(1);
    case Qt::Key_Up: return walk(-daysPerWeek);
    case Qt::Key_Down: return walk(daysPerWeek);
    case Qt::Key_PageUp: return wantMonth(-1);
    case Qt::Key_PageDown: return wantMonth(1);
    default: event->ignore();
    }
}

void MonthCalendar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange && m_month.isValid()) {
        fillWeekdays();
        fillDays();
    }
    if (event->type() == QEvent::StyleChange)
        setTargets();
    QWidget::changeEvent(event);
}

void MonthCalendar::setTargets()
{
    for (int i = 0; i < daysPerWeek; ++i)
        m_grid->setColumnMinimumWidth(i, FoyerStyle::of(this).target());
}

void MonthCalendar::walk(int days)
{
    const auto *from = qobject_cast<DayButton *>(focusWidget());
    QDate day = from ? m_month.addDays(m_days.indexOf(from)) : m_month.addDays(days > 0 ? -days : daysMax);
    for (day = day.addDays(days); day.year() == m_month.year() && day.month() == m_month.month();
         day = day.addDays(days))
        if (DayButton *button = buttonOf(day); button->isEnabled())
            return button->setFocus(Qt::TabFocusReason);
}

DayButton *MonthCalendar::buttonOf(const QDate &day) const { return m_days[day.day() - 1]; }

} // namespace foyer
