#pragma once

#include "ui/screens/Screen.h"

class QProgressBar;

namespace foyer {

class Amount;
class Label;
class PaperView;

/// A waiting customer's number, place and estimated wait, live (FLOWS 2.4); or the slip to take away (2.5).
class QueueScreen : public Screen
{
    Q_OBJECT
public:
    QueueScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

private:
    QWidget *makeWaiting();
    QWidget *makeSlip();
    void showSlip(bool slip);
    void fill();
    void fillSlip(const QueuePlace &place);

    Label *m_numberTitle, *m_aheadTitle, *m_waitTitle, *m_next, *m_slipTitle, *m_slipText;
    Amount *m_number, *m_ahead, *m_wait;
    QProgressBar *m_progress;
    PaperView *m_slip;
    QWidget *m_waiting, *m_slipPage; ///< one of them is shown
    bool m_showsSlip = false;
    int m_mostAhead = 0; ///< since this customer came to the screen
};

} // namespace foyer
