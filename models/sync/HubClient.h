#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "protocol/DeviceKey.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

namespace foyer {

/// Signed requests to one hub over HTTP. In the thread that made it. What comes back is the hub's answer, its refusal,
/// or Error::Kind::Unreachable: lost on either way, so that nobody knows whether it was done.
class HubClient : public QObject
{
public:
    /// `caFile`: the certificates that the hub's must come from; the system's where there is no such file.
    HubClient(const QUrl &hub, DeviceKey key, const Clock &clock, const QString &caFile);

    using Json = std::function<void(const Result<QJsonObject> &)>;
    using Bytes = std::function<void(const Result<QByteArray> &)>;
    void post(const QString &path, int epoch, const QJsonObject &body, std::chrono::milliseconds patience, Json then);
    /// `path` with its query.
    void get(const QString &path, int epoch, std::chrono::milliseconds patience, Json then);
    void getBytes(const QString &path, int epoch, std::chrono::milliseconds patience, Bytes then);
    /// Answers that are still awaited will be Unreachable.
    void giveUp();

private:
    void send(const QByteArray &method, const QString &path, int epoch, const QByteArray &body,
        std::chrono::milliseconds patience, Bytes then);

    QUrl m_hub;
    DeviceKey m_key;
    const Clock &m_clock;
    QString m_caFile;
    QNetworkAccessManager m_network;
};

} // namespace foyer
