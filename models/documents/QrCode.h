#pragma once

#include <QByteArray>
#include <QRectF>
#include <optional>

class QPainter;

namespace foyer {

/// A QR code, error correction M, drawn as vectors with the quiet zone that scanners need around it.
class QrCode
{
public:
    static constexpr int quietModules = 4; ///< on each side, ISO 18004

    static std::optional<QrCode> of(const QByteArray &bytes); ///< none when empty or beyond 2331 bytes

    int size() const { return m_size; } ///< modules a side, without the quiet zone
    bool isDark(int x, int y) const { return m_modules[y * m_size + x] & 1; }

    /// Black on white, centred in the square that fits `box`, quiet zone included. Modules are whole device pixels
    /// where they are at least one, so that coarse printers and screens keep them square.
    void paint(QPainter &painter, const QRectF &box) const;

private:
    QrCode(QByteArray modules, int size) : m_modules(std::move(modules)), m_size(size) {}

    QByteArray m_modules; ///< row by row; the lowest bit is 'dark', as libqrencode gives it
    int m_size;
};

} // namespace foyer
