#pragma once

#include "devices/SimulatedTenderDevice.h"
#include "items/DeskModel.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "support/DemoFolder.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace foyer::test {

/// A whole desk but for its window: the real shop on a copy of the folder, a drawer that opens at once, a demo card
/// terminal.
class DeskShop
{
public:
    /// `clock`: the caller's, and lives longer; nothing: the machine's.
    explicit DeskShop(const DemoFolder &folder, SimulatorScript card = {.delay = {}},
        std::unique_ptr<Authority> authority = std::make_unique<RootAuthority>(), const Clock *clock = nullptr)
        : m_clock(clock ? *clock : m_systemClock)
    {
        folder.copyTo(m_dir.path());
        open(card, std::move(authority));
    }

    DeskModel &desk() { return *m_desk; }
    TenderDesk &tenders() { return *m_tenders; }
    SaleModel &sale() { return m_desk->sale(); }
    Shop &shop() { return *m_shop; }
    QString path() const { return m_dir.path(); }

    /// As the morning leaves it: a drawer is open.
    void openShift()
    {
        const auto beside = Node::open(DataFolder(m_dir.path()));
        FOYER_REQUIRE(beside.value()
                          ->db()
                          .write(m_clock,
                              [&](Transaction &tx) -> Done {
                                  tx.db().runOnce(
                                      QStringLiteral("INSERT INTO shift (id, number, open, staff, opened_at, currency, "
                                                     "opening) SELECT randomblob(16), 1, 1, id, 0, 'KRW', 0 FROM "
                                                     "staff LIMIT 1"));
                                  return done;
                              })
                          .ok());
    }
    AuditReport audit() const
    {
        const auto db = Connection::open(DataFolder(m_dir.path()).database(), {.mode = Connection::Mode::ReadOnly});
        return foyer::audit(*db.value()).value();
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
        while (!future.isFinished()) // its steps may need the event loop
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        return future.result().value();
    }

private:
    void open(const SimulatorScript &card, std::unique_ptr<Authority> authority)
    {
        m_shop = Shop::open(m_dir.path(), m_clock, std::move(authority)).value();
        m_card.emplace(TenderKind::Card, DataFolder(m_dir.path()).simulatorMemory(QStringLiteral("card")), card);
        m_cash.emplace(TenderKind::Cash, DataFolder(m_dir.path()).simulatorMemory(QStringLiteral("cash")),
            SimulatorScript{.delay = {}});
        m_tenders.emplace(*m_shop, QList<TenderDevice *>{&*m_card, &*m_cash});
        m_office.emplace(*m_shop);
        m_desk.emplace(*m_office, *m_tenders);
    }

    QTemporaryDir m_dir;
    SystemClock m_systemClock;
    const Clock &m_clock;
    std::unique_ptr<Shop> m_shop;
    std::optional<SimulatedTenderDevice> m_card, m_cash;
    std::optional<TenderDesk> m_tenders;
    std::optional<BoxOffice> m_office;
    std::optional<DeskModel> m_desk;
};

} // namespace foyer::test
