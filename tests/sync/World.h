#pragma once

#include "storage/Audit.h"
#include "storage/CatalogueStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"
#include "storage/SeatStore.h"
#include "support/Audit.h"
#include "support/SyncWorld.h"

namespace foyer::test {

/// A hub and two terminals that have reported; all sell the same small hall.
struct World {
    TestHub hub;
    TestTerminal one{2}, two{3};

    World()
    {
        for (TestTerminal *terminal : {&one, &two}) {
            terminal->enrol(hub);
            terminal->session(hub);
        }
    }
    /// Registered through the hub.
    Member member(const QString &digits = QStringLiteral("01048210007"))
    {
        return must(hub.service().house.registerMember(
            carried(must(one.shop->customers.registration(digits, QStringLiteral("1234"), TestShop::pinHash())))));
    }
    qint64 freeAtHub(WalletId wallet) { return LedgerStore(hub.shop.db()).wallet(wallet)->balance.minor; }
    /// Nothing when all books are in order.
    QString complaints()
    {
        for (TestShop *shop : {&hub.shop, &one.shop, &two.shop}) {
            const AuditReport report = must(audit(shop->db()));
            if (!report.clean())
                return report.violations.constFirst().rule + QStringLiteral(": ") + report.violations.constFirst().id +
                       QLatin1Char(' ') + report.violations.constFirst().words;
        }
        return {};
    }
    SeatAtHub seat(int number) { return HubSeatStore(hub.shop.db()).find(free(), SeatIndex(number)); }
    QList<HubSeatStore::Conflict> conflicts() { return HubSeatStore(hub.shop.db()).conflicts(); }
    EpochState state(EpochId epoch) { return EpochStore(hub.shop.db()).find(epoch)->state; }
    PerformanceKey free() { return hub.shop.performance(QStringLiteral("free")); }
    QByteArray plan()
    {
        const CatalogueStore catalogue(hub.shop.db());
        return catalogue.planHash(catalogue.planOf(free()));
    }
    RightsRequest request(TestTerminal &by, const QList<int> &seats)
    {
        return {by.shop.ids.make<RequestId>(), free(), TestShop::seats(seats), plan()};
    }
    static Consent consent(quint32 who, Role role)
    {
        return {{StaffId{QUuid(who, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, {}, role}, QStringLiteral("lost in a fire")};
    }
    Done release(EpochId epoch) { return hub->release(epoch, consent(1, Role::Clerk), consent(2, Role::Supervisor)); }
    /// Takes an answer in as a terminal does that nobody waits at any more.
    bool take(TestTerminal &by, const RightsAnswer &answer)
    {
        bool all = true;
        must(by.shop.db().write(by.shop.clock, [&](Transaction &tx) -> Done {
            for (const SeatRight &right : answer.given)
                all = SeatStore(tx.db()).take(free(), right, answer.epoch) && all;
            return done;
        }));
        return all;
    }
};

} // namespace foyer::test
