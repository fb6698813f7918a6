#pragma once

#include "domain/Result.h"
#include "protocol/DeviceKey.h"

namespace foyer {

/// HTTP Message Signatures (RFC 9421) in one fixed profile: Ed25519 over method, path, query, Content-Digest (RFC 9530,
/// sha-256) and Foyer-Epoch. Nothing is negotiated; `created` is for people and isn't judged, since no safety rule
/// reads a wall clock: every request may be repeated without harm.
struct SignedParts {
    QByteArray method;  ///< "POST"
    QByteArray path;    ///< "/v1/rights"
    QByteArray query;   ///< with its "?"; "?" alone when there is none
    QByteArray body;    ///< may be empty
    int epoch = 0;      ///< of the node that asks
    qint64 created = 0; ///< seconds since 1970
};

struct SignatureHeaders {
    QByteArray contentDigest, signatureInput, signature;
};

SignatureHeaders signedBy(const DeviceKey &key, const SignedParts &parts);

/// The public key that these headers prove to have signed these parts; nothing when they prove nothing. Whether anybody
/// trusts that key is another question.
std::optional<QByteArray> provenKey(const SignatureHeaders &headers, SignedParts parts);

} // namespace foyer
