#include "services/Shop.h"

#include "services/ShopEngine.h"

#include <QLoggingCategory>
#include <QTimer>

namespace foyer {

namespace {
Q_LOGGING_CATEGORY(shopLog, "foyer.shop")
} // namespace

Result<std::unique_ptr<Shop>> Shop::open(
    const QString &dataDir, const Clock &clock, std::unique_ptr<Authority> authority)
{
    std::unique_ptr<Shop> shop(new Shop(std::make_unique<Engine>(dataDir, clock, std::move(authority))));
    Shop *const self = shop.get();
    FOYER_CHECK(shop->m_engine->open(
        [self](const ChangeSet &changes) {
            QMetaObject::invokeMethod(self, [self, changes] { Q_EMIT self->m_changes.committed(changes); });
        },
        [self](const Error &error) {
            QMetaObject::invokeMethod(self, [self, error] {
                qCCritical(shopLog).noquote() << "selling stops:" << error.detail;
                Q_EMIT self->broken(error);
            });
        }));
    auto *everySecond = new QTimer(self);
    connect(everySecond, &QTimer::timeout, self, [self] {
        self->m_engine->tick();
        if (self->m_hasUntold && self->m_tellAgain.hasExpired())
            self->tellContacts();
    });
    everySecond->start(std::chrono::seconds(1));
    return shop;
}

Shop::Shop(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}
Shop::~Shop() = default;

const Clock &Shop::clock() const { return m_engine->clock; }
Changes &Shop::changes() { return m_changes; }
const ScreenState &Shop::screenAtStart() const { return m_engine->screenAtStart(); }
OrderId Shop::newOrderId() { return m_engine->ids.make<OrderId>(); }
TenderId Shop::newTenderId() { return m_engine->ids.make<TenderId>(); }

QFuture<Result<HouseSettings>> Shop::settings()
{
    return m_engine->read([](Services &s) { return s.catalogue.settings(); });
}

QFuture<Result<QList<PerformanceOffer>>> Shop::programme()
{
    return m_engine->read([](Services &s) { return s.reservations.dates(); });
}

QFuture<Result<IssuedToken>> Shop::comeBack(const TokenPass &pass)
{
    return m_engine->write([pass](Services &s) { return s.tokens.comeBack(pass); });
}

QFuture<Result<Token>> Shop::takeSlip(const TokenPass &pass)
{
    return m_engine->write([pass](Services &s) { return s.tokens.takeSlip(pass); });
}

QFuture<Result<Token>> Shop::verify(const TokenPass &pass)
{
    return m_engine->write([pass](Services &s) { return s.tokens.verify(pass); });
}

QFuture<Result<QueuePlace>> Shop::place(const TokenPass &pass)
{
    return m_engine->write([pass](Services &s) -> Result<QueuePlace> {
        FOYER_TRY(token, s.tokens.verify(pass));
        return s.queue.place(token);
    });
}

QFuture<Result<QList<PerformanceOffer>>> Shop::dates(const TokenPass &pass)
{
    return m_engine->admittedRead(pass, [](Services &s) { return s.reservations.dates(); });
}

QFuture<Result<SeatsOfDate>> Shop::seats(const TokenPass &pass, PerformanceKey performance)
{
    return m_engine->admittedRead(pass, [=](Services &s) { return s.reservations.seats(performance, pass.id); });
}

QFuture<Result<QList<SeatShown>>> Shop::shown(
    const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    return m_engine->read([=](Services &s) { return s.reservations.shown(performance, seats, pass.id); });
}

QFuture<Result<Hold>> Shop::hold(
    const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats, const QList<SeatIndex> &instead)
{
    auto promise = std::make_shared<QPromise<Result<Hold>>>();
    promise->start();
    auto asked = m_engine->write([this, pass, performance, seats, instead, promise](Services &s) {
        auto answer = s.reservations.hold(pass, performance, seats, instead);
        if (answer.ok() && answer.value().pending) {
            m_waiting.add(answer.value().pending->id, {pass, promise}); // first: the answer may be fast
            m_engine->authority().send(*answer.value().pending);
        }
        return answer;
    });
    deliver(asked, this, [promise](const Result<HoldAnswer> &answer) {
        if (answer.ok() && answer.value().pending)
            return;
        promise->addResult(answer.ok() ? Result<Hold>(*answer.value().hold) : Failure(answer));
        promise->finish();
    });
    return promise->future();
}

QFuture<Done> Shop::inStore(std::function<Done(Connection &, Services &)> work)
{
    return m_engine->writeIn(std::move(work));
}

/// With the reach changes what can be sold here, though no seat changed hands.
void Shop::setHubState(const HubState &state)
{
    const auto before = std::exchange(m_hubState, state);
    if (before == m_hubState)
        return;
    Q_EMIT hubStateChanged();
    if (before && before->reach == state.reach)
        return;
    m_hasUntold = true;
    Q_EMIT m_changes.committed({.everything = true});
}

QFuture<Result<int>> Shop::seatsHere()
{
    return m_engine->read([](Services &s) { return s.reservations.seatsHere(); });
}

/// In no thread but the store's, whatever this one is doing: somebody has tapped on a seat.
void Shop::authorityAnswered(const RightsAnswer &answer)
{
    const WaitingHold waiting = m_waiting.take(answer.id); // an answer nobody waits for still brings its rights
    m_engine->write([answer, pass = waiting.pass](Services &s) { return s.reservations.answered(answer, pass); })
        .then([promise = waiting.promise](const Result<Hold> &hold) {
            if (!promise)
                return;
            promise->addResult(hold);
            promise->finish();
        });
}

void Shop::authorityRefused(RequestId request, const Refused &why)
{
    m_engine
        ->write([request](Services &s) -> Done {
            s.reservations.refused(request);
            return done;
        })
        .then([promise = m_waiting.take(request).promise, why](const Done &) {
            if (!promise)
                return;
            promise->addResult(Result<Hold>(why));
            promise->finish();
        });
}

void Shop::WaitingHolds::add(RequestId request, const WaitingHold &hold)
{
    const QMutexLocker lock(&m_mutex);
    m_holds.insert(request, hold);
}

Shop::WaitingHold Shop::WaitingHolds::take(RequestId request)
{
    const QMutexLocker lock(&m_mutex);
    return m_holds.take(request);
}

QFuture<Result<Hold>> Shop::release(const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats)
{
    return m_engine->write([=](Services &s) { return s.reservations.release(pass, hold, seats); });
}

QFuture<Result<Hold>> Shop::prolong(const TokenPass &pass, HoldId hold)
{
    return m_engine->write([=](Services &s) { return s.reservations.prolong(pass, hold); });
}

QFuture<Result<Hold>> Shop::setTicketType(const TokenPass &pass, HoldId hold, SeatIndex seat, TicketTypeKey type)
{
    return m_engine->write([=](Services &s) { return s.reservations.setTicketType(pass, hold, seat, type); });
}

QFuture<Result<Balance>> Shop::balance(const TokenPass &pass)
{
    return m_engine->write([pass](Services &s) -> Result<Balance> {
        FOYER_TRY(balance, s.payments.balance(pass));
        balance.elsewhere = s.customers.elsewhere(balance.wallet);
        return balance;
    });
}

QFuture<Result<Tender>> Shop::beginTopUp(
    const TokenPass &pass, TenderId id, Money amount, TenderKind kind, std::optional<HoldId> hold)
{
    return m_engine->write([=](Services &s) { return s.payments.beginTopUp(pass, id, amount, kind, hold); });
}

QFuture<Result<TenderOutcome>> Shop::tenderAnswered(TenderId tender, DeviceAnswer answer, bool isWatched)
{
    return m_engine->write([=](Services &s) { return s.payments.answered(tender, answer, isWatched); });
}

QFuture<Result<QList<Tender>>> Shop::openTenders()
{
    return m_engine->write([](Services &s) { return s.payments.openTenders(); });
}

QFuture<Result<Order>> Shop::pay(const TokenPass &pass, OrderId order, HoldId hold)
{
    return m_engine->write([=](Services &s) -> Result<Order> {
        FOYER_TRY(paid, s.payments.pay(pass, order, hold));
        return s.payments.order(paid);
    });
}

QFuture<Result<Order>> Shop::orderByDigits(const QString &digits)
{
    return m_engine->read([digits](Services &s) { return s.payments.orderByDigits(digits); });
}

QFuture<Result<VisitEnd>> Shop::endVisit(const TokenPass &pass, const QList<TenderKind> &devices)
{
    return m_engine->write([=](Services &s) { return s.payments.endVisit(pass, devices); });
}

QFuture<Result<StaffMember>> Shop::authorise(const QString &name, const QString &pin, StaffAction action)
{
    auto check = std::make_shared<StaffCheck>();
    return m_engine->withPin<StaffMember>(
        pin,
        [=](Services &s) -> Result<PinCheck> {
            FOYER_TRY(begun, s.staff.begin(name, action));
            *check = begun;
            return begun.pin;
        },
        [check](Services &s, const PinCheck &, bool right) { return s.staff.end(*check, right); });
}

QFuture<Result<MoneyBack>> Shop::refund(const RefundWish &wish)
{
    const auto here = m_engine->write([wish](Services &s) -> Result<MoneyBack> {
        FOYER_CHECK(
            s.staff.may(wish.who.value_or(StaffId()), wish.isVoid ? StaffAction::VoidSale : StaffAction::RefundOrder));
        return s.payments.refund(wish);
    });
    return m_hubState ? elseAtHub(here, wish) : here;
}

QFuture<Done> Shop::setAdmissionLimit(int limit, StaffId who)
{
    return m_engine->write([=](Services &s) -> Done {
        FOYER_CHECK(s.staff.may(who, StaffAction::SetAdmissionLimit));
        return s.staff.setAdmissionLimit(limit, who);
    });
}

QFuture<Done> Shop::setOutOfService(bool out, StaffId who)
{
    return m_engine->write([=](Services &s) -> Done {
        FOYER_CHECK(s.staff.may(who, StaffAction::SetOutOfService));
        return s.staff.setOutOfService(out, who);
    });
}

QFuture<Result<Order>> Shop::printAgain(OrderId order, StaffId who)
{
    return m_engine->write([=](Services &s) -> Result<Order> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenCorner));
        return s.payments.printAgain(order, who);
    });
}

QFuture<Result<DayTotals>> Shop::totals()
{
    return m_engine->read([](Services &s) { return s.payments.totals(); });
}

QFuture<Result<QList<StaffMember>>> Shop::staff()
{
    return m_engine->read([](Services &s) { return s.staff.all(); });
}

QFuture<Done> Shop::callStaff()
{
    return m_engine->write([](Services &s) { return s.staff.call(); });
}

QFuture<Done> Shop::takeBackCall()
{
    return m_engine->write([](Services &s) { return s.staff.takeBackCall(); });
}

} // namespace foyer
