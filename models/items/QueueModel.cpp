#include "items/QueueModel.h"

#include "services/Shop.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
const QString slipPrefix = u"FOYER-Q1:"_s;
}

QString slipText(const TokenPass &pass)
{
    return slipPrefix + QString::fromLatin1((pass.id.bytes() + pass.secret).toBase64(QByteArray::Base64UrlEncoding));
}

bool isSlip(const QString &text) { return text.startsWith(slipPrefix); }

std::optional<TokenPass> slipFromText(const QString &text)
{
    if (!isSlip(text))
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(text.mid(slipPrefix.size()).toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 32)
        return std::nullopt;
    return TokenPass{TokenId::fromBytes(decoded.decoded.left(16)), decoded.decoded.mid(16)};
}

QueueModel::QueueModel(Shop &shop, QObject *parent) : QObject(parent), m_shop(shop)
{
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_pass && (changes.queue || changes.everything || changes.tokens.contains(m_pass->id)))
            refresh();
    });
}

QString QueueModel::slipCode() const { return m_pass ? slipText(*m_pass) : QString(); }

void QueueModel::open(const TokenPass &pass)
{
    m_pass = pass;
    refresh();
}

void QueueModel::close()
{
    m_pass.reset();
    m_place.reset();
    Q_EMIT changed();
}

void QueueModel::refresh()
{
    deliver(m_shop.place(*m_pass), this, [this, asked = m_pass->id](const Result<QueuePlace> &place) {
        if (!m_pass || m_pass->id != asked)
            return;
        if (place.refused()) {
            Q_EMIT lost(*place.refused());
        } else if (place.ok()) {
            m_place = place.value();
            Q_EMIT changed();
            if (m_place->token.state == TokenState::Admitted)
                Q_EMIT admitted();
        }
    });
}

} // namespace foyer
