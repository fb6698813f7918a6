#pragma once

#include "ui/widgets/Card.h"

class QLineEdit;

namespace foyer {

class ActionButton;
class Label;

/// One whole number, before anything is done with it: Enter takes it, Escape takes it back, up and down step through
/// what it is about.
class NumberEntry : public Card
{
    Q_OBJECT
public:
    explicit NumberEntry(QWidget *parent = nullptr);

    void begin(int number, int most);
    void setWords(const QString &title, const QString &act);

Q_SIGNALS:
    void entered(int number);
    void stepped(int by);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_title;
    QLineEdit *m_number;
    ActionButton *m_go;
    int m_most = 0;
};

} // namespace foyer
