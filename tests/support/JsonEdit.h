#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer::test {

/// `value` with the one at `path` (steps of a JSON pointer) replaced, appended (array, index past its end) or, when
/// `put` is Undefined, taken out.
inline QJsonValue edited(const QJsonValue &value, QStringList path, const QJsonValue &put)
{
    if (path.isEmpty())
        return put;
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const int index = step.toInt();
        const QJsonValue next = edited(array.at(index), path, put);
        if (next.isUndefined())
            array.removeAt(index);
        else if (index >= array.size())
            array.append(next);
        else
            array[index] = next;
        return array;
    }
    QJsonObject object = value.toObject();
    object[step] = edited(object[step], path, put); // an Undefined value removes the key
    return object;
}

/// JSON text with the value at `pointer` ("/zones/0/name") replaced, added or taken out.
inline QByteArray edited(const QByteArray &json, const QString &pointer, const QJsonValue &put)
{
    const QJsonValue root = QJsonDocument::fromJson(json).object();
    return QJsonDocument(edited(root, pointer.split(u'/').mid(1), put).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace foyer::test
