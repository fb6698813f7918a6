#pragma once

#include <QWidget>

namespace foyer {

class EnrolModel;
class Label;
class LetterPad;
class TypedField;

/// A hub's address and its one-time code, by touch and from any keyboard; what was typed is the model's.
class EnrolEntry : public QWidget
{
    Q_OBJECT
public:
    explicit EnrolEntry(EnrolModel &enrol, QWidget *parent = nullptr);

    void begin(); ///< keys go to the first that lacks something
    void retranslate();

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void activate(TypedField *field);
    void type(const QString &text);
    void erase();
    void accept();
    void showTyped();
    QString hint() const;

    EnrolModel &m_enrol;
    TypedField *m_address, *m_code, *m_active;
    Label *m_hint;
    LetterPad *m_pad;
};

} // namespace foyer
