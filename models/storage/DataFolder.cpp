#include "storage/DataFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QThread>

namespace foyer {

namespace {
constexpr unsigned long ownerWritesWithinMs = 500;
}

QString DataFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/foyer");
}

Done DataFolder::prepare() const
{
    const bool isNew = !QFileInfo::exists(m_path);
    if (!QDir().mkpath(m_path) || !QFileInfo(m_path).isDir())
        return Error{Error::Kind::ReadOnly, QStringLiteral("cannot make the folder ") + m_path};
    if (isNew)
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QTemporaryFile probe(m_path + QStringLiteral("/.probe-XXXXXX"));
    if (!probe.open() || probe.write("x") != 1 || !probe.flush())
        return Error{Error::Kind::ReadOnly,
            QStringLiteral("cannot write in ") + m_path + QStringLiteral(": ") + probe.errorString()};
    return done;
}

Done DataFolder::isSetUp() const
{
    const QFileInfo folder(m_path), file(database());
    if (file.exists() ? !file.isReadable() : folder.isDir() && !(folder.isReadable() && folder.isExecutable()))
        return Error{Error::Kind::ReadOnly, QStringLiteral("cannot read ") + database()};
    return file.exists() ? Done(done) : Error{Error::Kind::NoDatabase, QStringLiteral("there is no ") + database()};
}

Result<std::unique_ptr<QLockFile>> DataFolder::lock() const
{
    auto lock = std::make_unique<QLockFile>(m_path + QStringLiteral("/foyer.lock"));
    lock->setStaleLockTime(0); // stale is a dead process, never an old one
    if (lock->tryLock(0))
        return lock;
    qint64 pid = 0;
    QString host, program;
    if (!lock->getLockInfo(&pid, &host, &program)) { // a power cut leaves the file without its words, for ever
        QThread::msleep(ownerWritesWithinMs);
        if (!lock->getLockInfo(&pid, &host, &program))
            lock->removeStaleLockFile(); // not from under somebody: the system's own lock on it is asked for first
        if (lock->tryLock(0))
            return lock;
    }
    return lock->error() == QLockFile::LockFailedError
               ? Error{Error::Kind::Locked, QStringLiteral("another program sells from ") + m_path}
               : Error{Error::Kind::ReadOnly, QStringLiteral("cannot lock ") + m_path};
}

} // namespace foyer
