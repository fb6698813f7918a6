#include "ui/widgets/Table.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"

#include <QFontDatabase>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
enum Column { When, What, Who, Seats, Sum };

/// Orders as a desk lists them; who has ordered isn't known of any.
class Orders : public QStandardItemModel
{
public:
    explicit Orders(int rows)
    {
        setHorizontalHeaderLabels({u"When"_s, u"What"_s, u"Who"_s, u"Seats"_s, u"Total"_s});
        for (int row = 0; row < rows; ++row) {
            QList<QStandardItem *> items;
            for (const QString &text : {u"Sat 28 Nov, 19:3%1"_s.arg(row % 10), u"A Voice Across the River"_s, QString(),
                     u"Balcony, row 7, seat 1%1 and 2 more"_s.arg(row % 10), u"₩1,198,%1"_s.arg(100 + row)})
                items.append(new QStandardItem(text));
            appendRow(items);
        }
    }
};
} // namespace

/// What tells rows apart is read whole, however large the letters are and however small the window.
class TableTest : public QObject
{
    Q_OBJECT

    static bool isWhole(const Table &table, int column)
    {
        const QFontMetricsF metrics(table.font());
        const int room = table.columnWidth(column) - 2 * FoyerStyle::of(&table).space(2);
        double widest =
            metrics.horizontalAdvance(table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < table.model()->rowCount(); ++row)
            widest = std::max(widest, metrics.horizontalAdvance(table.model()->index(row, column).data().toString()));
        return room >= widest;
    }
    static void wear(int percent)
    {
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, percent, Place::Desk, Motion::Reduced));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString fonts = qEnvironmentVariable("FOYER_SOURCE") + u"/resources/fonts/"_s;
        for (const QString &file : {u"Pretendard-Regular.otf"_s, u"Pretendard-SemiBold.otf"_s})
            QVERIFY(QFontDatabase::addApplicationFont(fonts + file) >= 0);
    }

    void sumsAndDatesAreNeverCut_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("width");
        for (const int percent : {100, 150, 200})
            for (const int width : {300, 620, 900, 1600})
                QTest::addRow("%d %% in %d", percent, width) << percent << width;
    }
    void sumsAndDatesAreNeverCut()
    {
        QFETCH(int, percent);
        QFETCH(int, width);
        wear(percent);
        Orders orders(9);
        Table table;
        table.setTextElideMode(Qt::ElideMiddle);
        table.setModel(&orders);
        table.setShares({0, 2, 1, 1, 0});
        table.setYielding({What});
        table.resize(width, 600);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QVERIFY(isWhole(table, When) && isWhole(table, Sum));
        int all = 0;
        const int headRoom = 2 * FoyerStyle::of(&table).space(2);
        for (int column = When; column <= Sum; ++column) {
            if (table.isColumnHidden(column))
                continue;
            all += table.columnWidth(column);
            const QString head = orders.headerData(column, Qt::Horizontal).toString();
            QVERIFY(table.columnWidth(column) >= QFontMetrics(table.font()).horizontalAdvance(head) + headRoom);
        }
        const bool scrolls = table.horizontalScrollBar()->maximum() > 0;
        QCOMPARE(scrolls, all > table.viewport()->width());
        if (scrolls)
            QVERIFY(table.isColumnHidden(What) && table.isColumnHidden(Who));
        if (table.isColumnHidden(What))
            QVERIFY(table.isColumnHidden(Who)); // nobody misses it
        QVERIFY(!table.isColumnHidden(Seats));
        if (width == 1600)
            QVERIFY(!table.isColumnHidden(Who) && !table.isColumnHidden(What));
    }

    void whatWasHiddenComesBackWithRoomAndWithText()
    {
        wear(150);
        Orders orders(3);
        Table table;
        table.setModel(&orders);
        table.setShares({0, 2, 1, 1, 0});
        table.resize(620, 600);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QVERIFY(table.isColumnHidden(Who));
        orders.item(1, Who)->setText(u"Park"_s);
        QTRY_VERIFY(!table.isColumnHidden(Who));
        orders.item(1, Who)->setText({});
        table.resize(1600, 600);
        QVERIFY(!table.isColumnHidden(Who));
        Orders later(3);
        table.setModel(&later);
        table.setShares({0, 2, 1, 2, 0});
        QVERIFY(!table.isColumnHidden(Who));
        table.resize(880, 600); // enough for each head, not for each text
        QVERIFY(table.isColumnHidden(Who));
    }

    void aWiderSumThatComesLaterIsWhole()
    {
        wear(100);
        Orders orders(200);
        Table table;
        table.setModel(&orders);
        table.setShares({0, 2, -1, 1, 0});
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QVERIFY(table.isColumnHidden(Who));
        orders.item(0, Sum)->setText(u"₩23,875,600,000"_s);
        QTRY_VERIFY(isWhole(table, Sum));
        orders.item(199, Sum)->setText(u"₩23,875,600,000,000"_s); // out of sight
        table.scrollToBottom();
        QTRY_VERIFY(isWhole(table, Sum));
    }

    /// Two nights of one show differ in their end alone.
    void theEndStaysWhole()
    {
        wear(150);
        const QWidget looks;
        const QFontMetrics metrics(FoyerStyle::of(&looks).font(TypeRole::Caption));
        const QString one = u"The Hour of the Tide · Sun 29 Nov, 20:00"_s;
        const int room = metrics.horizontalAdvance(endOf(one)) + 3 * metrics.height();
        const QString elided = elidedBeforeEnd(one, metrics, room);
        QVERIFY2(elided.endsWith(u"… · Sun 29 Nov, 20:00"_s), qPrintable(elided));
        QVERIFY(metrics.horizontalAdvance(elided) <= room);
        QCOMPARE(elidedBeforeEnd(one, metrics, 5000), one);
        QVERIFY(elidedBeforeEnd(u"1F, row 7, seat 12 and 1 more"_s, metrics, room).endsWith(u"1 more"_s));
    }
};

QTEST_MAIN(TableTest)
#include "TableTest.moc"
