#pragma once

#include "domain/HubState.h"
#include "sync/HubClient.h"
#include "sync/TerminalSync.h"

#include <QFuture>
#include <QTimer>

namespace foyer {

class Services;

/// A terminal's conversation with its hub, for as long as it runs: opens a session, reports, pushes its journal, takes
/// the programme, hears what changes; begins anew when the hub is lost. In the thread it lives in, but for what is said
/// otherwise; its state's steps run in the store (TerminalSync), its messages over HubClient.
class HubSession : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Done(Connection &, Services &)>;
    using InStore = std::function<QFuture<Done>(Work)>;

    HubSession(const HubLink &link, DeviceKey key, const Clock &clock, const QString &caFile, InStore inStore);

    void start();
    void stop(); ///< what is on its way is lost, as on a network
    const HubState &state() const { return m_state; }

    /// From any thread: asks the hub for rights; answered() or refused() follows, and neither when the answer is lost
    /// with the program.
    void ask(const RightsRequest &request);
    /// From any thread: what a customer needs; `then` is called here. Unreachable while the hub is away.
    void askHouse(const QString &path, const QJsonObject &body, std::function<void(const Result<QJsonObject> &)> then);
    /// From any thread: entries may wait to be pushed.
    void pushSoon();

Q_SIGNALS:
    void answered(const foyer::RightsAnswer &answer);
    void refused(foyer::RequestId request, const foyer::Refused &why);
    void stateChanged(const foyer::HubState &state);
    void agreed();                        ///< reported, all pushed, all heard: nothing is owed at this moment
    void failed(const foyer::Error &why); ///< this try; another follows

private:
    template <typename T, typename Step, typename Then>
    void inStore(Step step, Then then);
    template <typename Message, typename Then>
    void post(const QString &path, const QJsonObject &body, Then then);
    void open();
    void pushEarlier(const QList<Challenge::Earlier> &earlier, const RightsReport &report);
    void report(const RightsReport &report);
    void push(int epoch, qint64 after, std::function<void(qint64)> then);
    void pushPresent();
    void pushSettled();
    void hear(std::chrono::seconds wait);
    void fetchCatalogue();
    void follow(const HubCatalogue &catalogue, QList<QByteArray> plans);
    void fetchPlans(const HubCatalogue &catalogue, QList<QByteArray> missing);
    void sendRequest(const RightsRequest &request);
    void ended();
    template <typename T>
    void lost(const Result<T> &failure);
    void lose(const Error &why);
    void say(Reach reach);
    void countWaiting();

    HubLink m_link;
    const Clock &m_clock;
    std::shared_ptr<IdMaker> m_ids; ///< a job in the store may outlive this
    InStore m_inStore;
    HubClient m_client;
    EpochId m_epoch;
    HubState m_state;
    qint64 m_position = 0; ///< of the present epoch's journal at the hub
    bool m_isPushing = false, m_pushAgain = false, m_hasHeard = false;
    int m_try = 0;    ///< raised with every session: what belongs to an earlier one is dropped
    int m_losses = 0; ///< in a row
    QTimer m_again;
};

} // namespace foyer
