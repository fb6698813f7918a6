#pragma once

#include <QByteArray>
#include <initializer_list>

namespace foyer {

/// Of the parts one after the other: 32 bytes. By libcrypto, which uses what the processor has for it: a journal is
/// hashed entry by entry, and every request's body. Any thread.
QByteArray sha256(std::initializer_list<QByteArrayView> parts);
inline QByteArray sha256(QByteArrayView bytes) { return sha256({bytes}); }

} // namespace foyer
