#include "Options.h"
#include "Ready.h"
#include "Tour.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "items/VisitModel.h"
#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "services/TerminalAuthority.h"
#include "storage/DataFolder.h"
#include "sync/EnrolThread.h"
#include "sync/HubThread.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"
#include "wording/Wording.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
constexpr int startAnew = 1000; ///< no exit code: what this machine is has changed

int fail(const Error &error)
{
    QTextStream(stderr) << Wording().message(error) << '\n' << error.detail << '\n';
    return 1;
}

/// A tour sells from a data folder of its own, which goes with it.
int onScratchNode(Options options, int (*work)(const Options &))
{
    const QTemporaryDir scratch;
    options.dataDir = scratch.path();
    auto node = Node::found(DataFolder(options.dataDir));
    if (!node.ok())
        return fail(*node.error());
    if (const Done imported = importDemoSeason(*node.value(), SystemClock()); imported.error())
        return fail(*imported.error());
    std::move(node).value().reset();
    return work(options);
}

/// Which hub this machine is a terminal of, if any; brings an older database up to date.
Result<std::optional<HubLink>> hubOf(const DataFolder &folder)
{
    FOYER_TRY(node, Node::open(folder));
    return node->hub();
}

/// Clock → storage → services → items → screens, on one data folder.
int run(const Options &options)
{
    const SystemClock clock;
    Translator translator;
    translator.use(options.language);
    const DataFolder folder(options.dataDir);
    auto found = hubOf(folder);
    if (!found.ok())
        return fail(*found.error());
    const std::optional<HubLink> hub = found.value();
    std::unique_ptr<Authority> authority;
    TerminalAuthority *terminal = nullptr;
    if (hub)
        authority.reset(terminal = new TerminalAuthority);
    else
        authority = std::make_unique<RootAuthority>();
    auto opened = Shop::open(options.dataDir, clock, std::move(authority));
    if (!opened.ok())
        return fail(*opened.error());
    const std::unique_ptr<Shop> shop = std::move(opened).value();
    std::unique_ptr<HubThread> thread; // goes before the shop
    if (hub) {
        auto key = DeviceKey::load(folder.deviceKey(), false);
        if (!key.ok())
            return fail(*key.error());
        thread = std::make_unique<HubThread>(*shop, *terminal, *hub, key.value(), folder);
    }
    SimulatedTenderDevice card(TenderKind::Card, folder.simulatorMemory(u"card"_s), {});
    SimulatedTenderDevice cash(TenderKind::Cash, folder.simulatorMemory(u"cash"_s), {});
    TenderDesk desk(*shop, {&card, &cash});
    EnrolThread enroller(*shop, folder);
    VisitModel visit(*shop, desk, &enroller);
    QObject::connect(&visit, &VisitModel::startAnewWanted, [] { QApplication::exit(startAnew); });
    KioskWindow window(visit, translator, options.language);
    if (!options.tourDir.isEmpty()) {
        window.resize(options.size);
        window.show();
        return Tour(window, visit, *shop, options.tourDir).run();
    }
    tellReadyOncePainted(visit, window);
    window.showFullScreen();
    return QApplication::exec();
}
} // namespace

int main(int argc, char **argv)
{
    const bool onTour =
        std::any_of(argv, argv + argc, [](const char *word) { return qstrncmp(word, "--tour", 6) == 0; });
    if (onTour && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // a tour needs no screen
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"foyer-kiosk"_s);
    QApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    const OptionsOrExit read = readOptions(QApplication::arguments());
    if (!read.options)
        return read.exitCode;
    loadFonts();
    FoyerStyle::wear(app, read.options->theme);
    if (!read.options->tourDir.isEmpty())
        return onScratchNode(*read.options, run);
    int exitCode = startAnew;
    while (exitCode == startAnew)
        exitCode = run(*read.options);
    return exitCode;
}
