#pragma once

#include <QWidget>

class QVBoxLayout;

namespace foyer {

class FrameBar;
class HeadBar;

/// What stays the same on every step: head above, bar below, and between them the step's own body, which scrolls only
/// when text is too large for it to fit.
class StepFrame : public QWidget
{
    Q_OBJECT
public:
    explicit StepFrame(QWidget *body, QWidget *parent = nullptr); ///< takes the body over

    HeadBar &head() { return *m_head; }
    FrameBar &bar() { return *m_bar; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void setMargins();

    HeadBar *m_head;
    FrameBar *m_bar;
    QVBoxLayout *m_column;
};

} // namespace foyer
