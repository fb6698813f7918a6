#pragma once

#include "domain/Tender.h"
#include "domain/Wallet.h"

#include <QList>

namespace foyer {

/// What became of a tender after an answer, and the code a guest gets when money couldn't be given back.
struct TenderOutcome {
    Tender tender;
    std::optional<Claim> claim;
};

/// How a visit's money left (FLOWS 8.6). Nothing of it: there was none.
struct VisitEnd {
    QList<Tender> payOuts;      ///< committed as paying-out, one for each way the money came: now ask their devices
    std::optional<Claim> claim; ///< for what no device can give
};

} // namespace foyer
