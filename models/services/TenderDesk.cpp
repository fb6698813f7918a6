#include "services/TenderDesk.h"

#include "devices/TenderDevice.h"
#include "domain/Limits.h"
#include "services/Shop.h"

#include <QTimer>

namespace foyer {

TenderDesk::TenderDesk(Shop &shop, const QList<TenderDevice *> &devices, QObject *parent)
    : QObject(parent), m_shop(shop), m_devices(devices)
{
    for (TenderDevice *device : m_devices) {
        connect(device, &TenderDevice::answered, this, &TenderDesk::answered);
        connect(device, &TenderDevice::progressed, this, &TenderDesk::progressed);
    }
    auto *everySecond = new QTimer(this);
    connect(everySecond, &QTimer::timeout, this, &TenderDesk::tick);
    everySecond->start(std::chrono::seconds(1));
    recover();
}

QList<TenderKind> TenderDesk::kinds() const
{
    QList<TenderKind> kinds;
    for (const TenderDevice *device : m_devices)
        kinds.append(device->kind());
    return kinds;
}

QList<TenderKind> TenderDesk::kindsThatGive() const
{
    QList<TenderKind> kinds;
    for (const TenderDevice *device : m_devices)
        if (device->canGiveMoney())
            kinds.append(device->kind());
    return kinds;
}

bool TenderDesk::isDemo(TenderKind kind) const
{
    const TenderDevice *found = device(kind);
    return found && found->isDemo();
}

TenderDevice *TenderDesk::device(TenderKind kind) const
{
    const auto found = std::find_if(
        m_devices.begin(), m_devices.end(), [&](const TenderDevice *device) { return device->kind() == kind; });
    return found == m_devices.end() ? nullptr : *found;
}

void TenderDesk::run(const Tender &tender)
{
    const SteadyTime now = m_shop.clock().steady();
    m_running.insert(tender.id, {tender, now, now + limits::askDeviceAgain, true});
    if (TenderDevice *found = device(tender.kind))
        found->ask(tender);
}

void TenderDesk::cancel(TenderId id)
{
    const auto running = m_running.find(id);
    if (running == m_running.end() || running->cancelled)
        return;
    running->cancelled = true;
    if (TenderDevice *found = device(running->tender.kind))
        found->cancel(running->tender);
}

void TenderDesk::recover()
{
    deliver(m_shop.openTenders(), this, [this](const Result<QList<Tender>> &open) {
        if (!open.ok())
            return;
        for (const Tender &tender : open.value()) {
            if (m_running.contains(tender.id))
                continue;
            const SteadyTime now = m_shop.clock().steady();
            m_running.insert(tender.id, {tender, now, now + limits::askDeviceAgain});
            if (TenderDevice *found = device(tender.kind))
                found->query(tender);
        }
    });
}

void TenderDesk::answered(TenderId id, DeviceAnswer answer)
{
    const bool isWatched = m_running.value(id).isWatched;
    deliver(
        m_shop.tenderAnswered(id, answer, isWatched), this, [this, id, answer](const Result<TenderOutcome> &outcome) {
            if (!m_running.contains(id))
                return; // it has its answer
            if (outcome.error()) {
                Q_EMIT failed(id, *outcome.error());
            } else if (outcome.ok() && isOpen(outcome.value().tender.state)) {
                if (answer == DeviceAnswer::Unknown)
                    Q_EMIT inDoubt(id);
            } else {
                m_running.remove(id);
                if (outcome.ok())
                    Q_EMIT settled(outcome.value());
            }
        });
}

void TenderDesk::tick()
{
    const SteadyTime now = m_shop.clock().steady();
    const QList<TenderId> ids = m_running.keys();
    for (TenderId id : ids) {
        Running &running = m_running[id];
        if (now - running.since >= limits::tenderPatience)
            cancel(id);
        if (now < running.askAgain)
            continue;
        running.askAgain = now + limits::askDeviceAgain;
        if (TenderDevice *found = device(running.tender.kind))
            found->query(running.tender);
    }
}

} // namespace foyer
