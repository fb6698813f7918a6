#include "support/Audit.h"

#include <QRandomGenerator>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// One customer who does anything in any order, also what no screen would offer.
struct Customer {
    TokenPass pass;
    QList<HoldId> holds;
};

class Journeys
{
public:
    Journeys(TestShop &shop, quint32 seed) : m_shop(shop), m_random(seed) {}

    void step();
    void afterRestart() { m_asked = must(m_shop->payments.openTenders()); }
    int restarts = 0;
    QString failed; ///< an error: nothing here may end in one

private:
    int upTo(int count) { return int(m_random.bounded(count)); }
    Customer &someone();
    QList<SeatIndex> someSeats();
    QList<TenderKind> someDevices();
    HoldId holdOf(Customer &customer);
    void arrive();
    void answer();
    OrderId anyOrder();
    void refund(const RefundWish &wish);
    void staff();
    void shop(Customer &customer);
    void buy(Customer &customer, PerformanceKey performance);

    template <typename T>
    std::optional<T> note(const Result<T> &result)
    {
        if (result.error() && failed.isEmpty())
            failed = answerOf(result);
        return result.ok() ? std::optional(result.value()) : std::nullopt;
    }

    TestShop &m_shop;
    QRandomGenerator m_random;
    QList<Customer> m_customers;
    QList<Tender> m_asked;
    QStringList m_codes;
    QList<OrderId> m_orders;
    int m_members = 0;
};

Customer &Journeys::someone()
{
    if (m_customers.isEmpty())
        arrive();
    const int newest = std::min(int(m_customers.size()), upTo(5) ? 6 : 1'000); // those at a screen do most
    return m_customers[m_customers.size() - 1 - upTo(newest)];
}

QList<SeatIndex> Journeys::someSeats()
{
    QList<SeatIndex> seats;
    for (int i = upTo(4); i >= 0; --i)
        seats.append(static_cast<SeatIndex>(upTo(30)));
    return seats;
}

QList<TenderKind> Journeys::someDevices()
{
    const QList<TenderKind> both{TenderKind::Cash, TenderKind::Card};
    return upTo(2) ? both : both.mid(upTo(2), 1);
}

HoldId Journeys::holdOf(Customer &customer)
{
    if (customer.holds.isEmpty())
        return {};
    return upTo(4) ? customer.holds.constLast() : customer.holds[upTo(int(customer.holds.size()))];
}

void Journeys::arrive()
{
    Customer customer;
    const int how = upTo(4);
    if (how == 0 && m_members < 20) {
        customer.pass = m_shop.member(u"0101000%1"_s.arg(m_members++, 4, 10, QChar(u'0')));
    } else if (how == 1 && m_members > 0) {
        const QString phone = u"0101000%1"_s.arg(upTo(m_members), 4, 10, QChar(u'0'));
        customer.pass = m_shop.signIn(phone).pass;
    } else {
        customer.pass = m_shop.guest();
    }
    m_customers.append(customer);
}

void Journeys::answer()
{
    if (m_asked.isEmpty())
        return;
    const int newest = std::min(int(m_asked.size()), upTo(3) ? 3 : 1'000);
    const Tender tender = m_asked[m_asked.size() - 1 - upTo(newest)]; // it stays: devices answer again
    const auto outcome = note(m_shop->payments.answered(tender.id, DeviceAnswer(1 + upTo(4))));
    if (outcome && outcome->claim)
        m_codes.append(outcome->claim->code);
}

OrderId Journeys::anyOrder() { return m_orders.isEmpty() ? OrderId() : m_orders[upTo(int(m_orders.size()))]; }

void Journeys::refund(const RefundWish &wish)
{
    const auto back = note(m_shop->payments.refund(wish));
    if (back && back->claim)
        m_codes.append(back->claim->code);
    if (back)
        m_asked += back->payOuts;
}

void Journeys::staff()
{
    const StaffId who{QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)};
    switch (upTo(6)) {
    case 0: refund({.order = anyOrder(), .who = who, .why = u"?"_s}); break;
    case 1:
        if (!m_codes.isEmpty())
            if (const auto out = note(m_shop->payments.payClaim(m_codes[upTo(int(m_codes.size()))], who)))
                m_asked.append(*out);
        break;
    case 2:
        if (!m_asked.isEmpty() && upTo(4) == 0)
            note(m_shop->payments.settleSeats(m_asked[upTo(int(m_asked.size()))].id, who, u"?"_s));
        break;
    case 3:
        for (const Unclaimed &found : must(m_shop->payments.unclaimed()))
            if (const auto claim = note(m_shop->payments.codeFor(found.wallet, who, u"?"_s)))
                m_codes.append(claim->code);
        break;
    case 4: {
        RefundWish wish{.order = anyOrder(), .who = who, .why = u"?"_s};
        if (const auto order = note(m_shop->payments.order(wish.order)))
            wish.seats = {order->tickets[upTo(int(order->tickets.size()))].seat};
        if (upTo(2))
            wish.to = TenderKind(1 + upTo(2));
        refund(wish);
        break;
    }
    case 5:
        if (!m_codes.isEmpty())
            note(m_shop->payments.redeem(someone().pass, m_codes[upTo(int(m_codes.size()))], who));
        break;
    }
}

void Journeys::shop(Customer &customer)
{
    const PerformanceKey performance = m_shop.performance(upTo(3) ? u"tonight"_s : upTo(2) ? u"free"_s : u"tomorrow"_s);
    switch (upTo(11)) {
    case 9:
    case 10: buy(customer, performance); break;
    case 0:
    case 1:
    case 2:
        if (const auto held = note(m_shop->reservations.hold(
                customer.pass, performance, someSeats(), upTo(3) ? QList<SeatIndex>() : someSeats()));
            held && held->hold)
            customer.holds.append(held->hold->id);
        break;
    case 3:
        note(m_shop->reservations.release(customer.pass, holdOf(customer), upTo(2) ? someSeats() : QList<SeatIndex>()));
        break;
    case 4: note(m_shop->reservations.prolong(customer.pass, holdOf(customer))); break;
    case 5:
    case 6:
        if (const auto tender = note(m_shop->payments.beginTopUp(customer.pass, m_shop.ids.make<TenderId>(),
                m_shop.won(1'000 * (1 + upTo(90))), TenderKind(1 + upTo(2)),
                upTo(2) && !customer.holds.isEmpty() ? std::optional(holdOf(customer)) : std::nullopt)))
            m_asked.append(*tender);
        break;
    case 7:
        if (const auto order = note(m_shop->payments.pay(customer.pass, m_shop.ids.make<OrderId>(), holdOf(customer))))
            m_orders.append(*order);
        break;
    case 8:
        if (const auto issued = note(m_shop->tokens.buyAnother(customer.pass)))
            customer.pass = issued->pass;
        break;
    }
}

// The straight way, so that much is sold; every step of it may be refused.
void Journeys::buy(Customer &customer, PerformanceKey performance)
{
    const auto held = note(m_shop->reservations.hold(customer.pass, performance, someSeats()));
    if (!held)
        return;
    const Hold hold = *held->hold;
    customer.holds.append(hold.id);
    if (const auto tender = note(m_shop->payments.beginTopUp(
            customer.pass, m_shop.ids.make<TenderId>(), hold.total({}), TenderKind::Card, hold.id))) {
        m_asked.append(*tender);
        note(m_shop->payments.answered(tender->id, DeviceAnswer::Approved));
    }
    if (const auto order = note(m_shop->payments.pay(customer.pass, m_shop.ids.make<OrderId>(), hold.id)))
        m_orders.append(*order);
}

void Journeys::step()
{
    const int what = upTo(100);
    if (what < 8) {
        arrive();
    } else if (what < 60) {
        shop(someone());
    } else if (what < 75) {
        answer();
    } else if (what < 80) {
        staff();
    } else if (what < 84) {
        if (upTo(2))
            note(m_shop->tokens.takeSlip(someone().pass));
        else
            note(m_shop->tokens.comeBack(someone().pass));
    } else if (what < 88) {
        if (const auto end = note(m_shop->payments.endVisit(someone().pass, someDevices()))) {
            m_asked.append(end->payOuts);
            if (end->claim)
                m_codes.append(end->claim->code);
        }
    } else if (what < 97) {
        m_shop.clock.advance(std::chrono::seconds(upTo(200)));
        note(m_shop->sweep());
    } else {
        ++restarts;
        if (upTo(2))
            m_shop.clock.reboot();
        m_shop.restart();
        afterRestart();
    }
}
} // namespace

/// The program ends anywhere between two transactions of anybody's journey, and goes on from what is on disk. Ends
/// within a transaction are FailureSweepTest's.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomJourneysWithCrashes_data()
    {
        QTest::addColumn<quint32>("seed");
        bool again = false; // FOYER_SEED replays what failed
        const quint32 given = qEnvironmentVariable("FOYER_SEED").toUInt(&again);
        const quint32 fresh = again ? given : QRandomGenerator::global()->generate();
        for (quint32 seed : {1u, 2u, 3u, fresh})
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomJourneysWithCrashes()
    {
        QFETCH(quint32, seed);
        qInfo("seed %u", seed);
        TestShop::Options options;
        options.settings.admissionLimit = 5;
        TestShop shop(options);
        Journeys journeys(shop, seed);
        for (int step = 0; step < 1'000; ++step) {
            const int restarts = journeys.restarts;
            journeys.step();
            QVERIFY2(journeys.failed.isEmpty(), qPrintable(u"step %1: "_s.arg(step) + journeys.failed));
            const QString broken = journeys.restarts > restarts ? auditReachable(shop) : audit(shop);
            QVERIFY2(broken.isEmpty(), qPrintable(u"step %1: "_s.arg(step) + broken));
        }
        QVERIFY(journeys.restarts > 0);
        QVERIFY(shop.number("SELECT count(*) FROM sale") > 0);
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "CrashTest.moc"
