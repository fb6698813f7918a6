#include "services/Secrets.h"

#include <QFile>
#include <QSaveFile>
#include <sodium.h>

namespace foyer {

namespace {
constexpr int keyBytes = crypto_kdf_KEYBYTES;
const QString prepared = QStringLiteral(".next");
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O, U

uchar *bytesOf(QByteArray &bytes) { return reinterpret_cast<uchar *>(bytes.data()); }
const uchar *bytesOf(const QByteArray &bytes) { return reinterpret_cast<const uchar *>(bytes.constData()); }

QByteArray subkey(const QByteArray &key, quint64 number)
{
    QByteArray derived(32, Qt::Uninitialized);
    crypto_kdf_derive_from_key(bytesOf(derived), 32, number, "foyer-01", bytesOf(key));
    return derived;
}

QByteArray keyedHash(const QByteArray &message, const QByteArray &key, int size = 32)
{
    QByteArray hash(size, Qt::Uninitialized);
    crypto_generichash(
        bytesOf(hash), size_t(size), bytesOf(message), size_t(message.size()), bytesOf(key), size_t(key.size()));
    return hash;
}

Result<QByteArray> readKey(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, QStringLiteral("cannot read ") + file};
    const QByteArray key = in.readAll();
    if (key.size() != keyBytes)
        return Error{Error::Kind::Corrupt, file + QStringLiteral(" is not a house key")};
    return key;
}

Done writeKey(const QString &file, const QByteArray &key)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        out.write(key) != key.size() || !out.commit())
        return Error{Error::Kind::Io, QStringLiteral("cannot write ") + file};
    return done;
}

Result<QByteArray> makeKey(const QString &file)
{
    const QByteArray key = Secrets::randomBytes(keyBytes);
    FOYER_CHECK(writeKey(file, key));
    return key;
}
} // namespace

Result<Secrets> Secrets::load(const QString &keyFile, bool mayMake)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Internal, QStringLiteral("libsodium doesn't start")};
    FOYER_TRY(key, mayMake && !QFile::exists(keyFile) ? makeKey(keyFile) : readKey(keyFile));
    Secrets secrets;
    secrets.m_phone = subkey(key, 1);
    secrets.m_card = subkey(key, 2);
    secrets.m_pepper = subkey(key, 3);
    secrets.m_ticket = subkey(key, 4);
    // fits no PIN: nobody's PIN has this length; made without Argon2's cost, so that starting costs nothing
    secrets.m_nobody = QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
                                      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    return secrets;
}

Result<QByteArray> Secrets::houseKey(const QString &keyFile) { return readKey(keyFile); }

Done Secrets::keepHouseKey(const QString &keyFile, const QByteArray &key)
{
    FOYER_REQUIRE(key.size() == keyBytes);
    return writeKey(keyFile, key);
}

Done Secrets::prepareHouseKey(const QString &keyFile, const QByteArray &key)
{
    return keepHouseKey(keyFile + prepared, key);
}

Done Secrets::finishHouseKey(const QString &keyFile, bool isTheHouses)
{
    const QString next = keyFile + prepared;
    if (!QFile::exists(next))
        return done;
    FOYER_TRY(key, readKey(next));
    if (isTheHouses)
        FOYER_CHECK(writeKey(keyFile, key));
    QFile::remove(next);
    return done;
}

QByteArray Secrets::phoneHash(const QString &digits) const { return keyedHash(digits.toUtf8(), m_phone); }
QByteArray Secrets::cardHash(const QString &code) const { return keyedHash(code.toUtf8(), m_card); }

QString Secrets::pinHash(const QString &pin) const
{
    const QByteArray peppered = keyedHash(pin.toUtf8(), m_pepper);
    char hash[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str(hash, peppered.constData(), quint64(peppered.size()),
        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    FOYER_REQUIRE(failed == 0); // only when 64 MB can't be had
    return QString::fromLatin1(hash);
}

bool Secrets::pinFits(const QString &pin, const QString &hash) const
{
    const QByteArray peppered = keyedHash(pin.toUtf8(), m_pepper);
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), peppered.constData(), quint64(peppered.size())) == 0;
}

QByteArray Secrets::randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QString Secrets::randomDigits(int count)
{
    QString digits;
    for (int i = 0; i < count; ++i)
        digits += QChar(u'0' + char16_t(randombytes_uniform(10)));
    return digits;
}

QByteArray Secrets::secretHash(const QByteArray &secret)
{
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(bytesOf(hash), 32, bytesOf(secret), size_t(secret.size()), nullptr, 0);
    return hash;
}

bool Secrets::equal(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

QString Secrets::ticketCode(const QByteArray &ticketId) const
{
    return readable(ticketId, 26) + readable(keyedHash(ticketId, m_ticket, 16), 10);
}

bool Secrets::ticketCodeFits(const QString &code) const
{
    if (code.size() != 36)
        return false;
    QByteArray id(17, '\0');
    for (int i = 0; i < 26; ++i) {
        const char *found = std::strchr(alphabet, code[i].toLatin1());
        if (!found || !*found)
            return false;
        for (int bit = 0; bit < 5; ++bit)
            if ((found - alphabet) >> (4 - bit) & 1)
                id[(i * 5 + bit) / 8] = char(id[(i * 5 + bit) / 8] | 1 << (7 - (i * 5 + bit) % 8));
    }
    return equal(ticketCode(id.left(16)).toLatin1(), code.toLatin1());
}

QString Secrets::claimCode()
{
    QString code = readable(randomBytes(8), 12);
    return code.insert(8, u'-').insert(4, u'-');
}

QByteArray Secrets::claimHash(const QString &code) { return secretHash(asMeant(code).toUtf8()); }

QString readable(const QByteArray &bytes, int characters)
{
    QString text;
    for (int i = 0; i < characters; ++i) {
        int value = 0;
        for (int bit = i * 5; bit < i * 5 + 5; ++bit)
            value = value << 1 | (bit / 8 < bytes.size() ? uchar(bytes[bit / 8]) >> (7 - bit % 8) & 1 : 0);
        text += QLatin1Char(alphabet[value]);
    }
    return text;
}

QString asMeant(const QString &typedCode)
{
    QString plain = typedCode.toUpper();
    plain.remove(u'-').remove(u' ').replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
    return plain;
}

} // namespace foyer
