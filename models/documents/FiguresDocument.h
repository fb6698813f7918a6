#pragma once

#include "documents/Sheet.h"
#include "domain/Figures.h"
#include "wording/FigureWording.h"

namespace foyer {

/// Figures on paper, A4: what they are of, the table with a bar behind each row, the total, and what is owed.
class FiguresDocument
{
public:
    static constexpr QSizeF sizeMm{210, 297};

    /// `performance`: of which alone they are, as people call it; empty: of a span. `at`: when they were read, UTC.
    FiguresDocument(Figures figures, const QString &language, const QString &performance, const QDateTime &at);

    int pages() const;
    void paint(Sheet &sheet, int page) const;
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(int page, double pixelsPerMm) const;

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    double paintHead(Sheet &sheet, int page) const;
    double paintColumns(Sheet &sheet, double y) const;
    void paintRow(Sheet &sheet, double y, const FigureRow &row, const QString &label, bool isTotal) const;
    void paintOwed(Sheet &sheet, double y) const;
    int rowsBefore(int page) const;

    Figures m_figures;
    QString m_performance;
    QDateTime m_at;
    FigureWords m_words;
    QString m_language;
};

} // namespace foyer
