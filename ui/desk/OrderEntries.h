#pragma once

#include "domain/OrderSearch.h"
#include "domain/Tender.h"
#include "ui/widgets/Card.h"

#include <optional>

class QLineEdit;

namespace foyer {

class ActionButton;
class Label;

/// Where refunded money goes: a key each, Escape takes it back.
class RefundEntry : public Card
{
    Q_OBJECT
public:
    explicit RefundEntry(QWidget *parent = nullptr);

    /// `what` is given back: "2 seats, ₩44,000". By hand where `ways` has it.
    void begin(const QString &what, bool isMembers, const QList<TenderKind> &ways);
    void retranslate();

Q_SIGNALS:
    void chosen(std::optional<foyer::TenderKind> to); ///< nothing: it stays in the order's wallet
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_what;
    bool m_isMembers = false;
    Label *m_title;
    ActionButton *m_wallet, *m_cash, *m_card;
};

/// How the buyer wants to be found. Enter keeps it; nothing typed, it is forgotten.
class ContactEntry : public Card
{
    Q_OBJECT
public:
    explicit ContactEntry(QWidget *parent = nullptr);

    void begin(const Contact &contact);
    void retranslate();

Q_SIGNALS:
    void entered(const foyer::Contact &contact);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_title;
    QLineEdit *m_name, *m_digits;
    ActionButton *m_keep;
};

} // namespace foyer
