#include "storage/SaleStore.h"
#include "support/TempNode.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class SaleStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempNode> m_node;
    int m_number = 0;

    SaleStore store() { return SaleStore(m_node->db()); }
    SaleRow sale()
    {
        const Currency euro = *Currency::fromCode(u"EUR");
        return {m_node->make<OrderId>(), u"2026-%1"_s.arg(++m_number, 6, 10, QChar(u'0')), m_node->make<HoldId>(),
            m_node->make<TokenId>(), m_node->make<WalletId>(), {1}, OrderState::Paid, m_node->clock.utc(),
            {2'000, euro}, {131, euro}, 3};
    }
    SaleRow addSale()
    {
        const SaleRow row = sale();
        store().add(row);
        return row;
    }
    TicketRow ticket(const SaleRow &sale, int seat, PerformanceKey performance = {1})
    {
        return {m_node->make<TicketId>(), sale.id, performance, SeatIndex(seat), u"Stalls"_s, {1},
            {1'000, sale.total.currency}, u"CODE"_s, true};
    }

private Q_SLOTS:
    void init() { m_node = std::make_unique<test::TempNode>(); }

    void aSaleReturnsAsItWasMade()
    {
        const SaleRow made = addSale();
        store().add(ticket(made, 9));
        store().add(ticket(made, 4));
        m_node->restart();
        const auto found = store().find(made.id);
        QVERIFY(found);
        QCOMPARE(found->number, made.number);
        QCOMPARE(found->hold, made.hold);
        QCOMPARE(found->wallet, made.wallet);
        QCOMPARE(found->total, made.total);
        QCOMPARE(found->tax, made.tax);
        QCOMPARE(found->paidAt, made.paidAt);
        QCOMPARE(found->catalogue, 3);
        QCOMPARE(store().findByNumber(made.number)->id, made.id);
        const QList<TicketRow> tickets = store().tickets(*found);
        QCOMPARE(tickets.size(), 2);
        QCOMPARE(indexOf(tickets[0].seat), 4);
        QCOMPARE(tickets[0].price, (Money{1'000, made.total.currency}));
        QVERIFY(tickets[0].live);
        QVERIFY(!store().find(m_node->make<OrderId>()));
        QVERIFY(!store().findByNumber(u"2026-999999"_s));
    }

    void aSeatHasOneLiveTicket()
    {
        const SaleRow first = addSale(), second = addSale();
        store().add(ticket(first, 9));
        QVERIFY_THROWS_EXCEPTION(StorageFailure, store().add(ticket(second, 9)));
        QVERIFY_THROWS_EXCEPTION(StorageFailure, store().add(ticket(first, 9)));
        store().add(ticket(second, 9, {2})); // another date
        QCOMPARE(store().tickets(second).size(), 1);
    }

    void theSecondSaleOfASeatIsABrokenInvariantAndLeavesNothing()
    {
        store().add(ticket(addSale(), 9));
        const SaleRow second = sale();
        const Done sold = m_node->write([&](Transaction &t) {
            SaleStore(t.db()).add(second);
            SaleStore(t.db()).add(ticket(second, 8));
            SaleStore(t.db()).add(ticket(second, 9));
        });
        QVERIFY(sold.error());
        QCOMPARE(sold.error()->kind, Error::Kind::Invariant);
        QVERIFY(!store().find(second.id));
    }

    void aRefundedSeatCanBeSoldAgain()
    {
        const SaleRow first = addSale(), second = addSale();
        store().add(ticket(first, 9));
        store().setRefunded(first.id, {SeatIndex(9)});
        QCOMPARE(store().find(first.id)->state, OrderState::Refunded);
        QVERIFY(!store().tickets(first).constFirst().live);
        store().add(ticket(second, 9));
        QVERIFY(store().tickets(second).constFirst().live);
        QVERIFY(store().find(second.id)->state == OrderState::Paid);
    }

    void anOrderIsRefundedWithTheLastOfItsTickets()
    {
        const SaleRow made = addSale();
        store().add(ticket(made, 8));
        store().add(ticket(made, 9));
        store().setRefunded(made.id, {SeatIndex(9)}, true);
        QCOMPARE(store().find(made.id)->state, OrderState::Paid);
        const QList<TicketRow> tickets = store().tickets(made);
        QVERIFY(tickets[0].live && !tickets[0].refundedAtHub);
        QVERIFY(!tickets[1].live && tickets[1].refundedAtHub);
        store().setRefunded(made.id, {SeatIndex(8)});
        QCOMPARE(store().find(made.id)->state, OrderState::Refunded);
        QVERIFY(!store().tickets(made)[0].refundedAtHub);
    }

    void aTicketIsRefundedOnce()
    {
        const SaleRow made = addSale();
        store().add(ticket(made, 9));
        store().setRefunded(made.id, {SeatIndex(9)});
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().setRefunded(made.id, {SeatIndex(9)}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().setRefunded(made.id, {SeatIndex(8)}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().setRefunded(m_node->make<OrderId>(), {SeatIndex(9)}));
    }

    void aHoldAndANumberAreSoldOnce()
    {
        const SaleRow made = addSale();
        SaleRow sameHold = sale(), sameNumber = sale(), sameId = sale();
        sameHold.hold = made.hold;
        sameNumber.number = made.number;
        sameId.id = made.id;
        for (const SaleRow &twice : {sameHold, sameNumber, sameId})
            QVERIFY_THROWS_EXCEPTION(StorageFailure, store().add(twice));
    }
};

QTEST_GUILESS_MAIN(SaleStoreTest)
#include "SaleStoreTest.moc"
