#include "sync/HubClient.h"

#include "domain/JsonInput.h"
#include "protocol/HubMessages.h"
#include "protocol/RequestSignature.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int httpOk = 200, httpRefusedFrom = 400, httpFailedFrom = 500;

Error unreachable(const QString &detail) { return {Error::Kind::Unreachable, detail}; }

Result<QByteArray> answerIn(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply.isOpen() ? reply.readAll() : QByteArray(); // closed when it was given up
    if (status == httpOk && reply.error() == QNetworkReply::NoError)
        return body;
    if (status >= httpRefusedFrom && status < httpFailedFrom) {
        const auto json = parseJson(body, InputFault::WrongType);
        if (json.ok() && json.value().contains(u"refusal"))
            return refusedIn(json.value());
    }
    return unreachable(u"%1 %2: %3"_s.arg(reply.url().toString()).arg(status).arg(reply.errorString()));
}

HubClient::Bytes asJson(HubClient::Json then)
{
    return [then = std::move(then)](const Result<QByteArray> &body) {
        if (!body.ok())
            return then(Failure(body));
        const auto json = parseJson(body.value(), InputFault::WrongType);
        then(json.ok() ? json : unreachable(u"the hub's answer is no JSON"_s));
    };
}
} // namespace

HubClient::HubClient(const QUrl &hub, DeviceKey key, const Clock &clock, const QString &caFile)
    : m_hub(hub), m_key(std::move(key)), m_clock(clock), m_caFile(caFile), m_network(this)
{
}

void HubClient::post(
    const QString &path, int epoch, const QJsonObject &body, std::chrono::milliseconds patience, Json then)
{
    send("POST", path, epoch, QJsonDocument(body).toJson(QJsonDocument::Compact), patience, asJson(std::move(then)));
}

void HubClient::get(const QString &path, int epoch, std::chrono::milliseconds patience, Json then)
{
    send("GET", path, epoch, {}, patience, asJson(std::move(then)));
}

void HubClient::getBytes(const QString &path, int epoch, std::chrono::milliseconds patience, Bytes then)
{
    send("GET", path, epoch, {}, patience, std::move(then));
}

void HubClient::giveUp()
{
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->abort();
}

void HubClient::send(const QByteArray &method, const QString &path, int epoch, const QByteArray &body,
    std::chrono::milliseconds patience, Bytes then)
{
    QUrl url = m_hub;
    url.setPath(m_hub.path() + path.section(u'?', 0, 0));
    url.setQuery(path.contains(u'?') ? path.section(u'?', 1) : QString());
    const SignatureHeaders headers =
        signedBy(m_key, {method, path.section(u'?', 0, 0).toLatin1(), '?' + path.section(u'?', 1).toLatin1(), body,
                            epoch, m_clock.utc().toSecsSinceEpoch()});
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(patience.count()));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Content-Digest", headers.contentDigest);
    request.setRawHeader("Foyer-Epoch", QByteArray::number(epoch));
    request.setRawHeader("Signature-Input", headers.signatureInput);
    request.setRawHeader("Signature", headers.signature);
    if (QFile::exists(m_caFile)) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_caFile));
        request.setSslConfiguration(tls);
    }
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        then(answerIn(*reply));
    });
}

} // namespace foyer
