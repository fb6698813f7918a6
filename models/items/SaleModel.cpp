#include "items/SaleModel.h"

#include "domain/Deliver.h"
#include "domain/Limits.h"
#include "items/ConsentModel.h"
#include "services/BoxOffice.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

namespace foyer {

SaleModel::SaleModel(BoxOffice &office, TenderDesk &tenders, ConsentModel &consent, QObject *parent)
    : QObject(parent), m_office(office), m_tenders(tenders), m_consent(consent), m_seats(office.shop(), this),
      m_lines(office.shop(), m_seats, this), m_tender(tenders, this)
{
    connect(&m_seats, &SeatMapModel::opened, this, [this] {
        if (!m_pass)
            return; // it was for somebody who has left
        m_isOpen = true;
        if (!m_typed.isEmpty())
            command(std::exchange(m_typed, {}));
        Q_EMIT changed();
    });
    connect(&m_seats, &SeatMapModel::proposed, this, &SaleModel::chosen);
    connect(&m_seats, &SeatMapModel::holdChanged, this, [this] {
        if (m_isOpen && hasSeats() && m_sold)
            m_sold.reset();
        applyType();
        Q_EMIT changed();
    });
    connect(&m_seats, &SeatMapModel::holdLost, this, [this](const QList<SeatIndex> &seats) {
        if (m_isOpen)
            Q_EMIT failed({.refused = Refused{.why = Refusal::HoldExpired, .seats = seats}});
    });
    connect(&m_seats, &SeatMapModel::failed, this, &SaleModel::failed);
    connect(&m_lines, &CheckoutModel::failed, this, &SaleModel::failed);
    connect(&m_lines, &CheckoutModel::changed, this, &SaleModel::changed);
    connect(&m_tender, &TenderModel::changed, this, &SaleModel::changed);
    connect(&m_tender, &TenderModel::settled, this, &SaleModel::settled);
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_offer && (changes.everything || changes.seats.contains(m_offer->performance.key)))
            loadBlocked();
        if (closed() == Closed::NoShift)
            begin(); // it may be open by now
    });
}

void SaleModel::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

SaleModel::Closed SaleModel::closed() const
{
    return !m_clerk ? Closed::NoClerk : m_needsShift ? Closed::NoShift : Closed::No;
}

bool SaleModel::canTake() const
{
    return m_clerk && m_isOpen && hasSeats() && !m_busy && !m_tender.tender() && !m_seats.isAsking() &&
           m_lines.balance();
}

bool SaleModel::canPark() const { return canTake() && !isExchanging(); }

std::optional<std::chrono::seconds> SaleModel::timeLeft() const
{
    const auto hold = m_isOpen ? m_seats.hold() : std::nullopt;
    if (!hold)
        return std::nullopt;
    const auto left = hold->deadline - m_office.shop().clock().steady();
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

void SaleModel::setSettings(const HouseSettings &settings) { m_settings = settings; }

void SaleModel::setClerk(const std::optional<StaffMember> &clerk)
{
    m_clerk = clerk;
    m_needsShift = false;
    if (clerk && m_pass && !hasSeats() && !m_tender.tender() && m_servedBy != clerk->id)
        leave(); // nobody is in front of the desk: the next customer is this clerk's
    begin();
    Q_EMIT changed();
}

void SaleModel::open(const PerformanceOffer &offer)
{
    if (m_busy || m_tender.tender())
        return;
    m_offer = offer;
    m_typed.clear(); // on another date
    m_isOpen = false;
    loadBlocked();
    if (m_pass)
        enter(*m_pass);
    else
        begin();
    Q_EMIT changed();
}

/// The next customer.
void SaleModel::begin()
{
    if (!m_clerk || m_pass || m_begins)
        return;
    m_begins = true;
    m_servedBy = m_clerk->id;
    const auto served = m_exchange ? m_office.serveOwner(m_exchange->order, m_clerk->id) : m_office.serve(m_clerk->id);
    deliver(served, this, [this, customer = m_customer](const Result<IssuedToken> &issued) {
        m_begins = false;
        if (m_pass || customer != m_customer) { // an order that was put aside came back meanwhile
            if (issued.ok())
                m_office.shop().endVisit(issued.value().pass, {});
            return begin();
        }
        m_needsShift = issued.isRefused(Refusal::ShiftNotOpen);
        m_isMember = issued.ok() && issued.value().token.member;
        if (issued.ok())
            enter(issued.value().pass);
        else if (!m_needsShift)
            Q_EMIT failed(Problem::of(issued));
        Q_EMIT changed();
    });
}

void SaleModel::enter(const TokenPass &pass)
{
    m_pass = pass;
    m_verified = m_office.shop().clock().steady();
    m_isOpen = false;
    if (!m_offer)
        return;
    m_seats.open(pass, m_offer->performance.key);
    m_lines.open(pass, m_settings);
    m_lines.confirmAge(); // the clerk sees who buys
}

/// Of whoever is in front of the desk; nothing of theirs is under way.
void SaleModel::leave()
{
    if (!m_pass)
        return;
    const TokenPass pass = *m_pass;
    forget();
    giveBackWhatIsLeft(pass);
}

void SaleModel::forget()
{
    ++m_customer;
    m_pass.reset();
    m_typed.clear();
    m_busy = false;
    m_isOpen = false;
    m_exchange.reset();
    m_exchangedBecause.clear();
}

bool SaleModel::makeRoom()
{
    if (!hasSeats() || !m_isOpen)
        leave();
    else if (canPark())
        park();
    else
        return false; // a seat is still asked for
    return true;
}

void SaleModel::giveBackWhatIsLeft(const TokenPass &pass)
{
    deliver(m_office.shop().endVisit(pass, m_tenders.kindsThatGive()), this, [this](const Result<VisitEnd> &end) {
        if (!end.ok()) {
            Q_EMIT failed(Problem::of(end));
        } else {
            m_claim = end.value().claim;
            m_tender.run(end.value().payOuts);
        }
        Q_EMIT changed();
    });
}

std::optional<SeatCommand> SaleModel::read(const QString &typed) const
{
    return m_seats.date() ? readSeatCommand(typed, *m_seats.date()) : std::nullopt;
}

void SaleModel::command(const QString &typed)
{
    if (m_busy || m_tender.tender() || closed() != Closed::No || !m_offer)
        return;
    if (!m_isOpen) {
        m_typed = typed;
        return;
    }
    const auto command = read(typed);
    if (!command)
        return;
    Q_EMIT asked();
    if (!command->isUnderstood()) {
        Q_EMIT badCommand(*command);
        return;
    }
    m_command = command;
    m_type = command->type;
    if (!command->named.isEmpty())
        m_seats.choose(command->named);
    else
        m_seats.propose(command->wish);
}

/// The best is taken: who wants others says so.
void SaleModel::chosen(const QList<SeatProposal> &proposals)
{
    if (!m_command || !m_isOpen)
        return;
    const SeatCommand command = *std::exchange(m_command, std::nullopt);
    if (proposals.isEmpty())
        Q_EMIT noSuchSeats(command);
    else
        m_seats.choose(proposals.constFirst().seats);
}

/// Seat by seat, once they are held.
void SaleModel::applyType()
{
    const auto hold = m_seats.hold();
    if (!m_type || !hold || m_seats.isAsking())
        return;
    for (const HeldSeat &held : hold->seats) {
        if (held.type == *m_type)
            continue;
        if (m_seats.date()->priceOf(held.seat, *m_type))
            return m_seats.setTicketType(held.seat, *m_type); // whose answer comes back here
    }
    m_type.reset();
}

void SaleModel::setType(SeatIndex seat, TicketTypeKey type)
{
    if (!canTake())
        return;
    m_type.reset();
    m_lines.setType(seat, type);
}

void SaleModel::giveAway(const QList<SeatIndex> &seats)
{
    if (!canTake() || !m_lines.missing().isPositive())
        return;
    m_consent.ask(StaffAction::GiveAway, ConsentModel::Reason::Needed, [this, seats](const Consent &consent) {
        if (canTake())
            ask(m_office.giveAway(*m_pass, m_seats.hold()->id, seats, consent.who.id, consent.why),
                [this](const Hold &) { m_seats.refreshHold(); });
    });
}

void SaleModel::block()
{
    if (!canTake())
        return;
    m_consent.ask(StaffAction::BlockSeats, ConsentModel::Reason::Needed, [this](const Consent &consent) {
        if (canTake())
            ask(m_office.block(*m_pass, m_seats.hold()->id, consent.who.id, consent.why),
                [this](const Hold &) { enter(*m_pass); });
    });
}

void SaleModel::unblock(HoldId blocked)
{
    if (m_clerk && !m_busy)
        ask(m_office.unblock(blocked, {}, m_clerk->id), [](const auto &) {}); // the list is told of it
}

void SaleModel::loadBlocked()
{
    deliver(m_office.blocked(m_offer->performance.key), this,
        [this, asked = m_offer->performance.key](const Result<QList<ReservationService::Block>> &blocked) {
            if (!m_offer || m_offer->performance.key != asked || !blocked.ok())
                return;
            m_blocked = blocked.value();
            Q_EMIT changed();
        });
}

void SaleModel::park()
{
    if (!canPark())
        return;
    m_parked.append({*std::exchange(m_pass, std::nullopt), *m_offer, int(m_seats.hold()->seats.size()), m_lines.total(),
        m_seats.hold()->deadline});
    ++m_customer;
    m_isOpen = false;
    begin();
    Q_EMIT changed();
}

void SaleModel::resume(qsizetype parked)
{
    if (parked < 0 || parked >= m_parked.size() || m_busy || m_tender.tender() || isExchanging())
        return;
    const Parked back = m_parked.at(parked);
    if (!makeRoom())
        return;
    m_parked.removeAt(parked);
    ++m_customer;
    m_isMember = false;
    m_offer = back.offer;
    m_sold.reset();
    enter(back.pass);
    loadBlocked();
    Q_EMIT changed();
}

void SaleModel::cancel()
{
    if (m_busy || m_tender.tender())
        return m_tender.cancel();
    const bool isOwners = isExchanging(); // nobody else buys over their wallet
    if (isOwners)
        ++m_customer; // also where they are still on their way here
    m_typed.clear();
    m_type.reset();
    m_exchange.reset();
    m_exchangedBecause.clear();
    m_sold.reset();
    m_claim.reset();
    if (m_pass && !isOwners && !hasSeats() && m_lines.balance() && m_lines.balance()->amount.isZero()) {
        Q_EMIT changed();
        return;
    }
    leave(); // of whoever is there
    begin();
}

/// Somebody is at the desk: those in front of it and those put aside stay.
void SaleModel::tick()
{
    Shop &shop = m_office.shop();
    const SteadyTime now = shop.clock().steady();
    m_parked.removeIf([&](const Parked &parked) {
        if (parked.deadline > now)
            return false;
        m_office.giveUp(parked.pass); // its seats are free again
        return true;
    });
    if (now - m_verified < limits::verifyAgain)
        return;
    m_verified = now;
    for (const Parked &parked : std::as_const(m_parked))
        shop.verify(parked.pass);
    if (!m_pass)
        return;
    deliver(shop.verify(*m_pass), this, [this, customer = m_customer](const Result<Token> &token) {
        if (customer != m_customer || token.ok() || !token.refused())
            return;
        forget(); // it ended while the machine slept
        begin();
    });
}

} // namespace foyer
