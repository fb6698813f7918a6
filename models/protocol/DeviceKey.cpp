#include "protocol/DeviceKey.h"

#include <QFile>
#include <QSaveFile>
#include <sodium.h>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
uchar *raw(QByteArray &bytes) { return reinterpret_cast<uchar *>(bytes.data()); }
const uchar *raw(const QByteArray &bytes) { return reinterpret_cast<const uchar *>(bytes.constData()); }

QByteArray room(qsizetype size) { return {size, Qt::Uninitialized}; }

Result<QByteArray> readSeed(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, u"cannot read "_s + file};
    const QByteArray seed = in.readAll();
    if (seed.size() != crypto_sign_SEEDBYTES)
        return Error{Error::Kind::Corrupt, file + u" is not a device key"_s};
    return seed;
}

Result<QByteArray> makeSeed(const QString &file)
{
    QByteArray seed = room(crypto_sign_SEEDBYTES);
    randombytes_buf(seed.data(), size_t(seed.size()));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        out.write(seed) != seed.size() || !out.commit())
        return Error{Error::Kind::Io, u"cannot write "_s + file};
    return seed;
}
} // namespace

Result<DeviceKey> DeviceKey::load(const QString &file, bool mayMake)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Internal, u"libsodium doesn't start"_s};
    FOYER_TRY(seed, mayMake && !QFile::exists(file) ? makeSeed(file) : readSeed(file));
    DeviceKey key;
    key.m_public = room(crypto_sign_PUBLICKEYBYTES);
    key.m_secret = room(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(raw(key.m_public), raw(key.m_secret), raw(std::as_const(seed)));
    return key;
}

QByteArray DeviceKey::sign(const QByteArray &message) const
{
    QByteArray signature = room(crypto_sign_BYTES);
    crypto_sign_detached(raw(signature), nullptr, raw(message), quint64(message.size()), raw(m_secret));
    return signature;
}

bool DeviceKey::fits(const QByteArray &signature, const QByteArray &message, const QByteArray &publicKey)
{
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(raw(signature), raw(message), quint64(message.size()), raw(publicKey)) == 0;
}

QByteArray DeviceKey::sealed(const QByteArray &secret, const QByteArray &forPublicKey)
{
    QByteArray box = room(crypto_box_PUBLICKEYBYTES), sealed = room(crypto_box_SEALBYTES + secret.size());
    if (crypto_sign_ed25519_pk_to_curve25519(raw(box), raw(forPublicKey)) != 0)
        return {}; // no key of anybody
    crypto_box_seal(raw(sealed), raw(secret), quint64(secret.size()), raw(std::as_const(box)));
    return sealed;
}

Result<QByteArray> DeviceKey::opened(const QByteArray &sealed) const
{
    QByteArray box = room(crypto_box_PUBLICKEYBYTES), secretBox = room(crypto_box_SECRETKEYBYTES);
    if (crypto_sign_ed25519_pk_to_curve25519(raw(box), raw(m_public)) == 0 &&
        crypto_sign_ed25519_sk_to_curve25519(raw(secretBox), raw(m_secret)) == 0 &&
        sealed.size() >= crypto_box_SEALBYTES) {
        QByteArray secret = room(sealed.size() - crypto_box_SEALBYTES);
        if (crypto_box_seal_open(raw(secret), raw(sealed), quint64(sealed.size()), raw(std::as_const(box)),
                raw(std::as_const(secretBox))) == 0)
            return secret;
    }
    return Error{Error::Kind::Corrupt, u"what the hub sealed isn't for this machine's key"_s};
}

} // namespace foyer
