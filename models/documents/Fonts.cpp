#include "documents/Fonts.h"

#include "domain/Require.h"

#include <QFontDatabase>

// A static library's resource is linked in only when something names it; the macro works outside namespaces only.
static void initFontResource() { Q_INIT_RESOURCE(fonts); }

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QString addFonts()
{
    initFontResource();
    for (const QString &file : {u":/fonts/Pretendard-Regular.otf"_s, u":/fonts/Pretendard-SemiBold.otf"_s})
        FOYER_REQUIRE(QFontDatabase::addApplicationFont(file) >= 0); // a resource of ours
    return u"Pretendard"_s;
}
} // namespace

void loadFonts() { fontFamily(); }

const QString &fontFamily()
{
    static const QString family = addFonts();
    return family;
}

} // namespace foyer
