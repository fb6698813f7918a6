#include "BenchHouse.h"
#include "SyncCounter.h"

#include "storage/DataFolder.h"

#include <QApplication>
#include <QDir>
#include <benchmark/benchmark.h>

namespace foyer::bench {

void registerSales();
void registerQueues();
void registerFullHouses();
void registerStarts();
void registerScreens();
void registerTouches();
void registerSeatMaps();
void registerHubs();
void registerHubLoads();
void registerDrains();
void registerFinds();
void registerFigures();
void registerShifts();
void registerDesks();
int showOneLabel();

namespace {
QString folder;
}

QString scratch(const QString &name) { return folder + u'/' + name; }

/// What a comparison needs unless the command line says otherwise.
static std::vector<std::string> withDefaults(std::vector<std::string> arguments)
{
    for (const char *flag :
        {"--benchmark_repetitions=9", "--benchmark_enable_random_interleaving=true",
            "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.3", "--benchmark_counters_tabular=true"})
        arguments.insert(arguments.begin() + 1, flag);
    return arguments;
}

} // namespace foyer::bench

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::vector<std::string> arguments{argv[0]};
    QString data = foyer::DataFolder::defaultPath();
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--one-label")
            return foyer::bench::showOneLabel();
        if (argument == "--version")
            return std::puts("foyer-bench " FOYER_VERSION), 0;
        if (argument == "--help")
            std::puts("usage: foyer-bench [--data DIR] [flags of Google Benchmark]\n"
                      "Scratch databases go into DIR/bench, which should be on ext4.\n");
        if (argument == "--data" && i + 1 < argc)
            data = QString::fromLocal8Bit(argv[++i]);
        else
            arguments.emplace_back(argument);
    }
    foyer::bench::folder = data + QStringLiteral("/bench");
    if (!QDir().mkpath(foyer::bench::folder))
        qFatal("cannot make %s", qPrintable(foyer::bench::folder));
    arguments = foyer::bench::withDefaults(std::move(arguments));
    std::vector<char *> pointers;
    for (std::string &argument : arguments)
        pointers.push_back(argument.data());
    int count = int(pointers.size());
    benchmark::Initialize(&count, pointers.data());
    if (benchmark::ReportUnrecognizedArguments(count, pointers.data()))
        return 2;
    foyer::bench::synccounter::install();
    foyer::bench::registerSales();
    foyer::bench::registerQueues();
    foyer::bench::registerFullHouses();
    foyer::bench::registerStarts();
    foyer::bench::registerScreens();
    foyer::bench::registerTouches();
    foyer::bench::registerSeatMaps();
    foyer::bench::registerHubs();
    foyer::bench::registerHubLoads();
    foyer::bench::registerDrains();
    foyer::bench::registerFinds();
    foyer::bench::registerFigures();
    foyer::bench::registerShifts();
    foyer::bench::registerDesks();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
