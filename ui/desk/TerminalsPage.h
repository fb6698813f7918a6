#pragma once

#include "items/HouseModel.h"
#include "items/QueueLinesModel.h"
#include "items/TerminalsModel.h"
#include "ui/desk/DeskPage.h"
#include "ui/theme/Paint.h"

class QStackedLayout;

namespace foyer {

class ActionButton;
class Card;
class EmptyState;
class Facts;
class Label;
class NumberEntry;
class QueueRows;
class Table;
class TerminalRows;

/// The house (F5): its terminals and what they hold, and who waits; a machine on its own has the queue alone. What
/// moves rights or the house asks for a PIN.
class TerminalsPage : public DeskPage
{
    Q_OBJECT
public:
    explicit TerminalsPage(DeskModel &desk, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTerminals();
    QWidget *makeQueue();
    ActionButton *addKey(QWidget *parent, const QString &name, int key, ButtonLook look, void (TerminalsPage::*act)());
    const HouseNode *node() const;         ///< that is chosen
    const QueueLine *line() const;         ///< likewise
    const PerformanceOffer *offer() const; ///< that seats would be given of; nothing: it isn't on sale any more
    QString dateOf(const PerformanceOffer &offer) const;
    void stepOffer(int by);
    void allot(int seats);
    void refresh();
    void showNode();
    void sayAllotment();
    void say(const HouseAct &act, const HouseActDone &answer);
    void endEntry();
    void callNext();
    void noShow();
    void askLimit();
    void askAllot();
    void askRevoke();
    void chooseAgain();

    HouseModel m_house;
    TerminalsModel m_terminals;
    QueueLinesModel m_lines;
    TerminalRows *m_terminalRows;
    QueueRows *m_queueRows;
    NodeId m_node;   ///< chosen, while the list is read again
    TokenId m_token; ///< likewise
    NodeId m_to;     ///< seats would be given to it, whatever is chosen meanwhile
    QString m_toName;
    PerformanceKey m_of; ///< likewise of it
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_left;
    Table *m_nodeTable, *m_queueTable;
    Label *m_nodesTitle, *m_queueTitle, *m_counts, *m_nobody, *m_said;
    Facts *m_given;
    NumberEntry *m_allotEntry, *m_limitEntry;
    ActionButton *m_allot, *m_revoke, *m_limit, *m_call, *m_noShow;
};

} // namespace foyer
