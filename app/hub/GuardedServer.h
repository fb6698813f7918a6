#pragma once

#include <QTcpServer>

namespace foyer {

/// Connections that may not grow or linger: Qt's HTTP server reads a request of any size for any time. A request that
/// is too large is answered with 413, one that doesn't come to its end with 408, and the connection closes.
class GuardedServer : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

    /// The request of this connection is read to its end: it may wait for its answer, and the next one may come.
    static void requestIsWhole(QTcpSocket *socket);

protected:
    void incomingConnection(qintptr handle) override;
};

} // namespace foyer
