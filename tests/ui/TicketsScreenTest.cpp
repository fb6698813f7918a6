#include "ui/screens/TicketsScreen.h"
#include "Hands.h"
#include "OpenKiosk.h"
#include "Scanner.h"
#include "documents/Fonts.h"
#include "services/Node.h"
#include "support/Journey.h"
#include "support/TellingAuthority.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/OfferRow.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr double density = 2.75;
const QString phone = u"01048210007"_s;
} // namespace

/// 'My tickets' on the real window: a member's orders and those of a ticket held to the scanner, by touch, by keys and
/// by accessible names, in both languages and on every size.
class TicketsScreenTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    std::unique_ptr<OpenKiosk> m_kiosk;

    enum class LargeText : quint8 { None, Upright, Everywhere };
    static void screens(LargeText large = LargeText::None)
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("textPercent");
        for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 800)})
            for (const QString &language : {u"ko"_s, u"en"_s})
                for (const int textPercent : {100, 200})
                    if (textPercent == 100 || large == LargeText::Everywhere ||
                        (large == LargeText::Upright && size.width() < size.height()))
                        QTest::addRow("%dx%d %s %d %%", size.width(), size.height(), qPrintable(language), textPercent)
                            << size << language << textPercent;
    }
    VisitModel &visit() { return m_shop->visit(); }
    TicketsModel &tickets() { return visit().tickets(); }
    KioskWindow &window() { return m_kiosk->window; }
    void openShop(std::unique_ptr<Authority> authority = std::make_unique<RootAuthority>())
    {
        m_kiosk.reset();
        m_shop = std::make_unique<DemoShop>(*m_folder, SimulatorScript{}, std::move(authority));
        QTRY_VERIFY(!visit().settings().name.isEmpty());
    }
    void open(QSize size, const QString &language, int textPercent = 100)
    {
        const bool isSmall = size.width() < 1'400 && size.height() < 1'400;
        const Theme theme(
            ThemeKind::Dark, isSmall ? density * 2 / 3 : density, textPercent, Place::Kiosk, Motion::Reduced);
        m_kiosk = std::make_unique<OpenKiosk>(visit(), theme, size, language);
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        Journey(*m_shop).goTo(Step::Attract);
    }
    void openAsFetched()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(int, textPercent);
        open(size, language, textPercent);
    }
    /// Neighbours of a date in the hall that begins in a day at the earliest.
    Order buy(int date, int count, const QString &by = {})
    {
        QList<PerformanceOffer> offers = DemoShop::must(m_shop->shop().programme());
        const QDateTime tomorrow = SystemClock().utc().addDays(1);
        offers.removeIf([&](const PerformanceOffer &offer) {
            return offer.house.id != u"hall" || !offer.isBookable() || offer.performance.startsAt < tomorrow;
        });
        const TokenPass pass = DemoShop::must(m_shop->shop().continueAsGuest()).pass;
        const SeatsOfDate seats = DemoShop::must(m_shop->shop().seats(pass, offers[date].performance.key));
        DemoShop::must(m_shop->shop().endVisit(pass, {}));
        QList<SeatIndex> free;
        for (qint32 i = 0; free.size() < count; ++i)
            if (seats.shown[i] == SeatShown::Free)
                free.append(SeatIndex{i});
        return m_shop->sellBeside(offers[date].performance.key, free, by);
    }
    void signIn()
    {
        visit().touch();
        visit().signIn(phone, u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Dates, 10'000);
        QTRY_VERIFY(visit().dates().isLoaded());
    }
    /// And the question has come into sight: nothing moves any more under a finger.
    bool isAsked()
    {
        const QWidget *focused = QApplication::focusWidget();
        return tickets().isAsking() && focused && qobject_cast<const Notice *>(focused->parentWidget());
    }
    void scan(const QString &text) { foyer::test::scan(window().windowHandle(), text); }
    QString said() const
    {
        QStringList words;
        for (const Label *label : m_kiosk->window.findChildren<Label *>())
            if (label->isVisible())
                words.append(label->text());
        return words.join(u'\n');
    }
    static QRegularExpression here(const char *source, int n = -1) { return words("foyer::TicketsScreen", source, n); }
    /// Saved where FOYER_PICTURES says, for whoever wants to look.
    void picture(const QString &name)
    {
        QTest::qWait(60); // laid out
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            window().grab().save(u"%1/%2-%3.png"_s.arg(
                folder, QString::fromLatin1(QTest::currentDataTag()).remove(u' ').remove(u'%'), name));
    }

    template <typename Way>
    void cancelOneWith()
    {
        openShop();
        const Order order = buy(0, 2, phone), other = buy(1, 1, phone);
        openAsFetched();
        signIn();
        Way hands(window());
        QVERIFY(!hands.press(words("foyer::DatesScreen", "My tickets")).isEmpty());
        QTRY_COMPARE(visit().step(), Step::Tickets);
        picture(u"orders"_s);
        const QString seat = Wording().seatText(order.tickets[1].name);
        const QRegularExpression named(QRegularExpression::escape(seat));
        QVERIFY2(!hands.press(named).isEmpty(), qPrintable(seat));
        QTRY_COMPARE(tickets().seats(), QList<SeatIndex>{order.tickets[1].seat});
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 1)).isEmpty()); // asks first
        QTRY_VERIFY(isAsked());
        QVERIFY(said().contains(seat) && said().contains(Wording().money(order.tickets[1].price)));
        picture(u"asked"_s);
        QVERIFY(m_shop->journal(u"refunded"_s).isEmpty());
        QVERIFY(!hands.press(here("Keep my tickets")).isEmpty());
        QTRY_VERIFY(!tickets().isAsking());
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 1)).isEmpty());
        QTRY_VERIFY(isAsked());
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 1)).isEmpty()); // and means it
        QTRY_VERIFY(tickets().back());
        QVERIFY(here("%n ticket(s) cancelled", 1).match(said()).hasMatch());
        picture(u"cancelled"_s);
        QVERIFY(!hands.press(here("All right")).isEmpty());
        QTRY_VERIFY(!tickets().back());
        QCOMPARE(m_shop->journal(u"refunded"_s).count(u"\"order\""), 1);
        QVERIFY(!hands
                     .press(QRegularExpression(
                         QRegularExpression::escape(other.show.title.in(Wording().locale().name().left(2)))))
                     .isEmpty());
        QVERIFY(!hands.press(here("Print again")).isEmpty());
        QTRY_COMPARE(visit().step(), Step::Ticket);
        QCOMPARE(visit().order()->copy, 2);
        const QStringList complaints = hands.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
        QVERIFY(m_shop->audit().clean());
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
    }
    void cleanup()
    {
        m_kiosk.reset();
        m_shop.reset();
    }

    void aMemberCancelsOneByTouchAlone_data() { screens(LargeText::Everywhere); }
    void aMemberCancelsOneByTouchAlone() { cancelOneWith<Fingers>(); }
    /// Rows of dates, which keys pass first, are larger than a wide screen with large text.
    void aMemberCancelsOneByKeyboardAlone_data() { screens(LargeText::Upright); }
    void aMemberCancelsOneByKeyboardAlone() { cancelOneWith<Keys>(); }
    void aMemberCancelsOneByAccessibleNamesAlone_data() { screens(); }
    void aMemberCancelsOneByAccessibleNamesAlone() { cancelOneWith<ScreenReader>(); }

    void aTicketHeldToTheScannerOpensItsOrder_data() { screens(); }
    void aTicketHeldToTheScannerOpensItsOrder()
    {
        openShop();
        const Order order = buy(0, 2);
        openAsFetched();
        scan(order.tickets[1].code); // nobody touched anything before
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QVERIFY(said().contains(order.number));
        picture(u"guest"_s);
        Fingers hands(window());
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 2)).isEmpty());
        QTRY_VERIFY(isAsked());
        picture(u"guest-asked"_s);
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 2)).isEmpty());
        QTRY_COMPARE(visit().step(), Step::Farewell);
        QTest::qWait(30);
        const QList<Amount *> figures = window().findChildren<Amount *>();
        QVERIFY(std::any_of(figures.begin(), figures.end(),
            [&](const Amount *each) { return each->isVisible() && each->accessibleName() == visit().claim()->code; }));
        picture(u"code"_s);
        QVERIFY(!hands.press(words("foyer::FarewellScreen", "I have kept the code")).isEmpty());
        QTRY_COMPARE(visit().step(), Step::Attract);
        scan(order.tickets[0].code);
        QTRY_VERIFY(visit().problem());
        QCOMPARE(visit().step(), Step::SignIn);
        QVERIFY(!said().contains(order.number)); // and nothing of it is left
    }

    void digitsOfAScannedCodeStayInNoField()
    {
        openShop();
        const Order order = buy(0, 1);
        open({1080, 1920}, u"en"_s);
        visit().touch();
        QString wrong = order.tickets[0].code;
        wrong.back() = wrong.back() == u'7' ? u'8' : u'7';
        scan(wrong);
        QTRY_COMPARE(visit().problem() ? visit().problem()->refused->why : Refusal::SoldOut, Refusal::TicketUnknown);
        scan(order.tickets[0].code);
        QTRY_COMPARE(visit().step(), Step::Tickets);
    }

    /// However fast somebody types.
    void aTypedNumberIsNoCode()
    {
        openShop();
        buy(0, 1, phone);
        open({1080, 1920}, u"en"_s);
        visit().touch();
        scan(phone);
        scan(u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Dates, 10'000);
        QVERIFY(visit().isMember());
    }

    void tooLateIsSaidWithItsTime_data() { screens(); }
    void tooLateIsSaidWithItsTime()
    {
        openShop();
        const Order order = buy(0, 1, phone);
        m_shop->changeSeason([](Season &season) { season.settings.cancelBefore = std::chrono::hours(24 * 27); });
        QTRY_VERIFY(visit().settings().cancelBefore == std::chrono::hours(24 * 27));
        openAsFetched();
        signIn();
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        const QString until = Wording().dateTimeText(order.performance.startsAt.addDays(-27), QTimeZone("Asia/Seoul"));
        QVERIFY2(said().contains(until), qPrintable(said()));
        picture(u"late"_s);
        Fingers hands(window());
        QVERIFY(!hands.sees(here("Cancel %n ticket(s)", 1)) && hands.sees(here("Print again")));
    }

    void whoHasNoTicketsIsTold_data() { screens(); }
    void whoHasNoTicketsIsTold()
    {
        openShop();
        openAsFetched();
        visit().touch();
        visit().wantRegistration();
        visit().registerMember(phone, u"2580"_s);
        QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Dates, 10'000);
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QVERIFY(here("No tickets yet").match(said()).hasMatch());
        picture(u"none"_s);
        visit().back();
        QCOMPARE(visit().step(), Step::Dates);
        visit().startOver();
        QTRY_COMPARE(visit().step(), Step::Attract);
        visit().touch();
        visit().continueAsGuest();
        QTRY_COMPARE(visit().step(), Step::Dates);
        QVERIFY(!Fingers(window()).sees(words("foyer::DatesScreen", "My tickets"))); // a guest's are nobody's
    }

    /// What this kiosk sold is there at once; the rest comes when the hub has answered, or its absence is said.
    void whatOtherMachinesSoldComesBesideOrIsSaidToBeMissing_data() { screens(LargeText::Upright); }
    void whatOtherMachinesSoldComesBesideOrIsSaidToBeMissing()
    {
        auto authority = std::make_unique<TellingAuthority>();
        TellingAuthority &hub = *authority;
        std::function<void(const Result<MyTickets> &)> answer;
        HouseDesk desk;
        desk.refund = [](const RefundRequest &, const auto &) {};
        desk.tickets = [&answer](const MyTicketsWish &, const auto &then) { answer = then; };
        openShop(std::move(authority));
        const Order own = buy(1, 1, phone), sample = buy(0, 2);
        HouseOrderFile file{.id = m_shop->shop().newOrderId(), .number = u"2026-B000007"_s, .machine = u"Kiosk 2"_s};
        file.performance = sample.performance.key;
        file.total = 60'000;
        file.isMembers = true;
        for (const Ticket &each : sample.tickets)
            file.tickets.append(
                {TicketId{QUuid::createUuid()}, SeatIndex(indexOf(each.seat) + 20), each.type.id, 30'000});
        openAsFetched();
        signIn();
        hub.desk = desk;
        m_shop->shop().setHubState({Reach::Online, SystemClock().utc(), 0});
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QTRY_VERIFY(answer);
        QVERIFY(said().contains(own.number));
        const auto *away = window().findChild<Label *>(u"away"_s);
        QVERIFY(!away->isVisible());
        answer(MyTickets{{file}});
        QTRY_COMPARE(tickets().rowCount(), 2);
        QVERIFY(said().contains(own.number)); // it stays open
        Fingers hands(window());
        const QString title = sample.show.title.in(Wording().locale().name().left(2));
        QVERIFY(!hands.press(QRegularExpression(QRegularExpression::escape(title))).isEmpty());
        QTRY_VERIFY(said().contains(file.number));
        QVERIFY(said().contains(Wording().money({60'000, {}})));
        QVERIFY(hands.sees(here("Cancel %n ticket(s)", 2)) && hands.sees(here("Print again")));
        QVERIFY(!away->isVisible());
        picture(u"elsewhere"_s);

        visit().back();
        answer = {};
        visit().openTickets();
        QTRY_VERIFY(answer);
        QTRY_COMPARE(visit().step(), Step::Tickets);
        answer(Error{Error::Kind::Unreachable, {}});
        QTRY_VERIFY(away->isVisible());
        QVERIFY(said().contains(own.number) && !said().contains(file.number));
        QVERIFY(!visit().problem());
        picture(u"away"_s);
        const QStringList complaints = hands.complaints();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    /// Whoever bought nothing here isn't told that they have nothing before the hub has answered.
    void nothingIsSaidToBeThereBeforeTheHubAnswered_data() { screens(); }
    void nothingIsSaidToBeThereBeforeTheHubAnswered()
    {
        auto authority = std::make_unique<TellingAuthority>();
        TellingAuthority &hub = *authority;
        std::function<void(const Result<MyTickets> &)> answer;
        HouseDesk desk;
        desk.refund = [](const RefundRequest &, const auto &) {};
        desk.tickets = [&answer](const MyTicketsWish &, const auto &then) { answer = then; };
        openShop(std::move(authority));
        openAsFetched();
        const TokenPass first = DemoShop::must(m_shop->shop().registerMember(phone, u"2580"_s)).pass;
        DemoShop::must(m_shop->shop().endVisit(first, {}));
        signIn();
        hub.desk = desk;
        m_shop->shop().setHubState({Reach::Online, SystemClock().utc(), 0});
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QTRY_VERIFY(answer);
        QVERIFY(!here("No tickets yet").match(said()).hasMatch());
        picture(u"reading"_s);
        answer(MyTickets{{}, false}); // it hasn't read all
        QTRY_VERIFY(window().findChild<Label *>(u"away"_s)->isVisible());
        QVERIFY(!here("No tickets yet").match(said()).hasMatch());
        picture(u"none-away"_s);
    }

    void hostileTitlesAreJustTitles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("markup") << u"<b>bold</b> <img src=x onerror=alert(1)> & \"quoted\""_s;
        QTest::newRow("placeholders") << u"%1 %2 %n %L1 %%"_s;
        QTest::newRow("turned around") << u"\u202Etxt.exe\u200F שלום"_s;
        QTest::newRow("four bytes") << u"🎭𝄞 four bytes"_s;
        QTest::newRow("two lines") << u"two\nlines\tand a tab"_s;
        QTest::newRow("endless") << QString(500, u'가');
        QTest::newRow("mnemonic") << u"Tom && Jerry & Co"_s;
    }
    void hostileTitlesAreJustTitles()
    {
        QFETCH(QString, title);
        openShop();
        const Order order = buy(0, 2, phone);
        m_shop->changeSeason([&](Season &season) {
            for (Show &show : season.shows)
                show.title = show.subtitle = Text{{{QString(), title}}};
        });
        open({1080, 1920}, u"en"_s);
        signIn();
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        QCOMPARE(tickets().order()->show.title.in(u"en"_s), title);
        picture(u"hostile"_s);
        auto *row = window().findChild<OfferRow *>(u"order"_s);
        QVERIFY(spokenName(row).contains(title));
        QVERIFY(row->width() <= window().width() && row->height() >= row->heightForWidth(row->width()));
        Fingers hands(window());
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 2)).isEmpty());
        QTRY_VERIFY(isAsked());
        QVERIFY(!hands.press(here("Cancel %n ticket(s)", 2)).isEmpty());
        QTRY_VERIFY(tickets().back());
        QCOMPARE(tickets().back()->amount, order.total);
    }

    void nothingOfACustomerStaysOnTheScreen()
    {
        openShop();
        const Order order = buy(0, 2, phone);
        open({1080, 1920}, u"en"_s);
        signIn();
        visit().openTickets();
        QTRY_COMPARE(visit().step(), Step::Tickets);
        visit().startOver();
        QTRY_COMPARE(visit().step(), Step::Attract);
        QStringList left;
        for (const QWidget *widget : window().findChild<TicketsScreen *>()->findChildren<QWidget *>())
            left << widget->accessibleName() << widget->property("text").toString();
        const QString all = left.join(u'\n');
        QVERIFY(!all.contains(order.number) && !all.contains(Wording().seatText(order.tickets[0].name)));
        QVERIFY(!all.contains(order.show.title.in(u"en"_s)));
    }
};

QTEST_MAIN(TicketsScreenTest)
#include "TicketsScreenTest.moc"
