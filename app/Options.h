#pragma once

#include "ui/theme/Tokens.h"

#include <QCoreApplication>
#include <QSize>
#include <QString>
#include <QStringList>

namespace foyer {

/// What a program with a window starts as, where nothing else is said.
struct ProgramDefaults {
    QString about;     ///< what it does, in one sentence
    QString tourAbout; ///< what its tour does
    QSize size;
    QString theme;      ///< as --theme takes it
    double density = 0; ///< px/mm of the screen it is made for
    Place place = Place::Kiosk;
};

struct Options {
    QString dataDir;
    QString tourDir; ///< empty: sell
    QSize size;
    QString language;
    Theme theme;
    Q_DECLARE_TR_FUNCTIONS(foyer::Options)
};

/// Before the application is made, which ends the program where it finds none. False: there is no screen here, and
/// nobody said how else windows are shown; pictures, help and mistakes need none.
bool findScreen();

/// Options, or the exit code to end with: 0 after --help and --version, 2 for what can't be understood, 1 without a
/// screen.
struct OptionsOrExit {
    std::optional<Options> options;
    int exitCode = 0;
};
OptionsOrExit readOptions(const QStringList &arguments, const ProgramDefaults &defaults, bool hasScreen);

} // namespace foyer
