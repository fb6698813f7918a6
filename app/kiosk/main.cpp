#include "Machine.h"
#include "Options.h"
#include "Ready.h"
#include "Tour.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "items/VisitModel.h"
#include "services/TenderDesk.h"
#include "storage/DataFolder.h"
#include "sync/EnrolThread.h"
#include "ui/screens/KioskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
constexpr int startAnew = 1000; ///< no exit code: what this machine is has changed

/// Clock → storage → services → items → screens, on one data folder.
int run(const Options &options, Translator &translator)
{
    const SystemClock clock;
    auto opened = Machine::open(options.dataDir, clock);
    if (!opened.ok())
        return fail(*opened.error());
    translator.use(options.language);
    Shop &shop = opened.value()->shop();
    const DataFolder folder(options.dataDir);
    SimulatedTenderDevice card(TenderKind::Card, folder.simulatorMemory(u"card"_s), {});
    SimulatedTenderDevice cash(TenderKind::Cash, folder.simulatorMemory(u"cash"_s), {});
    TenderDesk desk(shop, {&card, &cash});
    EnrolThread enroller(shop, folder);
    VisitModel visit(shop, desk, &enroller);
    QObject::connect(&visit, &VisitModel::startAnewWanted, [] { QApplication::exit(startAnew); });
    KioskWindow window(visit, translator, options.language);
    if (!options.tourDir.isEmpty()) {
        window.resize(options.size);
        window.show();
        return Tour(window, visit, shop, options.tourDir).run();
    }
    const auto tellReady =
        tellerOfReady(window, [&visit] { return visit.programme().isLoaded() && !visit.settings().name.isEmpty(); });
    QObject::connect(&visit.programme(), &DatesModel::loaded, &window, tellReady);
    QObject::connect(&visit, &VisitModel::settingsChanged, &window, tellReady);
    window.showFullScreen();
    return QApplication::exec();
}
} // namespace

int main(int argc, char **argv)
{
    const bool hasScreen = findScreen();
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"foyer-kiosk"_s);
    QApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    Translator translator;
    translator.use(QLocale().name().left(2)); // of whoever starts it, until there are customers
    const OptionsOrExit read = readOptions(QApplication::arguments(),
        {QCoreApplication::translate("foyer::Options", "Sells numbered seats to one customer at a time."),
            QCoreApplication::translate(
                "foyer::Options", "Goes through a whole purchase by itself and saves each step as a picture in DIR."),
            {1080, 1920}, u"dark"_s, 2.75, Place::Kiosk},
        hasScreen);
    if (!read.options)
        return read.exitCode;
    loadFonts();
    FoyerStyle::wear(app, read.options->theme);
    if (!read.options->tourDir.isEmpty())
        return onScratchNode([options = *read.options, &translator](const QString &dataDir) mutable {
            options.dataDir = dataDir;
            return run(options, translator);
        });
    int exitCode = startAnew;
    while (exitCode == startAnew)
        exitCode = run(*read.options, translator);
    return exitCode;
}
