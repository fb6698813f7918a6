#pragma once

#include "domain/Clock.h"
#include "domain/HouseOrders.h"
#include "domain/HouseWork.h"
#include "domain/MemberRequests.h"
#include "domain/Result.h"

namespace foyer {

inline RequestId idOf(const HouseAct &act) { return act.id; }
inline RequestId idOf(const MemberAct &act) { return act.id; }
inline RequestId idOf(const PayOutWish &wish) { return wish.id; }
inline RequestId idOf(const CodeWish &wish) { return wish.id; }
inline RequestId idOf(const MyTicketsPrint &print) { return print.id; }
inline MemberId idOf(const Registration &registration) { return registration.member.id; }

// The same wish of the same person; the reason may be typed otherwise.
inline bool isSameWish(const HouseAct &a, const HouseAct &b)
{
    return a.kind == b.kind && a.by.who.id == b.by.who.id && a.task == b.task && a.remedy == b.remedy &&
           a.node == b.node && a.performance == b.performance && a.count == b.count && a.token == b.token;
}
inline bool isSameWish(const MemberAct &a, const MemberAct &b)
{
    return a.member == b.member && a.change == b.change && a.card == b.card && a.pinHash == b.pinHash && a.who == b.who;
}
inline bool isSameWish(const PayOutWish &a, const PayOutWish &b) { return a.member == b.member && a.who == b.who; }
inline bool isSameWish(const CodeWish &a, const CodeWish &b) { return a.wallet == b.wallet && a.who == b.who; }
inline bool isSameWish(const MyTicketsPrint &a, const MyTicketsPrint &b)
{
    return a.order == b.order && a.proof == b.proof;
}
inline bool isSameWish(const Registration &a, const Registration &b)
{
    return a.member.phone == b.member.phone && a.pinHash == b.pinHash && a.by == b.by;
}

/// What the hub was asked and nobody knows the end of. The same wish again, soon and by the same person, goes out as it
/// was, so that it is done once; later it is another wish, whatever it looks like. In memory: no money goes astray when
/// it is forgotten. A refund's id is stored (TicketsService) or follows from what it refunds (PaymentService): law 4.
template <typename Request>
class LostRequest
{
public:
    const std::optional<Request> &request() const { return m_lost; }
    /// As it is to be sent.
    Request again(const Request &wanted, SteadyTime now) const
    {
        return m_lost && now - m_at < kept && isSameWish(*m_lost, wanted) ? *m_lost : wanted;
    }
    template <typename Answer>
    void answered(const Request &sent, const Result<Answer> &answer, SteadyTime now)
    {
        if (!answer.error())
            return forget(sent);
        m_lost = sent;
        m_at = now;
    }
    /// Its end is known, or was seen.
    void forget(const Request &known)
    {
        if (m_lost && idOf(*m_lost) == idOf(known))
            m_lost.reset();
    }

private:
    static constexpr auto kept = std::chrono::seconds(30);

    std::optional<Request> m_lost;
    SteadyTime m_at{};
};

} // namespace foyer
