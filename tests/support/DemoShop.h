#pragma once

#include "devices/SimulatedTenderDevice.h"
#include "items/VisitModel.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/PlanReader.h"
#include "services/RootAuthority.h"
#include "services/SeasonReader.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/SeatStore.h"
#include "support/DemoFolder.h"
#include "sync/EnrolThread.h"

#include <QTemporaryDir>

namespace foyer::test {

/// A whole kiosk but for its window: the real shop on a copy of the folder, a demo card terminal, one visit.
class DemoShop
{
public:
    explicit DemoShop(const DemoFolder &folder, SimulatorScript card = {},
        std::unique_ptr<Authority> authority = std::make_unique<RootAuthority>())
    {
        folder.copyTo(m_dir.path());
        open(card, std::move(authority));
    }
    /// Of the program: nothing may use the visit any more.
    void restart()
    {
        m_visit.reset();
        m_enroller.reset();
        m_desk.reset();
        m_card.reset();
        m_shop.reset();
        open({}, std::make_unique<RootAuthority>());
    }

    VisitModel &visit() { return *m_visit; }
    Shop &shop() { return *m_shop; }
    QString path() const { return m_dir.path(); }

    /// The books as they stand on disk, walked as `foyerctl verify` does.
    AuditReport audit() const
    {
        const auto db = Connection::open(DataFolder(m_dir.path()).database(), {.mode = Connection::Mode::ReadOnly});
        return foyer::audit(*db.value()).value();
    }

    void setAdmissionLimit(int limit)
    {
        const auto beside = Node::open(DataFolder(m_dir.path())); // as a tool would
        FOYER_REQUIRE(beside.value()->services().staff.setAdmissionLimit(limit, {}).ok());
    }
    /// Imports the demo season again with something else in it, as a tool would.
    void changeSeason(const std::function<void(Season &)> &change)
    {
        const auto beside = Node::open(DataFolder(m_dir.path()));
        Season season = readSeason(demoSeason(houseToday())).value();
        change(season);
        FOYER_REQUIRE(beside.value()->services().catalogue.importSeason(season).ok());
    }
    /// Imports another plan for a house, as a tool would.
    void changePlan(DemoHouse house, const QByteArray &plan)
    {
        const auto beside = Node::open(DataFolder(m_dir.path()));
        const SeatingPlan read = readPlan(plan, demoHouseId(house)).value();
        FOYER_REQUIRE(beside.value()->services().catalogue.importPlan(read).ok());
    }
    /// Rights that a hub gave ahead, as its session takes them.
    void allot(PerformanceKey performance, const QList<SeatIndex> &seats)
    {
        const auto beside = Node::open(DataFolder(m_dir.path())).value();
        FOYER_REQUIRE(beside->db()
                          .write(m_clock,
                              [&](Transaction &tx) -> Done {
                                  for (const SeatIndex seat : seats)
                                      SeatStore(tx.db()).take(performance, {seat, {1, ++m_fence}}, tx.head().epoch);
                                  return done;
                              })
                          .ok());
    }
    /// Held by another program beside: this shop sees only that something was written.
    void holdBeside(PerformanceKey performance, SeatIndex seat)
    {
        const auto beside = Node::open(DataFolder(m_dir.path()));
        const auto other = beside.value()->services().tokens.issueToGuest();
        FOYER_REQUIRE(beside.value()->services().reservations.hold(other.value().pass, performance, {seat}).ok());
    }
    /// Bought before by another program beside: by a guest, or a member whose PIN is 2580.
    Order sellBeside(PerformanceKey performance, const QList<SeatIndex> &seats, const QString &phone = {})
    {
        const auto beside = Node::open(DataFolder(m_dir.path()));
        Services &services = beside.value()->services();
        IdMaker &ids = beside.value()->ids();
        const auto enter = [&]() -> Result<IssuedToken> {
            if (phone.isEmpty())
                return services.tokens.issueToGuest();
            const QString pin = QStringLiteral("2580");
            const auto fresh = services.tokens.registerMember(phone, pin, beside.value()->secrets().pinHash(pin));
            return fresh.ok() ? fresh
                              : services.tokens.endSignIn(services.tokens.beginSignInByPhone(phone).value(), true);
        };
        const TokenPass pass = enter().value().pass;
        const Hold hold = *services.reservations.hold(pass, performance, seats).value().hold;
        const Money total = hold.total(m_visit->settings().currency);
        const auto tender = services.payments.beginTopUp(pass, ids.make<TenderId>(), total, TenderKind::Card, hold.id);
        FOYER_REQUIRE(services.payments.answered(tender.value().id, DeviceAnswer::Approved).ok());
        const OrderId order = services.payments.pay(pass, ids.make<OrderId>(), hold.id).value();
        return services.payments.order(order).value();
    }
    /// The bodies of the journal's entries of one kind, oldest first, joined by newlines.
    QString journal(const QString &kind) const
    {
        const auto db = Connection::open(DataFolder(m_dir.path()).database(), {.mode = Connection::Mode::ReadOnly});
        QStringList bodies;
        const QList<JournalEntry> all = journal::entries(*db.value(), journal::head(*db.value()).epoch, 0, 100'000);
        for (const JournalEntry &entry : all)
            if (entry.kind == kind)
                bodies.append(QString::fromUtf8(entry.body));
        return bodies.join(u'\n');
    }

    template <typename T>
    static T must(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        return future.result().value();
    }

private:
    void open(const SimulatorScript &card, std::unique_ptr<Authority> authority)
    {
        m_shop = Shop::open(m_dir.path(), m_clock, std::move(authority)).value();
        m_card.emplace(TenderKind::Card, DataFolder(m_dir.path()).simulatorMemory(QStringLiteral("card")), card);
        m_desk.emplace(*m_shop, QList<TenderDevice *>{&*m_card});
        m_enroller.emplace(*m_shop, DataFolder(m_dir.path()));
        m_visit.emplace(*m_shop, *m_desk, &*m_enroller);
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    qint64 m_fence = 10'000'000;
    std::unique_ptr<Shop> m_shop;
    std::optional<SimulatedTenderDevice> m_card;
    std::optional<TenderDesk> m_desk;
    std::optional<EnrolThread> m_enroller;
    std::optional<VisitModel> m_visit;
};

} // namespace foyer::test
