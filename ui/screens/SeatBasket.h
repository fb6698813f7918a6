#pragma once

#include "items/VisitModel.h"
#include "ui/widgets/Card.h"

class QBoxLayout;

namespace foyer {

class ActionButton;
class Amount;
class FlowLayout;
class Label;

/// The seats one has chosen, each to be given back by a tap, what they cost, and the choice before this one.
class SeatBasket : public Card
{
    Q_OBJECT
public:
    explicit SeatBasket(VisitModel &visit, QWidget *parent = nullptr);

    void retranslate();
    /// With the sum above the seats, so that it stays in sight however many there are; else beside them.
    void setSumAbove(bool above);

Q_SIGNALS:
    void focusLost(); ///< with a seat that was given back

private:
    void showSeats();
    bool canUndo() const;

    VisitModel &m_visit;
    Label *m_hint, *m_count;
    Amount *m_total;
    ActionButton *m_undo;
    FlowLayout *m_chips;
    QWidget *m_sum;
    QBoxLayout *m_parts;
};

} // namespace foyer
