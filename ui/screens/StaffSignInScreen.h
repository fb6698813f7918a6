#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class Label;
class StaffPinEntry;

/// Before the staff corner: a name and its PIN.
class StaffSignInScreen : public Screen
{
    Q_OBJECT
public:
    explicit StaffSignInScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override { return {.canStartOver = false}; }
    void begin() override;
    void retranslate() override;

private:
    Label *m_title;
    StaffPinEntry *m_entry;
};

} // namespace foyer
