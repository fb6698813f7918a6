#include "DeskKeys.h"
#include "documents/Fonts.h"
#include "support/FakeHub.h"
#include "ui/desk/FindPage.h"

#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto kimsPin = "246810";
constexpr qint64 price = 66'000;
const auto kioskTwo = u"Kiosk 2"_s;
} // namespace

/// Orders that other machines of the house sold, at a desk that is a terminal, by the keyboard alone. The hub is a
/// test's.
class DeskElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Supervisor, QString::fromLatin1(kimsPin));
    }
    void init()
    {
        m_hub.emplace();
        m_shop.emplace(*m_folder, SimulatorScript{.delay = {}}, m_hub->authority());
        m_shop->openShift();
        m_hub->setOnline(m_shop->shop(), true);
        m_keys.emplace(*m_shop);
        QVERIFY(m_keys->signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
        m_keys->key(Qt::Key_F2);
        QTRY_COMPARE(m_keys->window->focusWidget(), line());
        sold({u"김수현"_s, u"4821"_s});
    }
    void cleanup()
    {
        m_keys.reset();
        m_shop.reset();
        m_hub.reset();
    }

    void whoeverTypesAsksTheHubOnceTheyPause()
    {
        for (const QChar c : u"4821"_s)
            type(QString(c));
        QVERIFY(m_hub->questions.isEmpty());
        QTRY_COMPARE(m_keys->rows(u"orders"_s), 1);
        QCOMPARE(m_hub->questions, QStringList{u"4821"_s});
        QVERIFY2(m_keys->row(u"orders"_s, 0).contains(kioskTwo), qPrintable(m_keys->row(u"orders"_s, 0)));
        QVERIFY(m_keys->row(u"orders"_s, 0).contains(u"김수현 · 4821"_s));
        QTRY_VERIFY(m_keys->reads(u"Sold at Kiosk 2"_s)); // the only one is open by itself
        QVERIFY(!m_keys->reads(u"Paid from the wallet"_s));
        QVERIFY(!find<Label>(u"orders-away"_s)->isVisible());
        QVERIFY(m_keys->save(u"elsewhere-found"_s));
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        m_hub->isSlow = true;
        type(u"김"_s);
        QTRY_COMPARE(m_hub->questions.size(), 1);
        type(u"수"_s);
        type(u"현"_s);
        QTest::qWait(500); // it is still under way
        QCOMPARE(m_hub->questions.size(), 1);
        const HouseOrdersFound newer = std::exchange(m_hub->orders, {});
        m_hub->answerAll();
        QTRY_COMPARE(m_hub->questions.size(), 2);
        QCOMPARE(m_hub->questions.constLast(), u"김수현"_s);
        QCOMPARE(m_keys->rows(u"orders"_s), 0); // what nobody wants any more isn't shown
        m_keys->key(Qt::Key_Escape);
        m_hub->answerAll();
        QTest::qWait(500);
        QCOMPARE(m_keys->rows(u"orders"_s), 0);
        QCOMPARE(m_hub->questions.size(), 2); // nothing is typed: nothing is asked
    }

    void aLostPrintIsAskedForAgainAsItWas()
    {
        open();
        m_hub->losesAnswers = true;
        m_keys->key(Qt::Key_F8);
        QTRY_VERIFY(find<Label>(u"said"_s)->isVisible());
        QVERIFY(textOf(u"said"_s).contains(u"hub doesn't answer"_s));
        QVERIFY(m_keys->save(u"elsewhere-lost"_s));
        m_hub->losesAnswers = false;
        m_keys->key(Qt::Key_F8);
        QTRY_COMPARE(m_hub->orderActs.size(), 2);
        QCOMPARE(m_hub->orderActs[0].id, m_hub->orderActs[1].id);
        QCOMPARE(m_hub->orderActs[1].who.name, u"Kim"_s);
        QTRY_VERIFY(find<ActionButton>(u"print"_s)->isEnabled());
        m_keys->key(Qt::Key_F8);
        QTRY_COMPARE(m_hub->orderActs.size(), 3);
        QVERIFY(m_hub->orderActs[2].id != m_hub->orderActs[1].id);
        QVERIFY(!find<Label>(u"said"_s)->isVisible());
    }

    void itsMoneyGoesToACodeOrOutOfTheDrawer()
    {
        open();
        m_hub->refund = {m_hub->order.id, {price, {}}, false, u"7KQ4-MW2P-9DXA"_s, {m_hub->order.tickets[0].seat}};
        m_keys->key(Qt::Key_F9);
        QTRY_VERIFY(find<ActionButton>(u"refund-1"_s)->isVisible());
        QVERIFY(find<ActionButton>(u"refund-2"_s)->isVisible());
        QVERIFY(!find<ActionButton>(u"refund-3"_s)->isVisible()); // nobody here knows of a card
        QVERIFY(m_keys->save(u"elsewhere-refund"_s));
        m_keys->key(Qt::Key_1);
        QVERIFY(m_keys->consent(QString::fromLatin1(kimsPin), u"ill"_s));
        QTRY_VERIFY(find<Label>(u"money"_s)->isVisible());
        QVERIFY(textOf(u"money"_s).contains(u"7KQ4-MW2P-9DXA"_s));
        QCOMPARE(m_hub->refunds.constFirst().order, m_hub->order.id);
        QCOMPARE(m_hub->refunds.constFirst().why, u"ill"_s);
        QVERIFY(m_keys->save(u"elsewhere-code"_s));
    }

    void whatItsSellerHasNotGivenUpIsSaidBesideTheKey()
    {
        open();
        m_hub->refusal = Refusal::RefundAtSeller;
        m_keys->key(Qt::Key_F11);
        QVERIFY(m_keys->consent(QString::fromLatin1(kimsPin), u"mistake"_s));
        QTRY_VERIFY(find<Label>(u"said"_s)->isVisible());
        QVERIFY(textOf(u"said"_s).contains(u"hub doesn't know yet"_s));
        QVERIFY(m_hub->refunds.constFirst().isVoid);
        QVERIFY(m_keys->save(u"elsewhere-seller"_s));
        QVERIFY(find<Label>(u"said"_s)->isVisible()); // also when the same order was read again
    }

    /// An answer that comes after the order was closed.
    void aCodeThatComesLateIsShown()
    {
        open();
        m_hub->refund = {m_hub->order.id, {price, {}}, false, u"7KQ4-MW2P-9DXA"_s, {m_hub->order.tickets[0].seat}};
        m_hub->isSlow = true;
        m_keys->key(Qt::Key_F9);
        m_keys->key(Qt::Key_1);
        QVERIFY(m_keys->consent(QString::fromLatin1(kimsPin), u"ill"_s));
        QTRY_COMPARE(m_hub->refunds.size(), 1);
        line()->setFocus();
        m_keys->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_keys->reads(u"Sold at Kiosk 2"_s));
        m_hub->answerAll();
        QTRY_VERIFY(find<Label>(u"money"_s)->isVisible());
        QVERIFY(textOf(u"money"_s).contains(u"7KQ4-MW2P-9DXA"_s));
        QVERIFY(textOf(u"money"_s).contains(m_hub->order.number));
        QVERIFY(m_keys->save(u"elsewhere-late"_s));
    }

    void aTypeThatNobodyToldIsLeftOut()
    {
        m_hub->order.tickets[0].type.clear();
        open();
        const QAbstractItemModel *tickets = find<Table>(u"tickets"_s)->model();
        const auto type = [tickets](int row) { return tickets->index(row, OrderModel::TypeColumn).data().toString(); };
        QCOMPARE(type(0), u"R"_s);
        QCOMPARE(type(1), u"R · Adult"_s);
    }

    void theirNameIsKeptAtTheHub()
    {
        open();
        m_keys->key(Qt::Key_F12);
        QTest::keyClicks(m_keys->window->focusWidget(), u"Lee Da"_s);
        m_keys->key(Qt::Key_Return);
        QTRY_COMPARE(m_hub->orderActs.size(), 1);
        QCOMPARE(m_hub->orderActs[0].contact, (Contact{u"Lee Da"_s, u"4821"_s}));
        QTRY_VERIFY(m_keys->row(u"orders"_s, 0).contains(u"Lee Da"_s));
    }

    void withoutTheHubItIsSaidWhatWaits()
    {
        m_hub->setOnline(m_shop->shop(), false);
        QTRY_VERIFY(find<Label>(u"orders-away"_s)->isVisible());
        type(u"4821"_s);
        QTest::qWait(500);
        QVERIFY(m_hub->questions.isEmpty());
        QVERIFY(m_keys->save(u"elsewhere-away"_s));
        m_hub->setOnline(m_shop->shop(), true);
        QTRY_COMPARE(m_keys->rows(u"orders"_s), 1); // found as soon as it answers
        QVERIFY(!find<Label>(u"orders-away"_s)->isVisible());
    }

    void hostileNamesAreNamesOnly()
    {
        const QStringList names{u"<b>이</b>"_s, u"=cmd|' /C calc'!A0"_s, u"𠮷田"_s,
            u"Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst"_s};
        for (const QString &name : names) {
            sold({name, u"4821"_s});
            line()->clear();
            type(u"48"_s);
            QTRY_VERIFY(m_keys->rows(u"orders"_s) == 1 && m_keys->row(u"orders"_s, 0).contains(name));
            QTRY_VERIFY(m_keys->reads(name + u" · 4821"_s));
            m_keys->key(Qt::Key_Escape);
        }
        type(u"48"_s);
        QTRY_VERIFY(m_keys->reads(names.constLast() + u" · 4821"_s));
        QVERIFY(m_keys->save(u"elsewhere-long"_s));
    }

private:
    QLineEdit *line() { return find<QLineEdit>(u"search"_s); }
    template <typename Widget>
    Widget *find(const QString &name)
    {
        return m_keys->window->findChild<FindPage *>()->findChild<Widget *>(name);
    }
    QString textOf(const QString &name) { return find<Label>(name)->text(); }
    void type(const QString &text)
    {
        line()->setFocus();
        m_keys->keys(text);
    }
    void open()
    {
        type(u"4821"_s);
        QTRY_VERIFY(m_keys->reads(u"Sold at Kiosk 2"_s));
        QTRY_VERIFY(find<ActionButton>(u"print"_s)->isEnabled());
    }
    /// Two seats, this morning at the kiosk.
    void sold(const Contact &contact)
    {
        const Performance &date = m_shop->desk().programme().offers().constFirst().performance;
        const OrderId id{QUuid(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)};
        const QDateTime at = m_shop->desk().clock().utc().addSecs(-3600);
        HouseOrderFile &file = m_hub->order;
        file = {.id = id,
            .number = u"2026-B000007"_s,
            .machine = kioskTwo,
            .soldAt = at,
            .performance = date.key,
            .total = 2 * price,
            .contact = contact};
        for (int seat : {3, 4})
            file.tickets.append(
                {TicketId{QUuid(8, seat, 7, 7, 7, 7, 7, 7, 7, 7, 7)}, SeatIndex(seat), u"adult"_s, price});
        const OrderLine line{id, file.number, contact.name, contact.lastDigits, at.toMSecsSinceEpoch(), file.total,
            SeatIndex(3), 2, 2, false, nullptr};
        m_hub->orders = {{HouseOrderLine{line, date.key, kioskTwo}}};
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::optional<FakeHub> m_hub;
    std::optional<DeskShop> m_shop;
    std::optional<DeskKeys> m_keys;
};

QTEST_MAIN(DeskElsewhereTest)
#include "DeskElsewhereTest.moc"
