#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class Card;
class EmptyState;
class EnrolEntry;
class Label;

/// Staff make this machine a terminal of a hub: where and with which code, the wait, and what came of it.
class EnrolScreen : public Screen
{
    Q_OBJECT
public:
    explicit EnrolScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void sidePressed() override { visit().enrol().giveUp(); }
    void begin() override;
    void retranslate() override;
    QString message(const Problem &problem) const override;

private:
    QWidget *makeEnd();
    void showAll();
    void showWait();
    void showEnd();
    void showPins();

    Label *m_title, *m_how;
    EnrolEntry *m_entry;
    EmptyState *m_wait;
    QWidget *m_end;
    Label *m_endTitle, *m_endText;
    Card *m_pins;
    Label *m_pinsTitle, *m_pinsMissing;
    QWidget *m_pinRows = nullptr;
};

} // namespace foyer
