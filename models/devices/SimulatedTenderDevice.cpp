#include "devices/SimulatedTenderDevice.h"

#include <QTimer>

namespace foyer {

using Behaviour = SimulatorScript::Behaviour;
using namespace std::chrono_literals;

SimulatedTenderDevice::SimulatedTenderDevice(
    TenderKind kind, const QString &memoryFile, SimulatorScript script, QObject *parent)
    : TenderDevice(parent), m_kind(kind), m_script(script), m_memory(memoryFile)
{
}

void SimulatedTenderDevice::ask(const Tender &tender)
{
    if (isDead() || m_underWay.contains(tender.id))
        return;
    if (const auto outcome = m_memory.outcomeOf(tender.id)) {
        answerSoon(tender.id, *outcome);
        return;
    }
    m_underWay.insert(tender.id);
    if (m_kind == TenderKind::Card)
        showSoon(tender.id, TenderStage::PresentCard);
    else
        showSoon(
            tender.id, tender.direction == TenderDirection::In ? TenderStage::InsertCash : TenderStage::Processing);
    QTimer::singleShot(m_script.delay / 2, this, [this, tender] { process(tender); });
}

void SimulatedTenderDevice::query(const Tender &tender)
{
    if (!isDead())
        answerSoon(tender.id, m_memory.outcomeOf(tender.id).value_or(DeviceAnswer::Unknown));
}

void SimulatedTenderDevice::cancel(const Tender &tender)
{
    if (isDead())
        return;
    m_underWay.remove(tender.id);
    if (const auto outcome = m_memory.outcomeOf(tender.id))
        answerSoon(tender.id, *outcome, m_script.behaviour == Behaviour::ApproveLate ? m_script.delay : 0ms);
    else if (m_memory.remember(tender, DeviceAnswer::Cancelled)) // durable: it also stops an ask that arrives later
        answerSoon(tender.id, DeviceAnswer::Cancelled);
    else
        answerSoon(tender.id, DeviceAnswer::Unknown);
}

void SimulatedTenderDevice::process(const Tender &tender)
{
    if (!m_underWay.contains(tender.id))
        return;
    Q_EMIT progressed(tender.id, TenderStage::Processing);
    QTimer::singleShot(m_script.delay - m_script.delay / 2, this, [this, tender] { finish(tender); });
}

void SimulatedTenderDevice::finish(const Tender &tender)
{
    if (!m_underWay.remove(tender.id))
        return; // cancelled meanwhile
    const auto outcome = m_script.behaviour == Behaviour::Decline ? DeviceAnswer::Declined : DeviceAnswer::Approved;
    if (!m_memory.remember(tender, outcome)) {
        answerSoon(tender.id, DeviceAnswer::Unknown);
        return;
    }
    if (outcome == DeviceAnswer::Approved && tender.direction == TenderDirection::Out && m_kind == TenderKind::Cash)
        Q_EMIT progressed(tender.id, TenderStage::TakeMoney);
    announce(tender, outcome);
}

void SimulatedTenderDevice::announce(const Tender &tender, DeviceAnswer outcome)
{
    switch (m_script.behaviour) {
    case Behaviour::AnswerTwice: answerSoon(tender.id, outcome, m_script.delay); [[fallthrough]];
    case Behaviour::Approve:
    case Behaviour::Decline: answerSoon(tender.id, outcome); return;
    case Behaviour::UnknownFirst: answerSoon(tender.id, DeviceAnswer::Unknown); return;
    case Behaviour::ApproveLate:
    case Behaviour::DieAfterMoney:
    case Behaviour::NeverAnswer: return;
    }
}

void SimulatedTenderDevice::answerSoon(TenderId tender, DeviceAnswer answer, std::chrono::milliseconds after)
{
    QTimer::singleShot(after, this, [this, tender, answer] { Q_EMIT answered(tender, answer); });
}

void SimulatedTenderDevice::showSoon(TenderId tender, TenderStage stage)
{
    QTimer::singleShot(0ms, this, [this, tender, stage] { Q_EMIT progressed(tender, stage); });
}

} // namespace foyer
