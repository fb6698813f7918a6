#pragma once

#include "domain/Id.h"

#include <optional>

namespace foyer {

/// One enrolment of one node: a rebuilt or restored database begins another.
struct EpochId {
    NodeId node;
    int number = 0;
    friend bool operator==(const EpochId &, const EpochId &) = default;
    friend size_t qHash(const EpochId &id, size_t seed = 0) { return qHashMulti(seed, id.node, id.number); }
};

/// An epoch at its hub (laws 1, 5, 6). Begun: no list yet, and no right before. Over: revoked or replaced; what it held
/// stays in quarantine until its closing entry. Forked: its database isn't what it was, so that no closing entry of
/// this epoch can be believed; only staff release.
enum class EpochState : quint8 { Begun = 1, Live = 2, Over = 3, Forked = 4, Closed = 5 };
enum class EpochEvent { FirstList, Revoke, FindForked, Close };

constexpr std::optional<EpochState> next(EpochState state, EpochEvent event)
{
    switch (state) {
    case EpochState::Begun:
    case EpochState::Live:
        switch (event) {
        case EpochEvent::FirstList: return state == EpochState::Begun ? std::optional(EpochState::Live) : std::nullopt;
        case EpochEvent::Revoke: return EpochState::Over;
        case EpochEvent::FindForked: return EpochState::Forked;
        case EpochEvent::Close: return EpochState::Closed;
        }
        break;
    case EpochState::Over:
        switch (event) {
        case EpochEvent::FindForked: return EpochState::Forked;
        case EpochEvent::Close: return EpochState::Closed;
        case EpochEvent::FirstList:
        case EpochEvent::Revoke: return std::nullopt;
        }
        break;
    case EpochState::Forked:
    case EpochState::Closed: return std::nullopt;
    }
    return std::nullopt;
}
static_assert(!next(EpochState::Forked, EpochEvent::Close), "a restored database can't close an earlier epoch");
static_assert(!next(EpochState::Closed, EpochEvent::FirstList), "a closed epoch has no rights any more");

/// May be given rights, and is heard when it asks for some.
constexpr bool mayHold(EpochState state) { return state == EpochState::Live; }
constexpr bool isOver(EpochState state) { return state != EpochState::Begun && state != EpochState::Live; }

} // namespace foyer
