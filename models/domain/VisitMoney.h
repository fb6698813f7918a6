#pragma once

#include "domain/Tender.h"
#include "domain/Wallet.h"

#include <QList>

namespace foyer {

/// What became of a tender after an answer. What couldn't be given back to a guest is on a code.
struct TenderOutcome {
    Tender tender;
    std::optional<Claim> claim = {};  ///< a new one
    std::optional<Money> onCode = {}; ///< what the one that they were given before is worth now
};

/// How a visit's money left (FLOWS 8.6). Nothing of it: there was none.
struct VisitEnd {
    QList<Tender> payOuts;      ///< committed as paying-out, one for each way the money came: now ask their devices
    std::optional<Claim> claim; ///< for what no device can give
};

} // namespace foyer
