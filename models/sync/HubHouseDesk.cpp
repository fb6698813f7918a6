#include "domain/Limits.h"
#include "services/StaffService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HouseTokenStore.h"
#include "storage/HubMoneyStore.h"
#include "storage/NodeStore.h"
#include "storage/TokenStore.h"
#include "sync/HubHouse.h"

// The house's queue in the hands of staff.

namespace foyer {

Done HubHouse::setLimit(Transaction &tx, int limit, StaffId who, const QString &why)
{
    FOYER_CHECK(StaffService::setAdmissionLimit(tx, limit, who, why));
    admitNext(tx);
    return done;
}

Result<TokenId> HubHouse::callNext(Transaction &tx)
{
    FOYER_TRY(called, m_queue.callNext(tx));
    tellMoved(tx, {called});
    return called;
}

Done HubHouse::endNoShow(Transaction &tx, TokenId token)
{
    const auto row = TokenStore(tx.db()).find(token);
    const auto holder = HouseTokenStore(tx.db()).holder(token);
    if (!row || !holder || !mayBeNoShow(row->token.state, row->slip))
        return Refusal::NotInQueue;
    end(tx, *row, false);
    HouseTokenStore(tx.db()).setNoShow(token, true);
    HubMoneyStore(tx.db()).noteNews(*holder, tx.nextChange());
    admitNext(tx);
    return done;
}

void HubHouse::view(HouseView &view)
{
    const TokenStore tokens(m_db);
    view.waiting = tokens.waitingCount();
    view.admitted = tokens.admittedCount();
    view.limit = CatalogueStore(m_db).settings().admissionLimit;
    QHash<NodeId, QString> names;
    for (const NodeKey &node : NodeStore(m_db).all())
        names.insert(node.node, node.name);
    for (const TokenRow &row : tokens.queue(limits::queueShown)) {
        const auto holder = HouseTokenStore(m_db).holder(row.token.id);
        view.queue.append({row.token.id, row.token.number, row.token.state, row.slip,
            IdMaker::madeAt(row.token.id.value), holder ? names.value(holder->node) : QString()});
    }
}

} // namespace foyer
