#pragma once

#include <QList>
#include <QWidget>

namespace foyer {

class ActionButton;
class Pressable;

/// Letters, digits and what an address needs, erase and accept, by touch and by arrows; one stop of the Tab key. Keys
/// of a real keyboard are its owner's, who holds what was typed.
class LetterPad : public QWidget
{
    Q_OBJECT
public:
    enum class Case : quint8 { Small, Large };
    explicit LetterPad(QWidget *parent = nullptr);

    void setCase(Case letters);
    void setAllowed(const QString &characters); ///< in the case in use; empty: all
    void setWords(const QString &erase, const QString &accept);
    void setAcceptEnabled(bool enabled);
    void focusAccept(); ///< so that Enter after typing accepts, if it may by now

Q_SIGNALS:
    void typed(const QString &character);
    void erased();
    void accepted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void walk(int columns, int rows);
    void makeStop(Pressable *key);

    QList<Pressable *> m_keys; ///< in reading order, ten a row
    ActionButton *m_erase, *m_accept;
    Pressable *m_stop = nullptr; ///< where Tab leads
};

} // namespace foyer
