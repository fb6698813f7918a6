#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace foyer::test {

/// Between a terminal and its hub: loses an answer when it is told to, as a server that closes without one.
class LossyProxy : public QTcpServer
{
public:
    explicit LossyProxy(quint16 hub) : m_hub(hub) { listen(QHostAddress::LocalHost); }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    int losses = 0; ///< answers to lose from here on
    int requests = 0;
    QByteArray loses; ///< a route all of whose answers are lost

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *near = new QTcpSocket(this), *far = new QTcpSocket(near);
        near->setSocketDescriptor(handle);
        far->connectToHost(QHostAddress::LocalHost, m_hub);
        connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            const QByteArray bytes = near->readAll();
            requests += int(bytes.count(" HTTP/1.1\r\n"));
            if (!loses.isEmpty() && bytes.startsWith("POST " + loses + ' '))
                far->setProperty("lost", true);
            far->write(bytes);
        });
        connect(far, &QTcpSocket::readyRead, near, [this, near, far] {
            const QByteArray answer = far->readAll();
            if (losses > 0 || far->property("lost").toBool()) {
                losses = std::max(0, losses - 1);
                near->close();
                return;
            }
            near->write(answer);
        });
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    }

private:
    quint16 m_hub;
};

} // namespace foyer::test
