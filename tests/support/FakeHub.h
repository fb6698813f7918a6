#pragma once

#include "domain/HouseWork.h"
#include "services/Node.h"
#include "services/Shop.h"
#include "services/TerminalAuthority.h"
#include "storage/TokenStore.h"

namespace foyer::test {

/// What a terminal's staff are told when they ask their hub: as a test says, at once.
class FakeHub
{
public:
    HouseTasks tasks;
    HouseView view;
    MemberFile file;
    QList<HouseAct> acts; ///< in the order that they came
    QList<Registration> registered;
    QList<MemberAct> changes;
    QList<PayOutWish> payOuts;
    QList<CodeWish> codes;
    HouseActDone answer;
    // of what other machines sold
    QStringList questions; ///< what was typed, in the order that it was asked
    HouseOrdersFound orders;
    HouseOrderFile order;
    QList<HouseOrderAct> orderActs;
    QList<RefundRequest> refunds;
    RefundAnswer refund;
    FigureProgress figures;
    QList<FigureWish> figureWishes;
    std::optional<Refusal> refusal;    ///< of whatever is asked, but what orders there are
    std::optional<Refusal> actRefusal; ///< of what is to be done alone
    bool losesAnswers = false;         ///< what is done, nobody hears of
    bool isSlow = false;               ///< it answers when it is told to
    void answerAll()
    {
        for (const auto &say : std::exchange(m_held, {}))
            say();
    }

    /// Of the one shop that this hub has.
    std::unique_ptr<Authority> authority()
    {
        auto made = std::make_unique<TerminalAuthority>();
        HouseDesk desk;
        desk.enter = [](const auto &, const auto &) {};
        desk.tasks = [this](const HouseQuestion &, const auto &then) { say(tasks, then); };
        desk.view = [this](const HouseQuestion &, const auto &then) { say(view, then); };
        desk.openMember = [this](const MemberWish &, const auto &then) { say(file, then); };
        desk.registerMember = [this](const Registration &wanted, const auto &then) {
            registered.append(wanted);
            say(wanted.member, then);
        };
        desk.changeMember = [this](const MemberAct &act, const auto &then) {
            changes.append(act);
            say(file, then);
        };
        desk.payOut = [this](const PayOutWish &wish, const auto &then) {
            payOuts.append(wish);
            say(PayOutRight{wish.member, file.line.member.wallet, {}}, then);
        };
        desk.newCode = [this](const CodeWish &wish, const auto &then) {
            codes.append(wish);
            say(Claim{QStringLiteral("7KQ4-MW2P"), {8'000, {}}}, then);
        };
        desk.act = [this](const HouseAct &act, const auto &then) {
            acts.append(act);
            if (actRefusal)
                then(*actRefusal);
            else
                say(answer, then);
        };
        desk.findOrders = [this](const OrderQuery &query, const auto &then) {
            questions.append(query.typed);
            say(orders, then);
        };
        desk.openOrder = [this](const OrderWish &, const auto &then) { say(order, then); };
        desk.doWithOrder = [this](const HouseOrderAct &act, const auto &then) {
            orderActs.append(act);
            if (act.kind == HouseOrderAct::Kind::SetContact)
                order.contact = act.contact;
            HouseOrderFile changed = order;
            ++changed.copy;
            say(changed, then);
        };
        desk.figures = [this](const FigureWish &wish, const auto &then) {
            figureWishes.append(wish);
            FigureProgress told = figures;
            if (told.figures)
                told.figures->question = wish.question;
            say(told, then);
        };
        desk.refund = [this](const RefundRequest &request, const auto &then) {
            refunds.append(request);
            say(refund, then);
        };
        made->setHouse(desk);
        made->setReachable(true);
        m_authority = made.get();
        return made;
    }
    void setOnline(Shop &shop, bool isOnline)
    {
        m_authority->setReachable(isOnline);
        shop.setHubState({.reach = isOnline ? Reach::Online : Reach::Offline, .since = SystemClock().utc()});
    }

private:
    template <typename Answer>
    void say(const Answer &said, const std::function<void(const Result<Answer> &)> &then)
    {
        if (isSlow)
            m_held.append([said, then] { then(said); });
        else if (losesAnswers)
            then(Error{Error::Kind::Unreachable, QString()});
        else if (refusal && !std::is_same_v<Answer, HouseOrdersFound> && !std::is_same_v<Answer, HouseOrderFile>)
            then(*refusal);
        else
            then(said);
    }

    QList<std::function<void()>> m_held;
    TerminalAuthority *m_authority = nullptr; ///< the shop's
};

/// A guest paid this in and went away without a word, in a program beside.
inline void leaveMoney(const QString &data, qint64 amount)
{
    const auto node = Node::open(DataFolder(data));
    Services &services = node.value()->services();
    const IssuedToken guest = services.tokens.issueToGuest().value();
    const TenderId tender = node.value()->ids().make<TenderId>();
    FOYER_REQUIRE(services.payments.beginTopUp(guest.pass, tender, {amount, {}}, TenderKind::Cash, {}).ok());
    FOYER_REQUIRE(services.payments.answered(tender, DeviceAnswer::Approved).ok());
    FOYER_REQUIRE(node.value()
                      ->db()
                      .write(SystemClock(),
                          [&](Transaction &tx) -> Done {
                              services.payments.expireVisit(tx, *TokenStore(tx.db()).find(guest.pass.id));
                              return done;
                          })
                      .ok());
}

/// So many guests come at once, in a program beside: who they are.
inline QList<TokenPass> guestsCome(const QString &data, int count)
{
    const auto node = Node::open(DataFolder(data));
    QList<TokenPass> guests;
    for (int i = 0; i < count; ++i)
        guests.append(node.value()->services().tokens.issueToGuest().value().pass);
    return guests;
}

} // namespace foyer::test
