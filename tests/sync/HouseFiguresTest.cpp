#include "domain/BusinessDay.h"
#include "domain/Limits.h"
#include "protocol/FigureMessages.h"
#include "services/FigureService.h"
#include "storage/NodeStore.h"
#include "sync/HubFigures.h"
#include "sync/HubOrders.h"
#include "sync/RefundStories.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 front = 30'000;
constexpr std::array everyDimension{FigureDimension::Performance, FigureDimension::Category, FigureDimension::Type,
    FigureDimension::Tender, FigureDimension::Hour, FigureDimension::Terminal, FigureDimension::Clerk};

/// What a row is of, the same at every machine.
QString keyOf(const FigureRow &row)
{
    if (std::holds_alternative<TicketTypeKey>(row.key))
        return row.name.in(u"en"_s);
    if (const auto *performance = std::get_if<PerformanceKey>(&row.key))
        return QString::number(performance->value);
    if (const auto *category = std::get_if<QString>(&row.key))
        return *category;
    if (const auto *how = std::get_if<PaidWith>(&row.key))
        return nameOf(*how);
    if (const auto *hour = std::get_if<int>(&row.key))
        return QString::number(*hour);
    if (const auto *node = std::get_if<NodeId>(&row.key))
        return node->text();
    if (const auto *clerk = std::get_if<StaffId>(&row.key))
        return clerk->text();
    return nameOf(std::get<FigureRest>(row.key));
}

using Sums = QMap<QString, QList<qint64>>;

void add(Sums &sums, const QString &key, const FigureRow &row)
{
    const QList<qint64> more{row.orders, row.seats, row.given, row.gross.minor, row.refunded.minor, row.tax.minor};
    QList<qint64> &sum = sums[key];
    sum.resize(more.size());
    for (qsizetype i = 0; i < more.size(); ++i)
        sum[i] += more[i];
}

Sums sumsOf(const QList<Figures> &all)
{
    Sums sums;
    for (const Figures &figures : all) {
        for (const FigureRow &row : figures.rows)
            add(sums, keyOf(row), row);
        add(sums, u"total"_s, figures.total);
    }
    sums.removeIf([](const auto &each) { return each.value().count(0) == each.value().size(); });
    return sums;
}

/// A hub with a kiosk and a desk, who sell, and whose desk asks what the house sold.
struct FiguresWorld : World {
    HubOrders orders{hub.shop.db(), hub.shop.clock};
    HubFigures figures{hub.shop.db(), hub.shop.clock};
    StaffId lee;

    FiguresWorld()
    {
        must(hub.shop.db().write(hub.shop.clock, [&](Transaction &tx) -> Done {
            NodeStore nodes(tx.db());
            nodes.save({"kiosk", one.node(), one.epoch().number, u"Kiosk 1"_s, NodeKind::Kiosk}, hub.shop.clock.utc());
            nodes.save({"desk", two.node(), two.epoch().number, u"Desk 2"_s, NodeKind::Desk}, hub.shop.clock.utc());
            return done;
        }));
        lee = must(two.shop->staff.add(u"Lee"_s, Role::Clerk, u"-"_s)).id;
        two.shop.run("INSERT INTO shift (id, number, open, staff, opened_at, currency, opening) VALUES (?, 1, 1, ?, 0, "
                     "'KRW', 0)",
            {two.shop.ids.make<ShiftId>().bytes(), lee.bytes()});
    }
    FigureSpan allDays()
    {
        const QDate day = businessDay(hub.shop.clock.utc(), CatalogueStore(hub.shop.db()).settings());
        return {day.addDays(-10), day.addDays(10)};
    }
    FigureWish wish(const FigureQuestion &question) { return {two.shop.ids.make<RequestId>(), question}; }
    Result<FigureProgress> turn(const FigureWish &wanted)
    {
        FOYER_TRY(progress, figures.readOn(two.node(), carried(wanted)));
        return carried(progress);
    }
    Figures house(const FigureQuestion &question)
    {
        while (must(orders.readOn())) {
        }
        const FigureWish wanted = wish(question);
        for (;;)
            if (const auto progress = must(turn(wanted)); progress.figures)
                return *progress.figures;
    }
    Figures house(FigureDimension by) { return house({by, allDays()}); }
    Figures own(TestTerminal &at, FigureDimension by)
    {
        return must(FigureService(at.shop.db(), at.shop.clock).figures({by, allDays()}));
    }
    void setTime(const QDateTime &at)
    {
        for (TestShop *shop : {&hub.shop, &one.shop, &two.shop})
            shop->clock.setUtc(at);
    }
    void meetAll()
    {
        for (TestTerminal *each : {&one, &two, &one})
            each->meet(hub);
    }
};

/// Some days at both machines, whatever comes, by a seed.
class RandomDays
{
public:
    RandomDays(FiguresWorld &world, quint32 seed) : m_world(world), m_random(seed)
    {
        for (int seat = 0; seat < 30; ++seat)
            m_free.append(seat);
        m_world.setTime(m_world.hub.shop.clock.utc().addDays(-4)); // tonight isn't over before they are
    }
    void live(int events)
    {
        for (int i = 0; i < events; ++i) {
            m_world.setTime(m_world.hub.shop.clock.utc().addSecs(60 * m_random.bounded(90)));
            TestTerminal &at = m_random.bounded(2) == 0 ? m_world.one : m_world.two;
            if (m_random.bounded(4) == 0)
                refund(at);
            else
                sale(at);
            if (m_random.bounded(5) == 0)
                at.meet(m_world.hub);
        }
    }

private:
    struct Bought {
        TestTerminal *at;
        OrderId order;
        QList<int> seats;
    };

    void sale(TestTerminal &at)
    {
        if (m_free.size() < 3)
            return;
        QList<int> seats;
        for (int i = int(m_random.bounded(3)); i >= 0; --i)
            seats.append(m_free.takeAt(m_random.bounded(int(m_free.size()))));
        const bool isCounter = &at == &m_world.two && m_random.bounded(2) == 0;
        const TokenPass pass = isCounter ? must(at.shop->tokens.serve({}, m_world.lee)).pass : at.shop.guest();
        const auto held = take(at, pass, seats);
        if (!held.ok()) { // what was given back may still lie at its seller
            m_free += seats;
            must(at.shop->payments.endVisit(pass, {}));
            return;
        }
        Hold hold = held.value();
        for (const int seat : seats)
            if (seat < 20 && m_random.bounded(3) == 0)
                hold =
                    must(at.shop->reservations.setTicketType(pass, hold.id, SeatIndex(seat), at.shop.type(u"youth"_s)));
        if (isCounter && m_random.bounded(3) == 0)
            hold = must(at.shop->reservations.giveAway(pass, hold.id, SeatIndex(seats[0]), m_world.lee, u"press"_s));
        pay(at, pass, hold);
        m_bought.append({&at, at.shop.pay(pass, hold), seats});
        must(at.shop->payments.endVisit(pass, {TenderKind::Cash}));
    }
    Result<Hold> take(TestTerminal &at, const TokenPass &pass, const QList<int> &seats)
    {
        FOYER_TRY(asked, at.shop->reservations.hold(pass, m_world.hub.shop.performance(), TestShop::seats(seats)));
        if (asked.hold)
            return *asked.hold;
        FOYER_TRY(answer, m_world.hub->give(at.epoch(), carried(*asked.pending)));
        return at.shop->reservations.answered(carried(answer), pass);
    }
    void pay(TestTerminal &at, const TokenPass &pass, const Hold &hold)
    {
        qint64 missing = hold.total({}).minor;
        const auto part = [&](qint64 amount, TenderKind kind, bool isFor) {
            if (!isFor)
                return at.shop.topUp(pass, amount, kind);
            must(
                at.shop->payments.answered(at.shop.beginTopUp(pass, amount, kind, hold.id).id, DeviceAnswer::Approved));
        };
        if (missing > 10'000 && m_random.bounded(3) == 0) {
            part(5'001, TenderKind::Cash, m_random.bounded(2) == 0);
            missing -= 5'001;
        }
        if (missing > 0)
            part(missing, TenderKind(1 + m_random.bounded(2)), true);
    }
    /// By its seller, which may as long as the hub hasn't heard of the order: then its books have all of it.
    void refund(TestTerminal &at)
    {
        for (qsizetype i = m_bought.size(); i-- > 0;)
            if (m_bought[i].at == &at && at.shop->payments.refund(m_bought[i].order, kim, u"fell ill"_s).ok()) {
                m_free += m_bought.takeAt(i).seats;
                at.meet(m_world.hub); // the seats are the hub's again
                return;
            }
    }

    FiguresWorld &m_world;
    QRandomGenerator m_random;
    QList<int> m_free;
    QList<Bought> m_bought;
};
} // namespace

/// Figures of a whole house at its hub, as desks ask for them.
class HouseFiguresTest : public RefundStories
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreItsMachinesFiguresAddedUp_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1u, 2u, 3u})
            QTest::addRow("%u", seed) << seed;
    }
    void theyAreItsMachinesFiguresAddedUp()
    {
        QFETCH(quint32, seed);
        FiguresWorld w;
        RandomDays(w, seed).live(40);
        w.meetAll();
        for (const FigureDimension by : everyDimension) {
            const Sums expected = sumsOf({w.own(w.one, by), w.own(w.two, by)});
            QVERIFY(expected.value(u"total"_s).value(3) > 0);
            QVERIFY(expected.value(u"total"_s).value(4) > 0);
            QCOMPARE(sumsOf({w.house(by)}), expected);
        }
        const FigureQuestion alone{FigureDimension::Category, {}, tonight(w)};
        QCOMPARE(sumsOf({w.house(alone)}), sumsOf({w.house(FigureDimension::Category)}));
    }

    void machinesAndThoseWhoWorkThereHaveTheirNames()
    {
        FiguresWorld w;
        buyAsGuest(w, w.one, {1});
        const TokenPass pass = must(w.two.shop->tokens.serve({}, w.lee)).pass;
        buy(w, w.two, {2, 3}, pass);
        w.meetAll();
        const Figures terminals = w.house(FigureDimension::Terminal);
        QCOMPARE(terminals.rows.size(), 2);
        QCOMPARE(terminals.rows[0].name.in(u"en"_s), u"Desk 2"_s);
        QCOMPARE(terminals.rows[0].seats, 2);
        QCOMPARE(terminals.rows[1].name.in(u"en"_s), u"Kiosk 1"_s);
        const Figures clerks = w.house(FigureDimension::Clerk);
        QCOMPARE(clerks.rows[0].name.in(u"en"_s), u"Lee · Desk 2"_s);
        QCOMPARE(std::get<FigureRest>(clerks.rows[1].key), FigureRest::SelfService);
        QVERIFY(clerks.question.isOfHouse);
        QCOMPARE(clerks.house.in(u"en"_s), CatalogueStore(w.hub.shop.db()).settings().name.in(u"en"_s));
    }

    /// What a machine hasn't told isn't guessed; what it tells twice counts once.
    void whatAMachineToldCountsOnce()
    {
        FiguresWorld w;
        buyAsGuest(w, w.one, {1});
        QCOMPARE(w.house(FigureDimension::Performance).total.orders, 0);
        w.one.meet(w.hub);
        QCOMPARE(w.house(FigureDimension::Performance).total.gross.minor, front);
        w.one.pushAll(w.hub, 0);
        w.one.meet(w.hub);
        QCOMPARE(w.house(FigureDimension::Performance).total.gross.minor, front);
        QCOMPARE(w.house(FigureDimension::Tender).rows.size(), 1);
        QCOMPARE(std::get<PaidWith>(w.house(FigureDimension::Tender).rows[0].key), PaidWith::Card);
    }

    /// Law 10: whoever gave it back, it is told once, with its order's kind.
    void whatTheHubGaveBackIsTheHousesAndNoMachines()
    {
        FiguresWorld w;
        const OrderId order = buyAsGuest(w, w.one, {1, 2});
        w.one.meet(w.hub);
        w.hub.shop.clock.advance(std::chrono::hours(1));
        w.one.meet(w.hub);
        must(refund(w, w.two, order, {2}));
        w.meetAll();
        for (const FigureDimension by : everyDimension) {
            const Figures house = w.house(by);
            QCOMPARE(house.total.refunded.minor, front);
            QCOMPARE(house.total.gross.minor, 2 * front);
            if (by != FigureDimension::Tender && by != FigureDimension::Hour)
                QCOMPARE(house.rows.size(), 1);
        }
        QCOMPARE(w.own(w.one, FigureDimension::Performance).total.refunded.minor, 0);
    }

    /// Free at the hub, at a machine, on its way, or on a code: all of it is owed, and nothing twice.
    void whatIsOwedIsOwedOnceWhereverItLies()
    {
        FiguresWorld w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        w.one.shop.topUp(pass, 50'000);
        const TokenPass guest = w.two.shop.guest();
        w.two.shop.topUp(guest, 9'000);
        w.meetAll();
        const auto owed = [&w] { return w.house(FigureDimension::Performance).owed; };
        QCOMPARE(owed().members.minor, 50'000);
        QCOMPARE(owed().guests.minor, 9'000);
        must(w.one.shop->payments.endVisit(pass, {}));
        must(w.two.shop->payments.endVisit(guest, {})); // a code
        w.meetAll();
        QCOMPARE(owed().members.minor, 50'000);
        QCOMPARE(owed().guests.minor, 0);
        QCOMPARE(owed().claims.value_or(Money()).minor, 9'000);
        const TokenPass again = w.two.enter(w.hub, member); // the hub sends it there
        QCOMPARE(owed().members.minor, 50'000);
        buy(w, w.two, {5}, again);
        w.meetAll();
        QCOMPARE(owed().members.minor, 50'000 - front);
        QCOMPARE(owed().total().minor, 59'000 - front);
    }

    void whatWasOwedAtTheEndOfADayIsToldAsTheHubHeardIt()
    {
        FiguresWorld w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        w.one.shop.topUp(pass, 50'000);
        must(w.one.shop->payments.endVisit(pass, {}));
        w.meetAll();
        const QDate day = businessDay(w.hub.shop.clock.utc(), CatalogueStore(w.hub.shop.db()).settings());
        w.setTime(w.hub.shop.clock.utc().addDays(3));
        const TokenPass again = w.two.enter(w.hub, member);
        w.two.shop.topUp(again, 7'000);
        w.meetAll();
        QCOMPARE(w.house({FigureDimension::Hour, {day, day}}).owed.members.minor, 50'000);
        QCOMPARE(w.house({FigureDimension::Hour, {day, day.addDays(3)}}).owed.members.minor, 57'000);
    }

    void whateverAJournalSaysTheyAreToldAndRead()
    {
        FiguresWorld w;
        buyAsGuest(w, w.two, {1});
        const auto ticket = [&w] { return w.one.shop.ids.make<TicketId>().text(); };
        must(w.one.shop.db().write(w.one.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"sold"_s,
                {{u"order"_s, w.one.shop.ids.make<OrderId>().text()}, {u"number"_s, QString(5'000, u'9')},
                    {u"wallet"_s, u"?"_s}, {u"performance"_s, -77}, {u"total"_s, -7}, {u"tax"_s, 1e300},
                    {u"name"_s, QString(5'000, u'x')}, {u"staff"_s, kim.text()}, {u"hold"_s, 5},
                    {u"tickets"_s, QJsonArray{QJsonArray{ticket(), 3, -5, 1, 901, 7, 8, 9},
                                       QJsonArray{ticket(), 4, 1e300, 1, 902, u"=cmd|"_s, {}, QString(5'000, u'c')},
                                       QJsonArray{u"?"_s, -1, 1, 1, 903}, QJsonArray{ticket()}, u"?"_s}}});
            tx.tell(u"toppedUp"_s, {{u"wallet"_s, u"?"_s}, {u"hold"_s, u"?"_s}, {u"amount"_s, -1e15}});
            return done;
        }));
        w.meetAll();
        for (const FigureDimension by : everyDimension) {
            const Figures house = w.house(by);
            QCOMPARE(house.total.orders, 2);
            QVERIFY(house.total.gross.minor >= front);
            QVERIFY(house.total.tax.minor <= house.total.gross.minor);
        }
    }

    void moreRowsThanAnswerHoldsAreToldAsOne()
    {
        FiguresWorld w;
        constexpr int dates = limits::figureRowsOfHouse + 200;
        must(w.one.shop.db().write(w.one.shop.clock, [&](Transaction &tx) -> Done {
            for (int i = 0; i < dates; ++i)
                tx.tell(u"sold"_s,
                    {{u"order"_s, w.one.shop.ids.make<OrderId>().text()}, {u"number"_s, u"2026-%1"_s.arg(i)},
                        {u"wallet"_s, WalletId{kim.value}.text()}, {u"performance"_s, 1'000 + i}, {u"total"_s, 100 + i},
                        {u"tickets"_s,
                            QJsonArray{QJsonArray{w.one.shop.ids.make<TicketId>().text(), 3, 100 + i, 1, 901}}}});
            return done;
        }));
        w.one.meet(w.hub);
        const Figures house = w.house(FigureDimension::Performance);
        QCOMPARE(house.rows.size(), limits::figureRowsOfHouse);
        QCOMPARE(std::get<FigureRest>(house.rows.constLast().key), FigureRest::Others);
        QCOMPARE(house.rows.constLast().orders, 201);
        qint64 sum = 0;
        for (const FigureRow &row : house.rows)
            sum += row.gross.minor;
        QCOMPARE(sum, house.total.gross.minor);
        QCOMPARE(house.total.orders, dates);
    }

    /// A kiosk that sold alone became the hub: what it sold is the house's as well.
    void whatTheHubSoldBeforeItWasOneIsIn()
    {
        TestHub hub;
        hub.shop.sold({1, 2});
        const OrderId again = hub.shop.sold({3});
        must(hub.shop->payments.refund(again, kim, u"fell ill"_s));
        TestTerminal one{2};
        one.enrol(hub);
        one.session(hub);
        const TokenPass pass = one.shop.guest();
        const auto asked =
            must(one.shop->reservations.hold(pass, hub.shop.performance(), TestShop::seats({5}))).pending;
        const Hold hold =
            must(one.shop->reservations.answered(carried(must(hub->give(one.epoch(), carried(*asked)))), pass));
        one.shop.topUp(pass, front);
        one.shop.pay(pass, hold);
        one.meet(hub);
        HubOrders orders(hub.shop.db(), hub.shop.clock);
        while (must(orders.readOn())) {
        }
        const QDate day = businessDay(hub.shop.clock.utc(), CatalogueStore(hub.shop.db()).settings());
        for (const FigureDimension by : everyDimension) {
            const Figures house = must(FigureService(hub.shop.db(), hub.shop.clock)
                                           .figures({by, {day.addDays(-1), day.addDays(1)}, {}, true}));
            QCOMPARE(house.total.orders, 3);
            QCOMPARE(house.total.gross.minor, 4 * front);
            QCOMPARE(house.total.refunded.minor, front);
        }
    }

    /// A screen's and a file's go on beside each other; one whose answer was lost is told again.
    void aDeskReadsTwoAtOnce()
    {
        FiguresWorld w;
        buyAsGuest(w, w.one, {1});
        w.meetAll();
        w.house(FigureDimension::Type); // all journals are read
        const FigureWish screen = w.wish({FigureDimension::Hour, w.allDays()});
        const FigureWish file = w.wish({FigureDimension::Tender, w.allDays()});
        std::optional<Figures> hours, tenders;
        while (!hours || !tenders) {
            if (!hours)
                hours = must(w.turn(screen)).figures;
            if (!tenders)
                tenders = must(w.turn(file)).figures;
        }
        QCOMPARE(hours->question.by, FigureDimension::Hour);
        QCOMPARE(tenders->question.by, FigureDimension::Tender);
        buyAsGuest(w, w.one, {2});
        w.meetAll();
        QCOMPARE(must(w.turn(screen)).figures, hours);
        // whatever a screen asks by then, the file that is being read goes on
        QVERIFY(must(w.turn(w.wish({FigureDimension::Type, w.allDays()}))).figures);
        QCOMPARE(must(w.turn(screen)).figures, hours);
        QVERIFY(must(w.turn(w.wish({FigureDimension::Category, w.allDays()}))).figures);
        QCOMPARE(must(w.turn(screen)).figures, hours);
        QCOMPARE(w.house(FigureDimension::Hour).total.orders, 2);
    }

    void aSpanThatIsNoneIsRefused()
    {
        FiguresWorld w;
        const QDate day(2026, 11, 27);
        QCOMPARE(answerOf(w.figures.readOn(w.two.node(), w.wish({FigureDimension::Hour, {day, day.addDays(-1)}}))),
            u"BadInput"_s);
        QCOMPARE(answerOf(w.figures.readOn(w.two.node(), w.wish({FigureDimension::Hour, {day, day.addYears(20)}}))),
            u"BadInput"_s);
        FigureQuestion unknown{FigureDimension::Hour, {}, PerformanceKey{987}};
        QCOMPARE(answerOf(w.figures.readOn(w.two.node(), w.wish(unknown))), u"PerformanceUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(HouseFiguresTest)
#include "HouseFiguresTest.moc"
