#include "BenchHouse.h"
#include "documents/Fonts.h"
#include "support/Journey.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QFile>
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <map>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
/// A kiosk that stands at one step of a purchase, upright in the dark theme.
class StandingKiosk
{
public:
    explicit StandingKiosk(Step step, SimulatorScript card = {})
        : m_shop(folder(), card), m_window(m_shop.visit(), translator(), u"ko"_s)
    {
        m_window.resize(1080, 1920);
        m_window.show();
        test::Journey(m_shop).goTo(Step::Attract);
        test::Journey(m_shop).goTo(step);
        QCoreApplication::processEvents();
    }

    void paint() { m_window.render(&m_image); }
    void buy()
    {
        test::Journey(m_shop).goTo(Step::Ticket);
        m_shop.visit().finish();
        test::Journey::waitFor([&] { return m_shop.visit().step() == Step::Attract; });
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the program's own event loop does
    }
    qsizetype widgets() const { return m_window.findChildren<QWidget *>().size(); }

private:
    static const test::DemoFolder &folder()
    {
        static const test::DemoFolder made(test::DemoFolder::Season::Demo, test::houseToday(), 1);
        return made;
    }
    static Translator &translator()
    {
        static Translator &made = *new Translator; // kept: it is installed in the application
        static const bool ready = [] {
            loadFonts();
            FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100));
            made.use(u"ko"_s);
            return true;
        }();
        Q_UNUSED(ready)
        return made;
    }

    test::DemoShop m_shop;
    KioskWindow m_window;
    QImage m_image{1080, 1920, QImage::Format_ARGB32_Premultiplied};
};

void paint(benchmark::State &state, Step step)
{
    static auto &kiosks = *new std::map<Step, std::unique_ptr<StandingKiosk>>; // kept: threads end before statics do
    auto &kiosk = kiosks[step];
    if (!kiosk)
        kiosk = std::make_unique<StandingKiosk>(step);
    for ([[maybe_unused]] auto _ : state)
        kiosk->paint();
}
double residentMegabytes()
{
    malloc_trim(0); // what the allocator keeps is nobody's
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// A thousand purchases in one run of the program, after five hundred that fill every cache.
void soak(benchmark::State &state)
{
    StandingKiosk kiosk(Step::Attract, {.delay = std::chrono::milliseconds(1)});
    const auto buy = [&](int purchases) {
        for (int i = 0; i < purchases; ++i)
            kiosk.buy();
    };
    buy(500);
    const double megabytes = residentMegabytes();
    const qsizetype widgets = kiosk.widgets();
    for ([[maybe_unused]] auto _ : state)
        buy(1'000);
    state.counters["memory_growth_percent"] = (residentMegabytes() / megabytes - 1) * 100;
    state.counters["widgets_left_over"] = double(kiosk.widgets() - widgets);
}
} // namespace

void registerScreens()
{
    benchmark::RegisterBenchmark("kiosk/purchases/1000/foyer", soak)
        ->Iterations(1)
        ->Repetitions(1)
        ->Unit(benchmark::kSecond);
    for (const Step step : {Step::Attract, Step::SignIn, Step::Register, Step::Queue, Step::Dates, Step::Seats,
             Step::Wallet, Step::Checkout, Step::Tender, Step::Ticket})
        benchmark::RegisterBenchmark(("screen/paint/" + nameOf(step).toStdString() + "/foyer").c_str(),
            [step](benchmark::State &state) { paint(state, step); })
            ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
