#include "storage/Audit.h"
#include "domain/SeatingPlan.h"
#include "services/RootAuthority.h"
#include "services/Services.h"
#include "services/ShiftService.h"
#include "support/TempNode.h"

#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
template <typename T>
T orThrow(Result<T> result)
{
    if (!result.ok())
        throw std::runtime_error(result.error() ? result.error()->detail.toStdString() : "refused");
    return std::move(result).value();
}

/// A house in the middle of a day: a drawer that was counted, in it an order of two seats, one of two of which one was
/// refunded, one refunded whole, a code that was redeemed; now seats held, and seats being paid into the next drawer.
class Day
{
public:
    explicit Day(TempNode &node)
        : m_node(node), m_ids(node.clock), m_secrets(orThrow(Secrets::load(node.folder().houseKey(), true))),
          m_services(node.db(), node.clock, m_ids, m_secrets, m_authority)
    {
        openHouse();
        ShiftService drawer(m_node.db(), m_node.clock, m_ids);
        orThrow(drawer.open({}, {50'000, {}}));
        buy({0, 1});
        orThrow(m_services.payments.refund(buy({2}), {}, u"fell ill"_s));
        const OrderId parted = buy({5, 6});
        const auto claim =
            orThrow(m_services.payments.refund({.order = parted, .seats = {SeatIndex(6)}, .why = u"one"_s}));
        orThrow(m_services.payments.redeem(guest(), claim.claim->code, {}));
        orThrow(drawer.move({}, {-20'000, {}}, u"to the safe"_s));
        orThrow(drawer.close({}, CashCount::ofSum({60'000, {}})));
        orThrow(drawer.open({}, {50'000, {}}));
        hold(guest(), {3});
        const TokenPass paying = guest();
        payIn(paying, hold(paying, {4}));
        m_node.db().checkpoint();
    }

private:
    void openHouse()
    {
        SeatingPlan plan;
        plan.id = plan.name = u"plan"_s;
        plan.categories = {{u"R"_s, {}}};
        plan.zones = {{u"floor"_s}};
        plan.rows = {{0, u"A"_s, 0, 7}};
        for (int i = 0; i < 7; ++i) {
            plan.x.append(float(i));
            plan.y.append(0);
            plan.category.append(0);
            plan.row.append(0);
            plan.kind.append(SeatKind::Ordinary);
            plan.number.append(QString::number(i + 1));
            plan.guid.append(QString::number(i));
        }
        orThrow(m_services.catalogue.importPlan(plan));
        Season season;
        season.houses = {{{}, u"house"_s, {}, u"plan"_s}};
        season.shows = {{{}, u"show"_s, {}, {}, {}, 90, 0, u"#000000"_s}};
        season.ticketTypes = {{{}, u"adult"_s, {}, {}}};
        season.performances = {{u"p"_s, u"show"_s, u"house"_s, m_node.clock.utc().addDays(1), {}, {},
            PerformanceState::Scheduled, {{u"R"_s, u"adult"_s, {10'000, {}}}}}};
        orThrow(m_services.catalogue.importSeason(season));
    }

    TokenPass guest() { return orThrow(m_services.tokens.issueToGuest()).pass; }

    Hold hold(const TokenPass &pass, const QList<int> &seats)
    {
        QList<SeatIndex> wanted;
        for (const int seat : seats)
            wanted.append(SeatIndex{seat});
        return *orThrow(m_services.reservations.hold(pass, keyOf(u"p"_s), wanted)).hold;
    }

    Tender payIn(const TokenPass &pass, const Hold &held)
    {
        return orThrow(
            m_services.payments.beginTopUp(pass, m_ids.make<TenderId>(), held.total({}), TenderKind::Cash, held.id));
    }

    OrderId buy(const QList<int> &seats)
    {
        const TokenPass pass = guest();
        const Hold held = hold(pass, seats);
        orThrow(m_services.payments.answered(payIn(pass, held).id, DeviceAnswer::Approved));
        return orThrow(m_services.payments.pay(pass, m_ids.make<OrderId>(), held.id));
    }

    TempNode &m_node;
    IdMaker m_ids;
    Secrets m_secrets;
    RootAuthority m_authority;
    Services m_services;
};
} // namespace

/// Goal: nothing can be changed behind the program's back without the audit naming it. Method: one day through the
/// services, then one statement of raw SQL at a time.
class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayThroughTheServicesIsClean()
    {
        TempNode node;
        const Day day(node);
        const AuditReport report = orThrow(audit(node.db()));
        for (const AuditViolation &violation : report.violations)
            qWarning().noquote() << violation.rule << violation.id << violation.words;
        QVERIFY(report.clean());
        QCOMPARE(report.count(u"sales"), 3);
        QCOMPARE(report.count(u"refunded"), 1);
        QCOMPARE(report.count(u"liveTickets"), 3);
        QCOMPARE(report.count(u"held"), 1);
        QCOMPARE(report.count(u"paying"), 1);
        QCOMPARE(report.count(u"openTenders"), 1);
        QCOMPARE(report.count(u"claims"), 1);
    }

    void anEmptyHouseIsClean()
    {
        TempNode node;
        QVERIFY(orThrow(audit(node.db())).clean());
    }

    void itReadsOnlyAndBesideAnother()
    {
        TempNode node;
        const Day day(node);
        const auto reader = node.connect(Connection::Mode::ReadOnly);
        QVERIFY(orThrow(audit(*reader)).clean());
    }

    void cancelledItClaimsNothing()
    {
        TempNode node;
        const Day day(node);
        int steps = 0;
        const AuditReport report = orThrow(audit(node.db(), [&](const QString &, qint64) { return ++steps < 4; }));
        QVERIFY(!report.finished);
        QVERIFY(!report.clean());
        QCOMPARE(steps, 4);
    }

    void everyRuleTurnsRed_data()
    {
        QTest::addColumn<QStringList>("statements");
        const auto row = [](const char *rule, const QStringList &statements) { QTest::newRow(rule) << statements; };
        const QString anEpoch =
            u"INSERT INTO epoch (node, number, state, position, must_report) VALUES (x'01', 1, 2, 0, 0)"_s;
        const QString changeJournal = u"DROP TRIGGER journal_is_append_only"_s;
        const QString changeMovement = u"DROP TRIGGER movement_is_append_only"_s;
        const auto again = [](const QString &kind, const QString &body = u"body"_s) {
            return QStringList{
                u"INSERT INTO journal SELECT epoch, (SELECT max(seq) + 1 FROM journal), at, %1, %2, hash "
                "FROM journal WHERE kind = 'sold' ORDER BY seq LIMIT 1"_s.arg(kind, body)};
        };
        const auto copyOf = [](const QString &which) {
            return QStringList{u"INSERT INTO journal SELECT epoch, (SELECT max(seq) + 1 FROM journal), at, kind, body, "
                               "hash FROM journal WHERE "_s +
                               which};
        };
        row("journal-broken", {changeJournal, u"UPDATE journal SET at = at + 1 WHERE seq = 5"_s});
        row("journal-gap", {u"DROP TRIGGER journal_is_kept"_s, u"DELETE FROM journal WHERE seq = 5"_s});
        row("journal-end", {u"UPDATE head SET seq = seq - 1"_s});
        row("entry-unreadable", {changeJournal, u"UPDATE journal SET body = 'x' WHERE kind = 'held'"_s});
        row("seat-held-twice", copyOf(u"kind = 'held' ORDER BY seq LIMIT 1"_s));
        row("seat-sold-twice", copyOf(u"kind = 'sold' ORDER BY seq LIMIT 1"_s));
        row("seat-sold-unheld", copyOf(u"kind = 'sold' ORDER BY seq DESC LIMIT 1"_s));
        row("seat-let-go-by-other", again(u"'released'"_s, u"'{\"hold\":\"\",\"performance\":1,\"seats\":[0]}'"_s));
        row("seat-refunded-by-other", copyOf(u"kind = 'refunded' ORDER BY seq LIMIT 1"_s));
        row("sales-not-as-told", {u"DELETE FROM sale WHERE state = 2"_s});
        row("seat-not-as-told", {u"UPDATE seat_right SET state = 1 WHERE seat = 0"_s});
        row("seat-has-two-tickets",
            {u"DROP INDEX seat_is_sold_once"_s, u"UPDATE ticket SET seat = 0 WHERE seat = 1"_s});
        row("live-ticket-without-seat", {u"DELETE FROM seat_right WHERE seat = 0"_s});
        row("sold-seat-without-ticket", {u"DELETE FROM ticket WHERE seat = 0"_s});
        row("right-without-hold", {u"DELETE FROM hold_seat WHERE seat = 3"_s});
        row("right-unused", {u"UPDATE seat_right SET hold = NULL WHERE seat = 3"_s});
        row("fence-used-twice", {u"UPDATE seat_right SET fence = 1"_s});
        row("fence-beyond-head", {u"UPDATE head SET fence = 0"_s});
        row("hold-without-right", {u"DELETE FROM seat_right WHERE seat = 3"_s});
        row("paying-without-tender", {u"UPDATE tender SET state = 5 WHERE state < 3"_s});
        row("sold-hold-without-sale", {u"DELETE FROM sale"_s});
        row("sale-without-hold", {u"UPDATE hold SET state = 4 WHERE state = 3"_s});
        row("held-by-nobody", {u"UPDATE token SET state = 4"_s});
        row("blocked-without-reason", {u"UPDATE hold SET state = 5 WHERE state = 1"_s});
        row("queue-miscounted", {u"UPDATE queue_count SET waiting = waiting + 1"_s});
        row("sale-of-other-total", {u"UPDATE ticket SET price = price + 1 WHERE seat = 0"_s});
        row("ticket-of-other-state", {u"UPDATE ticket SET live = 1 WHERE seat = 2"_s});
        row("sale-unpaid", {changeMovement, u"UPDATE movement SET kind = 7 WHERE kind = 2"_s});
        row("sale-of-other-state", {u"UPDATE sale SET state = 1"_s});
        row("refund-of-other-total", {u"UPDATE ticket SET live = 0 WHERE seat = 5"_s});
        row("refunds-not-as-told", {u"UPDATE ticket SET refunded_at_hub = 1 WHERE seat = 6"_s});
        const QString atHub = u"INSERT INTO house_order SELECT id, x'01', 1, 1, 0, wallet, performance, total, 0, 0 "
                              "FROM sale WHERE state = 1"_s;
        row("hub-refund-miscounted",
            {atHub, u"INSERT INTO house_refund SELECT id, 1, '[]', total, NULL, wallet, 1, 0 FROM sale"_s});
        row("refunded-beyond-total",
            {atHub, u"INSERT INTO house_refund SELECT id, 1, '[]', total + 1, NULL, NULL, 1, 0 FROM sale"_s});
        row("refund-of-no-order", {u"INSERT INTO house_refund VALUES (x'01', 1, '[]', 1, NULL, NULL, 1, 0)"_s});
        row("redeemed-astray", {changeMovement, u"UPDATE movement SET kind = 11 WHERE kind = 2"_s});
        row("money-of-no-sale", {u"UPDATE sale SET wallet = x'00'"_s});
        row("movement-unbalanced",
            {u"DROP TRIGGER posting_is_append_only"_s, u"UPDATE posting SET amount = amount + 1 WHERE line = 0"_s});
        row("ledger-unbalanced",
            {u"DROP TRIGGER posting_is_append_only"_s, u"UPDATE posting SET amount = amount + 1 WHERE line = 0"_s});
        row("movement-without-postings", {u"DROP TRIGGER posting_is_kept"_s, u"DELETE FROM posting"_s});
        row("posting-astray", {u"DROP TRIGGER movement_is_kept"_s, u"DELETE FROM movement WHERE kind = 1"_s});
        row("two-currencies", {u"UPDATE wallet SET currency = 'USD'"_s});
        row("balance-of-other-sum", {u"UPDATE wallet SET balance = balance + 1"_s});
        row("elsewhere-of-other-sum",
            {anEpoch, u"INSERT INTO amount_right SELECT id, x'01', 1, 5, 0, 0, 0, 0 FROM wallet"_s});
        row("amount-negative", {u"INSERT INTO amount_right SELECT id, x'01', 1, -5, 0, 0, 0, 0 FROM wallet"_s});
        row("wallet-negative", {u"UPDATE wallet SET balance = -1"_s});
        row("top-up-miscounted", {u"UPDATE tender SET amount = amount + 1 WHERE state = 3"_s});
        row("set-aside-miscounted", {u"UPDATE tender SET direction = 2 WHERE state < 3"_s});
        const QString changeShift = u"DROP TRIGGER shift_is_closed_once"_s;
        row("shift-half-closed", {u"UPDATE shift SET counted = 1 WHERE open = 1"_s});
        row("two-shifts-open", {changeShift, u"UPDATE shift SET closed_at = NULL"_s});
        row("shift-of-other-expected", {changeShift, u"UPDATE shift SET expected = expected - 1"_s});
        row("tender-open-in-closed-shift",
            {u"UPDATE tender SET shift = (SELECT id FROM shift WHERE open IS NULL) WHERE state < 3"_s});
        row("shift-unknown", {u"UPDATE sale SET shift = x'01' WHERE state = 1"_s});
        row("shift-not-told", {changeShift, u"UPDATE shift SET closed_seq = 1 WHERE open IS NULL"_s});
        row("shift-of-other-figures", {u"UPDATE sale SET shift = NULL WHERE state = 1"_s});
        row("seats-left-miscounted", {u"UPDATE seats_left SET seats = seats - 1"_s});
        row("plan-changed", {u"UPDATE seating_plan SET hash = x'00'"_s});
        row("seat-unknown", {u"UPDATE seat_right SET seat = 999 WHERE seat = 3"_s});
    }
    void everyRuleTurnsRed()
    {
        QFETCH(QStringList, statements);
        TempNode node;
        const Day day(node);
        for (const QString &statement : statements)
            node.db().runOnce(statement);
        const AuditReport report = orThrow(audit(node.db()));
        QVERIFY(report.finished);
        QVERIFY(!report.clean());
        QStringList rules;
        for (const AuditViolation &violation : report.violations)
            rules.append(violation.rule);
        const QString expected = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY2(rules.contains(expected), qPrintable(rules.join(u", "_s)));
    }

    void thereIsARowForEveryRule()
    {
        QFile source(qEnvironmentVariable("FOYER_SOURCE") + u"/models/storage/AuditRules.h"_s);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QFile self(qEnvironmentVariable("FOYER_SOURCE") + u"/tests/app/AuditTest.cpp"_s);
        QVERIFY(self.open(QIODevice::ReadOnly));
        const QString tests = QString::fromUtf8(self.readAll());
        static const QRegularExpression named(u"Rule\\{\"([a-z-]+)\""_s);
        for (auto it = named.globalMatch(QString::fromUtf8(source.readAll())); it.hasNext();) {
            const QString rule = it.next().captured(1);
            QVERIFY2(tests.contains(u"row(\"%1\""_s.arg(rule)), qPrintable(rule));
        }
    }

    void manyViolationsAreCountedAndFewKept()
    {
        AuditReport report;
        for (int i = 0; i < 1'500; ++i)
            report.violate(u"rule"_s, QString::number(i), {});
        QCOMPARE(report.violationCount, 1'500);
        QCOMPARE(report.violations.size(), 1'000);
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "AuditTest.moc"
