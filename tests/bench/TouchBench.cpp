#include "BenchHouse.h"
#include "documents/Fonts.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/PlanReader.h"
#include "services/ScriptedSale.h"
#include "services/SeasonReader.h"
#include "services/TenderDesk.h"
#include "support/Journey.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/SeatMapView.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QTimer>
#include <benchmark/benchmark.h>
#include <ctime>
#include <numeric>
#include <semaphore>
#include <thread>

namespace foyer::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Instant = std::chrono::steady_clock::time_point;
constexpr int touchesWanted = 600;      ///< answered ones
constexpr int touchesBetweenZooms = 10; ///< then the whole map is drawn anew
constexpr auto importEvery = 200ms;

double millisecondsSince(Instant from)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

/// The kiosk's window, which says when it has painted.
class PaintedWindow final : public KioskWindow
{
public:
    using KioskWindow::KioskWindow;
    std::function<void()> painted;

protected:
    bool event(QEvent *event) override
    {
        const bool handled = KioskWindow::event(event);
        if (event->type() == QEvent::UpdateRequest && painted)
            painted();
        return handled;
    }
};

/// A guest at the seats of one date, upright in the dark theme, on a data folder that others write to.
class GuestAtSeats
{
public:
    explicit GuestAtSeats(const QString &house)
        : m_folder(prepared(m_dir.path())), m_shop(orDie(Shop::open(m_dir.path(), m_clock, authority()))),
          m_desk(*m_shop, {}), visit(*m_shop, m_desk), window(visit, translator(), u"ko"_s)
    {
        window.resize(1080, 1920);
        window.show();
        visit.touch();
        test::Journey::waitFor([&] { return !visit.settings().name.isEmpty(); });
        visit.continueAsGuest();
        test::Journey::waitFor([&] { return visit.step() == Step::Dates && visit.dates().isLoaded(); });
        for (const PerformanceOffer &offer : visit.dates().offers()) {
            if (!offer.isBookable())
                continue;
            (offer.house.id == house && performance.isNull() ? performance : others.emplace_back()) =
                offer.performance.key;
        }
        visit.chooseDate(performance);
        test::Journey::waitFor([&] { return visit.seats().date().has_value(); });
        map = window.findChild<SeatMapView *>();
    }

    ~GuestAtSeats()
    {
        visit.startOver();
        test::Journey::waitFor([&] { return visit.step() == Step::Attract; });
    }
    Q_DISABLE_COPY_MOVE(GuestAtSeats)

    const DataFolder &folder() const { return m_folder; }

private:
    static DataFolder prepared(const QString &path)
    {
        static const test::DemoFolder made(test::DemoFolder::Season::Demo, test::houseToday());
        made.copyTo(path);
        return DataFolder(path);
    }
    static std::unique_ptr<Authority> authority() { return std::make_unique<RootAuthority>(); }
    static Translator &translator()
    {
        static Translator &made = *new Translator; // kept: it is installed in the application
        loadFonts();
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100));
        made.use(u"ko"_s);
        return made;
    }

    QTemporaryDir m_dir{scratch(u"touch-XXXXXX"_s)};
    DataFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    TenderDesk m_desk;

public:
    VisitModel visit;
    PaintedWindow window;
    SeatMapView *map = nullptr;
    PerformanceKey performance;         ///< whose seats are shown
    std::vector<PerformanceKey> others; ///< that are sold as well
};

/// Sells as `foyerctl sell` does: every second sale is one of the date that the guest looks at.
void sell(const std::stop_token &stop, const GuestAtSeats &guest, std::atomic<int> &sales)
{
    const auto node = orDie(Node::open(guest.folder()));
    ScriptedCash cash(guest.folder(), node->services().payments);
    ScriptedSale script(node->services(), node->ids(), cash);
    const auto twoSeats = [](const SeatsOfDate &date) { return firstFreeSeats(date, 2); };
    for (size_t i = 0; !stop.stop_requested(); ++i) {
        const PerformanceKey other = guest.others[i / 2 % guest.others.size()];
        if (script.sell(i % 2 ? guest.performance : other, twoSeats).ok())
            ++sales;
    }
}

/// Imports as `foyerctl import` does: a large plan and the season, each time with something that has changed.
void import(const std::stop_token &stop, const GuestAtSeats &guest, std::atomic<int> &imports)
{
    const auto node = orDie(Node::open(guest.folder()));
    CatalogueService &catalogue = node->services().catalogue;
    SeatingPlan plan = orDie(readPlan(demoPlan(DemoHouse::Arena), demoHouseId(DemoHouse::Arena)));
    Season season = orDie(readSeason(demoSeason(test::houseToday())));
    while (!stop.stop_requested()) {
        plan.name = season.settings.sellerName = QString::number(imports);
        if (catalogue.importPlan(plan).ok() && catalogue.importSeason(season).ok())
            ++imports;
        std::this_thread::sleep_for(importEvery);
    }
}

/// Touches the screen again and again at moments of its own, not at those when the screen has time, and measures each
/// time how long it takes until the answer has been painted.
class Finger final : public QObject
{
public:
    explicit Finger(GuestAtSeats &guest) : m_guest(guest)
    {
        const qint32 seats = guest.visit.seats().date()->plan->seatCount(); // sold last
        m_seats = {SeatIndex{seats - 1}, SeatIndex{seats - 2}};
        guest.map->installEventFilter(this);
        for (ActionButton *button : guest.map->findChildren<ActionButton *>()) {
            button->installEventFilter(this);
            m_zooms.append(button);
        }
        connect(guest.map, &SeatMapView::seatTapped, this, [this] { m_hit = true; });
        guest.window.painted = [this] { painted(); };
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_longestStall = std::max(m_longestStall, millisecondsSince(std::exchange(m_lastBeat, now())));
            const double worked = workedMs();
            m_longestWork = std::max(m_longestWork, worked - std::exchange(m_workedMs, worked));
        });
    }

    ~Finger() override { m_guest.window.painted = nullptr; }
    Q_DISABLE_COPY_MOVE(Finger)

    void touch(int times)
    {
        std::jthread hand([this](const std::stop_token &stop) {
            for (m_mayTouch.acquire(); !stop.stop_requested(); m_mayTouch.acquire()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(5, 40)));
                post();
            }
        });
        m_wanted = times;
        m_lastBeat = now();
        m_workedMs = workedMs();
        m_beat.start(1ms);
        aim();
        m_loop.exec();
        m_beat.stop();
        hand.request_stop();
        m_mayTouch.release();
    }

    double percentile(double share)
    {
        std::sort(m_milliseconds.begin(), m_milliseconds.end());
        return m_milliseconds[qsizetype(share * double(m_milliseconds.size() - 1))];
    }
    double longestStall() const { return m_longestStall; }
    double longestWork() const
    {
        return m_longestWork;
    } ///< of its own: with four busy threads on two cores others wait
    int misses() const { return m_misses; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease) {
            m_heard = true;
            m_hit = watched != m_guest.map || !m_guest.map->canTapSeats(); // which is a zoom, else a seat will say so
            QMetaObject::invokeMethod(this, &Finger::missed, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static Instant now() { return std::chrono::steady_clock::now(); }
    static double workedMs()
    {
        timespec worked{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
        return double(worked.tv_sec) * 1e3 + double(worked.tv_nsec) / 1e6;
    }

    /// One of two seats by turns, now and then a zoom button; whatever it does, something must be painted.
    void aim()
    {
        const qsizetype turn = m_milliseconds.size();
        const QPoint seat = m_guest.map->rectOf(m_seats.constFirst()).center();
        const bool isInSight = m_guest.map->rect().contains(seat);
        if (turn % touchesBetweenZooms != 0 && isInSight) {
            m_target = m_guest.map;
            m_at = seat;
            m_seats.swapItemsAt(0, 1); // the same again might be under way, and change nothing
        } else {
            m_target = m_zooms[isInSight ? turn / touchesBetweenZooms % 2 : m_zooms.size() - 1];
            m_at = m_target->rect().center();
        }
        m_global = m_target->mapToGlobal(QPointF(m_at));
        m_mayTouch.release();
    }

    /// In the hand's thread. The events are made where they are handled: making them writes into Qt's pointing device.
    void post()
    {
        m_touchedAt = now();
        QMetaObject::invokeMethod(this, &Finger::press, Qt::QueuedConnection);
    }

    void press()
    {
        const auto mouse = [&](QEvent::Type type, Qt::MouseButtons held) {
            QMouseEvent event(type, m_at, m_global, Qt::LeftButton, held, Qt::NoModifier);
            QCoreApplication::sendEvent(m_target, &event);
        };
        mouse(QEvent::MouseButtonPress, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, Qt::NoButton);
    }

    /// The map moved while the finger was on its way: nothing was there, nothing answers.
    void missed()
    {
        if (m_hit || !std::exchange(m_heard, false))
            return;
        ++m_misses;
        m_seats.swapItemsAt(0, 1); // once more
        aim();
    }

    void painted()
    {
        if (!std::exchange(m_heard, false))
            return;
        m_milliseconds.append(millisecondsSince(m_touchedAt));
        if (m_milliseconds.size() == m_wanted)
            m_loop.quit();
        else
            aim();
    }

    GuestAtSeats &m_guest;
    QList<SeatIndex> m_seats;
    QList<QWidget *> m_zooms; ///< closer, farther, whole hall
    QEventLoop m_loop;
    QTimer m_beat;
    Instant m_lastBeat, m_touchedAt;
    double m_longestStall = 0, m_longestWork = 0, m_workedMs = 0;
    QList<double> m_milliseconds;
    int m_wanted = 0;
    std::binary_semaphore m_mayTouch{0}; ///< hands target and place over to the hand
    QWidget *m_target = nullptr;
    QPoint m_at;
    QPointF m_global;
    bool m_heard = false, m_hit = false;
    int m_misses = 0;
};

void answer(benchmark::State &state, const QString &house)
{
    GuestAtSeats guest(house);
    Finger finger(guest);
    std::atomic<int> sales = 0, imports = 0;
    const Instant from = std::chrono::steady_clock::now();
    {
        const std::jthread seller([&](const std::stop_token &stop) { sell(stop, guest, sales); });
        const std::jthread importer([&](const std::stop_token &stop) { import(stop, guest, imports); });
        for ([[maybe_unused]] auto _ : state)
            finger.touch(touchesWanted);
    }
    const double seconds = millisecondsSince(from) / 1000;
    state.counters["p50_ms"] = finger.percentile(0.5);
    state.counters["p99_ms"] = finger.percentile(0.99);
    state.counters["max_ms"] = finger.percentile(1);
    state.counters["ui_stall_ms"] = finger.longestStall();
    state.counters["ui_work_ms"] = finger.longestWork();
    state.counters["misses"] = finger.misses();
    state.counters["sales/s"] = sales / seconds;
    state.counters["imports/s"] = imports / seconds;
}
} // namespace

void registerTouches()
{
    const auto add = [](const char *name, const QString &house) {
        benchmark::RegisterBenchmark(name, [house](benchmark::State &state) { answer(state, house); })
            ->Iterations(1)
            ->Repetitions(1)
            ->Unit(benchmark::kSecond);
    };
    add("touch/answer/foyer", demoHouseId(DemoHouse::Hall));
    add("touch/answer/arena/foyer", demoHouseId(DemoHouse::Arena));
}

} // namespace foyer::bench
