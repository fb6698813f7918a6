#include "BenchHouse.h"
#include "devices/Printer.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "items/DeskModel.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/ShiftService.h"
#include "services/TenderDesk.h"
#include "support/Journey.h"
#include "ui/desk/DeskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <benchmark/benchmark.h>

// A clerk at the desk's window, by its keys.

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr auto pin = "246810";

class Tray final : public Printer
{
public:
    void print(const PrintJob &) override { ++jobs; }
    int jobs = 0;
};

/// The demo season's house, with a clerk and an open drawer.
QString deskData()
{
    const QString made = scratch(u"desk"_s);
    QDir(made).removeRecursively();
    const auto node = orDie(Node::found(DataFolder(made)));
    const SystemClock clock;
    orDie(importDemoSeason(*node, clock));
    const auto kim =
        orDie(node->services().staff.add(u"Kim"_s, Role::Clerk, node->secrets().pinHash(QString::fromLatin1(pin))));
    orDie(ShiftService(node->db(), clock, node->ids()).open(kim.id, {100'000, {}}));
    return made;
}

/// A walk-up who wants two of the best for the date that is open, and pays in cash: four keys.
void repeatSale(benchmark::State &state)
{
    loadFonts();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk));
    const SystemClock clock;
    const QString data = deskData();
    const auto shop = orDie(Shop::open(data, clock, std::make_unique<RootAuthority>()));
    SimulatedTenderDevice cash(
        TenderKind::Cash, DataFolder(data).simulatorMemory(u"cash"_s), {.delay = std::chrono::milliseconds(0)});
    TenderDesk tenders(*shop, {&cash});
    BoxOffice office(*shop);
    DeskModel desk(office, tenders);
    Translator translator;
    translator.use(u"ko"_s);
    Tray tray;
    DeskWindow window(desk, tenders, tray, translator, data);
    window.resize(1280, 800);
    window.QWidget::show();
    using test::Journey;
    Journey::waitFor([&] { return !desk.staff().isEmpty() && desk.programme().isLoaded(); });
    desk.signIn(u"Kim"_s, QString::fromLatin1(pin));
    Journey::waitFor([&] { return desk.member() && desk.sale().closed() == SaleModel::Closed::No; });
    const auto press = [&window](Qt::Key key) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key);
    };
    press(Qt::Key_Return); // the first date
    Journey::waitFor([&] { return desk.sale().seats().date().has_value(); });
    for ([[maybe_unused]] auto _ : state) {
        const int before = tray.jobs;
        const auto from = std::chrono::steady_clock::now();
        press(Qt::Key_2);
        press(Qt::Key_Return);
        Journey::waitFor([&] { return desk.sale().canTake(); });
        press(Qt::Key_F9);
        press(Qt::Key_Return);
        Journey::waitFor([&] { return tray.jobs > before; });
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
        Journey::waitFor([&] { return desk.sale().closed() == SaleModel::Closed::No && !desk.sale().hasSeats(); });
        QCoreApplication::processEvents();
    }
    state.counters["keys"] = 4;
    state.counters["limit_ms"] = 300;
}
} // namespace

void registerDesks()
{
    benchmark::RegisterBenchmark("desk/repeat_sale/foyer", repeatSale)->UseManualTime()->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
