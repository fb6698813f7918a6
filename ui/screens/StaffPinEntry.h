#pragma once

#include <QWidget>

class QGridLayout;

namespace foyer {

class ActionButton;
class DigitsEntry;
class Label;
class StaffModel;

/// Who of the staff this is, by name where there are several, and their PIN. Holds nothing once it was entered.
class StaffPinEntry : public QWidget
{
    Q_OBJECT
public:
    explicit StaffPinEntry(StaffModel &staff, QWidget *parent = nullptr);

    void begin();
    void clear();
    void setBusy(bool busy);
    void retranslate();

Q_SIGNALS:
    void edited();
    void entered(const QString &name, const QString &pin);

private:
    void showNames();
    void choose(const QString &name);
    QString entryTitle() const;

    StaffModel &m_staff;
    QString m_name;
    QWidget *m_who;
    Label *m_hint;
    QWidget *m_names;
    QGridLayout *m_grid;
    QList<ActionButton *> m_buttons;
    DigitsEntry *m_entry;
};

} // namespace foyer
