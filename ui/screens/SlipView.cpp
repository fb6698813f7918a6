#include "ui/screens/SlipView.h"

#include "ui/theme/FoyerStyle.h"

#include <QPainter>

namespace foyer {

SlipView::SlipView(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); }

void SlipView::setPaper(const QSizeF &sizeMm, Draw draw)
{
    m_sizeMm = sizeMm;
    m_draw = std::move(draw);
    updateGeometry();
    update();
}

QSize SlipView::minimumSizeHint() const
{
    const Theme &theme = FoyerStyle::of(this);
    return {theme.px(m_sizeMm.width() / 1.5), theme.px(m_sizeMm.height() / 1.5)}; // its code can still be scanned
}

QSize SlipView::sizeHint() const { return minimumSizeHint() * 3; }

void SlipView::paintEvent(QPaintEvent *)
{
    if (!m_draw)
        return;
    const double scale = qMin(width() / m_sizeMm.width(), height() / m_sizeMm.height());
    QImage paper = m_draw(scale * devicePixelRatioF());
    paper.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = m_sizeMm * scale;
    const QRectF sheet(QPointF(width() - size.width(), height() - size.height()) / 2, size);
    painter.translate(sheet.topLeft());
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    const double radius = FoyerStyle::of(this).radius() / 2.0;
    painter.drawRoundedRect(QRectF(QPointF(), size), radius, radius);
}

} // namespace foyer
