#include "Command.h"
#include "wording/Translator.h"

#include <QCoreApplication>
#include <array>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
const std::array commands{&initCommand, &importCommand, &sellCommand, &verifyCommand, &refundCommand, &claimCommand,
    &unclaimedCommand, &tendersCommand, &settleCommand, &memberCommand, &cardCommand, &staffCommand, &enrolCodeCommand,
    &enrolCommand, &revokeCommand, &restoredCommand, &releaseCommand, &allotCommand, &tasksCommand, &syncCommand,
    &statusCommand, &shiftCommand, &figuresCommand};

void addCommonOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"data"_s, Ctl::tr("The data folder; %1 when not named.").arg(DataFolder::defaultPath()), u"DIR"_s});
    parser.addHelpOption();
}

QString table()
{
    QString text = Ctl::tr("Commands:") + u'\n';
    for (const Command *command : commands) {
        const QString call = u"%1 %2"_s.arg(QString::fromLatin1(command->name), QString::fromLatin1(command->words));
        text += u"  %1 %2\n"_s.arg(call, -22).arg(Ctl::tr(command->summary));
    }
    return text + u'\n' + Ctl::tr("foyerctl COMMAND --help tells more of one.") + u'\n';
}

int runCommand(const Command &command, QStringList arguments, const QString &data, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Ctl::tr(command.summary));
    addCommonOptions(parser);
    parser.addOptions(command.options());
    parser.addPositionalArgument(QString::fromLatin1(command.words), {},
        u"%1 %2"_s.arg(QString::fromLatin1(command.name), QString::fromLatin1(command.words)));
    arguments.prepend(u"foyerctl"_s);
    const bool understood = parser.parse(arguments);
    const QStringList words = parser.positionalArguments();
    const QString folder = parser.isSet(u"data"_s) ? parser.value(u"data"_s) : data;
    Call call{parser, words, DataFolder(folder), out, err, Wording()};
    if (!understood)
        return call.usage(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        out << parser.helpText();
        return ExitDone;
    }
    if (words.size() < command.wordsMin || words.size() > command.wordsMax)
        return call.usage(u"%1 %2 %3"_s.arg(
            Ctl::tr("expected:"), QString::fromLatin1(command.name), QString::fromLatin1(command.words)));
    return command.run(call);
}
} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"foyerctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    Translator translator;
    translator.use(QLocale().name().left(2));
    QTextStream out(stdout), err(stderr);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Ctl::tr("Sets up a house that sells seats, looks after it, and proves its books."));
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addCommonOptions(parser);
    parser.addVersionOption();
    parser.addPositionalArgument(u"COMMAND"_s, {}, u"COMMAND …"_s);
    const bool understood = parser.parse(QCoreApplication::arguments());
    QStringList words = parser.positionalArguments();
    const QString data = parser.isSet(u"data"_s) ? parser.value(u"data"_s) : DataFolder::defaultPath();
    const Call call{parser, words, DataFolder(data), out, err, Wording()};
    if (!understood)
        return call.usage(parser.errorText());
    if (parser.isSet(u"version"_s)) {
        out << "foyerctl " FOYER_VERSION "\n";
        return ExitDone;
    }
    const bool isHelp = words.value(0) == "help"_L1;
    if (parser.isSet(u"help"_s) || (isHelp && words.size() == 1)) {
        out << parser.helpText() << '\n' << table();
        return ExitDone;
    }
    if (words.isEmpty())
        return call.usage(Ctl::tr("no command was named\n") + table());
    if (isHelp)
        words = {words[1], u"--help"_s};
    const QString name = words.takeFirst();
    for (const Command *command : commands)
        if (name == QLatin1StringView(command->name))
            return runCommand(*command, words, data, out, err);
    return call.usage(Ctl::tr("there is no command “%1”").arg(name) + u'\n' + table());
}
