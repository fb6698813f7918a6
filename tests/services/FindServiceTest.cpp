#include "services/FindService.h"

#include "storage/ContactStore.h"
#include "support/TestShop.h"

#include <QJsonDocument>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// An order is found again by whatever people know of it, and who wants to be found can be forgotten.
class FindServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestShop> m_shop;
    StaffId m_clerk;

    TestShop &shop() { return *m_shop; }
    FindService service() { return {shop().db(), shop().clock, shop()->reservations, shop()->payments}; }
    OrderId sold(const QList<int> &seats, const Contact &contact = {})
    {
        shop().clock.advance(1s);
        const OrderId order = shop().sold(seats);
        if (!contact.isEmpty())
            must(service().setContact(order, contact, m_clerk));
        return order;
    }
    QList<OrderId> found(const QString &typed, int count = 50)
    {
        QList<OrderId> orders;
        const OrderPage page = must(service().find(readingsOf(typed), {}, count));
        for (const OrderLine &line : page.lines)
            orders.append(line.id);
        return orders;
    }
    QString everyEntry()
    {
        QString all;
        const auto entries = journal::entries(shop().db(), journal::head(shop().db()).epoch, 0, 100'000);
        for (const JournalEntry &entry : entries)
            all += QString::fromUtf8(entry.body) + u'\n';
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<TestShop>();
        m_clerk = must(shop()->staff.add(u"Lee"_s, Role::Supervisor, TestShop::pinHash())).id;
    }

    void byItsNumberWithOrWithoutTheYear()
    {
        const OrderId first = sold({0}), second = sold({1});
        const QString number = must(shop()->payments.order(first)).number;
        for (const QString &typed : {number, u"1"_s, u"000001"_s, QString(number).remove(u'-')})
            QCOMPARE(found(typed), QList({first}));
        QCOMPARE(found(number.left(8)), QList({second, first})); // as it is typed
        QCOMPARE(found(u"7"_s), QList<OrderId>());
    }

    void byTheLettersOfWhoeverSoldIt()
    {
        const OrderId order = sold({0}), other = sold({1});
        shop().run("UPDATE sale SET number = '2026-B2-000123' WHERE id = ?", {order.bytes()});
        shop().run("UPDATE sale SET number = '2026-C1000123' WHERE id = ?", {other.bytes()});
        QCOMPARE(found(u"b2-123"_s), QList({order}));
        QCOMPARE(found(u"123"_s), QList({other, order}));
        QCOMPARE(found(u"1000123"_s), QList({other})); // there are more than a million
    }

    void byTheBuyersName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("names");
        QTest::newRow("a syllable") << u"김"_s << u"김수현 김숙 김하늘"_s;
        QTest::newRow("one that isn't finished") << u"기"_s << u"김수현 김숙 김하늘"_s;
        QTest::newRow("two") << u"김수"_s << u"김수현 김숙"_s;
        QTest::newRow("with a space") << u"김 수"_s << u"김수현 김숙"_s;
        QTest::newRow("all of it") << u"김수현"_s << u"김수현"_s;
        QTest::newRow("first consonants") << u"ㄱㅅ"_s << u"김숙 김수현"_s;
        QTest::newRow("joined by the keyboard") << u"ㄳ"_s << u"김숙 김수현"_s;
        QTest::newRow("half and half") << u"이ㅅ"_s << u"이수현"_s;
        QTest::newRow("three") << u"ㄱㅎㄴ"_s << u"김하늘"_s;
        QTest::newRow("latin") << u"KIM m"_s << u"Kim Min"_s;
        QTest::newRow("full width") << u"ｋｉｍ"_s << u"Kim Min"_s;
        QTest::newRow("nobody") << u"박"_s << QString();
        QTest::newRow("a pattern is just a name") << u"%"_s << QString();
    }
    void byTheBuyersName()
    {
        int seat = 0;
        for (const QString &name : {u"김수현"_s, u"김숙"_s, u"이수현"_s, u"김하늘"_s, u"Kim Min"_s})
            sold({seat++}, {name, {}});
        QFETCH(QString, typed);
        QStringList names;
        const OrderPage page = must(service().find(readingsOf(typed), {}, 50));
        for (const OrderLine &line : page.lines)
            names.append(line.name);
        QTEST(names.join(u' '), "names");
    }

    void ofPeopleWithOneNameTheNewestOrderFirst()
    {
        const OrderId older = sold({0}, {u"김수"_s, {}}), newer = sold({1}, {u"김수"_s, {}});
        const OrderId longer = sold({2}, {u"김수현"_s, {}});
        QCOMPARE(found(u"김수"_s), QList({newer, older, longer}));
    }

    void byThePhonesLastFourOfBuyersAndOfMembers()
    {
        const OrderId guests = sold({0}, {{}, u"010-9999-0007"_s});
        const TokenPass member = shop().member(u"010-4821-0007"_s);
        shop().topUp(member, 60'000);
        const OrderId members = shop().pay(member, shop().hold(member, {1}));
        QCOMPARE(found(u"0007"_s).mid(0, 2), QList({members, guests}));
        must(service().setContact(members, {u"김수"_s, u"0007"_s}, m_clerk)); // known twice, shown once
        QCOMPARE(found(u"0007"_s), QList({members, guests}));
        QCOMPARE(found(u"01048210007"_s), QList({members, guests}));
        const OrderPage page = must(service().find(readingsOf(u"0007"_s), {}, 50));
        QVERIFY(page.lines[0].isMembers && !page.lines[1].isMembers);
    }

    void byItsTicket()
    {
        const OrderId order = sold({0, 1});
        sold({2});
        const QString code = must(shop()->payments.order(order)).tickets[1].code;
        QCOMPARE(found(code), QList({order}));
        QCOMPARE(found(code.toLower().insert(4, u' ')), QList({order}));
        QString forged = code; // the same ticket under another seal
        forged.back() = forged.back() == u'0' ? u'1' : u'0';
        QCOMPARE(found(forged), QList<OrderId>());
    }

    void byItsSeatTheNextDateFirst()
    {
        const TokenPass other = shop().guest();
        shop().topUp(other, 60'000);
        const OrderId tomorrow = shop().pay(other, shop().hold(other, {1}, u"tomorrow"_s));
        const OrderId tonight = sold({0, 1});
        for (const QString &typed : {u"a2"_s, u"A 2"_s, u"1F A 2"_s, u"1f, row A, seat 2"_s, u"A열 2번"_s})
            QCOMPARE(found(typed), QList({tonight, tomorrow}));
        const OrderPage page = must(service().find(readingsOf(u"a2"_s), {}, 50));
        QCOMPARE(indexOf(page.lines[0].firstSeat), 1); // the one that was asked for
        QCOMPARE(found(u"2F A 2"_s), QList<OrderId>());
        must(shop()->payments.refund(tonight, m_clerk, u"ill"_s));
        QCOMPARE(found(u"a2"_s), QList({tomorrow})); // nobody has it tonight
    }

    void whatNamesOneOrderComesBeforeWhatManyShare()
    {
        const OrderId numbered = sold({0});
        const OrderId phoned = sold({1}, {{}, u"0001"_s});
        QCOMPARE(found(u"0001"_s), QList({numbered, phoned}));
    }

    void pagesFollowEachOtherWithoutGaps_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char16_t *typed : {u"", u"김", u"ㄱ", u"2026-", u"0007"})
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
    }
    void pagesFollowEachOtherWithoutGaps()
    {
        for (int i = 0; i < 24; ++i)
            sold({i}, {i % 3 ? u"김수"_s : u"김수%1"_s.arg(i), u"0007"_s});
        QFETCH(QString, typed);
        const QList<OrderReading> readings = readingsOf(typed);
        QList<OrderId> all;
        std::optional<OrderCursor> at = OrderCursor();
        while (at) {
            const OrderPage page = must(service().find(readings, *at, 5));
            for (const OrderLine &line : page.lines)
                if (!all.contains(line.id) || readings.size() == 1)
                    all.append(line.id);
            at = page.next;
        }
        QCOMPARE(all.size(), 24);
        QCOMPARE(QSet(all.begin(), all.end()).size(), 24);
        QList<OrderId> onOnePage;
        for (const OrderId order : found(typed, 100))
            if (!onOnePage.contains(order))
                onOnePage.append(order);
        QCOMPARE(all, onOnePage);
    }

    void aContactIsInNoJournalAndCanBeForgotten()
    {
        const OrderId order = sold({0});
        must(service().setContact(order, {u" 김수현 "_s, u"4821"_s}, m_clerk));
        must(service().setContact(order, {u"박보검"_s, u"010-1234-5678"_s}, m_clerk));
        QCOMPARE(ContactStore(shop().db()).find(order), (Contact{u"박보검"_s, u"5678"_s}));
        QCOMPARE(found(u"김"_s), QList<OrderId>());
        must(service().setContact(order, {}, m_clerk));
        QCOMPARE(shop().number("SELECT count(*) FROM sale_contact"), 0);
        QCOMPARE(found(u"박보검"_s), QList<OrderId>());
        QCOMPARE(shop().entries(u"contactChanged"_s), 3);
        const QJsonObject told = QJsonDocument::fromJson(shop().lastEntry(u"contactChanged"_s).toUtf8()).object();
        QCOMPARE(told, (QJsonObject{{u"order"_s, order.text()}, {u"staff"_s, m_clerk.text()}}));
        for (const QString &secret : {u"김수현"_s, u"박보검"_s, u"\"4821\""_s, u"\"5678\""_s})
            QVERIFY2(!everyEntry().contains(secret), qPrintable(secret));
    }

    void aContactThatNobodyCouldTypeIsRefused()
    {
        const OrderId order = sold({0}, {u"김수현"_s, u"4821"_s});
        const auto answer = [&](const Contact &contact) { return service().setContact(order, contact, m_clerk); };
        QCOMPARE(answerOf(answer({QString(10'000, u'a'), {}})), u"BadInput"_s);
        QCOMPARE(refusal(answer({QString(10'000, u'a'), {}})).place, u"/name"_s);
        QCOMPARE(answerOf(answer({{}, u"482"_s})), u"PhoneInvalid"_s);
        QCOMPARE(answerOf(answer({{}, u"digits"_s})), u"PhoneInvalid"_s);
        QCOMPARE(
            answerOf(service().setContact(shop().ids.make<OrderId>(), {u"Kim"_s, {}}, m_clerk)), u"OrderUnknown"_s);
        QCOMPARE(ContactStore(shop().db()).find(order), (Contact{u"김수현"_s, u"4821"_s}));
        QCOMPARE(shop().entries(u"contactChanged"_s), 1);
    }

    void hostileNamesAreJustNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char16_t *name :
            {u"=cmd|' /C calc'!A0", u"<b>Kim</b>", u"\u202Eגלעד", u"𠮷田", u"'; DROP TABLE sale; --", u"%"})
            QTest::newRow(qPrintable(QString::fromUtf16(name))) << QString::fromUtf16(name);
    }
    void hostileNamesAreJustNames()
    {
        QFETCH(QString, name);
        const OrderId order = sold({0}, {name, {}});
        sold({1}, {u"somebody"_s, {}});
        QVERIFY(found(name).contains(order));
        QVERIFY(found(name).size() == 1);
        QCOMPARE(must(service().open(order)).contact.name, QString(name).remove(u'\u202E'));
    }

    void eachPrintIsTheNextCopy()
    {
        const OrderId order = sold({0, 1}), other = sold({2});
        QCOMPARE(must(shop()->payments.order(order)).copy, 1);
        QCOMPARE(must(shop()->payments.printAgain(order, m_clerk)).copy, 2);
        QCOMPARE(must(shop()->payments.printAgain(order, m_clerk)).copy, 3);
        QCOMPARE(must(shop()->payments.printAgain(other, m_clerk)).copy, 2);
        shop().restart();
        QCOMPARE(must(shop()->payments.printAgain(order, m_clerk)).copy, 4);
        QVERIFY(shop().lastEntry(u"printedAgain"_s).contains(u"\"copy\":4"_s));
        QCOMPARE(must(service().open(order)).copies, 4);
    }

    void aRefundedTicketIsNotPrintedAgain()
    {
        const OrderId order = sold({0, 1});
        must(shop()->payments.refund(order, m_clerk, u"ill"_s));
        QCOMPARE(answerOf(shop()->payments.printAgain(order, m_clerk)), u"AlreadyRefunded"_s);
        QCOMPARE(shop().entries(u"printedAgain"_s), 0);
        QCOMPARE(must(service().open(order)).copies, 1);
    }

    void anOpenedOrderTellsWhatWasDoneWithItAndByWhom()
    {
        const OrderId order = sold({0, 1});
        sold({2});
        must(service().setContact(order, {u"김수현"_s, {}}, m_clerk));
        must(shop()->payments.printAgain(order, m_clerk));
        must(shop()->payments.refund(order, m_clerk, u"the singer is ill"_s));
        const OrderFile file = must(service().open(order));
        QStringList kinds;
        for (const OrderEvent &event : file.history)
            kinds.append(nameOf(event.kind));
        QCOMPARE(kinds.join(u' '), u"Sold ContactChanged PrintedAgain Refunded"_s);
        QCOMPARE(file.history[2].copy, 2);
        QCOMPARE(file.history[3].who, u"Lee"_s);
        QCOMPARE(file.history[3].why, u"the singer is ill"_s);
        QCOMPARE(file.history[3].amount.value_or(0), 60'000);
        QCOMPARE(file.payments.size(), 1);
        QCOMPARE(file.payments[0].kind, TenderKind::Card);
        QCOMPARE(file.payments[0].amount, TestShop::won(60'000));
        QVERIFY(std::none_of(
            file.order.tickets.begin(), file.order.tickets.end(), [](const Ticket &t) { return t.isLive; }));
        QCOMPARE(answerOf(service().open(shop().ids.make<OrderId>())), u"OrderUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(FindServiceTest)
#include "FindServiceTest.moc"
