#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QSizeF>
#include <QTextLayout>

class QPainter;

namespace foyer {

/// Plain text set in lines of at most `width` pixels, never cut: Hangul words stay whole where they fit, and what is
/// longer than a line breaks anywhere.
class TextBlock
{
public:
    TextBlock(const QString &text, const QFont &font, double width, Qt::Alignment alignment = Qt::AlignLeft);

    QSizeF size() const { return m_size; } ///< of what is written, not of what was allowed
    double height() const { return m_size.height(); }
    void draw(QPainter &painter, const QPointF &topLeft, const QColor &color) const;

    static double naturalWidth(const QString &text, const QFont &font); ///< of the longest line, unbroken
    static double widestWord(const QString &text, const QFont &font);

private:
    QTextLayout m_layout;
    QSizeF m_size;
};

/// What tells one text from its like: all from its last " · " on; none: empty.
QString endOf(const QString &text);
/// On one line of `width` pixels, shortened before its end; one without an end in its middle.
QString elidedBeforeEnd(const QString &text, const QFontMetrics &metrics, int width);

/// Digits in cells of equal width, so that a number that changes doesn't dance. (Qt 6.4 can't ask a font for its
/// tabular figures.)
double tabularWidth(const QString &text, const QFont &font);
void drawTabular(
    QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font, const QColor &color);

} // namespace foyer
