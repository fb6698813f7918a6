#pragma once

#include "domain/HouseFigures.h"
#include "domain/HouseOrders.h"
#include "domain/HouseRequests.h"
#include "domain/HouseWork.h"
#include "domain/MemberRequests.h"
#include "domain/Result.h"

#include <functional>

namespace foyer {

/// How a terminal asks its hub for its customers. Each is called in any thread; its answer comes once, in any thread,
/// or not at all where the program ends first. Error::Kind::Unreachable: nobody knows whether it was done.
struct HouseDesk {
    template <typename Request, typename Answer>
    using Ask = std::function<void(const Request &, std::function<void(const Result<Answer> &)>)>;
    Ask<SignInRequest, Member> signIn;
    Ask<Registration, Member> registerMember;
    Ask<TokenRequest, HouseVisit> enter;
    Ask<RefundRequest, RefundAnswer> refund;
    Ask<ClaimRequest, AmountRight> claim;
    Ask<MyTicketsWish, MyTickets> tickets;
    Ask<MyTicketsPrint, HouseOrderFile> printTickets;
    // of a desk, about members
    Ask<MemberQuery, MembersFound> findMembers;
    Ask<MemberWish, MemberFile> openMember;
    Ask<MemberAct, MemberFile> changeMember;
    Ask<PayOutWish, PayOutRight> payOut;
    // and about guests' money that nobody came for
    Ask<UnclaimedWish, UnclaimedFound> unclaimed;
    Ask<CodeWish, Claim> newCode;
    // and about orders that other machines sold
    Ask<OrderQuery, HouseOrdersFound> findOrders;
    Ask<OrderWish, HouseOrderFile> openOrder;
    Ask<HouseOrderAct, HouseOrderFile> doWithOrder;
    // and about the house
    Ask<FigureWish, FigureProgress> figures;
    Ask<HouseQuestion, HouseTasks> tasks;
    Ask<HouseQuestion, HouseView> view;
    Ask<HouseAct, HouseActDone> act;
};

} // namespace foyer
