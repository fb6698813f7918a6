#include "ui/desk/CashPiles.h"

#include "domain/Denominations.h"
#include "domain/MoneyInput.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Rule.h"
#include "wording/Wording.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int linesInColumn = 8;
constexpr int columnsOfLine = 4; ///< name, count, amount, and the space to the next

int widthFor(const QWidget *field, const QString &text)
{
    const Theme &theme = FoyerStyle::of(field);
    return QFontMetrics(theme.font(TypeRole::Body)).horizontalAdvance(text) + theme.space(6);
}
} // namespace

CashPiles::CashPiles(QWidget *parent)
    : QWidget(parent), m_piles(new QWidget), m_sumName(new Label(TypeRole::Body, this)),
      m_totalName(new Label(TypeRole::Heading, this)), m_sum(new QLineEdit(this)),
      m_total(new Amount(TypeRole::Huge, Qt::AlignRight, this))
{
    const Theme &theme = FoyerStyle::of(this);
    m_sumName->setTone(Tone::Soft);
    m_sum->setObjectName(u"sum"_s);
    m_sum->setAlignment(Qt::AlignRight);
    m_sum->setMaxLength(20);
    m_sum->setFixedWidth(widthFor(m_sum, u"₩888,888,888"_s));
    m_sum->installEventFilter(this);
    m_total->setObjectName(u"total"_s);
    m_grid = new QGridLayout(m_piles);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(theme.space(2));
    m_grid->setVerticalSpacing(theme.space(1) / 2);
    auto *sum = new QHBoxLayout;
    sum->addWidget(m_sumName, 1);
    sum->addWidget(m_sum);
    auto *total = new QHBoxLayout;
    total->addWidget(m_totalName);
    total->addWidget(m_total, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    auto *content = new QWidget;
    (new QVBoxLayout(content))->addWidget(m_piles);
    m_scroll = scrolling(content, this); // what is counted so far stays in sight
    column->addWidget(m_scroll, 1);
    column->addLayout(sum);
    column->addWidget(new Rule(this));
    column->addLayout(total);
    column->addStretch(0);
    connect(m_sum, &QLineEdit::textEdited, this, [this] { typed(m_sum); });
}

void CashPiles::setHead(const QList<QWidget *> &parts)
{
    auto *column = static_cast<QVBoxLayout *>(m_scroll->widget()->layout());
    for (int i = 0; i < parts.size(); ++i)
        column->insertWidget(i, parts[i]);
    column->insertSpacing(int(parts.size()), FoyerStyle::of(this).space(1));
}

/// No higher than what is in it: the sum stands right below.
bool CashPiles::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        m_scroll->setMaximumHeight(m_scroll->widget()->heightForWidth(width()));
    return QWidget::event(event);
}

void CashPiles::begin(Currency currency)
{
    const QList<Money> values = denominationsOf(currency);
    if (!(currency == m_currency) || m_lines.size() != values.size()) {
        for (const Line &line : std::as_const(m_lines))
            qDeleteAll(QList<QWidget *>{line.name, line.count, line.amount});
        m_lines.clear();
        m_currency = currency;
        const int columns = int((values.size() + linesInColumn - 1) / linesInColumn);
        for (int i = 0; i < values.size(); ++i)
            addLine(values[i], i, int(values.size() + columns - 1) / columns);
        m_piles->setVisible(!values.isEmpty());
    }
    for (const Line &line : std::as_const(m_lines))
        line.count->clear();
    m_sum->clear();
    retranslate();
    (m_lines.isEmpty() ? m_sum : m_lines.constFirst().count)->setFocus();
}

void CashPiles::addLine(Money each, int position, int rows)
{
    const Line line{
        each, new Label(TypeRole::Body, m_piles), new QLineEdit(m_piles), new Label(TypeRole::Body, m_piles)};
    line.count->setObjectName(u"count%1"_s.arg(each.minor));
    line.count->setAlignment(Qt::AlignRight);
    line.count->setMaxLength(6);
    line.count->setInputMethodHints(Qt::ImhDigitsOnly);
    line.count->setFixedWidth(widthFor(line.count, u"88888"_s));
    const int text = QFontMetrics(FoyerStyle::of(this).font(TypeRole::Body)).height();
    line.count->setFixedHeight(std::max(FoyerStyle::of(this).target(), text + FoyerStyle::of(this).space(2)));
    line.count->installEventFilter(this);
    line.name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    line.amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.amount->setTone(Tone::Soft);
    const int row = position % rows, column = position / rows * columnsOfLine;
    m_grid->addWidget(line.name, row, column);
    m_grid->addWidget(line.count, row, column + 1);
    m_grid->addWidget(line.amount, row, column + 2);
    m_grid->setColumnStretch(column + 2, 1);
    if (column > 0)
        m_grid->setColumnMinimumWidth(column - 1, FoyerStyle::of(this).space(3));
    for (QWidget *part : QList<QWidget *>{line.name, line.count, line.amount})
        part->show();
    connect(line.count, &QLineEdit::textEdited, this, [this, count = line.count] { typed(count); });
    m_lines.append(line);
}

/// Piles or a sum: typing into one takes the other away.
void CashPiles::typed(const QLineEdit *where)
{
    if (where != m_sum)
        m_sum->clear();
    else
        for (const Line &line : std::as_const(m_lines))
            line.count->clear();
    show();
    Q_EMIT edited();
}

std::optional<int> CashPiles::countIn(const Line &line) const
{
    const QString text = line.count->text().trimmed();
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return text.isEmpty() ? std::optional(0) : isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

bool CashPiles::isTouched() const
{
    return !m_sum->text().isEmpty() ||
           std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.count->text().isEmpty(); });
}

std::optional<CashCount> CashPiles::counted() const
{
    if (!m_sum->text().isEmpty()) {
        const auto sum = moneyTyped(m_sum->text(), m_currency);
        return sum ? std::optional(CashCount::ofSum(*sum)) : std::nullopt;
    }
    QList<CashCount::Pile> piles;
    for (const Line &line : m_lines) {
        const auto count = countIn(line);
        if (!count)
            return std::nullopt;
        piles.append({line.each, *count});
    }
    return CashCount::of(piles, m_currency);
}

void CashPiles::show()
{
    const Wording words;
    for (const Line &line : std::as_const(m_lines)) {
        const auto count = countIn(line);
        line.amount->setTone(count ? Tone::Soft : Tone::Bad);
        line.amount->setText(!count       ? tr("no number")
                             : *count > 0 ? words.money({line.each.minor * *count, m_currency})
                                          : QString());
    }
    const auto sum = counted();
    m_total->setTone(sum ? Tone::Ink : Tone::Bad);
    m_total->setText(sum ? words.money(sum->sum) : u"–"_s);
}

void CashPiles::retranslate()
{
    const Wording words;
    for (const Line &line : std::as_const(m_lines)) {
        line.name->setText(words.money(line.each));
        //: %1 is a note or a coin
        line.count->setAccessibleName(tr("How many of %1").arg(words.money(line.each)));
        line.count->setPlaceholderText(u"0"_s);
    }
    m_sumName->setText(m_lines.isEmpty() ? tr("Sum") : tr("or as a sum"));
    m_sum->setAccessibleName(tr("Sum"));
    m_sum->setPlaceholderText(words.money({0, m_currency}));
    m_totalName->setText(tr("Counted"));
    show();
}

void CashPiles::step(const QObject *from, int by)
{
    QList<QLineEdit *> order;
    for (const Line &line : std::as_const(m_lines))
        order.append(line.count);
    order.append(m_sum);
    const qsizetype next = order.indexOf(const_cast<QObject *>(from)) + by;
    if (next < 0 || next >= order.size())
        return;
    order[next]->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

bool CashPiles::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: step(watched, -1); return true;
    case Qt::Key_Down: step(watched, 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (watched == m_sum)
            Q_EMIT entered();
        else
            step(watched, 1);
        return true;
    default: return false;
    }
}

} // namespace foyer
