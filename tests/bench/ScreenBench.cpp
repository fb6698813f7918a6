#include "BenchHouse.h"
#include "documents/Fonts.h"
#include "support/DemoShop.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QDeadlineTimer>
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
        waitFor([&] { return visit().programme().isLoaded() && !visit().settings().name.isEmpty(); });
        goTo(step);
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

    VisitModel &visit() { return m_shop.visit(); }
    void goTo(Step step);
    void chooseSeats();
    static void waitFor(const std::function<bool()> &come)
    {
        const QDeadlineTimer patience(std::chrono::seconds(20));
        while (!come()) {
            if (patience.hasExpired())
                qFatal("a step didn't come");
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
    }

    test::DemoShop m_shop;
    KioskWindow m_window;
    QImage m_image{1080, 1920, QImage::Format_ARGB32_Premultiplied};
};

void StandingKiosk::goTo(Step step)
{
    const auto there = [&](Step wanted) { return [this, wanted] { return visit().step() == wanted; }; };
    if (step == Step::Attract)
        return;
    visit().touch();
    if (step == Step::SignIn)
        return;
    if (step == Step::Register)
        return visit().wantRegistration();
    const TokenPass other = test::DemoShop::must(m_shop.shop().continueAsGuest()).pass;
    visit().continueAsGuest();
    waitFor([&] { return visit().step() == Step::Queue && visit().queue().place(); });
    if (step == Step::Queue)
        return;
    test::DemoShop::must(m_shop.shop().endVisit(other, {}));
    waitFor([&] { return visit().step() == Step::Dates && visit().dates().isLoaded(); });
    if (step == Step::Dates)
        return;
    chooseSeats();
    if (step == Step::Seats)
        return;
    visit().confirmSeats();
    waitFor([&] { return visit().checkout().balance().has_value(); });
    visit().checkout().confirmAge();
    if (step == Step::Wallet)
        visit().openWallet();
    if (step == Step::Tender || step == Step::Ticket)
        visit().pay(TenderKind::Card);
    waitFor(there(step));
}

void StandingKiosk::chooseSeats()
{
    for (const PerformanceOffer &offer : visit().dates().offers())
        if (offer.isBookable() && offer.house.id == u"hall" && visit().step() == Step::Dates)
            visit().chooseDate(offer.performance.key);
    waitFor([&] { return visit().seats().date().has_value(); });
    for (int seat = 0; seat < 2; ++seat) {
        visit().seats().toggle(SeatIndex{200 + seat});
        waitFor([&] { return visit().seats().hold() && visit().seats().hold()->seats.size() == seat + 1; });
    }
}

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
