#pragma once

#include "domain/Tender.h"
#include "domain/Wallet.h"

namespace foyer {

/// What became of a tender after an answer, and the code a guest gets when money couldn't be given back.
struct TenderOutcome {
    Tender tender;
    std::optional<Claim> claim;
};

/// How a visit's money left (FLOWS 8.6). Nothing of it: there was none.
struct VisitEnd {
    std::optional<Tender> payOut; ///< committed as paying-out: now ask the device
    std::optional<Claim> claim;
};

} // namespace foyer
