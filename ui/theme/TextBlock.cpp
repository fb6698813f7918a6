#include "ui/theme/TextBlock.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {

constexpr double leading = 0.12; // of the font's size, between two lines
constexpr QChar wordJoiner(0x2060);

bool isHangul(QChar c) { return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3; }

/// Unicode lets a line end after any Hangul syllable; people end it after a word.
QString keepWordsWhole(const QString &text)
{
    QString whole;
    whole.reserve(text.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (i > 0 && (isHangul(c) || isHangul(text[i - 1])) && !c.isSpace() && !text[i - 1].isSpace())
            whole += wordJoiner;
        whole += c == QChar::LineFeed ? QChar(QChar::LineSeparator) : c;
    }
    return whole;
}

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
}

/// Calls `place(piece, offset, cell)` for each digit and each run of other characters, returns the whole width.
template <typename Place>
double eachPiece(const QString &text, const QFontMetricsF &metrics, Place place)
{
    const double cell = digitWidth(metrics);
    double x = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const bool digit = text[i].isDigit();
        while (!digit && end < text.size() && !text[end].isDigit())
            ++end;
        const QString piece = text.mid(i, end - i);
        const double width = digit ? cell : metrics.horizontalAdvance(piece);
        place(piece, x, width);
        x += width;
        i = end;
    }
    return x;
}

} // namespace

TextBlock::TextBlock(const QString &text, const QFont &font, double width, Qt::Alignment alignment)
    : m_layout(keepWordsWhole(text), font)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    double y = 0, widest = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, y});
        y += std::ceil(line.height() + leading * font.pixelSize());
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_size = QSizeF(std::ceil(widest), text.isEmpty() ? 0 : y - std::floor(leading * font.pixelSize()));
}

void TextBlock::draw(QPainter &painter, const QPointF &topLeft, const QColor &color) const
{
    painter.setPen(color);
    m_layout.draw(&painter, topLeft);
}

double TextBlock::naturalWidth(const QString &text, const QFont &font)
{
    double widest = 0;
    const QFontMetricsF metrics(font);
    for (const QString &line : text.split(QChar::LineFeed))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return std::ceil(widest) + 1;
}

double TextBlock::widestWord(const QString &text, const QFont &font)
{
    double widest = 0;
    const QFontMetricsF metrics(font);
    for (const QString &word : text.simplified().split(QChar::Space))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return std::ceil(widest) + 1;
}

QString endOf(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u" \u00B7 "_s);
    return at < 0 ? QString() : text.sliced(at);
}

QString elidedBeforeEnd(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString end = endOf(text);
    const int left = width - metrics.horizontalAdvance(end);
    return end.isEmpty() || left < metrics.height() || metrics.horizontalAdvance(text) <= width
               ? metrics.elidedText(text, Qt::ElideMiddle, width)
               : metrics.elidedText(text.chopped(end.size()), Qt::ElideRight, left) + end;
}

double tabularWidth(const QString &text, const QFont &font)
{
    return eachPiece(text, QFontMetricsF(font), [](const QString &, double, double) {});
}

void drawTabular(
    QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font, const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetricsF metrics(font);
    eachPiece(text, metrics, [&](const QString &piece, double x, double width) {
        const double centred = (width - metrics.horizontalAdvance(piece)) / 2;
        painter.drawText(baseline + QPointF(x + centred, 0), piece);
    });
}

} // namespace foyer
