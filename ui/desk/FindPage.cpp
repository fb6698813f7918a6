#include "ui/desk/FindPage.h"

#include "services/BoxOffice.h"
#include "ui/desk/OrderPanel.h"
#include "ui/desk/OrderRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Table.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace foyer {

using namespace Qt::StringLiterals;

FindPage::FindPage(DeskModel &desk, TenderDesk &tenders, QWidget *parent)
    : DeskPage(desk, parent), m_orders(desk.office(), nullptr), m_order(desk.office(), tenders, nullptr),
      m_line(new QLineEdit(this)), m_count(new Label(TypeRole::Body, this)), m_away(new Label(TypeRole::Caption, this)),
      m_rows(new OrderRows(m_orders, this)), m_table(new Table(this)), m_panel(new OrderPanel(desk, m_order, this))
{
    const Theme &theme = FoyerStyle::of(this);
    m_line->setObjectName(u"search"_s);
    m_line->setMaxLength(200);
    m_line->installEventFilter(this);
    m_count->setObjectName(u"count"_s);
    m_count->setTone(Tone::Soft);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setObjectName(u"orders"_s);
    m_table->setModel(m_rows);
    m_table->setTextElideMode(Qt::ElideMiddle);                                  // a seat's number is at its end
    m_table->setYielding({OrdersModel::ShowColumn, OrdersModel::MachineColumn}); // the panel says them, too
    m_away->setObjectName(u"orders-away"_s);
    m_away->setTone(Tone::Soft);
    m_away->setWordWrap(true);
    m_table->setFocusPolicy(Qt::ClickFocus); // arrows in the line walk through it
    auto *card = new Card(Card::Look::Surface, 1, this);
    (new QVBoxLayout(card))->addWidget(m_table);
    auto *typing = new QHBoxLayout;
    typing->addWidget(m_line, 3);
    typing->addWidget(m_count, 1);
    auto *left = new QVBoxLayout;
    left->addLayout(typing);
    left->addWidget(card, 1);
    left->addWidget(m_away);
    auto *beside = new Card(Card::Look::Surface, 3, this);
    (new QVBoxLayout(beside))->addWidget(roomy(m_panel, beside));
    beside->setMinimumWidth(theme.px(104));
    beside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // wider where its words are
    auto *row = new QHBoxLayout(this);
    row->setSpacing(theme.space(3));
    row->addLayout(left, 1);
    row->addWidget(beside);

    connect(m_line, &QLineEdit::textEdited, this, &FindPage::search);
    connect(m_line, &QLineEdit::returnPressed, m_panel, &OrderPanel::focusTickets);
    connect(m_table, &Table::opened, m_panel, &OrderPanel::focusTickets);
    connect(m_table, &Table::currentRowChanged, this, [this](int at) {
        if (at >= 0)
            m_order.open(m_orders.line(at).id);
    });
    connect(m_panel, &OrderPanel::left, m_line, qOverload<>(&QWidget::setFocus));
    connect(&m_orders, &OrdersModel::found, this, &FindPage::chooseRow);
    connect(&m_orders, &OrdersModel::rowsInserted, this, &FindPage::refreshCount);
    connect(&m_orders, &OrdersModel::foundElsewhere, this, &FindPage::showFirst);
    connect(&m_orders, &OrdersModel::awayChanged, this, &FindPage::refreshHub);
    connect(&m_orders, &OrdersModel::failed, &desk, &DeskModel::tell);
    connect(&m_order, &OrderModel::failed, m_panel, &OrderPanel::tell);
    connect(&m_order, &OrderModel::asked, &desk, &DeskModel::clearProblem);
    connect(&m_order, &OrderModel::printWanted, this, &FindPage::printWanted);
    connect(&m_order, &OrderModel::exchangeWanted, this, &FindPage::exchangeWanted);
    connect(&m_order, &OrderModel::changed, this, [this] {
        if (m_order.file())
            m_orders.update(*m_order.file());
    });
    connect(&desk, &DeskModel::memberChanged, this, &FindPage::refreshClerk);
    connect(&desk, &DeskModel::settingsChanged, this,
        [this] { m_rows->setHouse(zone(), this->desk().settings().currency); });
    m_rows->setHouse(zone(), desk.settings().currency);
    refreshHub();
    refreshClerk();
}

DeskPage::Heading FindPage::heading() const
{
    return {tr("Find an order"), tr("↑ ↓ choose · ↵ its tickets · Esc back")};
}

void FindPage::begin()
{
    m_line->setFocus();
    m_line->selectAll();
    m_staysOpen = true;
    m_orders.search(m_line->text());
}

void FindPage::retranslate()
{
    m_line->setPlaceholderText(tr("Name, last four digits, order, seat, or scan a ticket"));
    m_line->setAccessibleName(tr("Find an order"));
    m_table->setAccessibleName(tr("Orders"));
    m_rows->retranslate();
    m_panel->retranslate();
    refreshCount();
    refreshHub();
    Q_EMIT headingChanged();
}

bool FindPage::scanned(const QString &text)
{
    m_line->setText(text.trimmed());
    search(m_line->text());
    m_line->setFocus();
    m_line->selectAll(); // the next scan takes its place
    return true;
}

void FindPage::search(const QString &typed)
{
    m_staysOpen = false;
    m_orders.search(typed);
    desk().clearProblem();
}

/// The first is meant, unless the list was only read again.
void FindPage::chooseRow()
{
    const int open = m_order.file() && m_staysOpen ? m_orders.rowOf(m_order.file()->order.id) : -1;
    const bool isTyped = !m_orders.typed().trimmed().isEmpty();
    if (m_orders.rowCount() > 0 && (open >= 0 || isTyped))
        m_table->setCurrentIndex(m_rows->index(std::max(open, 0), 0));
    else if (!m_staysOpen)
        m_order.close();
    refreshCount();
}

void FindPage::refreshCount()
{
    const int rows = m_orders.rowCount();
    const bool isMore = m_orders.canFetchMore({});
    const bool isLooking = rows == 0 && m_orders.isLookingElsewhere();
    m_count->setText(isLooking   ? tr("Asking the hub…")
                     : rows == 0 ? tr("Nothing found")
                     : isMore    ? tr("%1 and more").arg(rows)
                                 : tr("%n order(s)", nullptr, rows));
}

/// What this machine sold comes first; where it sold nothing of the kind, the first of the others is meant.
void FindPage::showFirst()
{
    if (m_orders.rowCount() > 0 && m_table->currentRow() < 0 && !m_staysOpen)
        m_table->setCurrentIndex(m_rows->index(0, 0));
    else
        m_order.refresh();
    refreshCount();
}

void FindPage::refreshHub()
{
    m_table->setShares({0, 7, 0, 10, 11, 0, desk().office().hasHub() ? 7 : -1});
    m_away->setText(tr("The hub is away: orders of other machines are found when it answers."));
    m_away->setVisible(m_orders.isAway());
}

/// Nobody's search is left for whoever comes next.
void FindPage::refreshClerk()
{
    const auto &member = desk().member();
    const auto clerk = member ? std::optional(member->id) : std::nullopt;
    if (!clerk)
        m_line->clear();
    m_orders.setClerk(clerk);
    m_order.setClerk(clerk);
}

bool FindPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return DeskPage::eventFilter(watched, event);
    int by = 0;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: by = -1; break;
    case Qt::Key_Down: by = 1; break;
    case Qt::Key_PageUp: by = -10; break;
    case Qt::Key_PageDown: by = 10; break;
    case Qt::Key_Escape:
        m_line->clear();
        search({});
        return true;
    default: return DeskPage::eventFilter(watched, event);
    }
    if (const int rows = m_orders.rowCount(); rows > 0) {
        const int row = std::clamp(m_table->currentRow() + by, 0, rows - 1);
        m_table->setCurrentIndex(m_rows->index(row, 0));
        if (row == rows - 1)
            m_orders.fetchMore({});
    }
    return true;
}

} // namespace foyer
