#pragma once

#include "domain/Money.h"

#include <QList>

namespace foyer {

/// The notes and coins in use, the greatest first; none for a currency whose drawer is counted as a sum.
QList<Money> denominationsOf(Currency currency);

} // namespace foyer
