#include "HubServer.h"
#include "GuardedServer.h"
#include "HubServerWork.h"

#include "domain/Limits.h"
#include "protocol/RequestSignature.h"
#include "services/Secrets.h"
#include "storage/HubLinkStore.h"
#include "storage/Migrations.h"

#include <QFile>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QUrlQuery>
#include <QtConcurrentRun>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(serverLog, "foyer.hub")
constexpr auto longestPoll = 30s, topUpEvery = 5s, betweenPolls = 3s, tasksEvery = 60s;

int statusOf(const Refused &refused)
{
    switch (refused.why) {
    case Refusal::BadInput: return 400;
    case Refusal::NodeUnknown: return 401;
    case Refusal::DeskOnly:
    case Refusal::EnrolmentOver:
    case Refusal::EnrolCodeUnknown: return 403;
    case Refusal::PerformanceUnknown: return 404;
    case Refusal::HubRecovering: return 503;
    default: return 409;
    }
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
} // namespace

HubServer::HubServer(const DataFolder &folder, const Clock &clock) : m_folder(folder), m_clock(clock), m_ids(clock)
{
    m_pool.setMaxThreadCount(1);
    m_pushes.setMaxThreadCount(1);
    connect(&m_everySecond, &QTimer::timeout, this, [this] {
        const auto now = m_store.run([this](Connection &db) -> Result<bool> {
            const qint64 version = db.dataVersion();
            db.checkpoint();
            return version != std::exchange(m_dataVersion, version); // foyerctl has written
        });
        readJournals();
        deliver(now, this, [this](const Result<bool> &wrote) {
            const bool ends =
                std::any_of(m_polls.begin(), m_polls.end(), [](const Poll &poll) { return poll.until.hasExpired(); });
            if (ends || (wrote.ok() && wrote.value()))
                answerPolls();
        });
    });
}

HubServer::~HubServer()
{
    m_pool.waitForDone(); // its continuations ask the threads for jobs
    m_pushes.waitForDone();
    m_store.atEnd([this] { m_writes.reset(); });
    m_reader.atEnd([this] { m_reads.reset(); });
}

Done HubServer::open()
{
    FOYER_CHECK(m_folder.isSetUp());
    FOYER_TRY(lock, m_folder.lock());
    m_lock = std::move(lock);
    FOYER_TRY(secrets, Secrets::load(m_folder.houseKey(), false)); // and starts what proves signatures
    m_secrets = secrets;
    FOYER_TRY(key, Secrets::houseKey(m_folder.houseKey()));
    m_houseKey = key;
    FOYER_CHECK(m_store.open(m_folder.database(), {.onCommit = [this](const ChangeSet &changes) {
        if (!changes.seats.isEmpty() || !changes.wallets.isEmpty() || changes.queue || changes.catalogue)
            QMetaObject::invokeMethod(this, [this] {
                answerPolls();
                for (const auto &wait : QList(m_waits)) // perhaps it has come back
                    if (!wait->isAsking)
                        give(wait);
            });
    }}));
    const auto composed = [this](std::unique_ptr<Inside> &inside) {
        return [this, &inside](Connection &db) -> Done {
            FOYER_TRY(epochs, EpochRegister::open(m_folder.epochRegister(), m_clock));
            inside = std::make_unique<Inside>(db, m_clock, m_ids, std::move(epochs));
            return done;
        };
    };
    FOYER_CHECK(m_store.run([](Connection &db) { return migrate(db); }).result());
    FOYER_CHECK(m_store
                    .run([](Connection &db) -> Done {
                        return db.read([&]() -> Done {
                            return HubLinkStore(db).find() ? Done(Refusal::NodeIsTerminal) : Done(done);
                        });
                    })
                    .result());
    FOYER_CHECK(m_store.run(composed(m_writes)).result());
    FOYER_CHECK(m_store.run([this](Connection &) { return m_writes->hub.mayServe(); }).result());
    FOYER_CHECK(m_store.run([this](Connection &) { return m_writes->hub.house.started(); }).result());
    FOYER_CHECK(m_reader.open(m_folder.database(), {.mode = Connection::Mode::ReadOnly}));
    FOYER_CHECK(m_reader.run(composed(m_reads)).result());
    m_everySecond.start(1s);
    connect(&m_topUp, &QTimer::timeout, this, &HubServer::topUp);
    m_topUp.start(topUpEvery);
    connect(&m_absent, &QTimer::timeout, this, &HubServer::endAbsent); // first when all had time to come again
    m_absent.start(limits::tokenPeriod);
    connect(&m_tasks, &QTimer::timeout, this, &HubServer::noteTasks);
    m_tasks.start(tasksEvery);
    return done;
}

Done HubServer::listen(const QHostAddress &address, quint16 port)
{
    auto server = std::make_unique<GuardedServer>();
    if (!server->listen(address, port))
        return Error{
            Error::Kind::Internal, u"%1:%2: %3"_s.arg(address.toString()).arg(port).arg(server->errorString())};
    bind(server.release()); // this owns it from here on
    return done;
}

bool HubServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    GuardedServer::requestIsWhole(socket);
    auto asked = std::make_shared<Asked>();
    asked->socket = socket;
    asked->method =
        QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()))).toUpper();
    asked->path = request.url().path(QUrl::FullyEncoded).toLatin1();
    asked->query = '?' + request.url().query(QUrl::FullyEncoded).toLatin1();
    asked->body = request.body();
    asked->epoch = request.value("foyer-epoch").toInt();
    asked->key =
        provenKey({request.value("content-digest"), request.value("signature-input"), request.value("signature")},
            {asked->method, asked->path, asked->query, asked->body, asked->epoch, 0})
            .value_or(QByteArray());
    const auto isOn = [&](const char *method, const char *path) {
        asked->route = QString::fromLatin1(path);
        return asked->method == method && asked->path == path;
    };
    if (isOn("GET", "/healthz"))
        return answer(asked, 200, "text/plain", "alive\n"), true;
    if (isOn("GET", "/readyz")) {
        m_isBroken ? answer(asked, 503, "text/plain", "broken\n") : answer(asked, 200, "text/plain", "ready\n");
        return true;
    }
    if (isOn("GET", "/metrics"))
        return answer(asked, 200, "text/plain; version=0.0.4", metrics()), true;
    const bool isPlan = asked->method == "GET" && asked->path.startsWith("/v1/plans/");
    const QList<QByteArray> posts{"/v1/enrol", "/v1/session", "/v1/report", "/v1/journal", "/v1/rights", "/v1/sign-in",
        "/v1/members", "/v1/tokens", "/v1/claims", "/v1/refunds", "/v1/tasks", "/v1/house", "/v1/house/act",
        "/v1/member-search", "/v1/member-file", "/v1/member-acts", "/v1/member-money", "/v1/unclaimed",
        "/v1/claim-codes", "/v1/order-search", "/v1/order", "/v1/order-acts", "/v1/figures", "/v1/my-tickets",
        "/v1/my-tickets/print"};
    const QList<QByteArray> gets{"/v1/changes", "/v1/catalogue"};
    const bool isPost = posts.contains(asked->path), isGet = gets.contains(asked->path) || isPlan;
    if (!isPost && !isGet)
        return false;
    asked->route = isPlan ? u"/v1/plans"_s : QString::fromLatin1(asked->path);
    if (asked->method != (isPost ? "POST" : "GET"))
        return answer(asked, 405, "text/plain", {}), true;
    if (asked->key.isEmpty())
        return refuse(asked, {.why = Refusal::NodeUnknown}), true;
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    if (asked->path == "/v1/enrol")
        post<EnrolWish>(asked, [key, houseKey = m_houseKey](Inside &inside, const EnrolWish &wish) {
            return inside.hub.enrol(key, wish, houseKey);
        });
    else if (asked->path == "/v1/session")
        run<QJsonObject>(
            true, asked,
            [key, epoch](Inside &inside) -> Result<QJsonObject> {
                FOYER_TRY(from, inside.hub.caller(key, epoch));
                FOYER_TRY(challenge, inside.hub.sync.open(from));
                return jsonOf(challenge);
            },
            [this, asked](const QJsonObject &json) { answer(asked, json); });
    else if (asked->path == "/v1/report")
        post<RightsReport>(asked, [key, epoch](Inside &inside, const RightsReport &report) -> Result<Acknowledged> {
            FOYER_TRY(from, inside.hub.caller(key, epoch));
            return inside.hub.sync.report(from, report);
        });
    else if (asked->path == "/v1/journal") {
        journalCame();
        journal(asked);
    } else if (asked->path == "/v1/rights")
        rights(asked);
    else if (isOfDesk(asked->path))
        desk(asked);
    else if (isPost)
        house(asked);
    else if (asked->path == "/v1/changes")
        changes(asked);
    else if (asked->path == "/v1/catalogue")
        run<QJsonObject>(
            false, asked,
            [key, epoch](Inside &inside) -> Result<QJsonObject> {
                FOYER_TRY(from, inside.hub.caller(key, epoch));
                FOYER_TRY(catalogue, catalogueFor(inside.catalogue));
                return jsonOf(catalogue);
            },
            [this, asked](const QJsonObject &json) { answer(asked, json); });
    else
        run<QByteArray>(
            false, asked,
            [key, epoch, hash = QByteArray::fromHex(asked->path.mid(10))](Inside &inside) -> Result<QByteArray> {
                FOYER_TRY(from, inside.hub.caller(key, epoch));
                return inside.catalogue.planBody(hash);
            },
            [this, asked](const QByteArray &body) { answer(asked, 200, "application/octet-stream", body); });
    return true;
}

/// Half of what a push costs needs no database, and is done beside it, one after the other. Facts can't be refused:
/// also from a key that is revoked.
void HubServer::journal(const Asking &asked)
{
    using Heard = std::shared_ptr<const HeardPush>;
    const auto heard = QtConcurrent::run(&m_pushes, [asked]() -> Result<Heard> {
        FOYER_TRY(json, parseJson(asked->body, InputFault::WrongType));
        FOYER_TRY(push, fromJson<Push>(json));
        return std::make_shared<const HeardPush>(push);
    });
    deliver(heard, this, [this, asked](const Result<Heard> &read) {
        if (!read.ok())
            return fail(asked, read);
        run<QJsonObject>(
            true, asked,
            [key = asked->key, push = read.value()](Inside &inside) -> Result<QJsonObject> {
                FOYER_TRY(from, inside.hub.pusher(key, push->push.epoch));
                FOYER_TRY(acknowledged, inside.hub.sync.push(from, *push));
                return jsonOf(acknowledged);
            },
            [this, asked, mine = read.value()](const QJsonObject &said) { // freed here, not in the store's thread
                answer(asked, said);
            });
    });
}

void HubServer::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    auto asked = std::make_shared<Asked>();
    asked->socket = socket;
    asked->route = u"none"_s;
    answer(asked, 404, "text/plain", {});
}

/// Waits for news as long as it was asked to, and no longer than most proxies let it.
void HubServer::changes(const Asking &asked)
{
    const QUrlQuery query(QString::fromLatin1(asked->query.mid(1)));
    bool isNumber[3] = {};
    const qint64 after = query.queryItemValue(u"since"_s).toLongLong(&isNumber[0]);
    const qint64 catalogue = query.queryItemValue(u"catalogue"_s).toLongLong(&isNumber[1]);
    const int wait = query.queryItemValue(u"wait"_s).toInt(&isNumber[2]);
    if (!isNumber[0] || !isNumber[1] || !isNumber[2] || after < 0 || wait < 0)
        return refuse(asked, inputRefused(InputFault::WrongType, u"query"_s));
    run<EpochId>(
        false, asked,
        [key = asked->key, epoch = asked->epoch](Inside &inside) { return inside.hub.caller(key, epoch); },
        [this, asked, after, catalogue, wait](EpochId epoch) {
            m_heard.insert(epoch, QDeadlineTimer(limits::tokenPeriod));
            m_heardAt.insert(epoch, m_clock.utc());
            m_polls.append({asked, epoch, after, catalogue,
                QDeadlineTimer(std::min<std::chrono::milliseconds>(std::chrono::seconds(wait), longestPoll))});
            answerPolls();
        });
}

/// One read for all who wait; a change that is committed meanwhile asks for another.
void HubServer::answerPolls()
{
    m_polls.removeIf([](const Poll &poll) { return poll.asked->socket.isNull(); });
    if (m_polls.isEmpty())
        return;
    if (std::exchange(m_isReading, true)) {
        m_readAgain = true;
        return;
    }
    const qint64 after = std::min_element(m_polls.begin(), m_polls.end(), [](const Poll &a, const Poll &b) {
        return a.after < b.after;
    })->after;
    const auto read = m_reader.run(
        [this, after](Connection &) -> Result<HubService::Changed> { return m_reads->hub.changedAfter(after); });
    deliver(read, this, [this](const Result<HubService::Changed> &changed) {
        m_isReading = false;
        const QList<Poll> polls = std::exchange(m_polls, {});
        for (const Poll &poll : polls) {
            if (!changed.ok()) {
                fail(poll.asked, changed);
                continue;
            }
            const HubService::Changed &all = changed.value();
            const bool isFarAhead = all.more && poll.after >= all.last; // those behind come first
            const bool isNews = HubService::isNewsFor(poll.epoch, poll.after, all) || all.catalogue != poll.catalogue ||
                                m_recalls.contains(poll.epoch);
            Poll kept = poll;
            if (poll.after >= all.from && !isFarAhead)
                kept.after = all.last; // what it knows already isn't read for it again
            if (poll.after >= all.from && !isFarAhead && (isNews || poll.until.hasExpired()))
                answerPoll(poll, HubService::newsFor(poll.epoch, poll.after, all));
            else
                m_polls.append(kept);
        }
        if (std::exchange(m_readAgain, false) || std::any_of(m_polls.begin(), m_polls.end(), [&](const Poll &poll) {
                return changed.ok() && (poll.after < changed.value().from || changed.value().more);
            }))
            answerPolls();
    });
}

void HubServer::answerPoll(const Poll &poll, HubNews news)
{
    news.recalls = m_recalls.take(poll.epoch);
    m_present.insert(poll.epoch, QDeadlineTimer(betweenPolls)); // it takes the news in, and comes again
    answer(poll.asked, jsonOf(news));
}

void HubServer::answer(const Asking &asked, int status, const QByteArray &type, const QByteArray &body)
{
    ++m_answers[{asked->route, status}];
    if (!asked->socket) // it has gone; what was done stays done
        return;
    const auto name = QMetaEnum::fromType<QHttpServerResponder::StatusCode>().valueToKey(status);
    asked->socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + name + "\r\nContent-Type: " + type +
                         "\r\nContent-Length: " + QByteArray::number(body.size()) +
                         "\r\nCache-Control: no-store\r\n\r\n" + body);
}

void HubServer::answer(const Asking &asked, const QJsonObject &json)
{
    answer(asked, 200, "application/json", compact(json));
}

void HubServer::refuse(const Asking &asked, const Refused &why)
{
    answer(asked, statusOf(why), "application/json", compact(jsonOf(why)));
}

void HubServer::fail(const Asking &asked, const Error &error)
{
    qCCritical(serverLog).noquote() << asked->route << nameOf(error.kind) << error.detail;
    if (error.kind != Error::Kind::Busy && !std::exchange(m_isBroken, true))
        Q_EMIT broken(error);
    answer(asked, 503, "application/json", compact({{u"error"_s, nameOf(error.kind)}}));
}

QByteArray HubServer::metrics() const
{
    QByteArray text = "# HELP foyer_answers_total Answers by route and status.\n# TYPE foyer_answers_total counter\n";
    for (auto it = m_answers.begin(); it != m_answers.end(); ++it)
        text += "foyer_answers_total{route=\"" + it.key().first.toUtf8() + "\",status=\"" +
                QByteArray::number(it.key().second) + "\"} " + QByteArray::number(it.value()) + '\n';
    text += "# HELP foyer_polls Terminals that wait for news.\n# TYPE foyer_polls gauge\nfoyer_polls " +
            QByteArray::number(m_polls.size()) + '\n';
    text += "# HELP foyer_broken 1 when the hub can't be trusted to go on.\n# TYPE foyer_broken gauge\nfoyer_broken " +
            QByteArray::number(int(m_isBroken)) + '\n';
    return text;
}

} // namespace foyer
