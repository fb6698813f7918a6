#pragma once

#include "domain/Clock.h"
#include "domain/MemberRequests.h"
#include "domain/Result.h"

namespace foyer {

class Connection;
class Transaction;

/// Members as staff look after them, who need no PIN of theirs; staff are already authorised. At a root and at a hub:
/// a terminal asks its hub. In the thread of its connection.
class MemberService
{
public:
    MemberService(Connection &db, const Clock &clock) : m_db(db), m_clock(clock) {}

    Result<MembersFound> find(const MemberQuery &query);
    Result<MemberFile> open(MemberId member);
    /// Once under its id; who and why go into the journal, and at a hub, at which desk.
    Done change(const MemberAct &act, std::optional<NodeId> desk = {});

    // Within another service's transaction:
    static Done apply(Transaction &tx, const MemberAct &act, std::optional<NodeId> desk = {});
    /// True: it wasn't asked under this id before. `body`: all that is asked. RequestReused: something else was.
    static Result<bool> isNew(Transaction &tx, RequestId id, const QByteArray &body);

private:
    Connection &m_db;
    const Clock &m_clock;
};

} // namespace foyer
