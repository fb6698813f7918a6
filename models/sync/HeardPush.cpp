#include "sync/HeardPush.h"

#include "storage/Journal.h"

namespace foyer {

namespace {
/// A chain that follows `previous`, entry by entry.
bool isChainOf(const Push &push)
{
    if (push.after == 0 && push.previous != QByteArray(32, '\0'))
        return false;
    QByteArray hash = push.previous;
    qint64 seq = push.after;
    return std::all_of(push.entries.begin(), push.entries.end(), [&](const JournalEntry &entry) {
        hash = hashOf(hash, entry);
        return entry.epoch == push.epoch && entry.seq == ++seq && entry.hash == hash;
    });
}
} // namespace

HeardEntry::HeardEntry(const JournalFacts &facts)
    : sold(facts.sold()), refunded(facts.refunded()), refundHeard(facts.refundHeard()),
      refundsGivenUp(facts.refundsGivenUp()), returned(facts.returned()), use(facts.use()), answered(facts.answered()),
      money(facts.money()), claim(facts.claim()), member(facts.member()), visit(facts.visit()), tokens(facts.tokens()),
      isClosing(facts.isClosing())
{
}

HeardPush::HeardPush(const Push &pushed) : push(pushed), isChain(isChainOf(pushed))
{
    if (!isChain)
        return;
    entries.reserve(size_t(push.entries.size()));
    for (const JournalEntry &entry : std::as_const(push.entries))
        entries.emplace_back(JournalFacts(entry));
}

} // namespace foyer
