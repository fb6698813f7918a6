#include "Misfits.h"
#include "OpenDesk.h"
#include "support/FakeHub.h"

#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto supervisor = "Park", pin = "135790";

bool areRows(const OpenDesk &desk, const QString &table)
{
    const auto *list = desk.window->findChild<Table *>(table);
    return QTest::qWaitFor([list] { return list->isVisible() && list->model()->rowCount() > 0; }, patience);
}
} // namespace

/// Every page of the desk has room for its words and controls, however small the screen and large the letters. What
/// doesn't fit scrolls; nothing is squeezed. Park, a supervisor, works here.
class DeskFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        m_folder->addStaff(QString::fromLatin1(supervisor), Role::Supervisor, QString::fromLatin1(pin));
        m_folder->addStaff(u"Namkoong Seonghye"_s, Role::Manager, u"975310"_s);
    }
    void cleanup()
    {
        m_desk.reset();
        m_shop.reset();
    }

    void nothingIsCutOrSqueezed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("textPercent");
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
            for (const QString &language : {u"en"_s, u"ko"_s})
                for (const int textPercent : {100, 200})
                    QTest::addRow("%dx%d %s %d %%", size.width(), size.height(), qPrintable(language), textPercent)
                        << size << language << textPercent;
    }
    void nothingIsCutOrSqueezed()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(int, textPercent);
        m_wrong.clear();
        m_shop = std::make_unique<DeskShop>(*m_folder);
        m_shop->openShift();
        leaveMoney(m_shop->path(), 8'000);
        guestsCome(m_shop->path(), 3);
        m_desk = std::make_unique<OpenDesk>(*m_shop, size, language, textPercent);
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->desk().staff().size() == 3, patience);
        look(u"who works here"_s);
        m_shop->desk().signIn(QString::fromLatin1(supervisor), QString::fromLatin1(pin));
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->desk().member(), patience);
        sell();
        findOrder();
        openWallet();
        lookAtHouse();
        countDrawer();
        readReports();
        QCOMPARE(m_desk->window->size(), size);
        for (const QString &each : std::as_const(m_wrong))
            qWarning("%s", qPrintable(each));
        QVERIFY(m_wrong.isEmpty());
    }

    /// Where a page is higher than its window, what the keyboard reaches comes into sight by itself.
    void theFocusScrollsIntoSight()
    {
        m_shop = std::make_unique<DeskShop>(*m_folder);
        m_shop->openShift();
        m_desk = std::make_unique<OpenDesk>(*m_shop, QSize(1280, 800), u"en"_s, 200);
        QVERIFY(m_desk->signIn());
        press(Qt::Key_F3);
        QSet<QWidget *> reached;
        for (int i = 0; i < 60; ++i) {
            press(Qt::Key_Tab);
            QTest::qWait(1);
            QWidget *focused = m_desk->window->focusWidget();
            QVERIFY(focused);
            if (!qobject_cast<Pressable *>(focused) && !qobject_cast<QLineEdit *>(focused))
                continue;
            reached.insert(focused);
            QVERIFY2(focused->visibleRegion().boundingRect() == focused->rect(), qPrintable(spokenName(focused)));
        }
        QVERIFY2(reached.size() > 4, QByteArray::number(reached.size()));
        // and what is only read is reached from there
        const auto labels = m_desk->window->findChildren<Label *>();
        const auto title = std::find_if(labels.begin(), labels.end(),
            [](const Label *label) { return label->isVisible() && label->text() == u"No member is open"_s; });
        QVERIFY(title != labels.end());
        m_desk->window->findChild<ActionButton *>(u"code"_s)->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY((*title)->visibleRegion().isEmpty());
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_PageUp);
        QVERIFY((*title)->visibleRegion().boundingRect() == (*title)->rect());
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { m_desk->key(key, modifiers); }
    void look(const QString &where)
    {
        m_wrong += misfitsOnceLaidOut(*m_desk->window, where);
        m_desk->save(where);
    }
    void consent(const QString &where)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->desk().consent().asked(), patience);
        look(where);
        m_shop->desk().consent().give(QString::fromLatin1(supervisor), QString::fromLatin1(pin), u"Camera"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->desk().consent().asked(), patience);
    }

    void sell()
    {
        look(u"dates"_s);
        QVERIFY(m_desk->openDate());
        look(u"hall"_s);
        QVERIFY(m_desk->choose(u"2 S"_s, 2));
        look(u"two seats"_s);
        press(Qt::Key_F9);
        m_desk->keys(u"200000"_s);
        look(u"cash"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->sale().sold(), patience);
        look(u"sold"_s);
        QVERIFY(m_desk->choose(u"3 A"_s, 3));
        press(Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->sale().parked().size(), 1, patience);
        QVERIFY(m_desk->choose(u"1 R"_s, 1));
        press(Qt::Key_B, Qt::ControlModifier);
        consent(u"why not for sale"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->sale().blocked().size(), 1, patience);
        look(u"put aside"_s);
        m_shop->desk().tell({.error = Error{Error::Kind::Busy}});
        look(u"a problem"_s);
        m_shop->desk().clearProblem();
    }
    void findOrder()
    {
        press(Qt::Key_F2);
        look(u"find"_s);
        m_desk->keys(u"1"_s);
        QVERIFY(areRows(*m_desk, u"orders"_s));
        press(Qt::Key_Return);
        auto *print = m_desk->window->findChild<FindPage *>()->findChild<ActionButton *>(u"print"_s);
        QTRY_VERIFY_WITH_TIMEOUT(print->isEnabled() && print->isVisible(), patience);
        look(u"order"_s);
        press(Qt::Key_F9);
        look(u"refund"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_F12);
        look(u"contact"_s);
        press(Qt::Key_Escape);
    }
    void openWallet()
    {
        press(Qt::Key_F3);
        look(u"wallets"_s);
        press(Qt::Key_N, Qt::ControlModifier);
        m_desk->keys(u"01048210007"_s);
        look(u"new member"_s);
        press(Qt::Key_Return);
        m_desk->keys(u"4711"_s);
        press(Qt::Key_Return);
        m_desk->keys(u"4711"_s);
        press(Qt::Key_Return);
        auto *cash = m_desk->window->findChild<ActionButton *>(u"cash"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cash->isEnabled(), patience);
        press(Qt::Key_F9);
        m_desk->keys(u"50000"_s);
        press(Qt::Key_Return);
        QVERIFY(areRows(*m_desk, u"movements"_s));
        look(u"member"_s);
        press(Qt::Key_F11);
        look(u"pay out"_s);
        press(Qt::Key_Escape);
    }
    void lookAtHouse()
    {
        press(Qt::Key_F5);
        QVERIFY(areRows(*m_desk, u"queue"_s));
        look(u"house"_s);
        press(Qt::Key_F12);
        look(u"limit"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_F7);
        QVERIFY(areRows(*m_desk, u"tasks"_s));
        look(u"tasks"_s);
    }
    void countDrawer()
    {
        press(Qt::Key_F4);
        QTest::qWait(100);
        look(u"shift"_s);
        press(Qt::Key_F10);
        m_desk->keys(u"50000"_s);
        look(u"cash out"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_F9);
        m_desk->keys(u"6"_s);
        look(u"count"_s);
        press(Qt::Key_F9);
        consent(u"a PIN to close"_s);
        QVERIFY(areRows(*m_desk, u"history"_s));
        look(u"counted"_s);
    }
    void readReports()
    {
        press(Qt::Key_F6);
        QVERIFY(areRows(*m_desk, u"figures"_s));
        look(u"reports"_s);
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_5, Qt::AltModifier);
        look(u"reports, days typed"_s);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DeskShop> m_shop;
    std::unique_ptr<OpenDesk> m_desk;
    QStringList m_wrong;
};

QTEST_MAIN(DeskFitTest)
#include "DeskFitTest.moc"
