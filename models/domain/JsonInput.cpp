#include "domain/JsonInput.h"

#include "domain/Limits.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int valueShown = 60; ///< characters of an offending value that a message can bear

QString bytePlace(qsizetype offset) { return u"byte %1"_s.arg(offset); }

/// The quote that ends a text, or the end of it all.
qsizetype textEnd(const QByteArray &json, qsizetype begin)
{
    for (qsizetype end = begin; (end = json.indexOf('"', end)) >= 0; ++end) {
        qsizetype escapes = end;
        while (escapes > begin && json[escapes - 1] == '\\')
            --escapes;
        if ((end - escapes) % 2 == 0)
            return end;
    }
    return json.size();
}

/// Where brackets nest deeper than allowed, or -1. Runs over bytes only, as a recursive look could overflow the stack.
qsizetype tooDeepAt(const QByteArray &json)
{
    int depth = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"')
            i = textEnd(json, i + 1);
        else if ((c == '[' || c == '{') && ++depth > limits::importDepthMax)
            return i;
        else if (c == ']' || c == '}')
            --depth;
    }
    return -1;
}

/// The parser stops behind a number that it can't hold, which ends in a digit; anything else is broken JSON.
Refused broken(const QByteArray &json, const QJsonParseError &error, InputFault hugeNumber)
{
    const qsizetype end = std::clamp<qsizetype>(error.offset, 0, json.size());
    qsizetype start = end;
    while (start > 0 && QByteArrayView("+-.0123456789eE").contains(json[start - 1]))
        --start;
    const QByteArray number = json.sliced(start, end - start);
    if (error.error == QJsonParseError::IllegalNumber && !number.isEmpty() &&
        QChar::fromLatin1(number.back()).isDigit())
        return inputRefused(hugeNumber, bytePlace(start), QString::fromLatin1(number));
    return inputRefused(InputFault::NotJson, bytePlace(end), QString::fromUtf8(json.mid(end, valueShown)));
}
} // namespace

Refused inputRefused(InputFault fault, const QString &place, const QString &value)
{
    const bool isLong = value.size() > valueShown;
    return {.why = Refusal::BadInput,
        .fault = fault,
        .place = place,
        .value = isLong ? value.left(valueShown) + u"…"_s : value};
}

QString pointerStep(QStringView key) { return u'/' + key.toString().replace(u'~', u"~0"_s).replace(u'/', u"~1"_s); }

Result<QJsonObject> parseJson(const QByteArray &json, InputFault hugeNumber)
{
    if (json.size() > limits::importBytesMax)
        return inputRefused(InputFault::TooLarge, bytePlace(limits::importBytesMax));
    if (const qsizetype at = tooDeepAt(json); at >= 0)
        return inputRefused(InputFault::TooDeep, bytePlace(at));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(json, error, hugeNumber);
    if (!document.isObject())
        return inputRefused(InputFault::WrongType, QString());
    return document.object();
}

JsonCursor JsonCursor::member(QStringView key) const &
{
    expect(m_value.isObject());
    return JsonCursor(m_value.toObject().value(key), *this, key, -1);
}

bool JsonCursor::expect(bool right) const
{
    if (!right)
        refuse(isGiven() ? InputFault::WrongType : InputFault::Missing);
    return right;
}

QString JsonCursor::longText() const
{
    expect(m_value.isString());
    return m_value.toString();
}

QString JsonCursor::text() const
{
    QString text = longText();
    if (text.size() > limits::nameLengthMax)
        refuse(InputFault::NameTooLong);
    return text;
}

double JsonCursor::number() const
{
    expect(m_value.isDouble());
    return m_value.toDouble();
}

bool JsonCursor::flag() const
{
    expect(m_value.isBool());
    return m_value.toBool();
}

QStringList JsonCursor::keys() const
{
    expect(m_value.isObject());
    return m_value.toObject().keys();
}

void JsonCursor::refuse(InputFault fault) const
{
    if (!m_firstFault->has_value())
        *m_firstFault = inputRefused(fault, pointer(), m_value.toVariant().toString());
}

QString JsonCursor::pointer() const
{
    if (!m_parent)
        return {};
    return m_parent->pointer() + (m_index < 0 ? pointerStep(m_key) : u"/%1"_s.arg(m_index));
}

} // namespace foyer
