#pragma once

#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>

namespace foyer::test {

/// A kiosk's window on the screen, as large, themed and worded as a test asks. The visit, and so its shop, must outlive
/// it.
class OpenKiosk
{
public:
    OpenKiosk(VisitModel &visit, const Theme &theme, QSize size, const QString &language)
        : window(dressed(visit, theme, language), translator, language)
    {
        window.resize(size);
        window.show();
    }

    Translator translator;
    KioskWindow window;

private:
    /// A window starts with the theme and the words that it finds.
    VisitModel &dressed(VisitModel &visit, const Theme &theme, const QString &language)
    {
        FoyerStyle::wear(*qApp, theme);
        translator.use(language);
        return visit;
    }
};

} // namespace foyer::test
