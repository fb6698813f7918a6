#include "ui/desk/FigureFile.h"

#include "documents/FiguresDocument.h"
#include "services/FigureCsv.h"

#include <QBuffer>
#include <QDir>

namespace foyer {

using namespace Qt::StringLiterals;

QString FigureFile::path(const FigureQuestion &question) const
{
    const FigureSpan &span = question.span;
    QString of = span.from.toString(Qt::ISODate);
    if (question.performance)
        of = QString::number(question.performance->value);
    else if (span.to != span.from)
        of += u'_' + span.to.toString(Qt::ISODate);
    return QDir(folder).filePath(u"foyer-%1%2-%3.%4"_s.arg(
        question.isOfHouse ? u"house-"_s : QString(), nameOf(question.by).toLower(), of, ending));
}

BoxOffice::Compose FigureFile::composer() const
{
    if (ending == "pdf"_L1)
        return [said = language, of = performance, read = at](const Figures &figures) -> Result<QByteArray> {
            QBuffer pdf;
            pdf.open(QIODevice::WriteOnly);
            FOYER_CHECK(FiguresDocument(figures, said, of, read).writePdf(pdf));
            return pdf.data();
        };
    return [said = language](const Figures &figures) -> Result<QByteArray> {
        const FigureWords words(Wording(said), figures.timeZone);
        FigureTexts texts{{}, words.total(), [&words](const FigureRow &row) { return words.label(row); }};
        for (int column = 0; column < figureColumns; ++column)
            texts.headers.append(words.header(FigureColumn(column), figures.question.by));
        return csvOf(figures, texts);
    };
}

} // namespace foyer
