#include "FullHouse.h"

#include "BenchHouse.h"
#include "storage/Audit.h"
#include "storage/CatalogueStore.h"
#include "storage/LedgerStore.h"
#include "storage/SaleStore.h"
#include "storage/SeatStore.h"

#include <QFile>
#include <QJsonArray>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int salesATransaction = 20'000;

class Writer
{
public:
    explicit Writer(BenchHouse &house) : m_house(house) {}

    void payIn(Transaction &tx, qint64 amount)
    {
        LedgerStore ledger(tx.db());
        ledger.openWallet({m_wallet, m_house.ids.make<MemberId>(), {0, {}}});
        const Tender tender{m_house.ids.make<TenderId>(), m_wallet, {}, TenderKind::Cash, TenderDirection::In,
            TenderState::Approved, {amount, {}}};
        ledger.addTender({tender, std::nullopt});
        ledger.move(m_house.ids.make<MovementId>(), MovementKind::TopUp, m_house.clock.utc(), tender.id.bytes(),
            {{Account::Wallet, m_wallet, {amount, {}}}, {Account::Cash, {}, {-amount, {}}}});
    }

    void sell(Transaction &tx, int index)
    {
        const PerformanceKey performance = keyOf(u"p%1"_s.arg(index / fullHouseSeats));
        const HeldSeat seat{SeatIndex{index % fullHouseSeats}, {1}, {price, {}}};
        const Hold hold{
            m_house.ids.make<HoldId>(), m_house.ids.make<TokenId>(), performance, HoldState::Sold, {}, false, {}};
        SeatStore seats(tx.db());
        const Fence fence = tx.nextFence();
        seats.give(performance, seat.seat, tx.head().node, tx.head().epoch, fence, hold.id);
        seats.addHold(hold);
        seats.addSeat(hold.id, seat);
        tx.tell(u"held"_s,
            {{u"hold"_s, hold.id.text()}, {u"token"_s, hold.token.text()}, {u"performance"_s, performance.value},
                {u"seats"_s, QJsonArray{QJsonArray{indexOf(seat.seat), fence.number, price}}}});
        seats.sell(performance, hold.id);
        book(tx, hold, seat);
    }

private:
    void book(Transaction &tx, const Hold &hold, const HeldSeat &seat)
    {
        const OrderId order = m_house.ids.make<OrderId>();
        const QDateTime now = m_house.clock.utc();
        LedgerStore(tx.db()).move(m_house.ids.make<MovementId>(), MovementKind::Purchase, now, order.bytes(),
            {{Account::Wallet, m_wallet, {-price, {}}}, {Account::Sales, {}, {price, {}}}});
        const QString number = u"2026-%1"_s.arg(tx.nextSaleNumber(), 6, 10, QLatin1Char('0'));
        SaleStore sales(tx.db());
        sales.add(SaleRow{order, number, hold.id, hold.token, m_wallet, hold.performance, OrderState::Paid, now,
            {price, {}}, taxWithin({price, {}}, 1'000), tx.head().catalogue});
        const TicketId ticket = m_house.ids.make<TicketId>();
        sales.add(TicketRow{ticket, order, hold.performance, seat.seat, u"R"_s, seat.type, seat.price, ticket.text()});
        tx.tell(u"sold"_s,
            {{u"order"_s, order.text()}, {u"number"_s, number}, {u"hold"_s, hold.id.text()},
                {u"wallet"_s, m_wallet.text()}, {u"performance"_s, hold.performance.value}, {u"total"_s, price},
                {u"tickets"_s, QJsonArray{QJsonArray{ticket.text(), indexOf(seat.seat), price}}}});
    }

    BenchHouse &m_house;
    WalletId m_wallet = m_house.ids.make<WalletId>();
};

void fill(const QString &file, int sales)
{
    BenchHouse::build(file, fullHouseSeats, fullHousePerformances);
    BenchHouse house(file, {.durable = false});
    Writer writer(house);
    for (int from = 0; from < sales; from += salesATransaction) {
        orDie(house.db().write(house.clock, [&](Transaction &tx) -> Done {
            if (from == 0)
                writer.payIn(tx, sales * price);
            for (int i = from; i < std::min(sales, from + salesATransaction); ++i)
                writer.sell(tx, i);
            return done;
        }));
        house.db().checkpoint();
    }
    orDie(house.db().write(house.clock, [&](Transaction &tx) -> Done {
        for (int i = 0; i < fullHousePerformances; ++i)
            CatalogueStore(tx.db()).setLeft(keyOf(u"p%1"_s.arg(i)),
                {{u"R"_s, fullHouseSeats - std::clamp(sales - i * fullHouseSeats, 0, fullHouseSeats)}});
        return done;
    }));
    if (const AuditReport report = orDie(audit(house.db())); !report.clean())
        qFatal("%s: %s", qPrintable(report.violations.constFirst().rule),
            qPrintable(report.violations.constFirst().words));
}
} // namespace

QString fullHouse(int sales)
{
    const QString file = scratch(u"filled-house-%1.db"_s.arg(sales));
    if (QFile::exists(file))
        return file;
    fill(file + u".new"_s, sales);
    QFile::rename(file + u".new"_s, file);
    return file;
}

} // namespace foyer::bench
