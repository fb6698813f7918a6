#include "protocol/RequestSignature.h"

#include "domain/Sha256.h"

#include <QRegularExpression>
#include <sodium.h>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QByteArray digestOf(const QByteArray &body) { return "sha-256=:" + sha256(body).toBase64() + ':'; }

QByteArray parameters(qint64 created, const QByteArray &publicKey)
{
    return "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"foyer-epoch\");created=" +
           QByteArray::number(created) + ";keyid=\"" + publicKey.toBase64() + "\";alg=\"ed25519\"";
}

QByteArray base(const SignedParts &parts, const QByteArray &digest, const QByteArray &parameters)
{
    return "\"@method\": " + parts.method + "\n\"@path\": " + parts.path + "\n\"@query\": " + parts.query +
           "\n\"content-digest\": " + digest + "\n\"foyer-epoch\": " + QByteArray::number(parts.epoch) +
           "\n\"@signature-params\": " + parameters;
}
} // namespace

SignatureHeaders signedBy(const DeviceKey &key, const SignedParts &parts)
{
    const QByteArray said = parameters(parts.created, key.publicKey());
    const QByteArray digest = digestOf(parts.body);
    return {digest, "foyer=" + said, "foyer=:" + key.sign(base(parts, digest, said)).toBase64() + ':'};
}

std::optional<QByteArray> provenKey(const SignatureHeaders &headers, SignedParts parts)
{
    static const QRegularExpression input(uR"x(;created=(\d{1,15});keyid="([A-Za-z0-9+/]{43}=)";)x"_s);
    static const QRegularExpression value(uR"x(^foyer=:([A-Za-z0-9+/]{86}==):$)x"_s);
    if (headers.contentDigest != digestOf(parts.body))
        return std::nullopt;
    const auto said = input.match(QString::fromLatin1(headers.signatureInput));
    const auto signature = value.match(QString::fromLatin1(headers.signature));
    if (!said.hasMatch() || !signature.hasMatch())
        return std::nullopt;
    const QByteArray key = QByteArray::fromBase64(said.captured(2).toLatin1());
    const QByteArray expected = parameters(said.captured(1).toLongLong(), key);
    if (headers.signatureInput != "foyer=" + expected) // another profile
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromBase64(signature.captured(1).toLatin1());
    return DeviceKey::fits(bytes, base(parts, headers.contentDigest, expected), key) ? std::optional(key)
                                                                                     : std::nullopt;
}

} // namespace foyer
