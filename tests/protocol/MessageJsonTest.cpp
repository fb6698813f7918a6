#include "protocol/HouseMessages.h"
#include "protocol/HubMessages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
const RequestId request{QUuid(u"01890a5d-ac96-774b-bcce-b302099a8057"_s)};
const QList<PlacedRight> rights{{{7}, SeatIndex{3}, {1, 99}}, {{7}, SeatIndex{199'999}, {2, qint64(1) << 40}}};

template <typename Message>
bool survives(const Message &message)
{
    const QJsonObject json = jsonOf(message);
    const QByteArray text = QJsonDocument(json).toJson(); // as it travels
    const Result<Message> read = fromJson<Message>(QJsonDocument::fromJson(text).object());
    return read.ok() && jsonOf(read.value()) == json;
}
} // namespace

/// What nodes say to each other: written, read, and refused where it isn't that.
class MessageJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageSurvivesTheWay()
    {
        QVERIFY(survives(EnrolmentRequest{{NodeId{request.value}, 3}, QByteArray(16, 'c')}));
        QVERIFY(survives(Enrolment{4, 2, QByteArray(16, 'c')}));
        QVERIFY(survives(Challenge{QByteArray(16, 'n'), 2, 12, {{1, 7}, {2, 0}}}));
        QVERIFY(survives(RightsReport{QByteArray(16, 'n'), 2, 12, QByteArray(32, 'h'), rights}));
        const JournalEntry entry{
            4, 13, 1'795'000'000'000, u"sold"_s, "{\"name\":\"한 <b> \\\"quoted\\\"\"}", QByteArray(32, 'e')};
        QVERIFY(survives(Push{4, 12, QByteArray(32, 'p'), {entry}}));
        QVERIFY(survives(Acknowledged{EpochWord::Over, 13, Comparison{rights, {}, {{{7}, QByteArray(32, 'p')}}}, 4}));
        QVERIFY(survives(Acknowledged{EpochWord::Goes, 0, std::nullopt, 1}));
        QVERIFY(survives(RightsRequest{request, {7}, {SeatIndex{1}, SeatIndex{2}}, QByteArray(32, 'p')}));
        QVERIFY(survives(RightsAnswer{request, {{SeatIndex{1}, {1, 5}}}, {}, 3}));
        QVERIFY(survives(RightsAnswer{request, {}, {SeatIndex{2}}, 3}));
        QVERIFY(survives(EnrolWish{u"7KQ4-MW2P-9DXA"_s, {{NodeId{request.value}, 3}, QByteArray(16, 'c')}}));
        QVERIFY(survives(Enrolled{
            {4, 2, QByteArray(16, 'c')}, NodeId{request.value}, u"로비 1 <b>"_s, NodeKind::Desk, QByteArray(80, 'k')}));
        QVERIFY(survives(HubNews{2, 17, 3, true,
            {{{7}, SeatIndex{1}, SeatState::Sold, {}}, {{7}, SeatIndex{2}, SeatState::Given, Fence{1, 9}},
                {{8}, SeatIndex{3}, SeatState::Pool, {}}},
            {{{7}, QByteArray(32, 'p')}}, {{{7}, {SeatIndex{5}}}}, {}, {},
            {{OrderId{request.value}, WalletId{request.value}}}}));
        RefundRequest refund{request, OrderId{request.value}, StaffId{request.value}, u"ill\u200e"_s};
        QVERIFY(survives(refund));
        QJsonObject asBefore = jsonOf(refund); // as an earlier terminal asks
        asBefore.remove(u"seats");
        asBefore.remove(u"void");
        QCOMPARE(jsonOf(fromJson<RefundRequest>(asBefore).value()), jsonOf(refund));
        refund.seats = {SeatIndex{3}, SeatIndex{199'999}};
        refund.isVoid = true;
        QVERIFY(survives(refund));
        refund.who.reset(); // its customer
        QVERIFY(survives(refund) && !fromJson<RefundRequest>(jsonOf(refund)).value().who);
        QVERIFY(survives(RefundAnswer{
            OrderId{request.value}, Money{30'000, {}}, false, u"7KQ4-MW2P"_s, {SeatIndex{3}, SeatIndex{4}}}));
        QVERIFY(survives(HubCatalogue{3, {{u"format"_s, u"foyer-season"_s}}, {{u"p1"_s, QByteArray(32, 'p')}}}));
    }

    void aRefusalSurvivesTheWay()
    {
        for (int why = 0; why <= int(Refusal::PerformanceHasSales); ++why) {
            const Refused refused{
                .why = Refusal(why), .seats = {SeatIndex{3}}, .fault = InputFault::TooDeep, .place = u"/a/0"_s};
            const Refused read = refusedIn(jsonOf(refused));
            QCOMPARE(int(read.why), why);
            QCOMPARE(read.seats, refused.seats);
            QCOMPARE(int(read.fault), int(refused.fault));
            QCOMPARE(read.place, refused.place);
        }
        QCOMPARE(int(refusedIn({{u"refusal"_s, u"Something of a later version"_s}}).why), int(Refusal::BadInput));
    }

    void anEntrysBytesAreItsOwn()
    {
        for (const QByteArray &body : {QByteArray("{\"a\":1,\"b\":[1.50,\"ü\"]}"), // not as we would write it
                 QByteArray()}) {
            const Push push{1, 0, QByteArray(32, '\0'), {{1, 1, 5, u"x"_s, body, QByteArray(32, 'e')}}};
            QCOMPARE(fromJson<Push>(jsonOf(push)).value().entries.constFirst().body, body);
        }
    }

    void anEntryThatIsNoBytesIsRefusedWithItsPlace()
    {
        const Push push{1, 0, QByteArray(32, '\0'), {{1, 1, 5, u"x"_s, "{}", QByteArray(32, 'e')}}};
        for (const QJsonValue &body :
            {QJsonValue(u"{\"a\":1}"_s), QJsonValue(u"e3"_s + QChar(0xc0)), QJsonValue(u"/w=="_s), QJsonValue(7)}) {
            QJsonObject json = jsonOf(push), entry = json[u"entries"].toArray()[0].toObject();
            entry[u"body"_s] = body;
            json[u"entries"_s] = QJsonArray{entry};
            const auto read = fromJson<Push>(json);
            QVERIFY(read.isRefused(Refusal::BadInput));
            QCOMPARE(read.refused()->place, u"/entries/0/body"_s);
        }
    }

    void whatIsNoMessageIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        const QByteArray id = "\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"";
        QTest::newRow("no id") << QByteArray("{\"performance\":1,\"seats\":[]}") << u"/id"_s;
        QTest::newRow("no uuid") << QByteArray("{\"id\":\"7\",\"performance\":1,\"seats\":[]}") << u"/id"_s;
        QTest::newRow("half a seat") << QByteArray("{" + id + ",\"performance\":1,\"seats\":[1.5]}") << u"/seats/0"_s;
        QTest::newRow("a seat below none")
            << QByteArray("{" + id + ",\"performance\":1,\"seats\":[-1]}") << u"/seats/0"_s;
        QTest::newRow("beyond any plan") << QByteArray("{" + id + ",\"performance\":1,\"seats\":[0,200000]}")
                                         << u"/seats/1"_s;
        QTest::newRow("seats in words") << QByteArray("{" + id + ",\"performance\":1,\"seats\":\"all\"}")
                                        << u"/seats"_s;
        QTest::newRow("no plan") << QByteArray("{" + id + ",\"performance\":1,\"seats\":[0]}") << u"/plan"_s;
        QTest::newRow("a number that isn't exact")
            << QByteArray("{" + id + ",\"performance\":1e300,\"seats\":[]}") << u"/performance"_s;
    }
    void whatIsNoMessageIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        const auto read = fromJson<RightsRequest>(QJsonDocument::fromJson(json).object());
        QVERIFY(read.isRefused(Refusal::BadInput));
        QTEST(read.refused()->place, "place");
    }
};

QTEST_GUILESS_MAIN(MessageJsonTest)
#include "MessageJsonTest.moc"
