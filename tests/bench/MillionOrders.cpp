#include "MillionOrders.h"

#include "BenchHouse.h"
#include "storage/ContactStore.h"
#include "storage/LedgerStore.h"
#include "storage/SaleStore.h"

#include <QDir>
#include <QRandomGenerator>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int orders = 1'000'000;
constexpr int performances = 6, seatsEach = 170'000;
constexpr int ordersATransaction = 50'000;

/// As Korean names are: a few families have most people.
QString nameOf(QRandomGenerator &random)
{
    static const QString families =
        u"김김김김이이이박박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나"_s;
    static const QString given = u"민서준지현우수영진하은재윤도연주예나성호경아혜정미태승원동석규"_s;
    return families[random.bounded(int(families.size()))] + QString(given[random.bounded(int(given.size()))]) +
           given[random.bounded(int(given.size()))];
}
} // namespace

DataFolder millionOrders()
{
    const DataFolder folder(scratch(u"find-house"_s));
    if (QFile::exists(folder.path() + u"/whole"_s))
        return folder;
    QDir(scratch(u"find-house"_s)).removeRecursively();
    QDir().mkpath(scratch(u"find-house"_s));
    BenchHouse::build(folder.database(), seatsEach, performances);
    orDie(Secrets::load(folder.houseKey(), true));
    BenchHouse filled(folder.database(), {.durable = false});
    orDie(filled.services().staff.add(u"Kim"_s, Role::Manager, u"no PIN is asked for here"_s));
    QRandomGenerator random(1);
    const WalletId wallet = filled.ids.make<WalletId>();
    for (int from = 0; from < orders; from += ordersATransaction) {
        orDie(filled.db().write(filled.clock, [&](Transaction &tx) -> Done {
            if (from == 0)
                LedgerStore(tx.db()).openWallet({wallet, std::nullopt, {0, {}}});
            SaleStore sales(tx.db());
            ContactStore contacts(tx.db());
            for (int i = from; i < from + ordersATransaction; ++i) {
                const OrderId order = filled.ids.make<OrderId>();
                const PerformanceKey date = keyOf(u"p%1"_s.arg(i / seatsEach));
                sales.add(SaleRow{.id = order,
                    .number = u"2026-%1"_s.arg(i + 1, 6, 10, QLatin1Char('0')),
                    .hold = filled.ids.make<HoldId>(),
                    .token = filled.ids.make<TokenId>(),
                    .wallet = wallet,
                    .performance = date,
                    .paidAt = filled.clock.utc(),
                    .total = {price, {}},
                    .tax = {0, {}}});
                sales.add(TicketRow{.id = filled.ids.make<TicketId>(),
                    .sale = order,
                    .performance = date,
                    .seat = SeatIndex{i % seatsEach},
                    .category = u"R"_s,
                    .type = {1},
                    .price = {price, {}}});
                contacts.set(order, {nameOf(random), u"%1"_s.arg(random.bounded(10'000), 4, 10, QLatin1Char('0'))});
            }
            return done;
        }));
        filled.db().checkpoint();
    }
    filled.db().runOnce(
        u"CREATE VIRTUAL TABLE peer USING fts5(name, prefix = '1 2', content = '', tokenize = 'unicode61')"_s);
    filled.db().runOnce(u"INSERT INTO peer (rowid, name) SELECT row_number() OVER (), name FROM sale_contact"_s);
    filled.db().checkpoint();
    QFile whole(folder.path() + u"/whole"_s);
    if (!whole.open(QIODevice::WriteOnly))
        qFatal("cannot write into %s", qPrintable(scratch(u"find-house"_s)));
    return folder;
}

} // namespace foyer::bench
