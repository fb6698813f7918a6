#include "services/FigureService.h"
#include "storage/LedgerStore.h"
#include "support/Audit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::array everyDimension{FigureDimension::Performance, FigureDimension::Category, FigureDimension::Type,
    FigureDimension::Tender, FigureDimension::Hour, FigureDimension::Terminal, FigureDimension::Clerk};

struct Sums {
    int orders = 0, seats = 0, given = 0;
    qint64 gross = 0, refunded = 0;
    friend bool operator==(const Sums &, const Sums &) = default;
    bool isNothing() const { return *this == Sums(); }
};
using SumsByKey = QMap<QString, Sums>;

QString textOf(const Sums &s)
{
    return u"%1 orders, %2 seats, %3 free, %4 sold, %5 refunded"_s.arg(s.orders)
        .arg(s.seats)
        .arg(s.given)
        .arg(s.gross)
        .arg(s.refunded);
}

QString textOf(const FigureKey &key)
{
    if (const auto *performance = std::get_if<PerformanceKey>(&key))
        return QString::number(performance->value);
    if (const auto *category = std::get_if<QString>(&key))
        return *category;
    if (const auto *type = std::get_if<TicketTypeKey>(&key))
        return QString::number(type->value);
    if (const auto *how = std::get_if<PaidWith>(&key))
        return nameOf(*how);
    if (const auto *hour = std::get_if<int>(&key))
        return QString::number(*hour);
    if (const auto *clerk = std::get_if<StaffId>(&key))
        return clerk->text();
    if (std::holds_alternative<NodeId>(key))
        return u"here"_s;
    return nameOf(std::get<FigureRest>(key));
}

SumsByKey sumsOf(const Figures &figures)
{
    SumsByKey sums;
    for (const FigureRow &row : figures.rows)
        if (const Sums s{row.orders, row.seats, row.given, row.gross.minor, row.refunded.minor}; !s.isNothing())
            sums.insert(textOf(row.key), s);
    return sums;
}

/// What the journal says, read by other rules than the services': the wall clock set back by five hours, prices that
/// tell the ticket type, seats that tell the category.
class JournalBooks
{
public:
    JournalBooks(TestShop &shop, const QByteArray &zone) : m_zone(zone)
    {
        m_youth = shop.type(u"youth"_s).value;
        m_adult = shop.type(u"adult"_s).value;
        QHash<QString, qint64> cash, card;
        QSet<QString> given;
        for (Rows rows = shop.db().run("SELECT at, kind, body FROM journal ORDER BY epoch, seq"); rows.next();) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(rows.integer(0), Qt::UTC);
            const QString kind = rows.text(1);
            const QJsonObject body = QJsonDocument::fromJson(rows.text(2).toUtf8()).object();
            const QString hold = body[u"hold"].toString(), wallet = body[u"wallet"].toString();
            const qint64 amount = body[u"amount"].toInteger(), total = body[u"total"].toInteger();
            if (kind == u"registered"_s)
                m_members.insert(wallet);
            else if (kind == u"givenAway"_s)
                given.insert(hold + u'/' + QString::number(body[u"seat"].toInt()));
            else if (kind == u"toppedUp"_s)
                (body[u"kind"] == u"Cash"_s ? cash : card)[hold] += amount;
            if (kind == u"toppedUp"_s || kind == u"payOutFailed"_s)
                m_moves.append({at, wallet, amount});
            else if (kind == u"payingOut"_s)
                m_moves.append({at, wallet, -amount});
            else if (kind == u"sold"_s) {
                m_moves.append({at, wallet, -total});
                Order order{at, QString::number(body[u"performance"].toInteger()), body[u"staff"].toString(), total,
                    std::min(cash.value(hold), total), 0, {}};
                order.card = std::min(card.value(hold), total - order.cash);
                for (const QJsonValue ticket : body[u"tickets"].toArray())
                    order.tickets.append({ticket[1].toInt(), ticket[2].toInteger(),
                        given.contains(hold + u'/' + QString::number(ticket[1].toInt()))});
                m_orders.insert(body[u"order"].toString(), order);
            } else if (kind == u"refunded"_s) {
                m_moves.append({at, wallet, total});
                m_refunds.append({at, body[u"order"].toString()});
            }
        }
    }

    /// Without a performance: of days, else of all days.
    SumsByKey sums(FigureDimension by, const FigureSpan &span, const QString &performance = {}) const
    {
        SumsByKey sums;
        const auto isIn = [&](const QDateTime &at, const Order &order) {
            return performance.isEmpty() ? dayOf(at) >= span.from && dayOf(at) <= span.to
                                         : order.performance == performance;
        };
        for (const Order &order : m_orders)
            if (isIn(order.at, order))
                add(sums, by, order);
        for (const Refund &refund : m_refunds)
            if (const Order order = m_orders.value(refund.order); isIn(refund.at, order))
                addRefund(sums, by, order, refund.at);
        return sums;
    }

    qint64 owed(const QDateTime &until, bool toMembers) const
    {
        qint64 sum = 0;
        for (const Move &move : m_moves)
            if (move.at < until && m_members.contains(move.wallet) == toMembers)
                sum += move.amount;
        return sum;
    }

    QDate dayOf(const QDateTime &at) const { return onWall(at).addSecs(-5 * 3'600).date(); }

private:
    struct Ticket {
        int seat;
        qint64 price;
        bool isGiven;
    };
    struct Order {
        QDateTime at;
        QString performance, staff;
        qint64 total, cash, card;
        QList<Ticket> tickets;
    };
    struct Refund {
        QDateTime at;
        QString order;
    };
    struct Move {
        QDateTime at;
        QString wallet;
        qint64 amount;
    };

    QDateTime onWall(const QDateTime &at) const
    {
        const QDateTime local = at.toTimeZone(m_zone);
        return {local.date(), local.time(), Qt::UTC};
    }
    QString keyOf(FigureDimension by, const Order &order, const Ticket &ticket) const
    {
        const bool isYouth = ticket.price == 20'000;
        switch (by) {
        case FigureDimension::Performance: return order.performance;
        case FigureDimension::Category: return ticket.seat < 20 ? u"R"_s : u"S"_s;
        case FigureDimension::Type: return QString::number(isYouth ? m_youth : m_adult);
        case FigureDimension::Hour: return QString::number(onWall(order.at).time().hour());
        case FigureDimension::Terminal: return u"here"_s;
        case FigureDimension::Clerk: return order.staff.isEmpty() ? u"SelfService"_s : order.staff;
        case FigureDimension::Tender: break;
        }
        return {};
    }
    void add(SumsByKey &sums, FigureDimension by, const Order &order) const
    {
        if (by == FigureDimension::Tender)
            return addTenders(sums, order);
        QSet<QString> keys;
        for (const Ticket &ticket : order.tickets) {
            const QString key = keyOf(by, order, ticket);
            keys.insert(key);
            ++(ticket.isGiven ? sums[key].given : sums[key].seats);
            sums[key].gross += ticket.price;
        }
        for (const QString &key : keys)
            ++sums[key].orders;
    }
    static void addTenders(SumsByKey &sums, const Order &order)
    {
        QList<std::pair<QString, qint64>> parts{
            {u"Cash"_s, order.cash}, {u"Card"_s, order.card}, {u"Balance"_s, order.total - order.cash - order.card}};
        if (order.total == 0)
            parts = {{u"Nothing"_s, 0}};
        QString most = parts[0].first;
        qint64 largest = parts[0].second;
        for (const auto &[key, amount] : parts) {
            if (amount > 0 || order.total == 0)
                ++sums[key].orders;
            sums[key].gross += amount;
            if (amount > largest) {
                largest = amount;
                most = key;
            }
        }
        for (const Ticket &ticket : order.tickets)
            ++(ticket.isGiven ? sums[most].given : sums[most].seats);
        sums.removeIf([](const auto &each) { return each.value().isNothing(); });
    }
    void addRefund(SumsByKey &sums, FigureDimension by, const Order &order, const QDateTime &at) const
    {
        if (by == FigureDimension::Tender && order.total > 0)
            sums[u"Balance"_s].refunded += order.total;
        else if (by == FigureDimension::Hour && order.total > 0)
            sums[QString::number(onWall(at).time().hour())].refunded += order.total;
        else if (by != FigureDimension::Tender && by != FigureDimension::Hour)
            for (const Ticket &ticket : order.tickets)
                if (ticket.price > 0)
                    sums[keyOf(by, order, ticket)].refunded += ticket.price;
    }

    QTimeZone m_zone;
    qint64 m_adult = 0, m_youth = 0;
    QMap<QString, Order> m_orders;
    QList<Refund> m_refunds;
    QList<Move> m_moves;
    QSet<QString> m_members;
};

/// A week at a counter and a kiosk, at whatever hour, by a seed.
class RandomWeek
{
public:
    RandomWeek(TestShop &shop, const QDate &from, const QByteArray &zone, quint32 seed)
        : m_shop(shop), m_from(from), m_zone(zone), m_random(seed)
    {
        m_clerk = must(shop->staff.add(u"Kim"_s, Role::Supervisor, u"-"_s)).id;
        m_other = must(shop->staff.add(u"Lee"_s, Role::Clerk, u"-"_s)).id;
        shop.run("INSERT INTO shift (id, number, open, staff, opened_at, currency, opening) VALUES (?, 1, 1, ?, 0, "
                 "'KRW', 0)",
            {shop.ids.make<ShiftId>().bytes(), m_clerk.bytes()});
        for (const QString &performance : {u"tonight"_s, u"tomorrow"_s, u"free"_s})
            for (int seat = 0; seat < 30; ++seat)
                m_free.append({performance, seat});
        m_shop.clock.setUtc(at(0, {4, 0}));
        m_member = shop.member();
        must(shop->payments.endVisit(m_member, {}));
    }

    void live(int events)
    {
        for (const QDateTime &moment : moments(events)) {
            m_shop.clock.setUtc(moment);
            const int what = int(m_random.bounded(10));
            if (what == 0)
                topUpOnly();
            else if (what <= 2 && !m_orders.isEmpty())
                refund();
            else
                sale(what);
        }
    }

private:
    struct Place {
        QString performance;
        int seat;
    };
    QDateTime at(int day, QTime time) const { return QDateTime(m_from.addDays(day), time, m_zone).toUTC(); }

    QList<QDateTime> moments(int events)
    {
        QList<QDateTime> all;
        for (int day = 0; day < 8; ++day)
            for (const QTime edge : {QTime(0, 0), QTime(5, 0)})
                all << at(day, edge) << at(day, edge).addMSecs(-1) << at(day, edge).addSecs(3'600);
        while (all.size() < events)
            all << at(0, {6, 0}).addMSecs(qint64(m_random.bounded(quint32(7 * 86'400))) * 1'000);
        std::sort(all.begin(), all.end());
        return all;
    }

    void topUpOnly()
    {
        const TokenPass pass = m_shop.signIn(u"010-4821-0007"_s).pass;
        if (m_shop.balance(pass) < 100'000)
            m_shop.topUp(pass, 7'000 + 1'000 * m_random.bounded(20), TenderKind(1 + m_random.bounded(2)));
        must(m_shop->payments.endVisit(pass, {}));
    }

    void refund()
    {
        const auto [order, places] = m_orders.takeAt(m_random.bounded(int(m_orders.size())));
        must(m_shop->payments.refund(order, m_clerk, u"fell ill"_s));
        m_free += places;
    }

    QList<Place> places()
    {
        const Place first = m_free[m_random.bounded(int(m_free.size()))];
        QList<Place> found;
        const int wanted = 1 + int(m_random.bounded(3));
        for (qsizetype i = m_free.size(); i-- > 0 && found.size() < wanted;)
            if (m_free[i].performance == first.performance && m_random.bounded(4) == 0)
                found.append(m_free.takeAt(i));
        return found;
    }

    void sale(int what)
    {
        const QList<Place> taken = places();
        if (taken.isEmpty())
            return;
        const bool isCounter = what % 3 == 0, isMember = what % 3 == 1;
        const TokenPass pass = isCounter  ? must(m_shop->tokens.serve({}, what > 5 ? m_clerk : m_other)).pass
                               : isMember ? m_shop.signIn(u"010-4821-0007"_s).pass
                                          : m_shop.guest();
        QList<int> seats;
        for (const Place &place : taken)
            seats.append(place.seat);
        Hold hold = m_shop.hold(pass, seats, taken[0].performance);
        for (const int seat : seats)
            if (seat < 20 && taken[0].performance != u"free"_s && m_random.bounded(3) == 0)
                hold =
                    must(m_shop->reservations.setTicketType(pass, hold.id, SeatIndex(seat), m_shop.type(u"youth"_s)));
        if (isCounter && m_random.bounded(3) == 0) // of an adult, so that the type is known without a price
            for (const HeldSeat &held : QList<HeldSeat>(hold.seats))
                if (held.type == m_shop.type(u"adult"_s))
                    hold = must(m_shop->reservations.giveAway(pass, hold.id, held.seat, m_clerk, u"press"_s));
        payIn(pass, hold, isMember);
        m_orders.append({m_shop.pay(pass, hold), taken});
        if (m_random.bounded(2) == 0)
            must(m_shop->payments.endVisit(pass, {TenderKind::Cash}));
    }

    void payIn(const TokenPass &pass, const Hold &hold, bool isMember)
    {
        const qint64 total = hold.total({}).minor;
        if (total > 0 && !isMember && m_random.bounded(3) == 0)
            m_shop.topUp(pass, 1'000 + 500 * m_random.bounded(4)); // some of it before it is known what for
        qint64 missing = total - m_shop.balance(pass);
        if (missing > 6'000 && m_random.bounded(2) == 0)
            missing -= pay(pass, hold, 5'001, TenderKind::Cash);
        if (missing > 0) // now and then more than is needed
            pay(pass, hold, missing + 1'000 * m_random.bounded(2), TenderKind(1 + m_random.bounded(2)));
    }
    qint64 pay(const TokenPass &pass, const Hold &hold, qint64 amount, TenderKind kind)
    {
        must(m_shop->payments.answered(m_shop.beginTopUp(pass, amount, kind, hold.id).id, DeviceAnswer::Approved));
        return amount;
    }

    TestShop &m_shop;
    QDate m_from;
    QTimeZone m_zone;
    QRandomGenerator m_random;
    StaffId m_clerk, m_other;
    TokenPass m_member;
    QList<Place> m_free;
    QList<std::pair<OrderId, QList<Place>>> m_orders;
};

void compare(const Figures &figures, const SumsByKey &expected, const QString &what)
{
    const SumsByKey found = sumsOf(figures);
    for (const QString &key : found.keys() + expected.keys())
        QVERIFY2(found.value(key) == expected.value(key), qPrintable(u"%1, %2: %3; the journal says %4"_s.arg(what, key,
                                                              textOf(found.value(key)), textOf(expected.value(key)))));
    qint64 gross = 0, refunded = 0, tax = 0;
    int seats = 0, given = 0;
    for (const FigureRow &row : figures.rows) {
        gross += row.gross.minor;
        refunded += row.refunded.minor;
        tax += row.tax.minor;
        seats += row.seats;
        given += row.given;
    }
    const FigureRow &total = figures.total;
    QCOMPARE(total.gross.minor, gross);
    QCOMPARE(total.refunded.minor, refunded);
    QCOMPARE(total.tax.minor, tax);
    QCOMPARE(total.seats, seats);
    QCOMPARE(total.given, given);
}

Figures figuresOf(TestShop &shop, const FigureQuestion &question)
{
    return must(FigureService(shop.db(), shop.clock).figures(question));
}

const FigureRow *rowOf(const Figures &figures, const QString &key)
{
    for (const FigureRow &row : figures.rows)
        if (textOf(row.key) == key)
            return &row;
    return nullptr;
}
} // namespace

/// Figures are what the journal says, to the last minor unit.
class FigureServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRandomWeekAddsUpAsTheJournalTellsIt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<quint32>("seed");
        const auto add = [](const char *zone, const QDate &from, quint32 seed) {
            QTest::addRow("%s %u", zone, seed) << QByteArray(zone) << from << seed;
        };
        for (const quint32 seed : {1u, 2u, 3u}) {
            add("Asia/Seoul", {2026, 11, 14}, seed);
            add("Europe/Berlin", {2026, 10, 21}, seed); // with the night that has an hour twice
        }
    }

    void aRandomWeekAddsUpAsTheJournalTellsIt()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, from);
        QFETCH(quint32, seed);
        HouseSettings settings = TestShop::house();
        settings.timeZone = zone;
        TestShop shop({.settings = settings, .seed = seed});
        RandomWeek(shop, from, zone, seed).live(160);
        QCOMPARE(audit(shop), QString());
        const JournalBooks books(shop, zone);
        const QDate today = books.dayOf(shop.clock.utc());
        QList<FigureSpan> spans{{from.addDays(-1), today}, {from.addDays(2), from.addDays(4)}};
        for (QDate day = from.addDays(-1); day <= today; day = day.addDays(1))
            spans.append({day, day});
        int busyDays = 0;
        for (const FigureSpan &span : spans) {
            const QString days = span.from.toString(Qt::ISODate) + u'/' + span.to.toString(Qt::ISODate);
            for (const FigureDimension by : everyDimension) {
                const Figures figures = figuresOf(shop, {by, span, {}});
                compare(figures, books.sums(by, span), nameOf(by) + u' ' + days);
                if (QTest::currentTestFailed())
                    return;
                busyDays += by == FigureDimension::Hour && figures.total.refunded.isPositive();
                const QDateTime end = figures.owed.at.isValid() ? figures.owed.at : shop.clock.utc().addMSecs(1);
                QCOMPARE(figures.owed.members.minor, books.owed(end, true));
                QCOMPARE((figures.owed.total() - figures.owed.members).minor, books.owed(end, false));
                QCOMPARE(figures.owed.total().minor,
                    shop.number("SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p ON p.movement = m.id "
                                "WHERE p.account = 1 AND m.at < ?",
                        {end.toMSecsSinceEpoch()}));
                QCOMPARE(figures.owed.onItsWay.minor,
                    shop.number("SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p ON p.movement = m.id "
                                "WHERE p.account = 5 AND m.at < ?",
                        {end.toMSecsSinceEpoch()}));
            }
        }
        QVERIFY(busyDays > 4);
        for (const QString &performance : {u"tonight"_s, u"tomorrow"_s, u"free"_s})
            for (const FigureDimension by : everyDimension) {
                const PerformanceKey key = shop.performance(performance);
                compare(figuresOf(shop, {by, {}, key}), books.sums(by, {}, QString::number(key.value)), performance);
            }
    }

    void anOrderThatIsRefundedLeavesNoTaxBehind()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 1, 20}); // 75,000: 6,818 within
        const QDate day = {2026, 11, 25};
        for (const FigureDimension by : everyDimension)
            QCOMPARE(figuresOf(shop, {by, {day, day}, {}}).total.tax.minor, 6'818);
        shop.clock.advance(24h);
        must(shop->payments.refund(order, {}, u"?"_s));
        for (const FigureDimension by : everyDimension) {
            QCOMPARE(figuresOf(shop, {by, {day, day}, {}}).total.tax.minor, 6'818); // that day's, for ever
            QCOMPARE(figuresOf(shop, {by, {day.addDays(1), day.addDays(1)}, {}}).total.tax.minor, -6'818);
            const Figures both = figuresOf(shop, {by, {day, day.addDays(1)}, {}});
            QCOMPARE(both.total.tax.minor, 0);
            for (const FigureRow &row : both.rows)
                QVERIFY(by == FigureDimension::Hour || by == FigureDimension::Tender || row.tax.isZero());
        }
    }

    /// As refunds by seat leave it: the ticket void, the order paid, a movement for each refund.
    void refundsOfSeatsCountWithTheirCategoryWhereTheRowsSayIt()
    {
        TestShop shop;
        const OrderId order = shop.sold({0, 20, 21}); // R 30,000, S 15,000 twice
        const auto refundSeat = [&](int seat, qint64 price) {
            must(shop.db().write(shop.clock, [&](Transaction &tx) -> Done {
                tx.db().run("UPDATE ticket SET live = 0 WHERE sale = ? AND seat = ?", {order.bytes(), seat});
                LedgerStore(tx.db()).move(shop.ids.make<MovementId>(), MovementKind::Refund, shop.clock.utc(),
                    order.bytes(),
                    {{Account::Sales, {}, shop.won(-price)}, {Account::Wallet, wallet(shop), shop.won(price)}});
                return done;
            }));
        };
        const QDate day = {2026, 11, 25};
        const auto by = [&](FigureDimension dimension, int days) {
            return figuresOf(shop, {dimension, {day.addDays(1), day.addDays(days)}, {}});
        };
        shop.clock.advance(24h);
        refundSeat(20, 15'000);
        QCOMPARE(rowOf(by(FigureDimension::Category, 1), u"S"_s)->refunded.minor, 15'000);
        shop.clock.advance(24h);
        refundSeat(0, 30'000);
        QCOMPARE(
            rowOf(by(FigureDimension::Category, 2), u"S"_s)->refunded.minor, 15'000); // both days: all that is void
        QCOMPARE(rowOf(by(FigureDimension::Category, 2), u"R"_s)->refunded.minor, 30'000);
        const Figures first = by(FigureDimension::Category, 1); // of one day it isn't said any more which ticket it was
        QVERIFY(!rowOf(first, u"S"_s));
        QCOMPARE(rowOf(first, u"NotToldApart"_s)->refunded.minor, 15'000);
        QCOMPARE(
            rowOf(by(FigureDimension::Type, 1), QString::number(shop.type(u"adult"_s).value))->refunded.minor, 15'000);
        QCOMPARE(by(FigureDimension::Performance, 1).rows.size(), 1);
        for (const FigureDimension dimension : everyDimension)  // however it is cut, the same
            QCOMPARE(by(dimension, 2).total.tax.minor, -4'091); // of 45,000
    }

    void aRefundHereOfWhatAnotherNodeSoldIsARowOfItsOwn()
    {
        TestShop shop;
        shop.sold({0});
        must(shop.db().write(shop.clock, [&](Transaction &tx) -> Done {
            LedgerStore(tx.db()).move(shop.ids.make<MovementId>(), MovementKind::Refund, shop.clock.utc(),
                shop.ids.make<OrderId>().bytes(),
                {{Account::Sales, {}, shop.won(-11'000)}, {Account::Wallet, wallet(shop), shop.won(11'000)}});
            return done;
        }));
        const QDate day = {2026, 11, 25};
        for (const FigureDimension by : everyDimension) {
            const Figures figures = figuresOf(shop, {by, {day, day}, {}});
            QCOMPARE(rowOf(figures, u"Elsewhere"_s)->refunded.minor, 11'000);
            QCOMPARE(figures.total.net().minor, 30'000 - 11'000);
        }
    }

    void claimCodesAreTheirOwnPartOfWhatIsOwedNow()
    {
        TestShop shop;
        const TokenPass member = shop.member();
        shop.topUp(member, 20'000);
        const TokenPass here = shop.guest(), gone = shop.guest();
        shop.topUp(here, 5'000);
        shop.topUp(gone, 7'000);
        const Claim claim = *must(shop->payments.endVisit(gone, {})).claim;
        const QDate today = {2026, 11, 25};
        const auto owed = [&] { return figuresOf(shop, {FigureDimension::Hour, {today, today}, {}}).owed; };
        QCOMPARE(owed().members.minor, 20'000);
        QCOMPARE(owed().guests.minor, 5'000);
        QCOMPARE(owed().claims->minor, 7'000);
        const Tender out = must(shop->payments.payClaim(claim.code, {}));
        QCOMPARE(owed().claims->minor, 0); // in a clerk's hand
        QCOMPARE(owed().onItsWay.minor, 7'000);
        must(shop->payments.answered(out.id, DeviceAnswer::Approved));
        QCOMPARE(owed().onItsWay.minor, 0);
        QCOMPARE(owed().total().minor, 25'000);
        shop.run(
            "UPDATE wallet SET balance = -3000 WHERE member IS NOT NULL"); // late sales may take more than there is
        QCOMPARE(owed().members.minor, -3'000);
    }

    void aClockThatWasPutBackHidesNoSale()
    {
        TestShop shop;
        shop.clock.setUtc(QDateTime({2027, 6, 1}, {3, 0}, Qt::UTC));
        shop.ids.make<OrderId>(); // from here on ids are of next year
        shop.clock.setUtc(QDateTime({2026, 11, 25}, {9, 0}, Qt::UTC));
        shop.sold({0});
        shop.clock.advance(72h);
        const QDate day = {2026, 11, 25};
        const Figures figures = figuresOf(shop, {FigureDimension::Hour, {day, day}, {}});
        QCOMPARE(figures.total.gross.minor, 30'000);
    }

    void hoursWithoutSalesStandBetweenThoseWithSome()
    {
        TestShop shop; // 18:00 in Seoul
        shop.sold({0});
        shop.clock.advance(8h); // 02:00: the same business day
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 30'000);
        shop.pay(pass, shop.hold(pass, {0}, u"tomorrow"_s));
        const QDate day = {2026, 11, 25};
        QStringList hours;
        for (const FigureRow &row : figuresOf(shop, {FigureDimension::Hour, {day, day}, {}}).rows)
            hours.append(textOf(row.key));
        QCOMPARE(hours.join(u' '), u"18 19 20 21 22 23 0 1 2"_s);
    }

    void aSpanThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("place");
        QTest::newRow("no beginning") << QDate() << QDate(2026, 11, 25) << u"/from"_s;
        QTest::newRow("no end") << QDate(2026, 11, 25) << QDate() << u"/to"_s;
        QTest::newRow("backwards") << QDate(2026, 11, 25) << QDate(2026, 11, 24) << u"/to"_s;
        QTest::newRow("an age") << QDate(1900, 1, 1) << QDate(2026, 11, 25) << u"/to"_s;
    }
    void aSpanThatIsNoneIsRefused()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        TestShop shop;
        const auto figures = FigureService(shop.db(), shop.clock).figures({FigureDimension::Hour, {from, to}, {}});
        QCOMPARE(answerOf(figures), u"BadInput"_s);
        QTEST(refusal(figures).place, "place");
    }

    void whoTakesFiguresOutIsInTheJournal()
    {
        TestShop shop;
        const StaffMember who = must(shop->staff.add(u"Kim"_s, Role::Supervisor, u"-"_s));
        const QDate from = {2026, 11, 1}, to = {2026, 11, 25};
        must(FigureService(shop.db(), shop.clock)
                 .noteExport({FigureDimension::Clerk, {from, to}, {}}, {who, u"audit"_s}));
        const QJsonObject told = QJsonDocument::fromJson(shop.lastEntry(u"figuresExported"_s).toUtf8()).object();
        QCOMPARE(told, QJsonObject({{u"staff"_s, who.id.text()}, {u"why"_s, u"audit"_s}, {u"by"_s, u"Clerk"_s},
                           {u"from"_s, u"2026-11-01"_s}, {u"to"_s, u"2026-11-25"_s}}));
    }

private:
    static WalletId wallet(TestShop &shop)
    {
        Rows rows = shop.db().run("SELECT wallet FROM sale");
        return rows.next() ? WalletId::fromBytes(rows.blob(0)) : WalletId();
    }
};

QTEST_GUILESS_MAIN(FigureServiceTest)
#include "FigureServiceTest.moc"
