#include "services/QueueService.h"

#include "domain/Limits.h"
#include "services/Authority.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HouseTokenStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

Result<QueuePlace> QueueService::place(const Token &token)
{
    return m_db.read([&]() -> Result<QueuePlace> {
        TokenStore tokens(m_db);
        const auto row = tokens.find(token.id);
        if (!row || row->token.state == TokenState::Ended)
            return Refusal::NotInQueue;
        return standing(*row);
    });
}

QueuePlace QueueService::standing(const TokenRow &row)
{
    const TokenStore tokens(m_db);
    QueuePlace place{row.token, 0, 0, std::nullopt};
    if (row.token.state == TokenState::Admitted || row.token.state == TokenState::Ended)
        return place;
    const auto there = m_authority.ownsQueue() ? std::nullopt : HouseTokenStore(m_db).place(row.token.id);
    place.peopleAhead = there ? there->peopleAhead : tokens.aheadOf(row.place);
    place.position = place.peopleAhead + 1;
    place.wait = there ? there->wait : estimate(place.peopleAhead, CatalogueStore(m_db).settings().admissionLimit);
    return place;
}

// A place is free after as many visits as stand before it, shared by the places; the range is what the middle half of
// the measured visits took.
std::optional<WaitEstimate> QueueService::estimate(int peopleAhead, int places)
{
    QList<std::chrono::milliseconds> times = TokenStore(m_db).serviceTimes(limits::serviceTimesKept);
    if (times.size() < 5)
        return std::nullopt;
    std::sort(times.begin(), times.end());
    const double rounds = double(peopleAhead + 1) / std::max(1, places);
    const auto after = [&](std::chrono::milliseconds visit) {
        return std::chrono::seconds(qint64(rounds * double(visit.count()) / 1000));
    };
    return WaitEstimate{after(times[times.size() / 4]), after(times[times.size() * 3 / 4])};
}

QList<TokenId> QueueService::admitNext(Transaction &tx, std::optional<TokenId> here)
{
    TokenStore tokens(tx.db());
    QList<TokenId> admitted;
    QJsonArray told;
    const int limit = CatalogueStore(tx.db()).settings().admissionLimit; // it may have changed within this transaction
    for (int free = limit - tokens.admittedCount(); free > 0; --free) {
        const auto next = tokens.firstWaiting(m_authority.ownsQueue());
        if (!next)
            break;
        admit(tx, *next, next->slip && next->token.id != here);
        admitted.append(next->token.id);
        told.append(next->token.id.text());
    }
    if (!admitted.isEmpty()) {
        tx.changes().queue = true;
        tx.tell(u"admitted"_s, {{u"tokens"_s, told}});
    }
    return admitted;
}

void QueueService::admit(Transaction &tx, const TokenRow &row, bool isAway)
{
    const SteadyTime now = m_clock.steady();
    TokenStore(tx.db()).admit(row, now, isAway ? std::optional(now + tx.settings().noShowAfter) : std::nullopt,
        std::max(row.token.expires, now + limits::tokenPeriod));
    tx.changes().tokens.insert(row.token.id);
}

Result<TokenId> QueueService::callNext(Transaction &tx)
{
    const auto next = TokenStore(tx.db()).firstWaiting(m_authority.ownsQueue());
    if (!next)
        return Refusal::NotInQueue;
    admit(tx, *next, next->slip);
    tx.changes().queue = true;
    tx.tell(u"admitted"_s, {{u"tokens"_s, QJsonArray{next->token.id.text()}}});
    return next->token.id;
}

void QueueService::comeBack(Transaction &tx, TokenRow &row)
{
    TokenStore tokens(tx.db());
    if (row.token.state == TokenState::Passed) {
        tokens.waitAgain(row); // with the old place, which is before everybody who still waits
        tx.tell(u"returned"_s, {{u"token"_s, row.token.id.text()}});
        row.token.state = TokenState::Waiting;
        tx.changes().tokens.insert(row.token.id);
        tx.changes().queue = true;
    } else if (row.absentUntil) {
        tokens.setAbsentUntil(row.token.id, std::nullopt);
    }
    admitNext(tx, row.token.id);
}

bool QueueService::passOverAbsent(Transaction &tx)
{
    TokenStore tokens(tx.db());
    const QList<TokenRow> absent = tokens.absent(m_clock.steady());
    for (const TokenRow &row : absent) {
        tokens.pass(row);
        tx.tell(u"passedOver"_s, {{u"token"_s, row.token.id.text()}});
        tx.changes().tokens.insert(row.token.id);
        tx.changes().queue = true;
    }
    return !admitNext(tx).isEmpty() || !absent.isEmpty();
}

} // namespace foyer
