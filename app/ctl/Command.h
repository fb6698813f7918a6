#pragma once

#include "domain/Result.h"
#include "storage/DataFolder.h"
#include "wording/Wording.h"

#include <QCommandLineParser>
#include <QTextStream>

namespace foyer {

enum Exit { ExitDone = 0, ExitFailed = 1, ExitUsage = 2 };

/// The program's own words; those of the domain are Wording's.
struct Ctl {
    Q_DECLARE_TR_FUNCTIONS(foyer::Ctl)
};

/// What one command was called with, and where it answers.
struct Call {
    const QCommandLineParser &options;
    QStringList words; ///< after the command's name
    DataFolder folder;
    QTextStream &out;
    QTextStream &err;
    Wording wording;

    bool has(const QString &option) const { return options.isSet(option); }
    QString value(const QString &option) const { return options.value(option); }

    int usage(const QString &what) const;
    int fail(const QString &what) const;
    int fail(const Error &error) const;
    int fail(const Refused &refused) const;
    template <typename T>
    int fail(const Result<T> &result) const
    {
        return result.refused() ? fail(*result.refused()) : fail(*result.error());
    }
};

/// One command of the table. Each has a file of its own.
struct Command {
    const char *name;
    const char *words; ///< "ORDER": how its words are called in the help
    const char *summary;
    int wordsMin, wordsMax;
    QList<QCommandLineOption> (*options)();
    int (*run)(Call &call);
};

extern const Command initCommand, importCommand, sellCommand, verifyCommand, refundCommand, claimCommand,
    unclaimedCommand, tendersCommand, settleCommand, memberCommand, cardCommand, staffCommand, enrolCodeCommand,
    enrolCommand, revokeCommand, restoredCommand, releaseCommand, allotCommand, tasksCommand, syncCommand,
    statusCommand, shiftCommand, figuresCommand;

/// "--json", which several commands take.
QCommandLineOption jsonOption();

} // namespace foyer
