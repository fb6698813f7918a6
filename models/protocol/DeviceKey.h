#pragma once

#include "domain/Result.h"

#include <QByteArray>

namespace foyer {

/// What proves that a request comes from one machine: an Ed25519 key that was made there and never leaves it.
/// Thread-safe once loaded.
class DeviceKey
{
public:
    /// Reads the file, or makes it, readable by its owner only, when `mayMake` and there is none.
    static Result<DeviceKey> load(const QString &file, bool mayMake);

    const QByteArray &publicKey() const { return m_public; } ///< 32 bytes
    QByteArray sign(const QByteArray &message) const;        ///< 64 bytes
    static bool fits(const QByteArray &signature, const QByteArray &message, const QByteArray &publicKey);

    /// Something only the owner of that key can read.
    static QByteArray sealed(const QByteArray &secret, const QByteArray &forPublicKey);
    Result<QByteArray> opened(const QByteArray &sealed) const;

private:
    QByteArray m_public, m_secret;
};

} // namespace foyer
