#include "BenchHouse.h"
#include "Stadium.h"

#include "documents/Fonts.h"
#include "domain/SeatChooser.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/SeatMapView.h"

#include <QApplication>
#include <QFile>
#include <QGraphicsEllipseItem>
#include <QGraphicsView>
#include <QRandomGenerator>
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <numbers>
#include <numeric>

// The seat map beside QGraphicsView with one ellipse item a seat: the same hall, colours and camera at 1920 x 1080,
// each frame painted whole through its widget's own event and backing store.

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int seats = 70'000;
constexpr std::array sizes{3'000, 17'000, 70'000, 200'000}; ///< what a frame costs follows what is seen
constexpr QSize screen(1920, 1080);
constexpr double readingPitchMm = 14; ///< numbers are on the seats
constexpr double seatShare = 0.8;     ///< of the pitch

double millisecondsSince(std::chrono::steady_clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

const Theme &theme()
{
    static const Theme worn = [] {
        const Theme dark(ThemeKind::Dark, 2.75, 100, Place::Kiosk, Motion::Reduced);
        loadFonts();
        FoyerStyle::wear(*qApp, dark);
        return dark;
    }();
    return worn;
}

QList<SeatMark> marksOf(const SeatsOfDate &date)
{
    QList<SeatMark> marks;
    marks.reserve(date.plan->seatCount());
    for (qint32 i = 0; i < date.plan->seatCount(); ++i)
        marks.append(
            {date.shown[i] == SeatShown::Free ? SeatLook::Free : SeatLook::Taken, quint8(date.plan->category[i])});
    return marks;
}

/// Two in three are taken, in runs as parties leave them.
QList<SeatMark> marksOf(const SeatingPlan &plan)
{
    constexpr int takenPercent = 66;
    QRandomGenerator random(3);
    QList<SeatMark> marks;
    bool taken = false;
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        if (i % 3 == 0)
            taken = random.bounded(100) < takenPercent;
        marks.append({taken ? SeatLook::Taken : SeatLook::Free, quint8(plan.category[i])});
    }
    return marks;
}

/// What both sides can do, in a window of their own that stands there empty at first; each paints at once.
class Map
{
public:
    virtual ~Map() = default;
    virtual void open(const std::shared_ptr<const SeatGrid> &hall, const QList<SeatMark> &marks) = 0;
    virtual void look(const SeatCamera &camera) = 0;
    virtual void mark(SeatIndex seat, SeatMark mark) = 0;
    virtual void paint() = 0;
    virtual QImage picture() = 0;
};

void show(QWidget &view)
{
    view.resize(screen);
    view.show();
    QCoreApplication::processEvents();
    view.repaint();
}

class FoyerMap final : public Map
{
public:
    FoyerMap() { show(m_view); }
    void open(const std::shared_ptr<const SeatGrid> &hall, const QList<SeatMark> &marks) override
    {
        m_view.setHall(hall, marks);
    }
    void look(const SeatCamera &camera) override { m_view.setCamera(camera); }
    void mark(SeatIndex seat, SeatMark mark) override { m_view.setMark(seat, mark); }
    void paint() override { m_view.repaint(); }
    QImage picture() override { return m_view.grab().toImage(); }
    SeatMapView &view() { return m_view; }

private:
    SeatMapView m_view;
};

class ItemsMap final : public Map
{
public:
    ItemsMap() : m_view(&m_scene)
    {
        m_view.setBackgroundBrush(theme().colors().surface);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setOptimizationFlags(QGraphicsView::DontAdjustForAntialiasing | QGraphicsView::DontSavePainterState);
        m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setFrameShape(QFrame::NoFrame);
        m_view.setTransformationAnchor(QGraphicsView::NoAnchor);
        show(m_view);
    }
    void open(const std::shared_ptr<const SeatGrid> &hall, const QList<SeatMark> &marks) override
    {
        const SeatingPlan &plan = hall->plan();
        const double radius = hall->pitch() * seatShare / 2;
        m_items.reserve(plan.seatCount());
        for (qint32 i = 0; i < plan.seatCount(); ++i) {
            const QPointF at = positionOf(plan, SeatIndex{i});
            m_items.append(m_scene.addEllipse(
                QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::NoPen, brushOf(marks[i])));
        }
        m_scene.setSceneRect(QRectF(QPointF(), plan.size).adjusted(-1e4, -1e4, 1e4, 1e4));
    }
    void look(const SeatCamera &camera) override
    {
        m_view.setTransform(QTransform::fromScale(camera.scale, camera.scale));
        m_view.centerOn(camera.toPlan(QRectF({}, screen).center()));
    }
    void mark(SeatIndex seat, SeatMark mark) override { m_items[indexOf(seat)]->setBrush(brushOf(mark)); }
    void paint() override { m_view.viewport()->repaint(); }
    QImage picture() override { return m_view.grab().toImage(); }

private:
    static QBrush brushOf(SeatMark mark)
    {
        const Colors &colors = theme().colors();
        return mark.look == SeatLook::Free ? colors.categories[mark.category] : colors.hairline;
    }

    QGraphicsScene m_scene;
    QGraphicsView m_view;
    QList<QGraphicsEllipseItem *> m_items;
};

template <typename Side>
std::unique_ptr<Side> mapOf(std::shared_ptr<const SeatingPlan> *kept = nullptr, int size = seats)
{
    theme();
    const auto plan = std::make_shared<const SeatingPlan>(stadium(size));
    if (kept)
        *kept = plan;
    auto map = std::make_unique<Side>();
    map->open(std::make_shared<const SeatGrid>(plan), marksOf(*plan));
    return map;
}

SeatCamera wholeHall(const SeatingPlan &plan)
{
    return SeatCamera::fitting(QRectF(QPointF(), plan.size), QRectF({}, screen));
}

/// Each iteration is a frame of its own; says what the slowest take.
template <typename Frame>
void frames(benchmark::State &state, Frame frame)
{
    std::vector<double> took;
    int number = 0;
    for (int i = 0; i < 5; ++i)
        frame(number++); // a screen that is in use has its caches full
    for ([[maybe_unused]] auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        frame(number++);
        took.push_back(millisecondsSince(from));
    }
    std::sort(took.begin(), took.end());
    const auto percentile = [&](double share) { return took[size_t(share * double(took.size() - 1))]; };
    state.counters["median_ms"] = percentile(0.5);
    state.counters["p99_ms"] = percentile(0.99);
    state.counters["slowest_ms"] = took.back();
}

/// From the whole hall to half as large again and back, no two frames at the same scale.
template <typename Side>
void zoom(benchmark::State &state, int size)
{
    std::shared_ptr<const SeatingPlan> plan;
    const auto map = mapOf<Side>(&plan, size);
    const SeatCamera whole = wholeHall(*plan);
    const auto cameraOf = [&](int frame) {
        SeatCamera camera = whole;
        camera.zoom(whole.scale * (1.25 - 0.25 * std::cos(frame * std::numbers::pi / 60 + 0.01 * frame)),
            {screen.width() * 0.5, screen.height() * 0.4});
        return camera;
    };
    frames(state, [&](int frame) {
        map->look(cameraOf(frame));
        map->paint();
    });
    state.counters["pitch_px"] = SeatGrid(plan).pitch() * whole.scale;
}

template <typename Side>
std::function<void(int)> panner(Side &map, const SeatingPlan &plan, double pitch)
{
    SeatCamera camera;
    camera.zoom(readingPitchMm * theme().density() / pitch, {});
    const QPointF start = QRectF({}, screen).center() -
                          QPointF(plan.size.width() * 0.5, plan.size.height() * 0.85) * camera.scale; // amid rows
    return [camera, start, &map](int frame) mutable {
        camera.offset = start.toPoint() + QPoint((frame % 200 < 100 ? frame % 100 : 100 - frame % 100) * 9, frame % 7);
        map.look(camera);
        map.paint();
    };
}

template <typename Side>
void pan(benchmark::State &state, int size)
{
    std::shared_ptr<const SeatingPlan> plan;
    const auto map = mapOf<Side>(&plan, size);
    frames(state, panner(*map, *plan, SeatGrid(plan).pitch()));
}

/// A thousand seats a second at sixty frames a second, anywhere in the hall, while it is dragged.
template <typename Side>
void changes(benchmark::State &state)
{
    std::shared_ptr<const SeatingPlan> plan;
    const auto map = mapOf<Side>(&plan);
    const auto panned = panner(*map, *plan, SeatGrid(plan).pitch());
    QRandomGenerator random(7);
    frames(state, [&](int frame) {
        for (int i = 0; i < 17; ++i) {
            const qint32 seat = random.bounded(plan->seatCount());
            map->mark(SeatIndex{seat}, {random.bounded(2) ? SeatLook::Taken : SeatLook::Free, 0});
        }
        panned(frame);
    });
}

/// From rows in the database to the first right picture, nothing of the plan in memory.
template <typename Side>
void firstPaint(benchmark::State &state)
{
    theme();
    const QString file = scratch(u"seatmap.db"_s);
    BenchHouse::build(file, stadium(seats), 1);
    std::vector<double> took;
    for ([[maybe_unused]] auto _ : state) {
        BenchHouse house(file, {});
        const PerformanceKey performance = orDie(house.services().reservations.dates()).constFirst().performance.key;
        Side map;
        const auto from = std::chrono::steady_clock::now();
        const SeatsOfDate date = orDie(house.services().reservations.seats(performance, {}));
        map.open(date.chooser->hall(), marksOf(date));
        map.look(wholeHall(*date.plan));
        map.paint();
        took.push_back(millisecondsSince(from));
    }
    std::sort(took.begin(), took.end());
    state.counters["median_ms"] = took[took.size() / 2];
}

void hit(benchmark::State &state)
{
    std::shared_ptr<const SeatingPlan> plan;
    const auto map = mapOf<FoyerMap>(&plan);
    map->look(wholeHall(*plan));
    QRandomGenerator random(11);
    std::vector<QPointF> taps;
    for (int i = 0; i < 1'000; ++i)
        taps.emplace_back(random.bounded(screen.width()), random.bounded(screen.height()));
    size_t i = 0;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(map->view().seatAt(taps[++i % taps.size()]));
}

/// Four together where one seat in twenty is free, half of these beside another.
void best(benchmark::State &state)
{
    const auto plan = std::make_shared<const SeatingPlan>(stadium(seats));
    const SeatChooser chooser(std::make_shared<const SeatGrid>(plan));
    QRandomGenerator random(13);
    std::vector<bool> free(size_t(plan->seatCount()));
    for (size_t i = 0; i < free.size(); ++i)
        free[i] = random.bounded(100) < (i > 0 && free[i - 1] ? 52 : 2);
    qsizetype together = 0;
    for ([[maybe_unused]] auto _ : state)
        together += chooser.propose({.seats = 4}, free).size();
    state.counters["free_percent"] =
        100.0 * double(std::count(free.begin(), free.end(), true)) / double(plan->seatCount());
    state.counters["proposals"] = double(together) / double(state.iterations());
}

double residentMegabytes()
{
    malloc_trim(0); // what the allocator keeps is nobody's
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

/// What a map on the screen adds to the empty window, with the plan as the program has it: read from the database.
template <typename Side>
void memory(benchmark::State &state)
{
    theme();
    const QString file = scratch(u"seatmap.db"_s);
    BenchHouse::build(file, stadium(seats), 1);
    double most = 0;
    for ([[maybe_unused]] auto _ : state) {
        Side map;
        BenchHouse house(file, {});
        const PerformanceKey performance = orDie(house.services().reservations.dates()).constFirst().performance.key;
        const double before = residentMegabytes();
        const SeatsOfDate date = orDie(house.services().reservations.seats(performance, {}));
        map.open(date.chooser->hall(), marksOf(date));
        map.look(wholeHall(*date.plan));
        map.paint();
        most = std::max(most, residentMegabytes() - before);
    }
    state.counters["megabytes"] = most;
}

/// How far two frames of the same camera are apart: the mean difference of brightness, in percent, of pictures a
/// quarter as large, so that an edge may be softened one way or the other.
void likeness(benchmark::State &state)
{
    std::shared_ptr<const SeatingPlan> plan;
    const auto ours = mapOf<FoyerMap>(&plan);
    const auto theirs = mapOf<ItemsMap>();
    double difference = 0;
    for ([[maybe_unused]] auto _ : state) {
        QImage pictures[2];
        Map *maps[] = {ours.get(), theirs.get()};
        for (int side = 0; side < 2; ++side) {
            maps[side]->look(wholeHall(*plan));
            pictures[side] = maps[side]
                                 ->picture()
                                 .scaled(screen / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .convertToFormat(QImage::Format_Grayscale8);
            if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
                maps[side]->picture().save(folder + (side == 0 ? u"/foyer.png"_s : u"/qgraphicsview.png"_s));
        }
        qint64 sum = 0;
        for (int y = 0; y < pictures[0].height(); ++y)
            for (int x = 0; x < pictures[0].width(); ++x)
                sum += std::abs(qGray(pictures[0].pixel(x, y)) - qGray(pictures[1].pixel(x, y)));
        difference = 100.0 * double(sum) / 255 / double(pictures[0].width() * pictures[0].height());
    }
    state.counters["difference_percent"] = difference;
}

void add(const char *subject, const char *side, const std::function<void(benchmark::State &)> &body,
    benchmark::TimeUnit unit, int size = seats)
{
    const std::string name = "seatmap/" + std::string(subject) + "/" + std::to_string(size) + "/" + side;
    benchmark::RegisterBenchmark(name.c_str(), body)->Unit(unit);
}
} // namespace

void registerSeatMaps()
{
    const auto both = [](const char *subject, auto ours, auto theirs) {
        add(subject, "foyer", ours, benchmark::kMillisecond);
        add(subject, "qgraphicsview", theirs, benchmark::kMillisecond);
    };
    for (const int size : sizes) {
        const auto sized = [size](auto body) { return [body, size](benchmark::State &state) { body(state, size); }; };
        add("zoom", "foyer", sized(zoom<FoyerMap>), benchmark::kMillisecond, size);
        add("zoom", "qgraphicsview", sized(zoom<ItemsMap>), benchmark::kMillisecond, size);
        add("pan", "foyer", sized(pan<FoyerMap>), benchmark::kMillisecond, size);
        add("pan", "qgraphicsview", sized(pan<ItemsMap>), benchmark::kMillisecond, size);
    }
    both("changes", changes<FoyerMap>, changes<ItemsMap>);
    both("first_paint", firstPaint<FoyerMap>, firstPaint<ItemsMap>);
    both("memory", memory<FoyerMap>, memory<ItemsMap>);
    add("hit", "foyer", hit, benchmark::kNanosecond);
    add("best", "foyer", best, benchmark::kMillisecond);
    add("likeness", "foyer", likeness, benchmark::kMillisecond);
}

} // namespace foyer::bench
