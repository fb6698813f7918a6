#include "documents/QrCode.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <memory>
#include <qrencode.h>

namespace foyer {

std::optional<QrCode> QrCode::of(const QByteArray &bytes)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(
            int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return std::nullopt;
    return QrCode(
        QByteArray(reinterpret_cast<const char *>(code->data), qsizetype(code->width) * code->width), code->width);
}

void QrCode::paint(QPainter &painter, const QRectF &box) const
{
    const int all = m_size + 2 * quietModules;
    const QTransform toDevice = painter.deviceTransform();
    const QRectF target = toDevice.mapRect(box);
    double module = std::min(target.width(), target.height()) / all;
    QPointF corner = target.center() - QPointF(module, module) * all / 2;
    if (module >= 1) {
        module = std::floor(module);
        corner = (target.center() - QPointF(module, module) * all / 2).toPoint();
    }

    QPainterPath dark; // one path, so that no hairline shows between neighbours
    dark.setFillRule(Qt::WindingFill);
    for (int y = 0; y < m_size; ++y)
        for (int x = 0, end = 0; x < m_size; x = end + 1) {
            for (end = x; end < m_size && isDark(end, y);)
                ++end;
            if (end > x)
                dark.addRect(x + quietModules, y + quietModules, end - x, 1);
        }

    painter.save();
    painter.setTransform(QTransform::fromTranslate(corner.x(), corner.y()).scale(module, module) * toDevice.inverted() *
                         painter.transform());
    painter.setRenderHint(QPainter::Antialiasing, module < 1);
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, all, all), Qt::white);
    painter.fillPath(dark, Qt::black);
    painter.restore();
}

} // namespace foyer
