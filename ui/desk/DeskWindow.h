#pragma once

#include "ui/desk/DeskPage.h"

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace foyer {

class ActionButton;
class Card;
class Label;
class Notice;
class PinForm;
class Printer;
class ScannerKeys;
class StatusLine;
class TenderDesk;
class Translator;

/// The desk's window: pages by F1 to F7, what this machine can promise, who works here, what went wrong; and the PIN
/// where one is asked. Words, keys and order only.
class DeskWindow : public QWidget
{
    Q_OBJECT
public:
    /// All are the caller's and live longer.
    /// `files`: the folder that what staff export goes to.
    DeskWindow(DeskModel &desk, TenderDesk &tenders, Printer &printer, Translator &translator, const QString &files,
        QWidget *parent = nullptr);

    void show(int page); ///< as F1 to F7 do, from 1
    using QWidget::show;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tab {
        int key;
        ActionButton *button;
        DeskPage *page;
        QWidget *place; ///< that it scrolls in
    };
    QWidget *navigation();
    QWidget *head();
    QWidget *gate(PinForm *form, Label *title, Label *more);
    QWidget *inBody(QWidget *page);
    void add(int key, DeskPage *page); ///< its F-key
    void refresh();
    void updateBody();
    void updateNotice();
    void retranslate();
    void printTickets(const Order &order);
    void scanned(const QString &text); ///< whatever page is open
    QString tabName(int key) const;

    DeskModel &m_desk;
    Printer &m_printer;
    Translator &m_translator;
    QList<Tab> m_tabs;
    qsizetype m_current = 0;
    QString m_lastName; ///< who signed in last
    QVBoxLayout *m_tabColumn = nullptr;
    Label *m_title, *m_more, *m_clerk, *m_time;
    StatusLine *m_status;
    ActionButton *m_language, *m_lock;
    QWidget *m_navigation, *m_headRow;
    PinForm *m_signIn, *m_consent;
    Label *m_signInTitle, *m_signInMore, *m_consentTitle, *m_consentMore;
    QWidget *m_signInGate, *m_consentGate;
    QStackedLayout *m_body;
    Notice *m_notice;
    ScannerKeys *m_scanner;
};

} // namespace foyer
