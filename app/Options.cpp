#include "Options.h"

#include "storage/DataFolder.h"
#include "wording/Translator.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTextStream>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
std::optional<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.width() >= 640 && size.height() >= 640 && size.width() <= 8'000 && size.height() <= 8'000
               ? std::optional(size)
               : std::nullopt;
}

std::optional<ThemeKind> themeOf(const QString &text)
{
    if (text == u"dark"_s)
        return ThemeKind::Dark;
    if (text == u"light"_s)
        return ThemeKind::Light;
    return text == u"contrast"_s ? std::optional(ThemeKind::HighContrast) : std::nullopt;
}

std::optional<Options> understood(const QCommandLineParser &parser, const ProgramDefaults &defaults, QString &problem)
{
    const auto size = sizeOf(parser.value(u"size"_s));
    const auto kind = themeOf(parser.value(u"theme"_s));
    bool isNumber = false;
    const int text = parser.value(u"text"_s).toInt(&isNumber);
    const QString language = parser.value(u"locale"_s);
    if (!parser.positionalArguments().isEmpty())
        problem = Options::tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst());
    else if (!size)
        problem = Options::tr("--size takes WIDTHxHEIGHT, each from 640 to 8000.");
    else if (!kind)
        problem = Options::tr("--theme takes dark, light or contrast.");
    else if (!isNumber || text < 100 || text > 200)
        problem = Options::tr("--text takes a number from 100 to 200.");
    else if (!Translator::languages().contains(language))
        problem = Options::tr("--locale takes ko or en.");
    if (!problem.isEmpty())
        return std::nullopt;
    const bool isTour = !parser.value(u"tour"_s).isEmpty(); // its pictures are of what stands still
    const bool isSmall = defaults.place == Place::Kiosk && std::max(size->width(), size->height()) < 1'400;
    const double density = isSmall ? defaults.density * 2 / 3 : defaults.density;
    return Options{parser.value(u"data"_s), parser.value(u"tour"_s), *size, language,
        Theme(*kind, density, text, defaults.place, isTour ? Motion::Reduced : Motion::Full)};
}
} // namespace

bool findScreen()
{
    const auto names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    const bool isNamed = !std::all_of(names.begin(), names.end(), qEnvironmentVariableIsEmpty);
    if (!isNamed)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return isNamed;
}

OptionsOrExit readOptions(const QStringList &arguments, const ProgramDefaults &defaults, bool hasScreen)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(defaults.about);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, Options::tr("Data folder."), u"DIR"_s, DataFolder::defaultPath()},
        {u"tour"_s, defaults.tourAbout, u"DIR"_s},
        {u"size"_s, Options::tr("Size of the window on a tour."), u"WxH"_s,
            u"%1x%2"_s.arg(defaults.size.width()).arg(defaults.size.height())},
        {u"locale"_s, Options::tr("Language that every visit starts in: ko or en."), u"LANGUAGE"_s, u"ko"_s},
        {u"theme"_s, Options::tr("dark, light or contrast."), u"THEME"_s, defaults.theme},
        {u"text"_s, Options::tr("Text size in percent, 100 to 200."), u"PERCENT"_s, u"100"_s},
    });
    QString problem;
    if (!parser.parse(arguments)) {
        problem = parser.errorText();
    } else if (parser.isSet(version)) {
        QTextStream(stdout) << QCoreApplication::applicationName() << ' ' << QCoreApplication::applicationVersion()
                            << '\n';
        return {std::nullopt, 0};
    } else if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText();
        return {std::nullopt, 0};
    } else if (auto options = understood(parser, defaults, problem)) {
        const bool needsScreen = options->tourDir.isEmpty();
        if (!needsScreen || hasScreen || QGuiApplication::platformName() != "offscreen"_L1)
            return {std::move(options), 0};
        QTextStream(stderr) << Options::tr("There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. "
                                           "QT_QPA_PLATFORM names another way to show windows (eglfs, linuxfb, vnc); "
                                           "--tour DIR needs none.")
                            << '\n';
        return {std::nullopt, 1};
    }
    QTextStream(stderr) << problem << '\n';
    return {std::nullopt, 2};
}

} // namespace foyer
