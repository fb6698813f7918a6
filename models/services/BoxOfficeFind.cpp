#include "services/BoxOfficeHub.h"
#include "services/FindService.h"

// Orders found again, and what staff do with them: of this machine, or of the house that it is a terminal of.

namespace foyer {

namespace {
FindService finder(Connection &db, const Clock &clock, Services &s) { return {db, clock, s.reservations, s.payments}; }
} // namespace

RequestId BoxOffice::newRequest() { return m_shop.m_engine->ids.make<RequestId>(); }

QFuture<Result<OrderPage>> BoxOffice::find(
    const QList<OrderReading> &readings, const OrderCursor &from, int count, StaffId who)
{
    return m_shop.m_engine->readIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Result<OrderPage> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return finder(db, clock, s).find(readings, from, count);
    });
}

/// A ticket that this house never sealed isn't asked for: its name alone proves nothing.
QFuture<Result<HouseOrdersFound>> BoxOffice::findElsewhere(const QString &typed, StaffId who)
{
    const auto wanted = m_shop.m_engine->read([=](Services &s) -> Result<OrderQuery> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        const OrderReading first = readingsOf(typed).constFirst();
        const bool isForged = first.kind == OrderReading::Kind::Ticket && !s.tickets.isSealed(first.text);
        return OrderQuery{isForged ? QString() : typed};
    });
    const auto promise = begun<HouseOrdersFound>();
    const auto asked = byHouse<OrderQuery, HouseOrdersFound>(wanted, &HouseDesk::findOrders,
        [](Connection &, const OrderQuery &) -> Result<HouseOrdersFound> { return HouseOrdersFound{}; });
    deliver(asked, &m_shop, [=, this](const Result<HouseOrdersFound> &found) {
        if (!found.ok())
            return finish(promise, found);
        deliver(m_shop.m_engine->readIn([found = found.value(), &clock = m_shop.clock()](Connection &db, Services &s) {
            return finder(db, clock, s).elsewhere(found);
        }),
            &m_shop, [promise](const Result<HouseOrdersFound> &rest) { finish(promise, rest); });
    });
    return promise->future();
}

/// What the hub says of an order, as this machine would have it.
void BoxOffice::fileElsewhere(const QFuture<Result<HouseOrderFile>> &asked, const Promise<OrderFile> &promise)
{
    deliver(asked, &m_shop, [=, this](const Result<HouseOrderFile> &found) {
        if (!found.ok())
            return finish<OrderFile>(promise, Failure(found));
        deliver(m_shop.m_engine->readIn([found = found.value(), &clock = m_shop.clock()](Connection &db, Services &s) {
            return finder(db, clock, s).fileOf(found);
        }),
            &m_shop, [promise](const Result<OrderFile> &file) { finish(promise, file); });
    });
}

QFuture<Result<OrderFile>> BoxOffice::open(OrderId order, StaffId who)
{
    const auto here =
        m_shop.m_engine->readIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Result<OrderFile> {
            FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
            return finder(db, clock, s).open(order);
        });
    if (!m_shop.hubState())
        return here;
    const auto promise = begun<OrderFile>();
    deliver(here, &m_shop, [=, this](const Result<OrderFile> &file) {
        if (!file.isRefused(Refusal::OrderUnknown))
            return finish(promise, file);
        const auto asked = begun<HouseOrderFile>();
        askHub(&HouseDesk::openOrder, OrderWish{order}, asked);
        fileElsewhere(asked->future(), promise);
    });
    return promise->future();
}

QFuture<Done> BoxOffice::setContact(OrderId order, const Contact &typed, StaffId who)
{
    const auto here = m_shop.m_engine->writeIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Done {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return finder(db, clock, s).setContact(order, typed, who);
    });
    if (!m_shop.hubState())
        return here;
    const auto promise = begun<std::monostate>();
    deliver(here, &m_shop, [=, this](const Done &kept) {
        if (kept.ok())
            m_shop.tellContacts();
        if (!kept.isRefused(Refusal::OrderUnknown))
            return finish(promise, kept);
        const auto wanted = m_shop.m_engine->read([=, id = newRequest()](Services &s) -> Result<HouseOrderAct> {
            FOYER_TRY(member, s.staff.may(who, StaffAction::OpenDesk));
            FOYER_TRY(contact, contactFrom(typed));
            return HouseOrderAct{id, order, HouseOrderAct::Kind::SetContact, member, contact};
        });
        const auto told = byHouse<HouseOrderAct, HouseOrderFile>(wanted, &HouseDesk::doWithOrder, {});
        deliver(told, &m_shop, [promise](const Result<HouseOrderFile> &file) {
            finish<std::monostate>(promise, file.ok() ? Done(done) : Done(Failure(file)));
        });
    });
    return promise->future();
}

/// The hub counts copies while it answers, also of what was sold here; alone this machine does, of its own.
QFuture<Result<Order>> BoxOffice::printAgain(OrderId order, StaffId who, RequestId request)
{
    if (!m_shop.hubState())
        return m_shop.printAgain(order, who);
    const auto promise = begun<Order>();
    const auto wanted = m_shop.m_engine->read([=](Services &s) -> Result<HouseOrderAct> {
        FOYER_TRY(member, s.staff.may(who, StaffAction::OpenCorner));
        return HouseOrderAct{.id = request, .order = order, .who = member};
    });
    const auto counted = byHouse<HouseOrderAct, HouseOrderFile>(wanted, &HouseDesk::doWithOrder, {});
    deliver(counted, &m_shop, [=, this](const Result<HouseOrderFile> &file) {
        const bool isAlone = file.isRefused(Refusal::HubNeeded) || file.isRefused(Refusal::HubRecovering) ||
                             file.isRefused(Refusal::OrderUnknown);
        if (!file.ok() && !isAlone)
            return finish<Order>(promise, Failure(file));
        const auto printed = m_shop.m_engine->write([=, copy = file.ok() ? file.value().copy : 0](Services &s) {
            return s.payments.printAgain(order, who, copy);
        });
        deliver(printed, &m_shop, [=, this](const Result<Order> &own) {
            if (!own.isRefused(Refusal::OrderUnknown))
                return finish(promise, own);
            if (!file.ok())
                return finish<Order>(promise, Failure(file));
            deliver(m_shop.m_engine->read([file = file.value()](Services &s) { return s.payments.copyOf(file); }),
                &m_shop, [promise](const Result<Order> &copy) { finish(promise, copy); });
        });
    });
    return promise->future();
}

/// A code that nobody can be paid for now is what the customer gets.
QFuture<Result<MoneyBack>> BoxOffice::refund(const RefundWish &wish)
{
    if (!m_shop.hubState())
        return m_shop.refund(wish);
    const auto promise = begun<MoneyBack>();
    deliver(m_shop.refund(wish), &m_shop, [=, this](const Result<MoneyBack> &back) {
        const bool isCash =
            back.ok() && back.value().claim && back.value().payOuts.isEmpty() && wish.to == TenderKind::Cash;
        if (!isCash)
            return finish(promise, back);
        deliver(payClaim(back.value().claim->code, *wish.who), &m_shop,
            [promise, back = back.value()](const Result<Tender> &paid) {
                MoneyBack whole = back;
                if (paid.ok()) {
                    whole.payOuts = {paid.value()};
                    whole.leaving = std::exchange(whole.claim, std::nullopt);
                }
                finish<MoneyBack>(promise, whole);
            });
    });
    return promise->future();
}

} // namespace foyer
