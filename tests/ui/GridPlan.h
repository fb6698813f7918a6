#pragma once

#include "ui/widgets/SeatSprites.h"

#include <memory>

namespace foyer::test {

/// Seats in even rows, named A, B, C.
inline std::shared_ptr<SeatingPlan> gridPlan(int rows, int columns)
{
    auto plan = std::make_shared<SeatingPlan>();
    plan->categories = {{QStringLiteral("R"), {}}};
    plan->zones = {{QStringLiteral("1층")}};
    for (int r = 0; r < rows; ++r) {
        plan->rows.append({0, QString(QChar(char16_t(u'A' + r % 26))), plan->seatCount(), columns});
        for (int c = 0; c < columns; ++c) {
            plan->x.append(float(20 * c));
            plan->y.append(float(20 * r));
            plan->category.append(0);
            plan->row.append(r);
            plan->kind.append(SeatKind::Ordinary);
            plan->number.append(QString::number(c + 1));
            plan->guid.append(QStringLiteral("%1-%2").arg(r).arg(c));
        }
    }
    plan->size = QSizeF(20 * columns, 20 * rows);
    return plan;
}

inline QList<SeatMark> allFree(const SeatingPlan &plan)
{
    return QList<SeatMark>(plan.seatCount(), {SeatLook::Free, 0});
}

} // namespace foyer::test
