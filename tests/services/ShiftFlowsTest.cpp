#include "services/ShiftService.h"
#include "storage/Audit.h"
#include "storage/HubLinkStore.h"
#include "storage/ShiftJson.h"
#include "support/Audit.h"
#include "support/TestShop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// A counter with a clerk, and the drawer they answer for.
struct Counter {
    TestShop shop;
    StaffId kim = must(shop->staff.add(u"Kim"_s, Role::Clerk, TestShop::pinHash())).id;

    ShiftService drawer() { return {shop.db(), shop.clock, shop.ids}; }
    void open(qint64 opening = 100'000) { must(drawer().open(kim, TestShop::won(opening))); }
    ShiftReport x() { return must(drawer().report()); }
    ShiftReport close(qint64 counted) { return must(drawer().close(kim, CashCount::ofSum(TestShop::won(counted)))); }

    /// A walk-up who pays exactly; while no drawer is open, somebody who serves themselves.
    OrderId sell(const QList<int> &seats, TenderKind kind = TenderKind::Cash)
    {
        const TokenPass pass =
            must(drawer().current()) ? must(shop->tokens.serve(std::nullopt, kim)).pass : shop.guest();
        const Hold held = shop.hold(pass, seats);
        const Tender tender = shop.beginTopUp(pass, held.total({}).minor, kind, held.id);
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        return shop.pay(pass, held);
    }
    void payClaim(const QString &code)
    {
        must(shop->payments.answered(must(shop->payments.payClaim(code, kim)).id, DeviceAnswer::Approved));
    }
    /// What the rules between tables and the drawers' own say; empty: all of it is true.
    QString verified()
    {
        const AuditReport report = must(audit(shop.db()));
        return report.clean() ? QString() : report.violations.constFirst().rule + report.violations.constFirst().words;
    }
};

QString figuresOf(const ShiftReport &report)
{
    return QString::fromUtf8(QJsonDocument(jsonOf(report)).toJson(QJsonDocument::Compact));
}

/// The same figures from nothing but the journal's entries between the opening and the end.
class ToldByJournal
{
public:
    explicit ToldByJournal(TestShop &shop)
    {
        bool isOpen = false;
        for (Rows rows = shop.db().run("SELECT kind, body FROM journal ORDER BY epoch, seq"); rows.next();) {
            const QString kind = rows.text(0);
            const QJsonObject body = QJsonDocument::fromJson(rows.text(1).toUtf8()).object();
            if (kind == u"shiftOpened") {
                isOpen = true;
                expected = body["opening"_L1].toInteger();
            } else if (kind == u"shiftClosed") {
                isOpen = false;
            } else if (isOpen) {
                read(kind, body);
            }
        }
    }
    qint64 unspent() const
    {
        qint64 sum = 0;
        for (auto it = m_in.begin(); it != m_in.end(); ++it)
            sum += qBound<qint64>(0, m_left.value(it.key()), it.value());
        return sum;
    }

    qint64 expected = 0, sold = 0, cashIn = 0, cashOut = 0, cardIn = 0, cardOut = 0, refunded = 0, claimsPaid = 0,
           tax = 0;
    int sales = 0, seats = 0, freeSeats = 0, refunds = 0, refundedSeats = 0, claims = 0, moves = 0;
    QString first, last;

private:
    void read(const QString &kind, const QJsonObject &body)
    {
        const qint64 amount = body["amount"_L1].toInteger(), total = body["total"_L1].toInteger();
        const QString wallet = body["wallet"_L1].toString();
        if (kind == u"toppedUp" || kind == u"paidOut") {
            const bool isCash = body["kind"_L1].toString() == u"Cash", isIn = kind == u"toppedUp";
            (isCash ? (isIn ? cashIn : cashOut) : (isIn ? cardIn : cardOut)) += amount;
            expected += isCash ? (isIn ? amount : -amount) : 0;
            m_left[wallet] += isIn ? amount : -amount;
            m_in[wallet] += isIn ? amount : 0;
            if (!isIn && m_claims.remove(wallet)) {
                ++claims;
                claimsPaid += amount;
            }
        } else if (kind == u"claimPaying") {
            m_claims.insert(wallet);
        } else if (kind == u"givenAway") {
            m_free.insert(body["hold"_L1].toString() + QString::number(body["seat"_L1].toInt()));
        } else if (kind == u"drawerMoved") {
            ++moves;
            expected += amount;
        } else if (kind == u"refunded") {
            ++refunds;
            refundedSeats += int(body["rights"_L1].toArray().size());
            refunded += total;
            tax -= taxWithin(TestShop::won(total), 1'000).minor;
            m_left[wallet] += total;
        } else if (kind == u"sold") {
            ++sales;
            sold += total;
            tax += taxWithin(TestShop::won(total), 1'000).minor;
            m_left[wallet] -= total;
            for (const QJsonValue ticket : body["tickets"_L1].toArray()) {
                ++seats;
                freeSeats += m_free.contains(body["hold"_L1].toString() + QString::number(ticket[1].toInt()));
            }
            last = body["number"_L1].toString();
            if (first.isEmpty())
                first = last;
        }
    }
    QHash<QString, qint64> m_in, m_left;
    QSet<QString> m_claims, m_free;
};

/// What happens at a counter in a day, by chance.
class RandomDay
{
public:
    RandomDay(Counter &counter, quint32 seed) : m_counter(counter), m_random(seed) {}

    void work(int acts)
    {
        for (int i = 0; i < acts; ++i) {
            m_counter.shop.clock.advance(std::chrono::minutes(1));
            switch (m_random.bounded(8)) {
            case 0:
            case 1:
            case 2: sell(); break;
            case 3: refund(); break;
            case 4: topUp(); break;
            case 5: m_codes.isEmpty() ? sell() : m_counter.payClaim(m_codes.takeLast()); break;
            case 6: moveCash(); break;
            case 7: give(); break;
            }
        }
    }
    int expectedMoves = 0;

private:
    QList<int> someSeats()
    {
        QList<int> seats;
        for (int i = 1 + m_random.bounded(3); i > 0 && !m_free.isEmpty(); --i)
            seats.append(m_free.takeAt(m_random.bounded(int(m_free.size()))));
        return seats;
    }
    TenderKind someKind() { return m_random.bounded(2) ? TenderKind::Cash : TenderKind::Card; }
    void sell()
    {
        const QList<int> seats = someSeats();
        if (!seats.isEmpty())
            m_sold.append({m_counter.sell(seats, someKind()), seats});
    }
    /// A guest who wants the money at once, or as a code for later.
    void refund()
    {
        if (m_sold.isEmpty())
            return;
        const auto [order, seats] = m_sold.takeAt(m_random.bounded(int(m_sold.size())));
        const auto claim = must(m_counter.shop->payments.refund(order, m_counter.kim, u"fell ill"_s));
        m_free += seats;
        if (claim && m_random.bounded(2))
            m_counter.payClaim(claim->code);
        else if (claim)
            m_codes.append(claim->code);
    }
    /// Money that buys nothing: it stays in a wallet, or goes back as the guest leaves.
    void topUp()
    {
        TestShop &shop = m_counter.shop;
        const TokenPass pass = must(shop->tokens.serve(std::nullopt, m_counter.kim)).pass;
        const TenderKind kind = someKind();
        shop.topUp(pass, 1'000 * (1 + m_random.bounded(50)), kind);
        if (m_random.bounded(2))
            return;
        const auto end = must(shop->payments.endVisit(pass, {kind}));
        must(shop->payments.answered(end.payOuts.constFirst().id, DeviceAnswer::Approved));
    }
    void moveCash()
    {
        const qint64 amount = 1'000 * (m_random.bounded(60) - 20);
        const auto moved = m_counter.drawer().move(m_counter.kim, TestShop::won(amount), u"to the safe"_s);
        expectedMoves += moved.ok();
    }
    void give()
    {
        const QList<int> seats = someSeats();
        if (seats.isEmpty())
            return;
        TestShop &shop = m_counter.shop;
        const TokenPass pass = must(shop->tokens.serve(std::nullopt, m_counter.kim)).pass;
        const Hold held = shop.hold(pass, seats);
        Hold now = held;
        for (const HeldSeat &seat : held.seats)
            now = must(shop->reservations.giveAway(pass, held.id, seat.seat, m_counter.kim, u"press"_s));
        m_sold.append({shop.pay(pass, now), seats});
    }

    Counter &m_counter;
    QRandomGenerator m_random;
    QList<int> m_free = [] {
        QList<int> all;
        for (int i = 0; i < 30; ++i)
            all.append(i);
        return all;
    }();
    QList<std::pair<OrderId, QList<int>>> m_sold;
    QStringList m_codes;
};
} // namespace

/// A drawer at a counter: what it should hold is what its rows say, and what was said once stays so.
class ShiftFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloatOpensAShift()
    {
        Counter counter;
        const Shift shift = must(counter.drawer().open(counter.kim, TestShop::won(150'000)));
        QCOMPARE(shift.number, 1);
        QCOMPARE(shift.openedByName, u"Kim"_s);
        QCOMPARE(must(counter.drawer().current())->id, shift.id);
        QCOMPARE(counter.x().tenders->expected.minor, 150'000);
        const QString told = counter.shop.lastEntry(u"shiftOpened"_s);
        QVERIFY(told.contains(counter.kim.text()) && told.contains(u"\"opening\":150000"_s));
    }

    void onlyOneIsOpenAtATime()
    {
        Counter counter;
        counter.open();
        QCOMPARE(answerOf(counter.drawer().open(counter.kim, TestShop::won(1'000))), u"ShiftOpen"_s);
        counter.close(100'000);
        QVERIFY(!must(counter.drawer().current()));
        QCOMPARE(must(counter.drawer().open(counter.kim, TestShop::won(0))).number, 2);
    }

    void withoutAShiftNothingIsCounted()
    {
        Counter counter;
        QCOMPARE(answerOf(counter.drawer().report()), u"ShiftNotOpen"_s);
        QCOMPARE(answerOf(counter.drawer().move(counter.kim, TestShop::won(1), u"change"_s)), u"ShiftNotOpen"_s);
        QCOMPARE(answerOf(counter.drawer().close(counter.kim, CashCount::ofSum(TestShop::won(1)))), u"ShiftNotOpen"_s);
        QCOMPARE(answerOf(counter.drawer().report(ShiftId())), u"ShiftNotOpen"_s);
        QCOMPARE(must(counter.drawer().closed(1'000, 10)).size(), 0);
    }

    void amountsThatCantBeAreRefused_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<Money>("amount");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("answer");
        const Money dollars{100, *Currency::fromCode(u"USD")};
        QTest::newRow("a float of less than nothing") << 0 << TestShop::won(-1) << QString() << u"AmountInvalid"_s;
        QTest::newRow("a float of another currency") << 0 << dollars << QString() << u"AmountInvalid"_s;
        QTest::newRow("a float beyond money")
            << 0 << TestShop::won(limits::moneyMax + 1) << QString() << u"AmountInvalid"_s;
        QTest::newRow("nothing moves") << 1 << TestShop::won(0) << u"?"_s << u"AmountInvalid"_s;
        QTest::newRow("another currency moves") << 1 << dollars << u"?"_s << u"AmountInvalid"_s;
        QTest::newRow("more than there should be") << 1 << TestShop::won(-100'001) << u"?"_s << u"AmountInvalid"_s;
        QTest::newRow("all there should be") << 1 << TestShop::won(-100'000) << u"to the safe"_s << u"ok"_s;
        QTest::newRow("no reason") << 1 << TestShop::won(-1'000) << u" \t"_s << u"ReasonNeeded"_s;
        QTest::newRow("a novel for a reason") << 1 << TestShop::won(-1'000) << u"x"_s.repeated(501) << u"BadInput"_s;
        QTest::newRow("less than nothing is counted") << 2 << TestShop::won(-1) << QString() << u"AmountInvalid"_s;
        QTest::newRow("another currency is counted") << 2 << dollars << QString() << u"AmountInvalid"_s;
        QTest::newRow("nothing is left") << 2 << TestShop::won(0) << QString() << u"ok"_s;
    }
    void amountsThatCantBeAreRefused()
    {
        QFETCH(int, act);
        QFETCH(Money, amount);
        QFETCH(QString, why);
        Counter counter;
        if (act > 0)
            counter.open();
        const qint64 before = counter.shop.number("SELECT seq FROM head");
        const QString answer = act == 0   ? answerOf(counter.drawer().open(counter.kim, amount))
                               : act == 1 ? answerOf(counter.drawer().move(counter.kim, amount, why))
                                          : answerOf(counter.drawer().close(counter.kim, CashCount::ofSum(amount)));
        QTEST(answer, "answer");
        QCOMPARE(counter.shop.number("SELECT seq FROM head") == before, answer != u"ok");
    }

    void dropsAreToldOfWithWhoAndWhy()
    {
        Counter counter;
        counter.open();
        must(counter.drawer().move(counter.kim, TestShop::won(-60'000), u" to the safe "_s));
        QCOMPARE(answerOf(counter.drawer().move(counter.kim, TestShop::won(-40'001), u"?"_s)), u"AmountInvalid"_s);
        must(counter.drawer().move(counter.kim, TestShop::won(20'000), u"change from the bank"_s));
        const ShiftReport x = counter.x();
        QCOMPARE(x.movements.size(), 2);
        QCOMPARE(x.movements[0].why, u"to the safe"_s);
        QCOMPARE(x.movements[0].whoName, u"Kim"_s);
        QCOMPARE(x.moved().minor, -40'000);
        QCOMPARE(x.tenders->expected.minor, 60'000);
        const QString told = counter.shop.lastEntry(u"drawerMoved"_s);
        QVERIFY(told.contains(counter.kim.text()) && told.contains(u"change from the bank"_s));
    }

    void takingStockChangesNothing()
    {
        Counter counter;
        counter.open();
        counter.sell({0, 1});
        counter.shop.db().checkpoint();
        const QByteArray before = dumpHash(counter.shop.file());
        QCOMPARE(figuresOf(counter.x()), figuresOf(counter.x()));
        QCOMPARE(dumpHash(counter.shop.file()), before);
    }

    void whoCountsBlindHearsNothingOfMoneyByItsWay()
    {
        Counter counter;
        counter.open();
        counter.sell({0, 1});
        const ShiftReport blind = counter.x().blind();
        QVERIFY(!blind.tenders);
        QVERIFY(!figuresOf(blind).contains(u"\"cash\""_s));
        QCOMPARE(blind.sold.minor, 60'000);
        const auto refused = counter.drawer().move(counter.kim, TestShop::won(-1'000'000), u"to the safe"_s);
        QCOMPARE(refusal(refused).amount.minor, 0);
    }

    void aDifferenceIsStatedAndNothingIsBookedForIt()
    {
        Counter counter;
        counter.open();
        counter.sell({0});
        const qint64 postings = counter.shop.number("SELECT count(*) FROM posting");
        const ShiftReport z = counter.close(128'500);
        QCOMPARE(z.shift.end->expected.minor, 130'000);
        QCOMPARE(z.shift.end->difference().minor, -1'500);
        QCOMPARE(counter.shop.number("SELECT count(*) FROM posting"), postings);
        const QString told = counter.shop.lastEntry(u"shiftClosed"_s);
        QVERIFY(told.contains(u"\"difference\":-1500"_s) && told.contains(counter.kim.text()));
        QCOMPARE(counter.verified(), QString());
    }

    void pilesMustSumToWhatIsSaid()
    {
        Counter counter;
        counter.open();
        const QList<CashCount::Pile> piles{
            {TestShop::won(50'000), 1}, {TestShop::won(1'000), 49}, {TestShop::won(500), 0}};
        CashCount counted = *CashCount::of(piles, {});
        QCOMPARE(counted.sum.minor, 99'000);
        QCOMPARE(counted.piles.size(), 2);
        ++counted.sum.minor;
        QCOMPARE(answerOf(counter.drawer().close(counter.kim, counted)), u"AmountInvalid"_s);
        --counted.sum.minor;
        QCOMPARE(must(counter.drawer().close(counter.kim, counted)).counted.piles, counted.piles);
        QVERIFY(!CashCount::of({{TestShop::won(1'000), -1}}, {}));
        QVERIFY(!CashCount::of({{TestShop::won(-1'000), 1}}, {}));
        QVERIFY(!CashCount::of({{TestShop::won(limits::moneyMax), 2}}, {}));
    }

    void theEndWaitsForEveryAnswer()
    {
        Counter counter;
        counter.open();
        TestShop &shop = counter.shop;
        const TokenPass pass = must(shop->tokens.serve(std::nullopt, counter.kim)).pass;
        const Tender tender = shop.beginTopUp(pass, 30'000, TenderKind::Card);
        const CashCount counted = CashCount::ofSum(TestShop::won(100'000));
        for (const DeviceAnswer answer : {DeviceAnswer::Unknown, DeviceAnswer::Approved}) {
            const Refused refused = refusal(counter.drawer().close(counter.kim, counted));
            QCOMPARE(refused.why, Refusal::TenderInDoubt);
            QCOMPARE(refused.place, tender.id.text());
            QCOMPARE(refused.amount.minor, 30'000);
            QCOMPARE(counter.x().tenders->card.taken.minor, 0); // no answer is no money
            must(shop->payments.answered(tender.id, answer));
        }
        QCOMPARE(must(counter.drawer().close(counter.kim, counted)).tenders->card.taken.minor, 30'000);
    }

    void cashOfNoShiftOrOfTheOneBeforeIsntCounted()
    {
        Counter counter;
        counter.sell({0}); // nobody's drawer
        counter.open();
        counter.sell({1});
        counter.close(130'000);
        counter.open(50'000);
        counter.sell({2}, TenderKind::Card);
        const ShiftReport x = counter.x();
        QCOMPARE(x.sales, 1);
        QCOMPARE(x.tenders->cash.taken.minor, 0);
        QCOMPARE(x.tenders->expected.minor, 50'000);
        QCOMPARE(counter.verified(), QString());
    }

    void aClockThatJumpsChangesNoFigure()
    {
        Counter counter;
        counter.open();
        counter.sell({0});
        counter.shop.clock.setUtc(counter.shop.clock.utc().addSecs(-7'200));
        const OrderId order = counter.sell({1, 2});
        must(counter.shop->payments.refund(order, counter.kim, u"fell ill"_s));
        const ShiftReport z = counter.close(190'000);
        QCOMPARE(z.sales, 2);
        QCOMPARE(z.refunds.amount.minor, 60'000);
        QCOMPARE(z.shift.end->difference().minor, 0);
        QCOMPARE(counter.verified(), QString());
    }

    void voidsAreApartFromRefunds()
    {
        Counter counter;
        counter.open();
        must(counter.shop.db().write(counter.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"refunded"_s, {{u"total"_s, 30'000}, {u"void"_s, true}, {u"rights"_s, QJsonArray{QJsonArray{1}}}});
            tx.tell(u"refunded"_s, {{u"total"_s, 15'000}, {u"rights"_s, QJsonArray{QJsonArray{2}, QJsonArray{3}}}});
            return done;
        }));
        const ShiftReport x = counter.x();
        QCOMPARE(x.voids.times, 1);
        QCOMPARE(x.voids.amount.minor, 30'000);
        QCOMPARE(x.refunds.seats, 2);
        QCOMPARE(x.refunds.amount.minor, 15'000);
        QCOMPARE(x.taxes.constFirst().gross.minor, -45'000);
    }

    void aClosedReportIsTheSameForEver()
    {
        Counter counter;
        counter.open();
        const OrderId order = counter.sell({0, 1});
        counter.sell({2});
        must(counter.drawer().move(counter.kim, TestShop::won(-50'000), u"to the safe"_s));
        const ShiftReport z = counter.close(140'000);
        QCOMPARE(z.chain.seq, counter.shop.number("SELECT seq FROM head"));

        counter.open(10'000);
        must(counter.shop->payments.refund(order, counter.kim, u"fell ill"_s));
        counter.sell({0});
        Season season = TestShop::season();
        season.settings.taxBasisPoints = 500;
        season.settings.sellerName = u"Somebody else"_s;
        must(counter.shop->catalogue.importSeason(season));
        counter.close(40'000);

        const ShiftReport again = must(counter.drawer().report(z.shift.id));
        QCOMPARE(figuresOf(again), figuresOf(z));
        QCOMPARE(again.chain.hash, z.chain.hash);
        QCOMPARE(again.house, z.house);
        QCOMPARE(again.movements.constFirst().whoName, u"Kim"_s);
        QCOMPARE(again.shift.end->counted.minor, 140'000);
        const QList<Shift> shifts = must(counter.drawer().closed(1'000, 10));
        QCOMPARE(shifts.size(), 2);
        QCOMPARE(shifts.constFirst().number, 2);
        QCOMPARE(must(counter.drawer().closed(2, 10)).constFirst().id, z.shift.id);
        QCOMPARE(counter.verified(), QString());
    }

    void noStatementChangesAClosedShift_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *statement : {"UPDATE shift SET counted = 1", "UPDATE shift SET open = 1", "DELETE FROM shift",
                 "UPDATE drawer_movement SET amount = 1", "DELETE FROM drawer_movement"})
            QTest::newRow(statement) << QString::fromLatin1(statement);
    }
    void noStatementChangesAClosedShift()
    {
        QFETCH(QString, statement);
        Counter counter;
        counter.open();
        must(counter.drawer().move(counter.kim, TestShop::won(-50'000), u"to the safe"_s));
        counter.close(50'000);
        QVERIFY_THROWS_EXCEPTION(StorageFailure, counter.shop.db().runOnce(statement));
    }

    void aTerminalSaysWhatItsHubDoesntKnow()
    {
        Counter counter;
        counter.open();
        counter.sell({0});
        QVERIFY(!counter.x().notSynced); // a house on its own
        must(counter.shop.db().write(counter.shop.clock, [&](Transaction &tx) -> Done {
            HubLinkStore(tx.db()).save({.hub = counter.shop.ids.make<NodeId>(), .lane = u"B"_s});
            journal::noteSent(tx.db(), tx.head().seq);
            return done;
        }));
        QCOMPARE(counter.x().notSynced->entries, 0);
        const QDateTime since = counter.shop.clock.utc().addSecs(60);
        counter.shop.clock.setUtc(since);
        counter.sell({1, 2});
        const auto waiting = *counter.x().notSynced;
        QVERIFY(waiting.entries > 3);
        QCOMPARE(waiting.since, since);
        QCOMPARE(waiting.sales, 1);
        QCOMPARE(waiting.amount.minor, 60'000);
        QCOMPARE(waiting.first.constFirst().number, counter.x().lastOrder);
        // sent, and no answer yet
        const auto unanswered = *must(counter.drawer().report(counter.shop.number("SELECT seq FROM head"))).notSynced;
        QCOMPARE(unanswered.sales, 2);
        QCOMPARE(must(counter.drawer().close(counter.kim, CashCount::ofSum(TestShop::won(0)))).notSynced->sales, 1);
    }

    void everyFigureIsWhatTheJournalTells_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void everyFigureIsWhatTheJournalTells()
    {
        QFETCH(quint32, seed);
        Counter counter;
        counter.sell({0}); // before any drawer; and refunded in no shift either
        must(counter.shop->payments.refund(counter.sell({1}), counter.kim, u"?"_s));
        must(counter.shop->payments.refund(OrderId::fromBytes([&] {
            Rows rows = counter.shop.db().run("SELECT id FROM sale WHERE state = 1");
            return rows.next() ? rows.blob(0) : QByteArray();
        }()),
            counter.kim, u"?"_s));
        counter.open(200'000);
        RandomDay day(counter, seed);
        day.work(60);
        const ShiftReport x = counter.x();
        const ShiftReport z = counter.close(x.tenders->expected.minor + 500);
        const ToldByJournal told(counter.shop);

        QCOMPARE(z.sales, told.sales);
        QVERIFY(z.sales > 5);
        QCOMPARE(z.seats, told.seats);
        QCOMPARE(z.freeSeats, told.freeSeats);
        QCOMPARE(z.sold.minor, told.sold);
        QCOMPARE(z.firstOrder, told.first);
        QCOMPARE(z.lastOrder, told.last);
        QCOMPARE(z.tenders->cash.taken.minor, told.cashIn);
        QCOMPARE(z.tenders->cash.given.minor, told.cashOut);
        QCOMPARE(z.tenders->card.taken.minor, told.cardIn);
        QCOMPARE(z.tenders->card.given.minor, told.cardOut);
        QCOMPARE(z.refunds.times, told.refunds);
        QCOMPARE(z.refunds.seats, told.refundedSeats);
        QCOMPARE(z.refunds.amount.minor, told.refunded);
        QCOMPARE(z.taxes.constFirst().tax.minor, told.tax);
        QCOMPARE(z.taxes.constFirst().gross.minor, told.sold - told.refunded);
        QCOMPARE(z.tenders->claims, told.claims);
        QCOMPARE(z.tenders->claimsPaid.minor, told.claimsPaid);
        QCOMPARE(z.tenders->unspent.minor, told.unspent());
        QCOMPARE(int(z.movements.size()), told.moves);
        QCOMPARE(told.moves, day.expectedMoves);
        QCOMPARE(z.shift.end->expected.minor, told.expected);
        QCOMPARE(x.tenders->expected.minor, told.expected);
        QCOMPARE(z.shift.end->difference().minor, 500);
        QCOMPARE(counter.verified(), QString());
    }
};

QTEST_GUILESS_MAIN(ShiftFlowsTest)
#include "ShiftFlowsTest.moc"
