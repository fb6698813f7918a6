#pragma once

#include "domain/Figures.h"

namespace foyer {

// Figures of the whole house, as a desk asks its hub for them.

struct FigureWish {
    RequestId reading; ///< asked again it is gone on with; once it is over its figures stay for whoever lost them
    FigureQuestion question;
};

struct FigureProgress {
    int steps = 0, stepsDone = 0;   ///< none: the hub still reads what its machines told it
    std::optional<Figures> figures; ///< nothing: it isn't over, ask again
};

} // namespace foyer
