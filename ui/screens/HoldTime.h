#pragma once

#include <QWidget>

namespace foyer {

class ActionButton;
class Countdown;
class VisitModel;

/// How long the seats are kept, with 'hold longer' near the end, once. Keeps its room without a hold.
class HoldTime : public QWidget
{
    Q_OBJECT
public:
    explicit HoldTime(VisitModel &visit, QWidget *parent = nullptr);

    void retranslate();

private:
    void showTime();

    VisitModel &m_visit;
    Countdown *m_countdown;
    ActionButton *m_longer;
};

} // namespace foyer
