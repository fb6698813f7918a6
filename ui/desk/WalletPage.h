#pragma once

#include "items/WalletsModel.h"
#include "ui/desk/DeskPage.h"
#include "ui/theme/Tokens.h"

class QLineEdit;
class QStackedLayout;
class QStandardItemModel;

namespace foyer {

class EmptyState;
class Label;
class MovementRows;
class Printer;
class Table;
class WalletPanel;

/// Members and their wallets: one line finds them, their movements under it, what may be done beside it; and money that
/// nobody came for.
class WalletPage : public DeskPage
{
    Q_OBJECT
public:
    /// All are the caller's and live longer. `files`: the folder that saved statements go to.
    WalletPage(DeskModel &desk, TenderDesk &tenders, Printer &printer, const QString &files, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;
    bool scanned(const QString &text) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose();
    void refresh();
    void fillChoices();
    void refreshClerk();
    void tell(const Problem &problem);
    void say(const QString &text, Tone tone);
    void hush();
    void print();
    void savePdf();

    WalletsModel m_wallets;
    Printer &m_printer;
    QString m_files;
    QString m_printing; ///< the paper that is waited for
    QLineEdit *m_line;
    Label *m_count, *m_said;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    MovementRows *m_rows;
    QStandardItemModel *m_choices; ///< members that were found, or money that nobody came for
    Table *m_movements, *m_list;
    WalletPanel *m_panel;
};

} // namespace foyer
