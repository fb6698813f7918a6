#include "sync/HubSession.h"
#include "sync/HubSessionWork.h"

#include "domain/Deliver.h"
#include "domain/Limits.h"
#include "services/SeasonReader.h"
#include "services/Services.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(hubLog, "foyer.hub")
constexpr auto stepPatience = 10s, planPatience = 60s, longPoll = 25s;
constexpr std::chrono::milliseconds againFirst = 500ms, againMost = 15s, againEnded = 60s;
} // namespace

HubSession::HubSession(const HubLink &link, DeviceKey key, const Clock &clock, const QString &caFile, InStore inStore)
    : m_link(link), m_clock(clock), m_ids(std::make_shared<IdMaker>(clock)), m_inStore(std::move(inStore)),
      m_client(QUrl(link.url), std::move(key), clock, caFile), m_state{.since = clock.utc(),
                                                                   .heardAt = link.heardAt,
                                                                   .name = link.name,
                                                                   .url = link.url}
{
    m_client.setParent(this);
    m_again.setParent(this);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &HubSession::open);
}

void HubSession::start() { QMetaObject::invokeMethod(this, &HubSession::open); }

void HubSession::stop()
{
    ++m_try;
    m_again.stop();
    m_client.giveUp();
}

/// `step(TerminalSync &, Services &) → Result<T>` in the store, then `then(T)` here; a failure ends this try.
template <typename T, typename Step, typename Then>
void HubSession::inStore(Step step, Then then)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    auto ran = m_inStore([&clock = m_clock, ids = m_ids, step, result](Connection &db, Services &services) -> Done {
        TerminalSync sync(db, clock, *ids, services);
        *result = step(sync, services);
        return (*result)->ok() ? done : Done(Failure(**result));
    });
    deliver(ran, this, [this, result, then, begun = m_try](const Done &stepped) {
        if (begun != m_try)
            return;
        if (stepped.ok())
            then((*result)->value());
        else
            lost(stepped);
    });
}

template <typename Message, typename Then>
void HubSession::post(const QString &path, const QJsonObject &body, Then then)
{
    m_client.post(
        path, m_epoch.number, body, stepPatience, [this, then, begun = m_try](const Result<QJsonObject> &json) {
            if (begun != m_try)
                return;
            if (!json.ok())
                return lost(json);
            const Result<Message> message = fromJson<Message>(json.value());
            if (message.ok())
                then(message.value());
            else
                lost(message);
        });
}

void HubSession::open()
{
    ++m_try;
    m_isPushing = m_pushAgain = m_hasHeard = false;
    inStore<std::pair<EpochId, HubLink>>(
        [](TerminalSync &sync, Services &) -> Result<std::pair<EpochId, HubLink>> {
            FOYER_TRY(epoch, sync.epoch());
            FOYER_TRY(link, sync.link());
            return std::pair(epoch, link);
        },
        [this](const auto &here) {
            m_epoch = here.first;
            m_link = here.second;
            post<Challenge>(u"/v1/session"_s, {}, [this](const Challenge &challenge) {
                m_position = challenge.position;
                inStore<RightsReport>([challenge](TerminalSync &sync, Services &) { return sync.report(challenge); },
                    [this, challenge](const RightsReport &said) { pushEarlier(challenge.earlier, said); });
            });
        });
}

/// What an earlier epoch sold, as far as the hub lacks it. A push precedes no report of its own epoch.
void HubSession::pushEarlier(const QList<Challenge::Earlier> &earlier, const RightsReport &said)
{
    if (earlier.isEmpty())
        return report(said);
    push(earlier.constFirst().epoch, earlier.constFirst().position,
        [this, rest = earlier.mid(1), said](qint64) { pushEarlier(rest, said); });
}

void HubSession::report(const RightsReport &said)
{
    post<Acknowledged>(u"/v1/report"_s, jsonOf(said), [this](const Acknowledged &acknowledged) {
        inStore<bool>(
            [acknowledged](TerminalSync &sync, Services &) -> Result<bool> {
                FOYER_CHECK(sync.acknowledged(acknowledged));
                return acknowledged.word == EpochWord::Goes;
            },
            [this, word = acknowledged.word](bool goes) {
                if (word == EpochWord::Forked)
                    m_position = 0; // all of this journal is wanted beside the other
                if (!goes)
                    return ended();
                pushPresent();
                hear(0s);
            });
    });
}

/// All that is here after a position, push by push.
void HubSession::push(int epoch, qint64 after, std::function<void(qint64)> then)
{
    inStore<Push>(
        [epoch, after](TerminalSync &sync, Services &) -> Result<Push> {
            auto push = sync.push(epoch, after, limits::pushEntries);
            if (push.isRefused(Refusal::EnrolmentOver)) // the hub has more than there is here
                return Push{epoch, after, {}, {}};
            return push;
        },
        [this, epoch, after, then](const Push &push) {
            if (push.entries.isEmpty())
                return then(after);
            post<Acknowledged>(u"/v1/journal"_s, jsonOf(push), [this, epoch, after, then](const Acknowledged &said) {
                inStore<bool>(
                    [said](TerminalSync &sync, Services &) -> Result<bool> {
                        FOYER_CHECK(sync.acknowledged(said));
                        return true;
                    },
                    [this, epoch, after, said, then](bool) {
                        if (epoch == m_epoch.number && said.word != EpochWord::Goes && m_state.reach != Reach::Ended) {
                            if (said.word == EpochWord::Forked)
                                m_position = 0;
                            return ended();
                        }
                        if (said.position <= after)
                            return then(after); // it takes no more of this
                        this->push(epoch, said.position, then);
                    });
            });
        });
}

void HubSession::pushPresent()
{
    if (std::exchange(m_isPushing, true)) {
        m_pushAgain = true;
        return;
    }
    inStore<bool>(
        [](TerminalSync &sync, Services &) -> Result<bool> {
            FOYER_CHECK(sync.settle());
            return true;
        },
        [this](bool) { pushSettled(); });
}

void HubSession::pushSettled()
{
    push(m_epoch.number, m_position, [this](qint64 position) {
        m_position = position;
        m_isPushing = false;
        if (std::exchange(m_pushAgain, false))
            return pushPresent();
        countWaiting();
        if (m_hasHeard)
            Q_EMIT agreed();
    });
}

void HubSession::hear(std::chrono::seconds wait)
{
    const QString path =
        u"/v1/changes?since=%1&catalogue=%2&wait=%3"_s.arg(m_link.change).arg(m_link.catalogue).arg(wait.count());
    m_client.get(path, m_epoch.number, wait + stepPatience, [this, begun = m_try](const Result<QJsonObject> &json) {
        if (begun != m_try)
            return;
        const auto news = json.ok() ? fromJson<HubNews>(json.value()) : Result<HubNews>(Failure(json));
        if (!news.ok())
            return lost(news);
        if (news.value().incarnation == m_link.incarnation && news.value().catalogue != m_link.catalogue)
            return fetchCatalogue(); // first: rights are to seats of a plan
        inStore<HubLink>(
            [said = news.value()](TerminalSync &sync, Services &) -> Result<HubLink> {
                for (auto it = said.recalls.begin(); it != said.recalls.end(); ++it)
                    FOYER_CHECK(sync.giveBack(it.key(), it.value()));
                return sync.heard(said);
            },
            [this, said = news.value()](const HubLink &link) {
                m_link = link;
                m_state.heardAt = link.heardAt;
                if (said.more || link.change < said.change)
                    return hear(0s);
                if (m_state.reach == Reach::Online)
                    Q_EMIT stateChanged(m_state);
                say(Reach::Online);
                m_hasHeard = true;
                pushPresent(); // what was heard is told of as well
                hear(longPoll);
            });
    });
}

void HubSession::fetchCatalogue()
{
    m_client.get(
        u"/v1/catalogue"_s, m_epoch.number, stepPatience, [this, begun = m_try](const Result<QJsonObject> &json) {
            if (begun != m_try)
                return;
            const auto catalogue =
                json.ok() ? fromJson<HubCatalogue>(json.value()) : Result<HubCatalogue>(Failure(json));
            if (!catalogue.ok())
                return lost(catalogue);
            const QHash<QString, QByteArray> &plans = catalogue.value().plans;
            follow(catalogue.value(), QSet<QByteArray>(plans.begin(), plans.end()).values());
        });
}

/// Plans that aren't here first, then the programme.
void HubSession::follow(const HubCatalogue &catalogue, QList<QByteArray> plans)
{
    inStore<QList<QByteArray>>(
        [plans](TerminalSync &, Services &services) -> Result<QList<QByteArray>> {
            QList<QByteArray> missing;
            for (const QByteArray &hash : plans)
                if (!services.catalogue.planBody(hash).ok())
                    missing.append(hash);
            return missing;
        },
        [this, catalogue](const QList<QByteArray> &missing) { fetchPlans(catalogue, missing); });
}

void HubSession::fetchPlans(const HubCatalogue &catalogue, QList<QByteArray> missing)
{
    if (!missing.isEmpty()) {
        const QByteArray hash = missing.takeFirst();
        m_client.getBytes(u"/v1/plans/"_s + QString::fromLatin1(hash.toHex()), m_epoch.number, planPatience,
            [this, catalogue, missing, begun = m_try](const Result<QByteArray> &body) {
                if (begun != m_try)
                    return;
                if (!body.ok())
                    return lost(body);
                inStore<bool>(
                    [body](TerminalSync &, Services &services) -> Result<bool> {
                        FOYER_CHECK(services.catalogue.keepPlan(body.value()));
                        return true;
                    },
                    [this, catalogue, missing](bool) { fetchPlans(catalogue, missing); });
            });
        return;
    }
    inStore<HubLink>(
        [catalogue](TerminalSync &sync, Services &services) -> Result<HubLink> {
            const QByteArray file = QJsonDocument(catalogue.season).toJson(QJsonDocument::Compact);
            FOYER_TRY(season, readSeason(file));
            FOYER_CHECK(services.catalogue.follow({catalogue.version, season, catalogue.plans}));
            return sync.link();
        },
        [this](const HubLink &link) {
            m_link = link;
            hear(0s);
        });
}

void HubSession::pushSoon()
{
    QMetaObject::invokeMethod(this, [this] {
        countWaiting(); // before the hub's answer, which may be long in coming
        if (m_state.reach == Reach::Online)
            pushPresent();
    });
}

/// Everything that isn't being paid is given up, and what was sold is told.
void HubSession::ended()
{
    ++m_try; // whatever else is on its way hears the same, and changes nothing
    m_client.giveUp();
    m_isPushing = m_pushAgain = false;
    say(Reach::Ended);
    inStore<bool>([](TerminalSync &sync, Services &) { return sync.close(); },
        [this](bool) {
            push(m_epoch.number, m_position, [this](qint64 position) {
                m_position = position;
                countWaiting();
                Q_EMIT agreed();
                m_again.start(againEnded); // something may still be being paid
            });
        });
}

void HubSession::lose(const Error &why)
{
    ++m_try;
    m_client.giveUp();
    if (m_state.reach != Reach::Ended)
        say(Reach::Offline);
    qCInfo(hubLog).noquote() << "lost the hub:" << why.detail;
    const auto longest = std::min<std::chrono::milliseconds>(againMost, againFirst * (1 << std::min(m_losses++, 10)));
    const auto jitter = QRandomGenerator::global()->bounded(int(longest.count()) / 2 + 1); // not all terminals at once
    m_again.start(m_state.reach == Reach::Ended ? std::chrono::milliseconds(againEnded)
                                                : longest / 2 + std::chrono::milliseconds(jitter));
    countWaiting();
    Q_EMIT failed(why);
}

void HubSession::say(Reach reach)
{
    if (reach == Reach::Online)
        m_losses = 0;
    if (m_state.reach == reach)
        return;
    m_state.reach = reach;
    m_state.since = m_clock.utc();
    Q_EMIT stateChanged(m_state);
}

void HubSession::countWaiting()
{
    auto waiting = std::make_shared<qint64>(0);
    auto counted = m_inStore([waiting, position = m_position](Connection &db, Services &) -> Done {
        return db.read([&]() -> Done {
            *waiting = std::max<qint64>(0, journal::head(db).seq - (position > 0 ? position : journal::sent(db)));
            return done;
        });
    });
    deliver(counted, this, [this, waiting](const Done &) {
        if (m_state.waiting == *waiting)
            return;
        m_state.waiting = *waiting;
        Q_EMIT stateChanged(m_state);
    });
}

} // namespace foyer
