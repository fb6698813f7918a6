#include "BenchHouse.h"
#include "storage/TokenStore.h"

#include <benchmark/benchmark.h>
#include <map>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
/// A house with a long queue before it, made once a size. Not durable: what grows with the queue is what matters here,
/// the disk costs the same.
class Queue
{
public:
    explicit Queue(int waiting) : m_waiting(waiting)
    {
        const QString file = scratch(u"queue-%1.db"_s.arg(waiting));
        BenchHouse::build(file, 50, 1);
        m_house = std::make_unique<BenchHouse>(file, BenchHouse::Options{.durable = false});
        fill();
    }

    BenchHouse &house() { return *m_house; }
    TokenPass last() const { return m_passes.constLast(); }
    TokenPass join()
    {
        m_passes.append(orDie(m_house->services().tokens.issueToGuest()).pass);
        return m_passes.constLast();
    }
    /// One leaves, so the next is let in.
    void leave() { orDie(m_house->services().payments.endVisit(m_passes[m_admitted++], {})); }

private:
    void fill();

    int m_waiting;
    int m_admitted = 0; ///< the first that hasn't left
    std::unique_ptr<BenchHouse> m_house;
    QList<TokenPass> m_passes; ///< in the order of joining
};

void Queue::fill()
{
    orDie(m_house->db().write(m_house->clock, [&](Transaction &tx) -> Done {
        TokenStore tokens(tx.db());
        const SteadyTime now = m_house->clock.steady();
        for (int i = 0; i < m_waiting + 8; ++i) {
            TokenRow row;
            m_passes.append({m_house->ids.make<TokenId>(), QByteArray::number(i).rightJustified(16, '0')});
            row.token = {m_passes.constLast().id, {m_house->clock.utc().date(), {}, 0}, TokenState::Waiting,
                std::nullopt, m_house->ids.make<WalletId>(), now + std::chrono::hours(12)};
            row.secret = Secrets::secretHash(m_passes.constLast().secret);
            row = tokens.add(row);
            if (i < 8)
                tokens.admit(row, now, std::nullopt, row.token.expires);
        }
        tx.tell(u"filled"_s, {});
        return done;
    }));
    m_house->db().checkpoint();
}

Queue &queueOf(int waiting)
{
    static auto &queues = *new std::map<int, std::unique_ptr<Queue>>; // kept: QtSql goes before statics do
    auto &queue = queues[waiting];
    if (!queue)
        queue = std::make_unique<Queue>(waiting);
    return *queue;
}

void rank(benchmark::State &state, int waiting)
{
    Queue &queue = queueOf(waiting);
    const Token token = orDie(queue.house().services().tokens.verify(queue.last()));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(orDie(queue.house().services().queue.place(token)).peopleAhead);
}

void verify(benchmark::State &state, int waiting)
{
    Queue &queue = queueOf(waiting);
    const TokenPass pass = queue.last();
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(orDie(queue.house().services().tokens.verify(pass)).expires);
}

// The queue stays as long as it is: for each that joins one leaves, and only one of both is timed.
void join(benchmark::State &state, int waiting)
{
    Queue &queue = queueOf(waiting);
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(queue.join());
        state.PauseTiming();
        queue.leave();
        state.ResumeTiming();
    }
    queue.house().db().checkpoint();
}

void admit(benchmark::State &state, int waiting)
{
    Queue &queue = queueOf(waiting);
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        queue.join();
        state.ResumeTiming();
        queue.leave();
    }
    queue.house().db().checkpoint();
}
} // namespace

void registerQueues()
{
    const auto add = [](const char *what, int waiting, void (*run)(benchmark::State &, int)) {
        const std::string name = "queue/" + std::string(what) + '/' + std::to_string(waiting) + "/foyer";
        benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State &state) { run(state, waiting); });
    };
    for (const int waiting : {1'000, 1'000'000}) {
        add("rank", waiting, rank);
        add("verify", waiting, verify);
        add("join", waiting, join);
        add("admit", waiting, admit);
    }
}

} // namespace foyer::bench
