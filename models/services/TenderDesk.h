#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "domain/VisitMoney.h"

#include <QHash>
#include <QObject>

namespace foyer {

class Shop;
class TenderDevice;

/// Runs tenders between the books and the devices: each is committed as open before its device is asked, and ends only
/// with the device's answer, asked for again after a crash, an 'unknown' or a silence (law 3). In the UI thread.
class TenderDesk : public QObject
{
    Q_OBJECT
public:
    /// Devices are the caller's and live longer. Asks at once after every tender that the run before left open.
    TenderDesk(Shop &shop, const QList<TenderDevice *> &devices, QObject *parent = nullptr);

    QList<TenderKind> kinds() const;
    QList<TenderKind> kindsThatGive() const;
    bool isDemo(TenderKind kind) const;

    /// `tender` is committed as open. Ends with settled(); after limits::tenderPatience it is cancelled, which the
    /// device answers too.
    void run(const Tender &tender);
    void cancel(TenderId tender);

Q_SIGNALS:
    void progressed(foyer::TenderId tender, foyer::TenderStage stage);
    /// The device's answer is in the books.
    void settled(const foyer::TenderOutcome &outcome);
    /// The device said 'unknown': staff are called, it is asked again and again.
    void inDoubt(foyer::TenderId tender);
    /// The answer couldn't be written; it is asked for again.
    void failed(foyer::TenderId tender, const foyer::Error &error);

private:
    struct Running {
        Tender tender;
        SteadyTime since;
        SteadyTime askAgain;
        bool isWatched = false; ///< else whoever waited for it went with the run before
        bool cancelled = false;
    };
    TenderDevice *device(TenderKind kind) const;
    void recover();
    void answered(TenderId tender, DeviceAnswer answer);
    void tick();

    Shop &m_shop;
    QList<TenderDevice *> m_devices;
    QHash<TenderId, Running> m_running;
};

} // namespace foyer
