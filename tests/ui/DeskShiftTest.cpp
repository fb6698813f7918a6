#include "devices/Printer.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/ScriptedSale.h"
#include "services/ShiftService.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "storage/Audit.h"
#include "support/DemoFolder.h"
#include "ui/desk/CashPiles.h"
#include "ui/desk/ShiftPage.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Table.h"
#include "wording/Translator.h"

#include <QAccessible>
#include <QBuffer>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
Money won(qint64 amount) { return {amount, {}}; }

/// Remembers what it was given.
class Tray final : public Printer
{
public:
    void print(const PrintJob &job) override { jobs.append(job); }
    QList<PrintJob> jobs;
};

/// What the page stands on in the desk's window.
class Ground : public QWidget
{
public:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().ground); }
};
} // namespace

/// The drawer's page under a clerk's fingers: the keyboard alone, on the real shop. Kim is a supervisor, Lee a clerk.
class DeskShiftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// However large the letters: piles scroll, and what is counted so far stays in sight.
    void pilesAreNeverCut_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 150, 200})
            QTest::addRow("%d %%", percent) << percent;
    }
    void pilesAreNeverCut()
    {
        QFETCH(int, percent);
        QWidget page;
        const Theme theme(ThemeKind::Light, 4, percent, Place::Desk, Motion::Reduced);
        FoyerStyle::wear(*qApp, theme);
        CashPiles piles(&page);
        piles.begin({});
        page.resize(620, 330);
        piles.resize(page.size());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto *sum = piles.findChild<QLineEdit *>(u"sum"_s);
        for (const QPoint &corner : {sum->rect().topLeft(), sum->rect().center(), sum->rect().bottomRight()})
            QCOMPARE(page.childAt(sum->mapTo(&page, corner)), sum); // the piles don't lie over it
        const QWidget *all = piles.findChild<QLineEdit *>(u"count10"_s)->parentWidget();
        QVERIFY(all->mapTo(&page, QPoint(0, all->visibleRegion().boundingRect().bottom())).y() <
                sum->mapTo(&page, QPoint()).y());
        for (const QLineEdit *field : piles.findChildren<QLineEdit *>())
            QVERIFY(field->height() >= QFontMetrics(theme.font(TypeRole::Body)).height());
        for (const Label *label : piles.findChildren<Label *>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        const auto *total = piles.findChild<QWidget *>(u"total"_s);
        QVERIFY(page.rect().contains(QRect(total->mapTo(&page, QPoint()), total->size())));
    }
    void initTestCase()
    {
        loadFonts();
        QStandardPaths::setTestModeEnabled(true);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk, Motion::Reduced));
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Supervisor, u"246810"_s);
        m_folder->addStaff(u"Lee"_s, Role::Clerk, u"135790"_s);
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder->copyTo(m_dir->path());
        m_shop = Shop::open(m_dir->path(), m_clock, std::make_unique<RootAuthority>()).value();
        m_tenders = std::make_unique<TenderDesk>(*m_shop, QList<TenderDevice *>());
        m_office = std::make_unique<BoxOffice>(*m_shop);
        m_desk = std::make_unique<DeskModel>(*m_office, *m_tenders);
        m_translator.use(u"en"_s);
        m_tray = std::make_unique<Tray>();
        m_ground = std::make_unique<Ground>();
        m_page = new ShiftPage(*m_desk, *m_tray, m_ground.get());
        const int space = FoyerStyle::of(m_page).space(3);
        auto *column = new QVBoxLayout(m_ground.get());
        column->setContentsMargins(space, space, space, space);
        column->addWidget(m_page);
        m_ground->resize(1190, 750);
    }
    void cleanup()
    {
        m_ground.reset();
        m_tray.reset();
        m_desk.reset();
        m_office.reset();
        m_tenders.reset();
        m_shop.reset();
        m_dir.reset();
    }

    void aDayByTheKeyboardAlone()
    {
        work(u"Kim"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Open with ₩0"_s);
        save(u"1-open-empty"_s);
        keys(u"1"_s);
        key(Qt::Key_Return);
        keys(u"4"_s);
        key(Qt::Key_Down);
        keys(u"2"_s);
        save(u"1-open"_s);
        QCOMPARE(text(u"F9"_s), u"Open with ₩100,000"_s);
        key(Qt::Key_F9);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
        QTRY_COMPARE(m_page->heading().title, u"Shift 1"_s);

        sellBeside();
        QTRY_COMPARE(spoken(u"sold"_s), u"Sold so far "_s + words(m_total));
        key(Qt::Key_F10);
        QTRY_VERIFY(field(u"amount"_s)->hasFocus());
        keys(u"20000"_s);
        QCOMPARE(text(u"F9"_s), u"Take out ₩20,000"_s);
        save(u"3-move"_s);
        key(Qt::Key_Return);
        QCOMPARE(consent(u"Kim"_s, u"246810"_s, u"to the safe"_s), StaffAction::MoveCash);
        QTRY_VERIFY(has(u"−₩20,000"_s));
        save(u"2-day"_s);

        key(Qt::Key_F9);
        QTRY_COMPARE(text(u"F9"_s), u"Close with ₩0"_s);
        QVERIFY(!button(u"F9"_s)->isEnabled()); // nothing is counted yet
        keys(u"1"_s);
        key(Qt::Key_Tab);
        keys(u"2"_s);
        save(u"4-count"_s);
        QCOMPARE(text(u"F9"_s), u"Close with ₩70,000"_s);
        QVERIFY(!has(words(80'000 + m_total))); // what should be in it
        key(Qt::Key_F9);
        QCOMPARE(consent(u"Kim"_s, u"246810"_s), StaffAction::CloseShift);
        QTRY_COMPARE(spoken(u"difference"_s), words(10'000 + m_total) + u" short"_s);
        save(u"5-result"_s);
        key(Qt::Key_F11);
        QCOMPARE(m_tray->jobs.size(), 1);
        QCOMPARE(m_tray->jobs.constFirst().name, u"Z report 1"_s);
        QBuffer paper;
        paper.open(QIODevice::WriteOnly);
        QVERIFY(m_tray->jobs.constFirst().write(paper).ok());
        QVERIFY(paper.data().startsWith("%PDF"));
        key(Qt::Key_Escape);
        QTRY_COMPARE(text(u"F9"_s), u"Open with ₩0"_s);
        QTRY_COMPARE(m_page->findChild<Table *>(u"history"_s)->model()->rowCount(), 1);
        QVERIFY(violations().isEmpty());
    }

    void aClerkSeesNothingToCountTowards()
    {
        openBeside(100'000);
        sellBeside();
        work(u"Lee"_s);
        QTRY_COMPARE(spoken(u"sold"_s), u"Sold so far "_s + words(m_total));
        QVERIFY(has(u"Cash and card are told once the drawer has been counted."_s));
        QVERIFY(!has(words(100'000 + m_total)) && !has(u"Cash taken"_s));
        save(u"2-day-blind"_s);
    }

    void aPinThatIsntGivenLeavesTheCountAsItWas()
    {
        openBeside(100'000);
        work(u"Lee"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
        key(Qt::Key_F9);
        keys(u"2"_s);
        key(Qt::Key_F9);
        QTRY_VERIFY(m_desk->consent().asked());
        m_desk->consent().cancel();
        m_page->hide(); // as the window does for a PIN
        m_page->show();
        m_page->begin();
        QTRY_COMPARE(text(u"F9"_s), u"Close with ₩100,000"_s);
    }

    void moreThanThereIsStaysInTheDrawer()
    {
        openBeside(100'000);
        work(u"Kim"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
        key(Qt::Key_F10);
        keys(u"100001"_s);
        key(Qt::Key_Return);
        consent(u"Kim"_s, u"246810"_s, u"to the safe"_s);
        QTRY_VERIFY(has(u"There can't be that much in the drawer. Nothing was moved."_s));
        key(Qt::Key_F10); // the other way
        QCOMPARE(text(u"F9"_s), u"Put in ₩100,001"_s);
        key(Qt::Key_Escape);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
    }

    void aPaymentWithoutAnAnswerIsNamed()
    {
        openBeside(100'000);
        sellBeside(false);
        work(u"Kim"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
        key(Qt::Key_F9);
        keys(u"2"_s);
        key(Qt::Key_F9);
        consent(u"Kim"_s, u"246810"_s);
        QTRY_VERIFY(m_page->findChild<Label *>(u"said"_s)->text().contains(words(m_total)));
        save(u"4-count-refused"_s);
    }

    void aClosedDrawerIsReadAgainAndSaved()
    {
        for (int i = 0; i < 30; ++i) {
            openBeside(100'000 + i);
            closeBeside(100'000 + i % 3 * 500);
        }
        work(u"Lee"_s);
        auto *history = m_page->findChild<Table *>(u"history"_s);
        QTRY_COMPARE(history->model()->rowCount(), 30);
        save(u"6-history"_s);
        history->setFocus();
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QTRY_VERIFY(has(u"Z report 28"_s) || has(u"Z report 29"_s));
        save(u"6-looked"_s);
        key(Qt::Key_F12);
        QTRY_VERIFY(m_page->findChild<Label *>(u"said"_s)->text().startsWith(u"Saved as "_s));
        QFile saved(m_page->findChild<Label *>(u"said"_s)->text().mid(9));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.read(4) == "%PDF");
        QVERIFY(saved.remove());
    }

    void piecesThatAreNoNumberAreSaid()
    {
        work(u"Kim"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Open with ₩0"_s);
        keys(u"x"_s);
        QVERIFY(has(u"no number"_s) && !button(u"F9"_s)->isEnabled());
        QLineEdit *sum = field(u"sum"_s);
        sum->setFocus();
        keys(u"152,500"_s);
        QCOMPARE(text(u"F9"_s), u"Open with ₩152,500"_s); // a sum takes the piles away
        key(Qt::Key_Return);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
    }

    void everyControlHasAName()
    {
        openBeside(100'000);
        work(u"Kim"_s);
        QTRY_COMPARE(text(u"F9"_s), u"Count and close"_s);
        for (const Qt::Key view : {Qt::Key_F24, Qt::Key_F10, Qt::Key_Escape, Qt::Key_F9}) {
            key(view);
            QTest::qWait(20);
            for (QWidget *widget : m_page->findChildren<QWidget *>()) {
                const bool isControl = qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractButton *>(widget) ||
                                       qobject_cast<Table *>(widget);
                if (!isControl || !widget->isVisible())
                    continue;
                auto *accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

private:
    void work(const QString &name)
    {
        m_ground->show();
        QVERIFY(QTest::qWaitForWindowActive(m_ground.get()));
        QTRY_VERIFY(!m_desk->staff().isEmpty());
        m_desk->signIn(name, name == u"Kim" ? u"246810"_s : u"135790"_s);
        QTRY_VERIFY(m_desk->member());
        m_page->begin();
    }
    void keys(const QString &text) { QTest::keyClicks(m_ground->focusWidget(), text); }
    void key(Qt::Key key) { QTest::keyClick(m_ground->focusWidget() ? m_ground->focusWidget() : m_page, key); }
    ActionButton *button(const QString &name) { return m_page->findChild<ActionButton *>(name); }
    QString text(const QString &name) { return button(name)->text(); }
    QLineEdit *field(const QString &name) { return m_page->findChild<QLineEdit *>(name); }
    QString spoken(const QString &name) { return m_page->findChild<Amount *>(name)->accessibleName(); }
    bool has(const QString &words)
    {
        const auto labels = m_page->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text() == words; });
    }
    /// Gives what is asked, and says what for.
    StaffAction consent(const QString &name, const QString &pin, const QString &why = {})
    {
        if (!QTest::qWaitFor([&] { return m_desk->consent().asked().has_value(); }))
            return StaffAction::OpenCorner;
        const StaffAction action = m_desk->consent().asked()->action;
        m_desk->consent().give(name, pin, why);
        return action;
    }
    void save(const QString &name)
    {
        const QString folder = qEnvironmentVariable("FOYER_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &language : {u"ko"_s, u"en"_s}) {
            m_translator.use(language);
            m_page->retranslate();
            for (const QSize &size : {QSize(1830, 1020), QSize(1190, 750)}) {
                m_ground->resize(size);
                QTest::qWait(30);
                m_ground->grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, language).arg(size.width()));
            }
        }
    }

    // through another program beside
    void openBeside(qint64 opening)
    {
        beside([&](Node &, ShiftService &drawer, StaffId who) { return drawer.open(who, won(opening)).ok(); });
    }
    void closeBeside(qint64 counted)
    {
        beside([&](Node &, ShiftService &drawer, StaffId who) {
            return drawer.close(who, CashCount::ofSum(won(counted))).ok();
        });
    }
    /// A walk-up buys two seats and pays in cash, or waits for a drawer that doesn't answer.
    void sellBeside(bool answered = true)
    {
        beside([&](Node &node, ShiftService &, StaffId who) {
            Services &services = node.services();
            const TokenPass pass = services.tokens.serve(std::nullopt, who).value().pass;
            const QList<PerformanceOffer> offers = services.reservations.dates().value();
            for (const PerformanceOffer &offer : offers) {
                if (!offer.isBookable() || offer.seatsLeft < 2)
                    continue;
                const SeatsOfDate date = services.reservations.seats(offer.performance.key, pass.id).value();
                const Hold hold =
                    *services.reservations.hold(pass, offer.performance.key, firstFreeSeats(date, 2)).value().hold;
                const TenderId id = node.ids().make<TenderId>();
                m_total = hold.total({}).minor;
                if (!services.payments.beginTopUp(pass, id, won(m_total), TenderKind::Cash, hold.id).ok())
                    return false;
                return !answered || (services.payments.answered(id, DeviceAnswer::Approved).ok() &&
                                        services.payments.pay(pass, node.ids().make<OrderId>(), hold.id).ok());
            }
            return false;
        });
    }
    static QString words(qint64 amount) { return Wording(u"en"_s).money(won(amount)); }
    void beside(const std::function<bool(Node &, ShiftService &, StaffId)> &work)
    {
        const auto node = Node::open(DataFolder(m_dir->path()));
        ShiftService drawer(node.value()->db(), m_clock, node.value()->ids());
        const QList<StaffMember> staff = node.value()->services().staff.all().value();
        if (!work(*node.value(), drawer, staff.constFirst().id))
            qFatal("a step beside failed");
    }
    QStringList violations()
    {
        const auto db = Connection::open(DataFolder(m_dir->path()).database(), {.mode = Connection::Mode::ReadOnly});
        QStringList words;
        for (const AuditViolation &violation : audit(*db.value()).value().violations)
            words.append(violation.rule + u": "_s + violation.words);
        return words;
    }

    SystemClock m_clock;
    Translator m_translator;
    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<TenderDesk> m_tenders;
    std::unique_ptr<BoxOffice> m_office;
    std::unique_ptr<DeskModel> m_desk;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<Ground> m_ground;
    ShiftPage *m_page = nullptr;
    qint64 m_total = 0; ///< of the last sale beside
};

QTEST_MAIN(DeskShiftTest)
#include "DeskShiftTest.moc"
