#include "services/SeasonReader.h"
#include "domain/Limits.h"
#include "services/SeasonWriter.h"
#include "support/JsonEdit.h"

#include <QElapsedTimer>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray smallSeason = R"({
    "format": "foyer-season", "version": 1,
    "settings": {"name": {"ko": "한빛아트홀", "en": "Hanbit Arts Hall"}, "timeZone": "Asia/Seoul", "currency": "KRW",
        "admissionLimit": 4, "holdSeconds": 240, "prolongSeconds": 120, "seatsPerOrder": 6, "noSingleSeats": true, "noShowSeconds": 90,
        "businessDayStartsAt": 4, "sellAfterStartMinutes": 20, "cancelMinutes": 90, "walletMax": 500000, "topUpMin": 5000,
        "taxBasisPoints": 1000, "seller": {"name": "Hanbit", "address": "Seoul", "number": "120-81-00000"}},
    "houses": [{"id": "main", "name": "Main hall", "plan": "hall"}],
    "shows": [{"id": "moon", "title": {"ko": "달의 정원", "en": "Moon Garden"}, "minutes": 95, "ageFrom": 7,
        "color": "#2B3A67"}],
    "ticketTypes": [{"id": "adult", "name": "Adult"}, {"id": "youth", "name": "Youth", "proof": "Student card"}],
    "performances": [
        {"id": "p1", "show": "moon", "house": "main", "startsAt": "2026-11-25T19:30",
         "prices": [{"category": "R", "type": "adult", "amount": 110000},
                    {"category": "R", "type": "youth", "amount": 77000, "currency": "KRW"}]},
        {"id": "p2", "show": "moon", "house": "main", "startsAt": "2026-11-26T19:30:00+09:00", "cancelled": true,
         "salesOpen": "2026-11-01T10:00", "salesClose": "2026-11-26T19:00", "prices": []}]})";
const QJsonValue absent{QJsonValue::Undefined};
const QString first = u"/performances/0"_s;
const QString price = u"/performances/0/prices/1"_s;

Season seasonWith(const QString &pointer, const QJsonValue &put)
{
    return readSeason(edited(smallSeason, pointer, put)).value();
}
QDateTime utc(const QString &text) { return QDateTime::fromString(text, Qt::ISODate); }

QByteArray manyPerformances(int count)
{
    const QJsonObject season = QJsonDocument::fromJson(smallSeason).object();
    QJsonObject performance = season[u"performances"][0].toObject();
    QJsonArray performances;
    for (int i = 0; i < count; ++i) {
        performance[u"id"] = u"p%1"_s.arg(i);
        performances.append(performance);
    }
    return edited(smallSeason, u"/performances"_s, performances);
}
} // namespace

class SeasonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeasonIsReadWhole();
    void aSeasonThatIsWrittenIsReadAsItWas();
    void settingsAreTakenOver();
    void settingsLeftOutKeepTheirDefaults();
    void whoSaysNullLetsNobodyCancel();
    void anotherCurrencyIsTheWallets();
    void timesBecomeUtc_data();
    void timesBecomeUtc();
    void anHourThatSpringSkipsIsNoTime();
    void faultsAreRefusedWithTheirPlace_data();
    void faultsAreRefusedWithTheirPlace();
    void brokenFilesAreRefusedWithTheByte_data();
    void brokenFilesAreRefusedWithTheByte();
    void aSeasonCutAnywhereIsRefused();
    void aSeasonWithAnyValueOfAnotherTypeIsReadOrRefused();
    void theLongestSeasonIsReadAndOnePerformanceMoreIsNot();
};

void SeasonReaderTest::aSeasonIsReadWhole()
{
    const Season season = readSeason(smallSeason).value();
    QCOMPARE(season.houses.size(), 1);
    QCOMPARE(season.houses[0].planId, u"hall"_s);
    QCOMPARE(season.houses[0].name.in(u"ko"_s), u"Main hall"_s);
    QCOMPARE(season.shows[0].title.in(u"en"_s), u"Moon Garden"_s);
    QCOMPARE(season.shows[0].color, u"#2b3a67"_s);
    QCOMPARE(season.shows[0].minutes, 95);
    QCOMPARE(season.shows[0].ageFrom, 7);
    QVERIFY(season.shows[0].subtitle.isEmpty());
    QCOMPARE(season.ticketTypes[1].proof.in(u"ko"_s), u"Student card"_s);

    const SeasonPerformance &p1 = season.performances[0];
    QCOMPARE(p1.show + p1.house, u"moonmain"_s);
    QCOMPARE(p1.prices[1], (SeasonPerformance::Price{u"R"_s, u"youth"_s, {77'000, {}}}));
    QVERIFY(!p1.salesOpen.isValid() && !p1.salesClose.isValid());
    QCOMPARE(p1.state, PerformanceState::Scheduled);
    QCOMPARE(season.performances[1].state, PerformanceState::Cancelled);
    QCOMPARE(season.performances[1].salesOpen, utc(u"2026-11-01T01:00:00Z"_s));
}

void SeasonReaderTest::aSeasonThatIsWrittenIsReadAsItWas()
{
    const Season season = readSeason(smallSeason).value();
    const auto again = readSeason(QJsonDocument(seasonFile(season)).toJson());
    QVERIFY(again.ok());
    QCOMPARE(seasonFile(again.value()), seasonFile(season));
    QVERIFY(again.value().settings == season.settings);
    QCOMPARE(again.value().performances[1].startsAt, season.performances[1].startsAt);
    QCOMPARE(again.value().performances[0].prices, season.performances[0].prices);
    QVERIFY(again.value().ticketTypes[1].proof == season.ticketTypes[1].proof);
    QVERIFY(again.value().shows[0].title == season.shows[0].title);
}

void SeasonReaderTest::settingsAreTakenOver()
{
    const HouseSettings settings = readSeason(smallSeason).value().settings;
    HouseSettings expected;
    expected.name = Text{{{u"ko"_s, u"한빛아트홀"_s}, {u"en"_s, u"Hanbit Arts Hall"_s}}};
    expected.admissionLimit = 4;
    expected.holdTime = 4min;
    expected.prolongBy = 2min;
    expected.seatsPerOrder = 6;
    expected.noSingleSeats = true;
    expected.noShowAfter = 90s;
    expected.businessDayStartsAt = 4;
    expected.sellAfterStart = 20min;
    expected.cancelBefore = 90min;
    expected.walletMax.minor = 500'000;
    expected.topUpMin.minor = 5'000;
    expected.sellerName = u"Hanbit"_s;
    expected.sellerAddress = u"Seoul"_s;
    expected.sellerNumber = u"120-81-00000"_s;
    QCOMPARE(settings, expected);
}

void SeasonReaderTest::settingsLeftOutKeepTheirDefaults()
{
    QCOMPARE(seasonWith(u"/settings"_s, absent).settings, HouseSettings{});
    QCOMPARE(seasonWith(u"/settings"_s, QJsonObject()).settings, HouseSettings{});
}

/// null is no default: customers never cancel by themselves, also after the file was written and read again.
void SeasonReaderTest::whoSaysNullLetsNobodyCancel()
{
    const Season season = seasonWith(u"/settings/cancelMinutes"_s, QJsonValue());
    QVERIFY(!season.settings.cancelBefore);
    QVERIFY(!readSeason(QJsonDocument(seasonFile(season)).toJson()).value().settings.cancelBefore);
    QVERIFY(seasonWith(u"/settings/cancelMinutes"_s, 0).settings.cancelBefore == 0min);
    QVERIFY(seasonWith(u"/settings/cancelMinutes"_s, absent).settings.cancelBefore == 60min);
}

void SeasonReaderTest::anotherCurrencyIsTheWallets()
{
    const QByteArray plain = edited(smallSeason, price + u"/currency"_s, absent);
    const Season season = readSeason(edited(plain, u"/settings"_s, QJsonObject{{u"currency"_s, u"EUR"_s}})).value();
    QCOMPARE(season.settings.walletMax.currency.text(), u"EUR"_s);
    QCOMPARE(season.settings.topUpMin.currency.text(), u"EUR"_s);
    QCOMPARE(season.performances[0].prices[0].amount.currency.text(), u"EUR"_s);
}

void SeasonReaderTest::timesBecomeUtc_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("moment");
    QTest::newRow("house's clock") << u"2026-11-25T19:30"_s << u"Asia/Seoul"_s << u"2026-11-25T10:30:00Z"_s;
    QTest::newRow("with seconds") << u"2026-11-25T19:30:15"_s << u"Asia/Seoul"_s << u"2026-11-25T10:30:15Z"_s;
    QTest::newRow("summer there") << u"2026-07-01T20:00"_s << u"Europe/Berlin"_s << u"2026-07-01T18:00:00Z"_s;
    QTest::newRow("winter there") << u"2026-12-01T20:00"_s << u"Europe/Berlin"_s << u"2026-12-01T19:00:00Z"_s;
    QTest::newRow("Zulu") << u"2026-11-25T19:30:00Z"_s << u"Asia/Seoul"_s << u"2026-11-25T19:30:00Z"_s;
    QTest::newRow("offset") << u"2026-11-25T19:30+02:00"_s << u"Asia/Seoul"_s << u"2026-11-25T17:30:00Z"_s;
    QTest::newRow("offset back") << u"2026-11-25T19:30:00-05:00"_s << u"Asia/Seoul"_s << u"2026-11-26T00:30:00Z"_s;
}

void SeasonReaderTest::timesBecomeUtc()
{
    QFETCH(QString, written);
    QFETCH(QString, zone);
    QFETCH(QString, moment);
    const QByteArray there = edited(smallSeason, u"/settings/timeZone"_s, zone);
    const Season season = readSeason(edited(there, first + u"/startsAt"_s, written)).value();
    QCOMPARE(season.performances[0].startsAt, utc(moment));
    QCOMPARE(season.performances[0].startsAt.timeSpec(), Qt::UTC);
}

void SeasonReaderTest::anHourThatSpringSkipsIsNoTime()
{
    const QByteArray there = edited(smallSeason, u"/settings/timeZone"_s, u"Europe/Berlin"_s);
    const auto season = readSeason(edited(there, first + u"/startsAt"_s, u"2026-03-29T02:30"_s));
    QVERIFY(season.isRefused(Refusal::BadInput));
    QCOMPARE(season.refused()->fault, InputFault::BadDate);
    QCOMPARE(season.refused()->place, first + u"/startsAt"_s);
}

void SeasonReaderTest::faultsAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("pointer"); // edited in the small season
    QTest::addColumn<QJsonValue>("put");
    QTest::addColumn<InputFault>("fault");
    QTest::addColumn<QString>("place"); // empty: as edited
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &put, InputFault fault,
                         const QString &place = {}) { QTest::newRow(name) << pointer << put << fault << place; };
    using enum InputFault;
    const QString tooLong(limits::nameLengthMax + 1, u'a');
    const QJsonObject hall{{u"id"_s, u"main"_s}, {u"name"_s, u"Another"_s}, {u"plan"_s, u"b"_s}};
    const QJsonObject moon{{u"id"_s, u"moon"_s}, {u"title"_s, u"Another"_s}};
    const QJsonObject adult{{u"category"_s, u"R"_s}, {u"type"_s, u"adult"_s}, {u"amount"_s, 1}};

    row("no format", u"/format"_s, absent, Missing);
    row("no houses", u"/houses"_s, absent, Missing);
    row("no show's title", u"/shows/0/title"_s, absent, Missing);
    row("no prices", first + u"/prices"_s, absent, Missing);
    row("no amount", price + u"/amount"_s, absent, Missing);

    row("shows an object", u"/shows"_s, QJsonObject(), WrongType);
    row("show a text", u"/shows/0"_s, u"moon"_s, WrongType);
    row("title a number", u"/shows/0/title"_s, 5, WrongType);
    row("a language's title a list", u"/shows/0/title/ko"_s, QJsonArray(), WrongType);
    row("amount a text", price + u"/amount"_s, u"77000"_s, WrongType);
    row("amount a fraction", price + u"/amount"_s, 0.5, WrongType);
    row("minutes a fraction", u"/shows/0/minutes"_s, 90.5, WrongType);
    row("cancelled a text", first + u"/cancelled"_s, u"no"_s, WrongType);
    row("cancelled by hand", u"/settings/cancelMinutes"_s, u"60"_s, WrongType);
    row("settings null", u"/settings"_s, QJsonValue::Null, WrongType);

    row("another format", u"/format"_s, u"foyer-plan"_s, SchemaMismatch);
    row("a later version", u"/version"_s, 2, SchemaMismatch);
    row("misspelt", first + u"/salesOpne"_s, u"2026-11-01T10:00"_s, SchemaMismatch);
    row("misspelt with a slash", u"/settings/hold~1Seconds"_s, 5, SchemaMismatch, u"/settings/hold~01Seconds"_s);
    row("no ticket type", u"/ticketTypes"_s, QJsonArray(), SchemaMismatch);
    row("empty id", u"/houses/0/id"_s, QString(), SchemaMismatch);
    row("no language", u"/shows/0/title"_s, QJsonObject(), SchemaMismatch);
    row("no admission", u"/settings/admissionLimit"_s, 0, SchemaMismatch);
    row("cancelled after the start", u"/settings/cancelMinutes"_s, -1, SchemaMismatch);
    row("cancelled a year before", u"/settings/cancelMinutes"_s, 525'600, SchemaMismatch);
    row("25 o'clock", u"/settings/businessDayStartsAt"_s, 25, SchemaMismatch);

    row("house twice", u"/houses/1"_s, hall, DuplicateId, u"/houses/1/id"_s);
    row("show twice", u"/shows/1"_s, moon, DuplicateId, u"/shows/1/id"_s);
    row("type twice", u"/ticketTypes/1/id"_s, u"adult"_s, DuplicateId);
    row("performance twice", u"/performances/1/id"_s, u"p1"_s, DuplicateId);
    row("price twice", price, adult, DuplicateId);

    row("house unknown", first + u"/house"_s, u"attic"_s, UnknownHouse);
    row("show unknown", first + u"/show"_s, u"sun"_s, UnknownShow);
    row("type unknown", price + u"/type"_s, u"senior"_s, UnknownTicketType);

    row("price below nothing", price + u"/amount"_s, -1, NegativePrice);
    row("price past the limit", price + u"/amount"_s, double(limits::moneyMax + 1), AmountTooLarge);
    row("wallet past the limit", u"/settings/walletMax"_s, 1e300, AmountTooLarge);
    row("price in dollars", price + u"/currency"_s, u"USD"_s, OtherCurrency);
    row("currency unheard of", u"/settings/currency"_s, u"XXX"_s, OtherCurrency);

    row("no date", first + u"/startsAt"_s, u"tomorrow"_s, BadDate);
    row("date without time", first + u"/startsAt"_s, u"2026-11-25"_s, BadDate);
    row("30 February", first + u"/startsAt"_s, u"2026-02-30T19:30"_s, BadDate);
    row("26 o'clock", first + u"/salesOpen"_s, u"2026-11-01T26:00"_s, BadDate);
    row("closes before it opens", u"/performances/1/salesClose"_s, u"2026-10-01T10:00"_s, WindowReversed);
    row("opens after its end", first + u"/salesOpen"_s, u"2026-11-25T19:50"_s, WindowReversed);
    row("zone unheard of", u"/settings/timeZone"_s, u"Asia/Atlantis"_s, BadTimeZone);
    row("colour unheard of", u"/shows/0/color"_s, u"moonlight"_s, BadColor);

    row("title", u"/shows/0/title/ko"_s, tooLong, NameTooLong);
    row("house's name", u"/houses/0/name"_s, tooLong, NameTooLong);
    row("id", u"/performances/1/id"_s, tooLong, NameTooLong);
    row("seller", u"/settings/seller/name"_s, tooLong, NameTooLong);
}

void SeasonReaderTest::faultsAreRefusedWithTheirPlace()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, put);
    QFETCH(QString, place);
    const auto season = readSeason(edited(smallSeason, pointer, put));
    QVERIFY(season.isRefused(Refusal::BadInput));
    QCOMPARE(season.refused()->place, place.isEmpty() ? pointer : place);
    QTEST(season.refused()->fault, "fault");
    QVERIFY(season.refused()->value.size() < 80);
}

void SeasonReaderTest::brokenFilesAreRefusedWithTheByte_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<InputFault>("fault");
    QTest::addColumn<QString>("place");
    using enum InputFault;
    QTest::newRow("nothing") << QByteArray() << NotJson << u"byte 0"_s;
    QTest::newRow("a list") << QByteArray("[]") << WrongType << QString();
    QTest::newRow("past a double") << QByteArray(R"({"a": 1e999})") << AmountTooLarge << u"byte 6"_s;
    QTest::newRow("100,000 deep") << QByteArray(100'000, '[') << TooDeep << u"byte 64"_s;
    QTest::newRow("too large") << QByteArray(limits::importBytesMax + 1, ' ') << TooLarge << u"byte 268435456"_s;
}

void SeasonReaderTest::brokenFilesAreRefusedWithTheByte()
{
    QFETCH(QByteArray, json);
    const auto season = readSeason(json);
    QVERIFY(season.isRefused(Refusal::BadInput));
    QTEST(season.refused()->fault, "fault");
    QTEST(season.refused()->place, "place");
}

void SeasonReaderTest::aSeasonCutAnywhereIsRefused()
{
    for (qsizetype length = 0; length < smallSeason.size(); ++length) {
        const auto season = readSeason(smallSeason.left(length));
        QVERIFY(season.isRefused(Refusal::BadInput));
        QCOMPARE(season.refused()->fault, InputFault::NotJson);
    }
}

void SeasonReaderTest::aSeasonWithAnyValueOfAnotherTypeIsReadOrRefused()
{
    const QList<QJsonValue> others{QJsonValue(), true, -1, 0.5, 1e18, QString(), u"p1"_s, QJsonArray(), QJsonObject()};
    int refused = 0;
    const std::function<void(const QJsonValue &, const QString &)> swapAll = [&](const QJsonValue &at,
                                                                                 const QString &pointer) {
        for (const QJsonValue &other : others) {
            const auto season = readSeason(edited(smallSeason, pointer, other));
            refused += !season.ok();
            QVERIFY(season.ok() || season.refused()->place.startsWith(u'/'));
        }
        for (const QString &key : at.toObject().keys())
            swapAll(at[key], pointer + u'/' + key);
        for (qsizetype i = 0; i < at.toArray().size(); ++i)
            swapAll(at[i], u"%1/%2"_s.arg(pointer).arg(i));
    };
    const QJsonObject season = QJsonDocument::fromJson(smallSeason).object();
    for (const QString &key : season.keys())
        swapAll(season[key], u'/' + key);
    QVERIFY(refused > 300);
}

void SeasonReaderTest::theLongestSeasonIsReadAndOnePerformanceMoreIsNot()
{
    const QByteArray json = manyPerformances(limits::performancesInSeasonMax);
    QElapsedTimer timer;
    timer.start();
    const auto longest = readSeason(json);
    QCOMPARE(longest.value().performances.size(), limits::performancesInSeasonMax);
    qInfo("%lld ms", timer.elapsed());
    const auto oneMore = readSeason(manyPerformances(limits::performancesInSeasonMax + 1));
    QVERIFY(oneMore.isRefused(Refusal::BadInput));
    QCOMPARE(oneMore.refused()->fault, InputFault::TooLarge);
    QCOMPARE(oneMore.refused()->place, u"/performances/10000"_s);
}

QTEST_GUILESS_MAIN(SeasonReaderTest)
#include "SeasonReaderTest.moc"
