#pragma once

#include "domain/Result.h"

#include <QByteArray>

namespace foyer {

/// Everything that is kept secret or proved with a key, through libsodium. The house's key lies beside the database,
/// readable by its owner only, and is in no backup of the database. Thread-safe after load().
class Secrets
{
public:
    /// Reads the house's key, or makes one when `mayMake` and there is none.
    static Result<Secrets> load(const QString &keyFile, bool mayMake);

    /// The house's key itself: a hub hands it out, sealed, to the machines that it enrols.
    static Result<QByteArray> houseKey(const QString &keyFile);
    static Done keepHouseKey(const QString &keyFile, const QByteArray &key);
    /// A key that is to be the house's: kept beside it until that is certain, then instead of it, or dropped.
    static Done prepareHouseKey(const QString &keyFile, const QByteArray &key);
    static Done finishHouseKey(const QString &keyFile, bool isTheHouses);

    QByteArray phoneHash(const QString &digits) const;
    QByteArray cardHash(const QString &code) const;
    /// Argon2id over the PIN and the house's pepper; about 100 ms of one core: never on the UI thread.
    QString pinHash(const QString &pin) const;
    /// Takes as long for a hash that fits nobody as for a wrong PIN.
    bool pinFits(const QString &pin, const QString &hash) const;
    QString nobodysPinHash() const { return m_nobody; }

    static QByteArray randomBytes(int count);
    static QString randomDigits(int count);
    static QByteArray secretHash(const QByteArray &secret);
    static bool equal(const QByteArray &a, const QByteArray &b); ///< in constant time

    /// What a ticket's QR holds: its id, and a seal that only this house can make.
    QString ticketCode(const QByteArray &ticketId) const;
    bool ticketCodeFits(const QString &code) const;
    /// A claim code for people, "7KQ4-MW2P-9DXA"; only its hash is stored.
    static QString claimCode();
    static QByteArray claimHash(const QString &code);

private:
    QByteArray m_phone, m_card, m_pepper, m_ticket; ///< subkeys
    QString m_nobody;
};

/// Digits, base 32 without look-alikes, in groups: for people to read aloud.
QString readable(const QByteArray &bytes, int characters);
/// What people meant who typed such a code: small letters, spaces and dashes, O for 0, I and L for 1.
QString asMeant(const QString &typedCode);

} // namespace foyer
