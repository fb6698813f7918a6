#include "documents/FiguresDocument.h"

#include "documents/Ink.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr double left = 15, right = 195, bottom = 280, rowHeight = 6.4, top = 42;
constexpr double owedHeight = 40; ///< below the total, on the last page
constexpr int rowsOnFull = int((bottom - top - 8) / rowHeight);
constexpr int rowsOnLast = int((bottom - top - 8 - owedHeight) / rowHeight) - 1; ///< and the total
/// Right edges of the columns after the label's.
constexpr std::array edges{80.0, 90.0, 99.0, 122.0, 146.0, 171.0, right};
constexpr double labelWidth = 54;
} // namespace

FiguresDocument::FiguresDocument(
    Figures figures, const QString &language, const QString &performance, const QDateTime &at)
    : m_figures(std::move(figures)), m_performance(performance), m_at(at),
      m_words(Wording(language), m_figures.timeZone), m_language(language)
{
}

QString FiguresDocument::tr(const char *source, const char *note, int count) const
{
    return m_words.wording().translate("foyer::FiguresDocument", source, note, count);
}

int FiguresDocument::pages() const
{
    const int rows = int(m_figures.rows.size());
    return rows <= rowsOnLast ? 1 : 1 + (rows - rowsOnLast + rowsOnFull - 1) / rowsOnFull;
}

int FiguresDocument::rowsBefore(int page) const { return page * rowsOnFull; }

double FiguresDocument::paintHead(Sheet &sheet, int page) const
{
    const TextStyle title{.size = 6, .weight = QFont::DemiBold};
    TextStyle soft{.size = 3.1, .color = ink::soft};
    const QString what = m_performance.isEmpty() ? m_words.spanText(m_figures.question.span) : m_performance;
    sheet.text({left, 14, 130, 9}, tr("Figures: %1").arg(m_words.name(m_figures.question.by)), title);
    sheet.text({left, 23, 130, 5}, what, {.size = 3.6});
    QStringList more;
    if (!m_performance.isEmpty())
        more.append(tr("Whenever it was sold"));
    if (m_figures.question.isOfHouse)
        more.append(m_words.books(true));
    if (const QString silent = m_words.silent(m_figures); !silent.isEmpty())
        more.append(silent);
    sheet.text({left, 28.5, 130, 5}, more.join(u" · "_s).left(300), soft);
    soft.align = Qt::AlignRight;
    sheet.text({145, 15, 50, 8}, m_figures.house.in(m_language), soft);
    sheet.text({145, 23, 50, 5},
        tr("Read %1").arg(m_words.wording().fullDateTimeText(m_at, QTimeZone(m_figures.timeZone))), soft);
    if (pages() > 1)
        sheet.text({145, 28.5, 50, 5}, tr("Page %1 of %2").arg(page + 1).arg(pages()), soft);
    return top - 6;
}

double FiguresDocument::paintColumns(Sheet &sheet, double y) const
{
    TextStyle head{.size = 2.7, .color = ink::soft};
    sheet.text({left, y, labelWidth, 4}, m_words.header(FigureColumn::Label, m_figures.question.by), head);
    head.align = Qt::AlignRight;
    double from = left + labelWidth;
    for (size_t i = 0; i < edges.size(); ++i) {
        const QString text = m_words.header(FigureColumn(i + 1), m_figures.question.by);
        sheet.text({from, y, edges[i] - from, 4}, text, head);
        from = edges[i] + 1;
    }
    sheet.line({left, y + 4.6}, {right, y + 4.6}, ink::line);
    return y + 6;
}

void FiguresDocument::paintRow(Sheet &sheet, double y, const FigureRow &row, const QString &label, bool isTotal) const
{
    TextStyle style{.size = 3, .weight = isTotal ? QFont::DemiBold : QFont::Normal};
    if (isTotal) {
        sheet.line({left, y - 0.6}, {right, y - 0.6}, ink::black);
    } else {
        qint64 most = 1;
        for (const FigureRow &each : m_figures.rows)
            most = std::max(most, each.net().minor);
        const double length = (right - left) * double(std::max<qint64>(0, row.net().minor)) / double(most);
        sheet.fill({left, y + 4.6, length, 0.7}, ink::line);
    }
    sheet.text({left, y, labelWidth, 4.4}, label.left(300), style);
    style.align = Qt::AlignRight;
    double from = left + labelWidth + 1;
    for (size_t i = 0; i < edges.size(); ++i) {
        sheet.text({from, y, edges[i] - from, 4.4}, m_words.cell(row, FigureColumn(i + 1)), style);
        from = edges[i] + 1;
    }
}

void FiguresDocument::paintOwed(Sheet &sheet, double y) const
{
    const auto line = [&](const QString &what, const Money &amount, TextStyle style) {
        sheet.text({left, y, 80, 4.4}, what, style);
        style.align = Qt::AlignRight;
        sheet.text({left + 80, y, 40, 4.4}, m_words.wording().money(amount), style);
        y += 5.4;
    };
    line(m_words.owedTitle(m_figures.owed), m_figures.owed.total(), {.size = 3.4, .weight = QFont::DemiBold});
    for (const FigureWords::Owed &part : m_words.owed(m_figures.owed))
        line(part.what, part.amount, {.size = 3, .color = ink::soft});
    if (!m_figures.owed.onItsWay.isZero())
        line(m_words.onItsWay(), m_figures.owed.onItsWay, {.size = 3, .color = ink::soft});
}

void FiguresDocument::paint(Sheet &sheet, int page) const
{
    double y = paintColumns(sheet, paintHead(sheet, page));
    const int rows = int(m_figures.rows.size());
    for (int i = rowsBefore(page); i < std::min(rows, rowsBefore(page + 1)); ++i, y += rowHeight)
        paintRow(sheet, y, m_figures.rows[i], m_words.label(m_figures.rows[i]), false);
    if (page < pages() - 1)
        return;
    paintRow(sheet, y + 1, m_figures.total, m_words.total(), true);
    paintOwed(sheet, y + 1 + 2 * rowHeight);
}

Done FiguresDocument::writePdf(QIODevice &device) const
{
    const QString title = m_performance.isEmpty() ? m_words.spanText(m_figures.question.span) : m_performance;
    return writeSheetsPdf(
        device, title.left(300), sizeMm, pages(), [this](Sheet &sheet, int page) { paint(sheet, page); });
}

QImage FiguresDocument::image(int page, double pixelsPerMm) const
{
    return sheetImage(sizeMm, pixelsPerMm, [this, page](Sheet &sheet) { paint(sheet, page); });
}

} // namespace foyer
