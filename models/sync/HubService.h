#pragma once

#include "domain/NodeKind.h"
#include "protocol/HubMessages.h"
#include "storage/HubSeatStore.h"
#include "storage/NodeStore.h"
#include "sync/HubSync.h"

namespace foyer {

class CatalogueService;

/// What a hub does for machines and for the people who run it, beside the law, which is HubSync's. In the thread of its
/// connection.
class HubService
{
public:
    HubService(Connection &db, const Clock &clock, IdMaker &ids, EpochRegister &epochs)
        : house(db, clock, ids), sync(db, clock, ids, epochs, house), m_db(db), m_clock(clock), m_register(epochs)
    {
    }

    HubHouse house;
    HubSync sync;

    /// Refused with HubWasRestored where the register knows of epochs that this database doesn't: until restored().
    Done mayServe();
    /// HubSync::restored(), and whoever was enrolled since the backup is known by their key again.
    Done restored();

    /// A one-time code for one machine, good for ten minutes; for people to read aloud.
    Result<QString> makeCode(const QString &name, NodeKind kind);
    /// Whoever proved to have this key, and names a code that nobody else has used. The same machine with the same wish
    /// again: the same answer. `houseKey` goes to it sealed.
    Result<Enrolled> enrol(const QByteArray &key, const EnrolWish &wish, const QByteArray &houseKey);
    /// The node that has this key, may it be revoked, whose epoch isn't younger than the key: who was replaced tells of
    /// no successor. NodeUnknown, EnrolmentOver.
    Result<NodeId> pusher(const QByteArray &key, int epoch);
    /// The same, in the epoch that its key stands for: EnrolmentOver where it is over, or the key an earlier one's.
    Result<EpochId> caller(const QByteArray &key, int epoch);

    /// The same of a desk: DeskOnly for any other machine.
    Result<EpochId> desk(const QByteArray &key, int epoch);
    /// The same of who asks for a refund: staff at a kiosk have only its own orders.
    Result<EpochId> refunder(const QByteArray &key, int epoch, const RefundRequest &request);

    /// What changed after `after`, once for all who ask.
    struct Changed {
        int incarnation = 0;
        qint64 catalogue = 0;
        qint64 from = 0; ///< after this one
        qint64 last = 0;
        bool more = false;
        QList<HubSeatStore::Change> seats;
        QHash<PerformanceKey, QByteArray> plans; ///< hashes, of the dates among the seats
        QHash<EpochId, qint64> nodes;            ///< change: something beside seats concerns them
        QHash<EpochId, QList<AmountRight>> amounts;
        QHash<EpochId, QList<HousePlace>> places;
        QHash<NodeId, QList<RefundNews>> refunded;
    };
    Result<Changed> changedAfter(qint64 after);
    /// Something that this epoch doesn't know: that it has what it asked for is no news.
    static bool isNewsFor(EpochId epoch, qint64 after, const Changed &changed);
    static HubNews newsFor(EpochId epoch, qint64 after, const Changed &changed);

    /// A right that its holder doesn't need, and another wants.
    struct Recall {
        EpochId holder;
        PerformanceKey performance;
        SeatIndex seat{};
    };
    struct Given {
        RightsAnswer answer;
        QList<Recall> recalls; ///< not empty: these first, and then ask again; nothing was answered
    };
    /// As HubSync::give, but where all that is missing can be recalled. Without `mayRecall` what others hold stays
    /// theirs, and counts as needed from then on.
    Result<Given> give(EpochId to, const RightsRequest &request, bool mayRecall);

    /// Who of these should have more rights ahead of need, of what is on sale in the next days. Where little is left
    /// nobody gets any: it is sold by whom it is wanted at.
    struct TopUp {
        EpochId node;
        PerformanceKey performance;
        int seats = 0;
    };
    Result<QList<TopUp>> topUps(const QList<EpochId> &online);

    /// What these hold without need of dates whose sale ends within minutes, or has ended.
    Result<QList<Recall>> nearTheEnd(const QList<EpochId> &online);

    struct NodeStatus {
        NodeKey key;
        EpochState state = EpochState::Begun;
        qint64 position = 0; ///< of its journal here
        qint64 given = 0;    ///< seats
    };
    Result<QList<NodeStatus>> nodes();
    enum class Wanted { Live, Lost };
    /// By name, or by id: of several that are called so the one that is wanted. NodeUnknown where none is, or several.
    Result<EpochId> find(const QString &nameOrId, Wanted wanted);

private:
    Result<NodeKey> known(const QByteArray &key);

    Connection &m_db;
    const Clock &m_clock;
    EpochRegister &m_register;
};

/// The programme as terminals get it.
Result<HubCatalogue> catalogueFor(CatalogueService &catalogue);

} // namespace foyer
