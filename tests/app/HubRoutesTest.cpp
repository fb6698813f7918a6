#include "HubHouse.h"
#include "protocol/FigureMessages.h"
#include "protocol/HouseMessages.h"
#include "protocol/HouseWorkMessages.h"
#include "protocol/MemberMessages.h"
#include "protocol/OrderMessages.h"
#include "protocol/RequestSignature.h"
#include "services/Node.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "sync/HubClient.h"
#include "sync/TerminalSync.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
struct Route {
    QByteArray method, path, query, body;
    bool isPush = false, isEnrolment = false;
    bool isDesks = false; ///< only a desk may ask it
};

/// An answer as it came over the wire; 0: the connection closed without one.
struct Said {
    int status = 0;
    QByteArray body;
};

Said saidIn(const QByteArray &answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n");
    return {
        answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0, head < 0 ? QByteArray() : answer.mid(head + 4)};
}
} // namespace

/// Every route against everything that may come: a clear status, nothing changed, others undisturbed.
class HubRoutesTest : public QObject
{
    Q_OBJECT

private:
    DeviceKey keyOf(int terminal)
    {
        return DeviceKey::load(m_house.terminal(terminal) + u"/device.key"_s, false).value();
    }

    QByteArray written(const Route &route, const SignatureHeaders &headers, int epoch)
    {
        return route.method + ' ' + route.path + (route.query == "?" ? QByteArray() : route.query) +
               " HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Digest: " + headers.contentDigest +
               "\r\nFoyer-Epoch: " + QByteArray::number(epoch) + "\r\nSignature-Input: " + headers.signatureInput +
               "\r\nSignature: " + headers.signature + "\r\nContent-Length: " + QByteArray::number(route.body.size()) +
               "\r\n\r\n" + route.body;
    }
    QByteArray signedRequest(const Route &route, const DeviceKey &key, int epoch)
    {
        return written(route, signedBy(key, {route.method, route.path, route.query, route.body, epoch, 1}), epoch);
    }
    Said ask(const QByteArray &request, int patience = 20'000)
    {
        QTcpSocket socket;
        socket.connectToHost(m_house.url().host(), quint16(m_house.url().port()));
        if (!socket.waitForConnected(5'000))
            return {};
        socket.write(request);
        QByteArray answer;
        while (socket.waitForReadyRead(patience)) {
            answer += socket.readAll();
            static const QRegularExpression length(u"Content-Length: (\\d+)"_s);
            const auto match = length.match(QString::fromLatin1(answer));
            const qsizetype head = answer.indexOf("\r\n\r\n");
            if (head > 0 && match.hasMatch() && answer.size() >= head + 4 + match.captured(1).toLongLong())
                break;
        }
        return saidIn(answer);
    }
    /// What a terminal would ask, whole and well.
    QList<Route> routes()
    {
        auto node = Node::open(DataFolder(m_house.terminal(1))).value();
        const SystemClock clock;
        TerminalSync sync(node->db(), clock, node->ids(), node->services());
        const auto offers = node->services().reservations.dates().value();
        const CatalogueStore catalogue(node->db());
        const QByteArray plan = catalogue.planHash(offers[0].performance.plan);
        const auto compact = [](const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); };
        const RightsRequest rights{node->ids().make<RequestId>(), offers[0].performance.key, {SeatIndex{3}}, plan};
        const RightsReport report{QByteArray(16, 'n'), 1, 0, QByteArray(32, 'h'), {}};
        const EnrolWish wish{u"0000-0000-0000"_s, {{NodeId{QUuid::createUuid()}, 1}, QByteArray(16, 'c')}};
        const Registration member{
            {MemberId{QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, WalletId{QUuid(2, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)},
                QByteArray(32, 'm'), {}, u"0007"_s},
            u"no hash"_s};
        const TokenRequest token{
            TokenId{QUuid(3, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, {}, WalletId{QUuid(4, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}};
        const RefundRequest refund{node->ids().make<RequestId>(), OrderId{QUuid(5, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)},
            StaffId{QUuid(6, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, u"?"_s, {SeatIndex{3}}};
        HouseAct limit{.id = node->ids().make<RequestId>(), .kind = HouseAct::Kind::SetLimit, .count = 7};
        limit.by = {{StaffId{QUuid(6, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, u"Kim"_s}, u"a second desk"_s};
        const MemberId saver{QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}; // who is registered above
        const MemberQuery query{QByteArray(32, 'm'), {}, u"0007"_s};
        const MemberAct act{RequestId{QUuid(7, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, saver, MemberChange::Block, {}, {},
            *refund.who, u"lost card"_s};
        const PayOutWish payOut{RequestId{QUuid(8, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, saver, *refund.who, u"moves"_s};
        const CodeWish newCode{
            RequestId{QUuid(9, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, token.wallet, *refund.who, u"lost the slip"_s};
        HouseOrderAct print{RequestId{QUuid(10, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, refund.order};
        print.who = {*refund.who, u"Kim"_s};
        const HouseProof shown{token.id};
        const auto asDesk = [](const QByteArray &path, const QByteArray &body) {
            return Route{"POST", path, "?", body, false, false, true};
        };
        const QDate today = QDate::currentDate();
        const Push push{2, 0, QByteArray(32, '\0'), {}};
        return {{"POST", "/v1/enrol", "?", compact(jsonOf(wish)), false, true}, {"POST", "/v1/session", "?", "{}"},
            {"POST", "/v1/report", "?", compact(jsonOf(report))},
            {"POST", "/v1/journal", "?", compact(jsonOf(push)), true},
            {"POST", "/v1/rights", "?", compact(jsonOf(rights))},
            {"POST", "/v1/sign-in", "?", compact(jsonOf(SignInRequest{QByteArray(32, 'p'), false, u"1234"_s}))},
            {"POST", "/v1/members", "?", compact(jsonOf(member))}, {"POST", "/v1/tokens", "?", compact(jsonOf(token))},
            {"POST", "/v1/claims", "?", compact(jsonOf(ClaimRequest{QByteArray(32, 'c')}))},
            {"POST", "/v1/refunds", "?", compact(jsonOf(refund))}, asDesk("/v1/member-search", compact(jsonOf(query))),
            asDesk("/v1/member-file", compact(jsonOf(MemberWish{saver}))),
            asDesk("/v1/member-acts", compact(jsonOf(act))), asDesk("/v1/member-money", compact(jsonOf(payOut))),
            asDesk("/v1/unclaimed", compact(jsonOf(UnclaimedWish{*refund.who}))),
            asDesk("/v1/claim-codes", compact(jsonOf(newCode))), asDesk("/v1/tasks", "{}"), asDesk("/v1/house", "{}"),
            asDesk("/v1/house/act", compact(jsonOf(limit))),
            asDesk("/v1/order-search", compact(jsonOf(OrderQuery{u"0007"_s}))),
            asDesk("/v1/order", compact(jsonOf(OrderWish{refund.order}))),
            asDesk("/v1/order-acts", compact(jsonOf(print))),
            asDesk("/v1/figures", compact(jsonOf(FigureWish{refund.id, {FigureDimension::Hour, {today, today}}}))),
            {"POST", "/v1/my-tickets", "?", compact(jsonOf(MyTicketsWish{shown}))},
            {"POST", "/v1/my-tickets/print", "?", compact(jsonOf(MyTicketsPrint{print.id, refund.order, shown}))},
            {"GET", "/v1/changes", "?since=0&catalogue=0&wait=0", {}}, {"GET", "/v1/catalogue", "?", {}},
            {"GET", "/v1/plans/" + plan.toHex(), "?", {}}};
    }
    qint64 catalogueNow()
    {
        const Said said = ask(signedRequest({"GET", "/v1/catalogue", "?", {}}, keyOf(1), epochOf(1)));
        return QJsonDocument::fromJson(said.body)[u"version"].toInteger();
    }
    QJsonObject hubNow() { return HubHouse::status(m_house.hub()); }
    static int askedBy(const Route &route) { return route.isDesks ? desk : 1; }
    QByteArray wellSigned(const Route &route)
    {
        return signedRequest(route, keyOf(askedBy(route)), epochOf(askedBy(route)));
    }
    int epochOf(int terminal) { return HubHouse::status(m_house.terminal(terminal))[u"epoch"].toInt(); }
    void othersAreServed() { QCOMPARE(ask("GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n").status, 200); }
    static QString wordsOf(const Said &said) { return QString::fromUtf8(said.body); }

    static constexpr int desk = 3;

private Q_SLOTS:
    void initTestCase()
    {
        m_house.setUp();
        m_house.enrol(1);
        m_house.enrol(2);
        m_house.enrol(desk, u"desk"_s);
        QTest::qWait(6'000); // seats for who was just there may be on their way: the hub looks every five seconds
    }

    void aStrangerIsRefused_data() { routeTable(); }
    void aStrangerIsRefused()
    {
        QFETCH(int, route);
        const Route asked = routes()[route];
        const QJsonObject before = hubNow();
        const Said unsigned_ =
            ask(asked.method + ' ' + asked.path + (asked.query == "?" ? "" : asked.query) +
                " HTTP/1.1\r\nHost: hub\r\nContent-Length: " + QByteArray::number(asked.body.size()) + "\r\n\r\n" +
                asked.body);
        QCOMPARE(unsigned_.status, 401);
        const QTemporaryDir folder;
        const DeviceKey strange = DeviceKey::load(folder.filePath(u"key"_s), true).value();
        const Said wrongKey = ask(signedRequest(asked, strange, epochOf(1)));
        QCOMPARE(wrongKey.status, asked.isEnrolment ? 403 : 401);
        QCOMPARE(hubNow(), before);
    }

    void whatWasAlteredIsRefused_data() { routeTable(); }
    void whatWasAlteredIsRefused()
    {
        QFETCH(int, route);
        const Route asked = routes()[route];
        const QJsonObject before = hubNow();
        const SignatureHeaders good = signedBy(
            keyOf(askedBy(asked)), {asked.method, asked.path, asked.query, asked.body, epochOf(askedBy(asked)), 1});
        Route altered = asked;
        altered.body += ' ';
        QCOMPARE(ask(written(altered, good, epochOf(askedBy(asked)))).status, 401);
        QCOMPARE(ask(written(asked, good, epochOf(askedBy(asked)) + 1)).status, 401);
        QCOMPARE(hubNow(), before);
    }

    void anotherEpochIsRefused_data() { routeTable(); }
    void anotherEpochIsRefused()
    {
        QFETCH(int, route);
        const Route asked = routes()[route];
        if (asked.isEnrolment || asked.isPush)
            return; // they say in their body which epoch they are about
        const QJsonObject before = hubNow();
        QCOMPARE(ask(signedRequest(asked, keyOf(askedBy(asked)), 99)).status, 401);
        QCOMPARE(hubNow(), before);
    }

    void whatIsRepeatedIsAnsweredTheSame_data() { routeTable(); }
    void whatIsRepeatedIsAnsweredTheSame()
    {
        QFETCH(int, route);
        const QByteArray request = wellSigned(routes()[route]);
        const Said first = ask(request);
        const QJsonObject between = hubNow();
        const Said second = ask(request);
        QCOMPARE(second.status, first.status);
        if (request.startsWith("POST /v1/sign-in"))
            QCOMPARE(second.status, 409);                   // each try counts
        else if (!request.startsWith("POST /v1/session")) { // whose challenge is a new one
            QCOMPARE(second.body, first.body);
            QCOMPARE(hubNow(), between);
        }
    }

    void whatIsTooLargeIsRefused_data() { routeTable(); }
    void whatIsTooLargeIsRefused()
    {
        QFETCH(int, route);
        Route asked = routes()[route];
        const QJsonObject before = hubNow();
        asked.body = '"' + QByteArray(6 * 1024 * 1024, 'x') + '"';
        const Said said = ask(wellSigned(asked));
        QCOMPARE(said.status, 413);
        QCOMPARE(hubNow(), before);
        othersAreServed();
    }

    void whatIsNoMessageIsRefusedWithItsPlace_data() { routeTable(); }
    void whatIsNoMessageIsRefusedWithItsPlace()
    {
        QFETCH(int, route);
        Route asked = routes()[route];
        if (asked.method == "GET" || asked.body == "{}")
            return; // whose body nobody reads
        const QJsonObject before = hubNow();
        const auto refused = [&](const QByteArray &body) {
            asked.body = body;
            const Said said = ask(wellSigned(asked));
            return said.status == 400 ? QJsonDocument::fromJson(said.body).object() : QJsonObject();
        };
        QCOMPARE(refused("{\"id\": ")[u"fault"], u"NotJson"_s);
        QCOMPARE(refused("{\"x\":" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + '}')[u"fault"], u"TooDeep"_s);
        QCOMPARE(refused("[]")[u"refusal"], u"BadInput"_s);
        const QJsonObject empty = refused("{}");
        QCOMPARE(empty[u"refusal"], u"BadInput"_s);
        QVERIFY(empty[u"place"].toString().startsWith(u'/'));
        QCOMPARE(hubNow(), before);
    }

    void whoHasGoneDisturbsNobody_data() { routeTable(); }
    void whoHasGoneDisturbsNobody()
    {
        QFETCH(int, route);
        const QByteArray request = wellSigned(routes()[route]);
        for (const qsizetype part : {request.size(), request.size() - 1, qsizetype(30)}) {
            QTcpSocket socket;
            socket.connectToHost(m_house.url().host(), quint16(m_house.url().port()));
            QVERIFY(socket.waitForConnected(5'000));
            socket.write(request.first(part));
            socket.waitForBytesWritten(1'000);
            socket.abort();
        }
        othersAreServed();
    }

    void whoNeverEndsIsSentAway()
    {
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (const Route &route : routes()) {
            slow.push_back(std::make_unique<QTcpSocket>());
            slow.back()->connectToHost(m_house.url().host(), quint16(m_house.url().port()));
            QVERIFY(slow.back()->waitForConnected(5'000));
            slow.back()->write(wellSigned(route).chopped(2));
        }
        for (int i = 0; i < 5; ++i) {
            othersAreServed();
            QTest::qWait(500);
            for (const auto &socket : slow)
                socket->write("");
        }
        for (const auto &socket : slow) {
            QTRY_VERIFY_WITH_TIMEOUT(socket->state() == QAbstractSocket::UnconnectedState, 15'000);
            QCOMPARE(saidIn(socket->readAll()).status, 408);
        }
    }

    /// An answer that was lost on the way: the next in line is let in once.
    void whatADeskAsksTwiceIsDoneOnce()
    {
        const auto compact = [](const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); };
        const auto act = [&](HouseAct::Kind kind, int count) {
            HouseAct wanted{.id = RequestId{QUuid::createUuid()}, .kind = kind, .count = count};
            wanted.by = {{StaffId{QUuid(6, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)}, u"Kim"_s}, u"a second desk"_s};
            return signedRequest({"POST", "/v1/house/act", "?", compact(jsonOf(wanted))}, keyOf(desk), epochOf(desk));
        };
        const auto house = [&] {
            const Route route{"POST", "/v1/house", "?", "{}"};
            const Said said = ask(signedRequest(route, keyOf(desk), epochOf(desk)));
            return fromJson<HouseView>(QJsonDocument::fromJson(said.body).object()).value();
        };
        QCOMPARE(ask(act(HouseAct::Kind::SetLimit, 1)).status, 200);
        QCOMPARE(house().limit, 1);
        for (int i = 0; i < 4; ++i) {
            const TokenRequest token{TokenId{QUuid::createUuid()}, {}, WalletId{QUuid::createUuid()}};
            const Route route{"POST", "/v1/tokens", "?", compact(jsonOf(token))};
            QCOMPARE(ask(signedRequest(route, keyOf(desk), epochOf(desk))).status, 200);
        }
        const HouseView before = house();
        const QByteArray call = act(HouseAct::Kind::CallNext, 0);
        const Said first = ask(call), second = ask(call);
        QCOMPARE(first.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(house().admitted, before.admitted + 1);
        QCOMPARE(house().waiting, before.waiting - 1);
        QCOMPARE(house().nodes.size(), 3);
        QCOMPARE(house().nodes.constLast().kind, NodeKind::Desk);
        QCOMPARE(ask(act(HouseAct::Kind::SetLimit, 50)).status, 200);
    }

    /// Longer than a request may take to be read.
    void whoWaitsForNewsIsLetWait()
    {
        const Route poll{
            "GET", "/v1/changes", "?since=999999&catalogue=" + QByteArray::number(catalogueNow()) + "&wait=13", {}};
        QElapsedTimer took;
        took.start();
        QCOMPARE(ask(signedRequest(poll, keyOf(1), epochOf(1))).status, 200);
        QVERIFY2(took.elapsed() > 12'000, qPrintable(QString::number(took.elapsed())));
    }

    void aKeptConnectionIsServedAgain()
    {
        QTcpSocket socket;
        socket.connectToHost(m_house.url().host(), quint16(m_house.url().port()));
        QVERIFY(socket.waitForConnected(5'000));
        for (int i = 0; i < 3; ++i) {
            socket.write("GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n");
            QVERIFY(socket.waitForReadyRead(2'000));
            QCOMPARE(saidIn(socket.readAll()).status, 200);
            if (i == 1)
                QTest::qWait(11'000);
        }
    }

    void whatIsTooLargeLeavesNothingBehind()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer keeps what was freed");
#endif
        Route asked = routes()[4];
        asked.body = '"' + QByteArray(6 * 1024 * 1024, 'x') + '"';
        const QByteArray request = signedRequest(asked, keyOf(1), epochOf(1));
        for (int i = 0; i < 5; ++i)
            ask(request);
        const qint64 before = m_house.residentKilobytes();
        for (int i = 0; i < 30; ++i)
            QCOMPARE(ask(request).status, 413);
        const qint64 grown = m_house.residentKilobytes() - before;
        QVERIFY2(grown < 40'000, qPrintable(QString::number(grown)));
    }

    /// Of members without their PIN, and of the house, only where staff stand: whatever is asked, well and by a machine
    /// of the house.
    void onlyADeskAsksForStaff_data() { routeTable(); }
    void onlyADeskAsksForStaff()
    {
        QFETCH(int, route);
        const Route asked = routes()[route];
        if (!asked.isDesks)
            return;
        ask(wellSigned(routes()[6])); // somebody is registered: the desk is answered
        const QList<QByteArray> refused{"/v1/member-money",
            "/v1/claim-codes",              // they are blocked; there is no such money
            "/v1/order", "/v1/order-acts"}; // nor such an order
        QCOMPARE(ask(wellSigned(asked)).status, refused.contains(asked.path) ? 409 : 200);
        const QJsonObject before = hubNow();
        for (const int kiosk : {1, 2}) {
            const Said said = ask(signedRequest(asked, keyOf(kiosk), epochOf(kiosk)));
            QCOMPARE(said.status, 403);
            QCOMPARE(QJsonDocument::fromJson(said.body)[u"refusal"], u"DeskOnly"_s);
        }
        QCOMPARE(hubNow(), before);
    }

    /// What desks ask, and terminals of their customers' tickets, must be whole: nothing is guessed, and nothing half
    /// done.
    void whatADeskAsksIsReadWholeOrRefused()
    {
        ask(wellSigned(routes()[6]));
        const QJsonObject before = hubNow();
        int refusals = 0;
        for (const Route &whole : routes()) {
            if (!whole.isDesks && !whole.path.startsWith("/v1/my-tickets"))
                continue;
            const QJsonObject json = QJsonDocument::fromJson(whole.body).object();
            for (const QString &field : json.keys()) {
                const QList<QJsonValue> hostile{
                    QJsonArray(), QJsonObject{{u"x"_s, 1}}, 1e300, true, QString(10'000, u'x')};
                for (const QJsonValue &value : hostile) {
                    QJsonObject altered = json;
                    altered[field] = value;
                    Route asked = whole;
                    asked.body = QJsonDocument(altered).toJson(QJsonDocument::Compact);
                    const Said said = ask(wellSigned(asked));
                    QVERIFY2(said.status == 400, whole.path + ' ' + field.toUtf8() + ' ' + asked.body.left(200));
                    QCOMPARE(QJsonDocument::fromJson(said.body)[u"refusal"], u"BadInput"_s);
                    ++refusals;
                }
            }
        }
        QVERIFY(refusals > 50);
        QCOMPARE(hubNow(), before);
    }

    /// Last but for the next: it ends the second terminal.
    void aRevokedKeyOnlyPushes()
    {
        const int epoch = epochOf(2);
        m_house.revoke(HubHouse::nameOf(2));
        for (const Route &route : routes()) {
            const QJsonObject before = hubNow();
            const Said said = ask(signedRequest(route, keyOf(2), epoch));
            QVERIFY2(said.status == (route.isPush ? 200 : 403), route.path + ' ' + QByteArray::number(said.status));
            QCOMPARE(hubNow(), before);
        }
        const Push successors{epoch + 1, 0, QByteArray(32, '\0'), {}}; // of whom it knows nothing
        const QByteArray body = QJsonDocument(jsonOf(successors)).toJson(QJsonDocument::Compact);
        QCOMPARE(ask(signedRequest({"POST", "/v1/journal", "?", body}, keyOf(2), epoch)).status, 403);
    }

    void theDescriptionIsYaml()
    {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, u"import sys, yaml; yaml.safe_load(open(sys.argv[1]))"_s,
                                       qEnvironmentVariable("FOYER_SOURCE") + u"/resources/api/openapi.yaml"_s});
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError());
    }

    void everyRouteIsDescribedAndEveryDescriptionIsARoute()
    {
        QFile file(qEnvironmentVariable("FOYER_SOURCE") + u"/resources/api/openapi.yaml"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression path(u"^  (/\\S+):\\n    (get|post):"_s, QRegularExpression::MultilineOption);
        QSet<QString> described;
        for (const auto &match : path.globalMatch(text)) {
            const QByteArray method = match.captured(2).toUpper().toLatin1();
            QByteArray asked = match.captured(1).toLatin1();
            described.insert(match.captured(1).section(u"/{"_s, 0, 0));
            asked.replace("{hash}", "00");
            const int good = ask(method + ' ' + asked + " HTTP/1.1\r\nHost: hub\r\n\r\n").status;
            QVERIFY2(good == (asked.startsWith("/v1") ? 401 : 200), asked + ' ' + QByteArray::number(good));
            const int other = ask("DELETE " + asked + " HTTP/1.1\r\nHost: hub\r\n\r\n").status;
            QVERIFY2(other == 405 || other == 404, asked + ' ' + QByteArray::number(other));
        }
        QCOMPARE(ask("GET /v1/nothing HTTP/1.1\r\nHost: hub\r\n\r\n").status, 404);
        const QString metrics = wordsOf(ask("GET /metrics HTTP/1.1\r\nHost: hub\r\n\r\n"));
        static const QRegularExpression counted(u"route=\"(/[^\"]+)\""_s);
        for (const auto &match : counted.globalMatch(metrics))
            QVERIFY2(described.contains(match.captured(1)), qPrintable(match.captured(1)));
        QVERIFY(described.size() >= 11);
    }

private:
    void routeTable()
    {
        QTest::addColumn<int>("route");
        const QList<Route> all = routes();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].path.left(12)) << i;
    }

    HubHouse m_house;
};

QTEST_GUILESS_MAIN(HubRoutesTest)
#include "HubRoutesTest.moc"
