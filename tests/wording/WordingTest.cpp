#include "wording/Wording.h"

#include "wording/Translator.h"

#include <QFile>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
template <typename Enum>
QList<Enum> allOf()
{
    QList<Enum> values;
    for (int value = 0; value < 64; ++value)
        if (!nameOf(Enum(value)).isEmpty())
            values.append(Enum(value));
    return values;
}

/// Every enumerator has words of its own, in both languages, and the Korean ones are Korean.
template <typename Enum, typename Say>
void checkWords(const QList<Enum> &values, Say say)
{
    const Wording ko(u"ko"_s), en(u"en"_s);
    QVERIFY(values.size() > 1);
    QSet<QString> seen;
    for (const Enum value : values) {
        const QString korean = say(ko, value), english = say(en, value);
        QVERIFY2(!korean.isEmpty() && !english.isEmpty(), qPrintable(QString::number(int(value))));
        QVERIFY2(korean != english, qPrintable(english));
        QVERIFY2(!english.contains(u'%') && !korean.contains(u'%'), qPrintable(english));
        QVERIFY2(!seen.contains(english), qPrintable(english));
        seen.insert(english);
    }
}

template <typename Enum>
void checkNames(const QList<Enum> &values)
{
    checkWords(values, [](const Wording &wording, Enum value) { return wording.name(value); });
}

Refused refusedFor(Refusal why)
{
    Refused refused{.why = why, .seats = {SeatIndex{1}}, .nearest = {SeatIndex{2}}, .amount = {44'000, {}}};
    refused.triesLeft = 3;
    refused.limit = 8;
    refused.wait = 5min;
    return refused;
}

SeatName seatOfPlan(SeatIndex seat) { return {u"Stalls"_s, u"G"_s, QString::number(indexOf(seat))}; }
const QTimeZone seoul("Asia/Seoul");
const QDateTime matinee(QDate(2026, 11, 25), QTime(5, 0), Qt::UTC);
} // namespace

/// Nobody ever stands before an empty, half-translated or unkind screen.
class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsTooLateIsToldUntilWhen()
    {
        const Wording en(u"en"_s);
        QVERIFY(en.message({.why = Refusal::CancelTooLate, .until = matinee.toTimeZone(seoul)}).contains(u"14:00"_s));
        QVERIFY(!en.message({.why = Refusal::CancelTooLate}).contains(u"until"_s)); // where they never may
    }

    void everyRefusalHasWords()
    {
        checkWords(allOf<Refusal>(),
            [](const Wording &wording, Refusal why) { return wording.message(refusedFor(why), seatOfPlan); });
        checkWords(
            allOf<Refusal>(), [](const Wording &wording, Refusal why) { return wording.message(Refused{.why = why}); });
    }

    void everyFaultHasWords()
    {
        checkWords(allOf<InputFault>(), [](const Wording &wording, InputFault fault) {
            return wording.message(fault, u"/houses/0"_s, u"no such"_s);
        });
    }

    void everyErrorSaysThatNothingWasCharged()
    {
        for (const Error::Kind kind : allOf<Error::Kind>()) {
            const Error error{kind, u"disk I/O error"_s};
            QVERIFY(Wording(u"en"_s).message(error).contains(u"Nothing was charged."_s));
            QVERIFY(Wording(u"ko"_s).message(error).contains(u"결제된 금액은 없습니다."_s));
            QVERIFY(!Wording(u"en"_s).message(error).contains(error.detail));
        }
    }

    void everyNameHasWords()
    {
        checkNames(allOf<TenderKind>());
        checkNames(allOf<TenderStage>());
        checkNames(allOf<TenderState>());
        checkNames(allOf<MovementKind>());
        checkNames(allOf<Role>());
        checkNames(allOf<SalesWindow>());
        checkNames(allOf<PerformanceState>());
        checkNames(allOf<TokenState>());
        checkNames(allOf<SeatKind>());
        checkNames(allOf<SeatState>());
        checkNames(allOf<SeatShown>());
        checkNames(allOf<OrderState>());
        checkNames(allOf<StaffAction>());
        checkNames(allOf<HubTask::Kind>());
        checkNames(allOf<Remedy>());
        checkNames(allOf<NodeKind>());
    }

    void refusalsCarryWhatAPersonNeeds()
    {
        const Wording en(u"en"_s), ko(u"ko"_s);
        QCOMPARE(en.message(refusedFor(Refusal::SeatTaken), seatOfPlan),
            u"Just taken: Stalls, row G, seat 1. Please choose another seat. Free close by: Stalls, row G, seat 2."_s);
        QCOMPARE(ko.message(refusedFor(Refusal::InsufficientBalance)),
            u"잔액이 ₩44,000 부족합니다. 충전하신 후 결제를 계속해 주세요."_s);
        QVERIFY(ko.message(refusedFor(Refusal::LockedOut)).contains(u"5분"_s));
        QVERIFY(en.message(refusedFor(Refusal::OrderLimit)).contains(u"8 seats"_s));
        Refused last = refusedFor(Refusal::NotAuthenticated);
        last.triesLeft = 1;
        QVERIFY(en.message(last).endsWith(u"you have 1 try left."_s));
    }

    void textFromOutsideIsNeverAPattern()
    {
        QCOMPARE(Wording(u"en"_s).message(InputFault::BadColor, u"/a/%2/%1"_s, u"%1 <b>%n"_s),
            u"At /a/%2/%1: This isn't a colour. Please write it as #rrggbb. Found: “%1 <b>%n”."_s);
        QCOMPARE(Wording(u"en"_s).seatText({u"%1"_s, u"%2"_s, u"%3"_s}), u"%1, row %2, seat %3"_s);
    }

    void seatsAreCalledAsPeopleCallThem_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("said");
        QTest::newRow("ko") << u"ko"_s << QStringList{u"1층"_s, u"G"_s, u"12"_s} << u"1층 G열 12번"_s;
        QTest::newRow("en") << u"en"_s << QStringList{u"Stalls"_s, u"G"_s, u"12"_s} << u"Stalls, row G, seat 12"_s;
        QTest::newRow("no row") << u"en"_s << QStringList{u"Box 4"_s, {}, u"2"_s} << u"Box 4, seat 2"_s;
        QTest::newRow("said already") << u"ko"_s << QStringList{{}, u"가열"_s, u"3번"_s} << u"가열 3번"_s;
    }
    void seatsAreCalledAsPeopleCallThem()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, parts);
        QTEST(Wording(language).seatText({parts[0], parts[1], parts[2]}), "said");
    }

    void seatsOfOneRowAreNamedTogether_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("said");
        QTest::newRow("ko") << u"ko"_s << u"1F G열 12, 13번 / 2F A열 1번"_s;
        QTest::newRow("en") << u"en"_s << u"1F, row G, seats 12, 13; 2F, row A, seat 1"_s;
    }
    void seatsOfOneRowAreNamedTogether()
    {
        QFETCH(QString, language);
        const QList<SeatName> names{{u"1F"_s, u"G"_s, u"12"_s}, {u"1F"_s, u"G"_s, u"13"_s}, {u"2F"_s, u"A"_s, u"1"_s}};
        const auto namer = [&](SeatIndex seat) { return names[indexOf(seat)]; };
        QTEST(Wording(language).seatsText({SeatIndex{0}, SeatIndex{1}, SeatIndex{2}}, namer), "said");
    }

    void aWordIsSaidOnce()
    {
        const Wording wording(u"en"_s);
        QCOMPARE(wording.rowTitle(u"G"_s), u"Row G"_s);
        QCOMPARE(wording.rowTitle(u"Row G"_s), u"Row G"_s);
        QCOMPARE(wording.seatTitle(u"Seat 4"_s), u"Seat 4"_s);
        const auto namer = [](SeatIndex seat) { return SeatName{{}, u"Row G"_s, u"Seat %1"_s.arg(indexOf(seat))}; };
        QCOMPARE(wording.seatsText({SeatIndex{1}, SeatIndex{2}}, namer), u"Row G, Seat 1, Seat 2"_s);
    }

    void moneyIsExact_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("written");
        QTest::newRow("won") << u"KRW"_s << qint64(132'000) << u"en"_s << u"₩132,000"_s;
        QTest::newRow("won, ko") << u"KRW"_s << qint64(132'000) << u"ko"_s << u"₩132,000"_s;
        QTest::newRow("cents") << u"USD"_s << qint64(1'205) << u"ko"_s << u"$12.05"_s;
        QTest::newRow("less than one") << u"EUR"_s << qint64(-7) << u"en"_s << u"−€0.07"_s;
        QTest::newRow("three decimals") << u"KWD"_s << qint64(1'000'050) << u"en"_s << u"KWD\u00a01,000.050"_s;
        QTest::newRow("the least") << u"USD"_s << std::numeric_limits<qint64>::min() << u"en"_s
                                   << u"−$92,233,720,368,547,758.08"_s;
    }
    void moneyIsExact()
    {
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        QFETCH(QString, language);
        QTEST(Wording(language).money({minor, *Currency::fromCode(currency)}), "written");
    }

    void timesAreTheHouses()
    {
        const Wording ko(u"ko"_s), en(u"en"_s);
        QCOMPARE(ko.dateTimeText(matinee, seoul), u"11월 25일 (수) 14:00"_s);
        QCOMPARE(en.dateTimeText(matinee, seoul), u"Wed 25 Nov, 14:00"_s);
        QCOMPARE(ko.fullDateTimeText(matinee, seoul), u"2026년 11월 25일 (수) 14:00"_s);
        QCOMPARE(en.fullDateTimeText(matinee, seoul), u"Wed 25 Nov 2026, 14:00"_s);
        QCOMPARE(en.dateText(matinee, QTimeZone("Pacific/Kiritimati")), u"Wed 25 Nov"_s);
        QCOMPARE(en.timeText(matinee, QTimeZone::utc()), u"05:00"_s);
    }

    void waitsAreRanges()
    {
        const Wording ko(u"ko"_s), en(u"en"_s);
        QCOMPARE(ko.waitText({4min, 7min}), u"약 4~7분"_s);
        QCOMPARE(en.waitText({4min, 7min}), u"about 4–7 minutes"_s);
        QCOMPARE(en.waitText({10s, 50s}), u"less than a minute"_s);
        QCOMPARE(en.waitText({10s, 60s}), u"about 1 minute"_s);
        QCOMPARE(en.durationText(1s), u"1 second"_s);
        QCOMPARE(en.durationText(90s), u"2 minutes"_s);
        QCOMPARE(Wording::countdownText(245s), u"4:05"_s);
        QCOMPARE(Wording::countdownText(-3s), u"0:00"_s);
    }

    void theLanguageInUseIsOneTapAway()
    {
        Translator translator;
        for (const QString &language : {u"ko"_s, u"en"_s, u"ko"_s, u"tlh"_s}) {
            translator.use(language);
            QCOMPARE(Wording().name(TenderKind::Cash), Wording(language).name(TenderKind::Cash));
            QCOMPARE(Wording().durationText(1min), Wording(language).durationText(1min));
            QCOMPARE(Wording().locale(), Wording(language).locale());
        }
        QCOMPARE(translator.language(), u"en"_s);
    }

    void noTranslationIsUnfinished_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &language : Translator::languages())
            QTest::newRow(qPrintable(language)) << u"foyer_%1.ts"_s.arg(language);
    }
    void noTranslationIsUnfinished()
    {
        QFETCH(QString, name);
        QFile file(qEnvironmentVariable("FOYER_SOURCE") + u"/resources/i18n/"_s + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray all = file.readAll();
        QVERIFY(!all.contains("type=\"unfinished\"") && !all.contains("type=\"vanished\""));
        QVERIFY(!all.contains("<translation></translation>") && !all.contains("<numerusform></numerusform>"));
    }
};

QTEST_GUILESS_MAIN(WordingTest)
#include "WordingTest.moc"
