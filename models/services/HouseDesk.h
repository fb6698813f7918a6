#pragma once

#include "domain/HouseRequests.h"
#include "domain/HouseWork.h"
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
    // for staff of a desk
    Ask<HouseQuestion, HouseTasks> tasks;
    Ask<HouseQuestion, HouseView> view;
    Ask<HouseAct, HouseActDone> act;
};

} // namespace foyer
