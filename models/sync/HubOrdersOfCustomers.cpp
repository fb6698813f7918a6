#include "domain/Limits.h"
#include "domain/Sha256.h"
#include "protocol/OrderMessages.h"
#include "services/Teller.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HouseSearchStore.h"
#include "sync/HubOrder.h"
#include "sync/HubOrders.h"
#include "sync/HubProof.h"

#include <QJsonDocument>

// Customers' own orders, wherever in the house they bought them.

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int ordersRead = 5 * limits::ordersShown; ///< nobody has more that are still to come, and cancelled
}

Result<MyTickets> HubOrders::ofCustomer(EpochId at, const MyTicketsWish &wish, const Secrets &secrets)
{
    return m_db.read([&]() -> Result<MyTickets> {
        FOYER_TRY(proof, HubProof::of(m_db, at, wish.proof, &secrets));
        const HouseSearchStore store(m_db);
        MyTickets found{.isWhole = !store.isBehind()};
        if (proof.wallet().isNull()) {
            const auto id = store.byTicket(proof.ticket());
            const auto order = id ? HubOrder::find(m_db, *id) : std::nullopt;
            if (!order && !found.isWhole) // it may be among what isn't read
                return found;
            if (!order || !proof.isTheirs(*order).ok())
                return Refusal::TicketUnknown;
            FOYER_CHECK(proof.isValid(*order));
            found.orders.append(customersFileOf(*order));
            return found;
        }
        QList<HouseOrderFile> later; // cancelled, and over
        for (const OrderId id : store.soonestOfWallet(proof.wallet(), m_clock.utc(), ordersRead)) {
            const auto order = HubOrder::find(m_db, id);
            if (!order || order->sale().order.isNull() || !proof.isTheirs(*order).ok())
                continue;
            const auto date = CatalogueStore(m_db).performance(order->row().performance);
            const bool isToCome = date && date->startsAt > m_clock.utc() && !order->isRefunded();
            (isToCome ? found.orders : later).append(customersFileOf(*order));
            if (found.orders.size() == limits::ordersShown)
                return found;
        }
        found.orders += later.first(std::min(later.size(), limits::ordersShown - found.orders.size()));
        return found;
    });
}

/// What is the customer's to know of it.
HouseOrderFile HubOrders::customersFileOf(const HubOrder &order)
{
    HouseOrderFile file = fileOf(order);
    file.contact = {};
    file.memberDigits.clear();
    file.soldBy.clear();
    return file;
}

Result<HouseOrderFile> HubOrders::printAgain(EpochId at, const MyTicketsPrint &print, const Secrets &secrets)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HouseOrderFile> {
        FOYER_TRY(proof, HubProof::of(tx.db(), at, print.proof, &secrets));
        const auto order = HubOrder::find(tx.db(), print.order);
        if (!order || order->sale().order.isNull() || order->row().performance.value < 1)
            return Refusal::OrderUnknown;
        FOYER_CHECK(proof.isTheirs(*order));
        FOYER_CHECK(proof.isValid(*order));
        QJsonObject told{{u"order"_s, print.order.text()}, {u"node"_s, at.node.text()}};
        tellWho(told, std::nullopt);
        QJsonObject asked = jsonOf(at);
        asked.insert(u"print"_s, jsonOf(print));
        const QByteArray digest = sha256(QJsonDocument(asked).toJson(QJsonDocument::Compact));
        FOYER_TRY(copy, nextCopy(tx, {print.id, digest, told}, *order));
        HouseOrderFile file = customersFileOf(*order);
        file.copy = copy;
        return file;
    });
}

} // namespace foyer
