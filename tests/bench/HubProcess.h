#pragma once

#include "BenchHouse.h"

#include "domain/Epoch.h"
#include "protocol/DeviceKey.h"
#include "storage/DataFolder.h"

#include <QProcess>
#include <vector>

namespace foyer {
class HubService;
class TerminalSync;
} // namespace foyer

namespace foyer::bench {

DataFolder freshFolder(const QString &name);
quint16 freePort();

/// A foyer-hub in a process of its own.
class HubProcess
{
public:
    explicit HubProcess(const DataFolder &folder, quint16 port = freePort());
    ~HubProcess();

    const quint16 port;
    double cpuSeconds() const;
    double residentMegabytes() const;

private:
    QProcess m_process;
};

/// One kept connection, without Qt: what is measured is the hub.
class Wire
{
public:
    explicit Wire(quint16 port);
    ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    void send(const QByteArray &request);
    /// Waits for more to come, true once the answer is whole; the connection mustn't end.
    bool hear();
    QByteArray takeAnswer() { return std::exchange(m_answer, {}); }
    QByteArray ask(const QByteArray &request);
    int socket() const { return m_socket; }

private:
    int m_socket;
    QByteArray m_answer;
};

bool isOk(const QByteArray &answer); ///< status 200
QByteArray bodyOf(const QByteArray &answer);

/// Somebody whom a hub knows by key.
struct Caller {
    DeviceKey key;
    EpochId epoch;
    QByteArray get(const QByteArray &path, const QByteArray &query) const;
    QByteArray post(const QByteArray &path, const QJsonObject &body) const;
};

/// Enrols a terminal, both databases being at rest, and lets it report: it may hold rights.
Caller enrolled(
    HubService &hub, TerminalSync &terminal, const DeviceKey &key, const QByteArray &houseKey, quint16 port);
/// So many that can ask, and have no databases.
std::vector<Caller> enrolled(const DataFolder &hub, int count);

} // namespace foyer::bench
