#include "ui/screens/QueueScreen.h"

#include "documents/SlipDocument.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PaperView.h"

#include <QProgressBar>

namespace foyer {

namespace {
Label *centred(TypeRole role, Tone tone, QWidget *parent)
{
    auto *label = new Label(role, parent);
    label->setTone(tone);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

Card *factCard(Label *&title, Amount *&fact, QWidget *parent)
{
    auto *card = new Card(parent);
    title = centred(TypeRole::Caption, Tone::Soft, card);
    fact = new Amount(TypeRole::Title, Qt::AlignHCenter, card);
    auto *column = new QVBoxLayout(card);
    column->addWidget(title);
    column->addWidget(fact);
    return card;
}
} // namespace

QueueScreen::QueueScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_waiting(makeWaiting()), m_slipPage(makeSlip())
{
    setFocusPolicy(Qt::TabFocus);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_waiting);
    column->addWidget(m_slipPage);
    connect(&visit.queue(), &QueueModel::changed, this, &QueueScreen::fill);
    connect(&visit, &VisitModel::busyChanged, this, &QueueScreen::frameChanged);
    retranslate();
}

QWidget *QueueScreen::makeWaiting()
{
    auto *page = new QWidget(this);
    m_numberTitle = centred(TypeRole::Heading, Tone::Soft, page);
    m_number = new Amount(TypeRole::Figure, Qt::AlignHCenter, page);
    m_number->setTone(Tone::Accent);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    m_next = centred(TypeRole::Body, Tone::Soft, page);
    auto *facts = new TurningBox(page, TurningBox::Beside::Anywhere);
    facts->add(factCard(m_aheadTitle, m_ahead, facts), 1);
    facts->add(factCard(m_waitTitle, m_wait, facts), 1);

    auto *number = new QWidget(page);
    auto *numberColumn = new QVBoxLayout(number);
    numberColumn->addStretch();
    numberColumn->addWidget(m_numberTitle);
    numberColumn->addWidget(m_number);
    numberColumn->addStretch();
    auto *place = new QWidget(page);
    auto *placeColumn = new QVBoxLayout(place);
    placeColumn->addStretch();
    placeColumn->addWidget(m_progress);
    placeColumn->addWidget(facts);
    placeColumn->addWidget(m_next);
    placeColumn->addStretch();
    auto *sides = new TurningBox(page);
    sides->add(number, 1);
    sides->add(place, 1);
    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addWidget(sides);
    column->addStretch(3);
    return page;
}

QWidget *QueueScreen::makeSlip()
{
    auto *page = new QWidget(this);
    m_slipTitle = new Label(TypeRole::Title, page);
    m_slipText = new Label(TypeRole::Body, page);
    m_slipText->setTone(Tone::Soft);
    m_slip = new PaperView(page);
    m_slip->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *words = new QWidget(page);
    auto *wordsColumn = new QVBoxLayout(words);
    wordsColumn->addWidget(m_slipTitle);
    wordsColumn->addWidget(m_slipText);
    wordsColumn->addStretch(1);
    auto *sides = new TurningBox(page);
    sides->add(words, 0);
    sides->add(m_slip, 1);
    (new QVBoxLayout(page))->addWidget(sides);
    return page;
}

Screen::Frame QueueScreen::frame() const
{
    const bool canLeave = visit().queue().place() && !visit().isBusy();
    if (m_showsSlip)
        return {.main = tr("Leave with the slip"), .mainEnabled = canLeave, .side = tr("Wait here instead")};
    return {.side = tr("Wait elsewhere with a slip")};
}

void QueueScreen::mainPressed() { visit().takeSlip(); }

void QueueScreen::sidePressed() { showSlip(!m_showsSlip); }

void QueueScreen::begin()
{
    m_mostAhead = 0;
    showSlip(false);
    fill();
    setFocus();
}

void QueueScreen::retranslate()
{
    m_numberTitle->setText(tr("Your number"));
    m_aheadTitle->setText(tr("Ahead of you"));
    m_waitTitle->setText(tr("Estimated wait"));
    m_next->setText(tr("When it is your turn, this screen changes and you hear a sound. "
                       "With a slip you may walk about and keep your place."));
    m_slipTitle->setText(tr("Your slip"));
    m_slipText->setText(
        tr("Take a photo of it now. When your number is called, hold its code to the scanner of any screen."));
    fill();
    Q_EMIT frameChanged();
}

void QueueScreen::showSlip(bool slip)
{
    m_showsSlip = slip;
    m_waiting->setVisible(!slip);
    m_slipPage->setVisible(slip);
    Q_EMIT frameChanged();
}

void QueueScreen::fill()
{
    const auto &place = visit().queue().place();
    if (!place) {
        m_slip->setPaper({SlipDocument::widthMm, SlipDocument::heightMm}, {}, {});
        for (Amount *amount : {m_number, m_ahead, m_wait})
            amount->setText({});
        return;
    }
    m_number->setText(place->token.number.text());
    m_ahead->setText(tr("%n person (people)", nullptr, place->peopleAhead));
    //: instead of an estimated wait
    m_wait->setText(place->wait ? wording().waitText(*place->wait) : tr("not known yet"));
    m_mostAhead = qMax(m_mostAhead, place->peopleAhead);
    m_progress->setRange(0, m_mostAhead + 1);
    m_progress->setValue(m_mostAhead + 1 - place->peopleAhead);
    m_progress->setAccessibleName(m_aheadTitle->text());
    fillSlip(*place);
    Q_EMIT frameChanged();
}

void QueueScreen::fillSlip(const QueuePlace &place)
{
    const SlipDocument slip(
        place, visit().queue().slipCode().toLatin1(), visit().clock().utc(), visit().settings(), language());
    m_slip->setPaper(
        {SlipDocument::widthMm, SlipDocument::heightMm}, [slip](double pixelsPerMm) { return slip.image(pixelsPerMm); },
        tr("Slip with your number and a code"));
}

} // namespace foyer
