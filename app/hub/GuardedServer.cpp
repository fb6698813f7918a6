#include "GuardedServer.h"

#include <QTcpSocket>
#include <QTimer>

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr qint64 bytesMax = 4 * 1024 * 1024;
constexpr auto requestPatience = 10s, idlePatience = 90s;
constexpr int connectionsMax = 2'000;

/// Watches one connection; lives and goes with it.
class Guard : public QObject
{
public:
    explicit Guard(QTcpSocket *socket) : QObject(socket), m_socket(*socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, &Guard::received); // before the HTTP server takes the bytes
        connect(&m_patience, &QTimer::timeout, this, [this] { close(m_isReading ? "408 Request Timeout" : ""); });
        m_patience.setSingleShot(true);
        m_patience.start(idlePatience);
    }
    void answered()
    {
        m_isReading = false;
        m_bytes = 0;
        m_patience.start(idlePatience);
    }

private:
    void received()
    {
        m_bytes += m_socket.bytesAvailable();
        if (!std::exchange(m_isReading, true))
            m_patience.start(requestPatience);
        if (m_bytes > bytesMax)
            close("413 Payload Too Large");
    }
    void close(const QByteArray &status)
    {
        m_socket.disconnect(); // from the HTTP server, which would go on reading
        if (!status.isEmpty())
            m_socket.write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
        connect(&m_patience, &QTimer::timeout, &m_socket, &QTcpSocket::abort);
        m_patience.start(1s);
        m_socket.disconnectFromHost();
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

void GuardedServer::answered(QTcpSocket *socket)
{
    if (auto *guard = dynamic_cast<Guard *>(socket->findChild<QObject *>({}, Qt::FindDirectChildrenOnly)))
        guard->answered();
}

} // namespace foyer
