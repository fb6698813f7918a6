#pragma once

#include "domain/HouseRequests.h"
#include "domain/NodeKind.h"
#include "domain/Result.h"
#include "protocol/MessageJson.h"
#include "protocol/Session.h"

#include <QHash>
#include <QJsonObject>

namespace foyer {

/// Machine → hub: a one-time code that staff were given, and the wish of its database.
struct EnrolWish {
    QString code; ///< for people to read aloud
    EnrolmentRequest wish;
};

/// Hub → machine.
struct Enrolled {
    Enrolment enrolment;
    NodeId hub;
    QString name; ///< the machine's
    NodeKind kind = NodeKind::Kiosk;
    QByteArray houseKey; ///< sealed for the machine's device key
    QString lane;        ///< the letters of its own queue while the hub is away
};

/// Hub → terminal: one seat as it is now.
struct SeatNews {
    PerformanceKey performance;
    SeatIndex seat{};
    SeatState state = SeatState::Pool;
    std::optional<Fence> yours; ///< given to the epoch that asked
};

/// Hub → terminal: what changed after the change that it named.
struct HubNews {
    int incarnation = 0;                             ///< changes of another one are counted anew
    qint64 change = 0;                               ///< the last in here; ask for what follows
    qint64 catalogue = 0;                            ///< its version
    bool more = false;                               ///< ask again at once
    QList<SeatNews> seats;                           ///< each once; what others hold without need is free
    QHash<PerformanceKey, QByteArray> plans;         ///< the hash of the plan whose seats `yours` are
    QHash<PerformanceKey, QList<SeatIndex>> recalls; ///< wanted elsewhere: to be given back unless a customer has them
    QList<AmountRight> amounts; ///< given to the epoch that asked, as long as its journal doesn't say that it took them
    QList<HousePlace> places;   ///< of the customers who are with the epoch that asked
    QList<RefundNews> refunded; ///< of its node's orders, as long as its journal doesn't say that it heard
};

/// Hub → terminal: the programme, as a season file, and which version of its plan each performance is sold by.
struct HubCatalogue {
    qint64 version = 0;
    QJsonObject season;
    QHash<QString, QByteArray> plans; ///< hash by performance's id
};

QJsonObject jsonOf(const EnrolWish &wish);
QJsonObject jsonOf(const Enrolled &enrolled);
QJsonObject jsonOf(const HubNews &news);
QJsonObject jsonOf(const HubCatalogue &catalogue);
QJsonObject jsonOf(const Refused &refused);
template <>
Result<EnrolWish> fromJson(const QJsonObject &json);
template <>
Result<Enrolled> fromJson(const QJsonObject &json);
template <>
Result<HubNews> fromJson(const QJsonObject &json);
template <>
Result<HubCatalogue> fromJson(const QJsonObject &json);
/// A refusal that isn't known here is BadInput.
Refused refusedIn(const QJsonObject &json);

} // namespace foyer
