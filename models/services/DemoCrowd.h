#pragma once

#include "domain/Result.h"
#include "domain/Seats.h"
#include "services/DemoSeason.h"

#include <QRandomGenerator>

namespace foyer {

class Clock;
class Node;

/// Ends what a killed sellDemoSeason() left open: its guest, the seats they held and what they were paying.
Done clearDemoCrowd(Node &node, const Clock &now);

/// Has simulated guests buy, in the hours before `now`, what `demand` still misses: parties who sit together, most of
/// them near the middle. Each sale is as durable as a customer's, so they are few. The same seats on every node.
Done sellDemoSeason(Node &node, const Clock &now, const QList<DemoDemand> &demand);

/// Where a party of the crowd sits down: side by side in a category of its choice, as near the middle of it as its
/// taste is; nothing when fewer seats are free. Two seats that a guided tour takes are left to it until the end.
QList<SeatIndex> seatsForParty(const SeatsOfDate &date, int party, QRandomGenerator &random);

} // namespace foyer
