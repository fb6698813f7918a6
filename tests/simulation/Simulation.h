#pragma once

#include "support/SyncWorld.h"

#include <QJsonObject>
#include <memory>
#include <numeric>
#include <vector>

namespace foyer::test {

/// One storm, all of it from one seed. Throws Violation with what was broken and how it came to that.
class Simulation
{
public:
    struct Violation : std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    Simulation(quint32 seed, int terminals);

    void run(int steps);
    /// No more faults, and everybody meets the hub: then all agree, and nothing is held for ever.
    void heal();
    int sales() const { return int(m_live.size()); }
    int refundsAtHub() const
    {
        return std::accumulate(m_terminals.begin(), m_terminals.end(), 0,
            [](int sum, const auto &terminal) { return sum + int(terminal->refundedAtHub.size()); });
    }
    qint64 paid() const { return std::accumulate(m_paid.begin(), m_paid.end(), qint64(0)); } ///< by members
    int ticketsOfParts() const { return m_parts; } ///< refunded while others of their order stood

private:
    struct Message {
        enum class Kind : quint8 {
            Open,
            Challenge,
            Report,
            Push,
            Said,
            Request,
            Answer,
            Enter,
            Entered,
            Poll,
            News,
            Refund
        };
        Kind kind;
        size_t terminal;
        EpochId epoch; ///< of the sender, or whom it is for
        QJsonObject json;
    };
    struct Terminal {
        explicit Terminal(quint32 seed) : node(seed) {}
        TestTerminal node;
        bool isCut = false;  ///< from the network
        bool isOver = false; ///< it has heard so
        std::optional<TokenPass> visit;
        std::optional<TokenRequest> entering; ///< asked of the hub for a member
        std::optional<MemberId> member;       ///< whose visit it is
        std::optional<Hold> hold;
        std::optional<TenderId> tender; ///< the device hasn't answered yet; a crash doesn't change that
        std::optional<MemberId> payer;  ///< whose wallet it tops up
        std::optional<OrderId> sold;    ///< the last one
        QList<std::pair<OrderId, SeatIndex>> refundedAtHub; ///< tickets of its orders
    };

    int upTo(int limit) { return int(m_random.bounded(limit)); }
    bool chance(int inHundred) { return upTo(100) < inHundred; }
    PerformanceKey date() { return m_hub.shop.performance(QStringLiteral("free")); }
    QList<SeatIndex> someSeats();

    void step();
    void act(size_t index);
    void fault();
    void hubChanges();
    void send(Message message);
    void deliver(const Message &message);
    void atHub(const Message &message);
    void atTerminal(const Message &message);
    void push(size_t index, int epoch, qint64 after);
    void heard(size_t index, const Acknowledged &said);
    void visit(Terminal &terminal, size_t index);
    void enter(Terminal &terminal, size_t index);
    void checkMoney();
    void checkRefunds();
    void buy(Terminal &terminal);
    void pay(Terminal &terminal);
    void deviceAnswers(Terminal &terminal);
    void refund(Terminal &terminal, size_t index);
    void refundAtHub(const Message &message);
    void refunded(OrderId order, const QList<SeatIndex> &seats, RequestId request);
    static qint64 priceOf(SeatIndex seat);
    bool isAnyUnheard();
    void closeAndEnrol(Terminal &terminal);
    void check(bool holds, const QString &what);
    void note(const QString &what);

    quint32 m_seed;
    int m_parts = 0;
    QRandomGenerator m_random;
    TestHub m_hub;
    QByteArray m_backup; ///< of the hub; empty: none yet
    std::vector<std::unique_ptr<Terminal>> m_terminals;
    std::vector<Message> m_flying;
    QHash<SeatIndex, OrderId> m_live;                       ///< what customers carry home
    QHash<OrderId, QHash<SeatIndex, RequestId>> m_refunded; ///< tickets, and at the hub on which request
    QHash<OrderId, MemberId> m_buyers;
    QList<Member> m_members;
    QHash<MemberId, qint64> m_paid; ///< into their wallets, by devices' answers and refunds, less what they bought
    QStringList m_story;
};

} // namespace foyer::test
