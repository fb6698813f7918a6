#pragma once

#include "ui/widgets/Pressable.h"

namespace foyer
{

/// One chosen seat; pressing it gives the seat up.
class SeatChip : public Pressable
{
    Q_OBJECT
public:
    /// `spoken` says what pressing does: "Remove 1층 G열 12번".
    SeatChip(const QString &seat, const QString &spoken, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
};

} // namespace foyer
