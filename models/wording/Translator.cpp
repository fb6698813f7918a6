#include "wording/Translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace foyer {

using namespace Qt::StringLiterals;

Translator::Translator() = default;

Translator::~Translator() = default; // a QTranslator removes itself from the application

QStringList Translator::languages() { return {u"ko"_s, u"en"_s}; }

void Translator::use(const QString &language)
{
    m_language = languages().contains(language) ? language : u"en"_s;
    replace(m_qts, u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(m_ours, u"foyer_"_s + m_language, u":/i18n"_s);
}

void Translator::replace(std::unique_ptr<QTranslator> &current, const QString &name, const QString &folder)
{
    current.reset();
    auto next = std::make_unique<QTranslator>();
    if (!next->load(name, folder)) // Qt's own may not be installed; then its dialogs stay English
        return;
    QCoreApplication::installTranslator(next.get());
    current = std::move(next);
}

} // namespace foyer
