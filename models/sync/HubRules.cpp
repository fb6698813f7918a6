#include "sync/HubRules.h"

#include <QSet>

namespace foyer {

namespace {
bool isHeldUnder(const SeatAtHub &seat, const SeatFact &fact)
{
    return (seat.state == SeatState::Given || seat.state == SeatState::Quarantined) && seat.holder == fact.from &&
           seat.fence == fact.fence;
}

RuledSeat ruledSale(const SeatAtHub &seat, const SeatFact &fact, EpochState from, bool restored)
{
    const SeatAtHub sold{SeatState::Sold, fact.from, fact.fence, fact.order};
    if (seat.state == SeatState::Sold && seat.order == fact.order)
        return {seat, Ruling::Moot};
    if (isHeldUnder(seat, fact))
        return {sold, Ruling::Applied};
    const bool mayBeLate = isOver(from) && from != EpochState::Closed;
    // nobody else may sell what is in the pool: a late sale of a seat that was released is simply the sale
    if (seat.state == SeatState::Pool)
        return {sold, mayBeLate || restored ? Ruling::Applied : Ruling::Unexpected};
    if (restored && seat.fence < fact.fence)
        return {sold, Ruling::TakenOver};
    return {seat, Ruling::Conflict};
}

RuledSeat ruledReturn(const SeatAtHub &seat, const SeatFact &fact, bool restored)
{
    if (isHeldUnder(seat, fact))
        return {{}, Ruling::Applied};
    if (restored && seat.state != SeatState::Pool && seat.fence < fact.fence)
        return {{}, Ruling::TakenOver};
    return {seat, Ruling::Moot};
}

RuledSeat ruledRefund(const SeatAtHub &seat, const SeatFact &fact, EpochState from)
{
    if (seat.state != SeatState::Sold || seat.holder != fact.from || seat.order != fact.order ||
        seat.fence != fact.fence)
        return {seat, Ruling::Moot};
    return {{isOver(from) ? SeatState::Quarantined : SeatState::Given, fact.from, fact.fence, {}}, Ruling::Applied};
}
} // namespace

RuledSeat ruled(const SeatAtHub &seat, const SeatFact &fact, EpochState from, bool restored)
{
    switch (fact.kind) {
    case SeatFact::Kind::Sold: return ruledSale(seat, fact, from, restored);
    case SeatFact::Kind::Returned: return ruledReturn(seat, fact, restored);
    case SeatFact::Kind::Refunded: return ruledRefund(seat, fact, from);
    }
    return {seat, Ruling::Moot};
}

ReportVerdict judged(const EpochAtHub &epoch, const RightsReport &report, int incarnation, const QByteArray &known)
{
    if (isOver(epoch.state))
        return ReportVerdict::Over;
    if (epoch.nonce.isEmpty() || report.nonce != epoch.nonce || report.incarnation != incarnation)
        return ReportVerdict::Ignored;
    if (report.position > epoch.position)
        return ReportVerdict::AwaitsJournal;
    if (report.position < epoch.position || report.hash != known)
        return ReportVerdict::Forked;
    return ReportVerdict::Compared;
}

Compared compared(const QList<PlacedRight> &given, const QList<PlacedRight> &reported, const QList<SeatAtHub> &here,
    Fence newest, bool restored)
{
    const QSet<PlacedRight> known(given.begin(), given.end()), listed(reported.begin(), reported.end());
    Compared result;
    for (const PlacedRight &right : given) {
        if (listed.contains(right))
            continue;
        if (right.fence.incarnation == newest.incarnation)
            result.told.sentAgain.append(right);
        else
            result.freed.append(right);
    }
    for (qsizetype i = 0; i < reported.size(); ++i) {
        if (known.contains(reported[i]))
            continue;
        if (restored && here[i].fence < reported[i].fence && reported[i].fence <= newest)
            result.takenOver.append(reported[i]);
        else
            result.told.unknown.append(reported[i]);
    }
    return result;
}

} // namespace foyer
