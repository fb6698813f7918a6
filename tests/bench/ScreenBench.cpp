#include "BenchHouse.h"
#include "documents/Fonts.h"
#include "support/Journey.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>
#include <benchmark/benchmark.h>
#include <map>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
/// A kiosk that stands at one step of a purchase, upright in the dark theme.
class StandingKiosk
{
public:
    explicit StandingKiosk(Step step) : m_shop(folder()), m_window(m_shop.visit(), translator(), u"ko"_s)
    {
        m_window.resize(1080, 1920);
        m_window.show();
        test::Journey(m_shop).goTo(Step::Attract);
        test::Journey(m_shop).goTo(step);
        QCoreApplication::processEvents();
    }

    void paint() { m_window.render(&m_image); }

private:
    static const test::DemoFolder &folder()
    {
        static const test::DemoFolder made(
            test::DemoFolder::Season::Demo, SystemClock().utc().toTimeZone(QTimeZone("Asia/Seoul")).date(), 1);
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
} // namespace

void registerScreens()
{
    for (const Step step : {Step::Attract, Step::SignIn, Step::Register, Step::Queue, Step::Dates, Step::Seats,
             Step::Wallet, Step::Checkout, Step::Tender, Step::Ticket})
        benchmark::RegisterBenchmark(("screen/paint/" + nameOf(step).toStdString() + "/foyer").c_str(),
            [step](benchmark::State &state) { paint(state, step); })
            ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
