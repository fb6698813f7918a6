#pragma once

#include "ui/widgets/Card.h"
#include "ui/widgets/Glyph.h"

class QBoxLayout;

namespace foyer {

class ActionButton;
class Icon;
class Label;

/// A refusal, a failure or a state, told in place and always with a way on. Never covers anything.
class Notice : public Card
{
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    void setMessage(Glyph glyph, Tone tone, const QString &title, const QString &text);
    void setAction(const QString &text);      ///< empty: none
    void setOtherAction(const QString &text); ///< the lesser one
    void takeFocus();                         ///< to its action

Q_SIGNALS:
    void actionWanted();
    void otherActionWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeActions();

    Icon *m_icon;
    Label *m_title, *m_text;
    ActionButton *m_action, *m_other;
    QBoxLayout *m_parts = nullptr, *m_actions;
};

} // namespace foyer
