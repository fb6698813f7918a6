#include "Misfits.h"
#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "support/Journey.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/SeatMapView.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr double density = 2.75;

/// Every word 40 % longer: what German or Finnish would ask for.
class LongerWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QStringList words;
        for (const QString &word : QString::fromUtf8(source).split(u' '))
            words.append(word.contains(u'%') ? word : word + QString((word.size() * 2 + 4) / 5, u'm'));
        return words.join(u' ');
    }
};

/// Where rows of a list were painted, one entry a place.
class PlacesSeen final : public QObject
{
public:
    QHash<QWidget *, QList<QPoint>> places;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (auto *row = qobject_cast<OfferRow *>(watched); row && event->type() == QEvent::Paint)
            if (const QPoint at = row->mapTo(row->window(), QPoint()); !places[row].contains(at))
                places[row].append(at);
        return false;
    }
};
} // namespace

/// The kiosk's window as a whole, on every step of a purchase.
class KioskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
        m_folder->addStaff(u"Kim"_s, Role::Manager, u"246810"_s);
        m_folder->addStaff(u"Lee"_s, Role::Clerk, u"135791"_s);
    }
    void cleanup() { qApp->removeTranslator(&m_longer); }

    void noWordIsCutAndEveryTargetIsLargeEnough_data();
    void noWordIsCutAndEveryTargetIsLargeEnough();
    void everyControlIsReachedByTabAndNamed();
    void datesStandStillFromWhenTheyAreSeen();
    void randomHandsLeaveNothingBehind();

private:
    void press(Qt::Key key) { QTest::keyClick(m_kiosk->window.windowHandle(), key); } // to where the focus is
    QStringList misfits(const QString &where) const { return misfitsOnceLaidOut(m_kiosk->window, where); }
    void open(QSize size, const QString &language, int textPercent)
    {
        const bool isSmall = size.width() < 1'400 && size.height() < 1'400;
        m_kiosk.reset();
        m_shop = std::make_unique<DemoShop>(*m_folder, SimulatorScript{.delay = std::chrono::milliseconds(30)});
        if (language == u"longer"_s)
            qApp->installTranslator(&m_longer); // asked after the kiosk's own English, which has plurals only
        m_kiosk = std::make_unique<OpenKiosk>(m_shop->visit(),
            Theme(ThemeKind::Dark, isSmall ? density * 2 / 3 : density, textPercent), size,
            language == u"ko"_s ? u"ko"_s : u"en"_s);
        Journey(*m_shop).goTo(Step::Attract);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    LongerWords m_longer;
    std::unique_ptr<OpenKiosk> m_kiosk;
};

void KioskTest::noWordIsCutAndEveryTargetIsLargeEnough_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("textPercent");
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 800)})
        for (const QString &language : {u"ko"_s, u"en"_s, u"longer"_s})
            for (const int textPercent : {100, 200})
                QTest::addRow("%dx%d %s %d %%", size.width(), size.height(), qPrintable(language), textPercent)
                    << size << language << textPercent;
}

void KioskTest::noWordIsCutAndEveryTargetIsLargeEnough()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, textPercent);
    QStringList wrong;
    for (const Step step :
        {Step::Attract, Step::SignIn, Step::Register, Step::Queue, Step::Dates, Step::Seats, Step::Checkout,
            Step::Wallet, Step::Tender, Step::Ticket, Step::StaffSignIn, Step::StaffCorner, Step::StaffEnrol}) {
        open(size, language, textPercent);
        Journey(*m_shop).goTo(step);
        wrong += misfits(nameOf(step));
        if (step == Step::Seats || step == Step::Checkout) {
            StaffCallModel &call = m_shop->visit().call();
            call.call();
            wrong += misfits(nameOf(step) + u", staff called"_s);
            call.ask();
            Journey::waitFor([&] { return m_shop->visit().staff().names().size() == 2; });
            wrong += misfits(nameOf(step) + u", staff asked for a PIN"_s);
        }
        if (step == Step::Ticket) {
            Journey(*m_shop).holdTicketToScanner();
            wrong += misfits(nameOf(Step::Tickets));
            m_shop->visit().tickets().askCancel();
            wrong += misfits(nameOf(Step::Tickets) + u", asked whether they mean it"_s);
        }
        QCOMPARE(m_kiosk->window.size(), size);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 12).join(u'\n')));
}

void KioskTest::everyControlIsReachedByTabAndNamed()
{
    for (const Step step : {Step::Attract, Step::SignIn, Step::Register, Step::Queue, Step::Dates, Step::Tickets,
             Step::Seats, Step::Checkout, Step::Wallet, Step::Tender, Step::Ticket, Step::StaffSignIn,
             Step::StaffCorner, Step::StaffEnrol}) {
        open({1080, 1920}, u"en"_s, 100);
        Journey(*m_shop).goTo(step);
        m_kiosk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_kiosk->window));
        QSet<QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            press(Qt::Key_Tab);
            if (QWidget *focused = m_kiosk->window.focusWidget())
                reached.insert(focused);
        }
        for (QWidget *widget : shown(m_kiosk->window)) {
            if (!qobject_cast<Pressable *>(widget) || !widget->isEnabled())
                continue;
            QVERIFY2(!spokenName(widget).isEmpty(), qPrintable(nameOf(step)));
            const bool byArrows = widget->focusPolicy() == Qt::NoFocus; // a map's or a keypad's own keys
            QVERIFY2(byArrows || reached.contains(widget), qPrintable(nameOf(step) + u": "_s + spokenName(widget)));
        }
    }
}

/// Taps, keys, language switches and idle jumps by the thousand; then the house is at rest and nobody's data is left.
/// A finger that is on its way to a date finds it where it was.
void KioskTest::datesStandStillFromWhenTheyAreSeen()
{
    open({1080, 1920}, u"en"_s, 100);
    PlacesSeen seen;
    qApp->installEventFilter(&seen);
    Journey(*m_shop).goTo(Step::Dates);
    QTRY_VERIFY(!seen.places.isEmpty());
    QTest::qWait(200);
    for (const QList<QPoint> &places : std::as_const(seen.places))
        QCOMPARE(places, places.first(1));
}

void KioskTest::randomHandsLeaveNothingBehind()
{
    open({1080, 1920}, u"ko"_s, 100);
    bool again = false; // FOYER_SEED replays what failed
    const quint32 given = qEnvironmentVariable("FOYER_SEED").toUInt(&again);
    const quint32 seed = again ? given : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QSet<Step> steps;
    for (int i = 0; i < 10'000; ++i) {
        VisitModel &visit = m_shop->visit();
        steps.insert(visit.step());
        QList<QWidget *> all = shown(m_kiosk->window);
        if (random.bounded(4)) // mostly what looks as if it could be pressed, and seldom what leads back
            all.removeIf([&](const QWidget *widget) {
                const bool leadsOn =
                    qobject_cast<const Pressable *>(widget) || qobject_cast<const SeatMapView *>(widget);
                return !leadsOn || (qobject_cast<const FrameBar *>(widget->parentWidget()) &&
                                       widget->objectName() != u"main"_s && random.bounded(8) > 0);
            });
        if (all.isEmpty())
            continue;
        QWidget *hit = all[random.bounded(all.size())];
        switch (random.bounded(12)) {
        case 0: press(Qt::Key(Qt::Key_0 + random.bounded(10))); break;
        case 1: press(Qt::Key_Tab); break;
        case 2: press(Qt::Key_Return); break;
        case 3: m_kiosk->translator.use(random.bounded(2) ? u"ko"_s : u"en"_s); break;
        case 4:
            if (random.bounded(40) == 0)
                visit.startOver();
            break;
        default:
            QTest::mouseClick(hit, Qt::LeftButton, {},
                {random.bounded(std::max(1, hit->width())), random.bounded(std::max(1, hit->height()))});
        }
        QCoreApplication::processEvents();
    }
    QVERIFY2(steps.size() >= 4, QByteArray::number(steps.size()));
    VisitModel &visit = m_shop->visit();
    Journey::waitFor([&] { // a tender ends with its answer, everything else at once
        if (visit.step() == Step::Attract)
            return true;
        visit.step() == Step::Farewell || visit.step() == Step::Ticket ? visit.finish() : visit.startOver();
        return false;
    });
    QVERIFY(!visit.order() && !visit.isMember() && !visit.claim() && !visit.seats().hold());
    QVERIFY(!visit.queue().place() && visit.queue().slipCode().isEmpty());
    const AuditReport report = m_shop->audit();
    QVERIFY2(
        report.clean(), qPrintable(report.violations.isEmpty() ? QString() : report.violations.constFirst().words));
    QCOMPARE(report.count(u"held"), 0);
}

QTEST_MAIN(KioskTest)
#include "KioskTest.moc"
