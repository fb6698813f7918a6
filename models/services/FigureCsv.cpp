#include "services/FigureCsv.h"

#include "services/Csv.h"

namespace foyer {

namespace {
void addRow(Csv &csv, const QString &label, const FigureRow &row)
{
    csv.text(label);
    for (const int count : {row.orders, row.seats, row.given})
        csv.number(count);
    for (const Money &amount : {row.gross, row.refunded, row.net(), row.tax})
        csv.amount(amount);
    csv.endRow();
}
} // namespace

QByteArray csvOf(const Figures &figures, const FigureTexts &texts)
{
    FOYER_REQUIRE(texts.headers.size() == figureColumns);
    Csv csv;
    for (const QString &header : texts.headers)
        csv.text(header);
    csv.endRow();
    for (const FigureRow &row : figures.rows)
        addRow(csv, texts.label(row), row);
    addRow(csv, texts.total, figures.total);
    return csv.bytes();
}

} // namespace foyer
