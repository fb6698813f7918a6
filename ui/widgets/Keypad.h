#pragma once

#include <QWidget>
#include <array>

namespace foyer
{

class ActionButton;

/// Digits, erase and accept, by touch and from any keyboard while the focus is inside. Holds no digits itself.
class Keypad : public QWidget
{
    Q_OBJECT
public:
    explicit Keypad(QWidget *parent = nullptr);

    void setWords(const QString &erase, const QString &accept);
    void setAcceptEnabled(bool enabled);

Q_SIGNALS:
    void digit(int value);
    void erased();
    void accepted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void walk(int columns, int rows);

    std::array<ActionButton *, 12> m_keys; ///< in reading order
};

} // namespace foyer
