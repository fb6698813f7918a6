#pragma once

#include <QWidget>

namespace foyer {

class ActionButton;
class Amount;
class Label;

/// A number with a name, one more and one less of it.
class Counter : public QWidget
{
    Q_OBJECT
public:
    explicit Counter(QWidget *parent = nullptr);

    void setName(const QString &name, const QString &fewer, const QString &more); ///< as shown, as read aloud
    void setRange(int least, int most);                                           ///< moves the value into it
    void setValue(int value);
    int value() const { return m_value; }

Q_SIGNALS:
    void changed(int value); ///< by a person

private:
    void step(int by);
    void showValue();

    Label *m_name;
    ActionButton *m_fewer, *m_more;
    Amount *m_number;
    int m_value = 0, m_least = 0, m_most = 0;
};

} // namespace foyer
