#pragma once

#include "domain/JournalEntry.h"
#include "domain/SeatAtHub.h"

#include <QList>

namespace foyer {

// What an entry of another node's journal says of seats. An entry that can't be read says nothing: it is kept all the
// same, and its chain shows who wrote it.

struct OrderFact {
    OrderId order;
    QList<PlacedRight> rights; ///< that it was sold under
};
OrderFact soldIn(const JournalEntry &entry);
OrderFact refundedIn(const JournalEntry &entry);
QList<PlacedRight> returnedIn(const JournalEntry &entry);
/// Seats that a customer's hold takes, or lets go of; rights that arrived are unused until a hold takes them.
struct UseFact {
    bool isUsed = false;
    QList<std::pair<PerformanceKey, SeatIndex>> seats;
};
UseFact useIn(const JournalEntry &entry);
/// Whose answer has arrived; null: none's.
RequestId answeredIn(const JournalEntry &entry);
/// The node gives up everything of this epoch, for good.
bool isClosing(const JournalEntry &entry);

} // namespace foyer
