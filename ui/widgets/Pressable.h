#pragma once

#include "ui/theme/Paint.h"

#include <QAbstractButton>

namespace foyer {

/// What everything that can be pressed shares: acts on release, sliding off cancels, Enter works as Space does, is
/// never smaller than a target, and shows a focus ring when the keyboard brought it there.
class Pressable : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Pressable(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    const Theme &theme() const;
    ButtonState state() const;
    QColor content(ButtonLook look) const { return buttonColors(theme(), look, state()).content; }

    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    void showRing(bool show);

    bool m_ring = false; ///< focused, and by somebody who uses keys
};

} // namespace foyer
