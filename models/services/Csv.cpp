#include "services/Csv.h"

#include <QRegularExpression>
#include <QSaveFile>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// What spreadsheets take for the beginning of a formula; in East Asian ones the wide signs too.
bool beginsFormula(const QString &text)
{
    static const QString signs = u"=+-@\t\r\n＝＋－＠"_s;
    static const QRegularExpression negative(u"^-[0-9]+(\\.[0-9]+)?\\z"_s);
    return !text.isEmpty() && signs.contains(text[0]) && !negative.match(text).hasMatch();
}
} // namespace

Csv::Csv() : m_bytes("\xEF\xBB\xBF") {}

void Csv::put(const QByteArray &cell)
{
    if (std::exchange(m_isRowBegun, true))
        m_bytes += ',';
    m_bytes += cell;
}

void Csv::text(const QString &text)
{
    QByteArray cell = text.toUtf8().replace('"', "\"\"");
    if (beginsFormula(text))
        cell.prepend('\'');
    put('"' + cell + '"');
}

void Csv::number(qint64 number) { put(QByteArray::number(number)); }

void Csv::amount(const Money &amount)
{
    const int decimals = amount.currency.decimals();
    const bool isNegative = amount.minor < 0;
    QByteArray digits = QByteArray::number(isNegative ? 0 - quint64(amount.minor) : quint64(amount.minor));
    digits = digits.rightJustified(decimals + 1, '0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, '.');
    put(isNegative ? '-' + digits : digits);
}

void Csv::endRow()
{
    m_bytes += "\r\n";
    m_isRowBegun = false;
}

Done writeWhole(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return Error{Error::Kind::Io, u"%1: %2"_s.arg(file, out.errorString())};
    return done;
}

} // namespace foyer
