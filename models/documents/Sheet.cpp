#include "documents/Sheet.h"

#include "documents/Fonts.h"

#include <QBuffer>
#include <QFileDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBoundaryFinder>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
// Fonts have whole pixel sizes only; at this scale that is finer than any printer.
constexpr double unitsPerMm = 100;
constexpr double leading = 1.22;    ///< from line to line, em
constexpr double smallest = 0.4;    ///< mm; beyond it a text would be a grey line anyway
constexpr int balancedLinesMax = 4; ///< longer ones are paragraphs
constexpr int pdfDotsPerInch = 1200;

QFont fontOf(const TextStyle &style)
{
    QFont font(fontFamily());
    font.setPixelSize(std::max(1, qRound(style.size * unitsPerMm)));
    font.setWeight(style.weight);
    font.setHintingPreference(QFont::PreferNoHinting); // else widths wouldn't scale
    font.setStyleStrategy(QFont::PreferNoShaping);     // a PDF knows no letters behind contextual forms (a raised colon)
    return font;
}

bool isOverride(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

/// Files bring any text: control characters become spaces, overrides go, and white space is single.
QString plain(const QString &text)
{
    QString kept;
    for (const QChar c : text)
        if (!isOverride(c.unicode()))
            kept.append(c.category() == QChar::Other_Control ? u' ' : c);
    return kept.simplified();
}

/// What of `word` fits into `width`, at least one character as people count them.
qsizetype fittingPart(const QString &word, const QFontMetricsF &metrics, double width)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    qsizetype end = finder.toNextBoundary();
    for (qsizetype next = end; next > 0 && metrics.horizontalAdvance(word.left(next)) <= width;
         next = finder.toNextBoundary())
        end = next;
    return end;
}

/// Lines break between words, also in Korean, where Qt would break within; a word too long for a line is broken up.
QStringList wrapped(const QString &text, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    for (QString word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines.append(line);
        while (metrics.horizontalAdvance(word) > width && word.size() > 1) {
            const qsizetype part = fittingPart(word, metrics, width);
            lines.append(word.left(part));
            word.remove(0, part);
        }
        line = word;
    }
    return lines << line;
}

struct FittedText {
    TextStyle style;
    QStringList lines;
    double height() const { return style.size * leading * double(lines.size()); }
};

FittedText atSize(const QString &text, TextStyle style, double size, double widthMm)
{
    style.size = size;
    return {style, wrapped(text, fontOf(style), widthMm * unitsPerMm)};
}

/// The largest size up to the style's at which all of the text stands in the box.
FittedText fitted(const QString &text, const TextStyle &style, const QSizeF &box)
{
    FittedText best = atSize(text, style, style.size, box.width());
    if (best.height() <= box.height())
        return best;
    double fits = smallest, tooLarge = style.size;
    best = atSize(text, style, fits, box.width());
    while (tooLarge - fits > 0.05) {
        const double size = (fits + tooLarge) / 2;
        FittedText attempt = atSize(text, style, size, box.width());
        if (attempt.height() > box.height()) {
            tooLarge = size;
        } else {
            fits = size;
            best = std::move(attempt);
        }
    }
    return best;
}

/// Lines of about the same length instead of a last one with a single word.
QStringList balanced(const FittedText &fit, double widthMm)
{
    const QString text = fit.lines.join(u' ');
    QStringList best = fit.lines;
    double enough = widthMm, tooNarrow = widthMm / 2;
    while (fit.lines.size() > 1 && fit.lines.size() <= balancedLinesMax && enough - tooNarrow > 0.5) {
        const double width = (enough + tooNarrow) / 2;
        QStringList attempt = atSize(text, fit.style, fit.style.size, width).lines;
        if (attempt.size() > fit.lines.size()) {
            tooNarrow = width;
        } else {
            enough = width;
            best = std::move(attempt);
        }
    }
    return best;
}
} // namespace

Sheet::Sheet(QPainter &painter, double pixelsPerMm) : m_painter(painter)
{
    m_painter.save();
    m_painter.scale(pixelsPerMm / unitsPerMm, pixelsPerMm / unitsPerMm);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter.setLayoutDirection(Qt::LeftToRight);
}

Sheet::~Sheet() { m_painter.restore(); }

QRectF Sheet::units(const QRectF &mm) { return {mm.topLeft() * unitsPerMm, mm.size() * unitsPerMm}; }

double Sheet::text(const QRectF &box, const QString &text, const TextStyle &style)
{
    const QString words = plain(text);
    if (words.isEmpty())
        return 0;
    const FittedText fit = fitted(words, style, box.size());
    const QStringList lines = balanced(fit, box.width());
    const QFont font = fontOf(fit.style);
    const QFontMetricsF metrics(font);
    const double step = fit.style.size * leading * unitsPerMm;
    const double ascent = (step + metrics.capHeight()) / 2; // capitals stand in the middle of their line
    const QRectF area = units(box);
    m_painter.setFont(font);
    m_painter.setPen(style.color);
    double baseline = area.top() + ascent;
    for (const QString &line : lines) {
        const double room = area.width() - metrics.horizontalAdvance(line);
        const double indent = style.align & Qt::AlignRight ? room : style.align & Qt::AlignHCenter ? room / 2 : 0;
        m_painter.drawText(QPointF(area.left() + indent, baseline), line);
        baseline += step;
    }
    return fit.height();
}

double Sheet::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(fontOf(style)).horizontalAdvance(plain(text)) / unitsPerMm;
}

void Sheet::fill(const QRectF &box, const QColor &color, double radius)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(units(box), radius * unitsPerMm, radius * unitsPerMm);
}

void Sheet::line(const QPointF &from, const QPointF &to, const QColor &color, Qt::PenStyle style)
{
    m_painter.setPen(QPen(color, 0.25 * unitsPerMm, style, Qt::FlatCap));
    m_painter.drawLine(from * unitsPerMm, to * unitsPerMm);
}

Done writeSheetsPdf(QIODevice &device, const QString &title, QSizeF sizeMm, int pages, const PaintPage &paint)
{
    QBuffer pdf; // QPdfWriter doesn't say when its device is full
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    writer.setTitle(title);
    writer.setCreator(u"Foyer"_s);
    writer.setResolution(pdfDotsPerInch);
    writer.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        Sheet sheet(painter, pdfDotsPerInch / 25.4);
        paint(sheet, page);
    }
    auto *file = qobject_cast<QFileDevice *>(&device);
    if (!painter.end() || device.write(pdf.data()) != pdf.size() || (file && !file->flush()))
        return Error{Error::Kind::Io, u"PDF not written: "_s + device.errorString()};
    return done;
}

QImage sheetImage(QSizeF sizeMm, double pixelsPerMm, const std::function<void(Sheet &)> &paint)
{
    QImage image((sizeMm * pixelsPerMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        Sheet sheet(painter, pixelsPerMm);
        paint(sheet);
    }
    return image;
}

} // namespace foyer
