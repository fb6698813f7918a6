#pragma once

#include "domain/Tender.h"
#include "ui/widgets/Card.h"

class QLineEdit;

namespace foyer {

class ActionButton;
class Label;

/// How much is handed over, before it is taken: what is missing unless something else is typed; of cash more is change,
/// less is a part. Enter takes it.
class TenderEntry : public Card
{
    Q_OBJECT
public:
    explicit TenderEntry(QWidget *parent = nullptr);

    void begin(TenderKind kind, Money missing);
    void retranslate();

Q_SIGNALS:
    void entered(foyer::TenderKind kind, const foyer::Money &given);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void say();
    void enter();

    TenderKind m_kind = TenderKind::Cash;
    Money m_missing;
    Label *m_title, *m_means;
    QLineEdit *m_given;
    ActionButton *m_take;
};

} // namespace foyer
