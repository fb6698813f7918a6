#pragma once

#include "items/TasksModel.h"
#include "ui/desk/DeskPage.h"

class QStackedLayout;

namespace foyer {

class ActionButton;
class Card;
class EmptyState;
class Facts;
class Label;
class Table;
class TaskRows;

/// What only people can put right (F7): what is due first on top, the remedies of the one that is chosen beside it, the
/// best first. A digit settles it, T takes it.
class TasksPage : public DeskPage
{
    Q_OBJECT
public:
    explicit TasksPage(DeskModel &desk, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;
    int waiting() const override { return m_tasks.rowCount(); }

private:
    QWidget *makeList();
    QWidget *makePanel();
    ActionButton *addKey(const QString &name, int key, const QString &says);
    std::optional<int> chosen() const;
    void choose();
    void refresh();
    void showTask(int row);
    void settle(int remedy);
    void take();

    TasksModel m_tasks;
    TaskRows *m_rows;
    QString m_chosen; ///< the task, while its list is read again
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    Table *m_table;
    Label *m_away, *m_claim, *m_title, *m_about, *m_remediesTitle;
    Facts *m_facts;
    Card *m_panel;
    QList<ActionButton *> m_remedies;
    ActionButton *m_take;
};

} // namespace foyer
