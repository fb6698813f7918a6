#pragma once

#include "ui/widgets/Card.h"

#include <QBoxLayout>

namespace foyer {

class ActionButton;
class Icon;
class Label;
class StaffCallModel;

/// 'Staff called', on top of whatever step is shown, until staff come or the customer doesn't need them any more.
class StaffCallPanel : public Card
{
    Q_OBJECT
public:
    explicit StaffCallPanel(StaffCallModel &call, QWidget *parent = nullptr);

    void retranslate();
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCall();
    void arrange();

    StaffCallModel &m_call;
    Label *m_title, *m_text;
    ActionButton *m_takeBack, *m_end;
    QBoxLayout *m_parts, *m_actions;
};

} // namespace foyer
