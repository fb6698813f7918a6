#include "devices/Printer.h"
#include "documents/Fonts.h"
#include "support/DeskShop.h"
#include "ui/desk/DeskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "wording/Translator.h"

#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// Remembers what it was given.
class Tray final : public Printer
{
public:
    bool isDemo() const override { return true; }
    void print(const PrintJob &job) override { names.append(job.name); }
    QStringList names;
};

/// A desk's window under a clerk's fingers. Kim is a clerk (246810), Park a supervisor (135790).
class OpenDesk
{
public:
    explicit OpenDesk(DeskShop &shop, const QSize &size = {1280, 800}, const QString &language = u"en"_s)
        : m_shop(shop)
    {
        translator.use(language);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk, Motion::Reduced));
        window.emplace(shop.desk(), tray, translator);
        window->resize(size);
        window->QWidget::show();
        QTest::qWait(50);
    }
    void keys(const QString &text) { QTest::keyClicks(window->focusWidget(), text); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : &*window, key, modifiers);
    }
    bool signIn(const QString &pin = u"246810"_s)
    {
        if (!QTest::qWaitFor([&] { return !m_shop.desk().staff().isEmpty() && m_shop.desk().programme().isLoaded(); }))
            return false;
        keys(pin);
        key(Qt::Key_Return);
        return QTest::qWaitFor([&] { return m_shop.desk().member().has_value(); });
    }
    /// The first date on the list.
    bool openDate(const QString &typed = {})
    {
        keys(typed);
        key(Qt::Key_Return);
        return QTest::qWaitFor([&] { return m_shop.sale().seats().date().has_value(); });
    }
    bool waitForSeats(int count)
    {
        return QTest::qWaitFor([&] {
            return m_shop.sale().canTake() && m_shop.sale().seats().hold()->seats.size() == count;
        });
    }
    void save(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            window->grab().save(u"%1/%2.png"_s.arg(folder, name));
        }
    }

    Tray tray;
    Translator translator;
    std::optional<DeskWindow> window;

private:
    DeskShop &m_shop;
};
} // namespace

/// Selling at a counter, by the keyboard alone.
class DeskSellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, u"135790"_s);
    }

    void aWalkUpIsServedInFourKeys()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        desk.save(u"sign-in"_s);
        QVERIFY(desk.signIn());
        desk.save(u"dates"_s);
        QVERIFY(desk.openDate());
        desk.save(u"hall"_s);
        desk.keys(u"2 S"_s);
        desk.save(u"typed"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.waitForSeats(2));
        desk.save(u"chosen"_s);
        desk.key(Qt::Key_F9);
        desk.save(u"cash"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.tray.names.size(), 1);
        desk.save(u"sold"_s);
        QVERIFY(shop.audit().violations.isEmpty());
    }

private:
    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(DeskSellTest)
#include "DeskSellTest.moc"
