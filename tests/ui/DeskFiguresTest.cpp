#include "documents/FiguresDocument.h"
#include "documents/Fonts.h"
#include "domain/BusinessDay.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "support/DemoFolder.h"
#include "ui/desk/FiguresPage.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Pressable.h"
#include "ui/widgets/Table.h"
#include "wording/Translator.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QBuffer>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
QString hostileName(int i)
{
    const QStringList names{u"=cmd|' /C calc'!A0"_s, u"<b>bold</b> & \"quoted\""_s, u"\u202Etxt.exe\u200F שלום"_s,
        u"🎭𝄞 four bytes"_s, QString(10'000, u'가'), u"two\nlines"_s};
    return names[i % names.size()];
}

/// A desk's page of figures, on the screen, over a house with a day's crowd. Kim is a clerk, Park a supervisor.
class OpenPage
{
public:
    explicit OpenPage(const QTemporaryDir &house, const QString &language = u"en"_s, const QSize &size = {1190, 750})
    {
        const DataFolder from(house.path()), to(dir.path());
        FOYER_REQUIRE(QFile::copy(from.database(), to.database()) && QFile::copy(from.houseKey(), to.houseKey()));
        shop = Shop::open(dir.path(), clock, std::make_unique<RootAuthority>()).value();
        tenders.emplace(*shop, QList<TenderDevice *>{});
        office.emplace(*shop);
        desk.emplace(*office, *tenders);
        translator.use(language);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk, Motion::Reduced));
        window.emplace();
        page = new FiguresPage(*desk, dir.filePath(u"files"_s), &*window);
        (new QVBoxLayout(&*window))->addWidget(page);
        const int space = FoyerStyle::of(page).space(3);
        window->layout()->setContentsMargins(space, space, space, space);
        window->resize(size);
        window->show();
        page->retranslate();
    }

    bool signIn(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return desk->staff().size() == 2 && desk->settings().name.byLanguage.size() > 0; }))
            return false;
        desk->signIn(name, pin);
        if (!QTest::qWaitFor([&] { return desk->member().has_value(); }))
            return false;
        page->begin();
        return true;
    }
    bool loaded() const
    {
        return QTest::qWaitFor([&] { return !model().isLoading() && model().figures(); });
    }
    bool consent(const QString &name = u"Park"_s)
    {
        if (!QTest::qWaitFor([&] { return desk->consent().asked().has_value(); }))
            return false;
        desk->consent().give(name, pin, {});
        return QTest::qWaitFor([&] { return !desk->consent().asked(); });
    }
    FiguresModel &model() const { return *page->findChild<FiguresModel *>(); }
    Table &table() const { return *page->findChild<Table *>(); }
    BarChart &chart() const { return *page->findChild<BarChart *>(); }
    bool says(const QString &text) const
    {
        for (Label *label : page->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->windowHandle(), key, modifiers);
        QTest::qWait(10);
    }
    void save(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            window->grab().save(u"%1/figures-%2.png"_s.arg(folder, name));
        }
    }

    static inline const QString pin = u"135790"_s;
    QTemporaryDir dir;
    SystemClock clock;
    std::unique_ptr<Shop> shop;
    std::optional<TenderDesk> tenders;
    std::optional<BoxOffice> office;
    std::optional<DeskModel> desk;
    Translator translator;
    std::optional<QWidget> window;
    FiguresPage *page = nullptr;
};
} // namespace

/// The page of figures, by the keyboard alone.
class DeskFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        DemoFolder folder(DemoFolder::Season::None, houseToday());
        folder.addStaff(u"Kim"_s, Role::Clerk, OpenPage::pin);
        folder.addStaff(u"Park"_s, Role::Supervisor, OpenPage::pin);
        folder.copyTo(m_house.path());
        const auto node = Node::open(DataFolder(m_house.path())).value();
        FOYER_REQUIRE(importDemoSeason(*node, SystemClock()).ok());
        node->db().runOnce(
            u"UPDATE sale SET staff = (SELECT id FROM staff WHERE name = 'Kim') WHERE paid_at % 3 = 0"_s);
        Services &services = node->services();
        const TokenPass member = services.tokens.registerMember(u"010-4821-0007"_s, u"1234"_s, u"-"_s).value().pass;
        const Tender tender =
            services.payments
                .beginTopUp(member, node->ids().make<TenderId>(), {50'000, {}}, TenderKind::Card, std::nullopt)
                .value();
        FOYER_REQUIRE(services.payments.answered(tender.id, DeviceAnswer::Approved).ok());
        FOYER_REQUIRE(services.payments.refund(firstOrder(node->db()), {}, u"fell ill"_s).ok());
        node->db().checkpoint();
    }

    void everyDimensionHasItsKeyItsBarsAndItsTable_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString &language : Translator::languages())
            for (const QSize size : {QSize(1190, 750), QSize(1740, 970)})
                QTest::addRow("%s %d", qPrintable(language), size.width()) << language << size;
    }
    void everyDimensionHasItsKeyItsBarsAndItsTable()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        OpenPage open(m_house, language, size);
        QVERIFY(open.signIn(u"Park"_s));
        open.key(Qt::Key_3, Qt::AltModifier); // the crowd came during some hours
        for (int i = 0; i < 7; ++i) {
            open.key(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QVERIFY(open.loaded());
            const Figures &figures = *open.model().figures();
            QCOMPARE(figures.question.by, FigureDimension(i + 1));
            QVERIFY(open.chart().isVisible() && open.table().isVisible());
            const auto *sight = open.page->findChild<Label *>(u"sight"_s);
            const qsizetype bars = open.chart().bars().size();
            QTRY_COMPARE(sight->isVisible(), open.chart().fitting() < bars);
            if (sight->isVisible())
                QVERIFY(sight->text().contains(QString::number(open.chart().fitting())) &&
                        sight->text().contains(QString::number(bars)));
            QCOMPARE(open.chart().bars().size(), figures.rows.size());
            QCOMPARE(open.table().model()->rowCount(), figures.rows.size() + 1);
            for (int row = 0; row < figures.rows.size(); ++row) // the chart says what the table says
                QCOMPARE(open.chart().bars()[row].value,
                    open.table().model()->index(row, int(FigureColumn::Net)).data().toString());
            open.save(u"%1-%2-%3"_s.arg(language).arg(size.width()).arg(nameOf(FigureDimension(i + 1)).toLower()));
        }
    }

    void daysAreChosenByKeysOrTyped()
    {
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Park"_s));
        const QDate today = businessDay(open.clock.utc(), open.desk->settings());
        const auto span = [&] { return open.loaded() ? open.model().figures()->question.span : FigureSpan(); };
        QCOMPARE(span(), FigureSpan({today, today}));
        open.key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(span(), FigureSpan({today.addDays(-1), today.addDays(-1)}));
        open.key(Qt::Key_4, Qt::AltModifier);
        QCOMPARE(span(), FigureSpan({QDate(today.year(), today.month(), 1), today}));
        open.key(Qt::Key_5, Qt::AltModifier);
        auto *from = open.page->findChild<QLineEdit *>(u"from"_s), *to = open.page->findChild<QLineEdit *>(u"to"_s);
        QTRY_VERIFY(from->hasFocus());
        QTest::keyClicks(from, u"2026-02-30"_s);
        QTest::keyClick(from, Qt::Key_Return);
        QVERIFY(open.says(u"2026-11-25"_s) && from->hasFocus());
        open.save(u"wrong-day"_s);
        QTest::keyClicks(from, u"2026-01-01"_s);
        to->setFocus();
        to->selectAll();
        QTest::keyClicks(to, u"2026-01-31"_s);
        QTest::keyClick(to, Qt::Key_Return);
        QCOMPARE(span(), FigureSpan({QDate(2026, 1, 1), QDate(2026, 1, 31)}));
        QVERIFY(open.says(u"Nothing was sold"_s));
        QVERIFY(open.table().isHidden() || !open.table().isVisible());
        open.save(u"nothing"_s);
    }

    void aPerformanceIsOpenedAndLeft()
    {
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Park"_s));
        open.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(open.loaded());
        open.table().setFocus();
        open.key(Qt::Key_Down);
        QCOMPARE(open.chart().current(), open.table().currentRow()); // both go together
        const FigureRow row = open.model().row(open.table().currentRow());
        open.key(Qt::Key_Return);
        QTRY_VERIFY(open.model().figures()->question.performance);
        QCOMPARE(open.model().figures()->total.gross, row.gross);
        QVERIFY(open.page->heading().title.contains(row.name.in(u"en"_s)));
        open.save(u"performance"_s);
        open.key(Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(!open.model().figures()->question.performance);
    }

    void aClerkNeedsASupervisorsPin()
    {
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Kim"_s));
        QTest::qWait(100);
        QVERIFY(!open.model().figures() && open.says(u"supervisors"_s));
        open.save(u"clerk"_s);
        QVERIFY(open.page->findChild<QWidget *>(u"consent"_s)->hasFocus());
        open.key(Qt::Key_Return);
        QVERIFY(open.consent());
        QVERIFY(open.loaded());
        open.desk->lock();
        QVERIFY(!open.model().figures()); // the next at this desk sees nothing
    }

    void filesNeedThePinAndSayWhereTheyAre_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("csv") << int(Qt::Key_E) << u"csv"_s << QByteArray("\xEF\xBB\xBF\"Performance\",\"Orders\",");
        QTest::newRow("pdf") << int(Qt::Key_P) << u"pdf"_s << QByteArray("%PDF-");
    }
    void filesNeedThePinAndSayWhereTheyAre()
    {
        QFETCH(int, key);
        QFETCH(QString, ending);
        QFETCH(QByteArray, begins);
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Park"_s));
        QVERIFY(open.loaded());
        open.key(Qt::Key(key), Qt::ControlModifier);
        QVERIFY(open.desk->consent().asked());
        QCOMPARE(open.desk->consent().asked()->action, StaffAction::ExportFigures);
        QDir files(open.dir.filePath(u"files"_s));
        QVERIFY(!files.exists()); // not before somebody stands for it
        QVERIFY(open.consent());
        QTRY_COMPARE(files.entryList(QDir::Files).size(), 1);
        const QString name = files.entryList(QDir::Files)[0];
        QVERIFY(name.endsWith(ending));
        QFile file(files.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
        QTRY_VERIFY(open.says(name));
        open.save(u"saved-"_s + ending);
    }

    void hostileNamesAreOnlyNames()
    {
        OpenPage open(m_house);
        {
            const auto beside = Node::open(DataFolder(open.dir.path()));
            int i = 0;
            QList<qint64> shows;
            for (Rows rows = beside.value()->db().run("SELECT key FROM show"); rows.next();)
                shows.append(rows.integer(0));
            for (const qint64 show : shows)
                beside.value()->db().run("UPDATE show SET title = ? WHERE key = ?",
                    {QString::fromUtf8(QJsonDocument(QJsonObject{{u"en"_s, hostileName(i++)}}).toJson()), show});
        }
        QVERIFY(open.signIn(u"Park"_s));
        open.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(open.loaded());
        QVERIFY(open.model().rowCount() > 3);
        for (const BarChart::Bar &bar : open.chart().bars())
            QVERIFY(!bar.label.contains(u'\u202E') && !bar.label.contains(u'\n'));
        open.save(u"hostile"_s);
        const FiguresDocument paper(*open.model().figures(), u"en"_s, {}, open.clock.utc());
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        QVERIFY(paper.writePdf(pdf).ok());
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            paper.image(0, 5).save(folder + u"/figures-paper-hostile.png"_s);
        open.key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(open.consent());
        QDir files(open.dir.filePath(u"files"_s));
        QTRY_COMPARE(files.entryList({u"*.csv"_s}, QDir::Files).size(), 1);
        QFile csv(files.filePath(files.entryList(QDir::Files)[0]));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY(!text.contains("\"=cmd") && text.contains("\"'=cmd"));
        QVERIFY(text.contains("<b>bold</b> & \"\"quoted\"\""));
        QVERIFY(text.contains(QString(10'000, u'가').toUtf8()));
    }

    void everyControlHasAName()
    {
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Park"_s));
        open.key(Qt::Key_5, Qt::AltModifier);
        QVERIFY(open.loaded());
        for (QWidget *widget : open.page->findChildren<QWidget *>())
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus || qobject_cast<Pressable *>(widget)))
                QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                    widget->metaObject()->className());
    }

    void paperIsLookedAt()
    {
        OpenPage open(m_house);
        QVERIFY(open.signIn(u"Park"_s));
        open.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(open.loaded());
        Figures figures = *open.model().figures();
        for (const QString &language : Translator::languages()) {
            const FiguresDocument paper(figures, language, {}, open.clock.utc());
            if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
                paper.image(0, 5).save(u"%1/figures-paper-%2.png"_s.arg(folder, language));
        }
        while (figures.rows.size() < 200)
            figures.rows.append(figures.rows);
        const FiguresDocument thick(figures, u"en"_s, {}, open.clock.utc());
        QVERIFY(thick.pages() > 4 && thick.pages() < 12);
        QVERIFY(!thick.image(thick.pages() - 1, 2).isNull());
    }

private:
    static OrderId firstOrder(Connection &db)
    {
        Rows rows = db.run("SELECT id FROM sale ORDER BY id LIMIT 1");
        return rows.next() ? OrderId::fromBytes(rows.blob(0)) : OrderId();
    }

    QTemporaryDir m_house; ///< with a day's crowd; every page has a copy
};

QTEST_MAIN(DeskFiguresTest)
#include "DeskFiguresTest.moc"
