#include "ui/screens/HoldTime.h"

#include "items/VisitModel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Countdown.h"

#include <QBoxLayout>

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto nearTheEnd = 2min; // late enough not to disturb, early enough to be read and reached
}

HoldTime::HoldTime(VisitModel &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_countdown(new Countdown(this)),
      m_longer(new ActionButton(ButtonLook::Outline, ActionButton::Size::Compact, this))
{
    QSizePolicy kept = m_countdown->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // nothing beside it moves away from under a finger when a hold begins
    m_countdown->setSizePolicy(kept);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_countdown, 0, Qt::AlignRight);
    column->addWidget(m_longer, 0, Qt::AlignRight);
    connect(m_longer, &ActionButton::clicked, &visit.seats(), &SeatMapModel::prolong);
    connect(&visit, &VisitModel::timePassed, this, &HoldTime::showTime);
    connect(&visit.seats(), &SeatMapModel::holdChanged, this, &HoldTime::showTime);
    connect(&visit.seats(), &SeatMapModel::modelReset, this, &HoldTime::showTime);
    retranslate();
    showTime();
}

void HoldTime::retranslate()
{
    //: How long the chosen seats are kept for this customer: "Held for 3:54".
    m_countdown->setWording(tr("Held for %1"));
    m_longer->setText(tr("Hold longer"));
}

void HoldTime::showTime()
{
    const auto left = m_visit.timeLeft();
    const HouseSettings &house = m_visit.settings();
    const bool prolonged = left && m_visit.seats().hold()->prolonged;
    m_countdown->setVisible(left.has_value());
    m_countdown->setRemaining(left.value_or(0s), prolonged ? house.holdTime + house.prolongBy : house.holdTime);
    m_longer->setVisible(left && *left <= nearTheEnd && m_visit.canProlong());
}

} // namespace foyer
