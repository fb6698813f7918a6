#pragma once

#include "ui/widgets/Glyph.h"

#include <QWidget>

namespace foyer {

class Icon;
class Label;

/// What stands in the middle of a step that has nothing to show: why, and the way on.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void set(Glyph glyph, const QString &title, const QString &text);

private:
    Icon *m_icon;
    Label *m_title, *m_text;
};

} // namespace foyer
