#include "OpenDesk.h"
#include "documents/Fonts.h"
#include "domain/Limits.h"
#include "services/DemoSeason.h"
#include "support/JsonEdit.h"
#include "ui/desk/FigureFile.h"
#include "ui/widgets/Table.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const QString formula = u"=cmd|' /C calc'!A0"_s, markup = u"<b>굵게</b> & <img src=x>"_s,
              backwards = u"\u202eסוף 𠮷🎭\u2066"_s, endless = QString(limits::nameLengthMax, u'W');

/// Every title, name and address that a house can give, as somebody would who means harm.
QByteArray hostileSeason()
{
    QJsonObject season = QJsonDocument::fromJson(demoSeason(houseToday())).object();
    const QStringList names{formula, markup, backwards, endless};
    const auto named = [&](const QString &list, const QString &field) {
        QJsonArray items = season[list].toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            QJsonObject item = items[i].toObject();
            const QString name = names[i % names.size()];
            item[field] = QJsonObject{{u"ko"_s, name}, {u"en"_s, name}};
            items[i] = item;
        }
        season[list] = items;
    };
    named(u"shows"_s, u"title"_s);
    named(u"houses"_s, u"name"_s);
    named(u"ticketTypes"_s, u"name"_s);
    QJsonObject settings = season[u"settings"_s].toObject();
    settings[u"name"_s] = QJsonObject{{u"ko"_s, markup}, {u"en"_s, formula}};
    settings[u"seller"_s] = QJsonObject{{u"name"_s, formula}, {u"address"_s, markup}, {u"number"_s, backwards}};
    season[u"settings"_s] = settings;
    return QJsonDocument(season).toJson();
}
} // namespace

/// Names that are formulas, markup, endless or written the other way: said as they are on every page, print and export.
class DeskHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->importAgain(hostileSeason());
        m_folder->addStaff(formula, Role::Manager, u"246810"_s);
    }

    void noPageIsMisledOrCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::newRow("small, en") << QSize(1280, 800) << u"en"_s;
        QTest::newRow("large, ko") << QSize(1920, 1080) << u"ko"_s;
    }
    void noPageIsMisledOrCut()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop, size, language);
        const auto look = [&](const QString &name) {
            desk.save(name);
            if (desk.window->size() != size)
                return name + u": the window grew"_s;
            for (const Label *label : desk.window->findChildren<Label *>())
                if (label->textFormat() != Qt::PlainText)
                    return name + u": markup"_s;
            return desk.isNothingCut() ? QString() : name + u": cut"_s;
        };
        QCOMPARE(look(u"sign-in"_s), QString());
        QVERIFY(desk.signIn());
        QCOMPARE(look(u"dates"_s), QString());
        QVERIFY(desk.openDate());
        QCOMPARE(look(u"hall"_s), QString());
        QVERIFY(desk.choose(u"2"_s, 2));
        QCOMPARE(look(u"chosen"_s), QString());
        desk.key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.keys(QString(10'000, u'ש'));
        QCOMPARE(look(u"why"_s), QString());
        desk.key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.desk().consent().asked(), patience);
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QCOMPARE(look(u"sold"_s), QString());
        DeskShop::must(m_office(shop).setContact(
            shop.sale().sold()->id, {.name = backwards + markup, .lastDigits = u"0007"_s}, shop.desk().member()->id));
        desk.key(Qt::Key_F2);
        desk.keys(u"0007"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->findChild<Table *>(u"orders"_s)->currentRow() == 0, patience);
        QTest::qWait(200);
        QCOMPARE(look(u"found"_s), QString());
        desk.keys(QString(10'000, u'W'));
        QTest::qWait(200);
        QCOMPARE(look(u"endless search"_s), QString());
        desk.key(Qt::Key_F4);
        QTest::qWait(300);
        QCOMPARE(look(u"shift"_s), QString());
        desk.key(Qt::Key_F6);
        QTest::qWait(500);
        QCOMPARE(look(u"reports"_s), QString());
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void whatIsExportedIsNoFormula()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.sell(u"2"_s, 2));
        const StaffMember manager = *shop.desk().member();
        for (const auto by : {FigureDimension::Performance, FigureDimension::Type, FigureDimension::Clerk}) {
            const Figures figures = DeskShop::must(m_office(shop).figures(
                {.by = by, .span = {houseToday().addDays(-1), houseToday().addDays(1)}}, manager.id));
            QVERIFY(!figures.rows.isEmpty());
            const QDateTime now = SystemClock().utc();
            const QByteArray csv = FigureFile{{}, u"csv"_s, u"en"_s, {}, now}.composer()(figures).value();
            const QByteArray pdf = FigureFile{{}, u"pdf"_s, u"ko"_s, markup, now}.composer()(figures).value();
            QVERIFY(pdf.startsWith("%PDF"));
            for (const QByteArray &line : csv.split('\n'))
                QVERIFY2(
                    !QByteArray("=+-@").contains(QByteArray(line).replace('"', "").left(1) + '\1'), line.constData());
        }
    }

private:
    static BoxOffice &m_office(DeskShop &shop) { return shop.desk().office(); }
    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(DeskHostileTest)
#include "DeskHostileTest.moc"
