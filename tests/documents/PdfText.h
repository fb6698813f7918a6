#pragma once

#include <QProcess>
#include <QString>

namespace foyer::test {

/// What can be read, searched and read aloud of a PDF; single spaces between its words. Empty: it isn't one.
inline QString textOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    return reader.waitForFinished() && reader.exitCode() == 0
               ? QString::fromUtf8(reader.readAllStandardOutput()).simplified()
               : QString();
}

} // namespace foyer::test
