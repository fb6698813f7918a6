#include "domain/FoundOrders.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

/// What clerks type and scan, and what they may mean by it.
class OrderSearchTest : public QObject
{
    Q_OBJECT

    using Kind = OrderReading::Kind;
    static QString wordOf(const OrderReading &reading)
    {
        switch (reading.kind) {
        case Kind::Newest: return u"newest"_s;
        case Kind::Ticket: return u"ticket"_s;
        case Kind::NumberStart: return u"from "_s + reading.text;
        case Kind::NumberEnd: return u"…"_s + reading.text;
        case Kind::Seat: return u"seat %1/%2/%3"_s.arg(reading.seat.zone, reading.seat.row, reading.seat.number);
        case Kind::Phone: return u"phone "_s + reading.text;
        case Kind::Name: return reading.initials.isEmpty() ? u"name "_s + reading.text : u"initials"_s;
        }
        return {};
    }
    static QString wordsOf(const QString &typed)
    {
        QStringList words;
        for (const OrderReading &reading : readingsOf(typed))
            words << wordOf(reading);
        return words.join(u", "_s);
    }

private Q_SLOTS:
    void whatWasTypedHasItsLikeliestMeaningFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meanings");
        const auto row = [](const char16_t *typed, const char16_t *meanings) {
            const QString text = QString::fromUtf16(typed);
            QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text << QString::fromUtf16(meanings);
        };
        row(u"", u"newest");
        row(u"   ", u"newest");
        row(u"123", u"…000123");
        row(u"000123", u"…000123");
        row(u"1234567", u"…1234567");
        row(u"2026-", u"from 2026-");
        row(u"2026-0001", u"from 2026-0001, phone 0001");
        row(u"2026-a000123", u"from 2026-A000123, name 2026-a000123");
        row(u"2026-B2-000001", u"from 2026-B2-000001, name 2026-b2-000001");
        row(u"2026000123", u"from 2026-000123, phone 0123");
        row(u"a000123", u"…A000123, name a000123");
        row(u"b2-1", u"seat /b2/1, …B2-000001, name b2-1");
        row(u"0007", u"…000007, phone 0007");
        row(u"４８２１", u"…004821, phone 4821");
        row(u"010-4821-0007", u"phone 0007");
        row(u"01048210007", u"phone 0007");
        row(u"G12", u"seat /g/12, …G000012, name g12");
        row(u"g 12", u"seat /g/12, …G000012, name g12");
        row(u"1F G 12", u"seat 1f/g/12, name 1fg12");
        row(u"1층 G열 12번", u"seat 1층/g/12, name 1층g열12번");
        row(u"Stalls, row G, seat 12", u"seat stalls/g/12, name stalls,rowg,seat12");
        row(u"가 3", u"seat /가/3, name 가3");
        row(u"3-12", u"…3-000012, seat /3/12");
        row(u"김수", u"name 김수");
        row(u" 김 수현 ", u"name 김수현");
        row(u"ＫＩＭ", u"name kim");
        row(u"ㄱㅅ", u"initials");
        row(u"ㄳ", u"initials"); // as a Korean keyboard joins them
        row(u"김ㅅ", u"initials");
        row(u"%_", u"name %_");
        row(u"\u200B 12", u"name 12"); // a row that can't be seen is none
    }
    void whatWasTypedHasItsLikeliestMeaningFirst()
    {
        QFETCH(QString, typed);
        QTEST(wordsOf(typed), "meanings");
    }

    void initialsAreThoseOfTheNamesThatBeginWithThem()
    {
        const auto initials = [](const char16_t *typed) {
            return readingsOf(QString::fromUtf16(typed)).constLast().initials;
        };
        QCOMPARE(initials(u"ㄱㅅ"), initialsOf(nameKey(u"김수"_s)));
        QCOMPARE(initials(u"ㄳ"), initials(u"ㄱㅅ"));
        QCOMPARE(initials(u"김ㅅ"), initials(u"ㄱㅅ"));
        QCOMPARE(readingsOf(u"김ㅅ"_s).constLast().text, u"김"_s);
        QVERIFY(initialsOf(nameKey(u"김수현"_s)).startsWith(initials(u"ㄱㅅ")));
        QVERIFY(!initialsOf(nameKey(u"이수현"_s)).startsWith(initials(u"ㄱㅅ")));
        QVERIFY(initials(u"ㄲ") != initials(u"ㄱ"));
    }

    void aSyllableThatMayStillGetAFinalBeginsThoseThatHaveOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("begins");
        QTest::newRow("a whole syllable") << u"김"_s << u"김수"_s << true;
        QTest::newRow("its beginning") << u"기"_s << u"김수"_s << true;
        QTest::newRow("the last of several") << u"김수"_s << u"김숙"_s << true;
        QTest::newRow("another vowel") << u"가"_s << u"김수"_s << false;
        QTest::newRow("another final") << u"긴"_s << u"김수"_s << false;
        QTest::newRow("the next syllable") << u"김수"_s << u"김순이"_s << true;
        QTest::newRow("latin") << u"kim"_s << u"kimberley"_s << true;
        QTest::newRow("latin, another") << u"kim"_s << u"kin"_s << false;
        QTest::newRow("beyond the plane") << u"𠮷"_s << u"𠮷田"_s << true;
        QTest::newRow("the last syllable there is") << u"히"_s << u"힣"_s << true;
    }
    void aSyllableThatMayStillGetAFinalBeginsThoseThatHaveOne()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        // bytes, as the database compares them
        const QByteArray from = typed.toUtf8(), to = endOfPrefix(typed).toUtf8(), key = name.toUtf8();
        QTEST(from <= key && key < to, "begins");
    }

    void namesAreComparedAsPeopleReadThem()
    {
        QCOMPARE(nameKey(u"Ｋｉｍ  Ｍｉｎ"_s), u"kimmin"_s);
        QCOMPARE(nameKey(u"\u1100\u1161"_s), u"가"_s); // letters apart, as some systems write them
        QCOMPARE(nameKey(u"JOSÉ"_s), u"josé"_s);
        QCOMPARE(nameKey(u"a\u202Eb\u200Bc\u0000"_s), u"abc"_s); // what can't be seen can't be typed
        QCOMPARE(nameKey(u"=cmd|"_s), u"=cmd|"_s);
    }

    void tenThousandLettersMeanNoMoreThanTheirBeginning()
    {
        const QList<OrderReading> readings = readingsOf(QString(10'000, u'가'));
        QCOMPARE(readings.size(), 1);
        QVERIFY(readings.constFirst().text.size() <= 200);
    }

    void whatIsRefundedIsNeitherPrintedNorRefundedAgain_data()
    {
        QTest::addColumn<QList<int>>("refunded");
        QTest::addColumn<QList<int>>("chosen");
        QTest::addColumn<QString>("may"); // of print, refund, void, exchange
        QTest::newRow("all are left") << QList<int>{} << QList<int>{} << u"PRVE"_s;
        QTest::newRow("one of them") << QList<int>{} << QList<int>{2} << u"PRVE"_s;
        QTest::newRow("one is refunded") << QList<int>{1} << QList<int>{} << u"PR-E"_s;
        QTest::newRow("another of them") << QList<int>{1} << QList<int>{2} << u"PR-E"_s;
        QTest::newRow("the same again") << QList<int>{1} << QList<int>{1} << u"----"_s;
        QTest::newRow("one that isn't theirs") << QList<int>{} << QList<int>{3} << u"----"_s;
        QTest::newRow("all are refunded") << QList<int>{1, 2} << QList<int>{} << u"----"_s;
    }
    void whatIsRefundedIsNeitherPrintedNorRefundedAgain()
    {
        QFETCH(QList<int>, refunded);
        QFETCH(QList<int>, chosen);
        Order order;
        for (int seat : {1, 2}) {
            order.tickets.append(Ticket{.seat = SeatIndex(seat)});
            order.tickets.last().isLive = !refunded.contains(seat);
        }
        order.state = refunded.size() == 2 ? OrderState::Refunded : OrderState::Paid;
        QList<SeatIndex> seats;
        for (int seat : chosen)
            seats.append(SeatIndex(seat));
        QString may;
        for (const auto &[act, letter] : {std::pair(OrderAct::PrintAgain, u'P'), std::pair(OrderAct::Refund, u'R'),
                 std::pair(OrderAct::Void, u'V'), std::pair(OrderAct::Exchange, u'E')})
            may += whyNot(act, order, seats) ? QChar(u'-') : QChar(letter);
        QTEST(may, "may");
    }
};

QTEST_GUILESS_MAIN(OrderSearchTest)
#include "OrderSearchTest.moc"
