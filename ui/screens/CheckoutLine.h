#pragma once

#include "items/CheckoutModel.h"
#include "wording/Wording.h"

#include <QWidget>

class QHBoxLayout;

namespace foyer {

class ActionButton;
class CategoryDot;
class Label;

/// One seat about to be paid. Its ticket type opens the choice among all types that it can be sold as.
class CheckoutLine : public QWidget
{
    Q_OBJECT
public:
    explicit CheckoutLine(QWidget *parent = nullptr);

    void setLine(const CheckoutModel::Line &line, const Wording &wording);
    void setChoiceEnabled(bool enabled);

Q_SIGNALS:
    void typeWanted(foyer::SeatIndex seat, foyer::TicketTypeKey type);

private:
    void showChoices(const Wording &wording);
    void choose(int type);

    CheckoutModel::Line m_line;
    CategoryDot *m_dot;
    Label *m_seat, *m_details, *m_price;
    ActionButton *m_type;
    QWidget *m_choices;
    QHBoxLayout *m_choiceRow;
    QList<ActionButton *> m_types; ///< one a choice
};

} // namespace foyer
