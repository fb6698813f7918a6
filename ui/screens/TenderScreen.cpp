#include "ui/screens/TenderScreen.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>
#include <QEvent>
#include <QProgressBar>

namespace foyer {

namespace {
constexpr int stages = 4;

int progressOf(TenderStage stage)
{
    switch (stage) {
    case TenderStage::Starting: return 1;
    case TenderStage::PresentCard:
    case TenderStage::InsertCash: return 2;
    case TenderStage::Processing:
    case TenderStage::TakeMoney: return 3; // the last part is filled by the next screen
    }
    return 0;
}
} // namespace

TenderScreen::TenderScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_icon(new Icon(Glyph::Card, Tone::Accent, 4, Icon::Style::Plain, this)),
      m_instruction(new Label(TypeRole::Title, this)), m_demo(new Label(TypeRole::Body, this)),
      m_amount(new Amount(TypeRole::Figure, Qt::AlignHCenter, this)), m_progress(new QProgressBar(this)),
      m_doubt(new Notice(this))
{
    m_instruction->setAlignment(Qt::AlignCenter);
    m_demo->setAlignment(Qt::AlignCenter);
    m_demo->setTone(Tone::Soft);
    m_progress->setRange(0, stages);
    m_progress->setTextVisible(false);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto *figure = new QHBoxLayout;
    figure->addStretch(1);
    figure->addWidget(m_amount, 8);
    figure->addStretch(1);
    column->addLayout(figure);
    column->addWidget(m_instruction);
    column->addWidget(m_demo);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_doubt);
    column->addStretch(2);
    connect(&visit.tender(), &TenderModel::changed, this, &TenderScreen::showTender);
    retranslate();
}

bool TenderScreen::mayCancel() const
{
    const TenderModel &tender = visit().tender();
    return tender.tender() && !tender.isCancelling() && !tender.isInDoubt();
}

Screen::Frame TenderScreen::frame() const
{
    const bool doubtful = visit().tender().isInDoubt();
    const bool cancelling = visit().tender().isCancelling();
    return {.side = doubtful     ? QString()
                    : cancelling ? tr("Cancelling…")
                                 : tr("Cancel this payment"),
        .sideEnabled = mayCancel(),
        .canGoBack = false,
        .canStartOver = false,
        .purchaseStep = 2};
}

void TenderScreen::sidePressed()
{
    if (mayCancel())
        visit().tender().cancel();
}

void TenderScreen::begin()
{
    showTender();
    setFocus();
}

void TenderScreen::retranslate()
{
    m_demo->setText(tr("This is a demo: no real money moves."));
    m_progress->setAccessibleName(tr("Progress of the payment"));
    m_doubtShown = false;
    showTender();
}

/// How much, and what to do now, are read without scrolling.
void TenderScreen::fit()
{
    const bool isTight = FoyerStyle::of(this).isLargeText() && window()->width() > window()->height();
    m_icon->setVisible(!isTight);
    m_amount->setRole(isTight ? TypeRole::Huge : TypeRole::Figure);
    m_instruction->setRole(isTight ? TypeRole::Heading : TypeRole::Title);
}

void TenderScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    fit();
}

void TenderScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fit();
}

void TenderScreen::showTender()
{
    const TenderModel &model = visit().tender();
    if (const auto &tender = model.tender()) {
        const bool card = tender->kind == TenderKind::Card;
        m_amount->setText(wording().money(tender->amount));
        m_icon->set(card ? Glyph::Card : Glyph::Cash, Tone::Accent);
        if (model.isInDoubt() && !std::exchange(m_doubtShown, true))
            m_doubt->setMessage(Glyph::Warning, Tone::Warn,
                card ? tr("We are asking the card terminal.") : tr("We are asking the cash unit."),
                tr("Please don't pay again. Staff have been called."));
    }
    m_doubtShown = m_doubtShown && model.isInDoubt();
    m_instruction->setText(wording().name(model.stage()));
    m_instruction->setVisible(!model.isInDoubt());
    m_progress->setValue(progressOf(model.stage()));
    m_progress->setVisible(!model.isInDoubt());
    m_doubt->setVisible(model.isInDoubt());
    m_demo->setVisible(model.isDemo());
    Q_EMIT frameChanged();
}

} // namespace foyer
