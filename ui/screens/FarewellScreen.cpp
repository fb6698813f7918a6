#include "ui/screens/FarewellScreen.h"

#include "ui/widgets/Amount.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>

namespace foyer {

FarewellScreen::FarewellScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_icon(new Icon(Glyph::Cash, Tone::Accent, 3.4, Icon::Style::Plain, this)),
      m_title(new Label(TypeRole::Title, this)), m_text(new Label(TypeRole::Body, this)),
      m_figure(new Amount(TypeRole::Figure, Qt::AlignHCenter, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTone(Tone::Soft);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    auto *figure = new QHBoxLayout;
    figure->addStretch(1);
    figure->addWidget(m_figure, 8);
    figure->addStretch(1);
    column->addLayout(figure);
    column->addWidget(m_text);
    column->addStretch(3);
    connect(&visit, &VisitModel::stepChanged, this, [this](Step step) {
        if (step == Step::Attract)
            m_figure->setText({}); // the next customer finds no code
    });
    connect(&visit, &VisitModel::moneyChanged, this, &FarewellScreen::showMoney);
    connect(&visit.tender(), &TenderModel::changed, this, &FarewellScreen::showMoney);
    retranslate();
}

Screen::Frame FarewellScreen::frame() const
{
    return {.main = visit().claim() ? tr("I have kept the code") : tr("Done"),
        .mainEnabled = isSettled(),
        .canGoBack = false,
        .canStartOver = false};
}

void FarewellScreen::mainPressed()
{
    if (isSettled())
        visit().finish();
}

void FarewellScreen::begin()
{
    showMoney();
    setFocus();
}

void FarewellScreen::showMoney()
{
    if (const auto &tender = visit().tender().tender()) // a code is shown once it is sure what it is worth
        showMoneyBack(tender->amount);
    else if (const auto &claim = visit().claim())
        showClaim(*claim);
    else if (const auto &back = visit().moneyBack())
        showMoneyBack(*back);
    else
        showThanks();
    Q_EMIT frameChanged();
}

void FarewellScreen::showMoneyBack(Money amount)
{
    const auto &tender = visit().tender().tender();
    const bool card = tender && tender->kind == TenderKind::Card;
    m_icon->set(card ? Glyph::Card : Glyph::Cash, Tone::Accent);
    m_title->setText(tr("Your balance is on its way back"));
    m_figure->setText(wording().money(amount));
    m_text->setText(card ? tr("Please hold or insert the card that it shall go to.")
                         : tr("Please wait for your money and take it."));
}

void FarewellScreen::showThanks()
{
    m_icon->set(Glyph::Check, Tone::Good);
    m_title->setText(tr("Your money is back with you"));
    m_text->setText(tr("Thank you for your visit."));
}

void FarewellScreen::showClaim(const Claim &claim)
{
    m_icon->set(Glyph::Info, Tone::Warn);
    m_title->setText(tr("Please keep this code"));
    m_figure->setText(claim.code);
    m_text->setText(
        tr("It is worth %1. Write it down or photograph it and show it at the desk; whoever shows it is paid.")
            .arg(wording().money(claim.amount)));
}

} // namespace foyer
