#include "support/HallShop.h"

#include "services/RootAuthority.h"
#include "support/DemoFolder.h"

namespace foyer::test {

HallShop::HallShop()
{
    const QDate today = clock.utc().toTimeZone(QTimeZone(HouseSettings().timeZone)).date();
    static const DemoFolder folder(DemoFolder::Season::Demo, today); // every manual clock begins on the same day
    folder.copyTo(m_dir.path());
    open();
}

void HallShop::restart()
{
    m_shop.reset();
    open();
}

void HallShop::open()
{
    auto shop = Shop::open(m_dir.path(), clock, std::make_unique<RootAuthority>());
    FOYER_REQUIRE(shop.ok());
    m_shop = std::move(shop).value();
}

} // namespace foyer::test
