#include "ui/screens/TicketScreen.h"

#include "documents/ReceiptDocument.h"
#include "documents/TicketDocument.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"

namespace foyer {

TicketScreen::TicketScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_text(new Label(TypeRole::Body, this)),
      m_papers(new QWidget), m_rows(new QVBoxLayout(m_papers)), m_receipt(new ActionButton(ButtonLook::Outline, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTone(Tone::Soft);
    m_receipt->setCheckable(true);
    auto *head = new QWidget(this);
    auto *words = new QVBoxLayout(head);
    words->addStretch();
    words->addWidget(new Icon(Glyph::Check, Tone::Good, 3.4, Icon::Style::Disc, head), 0, Qt::AlignHCenter);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_receipt);
    words->addStretch();
    auto *parts = new TurningBox(this);
    parts->add(head, 2);
    parts->add(m_papers, 3);
    (new QVBoxLayout(this))->addWidget(parts);
    connect(m_receipt, &ActionButton::toggled, this, &TicketScreen::showPapers);
    connect(&visit, &VisitModel::stepChanged, this, [this](Step step) {
        if (step != Step::Ticket)
            retranslate(); // the next customer finds no papers
    });
    connect(&visit, &VisitModel::busyChanged, this, &TicketScreen::frameChanged);
    retranslate();
}

Screen::Frame TicketScreen::frame() const
{
    const bool still = !visit().isBusy();
    return {.main = tr("Done"),
        .mainEnabled = still,
        .side = visit().canBuyAnother() ? tr("Buy another") : QString(),
        .sideEnabled = still,
        .canGoBack = false,
        .canStartOver = false,
        .purchaseStep = 3};
}

void TicketScreen::begin()
{
    m_receipt->setChecked(false);
    retranslate();
    setFocus();
}

void TicketScreen::retranslate()
{
    m_title->setText(tr("Enjoy the show"));
    m_receipt->setText(tr("Show the receipt"));
    const auto &order = visit().order();
    m_text->setText(order ? tr("%n ticket(s), order number %1", nullptr, int(order->tickets.size())).arg(order->number)
                          : QString());
    showPapers();
}

void TicketScreen::showPapers()
{
    qDeleteAll(m_papers->findChildren<PaperView *>());
    while (QLayoutItem *item = m_rows->takeAt(0))
        delete item;
    if (const auto &order = visit().order()) {
        if (m_receipt->isChecked())
            addReceipt(*order);
        addTickets(*order);
    }
    m_rows->addStretch();
}

void TicketScreen::addTickets(const Order &order)
{
    const TicketDocument document(order, visit().settings(), language());
    for (int page = 0; page < document.pages(); ++page) {
        const auto draw = [document, page](double pixelsPerMm) { return document.image(page, pixelsPerMm); };
        const QString spoken = tr("Ticket: %1").arg(wording().seatText(order.tickets[page].name));
        addPaper(TicketDocument::sizeMm, draw, spoken);
    }
}

void TicketScreen::addReceipt(const Order &order)
{
    const ReceiptDocument document(order, visit().settings(), language());
    const auto draw = [document](double pixelsPerMm) { return document.image(pixelsPerMm); };
    addPaper(document.sizeMm(), draw, tr("Receipt: %1").arg(wording().money(order.total)));
}

void TicketScreen::addPaper(QSizeF sizeMm, const PaperView::Draw &draw, const QString &spoken)
{
    auto *paper = new PaperView(m_papers);
    paper->setPaper(sizeMm, draw, spoken);
    m_rows->addWidget(paper);
}

} // namespace foyer
