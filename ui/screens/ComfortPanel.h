#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

class QButtonGroup;

namespace foyer {

class ActionButton;
class Label;

/// Text size, contrast and motion as the person in front chooses them: every choice shows at once, on the panel too.
class ComfortPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ComfortPanel(QWidget *parent = nullptr);

    void begin(); ///< shows what is worn now
    void retranslate();

Q_SIGNALS:
    void themeWanted(const Theme &theme);

private:
    struct Choice {
        Label *title;
        QButtonGroup *options;
    };
    Choice addChoice(int count);
    void choose();

    Label *m_title;
    Choice m_text, m_colors, m_motion;
};

} // namespace foyer
