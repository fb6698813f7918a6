#include "domain/Sha256.h"

#include <memory>
#include <openssl/evp.h>

namespace foyer {

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    static const EVP_MD *const method = EVP_MD_fetch(nullptr, "SHA256", nullptr); // looked up once: that is slow
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray hash(EVP_MD_get_size(method), Qt::Uninitialized);
    bool isWell = EVP_DigestInit_ex2(context.get(), method, nullptr) == 1;
    for (const QByteArrayView part : parts)
        isWell = isWell && EVP_DigestUpdate(context.get(), part.data(), size_t(part.size())) == 1;
    if (!isWell || EVP_DigestFinal_ex(context.get(), reinterpret_cast<uchar *>(hash.data()), nullptr) != 1)
        qFatal("SHA-256 can't be computed");
    return hash;
}

} // namespace foyer
