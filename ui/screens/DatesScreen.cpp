#include "ui/screens/DatesScreen.h"

#include "ui/screens/OfferWords.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/MonthCalendar.h"
#include "ui/widgets/OfferRow.h"

namespace foyer {

using namespace Qt::StringLiterals;

DatesScreen::DatesScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_empty(new EmptyState(this))
{
    auto *sides = new TurningBox(this);
    auto *card = new Card(Card::Look::Surface, 3, sides);
    m_calendar = new MonthCalendar(card);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->addWidget(m_calendar);
    auto *day = new QWidget(sides);
    m_dayTitle = new Label(TypeRole::Heading, day);
    m_list = new QVBoxLayout;
    m_list->addStretch(1);
    auto *dayColumn = new QVBoxLayout(day);
    dayColumn->addWidget(m_dayTitle);
    dayColumn->addLayout(m_list, 1);
    sides->add(card, 0);
    sides->add(day, 1);
    m_dates = sides;
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_dates, 1);
    column->addWidget(m_empty, 1);

    connect(m_calendar, &MonthCalendar::dayChosen, this, &DatesScreen::showDay);
    connect(m_calendar, &MonthCalendar::monthWanted, this, &DatesScreen::showMonth);
    connect(&visit.dates(), &DatesModel::loaded, this, &DatesScreen::fill);
    connect(&visit, &VisitModel::settingsChanged, this, &DatesScreen::fill);
    connect(&visit, &VisitModel::timePassed, this, [this] {
        if (m_minute != this->visit().clock().utc().toSecsSinceEpoch() / 60 && isVisible())
            fill();
    });
    retranslate();
}

Screen::Frame DatesScreen::frame() const
{
    return {.side = visit().isMember() ? tr("My tickets") : QString(), .purchaseStep = 0};
}

void DatesScreen::sidePressed() { visit().openTickets(); }

void DatesScreen::begin()
{
    m_day = {};
    fill();
    m_calendar->setFocus();
}

void DatesScreen::retranslate()
{
    m_title->setText(tr("When would you like to come?"));
    m_calendar->setLocale(wording().locale());
    m_calendar->setWords(tr("Previous month"), tr("Next month"));
    fill();
    Q_EMIT frameChanged();
}

void DatesScreen::fill()
{
    m_minute = visit().clock().utc().toSecsSinceEpoch() / 60;
    const OfferWords words(zone(), visit().clock().utc());
    sortByDay(words);
    m_dates->setVisible(!m_byDay.isEmpty());
    m_empty->setVisible(m_byDay.isEmpty());
    if (m_byDay.isEmpty() && visit().dates().isLoaded())
        return m_empty->set(Glyph::Info, tr("No dates can be booked just now"),
            tr("New dates appear here by themselves. Please ask at the desk."));
    if (m_byDay.isEmpty())
        return m_empty->set(Glyph::None, tr("One moment, please"), tr("The dates are being read."));
    if (!m_byDay.contains(m_day))
        chooseFirstDay();
    fillMonth(words);
    fillRows(words);
    for (QWidget *part = m_calendar; part != this; part = part->parentWidget())
        part->layout()->activate(); // the days below are painted where they stay
}

void DatesScreen::sortByDay(const OfferWords &words)
{
    m_byDay.clear();
    for (const PerformanceOffer &offer : visit().dates().offers())
        m_byDay[words.dayOf(offer)].append(offer);
}

void DatesScreen::chooseFirstDay()
{
    const auto hasBookable = [](const QList<PerformanceOffer> &offers) {
        return std::any_of(
            offers.begin(), offers.end(), [](const PerformanceOffer &offer) { return offer.isBookable(); });
    };
    const auto day = std::find_if(
        m_byDay.keyValueBegin(), m_byDay.keyValueEnd(), [&](const auto &offers) { return hasBookable(offers.second); });
    m_day = day == m_byDay.keyValueEnd() ? m_byDay.firstKey() : (*day).first;
    m_month = QDate(m_day.year(), m_day.month(), 1);
}

void DatesScreen::fillMonth(const OfferWords &words)
{
    QHash<QDate, DayMark> marks;
    for (auto day = m_byDay.begin(); day != m_byDay.end(); ++day) {
        DayMark &mark = marks[day.key()];
        mark.spoken = spokenDay(day.key(), words);
        for (const PerformanceOffer &offer : day.value())
            mark.performances.append(OfferWords::availability(offer));
    }
    m_calendar->setRange(m_byDay.firstKey(), m_byDay.lastKey());
    //: a month as QLocale writes it: MMMM is its name, M its number
    m_calendar->setMonth(m_month, wording().locale().toString(m_month, tr("MMMM yyyy")), marks);
    m_calendar->setSelected(m_day);
}

QString DatesScreen::spokenDay(const QDate &day, const OfferWords &words) const
{
    QStringList parts{wording().locale().toString(day, tr("dddd d MMMM"))};
    for (const PerformanceOffer &offer : m_byDay[day])
        parts.append(words.time(offer) + u' ' + words.note(offer));
    return parts.join(u", "_s);
}

void DatesScreen::fillRows(const OfferWords &words)
{
    //: a day as QLocale writes it: dddd is the weekday, MMMM the month's name, M its number
    m_dayTitle->setText(wording().locale().toString(m_day, tr("dddd d MMMM")));
    const QList<PerformanceOffer> offers = m_byDay.value(m_day);
    for (int i = 0; i < offers.size(); ++i) {
        const PerformanceOffer &offer = offers[i];
        row(i)->setOffer({.lead = words.time(offer),
            .overline = words.startsSoon(offer),
            .title = words.title(offer),
            .details = words.details(offer),
            .price = words.priceFrom(offer),
            .note = words.note(offer),
            .availability = OfferWords::availability(offer)});
        row(i)->setEnabled(offer.isBookable());
    }
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setVisible(i < offers.size());
}

OfferRow *DatesScreen::row(int index)
{
    if (index == m_rows.size()) {
        m_rows.append(new OfferRow(m_list->parentWidget()));
        m_rows.last()->setObjectName(QStringLiteral("offer"));
        m_list->insertWidget(index, m_rows.last());
        connect(m_rows.last(), &OfferRow::clicked, this,
            [this, index] { visit().chooseDate(m_byDay.value(m_day).value(index).performance.key); });
    }
    return m_rows[index];
}

void DatesScreen::showDay(const QDate &day)
{
    m_day = day;
    fillRows({zone(), visit().clock().utc()});
}

void DatesScreen::showMonth(const QDate &month)
{
    m_month = month;
    fillMonth({zone(), visit().clock().utc()});
}

} // namespace foyer
