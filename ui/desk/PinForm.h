#pragma once

#include "domain/Staff.h"

#include <QWidget>

class QLineEdit;

namespace foyer {

class ActionButton;
class FlowLayout;
class Label;

/// A name of several, its PIN, and why where that is asked. Up and down choose the name while typing; Enter goes on.
/// Holds no PIN once it was entered.
class PinForm : public QWidget
{
    Q_OBJECT
public:
    explicit PinForm(QWidget *parent = nullptr);

    void setNames(const QList<StaffMember> &names, const QString &first); ///< `first`: chosen, where it is one of them
    void setReasonAsked(bool asked);
    void setWords(const QString &go, const QString &cancel); ///< no `cancel`: there is no way back
    void setBusy(bool busy);
    void begin(); ///< empty, and the PIN is typed
    void retranslate();
    const QString &name() const { return m_name; }

Q_SIGNALS:
    void edited();
    void entered(const QString &name, const QString &pin, const QString &why);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QString &name);
    void step(int by);
    void go();

    QList<StaffMember> m_names;
    QString m_name;
    Label *m_hint;
    QWidget *m_who;
    FlowLayout *m_flow;
    QList<ActionButton *> m_buttons;
    QLineEdit *m_pin, *m_why;
    ActionButton *m_cancel, *m_go;
};

} // namespace foyer
