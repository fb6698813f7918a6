#pragma once

#include <QStringList>
#include <memory>

class QTranslator;

namespace foyer {

/// Puts one language in use for the whole program: our words and those of Qt's own dialogs. Widgets hear of it by
/// QEvent::LanguageChange. Made once, after QCoreApplication and gone before it; used in its thread only.
class Translator
{
public:
    Translator();
    ~Translator();
    Q_DISABLE_COPY_MOVE(Translator)

    static QStringList languages(); ///< "ko", "en"

    /// Any other language than these is English.
    void use(const QString &language);
    QString language() const { return m_language; }

private:
    void replace(std::unique_ptr<QTranslator> &current, const QString &name, const QString &folder);

    QString m_language;
    std::unique_ptr<QTranslator> m_ours, m_qts;
};

} // namespace foyer
