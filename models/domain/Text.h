#pragma once

#include <QMap>
#include <QString>

namespace foyer {

/// A name that a house gives in one or several languages; keys are language codes ("ko", "en"), "" is 'any'.
struct Text {
    QMap<QString, QString> byLanguage;

    /// The text for `language`, else the one for any, else the first there is.
    QString in(const QString &language) const
    {
        for (const QString &wanted : {language, QString()})
            if (const auto found = byLanguage.find(wanted); found != byLanguage.end())
                return *found;
        return byLanguage.isEmpty() ? QString() : byLanguage.first();
    }
    bool isEmpty() const { return byLanguage.isEmpty(); }
    friend bool operator==(const Text &, const Text &) = default;
};

} // namespace foyer
