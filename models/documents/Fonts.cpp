#include "documents/Fonts.h"

#include "domain/Require.h"

#include <QFontDatabase>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QString addFonts()
{
    for (const QString &file : {u":/fonts/Pretendard-Regular.otf"_s, u":/fonts/Pretendard-SemiBold.otf"_s})
        FOYER_REQUIRE(QFontDatabase::addApplicationFont(file) >= 0); // a resource of ours
    return u"Pretendard"_s;
}
} // namespace

void loadFonts()
{
    fontFamily();
}

const QString &fontFamily()
{
    static const QString family = addFonts();
    return family;
}

} // namespace foyer
