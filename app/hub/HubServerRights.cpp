#include "HubServerWork.h"

// Rights to seats, and who has to give them back first.

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto recallPatience = 1500ms;
constexpr int topUpsAtOnce = 50;
} // namespace

void HubServer::rights(const Asking &asked)
{
    const auto json = parseJson(asked->body, InputFault::WrongType);
    const auto request = json.ok() ? fromJson<RightsRequest>(json.value()) : Result<RightsRequest>(Failure(json));
    if (!request.ok())
        return fail(asked, request);
    give(std::make_shared<Wait>(Wait{asked, request.value(), QDeadlineTimer(recallPatience)}));
}

/// At once, or after who holds the seats without need has given them back; not for long.
void HubServer::give(const std::shared_ptr<Wait> &wait)
{
    wait->isAsking = true;
    const bool mayRecall = !wait->until.hasExpired();
    const auto given = m_store.run([this, wait, mayRecall](Connection &) -> Result<HubService::Given> {
        FOYER_TRY(from, m_writes->hub.caller(wait->asked->key, wait->asked->epoch));
        return m_writes->hub.give(from, wait->request, mayRecall);
    });
    deliver(given, this, [this, wait](const Result<HubService::Given> &said) {
        wait->isAsking = false;
        if (said.ok() && !said.value().recalls.isEmpty())
            return recall(wait, said.value().recalls);
        m_waits.removeOne(wait);
        if (said.ok())
            answer(wait->asked, jsonOf(said.value().answer));
        else
            fail(wait->asked, said);
    });
}

void HubServer::recall(const std::shared_ptr<Wait> &wait, const QList<HubService::Recall> &recalls)
{
    const auto isAway = [this](const HubService::Recall &recall) {
        return m_present.value(recall.holder).hasExpired() &&
               std::none_of(
                   m_polls.begin(), m_polls.end(), [&recall](const Poll &poll) { return poll.epoch == recall.holder; });
    };
    if (std::any_of(recalls.begin(), recalls.end(), isAway))
        wait->until = QDeadlineTimer(0); // nobody there to be asked
    if (wait->until.hasExpired())
        return give(wait);
    QSet<EpochId> asked;
    for (const HubService::Recall &each : recalls) {
        if (wait->recalledFrom.contains(each.holder))
            continue; // it is on its way
        m_recalls[each.holder][each.performance].append(each.seat);
        asked.insert(each.holder);
    }
    wait->recalledFrom += asked;
    if (m_waits.contains(wait))
        return answerPolls();
    m_waits.append(wait);
    QTimer::singleShot(recallPatience, this, [this, wait] {
        if (m_waits.contains(wait) && !wait->isAsking)
            give(wait);
    });
    answerPolls();
}

/// What terminals need to sell on without the network; near a date's end it comes back.
void HubServer::topUp()
{
    QList<EpochId> online;
    for (const Poll &poll : m_polls)
        if (!online.contains(poll.epoch))
            online.append(poll.epoch);
    if (online.isEmpty() || !m_waits.isEmpty())
        return;
    const auto ending = m_reader.run(
        [this, online](Connection &) -> Result<QList<HubService::Recall>> { return m_reads->hub.nearTheEnd(online); });
    deliver(ending, this, [this](const Result<QList<HubService::Recall>> &recalls) {
        if (!recalls.ok() || recalls.value().isEmpty())
            return;
        for (const HubService::Recall &each : recalls.value())
            if (auto &seats = m_recalls[each.holder][each.performance]; !seats.contains(each.seat))
                seats.append(each.seat);
        answerPolls();
    });
    const auto wanted = m_reader.run(
        [this, online](Connection &) -> Result<QList<HubService::TopUp>> { return m_reads->hub.topUps(online); });
    deliver(wanted, this, [this](const Result<QList<HubService::TopUp>> &topUps) {
        if (!topUps.ok())
            return;
        for (const HubService::TopUp &each :
            topUps.value().first(std::min<qsizetype>(topUps.value().size(), topUpsAtOnce)))
            m_store.run([this, each](Connection &) -> Done {
                FOYER_CHECK(m_writes->hub.sync.allot(each.node, each.performance, each.seats));
                return done;
            });
    });
}

} // namespace foyer
