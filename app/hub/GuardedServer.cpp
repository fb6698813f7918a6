#include "GuardedServer.h"

#include "domain/Limits.h"

#include <QTcpSocket>
#include <QTimer>

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto requestPatience = 10s, idlePatience = 90s;
const QString guardName = QStringLiteral("guard");
constexpr int connectionsMax = 2'000;

/// Watches one connection; lives and goes with it.
class Guard : public QObject
{
public:
    explicit Guard(QTcpSocket *socket) : QObject(socket), m_socket(*socket)
    {
        setObjectName(guardName);
        connect(socket, &QTcpSocket::readyRead, this, &Guard::received); // before the HTTP server takes the bytes
        connect(&m_patience, &QTimer::timeout, this, [this] { close(m_isReading ? "408 Request Timeout" : ""); });
        m_patience.setSingleShot(true);
        m_patience.start(idlePatience);
    }
    void isWhole()
    {
        m_isReading = false;
        m_bytes = 0;
        m_patience.start(idlePatience); // an answer may take as long as a long poll does
    }

private:
    void received()
    {
        m_bytes += m_socket.bytesAvailable();
        if (!std::exchange(m_isReading, true))
            m_patience.start(requestPatience);
        if (m_bytes > limits::requestBytesMax)
            close("413 Payload Too Large");
    }
    void close(const QByteArray &status)
    {
        // from the HTTP server, which would go on reading; it still hears that the connection has gone
        QObject::disconnect(&m_socket, &QIODevice::readyRead, nullptr, nullptr);
        if (!status.isEmpty())
            m_socket.write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
        // what is still coming is thrown away: a connection that closes on unread bytes takes its answer along
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_socket.skip(m_socket.bytesAvailable()); });
        m_socket.skip(m_socket.bytesAvailable());
        m_patience.disconnect();
        connect(&m_patience, &QTimer::timeout, &m_socket, &QTcpSocket::disconnectFromHost);
        m_patience.start(1s);
    }

    QTcpSocket &m_socket;
    QTimer m_patience;
    qint64 m_bytes = 0;
    bool m_isReading = false;
};
} // namespace

void GuardedServer::incomingConnection(qintptr handle)
{
    if (findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size() >= connectionsMax) {
        QTcpSocket refused;
        refused.setSocketDescriptor(handle);
        return;
    }
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(handle);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new Guard(socket);
    addPendingConnection(socket);
}

void GuardedServer::requestIsWhole(QTcpSocket *socket)
{
    if (auto *guard = socket->findChild<QObject *>(guardName, Qt::FindDirectChildrenOnly))
        static_cast<Guard *>(guard)->isWhole();
}

} // namespace foyer
