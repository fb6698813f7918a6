#pragma once

#include "protocol/Session.h"

namespace foyer {

// What a hub decides, as functions of what it knows: no database, no clock, no network (law: 'Never twice').

/// What a journal says happened to one seat.
struct SeatFact {
    enum class Kind : quint8 { Sold, Returned, Refunded };
    Kind kind = Kind::Sold;
    EpochId from;
    Fence fence;
    OrderId order; ///< sold, refunded
};

/// Facts can't be refused (law 8); only their effect is ruled on.
enum class Ruling : quint8 {
    Applied,
    TakenOver,  ///< the hub was restored, and the fact is newer than what it remembers
    Unexpected, ///< a sale under a right that this hub hasn't given: it stands, and staff look into it
    Moot,       ///< known already, or about a right that is no more
    Conflict    ///< a late sale of a seat that was given again: a task for staff
};

struct RuledSeat {
    SeatAtHub seat;
    Ruling ruling = Ruling::Moot;
};

/// `from` tells whether the fact's epoch may hold rights; `restored` that this hub once lost what it knew.
RuledSeat ruled(const SeatAtHub &seat, const SeatFact &fact, EpochState from, bool restored);

/// An epoch as its hub knows it.
struct EpochAtHub {
    EpochId id;
    EpochState state = EpochState::Begun;
    qint64 position = 0; ///< of its journal here
    QByteArray nonce;    ///< of the open challenge; empty: none
};

/// What a report is worth (laws 5 to 7).
enum class ReportVerdict : quint8 {
    Ignored,       ///< answers no open challenge, or names another incarnation
    Over,          ///< of an epoch that holds nothing any more
    Forked,        ///< the journal is behind what was acknowledged, or another one
    AwaitsJournal, ///< compared once the journal is here up to its position
    Compared
};

/// `known`: the hash of this hub's entry at the report's position; empty where it has none.
ReportVerdict judged(const EpochAtHub &epoch, const RightsReport &report, int incarnation, const QByteArray &known);

/// What a comparison changes here, besides what it tells the terminal.
struct Compared {
    Comparison told;
    QList<PlacedRight> freed;     ///< of an older incarnation and not reported: it will never be taken
    QList<PlacedRight> takenOver; ///< this hub was restored and had forgotten them
};

/// `given`: what the hub has as given to this epoch; `here`: the seats that the report names, in its order.
/// `newest`: the last fence that this hub gave; nobody can have a newer one.
Compared compared(const QList<PlacedRight> &given, const QList<PlacedRight> &reported, const QList<SeatAtHub> &here,
    Fence newest, bool restored);

} // namespace foyer
