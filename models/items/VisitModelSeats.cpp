#include "items/VisitModel.h"

#include "services/Shop.h"

// A visit's seats: chosen, moved up, lost.

namespace foyer {

using namespace std::chrono_literals;

/// Who chooses others needn't read any longer that one was gone.
void VisitModel::seatsChosen()
{
    const auto &refused = m_problem ? m_problem->refused : std::nullopt;
    if (refused && (refused->why == Refusal::SeatTaken || refused->why == Refusal::SeatsNotHere))
        clearProblem();
}

void VisitModel::chooseSeats(const QList<SeatIndex> &seats)
{
    if (m_step == Step::Seats)
        m_seats.choose(seats);
}

std::optional<SeatIndex> VisitModel::offeredSeat() const
{
    if (m_step != Step::Seats || !m_problem || !m_problem->refused || m_problem->refused->why != Refusal::SeatTaken)
        return std::nullopt;
    for (const SeatIndex seat : m_problem->refused->nearest)
        if (m_seats.date() && m_seats.shown(seat) == SeatShown::Free)
            return seat;
    return std::nullopt;
}

void VisitModel::chooseInstead(SeatIndex seat)
{
    if (m_seats.date() && m_seats.shown(seat) != SeatShown::Yours)
        m_seats.toggle(seat);
}

bool VisitModel::mustMoveUp() const
{
    return m_settings.noSingleSeats && !m_seats.stranded().isEmpty() && !m_seats.movedUp().isEmpty();
}

void VisitModel::confirmSeats()
{
    if (m_seats.hold() && !m_seats.hold()->seats.isEmpty() && !m_seats.isAsking() && !mustMoveUp())
        go(VisitEvent::SeatsChosen);
}

void VisitModel::seatsLost(const QList<SeatIndex> &seats)
{
    if (m_checkout.isBusy())
        return; // they are being paid, and no longer a hold as soon as they are: the payment's answer tells
    if (m_step == Step::Seats || go(VisitEvent::HoldLapsed))
        setProblem(Problem{Refused{.why = Refusal::HoldExpired, .seats = seats}, std::nullopt});
}

std::optional<std::chrono::seconds> VisitModel::timeLeft() const
{
    const auto hold = m_seats.hold();
    if (!hold)
        return std::nullopt;
    return std::max(0s, std::chrono::ceil<std::chrono::seconds>(hold->deadline - m_shop.clock().steady()));
}

bool VisitModel::canProlong() const
{
    const auto hold = m_seats.hold();
    return hold && !hold->prolonged && hold->state == HoldState::Held;
}

} // namespace foyer
