#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class Label;

/// This terminal sells nothing now; nothing here can be pressed.
class OutOfServiceScreen : public Screen
{
    Q_OBJECT
public:
    explicit OutOfServiceScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override { return {.canGoBack = false, .canStartOver = false}; }
    void begin() override { setFocus(); }
    void retranslate() override;

private:
    Label *m_title, *m_text;
};

} // namespace foyer
