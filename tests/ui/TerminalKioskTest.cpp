#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "items/DatesModel.h"
#include "services/TerminalAuthority.h"
#include "support/Journey.h"
#include "ui/screens/OfferWords.h"
#include "ui/widgets/HeadBar.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/StatusLine.h"

#include <QAccessible>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// A kiosk that is a terminal: without its hub it sells what lies here, says so, and calls nothing else sold; with it,
/// it says where the rest of a customer's money is.
class TerminalKioskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
    }

    void itSaysWhatItCanSell_data() { languagesAndSizes(); }
    void itSaysWhatItCanSell()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        auto authority = std::make_unique<TerminalAuthority>();
        TerminalAuthority &hub = *authority;
        DemoShop demo(*m_folder, {}, std::move(authority));
        const auto offers = DemoShop::must(demo.shop().programme());
        const QDateTime since = SystemClock().utc();
        demo.shop().setHubState({Reach::Offline, since, 3});
        const PerformanceKey hall = offers.constFirst().performance.key;
        demo.allot(hall, {SeatIndex(300), SeatIndex(301), SeatIndex(302)});
        OpenKiosk kiosk(demo.visit(), Theme(ThemeKind::Dark, 2.75, 100, Place::Kiosk, Motion::Reduced), size, language);
        QTRY_COMPARE(demo.visit().hub().seatsHere(), 3);
        const auto *line = kiosk.window.findChild<StatusLine *>();
        const auto said = [line] {
            return QAccessible::queryAccessibleInterface(const_cast<StatusLine *>(line))->text(QAccessible::Name);
        };
        const QString at = since.toTimeZone(QTimeZone("Asia/Seoul")).toString(u"HH:mm"_s);
        const QString offline = language == u"ko"_s ? u"%1부터 오프라인: 여기서 3석을 살 수 있습니다"_s
                                                    : u"Offline since %1: 3 seats can be sold here"_s;
        QTRY_COMPARE(said(), offline.arg(at));

        demo.visit().touch();
        demo.visit().continueAsGuest();
        QTRY_COMPARE(demo.visit().step(), Step::Dates);
        QTRY_VERIFY(demo.visit().dates().rowCount() > 5);
        int bookable = 0;
        for (int i = 0; i < demo.visit().dates().rowCount(); ++i) {
            const auto offer = demo.visit().dates().index(i).data(DatesModel::OfferRole).value<PerformanceOffer>();
            QVERIFY(offer.isHereOnly && !offer.isSoldOut());
            bookable += offer.isBookable();
        }
        QCOMPARE(bookable, 1);
        save(kiosk.window, u"dates-"_s + language);
        demo.visit().chooseDate(hall);
        QTRY_COMPARE(demo.visit().step(), Step::Seats);
        QTRY_VERIFY(demo.visit().seats().date());
        QCOMPARE(demo.visit().seats().shown(SeatIndex(300)), SeatShown::Free);
        QCOMPARE(demo.visit().seats().shown(SeatIndex(310)), SeatShown::NotHere);
        QTest::qWait(400);
        save(kiosk.window, u"seats-"_s + language);

        hub.setReachable(true);
        demo.shop().setHubState({Reach::Online, SystemClock().utc(), 0});
        QTRY_COMPARE(said(), language == u"ko"_s ? u"온라인"_s : u"Online"_s);
        QTRY_COMPARE(demo.visit().seats().shown(SeatIndex(310)), SeatShown::Free);
    }

    void theWalletNamesTheTerminalThatHoldsTheRest_data() { languagesAndSizes(); }
    void theWalletNamesTheTerminalThatHoldsTheRest()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        auto authority = std::make_unique<TerminalAuthority>();
        authority->setReachable(true);
        authority->setHouse(houseOf({u"Lobby <1>"_s, {23'000, {}}}));
        DemoShop demo(*m_folder, {}, std::move(authority));
        demo.shop().setHubState({Reach::Online, SystemClock().utc(), 0});
        const PerformanceKey hall = DemoShop::must(demo.shop().programme()).constFirst().performance.key;
        demo.allot(hall, {SeatIndex(300)});
        OpenKiosk kiosk(
            demo.visit(), Theme(ThemeKind::Light, 2.75, 100, Place::Kiosk, Motion::Reduced), size, language);
        demo.visit().touch();
        demo.visit().signIn(u"010-4821-0007"_s, u"2580"_s);
        QTRY_COMPARE(demo.visit().step(), Step::Dates);
        QTRY_VERIFY(demo.visit().dates().isLoaded());
        demo.visit().chooseDate(hall);
        QTRY_VERIFY(demo.visit().seats().date());
        demo.visit().seats().toggle(SeatIndex(300));
        QTRY_VERIFY(demo.visit().seats().hold());
        demo.visit().confirmSeats();
        QTRY_VERIFY(demo.visit().checkout().balance());
        demo.visit().checkout().confirmAge();
        demo.visit().openWallet();
        QTRY_COMPARE(demo.visit().step(), Step::Wallet);
        const QString expected =
            language == u"ko"_s ? u"₩23,000이 더 “Lobby <1>”에 있습니다. 그곳의 이용이 끝나면 이 화면으로 옮겨집니다."_s
                                : u"₩23,000 more is with “Lobby <1>”. It comes here when your visit there has ended."_s;
        const QList<Label *> labels = kiosk.window.findChildren<Label *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text() == expected; }));
        save(kiosk.window, u"wallet-"_s + language);
    }

private:
    static void languagesAndSizes()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("ko, upright") << u"ko"_s << QSize(1080, 1920);
        QTest::newRow("en, wide") << u"en"_s << QSize(1920, 1080);
    }

    /// A hub that knows everybody, lets them in at once, and has nothing of their money itself.
    static HouseDesk houseOf(const HeldElsewhere &held)
    {
        HouseDesk desk;
        const Member member{
            {QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, {QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, {}, {}, u"0007"_s};
        desk.signIn = [member](const SignInRequest &request, const auto &then) {
            Member found = member;
            found.phone = request.subject;
            then(found);
        };
        desk.enter = [held](const TokenRequest &request, const auto &then) {
            HouseVisit visit;
            visit.place = {request.id, {houseToday(), {}, 1}, TokenState::Admitted, 0, {}, 0};
            visit.elsewhere = {held};
            then(visit);
        };
        return desk;
    }

    static void save(QWidget &window, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            window.grab().save(folder + u"/terminal-"_s + name + u".png"_s);
    }

    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(TerminalKioskTest)
#include "TerminalKioskTest.moc"
