#pragma once

#include "ui/widgets/Pressable.h"

namespace foyer {

/// One chosen seat; pressing it gives the seat up.
class SeatChip : public Pressable
{
    Q_OBJECT
public:
    /// `spoken` says what pressing does: "Remove 1층 G열 12번".
    SeatChip(const QString &seat, const QString &spoken, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
    int besideText() const; ///< padding, and the cross at the end
};

} // namespace foyer
