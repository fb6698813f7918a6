#pragma once

#include "domain/Result.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <functional>

class QIODevice;
class QPainter;

namespace foyer {

/// How a text stands on paper. Soft ink still prints black on a thermal printer.
struct TextStyle {
    double size = 3; ///< mm, of the em
    QFont::Weight weight = QFont::Normal;
    QColor color = Qt::black;
    Qt::Alignment align = Qt::AlignLeft;
};

/// Paints in millimetres on whatever the painter paints on, so that PDF, screen and paper show the same drawing.
/// Texts are plain: no markup, no control characters, and no bidirectional override reaches beyond its own words.
class Sheet
{
public:
    /// `painter` must outlive it, in device pixels with the sheet's corner at 0, 0.
    Sheet(QPainter &painter, double pixelsPerMm);
    ~Sheet();
    Q_DISABLE_COPY_MOVE(Sheet)

    QPainter &painter() { return m_painter; } ///< in units of 1/100 mm
    static QRectF units(const QRectF &mm);

    /// Draws `text` from the top of `box`, wrapped between words and made smaller until all of it fits; never cut.
    /// Returns the height it took, mm.
    double text(const QRectF &box, const QString &text, const TextStyle &style);
    double widthOf(const QString &text, const TextStyle &style) const; ///< mm, on one line
    void fill(const QRectF &box, const QColor &color, double radius = 0);
    void line(const QPointF &from, const QPointF &to, const QColor &color, Qt::PenStyle style = Qt::SolidLine);

private:
    QPainter &m_painter;
};

using PaintPage = std::function<void(Sheet &, int page)>;

/// One page of `sizeMm` for each number below `pages`. Refuses nothing; an Error when the device didn't take it all.
Done writeSheetsPdf(QIODevice &device, const QString &title, QSizeF sizeMm, int pages, const PaintPage &paint);
QImage sheetImage(QSizeF sizeMm, double pixelsPerMm, const std::function<void(Sheet &)> &paint);

} // namespace foyer
