#include "ui/screens/EnrolScreen.h"

#include "ui/screens/EnrolEntry.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DigitsField.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QGridLayout>

namespace foyer {

using namespace Qt::StringLiterals;

EnrolScreen::EnrolScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_how(new Label(TypeRole::Caption, this)),
      m_entry(new EnrolEntry(visit.enrol(), this)), m_wait(new EmptyState(this)), m_end(new QWidget(this))
{
    m_how->setTone(Tone::Soft);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_how);
    column->addWidget(m_entry, 1);
    column->addWidget(m_wait, 1);
    column->addWidget(makeEnd(), 1);
    connect(m_entry, &EnrolEntry::edited, &visit, &VisitModel::clearProblem);
    connect(&visit.enrol(), &EnrolModel::changed, this, &EnrolScreen::showAll);
    connect(&visit, &VisitModel::timePassed, this, &EnrolScreen::showWait);
    retranslate();
}

QWidget *EnrolScreen::makeEnd()
{
    m_endTitle = new Label(TypeRole::Title, m_end);
    m_endText = new Label(TypeRole::Body, m_end);
    m_endText->setTone(Tone::Soft);
    for (Label *label : {m_endTitle, m_endText})
        label->setAlignment(Qt::AlignCenter);
    m_pins = new Card(m_end);
    m_pins->setBorder(Tone::Accent);
    m_pinsTitle = new Label(TypeRole::Body, m_pins);
    m_pinsTitle->setWeight(Weight::Strong);
    m_pinsMissing = new Label(TypeRole::Caption, m_pins);
    m_pinsMissing->setTone(Tone::Soft);
    auto *pins = new QVBoxLayout(m_pins);
    pins->addWidget(m_pinsTitle);
    pins->addWidget(m_pinsMissing);
    auto *column = new QVBoxLayout(m_end);
    column->setContentsMargins({});
    column->addStretch(2);
    column->addWidget(new Icon(Glyph::Check, Tone::Good, 2.4, Icon::Style::Disc, m_end), 0, Qt::AlignHCenter);
    column->addWidget(m_endTitle);
    column->addWidget(m_endText);
    column->addWidget(m_pins, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return m_end;
}

Screen::Frame EnrolScreen::frame() const
{
    const EnrolModel &enrol = visit().enrol();
    if (enrol.joined())
        return {.main = tr("Start anew"), .mainEnabled = true, .canGoBack = false, .canStartOver = false};
    if (enrol.isBusy())
        return {.side = tr("Cancel"), .sideEnabled = !enrol.isGivenUp(), .canGoBack = false, .canStartOver = false};
    return {.main = tr("Join the house"), .mainEnabled = enrol.isReady(), .canStartOver = false};
}

void EnrolScreen::mainPressed()
{
    if (visit().enrol().joined())
        visit().finish();
    else
        visit().enrol().enrol();
}

void EnrolScreen::begin()
{
    showAll();
    m_entry->begin();
}

void EnrolScreen::retranslate()
{
    m_how->setText(tr("At the hub, foyerctl enrol-code --name \"Kiosk 3\" makes a code. It lets one machine in, within "
                      "ten minutes."));
    m_pinsTitle->setText(tr("New PINs. They are only shown now; please write them down."));
    m_entry->retranslate();
    showAll();
}

QString EnrolScreen::message(const Problem &problem) const
{
    const bool isPaying = problem.refused && problem.refused->why == Refusal::TenderInDoubt;
    const bool isOver = problem.refused && problem.refused->why == Refusal::EnrolmentOver;
    const bool isSilent = problem.error && problem.error->kind == Error::Kind::Unreachable;
    if (isPaying)
        return tr(
            "Something is being paid at this machine, or isn't settled yet. Nothing was changed. Please settle it "
            "first (foyerctl tenders), then try again.");
    if (isOver)
        return tr("This machine was enrolled by something else meanwhile. Please try again with a new code.");
    if (isSilent)
        return tr("No hub answers at %1. Nothing was changed. Please check the address and the network.")
            .arg(visit().enrol().hub().url.toString());
    return {};
}

void EnrolScreen::showAll()
{
    const EnrolModel &enrol = visit().enrol();
    const bool isAsking = !enrol.isBusy() && !enrol.joined();
    if (!isAsking && !m_entry->isHidden())
        setFocus(); // reading starts here; else it would move on to a button of the frame
    m_title->setText(tr("Join a house"));
    m_title->setVisible(isAsking);
    m_how->setVisible(isAsking);
    const bool comesBack = isAsking && m_entry->isHidden();
    m_entry->setVisible(isAsking);
    if (comesBack)
        m_entry->begin(); // the focus went while it waited
    m_wait->setVisible(enrol.isBusy());
    m_end->setVisible(enrol.joined().has_value());
    showWait();
    showEnd();
    Q_EMIT frameChanged();
}

void EnrolScreen::showWait()
{
    const EnrolModel &enrol = visit().enrol();
    if (!enrol.isBusy())
        return;
    //: %1 is a web address, %2 a duration, such as 12 seconds
    const QString text = tr("%1 may take %2 to answer.");
    m_wait->set(Glyph::Globe, enrol.isGivenUp() ? tr("Stopping …") : tr("Asking the hub …"),
        text.arg(enrol.hub().url.toString(), wording().durationText(enrol.timeLeft())));
}

void EnrolScreen::showEnd()
{
    const auto &joined = visit().enrol().joined();
    if (!joined)
        return;
    //: %1 is a machine's name, such as Kiosk 3
    m_endTitle->setText(tr("This machine is “%1” now").arg(joined->hub.name));
    m_endText->setText(
        tr("Its hub is at %1. The program starts anew now and takes the programme from there.").arg(joined->hub.url));
    showPins();
}

void EnrolScreen::showPins()
{
    const Joined &joined = *visit().enrol().joined();
    const auto told = joined.pins.size();
    const bool isMissing = joined.unfinished || told < visit().staff().names().size();
    m_pinsTitle->setVisible(told > 0);
    //: foyerctl staff pin NAME is a command: leave it, but for NAME
    m_pinsMissing->setText(
        told > 0
            ? tr("No earlier PIN fits any more. Whoever isn't on this list gets a new one with foyerctl staff pin "
                 "NAME.")
            : tr("No earlier PIN fits any more, and new ones couldn't be made: foyerctl staff pin NAME makes them."));
    m_pinsMissing->setVisible(isMissing);
    m_pins->setVisible(told > 0 || isMissing);
    delete m_pinRows;
    m_pinRows = new QWidget(m_pins);
    auto *grid = new QGridLayout(m_pinRows);
    grid->setContentsMargins({});
    grid->setColumnStretch(0, 1);
    for (const NewPin &pin : joined.pins) {
        auto *who = new Label(TypeRole::Body, pin.who.name + u" · "_s + wording().name(pin.who.role), m_pinRows);
        auto *digits = new DigitsField({staffPinDigits}, DigitsField::Show::Digits, m_pinRows);
        digits->setName(pin.who.name);
        digits->setDigits(pin.pin);
        const int row = grid->rowCount();
        grid->addWidget(who, row, 0);
        grid->addWidget(digits, row, 1);
    }
    static_cast<QVBoxLayout *>(m_pins->layout())->insertWidget(1, m_pinRows);
}

} // namespace foyer
