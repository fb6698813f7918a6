#include "OpenKiosk.h"
#include "app/HubHouse.h"
#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "items/VisitModel.h"
#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "services/TerminalAuthority.h"
#include "sync/EnrolThread.h"
#include "sync/HubThread.h"
#include "ui/screens/Screen.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/DigitsField.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/StatusLine.h"
#include "ui/widgets/TypedField.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// With the events that it takes to come.
template <typename T>
T got(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    return future.result().value();
}

struct Look {
    QSize size{1080, 1920};
    QString language = u"en"_s;
    int text = 100;
};

/// The kiosk's program on a data folder, as its main() composes it.
class Program
{
public:
    explicit Program(const QString &data, const Look &look = {})
        : m_folder(data), m_card(TenderKind::Card, m_folder.simulatorMemory(u"card"_s), {})
    {
        const auto hub = Node::open(m_folder).value()->hub();
        auto *terminal = hub ? new TerminalAuthority : nullptr;
        auto authority = terminal ? std::unique_ptr<Authority>(terminal) : std::make_unique<RootAuthority>();
        m_shop = Shop::open(data, m_clock, std::move(authority)).value();
        if (hub)
            m_thread = std::make_unique<HubThread>(
                *m_shop, *terminal, *hub, DeviceKey::load(m_folder.deviceKey(), false).value(), m_folder);
        m_desk.emplace(*m_shop, QList<TenderDevice *>{&m_card});
        m_enroller.emplace(*m_shop, m_folder);
        m_visit.emplace(*m_shop, *m_desk, &*m_enroller);
        m_kiosk.emplace(
            *m_visit, Theme(ThemeKind::Dark, 2.75, look.text, Place::Kiosk, Motion::Reduced), look.size, look.language);
        if (!QTest::qWaitFor([this] { return m_visit->programme().isLoaded(); }))
            qFatal("the program doesn't start");
    }

    VisitModel &visit() { return *m_visit; }
    Shop &shop() { return *m_shop; }
    KioskWindow &window() { return m_kiosk->window; }

    /// One that can be seen, by its object name or its words.
    Pressable *button(const QString &name)
    {
        for (auto *button : window().findChildren<Pressable *>())
            if (button->isVisible() && (button->text() == name || button->objectName() == name))
                return button;
        return nullptr;
    }
    void press(const QString &name)
    {
        Pressable *found = nullptr;
        if (!QTest::qWaitFor([&] { return (found = button(name)) && found->isEnabled(); }, 10'000))
            qFatal("nothing to press is called %s", qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    bool says(const QString &text)
    {
        const auto labels = window().findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text().contains(text); });
    }
    QString status() { return window().findChild<StatusLine *>()->accessibleName(); }
    QString field(const QString &name) { return button(name)->accessibleDescription(); }
    /// Into whatever has the focus, as a person types.
    void keys(const QString &text)
    {
        for (const QChar each : text)
            QTest::keyClick(window().windowHandle(), each.toLatin1());
    }
    void touch(const QString &text)
    {
        for (const QChar each : text)
            press(QString(each));
    }

    void openCorner(const QString &name, const QString &pin)
    {
        window().activateWindow();
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        if (m_visit->step() != Step::StaffSignIn)
            qFatal("no way to the staff's corner");
        if (!QTest::qWaitFor([&] { return !m_visit->staff().names().isEmpty(); }))
            qFatal("nobody may come in");
        if (m_visit->staff().names().size() > 1)
            press(name);
        touch(pin);
        press(m_kiosk->translator.language() == u"ko"_s ? u"확인"_s : u"OK"_s);
        if (!QTest::qWaitFor([&] { return m_visit->step() == Step::StaffCorner && m_visit->staff().totals(); }, 10'000))
            qFatal("the corner stays closed to %s", qPrintable(name));
    }
    void openEnrolment(const QString &name, const QString &pin)
    {
        openCorner(name, pin);
        press(u"side"_s);
    }
    void picture(const QString &name)
    {
        QTest::qWait(200);
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            window().grab().save(folder + u"/enrol-"_s + name + u".png"_s);
    }

private:
    SystemClock m_clock;
    DataFolder m_folder;
    SimulatedTenderDevice m_card;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<HubThread> m_thread;
    std::optional<TenderDesk> m_desk;
    std::optional<EnrolThread> m_enroller;
    std::optional<VisitModel> m_visit;
    std::optional<OpenKiosk> m_kiosk;
};
} // namespace

/// A kiosk that joins a house at its own screen, with a hub that runs; and what its staff see of that hub from then on.
class EnrolScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_house.setUp();
    }
    void init()
    {
        ++m_number;
        m_pin = HubHouse::must({u"init"_s, u"--data"_s, data()}).lastLine();
    }

    void aMachineJoins_data();
    void aMachineJoins();
    void lookAlikesAreTakenAsTheyAreMeant();
    void aWrongCodeIsToldAndTheNextOneMayBeRight();
    void whereNoHubAnswersNothingChanges();
    void whoWaitsMayCancel();
    void aWaitIsNoIdling();
    void anotherMachineIsReachedByHttpsOnly();
    void aClerkMayNot();
    void aSupervisorSeesNoManagersPin();
    void aMachineThatHasSoldIsTold();
    void whoeverLeavesAfterJoiningStartsTheProgramAnew();
    void aCutShortEnrolmentIsFinishedByTheNextStart();
    void whoseEnrolmentIsOverJoinsAgain();
    void theCornerTellsHowTheHubIs();
    void everyStateIsSeen_data();
    void everyStateIsSeen();

private:
    QString data() const { return m_house.terminal(m_number); }
    QString kiosk() const { return HubHouse::nameOf(m_number); }
    QString host() const { return m_house.url().toString().mid(int(qstrlen("http://"))); }
    QString addStaff(const QString &name, const QString &role)
    {
        return HubHouse::must({u"staff"_s, u"add"_s, name, u"--role"_s, role, u"--data"_s, data()}).lastLine();
    }
    QString role() const { return HubHouse::status(data())[u"role"].toString(); }

    HubHouse m_house;
    int m_number = 0;
    QString m_pin; ///< of this machine's manager
};

void EnrolScreenTest::aMachineJoins_data()
{
    QTest::addColumn<bool>("byTouch");
    QTest::newRow("by touch") << true;
    QTest::newRow("by keys") << false;
}

void EnrolScreenTest::aMachineJoins()
{
    QFETCH(bool, byTouch);
    QString newPin;
    {
        Program program(data());
        program.openCorner(u"manager"_s, m_pin);
        QVERIFY(program.says(u"This machine sells on its own"_s));
        QCOMPARE(program.button(u"side"_s)->text(), u"Join a house"_s);
        program.press(u"side"_s);
        QVERIFY(!program.button(u"main"_s)->isEnabled());
        const QString code = m_house.code(m_number);
        if (byTouch) {
            program.touch(host());
            program.press(u"code"_s);
            program.touch(code);
            program.press(u"erase"_s);
            program.touch(code.right(1));
            QCOMPARE(program.field(u"address"_s), host());
            program.press(u"main"_s);
        } else {
            program.keys(host());
            QTest::keyClick(program.window().windowHandle(), Qt::Key_Return);
            program.keys(code);
            QTest::keyClick(program.window().windowHandle(), Qt::Key_Return);
        }
        QSignalSpy anew(&program.visit(), &VisitModel::startAnewWanted);
        QTRY_VERIFY_WITH_TIMEOUT(program.says(u"This machine is “%1” now"_s.arg(kiosk())), 10'000);
        QVERIFY(program.says(m_house.url().toString()));
        QCOMPARE(program.visit().enrol().joined()->pins.size(), 1);
        newPin = program.visit().enrol().joined()->pins.constFirst().pin;
        const auto pins = program.window().currentScreen()->findChildren<DigitsField *>();
        QVERIFY(pins.size() == 1 && pins.constFirst()->accessibleDescription() == newPin);
        QVERIFY(!program.button(u"Back"_s)->isEnabled()); // nothing is sold until the program starts anew
        QCOMPARE(anew.size(), 0);
        program.press(u"Start anew"_s);
        QCOMPARE(anew.size(), 1);
    }
    QCOMPARE(role(), u"terminal"_s);
    Program program(data());
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().hub().state()->reach == Reach::Online, 5'000);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().programme().offers().size() > 20, 5'000);
    program.openCorner(u"manager"_s, newPin);
    QVERIFY(program.says(kiosk()) && program.says(m_house.url().toString()));
    QVERIFY(!program.button(u"side"_s));
    verifyClean(data());
}

void EnrolScreenTest::lookAlikesAreTakenAsTheyAreMeant()
{
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.press(u"code"_s);
    program.keys(u"oO-iI.lL u9-abcd"_s.remove(u' '));
    QCOMPARE(program.visit().enrol().code(), u"0011119ABCD"_s);
    QCOMPARE(program.field(u"code"_s), u"0011-119A-BCD"_s);
    program.keys(u"zz"_s);
    QCOMPARE(program.field(u"code"_s), u"0011-119A-BCDZ"_s); // no longer than a code is
    const QString code = m_house.code(m_number);
    for (int i = 0; i < EnrolModel::codeLength; ++i)
        QTest::keyClick(program.window().windowHandle(), Qt::Key_Backspace);
    QCOMPARE(program.visit().enrol().code(), QString());
    program.keys(code.toLower().replace(u'0', u'o').replace(u'1', u'l'));
    program.press(u"address"_s);
    program.keys(host() + u'/');
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().enrol().joined(), 10'000);
}

void EnrolScreenTest::aWrongCodeIsToldAndTheNextOneMayBeRight()
{
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.keys(host());
    program.press(u"code"_s);
    program.keys(u"000000000000"_s);
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.says(u"This code is wrong, used or too old"_s), 10'000);
    QCOMPARE(program.visit().enrol().code(), QString());
    QCOMPARE(program.visit().enrol().address(), host());
    QCOMPARE(role(), u"alone"_s);
    const QString code = m_house.code(m_number);
    program.keys(code);
    QVERIFY(!program.says(u"This code is wrong"_s));
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().enrol().joined(), 10'000);
    ++m_number; // somebody has used it
    const QString pin = HubHouse::must({u"init"_s, u"--data"_s, data()}).lastLine();
    Program other(data());
    other.openEnrolment(u"manager"_s, pin);
    other.keys(host());
    other.press(u"code"_s);
    other.keys(code);
    other.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(other.says(u"This code is wrong, used or too old"_s), 10'000);
}

void EnrolScreenTest::whereNoHubAnswersNothingChanges()
{
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.keys(u"127.0.0.1:1"_s);
    program.press(u"code"_s);
    program.keys(u"7KQ4MW2P9DXA"_s);
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.says(u"No hub answers at http://127.0.0.1:1"_s), 10'000);
    QCOMPARE(program.visit().enrol().code(), u"7KQ4MW2P9DXA"_s); // it may be right
    QVERIFY(program.button(u"main"_s)->isEnabled());
    QCOMPARE(role(), u"alone"_s);
    program.press(u"Back"_s);
    QCOMPARE(program.visit().step(), Step::StaffCorner);
    program.press(u"Leave"_s);
    QCOMPARE(program.visit().step(), Step::Attract);
    program.visit().touch();
    QCOMPARE(program.visit().step(), Step::SignIn); // it sells on, alone
}

void EnrolScreenTest::whoWaitsMayCancel()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.keys(u"127.0.0.1:%1"_s.arg(silent.serverPort()));
    program.press(u"code"_s);
    program.keys(u"7KQ4MW2P9DXA"_s);
    program.press(u"main"_s);
    QVERIFY(program.says(u"Asking the hub"_s));
    QVERIFY(silent.waitForNewConnection(5'000));
    QVERIFY(!program.button(u"Back"_s)->isEnabled());
    program.press(u"Cancel"_s);
    QTRY_VERIFY(!program.visit().enrol().isBusy());
    QVERIFY(!program.visit().problem());
    QVERIFY(program.button(u"code"_s) && program.button(u"main"_s)->isEnabled());
    QCOMPARE(role(), u"alone"_s);
}

void EnrolScreenTest::aWaitIsNoIdling()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.keys(u"127.0.0.1:%1"_s.arg(silent.serverPort()));
    program.press(u"code"_s);
    program.keys(u"7KQ4MW2P9DXA"_s);
    program.press(u"main"_s);
    program.visit().startOver();
    program.visit().back();
    program.visit().finish();
    QCOMPARE(program.visit().step(), Step::StaffEnrol);
    QVERIFY(program.visit().enrol().isBusy() && program.visit().enrol().timeLeft() > 15s);
}

void EnrolScreenTest::anotherMachineIsReachedByHttpsOnly()
{
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.press(u"code"_s);
    program.keys(u"7KQ4MW2P9DXA"_s);
    program.press(u"address"_s);
    program.keys(u"http://hub.example"_s);
    QVERIFY(program.says(u"https only"_s));
    QVERIFY(!program.button(u"main"_s)->isEnabled() && !program.button(u"accept"_s)->isEnabled());
    program.visit().enrol().setAddress(u"hub.example:8443"_s);
    QVERIFY(program.says(u"This machine will ask https://hub.example:8443"_s));
    QVERIFY(program.button(u"main"_s)->isEnabled());
}

void EnrolScreenTest::aClerkMayNot()
{
    const QString pin = addStaff(u"Lee"_s, u"clerk"_s);
    Program program(data());
    program.openCorner(u"Lee"_s, pin);
    QVERIFY(!program.button(u"side"_s)->isEnabled());
    program.visit().wantEnrolment();
    QCOMPARE(program.visit().step(), Step::StaffCorner);
}

void EnrolScreenTest::aSupervisorSeesNoManagersPin()
{
    const QString pin = addStaff(u"Sue"_s, u"supervisor"_s);
    Program program(data());
    program.openEnrolment(u"Sue"_s, pin);
    program.keys(host());
    program.press(u"code"_s);
    program.keys(m_house.code(m_number));
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().enrol().joined(), 10'000);
    QCOMPARE(program.visit().enrol().joined()->pins.size(), 1);
    QCOMPARE(program.visit().enrol().joined()->pins.constFirst().who.name, u"Sue"_s);
    QVERIFY(program.says(u"foyerctl staff pin"_s) && !program.says(u"manager · "_s));
    const QString made = HubHouse::must({u"staff"_s, u"pin"_s, u"manager"_s, u"--data"_s, data()}).lastLine();
    program.press(u"Start anew"_s);
    QCOMPARE(made.size(), 6);
}

void EnrolScreenTest::aMachineThatHasSoldIsTold()
{
    ++m_number;
    const QString pin = HubHouse::must({u"init"_s, u"--demo"_s, u"--data"_s, data()}).lastLine();
    Program program(data());
    program.openEnrolment(u"manager"_s, pin);
    QTRY_VERIFY(program.says(u"This machine has sold tickets on its own"_s)); // before anything was typed
    program.keys(host());
    program.press(u"code"_s);
    program.keys(u"7KQ4MW2P9DXA"_s);
    QVERIFY(!program.button(u"main"_s)->isEnabled());
    QCOMPARE(role(), u"alone"_s);
}

void EnrolScreenTest::whoeverLeavesAfterJoiningStartsTheProgramAnew()
{
    Program program(data());
    program.openEnrolment(u"manager"_s, m_pin);
    program.keys(host());
    program.press(u"code"_s);
    program.keys(m_house.code(m_number));
    program.press(u"main"_s);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().enrol().joined(), 10'000);
    QSignalSpy anew(&program.visit(), &VisitModel::startAnewWanted);
    program.visit().startOver();
    program.visit().back();
    QCOMPARE(anew.size(), 2);
    QCOMPARE(program.visit().step(), Step::StaffEnrol);
    Q_EMIT program.shop().broken(Error{Error::Kind::Full, {}});
    QCOMPARE(program.visit().step(), Step::OutOfService);
    QVERIFY(program.visit().enrol().joined()->pins.isEmpty());
    program.visit().wantStaff();
    QCOMPARE(anew.size(), 3);
}

/// The power fails once the database is a terminal's, before the house's key is where it belongs.
void EnrolScreenTest::aCutShortEnrolmentIsFinishedByTheNextStart()
{
    const DataFolder folder(data());
    const QByteArray own = contentOf(folder.houseKey());
    {
        Program program(data());
        program.openEnrolment(u"manager"_s, m_pin);
        program.keys(host());
        program.press(u"code"_s);
        program.keys(m_house.code(m_number));
        program.press(u"main"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.visit().enrol().joined(), 10'000);
    }
    const QByteArray house = contentOf(folder.houseKey());
    QVERIFY(house != own && house == contentOf(DataFolder(m_house.hub()).houseKey()));
    written(folder.houseKey(), own);
    written(folder.houseKey() + u".next"_s, house);
    Program program(data());
    QCOMPARE(contentOf(folder.houseKey()), house);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().hub().state()->reach == Reach::Online, 5'000);
}

void EnrolScreenTest::whoseEnrolmentIsOverJoinsAgain()
{
    const QString pin = HubHouse::must(
        {u"enrol"_s, u"--data"_s, data(), u"--hub"_s, m_house.url().toString(), u"--code"_s, m_house.code(m_number)})
                            .lastLine();
    m_house.sync(m_number);
    {
        Program program(data());
        QTRY_COMPARE_WITH_TIMEOUT(program.visit().hub().state()->reach, Reach::Online, 5'000);
        program.openCorner(u"manager"_s, pin);
        QVERIFY(!program.button(u"side"_s));
        m_house.revoke(kiosk());
        QTRY_COMPARE_WITH_TIMEOUT(program.visit().hub().state()->reach, Reach::Ended, 60'000);
        program.press(u"side"_s);
        QTRY_COMPARE(program.field(u"address"_s), m_house.url().toString());
        program.press(u"code"_s);
        program.keys(m_house.code(m_number));
        program.press(u"main"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.says(u"This machine is “%1” now"_s.arg(kiosk())), 10'000);
        program.picture(u"again"_s);
    }
    Program program(data());
    QTRY_COMPARE_WITH_TIMEOUT(program.visit().hub().state()->reach, Reach::Online, 5'000);
    verifyClean(data());
}

void EnrolScreenTest::theCornerTellsHowTheHubIs()
{
    const QString pin = HubHouse::must(
        {u"enrol"_s, u"--data"_s, data(), u"--hub"_s, m_house.url().toString(), u"--code"_s, m_house.code(m_number)})
                            .lastLine();
    m_house.sync(m_number);
    m_house.allot(m_number, 2);
    Program program(data());
    const auto zone = [&] { return QTimeZone(program.visit().settings().timeZone); };
    const auto now = [&] { return SystemClock().utc().toTimeZone(zone()).toString(u"HH:mm"_s); };
    program.openCorner(u"manager"_s, pin);
    QTRY_VERIFY_WITH_TIMEOUT(program.status().startsWith(u"Online since "_s), 5'000);
    QVERIFY(program.status().contains(u" · data less than a minute old\n"_s));
    QTRY_VERIFY(program.status().endsWith(u" · nothing waiting"_s));
    QTRY_VERIFY(program.visit().hub().seatsHere() > 0);
    const auto seats = [](int count) { return u"\n%1 seats without the hub · "_s.arg(count); };
    QTRY_VERIFY(program.status().contains(seats(program.visit().hub().seatsHere())));

    m_house.kill();
    const QString killed = now();
    const auto offline = [](const QString &at) { return u"Offline since %1 · "_s.arg(at); };
    QTRY_VERIFY_WITH_TIMEOUT(
        program.status().startsWith(offline(killed)) || program.status().startsWith(offline(now())), 2'000);

    const TokenPass pass = got(program.shop().continueAsGuest()).pass; // entries that nobody hears
    QTRY_VERIFY_WITH_TIMEOUT(program.status().contains(QRegularExpression(u"\\d entr\\w+ waiting$"_s)), 2'000);
    const auto offers = got(program.shop().dates(pass));
    const auto offer = std::find_if(offers.begin(), offers.end(), [](const auto &o) { return o.isBookable(); });
    QVERIFY(offer != offers.end());
    const SeatsOfDate map = got(program.shop().seats(pass, offer->performance.key));
    const int before = program.visit().hub().seatsHere();
    const SeatIndex seat{int(map.shown.indexOf(SeatShown::Free))};
    QCOMPARE(got(program.shop().hold(pass, offer->performance.key, {seat})).seats.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(program.status().contains(seats(before - 1)), 2'000); // somebody else has it

    m_house.start();
    QTRY_VERIFY_WITH_TIMEOUT(program.status().startsWith(u"Online since "_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(program.status().endsWith(u" · nothing waiting"_s), 2'000);
    program.press(u"Leave"_s);
    QCOMPARE(program.status(), u"Online"_s); // all that a customer needs to know
}

void EnrolScreenTest::everyStateIsSeen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("text");
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080)})
        for (const QString &language : {u"ko"_s, u"en"_s})
            for (const int text : {100, 200})
                QTest::addRow("%dx%d-%s-%d", size.width(), size.height(), qPrintable(language), text)
                    << size << language << text;
}

void EnrolScreenTest::everyStateIsSeen()
{
    if (qEnvironmentVariableIsEmpty("FOYER_PICTURES"))
        QSKIP("FOYER_PICTURES names no folder");
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, text);
    const Look look{size, language, text};
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    const QString pin = addStaff(u"김서연"_s, u"manager"_s);
    addStaff(u"Lee"_s, u"clerk"_s);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QString newPin;
    {
        Program program(data(), look);
        program.openCorner(u"김서연"_s, pin);
        program.picture(u"1-alone-"_s + row);
        program.press(u"side"_s);
        program.picture(u"2-empty-"_s + row);
        EnrolModel &enrol = program.visit().enrol();
        enrol.setAddress(u"http://hub.foyer.example"_s);
        program.press(u"code"_s);
        enrol.setCode(u"7kq4-mw2"_s);
        program.picture(u"3-typed-"_s + row);
        enrol.setAddress(u"127.0.0.1:%1"_s.arg(silent.serverPort()));
        enrol.setCode(u"7kq4-mw2p-9dxa"_s);
        program.press(u"main"_s);
        program.picture(u"4-asking-"_s + row);
        enrol.giveUp();
        QTRY_VERIFY(!enrol.isBusy());
        enrol.setAddress(u"127.0.0.1:1"_s);
        enrol.enrol();
        QTRY_VERIFY(program.visit().problem());
        program.picture(u"5-unreachable-"_s + row);
        enrol.setAddress(host());
        enrol.setCode(m_house.code(m_number));
        enrol.enrol();
        QTRY_VERIFY_WITH_TIMEOUT(enrol.joined(), 10'000);
        for (const NewPin &each : enrol.joined()->pins)
            if (each.who.name == u"김서연"_s)
                newPin = each.pin;
        program.picture(u"6-joined-"_s + row);
    }
    m_house.sync(m_number);
    m_house.allot(m_number, 2);
    Program program(data(), look);
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().hub().state()->reach == Reach::Online, 5'000);
    program.openCorner(u"김서연"_s, newPin);
    QTRY_VERIFY(program.visit().hub().seatsHere() > 0);
    program.picture(u"7-online-"_s + row);
    m_house.kill();
    QTRY_VERIFY_WITH_TIMEOUT(program.visit().hub().state()->reach == Reach::Offline, 5'000);
    program.shop().continueAsGuest().waitForFinished();
    program.picture(u"8-offline-"_s + row);
    m_house.start();
}

QTEST_MAIN(EnrolScreenTest)
#include "EnrolScreenTest.moc"
