#include "DeskKeys.h"
#include "documents/Fonts.h"
#include "items/FiguresModel.h"
#include "support/FakeHub.h"

#include <QDir>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto kimsPin = "246810";

Text plain(const QString &name) { return {{{QString(), name}}}; }

FigureRow row(FigureKey key, const QString &name, int seats, qint64 gross)
{
    return {std::move(key), plain(name), {}, seats, seats, 0, {gross, {}}, {0, {}}, {gross / 11, {}}};
}
} // namespace

/// Figures of the whole house, at a desk that is a terminal, by the keyboard alone. The hub is a test's.
class DeskHouseFiguresTest : public QObject
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
        m_hub->figures = {3, 3, figures()};
        m_keys.emplace(*m_shop);
        QVERIFY(m_keys->signIn(u"Kim"_s, QString::fromLatin1(kimsPin)));
    }
    void cleanup()
    {
        m_keys.reset();
        m_shop.reset();
        m_hub.reset();
    }

    void theHousesComeFirstAndSayWhoIsSilent()
    {
        open();
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3); // with the total
        QVERIFY(m_keys->row(u"figures"_s, 0).contains(u"Kiosk 1"_s));
        QVERIFY(m_keys->row(u"figures"_s, 2).contains(u"900,000"_s));
        QCOMPARE(m_hub->figureWishes.constLast().question.by, FigureDimension::Performance);
        QVERIFY(m_keys->find<ActionButton>(u"of-house"_s)->isChecked());
        QVERIFY(m_keys->says(u" · Whole house"_s));
        QVERIFY(m_keys->says(u"Not heard from now, what they sell may be missing: Kiosk 3"_s));
        QVERIFY(m_keys->save(u"figures-house"_s));
        press(Qt::Key_6, Qt::ControlModifier);
        QTRY_COMPARE(m_hub->figureWishes.constLast().question.by, FigureDimension::Terminal);
    }

    void aLongReadingIsAskedForUntilItIsOver()
    {
        m_hub->figures = {};
        m_hub->isSlow = true;
        open();
        QTRY_COMPARE(m_hub->figureWishes.size(), 1);
        for (int i = 0; i < 3; ++i) {
            m_hub->figures = {30, 10 * i, {}};
            m_hub->answerAll(); // what was held, and the next question is under way
            QTRY_COMPARE(m_hub->figureWishes.size(), 2 + i);
            QCOMPARE(m_hub->figureWishes.constLast().reading, m_hub->figureWishes.constFirst().reading);
            QCOMPARE(m_keys->rows(u"figures"_s), 0);
        }
        m_hub->figures = {30, 30, figures()};
        m_hub->answerAll();
        m_hub->isSlow = false;
        m_hub->answerAll();
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3);
    }

    /// What was asked first isn't shown when something else is wanted by then, nor asked for any more.
    void onlyTheNewestQuestionCounts()
    {
        m_hub->isSlow = true;
        open();
        QTRY_COMPARE(m_hub->figureWishes.size(), 1);
        press(Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(m_hub->figureWishes.size(), 2);
        m_hub->isSlow = false;
        m_hub->answerAll();
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3);
        QCOMPARE(model().figures()->question.by, FigureDimension::Clerk);
        QCOMPARE(m_hub->figureWishes.size(), 2);
    }

    void withoutTheHubThePageSaysSoAndTheMachinesOwnAreAKeyAway()
    {
        m_hub->setOnline(m_shop->shop(), false);
        open();
        QTRY_VERIFY(m_keys->says(u"The hub can't be reached"_s));
        QVERIFY(m_keys->save(u"figures-away"_s));
        QVERIFY(m_hub->figureWishes.isEmpty());
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(m_keys->says(u"Nothing was sold or given back"_s));
        QVERIFY(model().figures() && !model().figures()->question.isOfHouse);
        QVERIFY(!m_keys->find<ActionButton>(u"of-house"_s)->isChecked());
        QVERIFY(m_keys->says(u" · This machine"_s));
        m_hub->setOnline(m_shop->shop(), true);
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3);
    }

    /// Nobody has to ask again once the hub is there.
    void theyComeByThemselvesWhenTheHubIsBack()
    {
        m_hub->setOnline(m_shop->shop(), false);
        open();
        QTRY_VERIFY(m_keys->says(u"The hub can't be reached"_s));
        m_hub->setOnline(m_shop->shop(), true);
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->rows(u"figures"_s), 3, 15'000);
        QVERIFY(!m_keys->says(u"The hub can't be reached"_s));
    }

    /// Asked again every few seconds: whoever reads a line keeps it.
    void whatDidNotChangeIsLeftAsItIs()
    {
        open();
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3);
        auto *table = m_keys->find<Table>(u"figures"_s);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_COMPARE_WITH_TIMEOUT(m_hub->figureWishes.size(), 2, 15'000);
        QTest::qWait(50);
        QCOMPARE(table->currentIndex().row(), 1);
    }

    void aFileOfTheHousesFiguresIsNamedAndToldSo()
    {
        open();
        QTRY_COMPARE(m_keys->rows(u"figures"_s), 3);
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(m_keys->consent(QString::fromLatin1(kimsPin)));
        QTRY_VERIFY(m_keys->says(u"Saved: "_s));
        QVERIFY(m_keys->says(u"foyer-house-performance"_s));
        QVERIFY(m_shop->journal(u"figuresExported"_s).contains(u"\"ofHouse\":true"_s));
    }

private:
    static Figures figures()
    {
        Figures told;
        told.question.isOfHouse = true;
        told.rows = {
            row(PerformanceKey{1}, u"Kiosk 1"_s, 12, 600'000), row(PerformanceKey{2}, u"Desk 2"_s, 5, 300'000)};
        told.total = row(FigureRest::NotToldApart, {}, 17, 900'000);
        told.owed = {{}, {50'000, {}}, {0, {}}, Money{8'000, {}}, {0, {}}};
        told.house = plain(u"House"_s);
        told.timeZone = "Asia/Seoul";
        told.silent = {u"Kiosk 3"_s};
        return told;
    }
    void open() { m_keys->key(Qt::Key_F6); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(m_keys->window->windowHandle(), key, modifiers);
        QTest::qWait(10);
    }
    FiguresModel &model() { return *m_keys->window->findChild<FiguresModel *>(); }

    std::unique_ptr<DemoFolder> m_folder;
    std::optional<FakeHub> m_hub;
    std::optional<DeskShop> m_shop;
    std::optional<DeskKeys> m_keys;
};

QTEST_MAIN(DeskHouseFiguresTest)
#include "DeskHouseFiguresTest.moc"
