#pragma once

#include "items/DeskModel.h"
#include "items/WalletsModel.h"
#include "ui/desk/WalletEntry.h"

#include <QKeySequence>

namespace foyer {

class ActionButton;
class Amount;
class EmptyState;
class Facts;
class Label;

/// The member who is open: what their wallet holds and where, and a key for all that may be done now; also without a
/// member, for new ones and for codes.
class WalletPanel : public QWidget
{
    Q_OBJECT
public:
    WalletPanel(DeskModel &desk, WalletsModel &wallets, QWidget *parent = nullptr);

    void retranslate();
    void newCode(const Unclaimed &money); ///< once somebody stands for it
    void endEntry();                      ///< nothing of it is left for whoever comes next
    bool isTyping() const { return !m_entry->isHidden(); }

Q_SIGNALS:
    void left(); ///< nothing is typed here any more
    void printWanted();
    void pdfWanted();

private:
    struct Button {
        ActionButton *button;
        WalletAct needs;
    };
    ActionButton *add(const QString &name, const QKeySequence &key, WalletAct needs, const std::function<void()> &act);
    void fillFile();
    void fillButtons();
    void askFor(WalletEntry::Ask ask);
    void entered(WalletEntry::Ask ask, const QString &text, const QString &pin);
    void consent(StaffAction action, const std::function<void(const Consent &)> &then, const QString &what = {});
    void block();
    void refresh();
    std::optional<MemberId> member() const; ///< who is open
    void showFile();
    void showNews();

    DeskModel &m_desk;
    WalletsModel &m_wallets;
    EmptyState *m_empty;
    QWidget *m_file;
    Label *m_title, *m_state, *m_since, *m_news, *m_claim;
    Amount *m_balance;
    Facts *m_facts;
    WalletEntry *m_entry;
    std::optional<MemberId> m_of; ///< what is typed is of them; nobody: of no member
    QWidget *m_buttons;
    QList<Button> m_acts;
    ActionButton *m_cash, *m_card, *m_payOut, *m_pin, *m_newCard, *m_block, *m_print, *m_pdf, *m_register, *m_code,
        *m_unclaimed;
};

} // namespace foyer
