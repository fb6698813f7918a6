#pragma once

#include "domain/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringView>

namespace foyer {

/// Parses a JSON file that people bring, of any size up to limits::importBytesMax and nested up to
/// limits::importDepthMax; a deeper one is refused before anything recurses into it. A refusal's place is "byte 123".
/// `hugeNumber` is the fault of a number that fits no double, such as 1e999. Any thread.
Result<QJsonObject> parseJson(const QByteArray &json, InputFault hugeNumber);

/// Refused with the fault, its place and the offending text, shortened.
Refused inputRefused(InputFault fault, const QString &place, const QString &value = {});

/// One step of a JSON pointer (RFC 6901), with its slash.
QString pointerStep(QStringView key);

/// A value of a parsed file that knows where it stands; the pointer's text is made only when something is wrong.
/// Reading never stops: what is missing or of a wrong type reads as empty, and the first fault is kept where the root
/// was told. A step refers to the value it was taken from, and to the text of its key.
class JsonCursor
{
public:
    JsonCursor(const QJsonValue &root, std::optional<Refused> &firstFault) : m_value(root), m_firstFault(&firstFault) {}

    JsonCursor member(QStringView key) const &;
    JsonCursor member(QStringView key) && = delete;

    bool isGiven() const { return !m_value.isUndefined() && !m_value.isNull(); }
    bool isText() const { return m_value.isString(); }
    bool isObject() const { return m_value.isObject(); }
    bool allIsWell() const { return !m_firstFault->has_value(); }

    QString text() const;     ///< NameTooLong past limits::nameLengthMax
    QString longText() const; ///< of any length
    double number() const;
    bool flag() const;
    QString textIfGiven() const { return isGiven() ? text() : QString(); }
    double numberIfGiven(double otherwise) const { return isGiven() ? number() : otherwise; }
    bool flagIfGiven() const { return isGiven() && flag(); }
    QStringList keys() const;

    /// Calls visit(const JsonCursor &) for each element of an array, up to the first fault.
    template <typename Visit>
    void forEach(Visit visit) const;

    /// Keeps the fault with this place, unless there was one before.
    void refuse(InputFault fault) const;
    QString pointer() const;

private:
    JsonCursor(const QJsonValue &value, const JsonCursor &parent, QStringView key, qsizetype index)
        : m_value(value), m_parent(&parent), m_key(key), m_index(index), m_firstFault(parent.m_firstFault)
    {
    }
    bool expect(bool right) const;

    QJsonValue m_value;
    const JsonCursor *m_parent = nullptr;
    QStringView m_key;
    qsizetype m_index = -1; ///< in an array; else m_key counts
    std::optional<Refused> *m_firstFault;
};

template <typename Visit>
void JsonCursor::forEach(Visit visit) const
{
    if (!expect(m_value.isArray()))
        return;
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size() && allIsWell(); ++i)
        visit(JsonCursor(array.at(i), *this, {}, i));
}

} // namespace foyer
