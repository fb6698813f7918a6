#pragma once

#include "items/Problem.h"
#include "wording/Wording.h"

#include <QCoreApplication>

namespace foyer {

/// What happened and what to do next, to staff at a counter: in words of their own where Wording's are a customer's.
class StaffWords
{
    Q_DECLARE_TR_FUNCTIONS(foyer::StaffWords)
public:
    static QString message(const Refused &refused, const Wording::SeatNamer &seats = {});
    static QString message(const Error &error);
};

} // namespace foyer
