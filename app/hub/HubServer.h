#pragma once

#include "services/Secrets.h"
#include "storage/DataFolder.h"
#include "storage/StoreThread.h"
#include "sync/HubService.h"
#include "sync/HubWork.h"

#include <QAbstractHttpServer>
#include <QPointer>
#include <QTcpSocket>
#include <QThreadPool>
#include <QTimer>

namespace foyer {

struct FigureWish;

/// The HTTP face of a hub (resources/api/openapi.yaml): parse → service → encode, no rules. Writes go through one store
/// thread, reads through another beside it; answers leave in the order they come.
class HubServer : public QAbstractHttpServer
{
    Q_OBJECT
public:
    HubServer(const DataFolder &folder, const Clock &clock);
    ~HubServer() override;

    Done open();
    Done listen(const QHostAddress &address, quint16 port);
    quint16 port() { return serverPorts().isEmpty() ? 0 : serverPorts().constFirst(); }

Q_SIGNALS:
    void broken(const foyer::Error &error);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    struct Inside;
    /// One request on its way; its answer may be given once, later, or never where the client has gone.
    struct Asked {
        QPointer<QTcpSocket> socket;
        QByteArray method, path, query, body;
        QByteArray key; ///< proven; empty: none
        int epoch = 0;
        QString route;
    };
    using Asking = std::shared_ptr<const Asked>;
    struct Poll {
        Asking asked;
        EpochId epoch;
        qint64 after = 0;
        qint64 catalogue = 0;
        QDeadlineTimer until;
    };

    void answer(const Asking &asked, int status, const QByteArray &type, const QByteArray &body);
    void answer(const Asking &asked, const QJsonObject &json);
    void refuse(const Asking &asked, const Refused &why);
    void fail(const Asking &asked, const Error &error);
    template <typename T>
    void fail(const Asking &asked, const Result<T> &failure);
    template <typename Message, typename Work>
    void post(const Asking &asked, Work work, bool writes = true);
    template <typename T, typename Work, typename Then>
    void run(bool writes, const Asking &asked, Work work, Then then);
    void journal(const Asking &asked);
    void changes(const Asking &asked);
    void answerPolls();
    void answerPoll(const Poll &poll, HubNews news);
    /// Somebody who waits for rights that were recalled.
    struct Wait {
        Asking asked;
        RightsRequest request;
        QDeadlineTimer until;
        bool isAsking = false;
        QSet<EpochId> recalledFrom;
    };
    void rights(const Asking &asked);
    void give(const std::shared_ptr<Wait> &wait);
    void recall(const std::shared_ptr<Wait> &wait, const QList<HubService::Recall> &recalls);
    void topUp();
    void endAbsent();
    void house(const Asking &asked);
    void members(const Asking &asked);
    void signIn(const Asking &asked);
    void myTickets(const Asking &asked);
    void answerMyTickets(const Asking &asked);
    void orders(const Asking &asked);
    using Asker = Result<EpochId> (HubService::*)(const QByteArray &key, int epoch);
    void afterJournals(
        const Asking &asked, Asker asker, QDeadlineTimer until, const std::function<void(bool isWhole)> &then);
    void figures(const Asking &asked);
    void readFigures(const Asking &asked, const FigureWish &wish, QDeadlineTimer until);
    void answerOrders(const Asking &asked);
    void readJournals();
    void journalCame();
    static bool isOfDesk(const QByteArray &path); ///< only a desk is answered there
    void desk(const Asking &asked);
    QHash<EpochId, HubWork::Heard> heard() const;
    void noteTasks();
    QByteArray metrics() const;

    DataFolder m_folder;
    const Clock &m_clock;
    IdMaker m_ids;
    std::unique_ptr<QLockFile> m_lock;
    QByteArray m_houseKey;
    std::optional<Secrets> m_secrets;
    QThreadPool m_pool;   ///< compares PINs
    QThreadPool m_pushes; ///< reads them
    QList<Poll> m_polls;
    QHash<EpochId, QHash<PerformanceKey, QList<SeatIndex>>> m_recalls; ///< not told yet
    QHash<EpochId, QDeadlineTimer> m_present; ///< until when it counts as here though it doesn't wait
    QList<std::shared_ptr<Wait>> m_waits;
    QHash<EpochId, QDeadlineTimer> m_heard; ///< until when its customers are waited for
    QHash<EpochId, QDateTime> m_heardAt;    ///< when it last asked for news
    QTimer m_everySecond, m_topUp, m_absent, m_tasks;
    QHash<QPair<QString, int>, qint64> m_answers; ///< by route and status
    qint64 m_dataVersion = 0;
    QDeadlineTimer m_quiet; ///< until when a journal came just now
    bool m_isBroken = false, m_isReading = false, m_readAgain = false, m_isReadingJournals = false;
    std::unique_ptr<Inside> m_writes, m_reads; ///< store thread's, read thread's
    StoreThread m_reader{QStringLiteral("hub-read")};
    StoreThread m_store{QStringLiteral("hub-store")};
};

} // namespace foyer
