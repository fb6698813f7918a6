#include "ui/widgets/PaperView.h"

#include "ui/theme/FoyerStyle.h"

#include <QPainter>
#include <QPainterPath>

namespace foyer {

PaperView::PaperView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PaperView::setPaper(QSizeF sizeMm, Draw draw, const QString &spoken)
{
    m_sizeMm = sizeMm;
    m_draw = std::move(draw);
    m_image = {};
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

int PaperView::heightForWidth(int width) const { return qCeil(width * m_sizeMm.height() / m_sizeMm.width()); }

QSize PaperView::sizeHint() const
{
    return minimumSizeHint() * 3; // large enough to read standing
}

QSize PaperView::minimumSizeHint() const
{
    const int width = FoyerStyle::of(this).px(m_sizeMm.width() / 1.5); // its code can still be scanned
    return {width, heightForWidth(width)};
}

void PaperView::paintEvent(QPaintEvent *)
{
    if (!m_draw)
        return;
    const double wide = std::min(double(width()), height() * m_sizeMm.width() / m_sizeMm.height());
    const double pixels = wide * devicePixelRatioF();
    if (m_image.isNull() || std::abs(m_image.width() - pixels) > 2)
        m_image = m_draw(pixels / m_sizeMm.width());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const double high = wide * m_sizeMm.height() / m_sizeMm.width();
    const QRectF paper((width() - wide) / 2, (height() - high) / 2, wide, high);
    QPainterPath shape;
    shape.addRoundedRect(paper, FoyerStyle::of(this).radius(), FoyerStyle::of(this).radius());
    painter.setClipPath(shape);
    painter.drawImage(paper, m_image);
}

} // namespace foyer
