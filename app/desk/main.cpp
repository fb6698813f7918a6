#include "DayTour.h"
#include "Machine.h"
#include "Options.h"
#include "Ready.h"
#include "devices/SimulatedPrinter.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "items/DeskModel.h"
#include "services/BoxOffice.h"
#include "services/TenderDesk.h"
#include "storage/DataFolder.h"
#include "ui/desk/DeskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QStandardPaths>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
/// A drawer opens at once: what the customer hands over is in the clerk's hand.
constexpr SimulatorScript drawer{.delay = std::chrono::milliseconds(0)};

/// Clock → storage → services → items → pages, on one data folder.
int run(const Options &options, Translator &translator)
{
    const SystemClock clock;
    auto opened = Machine::open(options.dataDir, clock);
    if (!opened.ok())
        return fail(*opened.error());
    translator.use(options.language);
    const DataFolder folder(options.dataDir);
    BoxOffice office(opened.value()->shop());
    SimulatedTenderDevice card(TenderKind::Card, folder.simulatorMemory(u"card"_s), {});
    SimulatedTenderDevice cash(TenderKind::Cash, folder.simulatorMemory(u"cash"_s), drawer);
    TenderDesk tenders(office.shop(), {&card, &cash});
    DeskModel desk(office, tenders);
    const bool isTour = !options.tourDir.isEmpty();
    SimulatedPrinter printer(isTour ? options.tourDir : options.dataDir + u"/printed"_s);
    DeskWindow window(desk, tenders, printer, translator,
        isTour ? options.tourDir : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    window.resize(options.size);
    if (isTour) {
        window.QWidget::show();
        return DayTour(window, desk, options.dataDir, options.tourDir).run();
    }
    const auto tellReady =
        tellerOfReady(window, [&desk] { return desk.programme().isLoaded() && !desk.staff().isEmpty(); });
    QObject::connect(&desk.programme(), &DatesModel::loaded, &window, tellReady);
    QObject::connect(&desk, &DeskModel::staffChanged, &window, tellReady);
    window.showMaximized();
    return QApplication::exec();
}
} // namespace

int main(int argc, char **argv)
{
    const bool hasScreen = findScreen();
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"foyer-desk"_s);
    QApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    Translator translator;
    translator.use(QLocale().name().left(2)); // of whoever starts it, until there are clerks
    const OptionsOrExit read = readOptions(QApplication::arguments(),
        {QCoreApplication::translate(
             "foyer::Options", "The box office: sells, finds, refunds and counts at a counter."),
            QCoreApplication::translate(
                "foyer::Options", "Works through a day at the desk by itself and saves each page as a picture in DIR."),
            {1280, 800}, u"light"_s, 4, Place::Desk},
        hasScreen);
    if (!read.options)
        return read.exitCode;
    loadFonts();
    FoyerStyle::wear(app, read.options->theme);
    if (read.options->tourDir.isEmpty())
        return run(*read.options, translator);
    return onScratchNode([options = *read.options, &translator](const QString &dataDir) mutable {
        options.dataDir = dataDir;
        return run(options, translator);
    });
}
