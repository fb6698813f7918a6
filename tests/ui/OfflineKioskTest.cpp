#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "items/DatesModel.h"
#include "services/TerminalAuthority.h"
#include "support/Journey.h"
#include "ui/screens/OfferWords.h"
#include "ui/widgets/HeadBar.h"
#include "ui/widgets/StatusLine.h"

#include <QAccessible>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// A terminal whose hub can't be reached: it sells what lies here, says so, and calls nothing else sold.
class OfflineKioskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
    }

    void itSaysWhatItCanSell_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("ko, upright") << u"ko"_s << QSize(1080, 1920);
        QTest::newRow("en, wide") << u"en"_s << QSize(1920, 1080);
    }
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

private:
    static void save(QWidget &window, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            window.grab().save(folder + u"/offline-"_s + name + u".png"_s);
    }

    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(OfflineKioskTest)
#include "OfflineKioskTest.moc"
