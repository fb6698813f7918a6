#pragma once

#include "protocol/HouseMessages.h"
#include "services/TerminalAuthority.h"
#include "support/TestShop.h"
#include "sync/HubService.h"
#include "sync/TerminalSync.h"

namespace foyer::test {

/// As it arrives: written and read.
template <typename Message>
Message carried(const Message &message)
{
    return must(fromJson<Message>(jsonOf(message)));
}

/// A hub whose messages a test carries by hand. It sells nothing itself.
class TestHub
{
public:
    explicit TestHub(quint32 seed = 1) : shop({.seed = seed}) { open(); }

    HubSync *operator->() { return &m_service->sync; }
    HubService &service() { return *m_service; }
    HubLink link()
    {
        return {journal::head(shop.db()).node, QStringLiteral("http://hub"), QStringLiteral("one"), 0, 0, 0, {},
            QStringLiteral("A")};
    }
    void restart()
    {
        m_service.reset();
        shop.restart();
        open();
    }

    void restore(const QByteArray &backup)
    {
        m_service.reset();
        shop.replace(backup);
        restart();
    }

    /// As on a new disk.
    void loseRegister()
    {
        m_service.reset();
        m_register.reset();
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(shop.file() + QStringLiteral(".epochs") + QString::fromLatin1(end));
        open();
    }

    TestShop shop;

private:
    void open()
    {
        m_register = must(EpochRegister::open(shop.file() + QStringLiteral(".epochs"), shop.clock));
        m_service.emplace(shop.db(), shop.clock, shop.ids, *m_register);
    }
    std::unique_ptr<EpochRegister> m_register;
    std::optional<HubService> m_service;
};

/// A terminal, and what it asked its hub for; a test carries the messages.
class TestTerminal
{
public:
    explicit TestTerminal(quint32 seed = 2) : shop({.authority = &m_authority, .seed = seed}) { open(); }

    TerminalSync *operator->() { return &*m_sync; }
    NodeId node() { return must(m_sync->epoch()).node; }
    EpochId epoch() { return must(m_sync->epoch()); }
    void restart()
    {
        m_sync.reset();
        shop.restart(&m_authority);
        open();
    }
    /// The database as it was when it was copied; everything later is forgotten.
    void restore(const QByteArray &backup)
    {
        m_sync.reset();
        shop.replace(backup);
        restart();
    }

    void enrol(TestHub &hub)
    {
        must(m_sync->begin(carried(must(hub->begin(carried(must(m_sync->wantEnrolment()))))), hub.link()));
    }
    /// All news there are.
    void hear(TestHub &hub)
    {
        for (bool goesOn = true; goesOn;) {
            const qint64 after = must(m_sync->link()).change;
            const auto changed = must(hub.service().changedAfter(after));
            const HubNews news = carried(HubService::newsFor(epoch(), after, changed));
            goesOn = must(m_sync->heard(news)).change != news.change || news.more;
        }
    }
    /// Takes the hub's programme over, as a session does.
    void follow(TestHub &hub)
    {
        const auto programme = must(hub.shop->catalogue.programme());
        for (const QByteArray &plan : QSet<QByteArray>(programme.plans.begin(), programme.plans.end()))
            if (!shop->catalogue.planBody(plan).ok())
                must(shop->catalogue.keepPlan(must(hub.shop->catalogue.planBody(plan))));
        must(shop->catalogue.follow(programme));
    }
    /// A whole session without a loss: challenge, report, journal, comparison.
    Acknowledged session(TestHub &hub)
    {
        const Challenge challenge = carried(must(hub->open(epoch())));
        for (const auto &[earlier, position] : challenge.earlier)
            pushAll(hub, earlier, position);
        Acknowledged said = carried(must(hub->report(epoch(), carried(must(m_sync->report(challenge))))));
        must(m_sync->acknowledged(said));
        return said.word == EpochWord::Goes ? pushAll(hub, challenge.position) : said;
    }
    Acknowledged pushAll(TestHub &hub, qint64 from) { return pushAll(hub, epoch().number, from); }
    Acknowledged pushAll(TestHub &hub, int number, qint64 from)
    {
        Acknowledged said;
        for (qint64 after = from;; after = said.position) {
            const auto push = m_sync->push(number, after, 50);
            if (!push.ok()) // the hub has more than there is here
                return said;
            said = carried(must(hub->push(node(), carried(push.value()))));
            must(m_sync->acknowledged(said));
            if (push.value().entries.isEmpty() || said.position == after)
                return said;
        }
    }

    /// A visit that holds these seats: the hub is asked for what isn't here, and answers.
    Result<Hold> hold(TestHub &hub, const TokenPass &pass, const QList<int> &seats)
    {
        FOYER_TRY(
            first, shop->reservations.hold(pass, shop.performance(QStringLiteral("free")), TestShop::seats(seats)));
        if (first.hold)
            return *first.hold;
        FOYER_TRY(answer, hub->give(epoch(), carried(*first.pending)));
        return shop->reservations.answered(carried(answer), pass);
    }
    Result<OrderId> sell(TestHub &hub, const QList<int> &seats)
    {
        const TokenPass pass = shop.guest();
        FOYER_TRY(held, hold(hub, pass, seats));
        return shop->payments.pay(pass, shop.ids.make<OrderId>(), held.id);
    }
    /// The hub answers: everything is told both ways.
    void meet(TestHub &hub)
    {
        session(hub);
        hear(hub);
        must(m_sync->settle());
        session(hub);
        hear(hub);
        session(hub);
    }
    /// As a guest at its screen asks for a place in the house's queue.
    TokenRequest guest() { return {shop.ids.make<TokenId>(), std::nullopt, shop.ids.make<WalletId>()}; }
    /// Somebody comes while the hub answers; a member whose PIN it found right.
    Result<IssuedToken> enter(TestHub &hub, const TokenRequest &wanted)
    {
        hear(hub);
        FOYER_TRY(visit, hub.service().house.enter(epoch(), carried(wanted)));
        return shop->customers.begin(wanted, carried(visit));
    }
    TokenPass enter(TestHub &hub, const Member &member)
    {
        return must(enter(hub, must(shop->customers.keep(member, TestShop::pinHash())))).pass;
    }
    void setOnline(bool isOnline) { m_authority.setReachable(isOnline); }
    int unused() { return int(shop.number("SELECT count(*) FROM seat_right WHERE state = 1 AND hold IS NULL")); }

private:
    void open()
    {
        m_authority.setReachable(true);
        m_sync.emplace(shop.db(), shop.clock, shop.ids, *shop.operator->());
    }
    TerminalAuthority m_authority{[](const RightsRequest &) {}}; // tests carry the request themselves

public:
    TestShop shop;

private:
    std::optional<TerminalSync> m_sync;
};

} // namespace foyer::test
