#include "devices/SimulatedPrinter.h"

#include <QDir>
#include <QSaveFile>

namespace foyer {

using namespace Qt::StringLiterals;

SimulatedPrinter::SimulatedPrinter(const QString &folder, QObject *parent) : Printer(parent), m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
    m_count = int(QDir(folder).entryList({u"*.pdf"_s}, QDir::Files).size());
}

SimulatedPrinter::~SimulatedPrinter() { m_thread.waitForDone(); }

void SimulatedPrinter::print(const PrintJob &job)
{
    m_thread.start([this, job, number = ++m_count] {
        const Done written = write(job, number);
        QMetaObject::invokeMethod(this, [this, name = job.name, written] {
            if (written.ok())
                Q_EMIT printed(name);
            else
                Q_EMIT failed(name, *written.error());
        });
    });
}

Done SimulatedPrinter::write(const PrintJob &job, int number) const
{
    QString name = job.name; // of an order or of a person's making: nothing in it may lead out of the folder
    for (QChar &c : name)
        if (!c.isLetterOrNumber() && c != u'-')
            c = u'_';
    QSaveFile file(u"%1/%2-%3.pdf"_s.arg(m_folder).arg(number, 5, 10, QLatin1Char('0')).arg(name.left(60)));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::Io, file.errorString()};
    FOYER_CHECK(job.write(file));
    return file.commit() ? done : Done(Error{Error::Kind::Io, file.errorString()});
}

} // namespace foyer
