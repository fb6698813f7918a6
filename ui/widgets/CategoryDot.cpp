#include "ui/widgets/CategoryDot.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"

#include <QPainter>

namespace foyer {

CategoryDot::CategoryDot(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void CategoryDot::setPosition(int position)
{
    m_position = position;
    update();
}

QSize CategoryDot::sizeHint() const
{
    const int side = qRound(FoyerStyle::of(this).iconSize() * 0.7);
    return {side, side};
}

void CategoryDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(painter, rect(), width() / 2.0, FoyerStyle::of(this).category(m_position));
}

} // namespace foyer
