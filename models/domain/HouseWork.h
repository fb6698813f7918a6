#pragma once

#include "domain/HubTask.h"
#include "domain/NodeKind.h"
#include "domain/Staff.h"
#include "domain/Token.h"
#include "domain/Wallet.h"

namespace foyer {

// What staff at a desk see of their house, and what they do with it: a machine on its own answers for itself, a
// terminal's hub for the whole house.

/// A terminal as its hub knows it.
struct HouseNode {
    NodeId node;
    QString name;
    NodeKind kind = NodeKind::Kiosk;
    EpochState state = EpochState::Begun;
    bool isOnline = false;
    QDateTime heardAt;   ///< UTC; invalid: not since the hub was started
    qint64 position = 0; ///< of its journal at the hub
    struct Given {
        PerformanceKey performance;
        int seats = 0;
    };
    QList<Given> given; ///< seats that it can sell alone
};

/// Somebody in the queue, or who was let in.
struct QueueLine {
    TokenId token;
    QueueNumber number;
    TokenState state = TokenState::Waiting;
    bool isAway = false; ///< left with a slip
    QDateTime since;     ///< when they joined; UTC
    QString terminal;    ///< where they are; empty: at this machine
};

/// Called, and not there: staff may give their place to the next.
constexpr bool mayBeNoShow(TokenState state, bool isAway)
{
    return state == TokenState::Passed || (state == TokenState::Admitted && isAway);
}

struct HouseView {
    QList<HouseNode> nodes;
    QList<QueueLine> queue; ///< who was let in first, then who waits; a long one isn't told to its end
    int waiting = 0, admitted = 0;
    int limit = 0; ///< of customers who are served at once
};

struct HouseTasks {
    QList<HubTask> tasks;
    bool isWhole = true; ///< else the hub is away, and these are this machine's own
};

/// What a desk asks to see has no parts.
struct HouseQuestion {
};

/// Something that staff do with the house. What has no need of a field leaves it empty.
struct HouseAct {
    enum class Kind : quint8 { TakeTask, SettleTask, Revoke, Allot, SetLimit, CallNext, NoShow };
    RequestId id; ///< the same again is done once (law 4)
    Kind kind = Kind::TakeTask;
    Consent by; ///< as this machine knows them
    QString task;
    Remedy remedy = Remedy::OtherSeat;
    NodeId node;
    PerformanceKey performance;
    int count = 0; ///< seats that the terminal shall have at least, or the limit
    TokenId token;
};

constexpr StaffAction actionFor(HouseAct::Kind kind)
{
    switch (kind) {
    case HouseAct::Kind::TakeTask:
    case HouseAct::Kind::CallNext:
    case HouseAct::Kind::NoShow: return StaffAction::OpenDesk;
    case HouseAct::Kind::SettleTask: return StaffAction::SettleTask;
    case HouseAct::Kind::Revoke: return StaffAction::RevokeMachine;
    case HouseAct::Kind::Allot: return StaffAction::AllotSeats;
    case HouseAct::Kind::SetLimit: return StaffAction::SetAdmissionLimit;
    }
    return StaffAction::RevokeMachine;
}

struct HouseActDone {
    std::optional<Claim> claim; ///< for whoever is to be paid
    int seats = 0;              ///< more than before, of Allot
};

} // namespace foyer
