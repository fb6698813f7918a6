#pragma once

#include "ui/theme/Tokens.h"

#include <QColor>
#include <QImage>

namespace foyer {

/// What lies under a poster's words: a show's colour as a glow, and lines that are the show's own wherever it is drawn.
struct PosterDrawing {
    QSize size; ///< in logical pixels
    double ratio = 1;
    Theme theme;
    QColor color;
    quint32 seed = 0;

    /// Takes several frames' time; in any thread.
    QImage draw() const;
    friend bool operator==(const PosterDrawing &, const PosterDrawing &) = default;

private:
    void paintGround(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
};

} // namespace foyer
