#include "ui/desk/SellPage.h"

#include "ui/desk/DateRows.h"
#include "ui/desk/SaleOrder.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Legend.h"
#include "ui/widgets/SeatMapView.h"
#include "ui/widgets/Table.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;

SellPage::SellPage(DeskModel &desk, QWidget *parent)
    : DeskPage(desk, parent), m_sale(desk.sale()), m_line(new QLineEdit(this)), m_hint(new Label(TypeRole::Body, this)),
      m_rows(new DateRows(desk, this)), m_dates(new Table(this)), m_map(new SeatMapView(this)),
      m_mapCard(new Card(Card::Look::Surface, 2, this)), m_datesCard(new Card(Card::Look::Surface, 1, this)),
      m_legend(new Legend(this)), m_order(new SaleOrder(desk, this)), m_stack(new QStackedLayout)
{
    const Theme &theme = FoyerStyle::of(this);
    m_line->setObjectName(u"line"_s);
    m_line->setMaxLength(80);
    m_line->installEventFilter(this);
    m_hint->setTone(Tone::Soft);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_dates->setObjectName(u"dates"_s);
    m_dates->setModel(m_rows);
    m_dates->setShares({0, 8, 4, 0, 0});
    m_dates->setYielding({DateRows::Where});
    m_dates->setFocusPolicy(Qt::ClickFocus);                            // arrows in the line walk through it
    m_map->setMinimumHeight(m_map->minimumSizeHint().height() * 3 / 4); // nothing of ours lies below its buttons
    (new QVBoxLayout(m_mapCard))->addWidget(m_map);
    (new QVBoxLayout(m_datesCard))->addWidget(m_dates);
    m_stack->addWidget(m_datesCard);
    m_stack->addWidget(m_mapCard);
    auto *typing = new QHBoxLayout;
    typing->addWidget(m_line, 3);
    typing->addWidget(m_hint, 2);
    auto *hall = new QWidget;
    auto *left = new QVBoxLayout(hall);
    left->setSpacing(theme.space(3));
    left->addLayout(typing);
    left->addLayout(m_stack, 1);
    left->addWidget(m_legend);
    auto *beside = roomy(m_order, this);
    beside->setMinimumWidth(theme.px(88));
    beside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // wider where its words are
    auto *row = new QHBoxLayout(this);
    row->setSpacing(theme.space(3));
    row->addWidget(roomy(hall, this), 1);
    row->addWidget(beside);

    m_map->setNames([this](SeatIndex seat) { return spokenName(seat); });
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
        if (m_rows->rowCount() > 0)
            m_dates->setCurrentIndex(m_rows->index(0, 0));
    });
    connect(m_map, &SeatMapView::seatTapped, &m_sale, &SaleModel::toggle);
    connect(&m_sale.seats(), &SeatMapModel::modelReset, this, &SellPage::showHall);
    connect(&m_sale.seats(), &SeatMapModel::seatsChanged, this, &SellPage::showSeats);
    connect(&m_sale, &SaleModel::badCommand, this, &SellPage::tellBad);
    connect(&m_sale, &SaleModel::noSuchSeats, this, [this](const SeatCommand &command) {
        m_hint->setTone(Tone::Bad);
        m_hint->setText(tr("There are none: %1").arg(described(command)));
    });
    connect(&m_sale, &SaleModel::paid, this, [this] { m_line->clear(); });
    connect(&m_sale, &SaleModel::changed, this, &SellPage::headingChanged);
    connect(m_line, &QLineEdit::textEdited, this, &SellPage::hint);
    connect(m_line, &QLineEdit::returnPressed, this, &SellPage::enter);
    connect(m_dates, &Table::opened, this, &SellPage::openDate);
    connect(m_order, &SaleOrder::entryEnded, this, &SellPage::begin);
    auto *dates = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this);
    connect(dates, &QShortcut::activated, this, [this] { chooseDates(!m_choosing || !m_sale.offer()); });
    chooseDates(true);
}

DeskPage::Heading SellPage::heading() const
{
    const auto &offer = m_sale.offer();
    if (!offer || m_choosing)
        return {tr("Which date?"), m_sale.offer() ? tr("Ctrl D goes back to the hall") : QString()};
    int left = 0;
    for (const int free : m_sale.seats().freeByCategory())
        left += free;
    return {offer->show.title.in(language()),
        QStringList{wording().dateTimeText(offer->performance.startsAt, zone()), offer->house.name.in(language()),
            tr("%n seat(s) left", nullptr, left), tr("Ctrl D: another date")}
            .join(u" · "_s)};
}

void SellPage::begin()
{
    if (m_choosing && m_sale.exchange())
        chooseDates(false); // for the date of the tickets that are given back
    m_line->setFocus();
    m_line->selectAll();
}

void SellPage::retranslate()
{
    m_map->setWords({tr("Seat map"), tr("Closer"), tr("Farther"), tr("Whole hall")});
    m_rows->retranslate();
    m_order->retranslate();
    showLegend();
    chooseDates(m_choosing);
}

void SellPage::chooseDates(bool choosing)
{
    m_choosing = choosing;
    m_stack->setCurrentWidget(choosing ? m_datesCard : m_mapCard);
    m_legend->setVisible(!choosing);
    m_line->clear();
    m_line->setPlaceholderText(choosing ? tr("Title, house or day") : tr("2 S, or seats: G12-14"));
    m_line->setAccessibleName(choosing ? tr("Find a date") : tr("Seats"));
    hint();
    Q_EMIT headingChanged();
}

void SellPage::openDate(int row)
{
    if (row < 0 || row >= m_rows->rowCount())
        return;
    const PerformanceOffer offer = m_rows->offer(row);
    m_sale.open(offer);
    chooseDates(false);
    m_line->setFocus();
}

void SellPage::enter()
{
    if (m_choosing)
        return openDate(m_dates->currentRow());
    m_sale.command(m_line->text());
    m_line->selectAll(); // typed again it is another order
}

/// Up and down walk through the dates while their name is typed; Escape takes back.
bool SellPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return DeskPage::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        if (m_line->text().isEmpty() || m_sale.hasSeats())
            m_sale.cancel();
        m_line->clear();
        hint();
        return true;
    }
    if (!m_choosing || (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown))
        return DeskPage::eventFilter(watched, event);
    const int by = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : key == Qt::Key_PageUp ? -10 : 10;
    const int row = std::clamp(m_dates->currentRow() + by, 0, std::max(0, m_rows->rowCount() - 1));
    m_dates->setCurrentIndex(m_rows->index(row, 0));
    return true;
}

void SellPage::hint()
{
    m_hint->setTone(Tone::Soft);
    m_hint->setText({});
    if (m_choosing) {
        m_rows->filter(m_line->text());
        return;
    }
    const auto command = m_sale.read(m_line->text());
    if (command && command->isUnderstood())
        m_hint->setText(u"↵ "_s + described(*command));
}

QString SellPage::described(const SeatCommand &command) const
{
    QStringList parts;
    if (!command.named.isEmpty())
        parts.append(tr("%n seat(s) by name", nullptr, int(command.named.size())));
    else
        parts.append(tr("the %n best seat(s)", nullptr, command.wish.seats));
    if (!command.category.isEmpty())
        parts.append(command.category);
    if (command.wish.aisle)
        parts.append(tr("on the aisle"));
    if (command.wish.wheelchairs > 0)
        parts.append(wording().name(SeatKind::Wheelchair));
    if (command.type && m_sale.seats().date())
        for (const TicketType &type : m_sale.seats().date()->types)
            if (type.key == *command.type)
                parts.append(type.name.in(language()));
    return parts.join(u" · "_s);
}

void SellPage::tellBad(const SeatCommand &command)
{
    m_hint->setTone(Tone::Bad);
    //: %1 is a word that somebody typed
    m_hint->setText(tr("What is “%1”?").arg(command.unknown.left(20)));
}

SeatMark SellPage::markOf(SeatIndex seat) const
{
    const SeatShown shown = m_sale.seats().shown(seat);
    const SeatLook look = shown == SeatShown::Free    ? SeatLook::Free
                          : shown == SeatShown::Yours ? SeatLook::Yours
                                                      : SeatLook::Taken;
    return {look, quint8(m_sale.seats().date()->plan->category[indexOf(seat)])};
}

QString SellPage::spokenName(SeatIndex seat) const
{
    if (!m_sale.seats().date())
        return {};
    const SeatingPlan &plan = *m_sale.seats().date()->plan;
    return QStringList{wording().seatText(nameOfSeat(plan, seat)), plan.categoryOf(seat).name,
        wording().money(m_sale.seats().priceOf(seat)), wording().name(m_sale.seats().shown(seat))}
        .join(u", "_s);
}

/// The next customer's hall is the same one: whoever looks at it keeps their place.
void SellPage::showHall()
{
    const auto &date = m_sale.seats().date();
    if (!date)
        return;
    QList<SeatMark> marks;
    for (qint32 i = 0; i < date->plan->seatCount(); ++i)
        marks.append(markOf(SeatIndex{i}));
    m_map->setHall(date->chooser->hall(), marks);
    showLegend();
    hint();
}

void SellPage::showSeats(const QList<SeatIndex> &seats)
{
    for (const SeatIndex seat : seats)
        m_map->setMark(seat, markOf(seat));
    showLegend();
}

void SellPage::showLegend()
{
    QList<LegendEntry> entries;
    const auto &date = m_sale.seats().date();
    for (int i = 0; date && i < date->plan->categories.size(); ++i) {
        const QString &category = date->plan->categories[i].name;
        if (const auto price = date->usualPrice(category))
            entries.append({i, category, wording().money(*price),
                tr("%n seat(s) left", nullptr, m_sale.seats().freeByCategory()[i])});
    }
    m_legend->setEntries(entries);
}

} // namespace foyer
