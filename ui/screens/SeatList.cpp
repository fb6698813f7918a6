#include "ui/screens/SeatList.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "wording/Wording.h"

#include <QScrollArea>
#include <QScrollBar>

namespace foyer {

namespace {
constexpr int atATime = 60; ///< entries: a row may have thousands of seats
}

SeatList::SeatList(VisitModel &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_title(new Label(TypeRole::Heading, this)),
      m_up(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_up);
    head->addWidget(m_title, 1);
    head->addSpacing(FoyerStyle::of(this).target() + FoyerStyle::of(this).space(4)); // the owner's way back to the map
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_more = new ActionButton(ButtonLook::Outline, ActionButton::Size::Compact, content);
    m_list->addWidget(m_more);
    m_list->addStretch(1);
    m_area = scrolling(content, this);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_area, 1);
    connect(m_up, &ActionButton::clicked, this, &SeatList::goUp);
    connect(m_more, &ActionButton::clicked, this, [this] {
        m_most += atATime;
        refresh();
    });
    begin();
}

void SeatList::begin()
{
    m_above.clear();
    showPage({}, {}, atATime, 0);
}

void SeatList::retranslate()
{
    m_up->setGlyphOnly(Glyph::Back, tr("Back in the list"));
    m_more->setText(tr("Show more"));
    refresh();
}

void SeatList::goDown(int entry, std::optional<qint32> zone, std::optional<qint32> row)
{
    m_above.append({m_zone, m_most, entry});
    showPage(zone, row, atATime, 0);
}

void SeatList::goUp()
{
    const Page page = m_above.takeLast();
    showPage(page.zone, {}, page.most, page.entry);
}

void SeatList::showPage(std::optional<qint32> zone, std::optional<qint32> row, int most, int entry)
{
    m_zone = zone;
    m_row = row;
    m_most = most;
    refresh();
    m_area->verticalScrollBar()->setValue(0);
    const auto from = m_rows.begin() + std::min<qsizetype>(entry, m_rows.size());
    const auto first = std::find_if(from, m_rows.end(), [](const OfferRow *each) { return each->isEnabled(); });
    if (isVisible() && first != m_rows.end()) // laid out by then, it comes into sight
        QMetaObject::invokeMethod(
            *first, [there = *first] { there->setFocus(Qt::TabFocusReason); }, Qt::QueuedConnection);
}

void SeatList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(); // seats may have changed while the map was shown, or another page
}

QString SeatList::nameOfZone(qint32 zone) const
{
    const QString &name = m_visit.seats().date()->plan->zones[zone].name;
    return name.isEmpty() ? tr("Section %1").arg(zone + 1) : name;
}

QString SeatList::nameOfRow(qint32 row) const
{
    const SeatingPlan &plan = *m_visit.seats().date()->plan;
    return plan.rows[row].label.isEmpty() ? tr("A row without a name") : Wording().rowTitle(plan.rows[row].label);
}

/// With what is left in these rows for whoever stands here, one's own among it.
SeatList::Entry SeatList::entryOf(const QString &title, const QList<qint32> &rows) const
{
    const SeatMapModel &seats = m_visit.seats();
    const SeatingPlan &plan = *seats.date()->plan;
    int left = 0;
    QList<quint16> categories;
    for (const qint32 row : rows)
        for (qint32 seat = plan.rows[row].firstSeat; seat < plan.rows[row].firstSeat + plan.rows[row].seatCount; ++seat)
            if (const SeatShown shown = seats.shown(SeatIndex{seat});
                shown == SeatShown::Free || shown == SeatShown::Yours) {
                ++left;
                if (!categories.contains(plan.category[seat]))
                    categories.append(plan.category[seat]);
            }
    QStringList names;
    std::sort(categories.begin(), categories.end());
    for (const quint16 category : std::as_const(categories))
        names.append(plan.categories[category].name);
    return {.offer = {.lead = {},
                .bar = {},
                .overline = {},
                .title = title,
                .details = names.join(QStringLiteral(" · ")),
                .price = {},
                .note = left ? tr("%n seat(s) left", nullptr, left) : tr("None left"),
                .availability = {}},
        .canBeChosen = left > 0,
        .open = {}};
}

QList<SeatList::Entry> SeatList::sections()
{
    const SeatingPlan &plan = *m_visit.seats().date()->plan;
    QList<QList<qint32>> rows(plan.zones.size());
    for (qint32 row = 0; row < plan.rows.size(); ++row)
        if (plan.rows[row].seatCount > 0)
            rows[plan.rows[row].zone].append(row);
    QList<Entry> entries;
    for (qint32 zone = 0; zone < plan.zones.size(); ++zone) {
        if (rows[zone].isEmpty())
            continue;
        entries.append(entryOf(nameOfZone(zone), rows[zone]));
        entries.last().open = [this, zone, at = int(entries.size()) - 1] { goDown(at, zone, {}); };
    }
    return entries;
}

QList<SeatList::Entry> SeatList::rowsOf(qint32 zone)
{
    const SeatingPlan &plan = *m_visit.seats().date()->plan;
    QList<Entry> entries;
    for (qint32 row = 0; row < plan.rows.size(); ++row)
        if (plan.rows[row].zone == zone && plan.rows[row].seatCount > 0) {
            entries.append(entryOf(nameOfRow(row), {row}));
            entries.last().open = [this, row, at = int(entries.size()) - 1] { goDown(at, m_zone, row); };
        }
    return entries;
}

QList<SeatList::Entry> SeatList::seatsOf(qint32 row)
{
    const SeatMapModel &seats = m_visit.seats();
    const SeatingPlan &plan = *seats.date()->plan;
    QList<Entry> entries;
    for (qint32 i = plan.rows[row].firstSeat; i < plan.rows[row].firstSeat + plan.rows[row].seatCount; ++i) {
        const SeatIndex seat{i};
        const SeatShown shown = seats.shown(seat);
        QStringList details{plan.categoryOf(seat).name};
        if (plan.kind[i] != SeatKind::Ordinary)
            details.append(Wording().name(plan.kind[i]));
        const bool isYours = shown == SeatShown::Yours;
        entries.append({.offer = {.lead = isYours ? QStringLiteral("✓") : QString(),
                            .bar = FoyerStyle::of(this).category(plan.category[i]),
                            .overline = {},
                            .title = Wording().seatTitle(plan.number[i]),
                            .details = details.join(QStringLiteral(" · ")),
                            .price = Wording().money(seats.priceOf(seat)),
                            .note = Wording().name(shown),
                            .availability = {}},
            .canBeChosen = isYours || shown == SeatShown::Free,
            .open = [this, seat] { Q_EMIT seatTapped(seat); }});
    }
    return entries;
}

QList<SeatList::Entry> SeatList::entries()
{
    const auto &date = m_visit.seats().date();
    if (!date)
        return {};
    if (m_row)
        return seatsOf(*m_row);
    return m_zone ? rowsOf(*m_zone) : sections();
}

void SeatList::refresh()
{
    const QList<Entry> all = isVisible() ? entries() : QList<Entry>();
    const auto shownNow = int(std::min<qsizetype>(all.size(), m_most));
    while (m_rows.size() < shownNow) {
        auto *row = new OfferRow(m_more->parentWidget());
        row->setObjectName(QStringLiteral("listed"));
        m_list->insertWidget(int(m_rows.size()), row);
        connect(row, &OfferRow::clicked, this, [this, at = m_rows.size()] {
            if (const auto open = m_open.value(at))
                open();
        });
        m_rows.append(row);
    }
    m_open.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < shownNow);
        if (i >= shownNow)
            continue;
        m_rows[i]->setOffer(all[i].offer);
        m_rows[i]->setEnabled(all[i].canBeChosen);
        m_open.append(all[i].open);
    }
    m_more->setVisible(all.size() > shownNow);
    m_up->setVisible(m_zone.has_value());
    m_title->setText(m_row && m_visit.seats().date() ? nameOfZone(*m_zone) + QStringLiteral(" · ") + nameOfRow(*m_row)
                     : m_zone && m_visit.seats().date() ? nameOfZone(*m_zone)
                                                        : tr("Sections"));
}

} // namespace foyer
