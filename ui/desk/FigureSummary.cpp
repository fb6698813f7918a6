#include "ui/desk/FigureSummary.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "wording/FigureWording.h"

#include <QGridLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array shown{FigureColumn::Gross, FigureColumn::Refunded, FigureColumn::Tax, FigureColumn::Orders,
    FigureColumn::Seats, FigureColumn::Given};
constexpr int owedParts = 4;
} // namespace

FigureSummary::FigureSummary(QWidget *parent) : QWidget(parent)
{
    new QVBoxLayout(this);
    m_sold = addPart(TypeRole::Title, int(shown.size()));
    m_owed = addPart(TypeRole::Heading, owedParts);
}

FigureSummary::Part FigureSummary::addPart(TypeRole role, int lines)
{
    auto *card = new Card(Card::Look::Surface, 3, this);
    Part part{new Label(TypeRole::Caption, card), new Amount(role, Qt::AlignLeft, card), {}};
    part.title->setTone(Tone::Soft);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(FoyerStyle::of(this).space(1));
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < lines; ++i) {
        part.lines.append({new Label(TypeRole::Caption, card), new Amount(TypeRole::Caption, Qt::AlignRight, card)});
        part.lines.last().what->setTone(Tone::Soft);
        grid->addWidget(part.lines.last().what, i, 0);
        grid->addWidget(part.lines.last().amount, i, 1);
    }
    auto *inside = new QVBoxLayout(card);
    inside->addWidget(part.title);
    inside->addWidget(part.amount);
    inside->addLayout(grid);
    layout()->addWidget(card);
    return part;
}

void FigureSummary::setLine(const Line &line, const QString &what, const QString &amount)
{
    line.what->setText(what);
    line.amount->setText(amount);
    line.what->setVisible(!what.isEmpty());
    line.amount->setVisible(!what.isEmpty());
}

void FigureSummary::show(const std::optional<Figures> &figures, const FigureWords &words)
{
    const QString unknown = u"–"_s;
    const FigureRow total = figures ? figures->total : FigureRow();
    const auto told = [&](FigureColumn column) { return figures ? words.cell(total, column) : unknown; };
    m_sold.title->setText(words.header(FigureColumn::Net, FigureDimension::Performance));
    m_sold.amount->setText(told(FigureColumn::Net));
    for (size_t i = 0; i < shown.size(); ++i)
        setLine(m_sold.lines[qsizetype(i)], words.header(shown[i], FigureDimension::Performance), told(shown[i]));

    const WalletLiability owed = figures ? figures->owed : WalletLiability();
    QList<FigureWords::Owed> parts = words.owed(owed);
    if (!owed.onItsWay.isZero())
        parts.append({words.onItsWay(), owed.onItsWay});
    const auto money = [&](const Money &amount) { return figures ? words.wording().money(amount) : unknown; };
    m_owed.title->setText(words.owedTitle(owed));
    m_owed.amount->setText(money(owed.total()));
    for (int i = 0; i < owedParts; ++i)
        setLine(m_owed.lines[i], i < parts.size() ? parts[i].what : QString(),
            i < parts.size() ? money(parts[i].amount) : QString());
}

} // namespace foyer
