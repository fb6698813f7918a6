#pragma once

#include "domain/Result.h"

#include <QLockFile>
#include <QString>
#include <memory>

namespace foyer {

/// The folder of one node: its database, its keys, and the lock that keeps it to one selling program.
class DataFolder
{
public:
    explicit DataFolder(QString path) : m_path(std::move(path)) {}

    /// Where all programs look when nobody names a folder.
    static QString defaultPath();

    QString path() const { return m_path; }
    QString database() const { return m_path + QStringLiteral("/foyer.db"); }
    QString epochRegister() const { return m_path + QStringLiteral("/epochs.db"); }    ///< of a hub
    QString deviceKey() const { return m_path + QStringLiteral("/device.key"); }       ///< of a terminal
    QString hubCertificates() const { return m_path + QStringLiteral("/hub-ca.pem"); } ///< of a terminal; may be absent
    QString houseKey() const { return m_path + QStringLiteral("/house.key"); }
    QString simulatorMemory(const QString &device) const { return m_path + QStringLiteral("/demo-") + device; }

    /// Makes the folder if need be, for its owner alone, and sees that it can be written.
    Done prepare() const;
    /// That it has a database: NoDatabase, or ReadOnly where nobody here can know.
    Done isSetUp() const;
    /// Refused with Error::Kind::Locked while another program owns the folder; released with the pointer or by death.
    Result<std::unique_ptr<QLockFile>> lock() const;

private:
    QString m_path;
};

} // namespace foyer
