#pragma once

#include "domain/JournalEntry.h"
#include "domain/SeatAtHub.h"

#include <QList>

namespace foyer {

// What an entry of another node's journal says of seats. An entry that can't be read says nothing: it is kept all the
// same, and its chain shows who wrote it.

struct SoldFact {
    OrderId order;
    QList<PlacedRight> rights;
};
SoldFact soldIn(const JournalEntry &entry);
QList<PlacedRight> returnedIn(const JournalEntry &entry);
/// The node gives up everything of this epoch, for good.
bool isClosing(const JournalEntry &entry);

} // namespace foyer
