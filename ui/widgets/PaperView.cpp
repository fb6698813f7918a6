#include "ui/widgets/PaperView.h"

#include "ui/theme/FoyerStyle.h"

#include <QPainter>
#include <QPainterPath>

namespace foyer {

PaperView::PaperView(QSizeF sizeMm, Draw draw, const QString &spoken, QWidget *parent)
    : QWidget(parent), m_sizeMm(sizeMm), m_draw(std::move(draw))
{
    setAccessibleName(spoken);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int PaperView::heightForWidth(int width) const { return qCeil(width * m_sizeMm.height() / m_sizeMm.width()); }

QSize PaperView::sizeHint() const
{
    const int width = qRound(m_sizeMm.width() * FoyerStyle::of(this).density() * 2); // large enough to read standing
    return {width, heightForWidth(width)};
}

QSize PaperView::minimumSizeHint() const
{
    const int width = qRound(m_sizeMm.width() * FoyerStyle::of(this).density());
    return {width, heightForWidth(width)};
}

void PaperView::paintEvent(QPaintEvent *)
{
    const double wide = std::min(double(width()), height() * m_sizeMm.width() / m_sizeMm.height());
    const double pixels = wide * devicePixelRatioF();
    if (m_image.isNull() || std::abs(m_image.width() - pixels) > 2)
        m_image = m_draw(pixels / m_sizeMm.width());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF paper((width() - wide) / 2, 0, wide, wide * m_sizeMm.height() / m_sizeMm.width());
    QPainterPath shape;
    shape.addRoundedRect(paper, FoyerStyle::of(this).radius(), FoyerStyle::of(this).radius());
    painter.setClipPath(shape);
    painter.drawImage(paper, m_image);
}

} // namespace foyer
