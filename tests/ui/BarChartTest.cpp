#include "ui/widgets/BarChart.h"
#include "ui/theme/FoyerStyle.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QSignalSpy>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
QList<BarChart::Bar> bars(int count)
{
    QList<BarChart::Bar> made;
    for (int i = 0; i < count; ++i)
        made.append({u"Bar %1"_s.arg(i), u"₩%1"_s.arg(1'000 * (count - i)), 1'000.0 * (count - i)});
    return made;
}
QList<BarChart::Bar> hostile()
{
    return {{u"=cmd|' /C calc'!A0"_s, u"₩1"_s, 1}, {u"<b>bold</b>"_s, u"₩0"_s, 0}, {u"\u202Ertl\u200F"_s, u"−₩5"_s, -5},
        {u"🎭𝄞"_s, u"₩9"_s, 9}, {QString(10'000, u'가'), u"₩3"_s, 3}, {u"a\nb\"c\""_s, u"₩2"_s, 2},
        {QString(), QString(), 0}};
}
} // namespace

/// Bars are gone through with the keyboard, told to a screen reader, and stand whatever they are called.
class BarChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString fonts = qEnvironmentVariable("FOYER_SOURCE") + u"/resources/fonts/"_s;
        for (const QString &file : {u"Pretendard-Regular.otf"_s, u"Pretendard-SemiBold.otf"_s})
            QVERIFY(QFontDatabase::addApplicationFont(fonts + file) >= 0);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk));
    }

    void keysMoveThroughBars_data()
    {
        QTest::addColumn<bool>("columns");
        QTest::newRow("rows") << false;
        QTest::newRow("columns") << true;
    }
    void keysMoveThroughBars()
    {
        QFETCH(bool, columns);
        BarChart chart;
        chart.resize(600, 200);
        chart.setBars(bars(5), columns ? BarChart::Shape::Columns : BarChart::Shape::Rows);
        const Qt::Key on = columns ? Qt::Key_Right : Qt::Key_Down, back = columns ? Qt::Key_Left : Qt::Key_Up;
        QSignalSpy moved(&chart, &BarChart::currentChanged), opened(&chart, &BarChart::opened);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.size(), 0); // nothing is current
        QTest::keyClick(&chart, on);
        QCOMPARE(chart.current(), 0);
        QTest::keyClick(&chart, back);
        QCOMPARE(chart.current(), 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, on);
        QCOMPARE(chart.current(), 4);
        QTest::keyClick(&chart, back);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.last()[0].toInt(), 3);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(moved.last()[0].toInt(), 0);
    }

    void whatDoesntFitComesIntoSightAsOneGoesOn()
    {
        BarChart chart;
        chart.resize(600, 100);
        chart.setBars(bars(40), BarChart::Shape::Rows);
        QVERIFY(chart.rectOf(39).isEmpty() && !chart.rectOf(0).isEmpty());
        QTest::keyClick(&chart, Qt::Key_End);
        QVERIFY(chart.rect().contains(chart.rectOf(39)) && chart.rectOf(0).isEmpty());
        QCOMPARE(chart.barAt(chart.rectOf(39).center()), 39);
        chart.setBars(bars(2), BarChart::Shape::Rows);
        QCOMPARE(chart.current(), 1);
        QVERIFY(!chart.rectOf(0).isEmpty());
    }

    void aScreenReaderHearsEveryBar()
    {
        BarChart chart;
        chart.resize(600, 100);
        chart.setBars(bars(40), BarChart::Shape::Rows);
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&chart);
        QCOMPARE(told->role(), QAccessible::Chart);
        QCOMPARE(told->childCount(), 40);
        QCOMPARE(told->child(39)->text(QAccessible::Name), u"Bar 39: ₩1000"_s);
        QVERIFY(told->child(39)->state().offscreen && !told->child(0)->state().offscreen);
        QCOMPARE(told->indexOfChild(told->child(7)), 7);
        QSignalSpy opened(&chart, &BarChart::opened);
        told->child(12)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.last()[0].toInt(), 12);
        QCOMPARE(chart.current(), 12);
        chart.setBars(bars(2), BarChart::Shape::Rows); // a reader may keep what it was told of
        QCOMPARE(told->child(12), nullptr);
    }

    void barsReachAsFarAsTheirAmounts()
    {
        BarChart chart;
        chart.resize(600, 100);
        chart.setBars({{u"a"_s, u"8"_s, 8}, {u"b"_s, u"4"_s, 4}, {u"c"_s, u"−2"_s, -2}}, BarChart::Shape::Rows);
        const QImage picture = chart.grab().toImage();
        const Colors &c = FoyerStyle::of(&chart).colors();
        const auto length = [&](int bar, const QColor &color) {
            int found = 0;
            for (int x = 0; x < picture.width(); ++x)
                found += picture.pixel(x, chart.rectOf(bar).center().y()) == color.rgb();
            return found;
        };
        QVERIFY(length(0, c.accent) > 300);
        QVERIFY(qAbs(length(0, c.accent) - 2 * length(1, c.accent)) < 8);
        QVERIFY(qAbs(length(1, c.accent) - 2 * length(2, c.bad)) < 8);
    }

    void hostileNamesAreOnlyNames()
    {
        for (const auto shape : {BarChart::Shape::Rows, BarChart::Shape::Columns}) {
            BarChart chart;
            for (const QSize size : {QSize(600, 200), QSize(40, 20), QSize(1, 1)}) {
                chart.resize(size);
                chart.setBars(hostile(), shape);
                chart.setCurrent(4);
                QVERIFY(!chart.grab().isNull());
            }
        }
        BarChart none;
        none.resize(300, 100);
        QVERIFY(!none.grab().isNull());
        QTest::keyClick(&none, Qt::Key_Down);
        QCOMPARE(none.current(), -1);
    }
};

QTEST_MAIN(BarChartTest)
#include "BarChartTest.moc"
