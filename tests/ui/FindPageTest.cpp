#include "ui/desk/FindPage.h"
#include "documents/Fonts.h"
#include "services/FindService.h"
#include "services/Node.h"
#include "services/ScriptedCash.h"
#include "services/ScriptedSale.h"
#include "support/DeskShop.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Table.h"
#include "wording/Translator.h"

#include <QAbstractProxyModel>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// The page on its ground, as the window shows it.
class Ground final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().ground); }
};

constexpr auto pin = "246810";
const QStringList names{u"김수현"_s, u"김숙"_s, u"박보검"_s, u"Kim Min"_s, u"=cmd|' /C calc'!A0"_s, u"<b>이</b>"_s,
    u"\u202Eגלעד"_s, u"𠮷田"_s, u"Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst"_s};
} // namespace

/// Finding an order and what is done with it, by the keyboard alone.
class FindPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        DemoFolder folder(DemoFolder::Season::Demo, houseToday());
        folder.addStaff(u"Kim"_s, Role::Supervisor, QString::fromLatin1(pin));
        m_shop = std::make_unique<DeskShop>(folder);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk, Motion::Reduced));
        m_ground.resize(1190, 750);
        QTRY_VERIFY(!m_shop->desk().staff().isEmpty() && !m_shop->desk().settings().name.isEmpty());
        m_shop->desk().signIn(u"Kim"_s, QString::fromLatin1(pin));
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->desk().member().has_value(), 20'000);
        sell(12);
        m_page = new FindPage(m_shop->desk(), m_shop->tenders());
        (new QVBoxLayout(&m_ground))->addWidget(m_page);
        m_ground.show();
    }
    void cleanupTestCase()
    {
        delete m_page;
        m_shop.reset();
    }
    void init()
    {
        m_translator.use(u"en"_s);
        m_page->retranslate();
        line()->clear();
        QTest::keyClick(line(), Qt::Key_Escape);
        m_page->begin();
        QTRY_COMPARE(table()->model()->rowCount(), 12);
    }

    void whoeverComesTypesAtOnce()
    {
        QCOMPARE(m_ground.focusWidget(), line());
        save(u"find-newest"_s);
        type(u"김수현"_s);
        QCOMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(isShown(u"김수현"_s));
        save(u"find-name"_s);
    }

    void nothingFoundIsSaid()
    {
        type(u"nobody at all"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(m_page->findChild<Label *>(u"count"_s)->text(), u"Nothing found"_s);
        QVERIFY(!button(u"print"_s)->isVisible());
        save(u"find-nothing"_s);
    }

    void arrowsWalkThroughTheListWhileOneTypes()
    {
        type(u"김"_s);
        QCOMPARE(table()->currentRow(), 0);
        QTest::keyClick(line(), Qt::Key_Down);
        QCOMPARE(table()->currentRow(), 1);
        QTRY_VERIFY(isShown(u"김숙"_s));
        QTest::keyClick(line(), Qt::Key_Down); // there are no more
        QTest::keyClick(line(), Qt::Key_Up);
        QCOMPARE(table()->currentRow(), 0);
    }

    void aScanAnywhereFillsTheLine()
    {
        type(u"김숙"_s);
        QVERIFY(m_page->scanned(u" 박보검\n"_s));
        QTRY_VERIFY(isShown(u"박보검"_s));
        QCOMPARE(line()->selectedText(), u"박보검"_s); // the next one takes its place
    }

    void eachReprintIsTheNextCopy()
    {
        QList<int> copies;
        connect(m_page, &FindPage::printWanted, this, [&](const Order &order) { copies.append(order.copy); });
        type(u"김숙"_s);
        press(Qt::Key_F8);
        QTRY_COMPARE(copies, QList({2}));
        QTRY_VERIFY(button(u"print"_s)->isEnabled());
        press(Qt::Key_F8);
        QTRY_COMPARE(copies, QList({2, 3}));
        QTRY_VERIFY(m_page->findChild<Label *>(u"history"_s)->text().contains(u"copy 3"_s));
        save(u"find-printed"_s);
    }

    void aRefundAsksWhereTheMoneyGoesAndForAPinWithAReason()
    {
        type(u"박보검"_s);
        press(Qt::Key_F9);
        save(u"find-refund"_s);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Escape); // taken back: nothing was asked
        QVERIFY(!m_shop->desk().consent().asked());
        press(Qt::Key_F9);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_1);
        QCOMPARE(m_shop->desk().consent().asked()->action, StaffAction::RefundOrder);
        m_shop->desk().consent().give(u"Kim"_s, QString::fromLatin1(pin), {});
        QVERIFY(m_shop->desk().consent().asked()); // not without a reason
        m_shop->desk().consent().give(u"Kim"_s, QString::fromLatin1(pin), u"the singer is ill"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<Label *>(u"money"_s)->text().contains(u"code"_s), 20'000);
        QTRY_VERIFY(!button(u"print"_s)->isEnabled()); // what is refunded isn't printed again
        QVERIFY(!button(u"refund"_s)->isEnabled() && !button(u"void"_s)->isEnabled());
        QVERIFY(m_page->findChild<Label *>(u"history"_s)->text().contains(u"the singer is ill"_s));
        save(u"find-refunded"_s);
    }

    void seatsAreChosenWithSpaceAndExchanged()
    {
        QList<SeatIndex> wanted;
        connect(m_page, &FindPage::exchangeWanted, this,
            [&](const Order &, const QList<SeatIndex> &seats) { wanted = seats; });
        type(u"Kim Min"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Down);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Space);
        save(u"find-chosen"_s);
        press(Qt::Key_F10);
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_ground.focusWidget(), line());
    }

    void aNameIsKeptAndForgotten()
    {
        type(u"김수현"_s);
        press(Qt::Key_F12);
        QTest::keyClicks(m_ground.focusWidget(), u"Lee Da"_s); // instead of what is there
        save(u"find-contact"_s);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(isShown(u"Lee Da"_s));
        press(Qt::Key_F12);
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Delete);
        m_page->findChild<QLineEdit *>(u"contact-digits"_s)->clear();
        QTest::keyClick(m_ground.focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!isShown(u"Lee Da"_s));
        type(u"Lee Da"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
    }

    void whoLocksTheDeskLeavesNoSearchBehind()
    {
        type(u"김숙"_s);
        m_shop->desk().lock();
        QVERIFY(line()->text().isEmpty());
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!isShown(u"김숙"_s));
        m_shop->desk().signIn(u"Kim"_s, QString::fromLatin1(pin));
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->desk().member().has_value(), 20'000);
    }

    void bothLanguagesAndAWiderDesk()
    {
        for (const QString &language : Translator::languages()) {
            m_translator.use(language);
            m_page->retranslate();
            m_ground.resize(1190, 750);
            type(u"김"_s);
            save(u"find-"_s + language);
            m_ground.resize(1830, 1020);
            save(u"find-wide-"_s + language);
            type(u"Max"_s);
            save(u"find-long-"_s + language);
        }
        m_ground.resize(1190, 750);
    }

private:
    QLineEdit *line() { return m_page->findChild<QLineEdit *>(u"search"_s); }
    Table *table() { return m_page->findChild<Table *>(u"orders"_s); }
    ActionButton *button(const QString &name) { return m_page->findChild<ActionButton *>(name); }
    bool isShown(const QString &words)
    {
        const auto labels = m_page->findChildren<Label *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const Label *label) { return label->text().contains(words); });
    }
    void press(Qt::Key key) { QTest::keyClick(m_ground.focusWidget(), key); }
    OrdersModel *orders()
    {
        return qobject_cast<OrdersModel *>(qobject_cast<QAbstractProxyModel *>(table()->model())->sourceModel());
    }
    /// Instead of what is there, as an input method types it, until it has been searched for.
    void type(const QString &text)
    {
        line()->setFocus();
        line()->selectAll();
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QCoreApplication::sendEvent(line(), &typed);
        QTRY_VERIFY(!orders()->isSearching());
        QTest::qWait(50); // and its order is open
    }
    /// Two seats each, to somebody with a name, while there are names.
    void sell(int count)
    {
        const auto beside = Node::open(DataFolder(m_shop->path())).value();
        Services &services = beside->services();
        ScriptedCash cash(DataFolder(m_shop->path()), services.payments);
        ScriptedSale script(services, beside->ids(), cash);
        QList<PerformanceOffer> offers = services.reservations.dates().value();
        offers.removeIf([](const PerformanceOffer &offer) { return !offer.isBookable() || offer.seatsLeft < 50; });
        const StaffId who = m_shop->desk().member()->id;
        for (int i = 0; i < count; ++i) {
            const Result<Order> sold = script.sell(offers[i % qMin<qsizetype>(3, offers.size())].performance.key,
                [](const SeatsOfDate &date) { return firstFreeSeats(date, 2); });
            QVERIFY(sold.ok());
            FindService found(beside->db(), m_shop->desk().clock(), services.reservations, services.payments);
            if (i < names.size())
                QVERIFY(found.setContact(sold.value().id, {names[i], u"%1"_s.arg(1000 + i)}, who).ok());
        }
    }
    void save(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            m_ground.grab().save(u"%1/%2.png"_s.arg(folder, name));
        }
    }

    std::unique_ptr<DeskShop> m_shop;
    Translator m_translator;
    Ground m_ground;
    FindPage *m_page = nullptr;
};

QTEST_MAIN(FindPageTest)
#include "FindPageTest.moc"
