#pragma once

#include "domain/Money.h"

namespace foyer {

/// An amount as it is typed: "50000", "50,000", "12.50". Nothing for what is no amount of this currency, or beyond
/// limits::moneyMax.
std::optional<Money> moneyTyped(const QString &typed, const Currency &currency);

/// How an amount is typed, without a symbol: "50000", "12.50".
QString typedText(const Money &money);

} // namespace foyer
