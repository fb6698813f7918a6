#pragma once

#include "ui/theme/Tokens.h"

#include <QCoreApplication>
#include <QSize>
#include <QString>
#include <QStringList>

namespace foyer {

struct Options {
    QString dataDir;
    QString tourDir; ///< empty: sell
    QSize size{1080, 1920};
    QString language;
    Theme theme;
    Q_DECLARE_TR_FUNCTIONS(foyer::Options)
};

/// Options, or the exit code to end with: 0 after --help and --version, 2 for what can't be understood.
struct OptionsOrExit {
    std::optional<Options> options;
    int exitCode = 0;
};
OptionsOrExit readOptions(const QStringList &arguments);

} // namespace foyer
