#include "ui/screens/AttractScreen.h"

#include "ui/screens/OfferWords.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/Poster.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int rowsShown = 3;
constexpr int driftSteps = 16; ///< there and back
constexpr auto driftEvery = 20s;

/// The next date of every show that can be booked, then whatever else comes next.
QList<PerformanceOffer> nextDates(const QList<PerformanceOffer> &offers)
{
    QList<PerformanceOffer> first, rest;
    QSet<ShowKey> shows;
    for (const PerformanceOffer &offer : offers) {
        const bool isNews = offer.isBookable() && !shows.contains(offer.show.key);
        (isNews ? first : rest).append(offer);
        if (isNews)
            shows.insert(offer.show.key);
    }
    return (first + rest).mid(0, 1 + rowsShown);
}
} // namespace

AttractScreen::AttractScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_poster(new Poster(this)), m_dates(new TurningBox(this)), m_empty(new EmptyState(this)),
      m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    for (int i = 0; i < rowsShown; ++i) {
        m_rows.append(new OfferRow(list));
        m_rows.last()->setFocusPolicy(Qt::NoFocus); // they tell; the touch is the whole screen's
        rows->addWidget(m_rows.last());
    }
    rows->addStretch(1);
    m_dates->add(m_poster, 3);
    m_dates->add(list, 2);
    m_dates->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_column->addWidget(m_dates);
    m_column->addWidget(m_empty);
    connect(&visit.programme(), &DatesModel::loaded, this, &AttractScreen::fill);
    connect(&visit, &VisitModel::settingsChanged, this, &AttractScreen::fill);
    connect(&visit, &VisitModel::timePassed, this, [this] {
        if (m_minute != this->visit().clock().utc().toSecsSinceEpoch() / 60 && isVisible())
            fill();
    });
    connect(&m_drifting, &QTimer::timeout, this, &AttractScreen::drift);
    m_drifting.start(driftEvery);
    drift();
    retranslate();
}

Screen::Frame AttractScreen::frame() const
{
    return {.main = tr("Touch the screen to start"), .mainEnabled = true, .canGoBack = false, .canStartOver = false};
}

void AttractScreen::mainPressed() { visit().touch(); }

void AttractScreen::begin() { setFocus(); }

void AttractScreen::retranslate()
{
    setAccessibleName(tr("Touch the screen to start"));
    fill();
    Q_EMIT frameChanged();
}

void AttractScreen::fill()
{
    m_minute = visit().clock().utc().toSecsSinceEpoch() / 60;
    const OfferWords words(zone(), visit().clock().utc());
    const QList<PerformanceOffer> next = nextDates(visit().programme().offers());
    m_dates->setVisible(!next.isEmpty());
    m_empty->setVisible(next.isEmpty());
    if (!next.isEmpty())
        fillPoster(next.first(), words);
    else if (visit().programme().isLoaded())
        m_empty->set(Glyph::Info, tr("No dates just now"), tr("New dates will be shown here. Please ask at the desk."));
    else
        m_empty->set(Glyph::None, tr("Welcome"), {});
    const bool isTight = FoyerStyle::of(this).isLargeText() && window()->width() > window()->height();
    for (int i = 0; i < rowsShown; ++i) { // a passer-by scrolls nothing: the poster's words must be in sight
        m_rows[i]->setVisible(i + 1 < next.size() && (i == 0 || !isTight));
        if (i + 1 < next.size())
            fillRow(m_rows[i], next[i + 1], words);
    }
}

void AttractScreen::fillPoster(const PerformanceOffer &offer, const OfferWords &words)
{
    QStringList chips{words.priceFrom(offer), offer.isBookable() ? words.seatsLeft(offer) : words.note(offer)};
    chips.removeAll(QString());
    m_poster->setShow(QColor(offer.show.color), qChecksum(offer.show.id.toUtf8()));
    m_poster->setText({.overline = words.when(offer) + u" · "_s + words.house(offer),
        .title = words.title(offer),
        .subtitle = words.subtitle(offer),
        .chips = chips});
}

void AttractScreen::fillRow(OfferRow *row, const PerformanceOffer &offer, const OfferWords &words)
{
    Offer shown{.bar = QColor(offer.show.color),
        .overline = words.when(offer),
        .title = words.title(offer),
        .details = words.subtitle(offer),
        .price = words.priceFrom(offer)};
    if (const Availability availability = OfferWords::availability(offer); availability != Availability::OnSale) {
        shown.note = words.note(offer);
        shown.availability = availability;
    }
    row->setOffer(shown);
}

// Against burn-in: everything walks a few pixels there and back, too slowly to be seen.
void AttractScreen::drift()
{
    const int reach = FoyerStyle::of(this).space(2), half = driftSteps / 2;
    const int step = std::exchange(m_drifted, (m_drifted + 1) % driftSteps);
    const int by = reach * (step <= half ? step : driftSteps - step) / half;
    m_column->setContentsMargins(0, by, 0, reach - by);
}

void AttractScreen::mousePressEvent(QMouseEvent *event) { event->accept(); }

void AttractScreen::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->pos()))
        visit().touch();
}

void AttractScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        visit().touch();
    else
        Screen::keyPressEvent(event);
}

} // namespace foyer
