#pragma once

#include "ui/screens/Screen.h"

class QProgressBar;

namespace foyer {

class Amount;
class Icon;
class Label;
class Notice;

/// What the card terminal or the cash unit wants now. Ends only with the device's answer: no back, and while nobody
/// knows whether money moved, no cancel either (FLOWS 8.4).
class TenderScreen : public Screen
{
    Q_OBJECT
public:
    explicit TenderScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void showTender();
    bool mayCancel() const;

    Icon *m_icon;
    Label *m_instruction, *m_demo;
    Amount *m_amount;
    QProgressBar *m_progress;
    Notice *m_doubt;
    bool m_doubtShown = false;
};

} // namespace foyer
