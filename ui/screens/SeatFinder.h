#pragma once

#include "domain/SeatChooser.h"
#include "items/VisitModel.h"

#include <QWidget>

class QButtonGroup;

namespace foyer {

class ActionButton;
class Card;
class Counter;
class FlowLayout;
class Label;
class OfferRow;

/// 'Choose for us': how many, what it may cost, an aisle, wheelchair places; up to three proposals with the reason for
/// each, anew with every answer.
class SeatFinder : public QWidget
{
    Q_OBJECT
public:
    explicit SeatFinder(VisitModel &visit, QWidget *parent = nullptr);

    void begin(); ///< as another customer's: two seats, no wishes
    void retranslate();
    void takeFocus(); ///< to the best proposal, as soon as there is one; it comes into sight
    void refresh();   ///< seats or prices have changed

Q_SIGNALS:
    void chosen(const QList<foyer::SeatIndex> &seats);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    SeatWish wish() const;
    void fillBudgets();
    void showProposals(const QList<SeatProposal> &proposals);
    QString reasonOf(const SeatProposal &proposal) const;
    void showProposal(int index, const SeatProposal &proposal);

    VisitModel &m_visit;
    Counter *m_seats, *m_wheelchairs;
    Card *m_wishes;
    ActionButton *m_aisle;
    FlowLayout *m_budgetRow;
    QButtonGroup *m_budgets;
    QList<qint64> m_most; ///< of a seat's price in minor units, by button; 0: any
    Label *m_none;
    QList<OfferRow *> m_rows;
    QList<SeatProposal> m_proposals;
    SeatWish m_wish; ///< as asked last
    QList<SeatIndex> m_pressed;
    bool m_wantsFocus = false;
};

} // namespace foyer
