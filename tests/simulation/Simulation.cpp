#include "simulation/Simulation.h"

#include "storage/Audit.h"
#include "storage/HouseOrderStore.h"
#include "storage/HubSeatStore.h"
#include "storage/SeatStore.h"
#include "support/Audit.h"

#include "storage/LedgerStore.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace foyer::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int dropped = 15, doubled = 10; // messages in a hundred
constexpr int remembered = 40;            // events told of when something breaks
constexpr qint64 entriesAPush = 20;
constexpr qint64 topUp = 1'000, price = 400; // of a seat at the back; in front they cost nothing
constexpr int firstAtBack = 20;
const StaffId kim{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};

void putOnSale(TestShop &shop)
{
    Season season = TestShop::season();
    for (SeasonPerformance &performance : season.performances)
        if (performance.id == "free"_L1)
            performance.prices.last().amount = TestShop::won(price);
    must(shop->catalogue.importSeason(season));
}
} // namespace

Simulation::Simulation(quint32 seed, int terminals) : m_seed(seed), m_random(seed), m_hub(seed * 100 + 1)
{
    putOnSale(m_hub.shop);
    for (const char *phone : {"01048210007", "01048210008"}) {
        const Member member{m_hub.shop.ids.make<MemberId>(), m_hub.shop.ids.make<WalletId>(),
            QCryptographicHash::hash(phone, QCryptographicHash::Sha256), {}, u"0007"_s};
        m_members.append(must(m_hub.service().house.registerMember({member, TestShop::pinHash()})));
    }
    for (int i = 0; i < terminals; ++i) {
        m_terminals.push_back(std::make_unique<Terminal>(seed * 100 + 2 + quint32(i)));
        putOnSale(m_terminals.back()->node.shop);
        m_terminals.back()->node.enrol(m_hub);
        if (i > 0) // the first hasn't reported yet
            m_terminals.back()->node.session(m_hub);
    }
}

void Simulation::note(const QString &what)
{
    m_story.append(what);
    if (m_story.size() > remembered)
        m_story.removeFirst();
}

void Simulation::check(bool holds, const QString &what)
{
    if (holds)
        return;
    const QString told = u"seed %1: %2\n  %3"_s.arg(m_seed).arg(what, m_story.join(u"\n  "_s));
    throw Violation(told.toStdString());
}

QList<SeatIndex> Simulation::someSeats()
{
    QList<SeatIndex> seats;
    for (int count = 1 + upTo(3); count > 0; --count)
        if (const auto seat = SeatIndex(upTo(30)); !seats.contains(seat))
            seats.append(seat);
    return seats;
}

void Simulation::run(int steps)
{
    for (int i = 0; i < steps; ++i)
        step();
}

void Simulation::step()
{
    if (!m_flying.empty() && chance(50)) { // any of them: they overtake each other
        const auto at = m_flying.begin() + upTo(int(m_flying.size()));
        const Message message = *at;
        m_flying.erase(at);
        return deliver(message);
    }
    if (chance(8))
        return fault();
    act(size_t(upTo(int(m_terminals.size()))));
}

void Simulation::act(size_t index)
{
    Terminal &terminal = *m_terminals[index];
    switch (upTo(12)) {
    case 10: {
        const auto link = terminal.node->link();
        return send(
            {Message::Kind::Poll, index, terminal.node.epoch(), {{u"after"_s, link.ok() ? link.value().change : 0}}});
    }
    case 11:
        if (terminal.isCut)
            return;
        note(u"terminal %1 gives amounts back"_s.arg(index));
        return (void)must(terminal.node->settle());
    case 0: return send({Message::Kind::Open, index, terminal.node.epoch(), {}});
    case 1: {
        if (const auto push = terminal.node->push(terminal.node.epoch().number, upTo(4), entriesAPush); push.ok())
            send({Message::Kind::Push, index, terminal.node.epoch(), jsonOf(push.value())});
        return;
    }
    case 2: {
        note(u"terminal %1 gives back"_s.arg(index));
        return (void)must(terminal.node->giveBack(date(), someSeats()));
    }
    case 3:
        if (terminal.sold)
            return refund(terminal, index);
        [[fallthrough]];
    case 4:
        if (terminal.isOver)
            return closeAndEnrol(terminal);
        [[fallthrough]];
    default: return visit(terminal, index);
    }
}

/// One customer at a time, as at a kiosk: comes, holds, buys or goes.
void Simulation::visit(Terminal &terminal, size_t index)
{
    TestShop &shop = terminal.node.shop;
    if (terminal.tender)
        return deviceAnswers(terminal);
    if (terminal.hold && chance(20))
        return pay(terminal);
    if (terminal.hold && chance(70))
        return buy(terminal);
    if (terminal.visit && chance(30)) {
        (void)shop->payments.endVisit(*terminal.visit, {});
        terminal.visit.reset();
        terminal.hold.reset();
        return;
    }
    if (!terminal.visit && chance(50))
        return enter(terminal, index);
    if (!terminal.visit) {
        terminal.visit = shop.guest();
        terminal.member.reset();
    }
    if (chance(20))
        return pay(terminal);
    const auto asked = shop->reservations.hold(*terminal.visit, date(), someSeats());
    if (asked.ok() && asked.value().hold)
        terminal.hold = asked.value().hold;
    else if (asked.ok())
        send({Message::Kind::Request, index, terminal.node.epoch(), jsonOf(*asked.value().pending)});
    else
        check(asked.refused(), u"a hold failed: "_s + answerOf(asked));
}

/// A member whose PIN was right.
void Simulation::enter(Terminal &terminal, size_t index)
{
    const Member &member = m_members[upTo(int(m_members.size()))];
    terminal.entering = must(terminal.node.shop->customers.keep(member, TestShop::pinHash()));
    send({Message::Kind::Enter, index, terminal.node.epoch(), jsonOf(*terminal.entering)});
}

/// The hold is being paid until the device answers, whatever happens meanwhile.
void Simulation::pay(Terminal &terminal)
{
    TestShop &shop = terminal.node.shop;
    const auto tender = shop->payments.beginTopUp(*terminal.visit, shop.ids.make<TenderId>(), TestShop::won(topUp),
        TenderKind::Card, terminal.hold ? std::optional(terminal.hold->id) : std::nullopt);
    check(tender.ok() || tender.refused(), u"a tender failed: "_s + answerOf(tender));
    if (!tender.ok())
        return terminal.hold.reset();
    terminal.tender = tender.value().id;
    terminal.payer = terminal.member;
    note(u"asks a device for money"_s);
}

void Simulation::deviceAnswers(Terminal &terminal)
{
    const DeviceAnswer answer = chance(60) ? DeviceAnswer::Approved : DeviceAnswer::Declined;
    const auto outcome = terminal.node.shop->payments.answered(*std::exchange(terminal.tender, std::nullopt), answer);
    check(outcome.ok(), u"an answer of the device failed: "_s + answerOf(outcome));
    note(u"the device says "_s + nameOf(answer));
    if (answer == DeviceAnswer::Approved && terminal.payer)
        m_paid[*terminal.payer] += topUp;
    if (terminal.visit && terminal.hold) // who paid is still there
        buy(terminal);
}

void Simulation::buy(Terminal &terminal)
{
    TestShop &shop = terminal.node.shop;
    const auto order = shop->payments.pay(*terminal.visit, shop.ids.make<OrderId>(), terminal.hold->id);
    if (order.ok()) {
        for (const auto &ticket : must(shop->payments.order(order.value())).tickets) {
            note(u"sold seat %1 as %2"_s.arg(indexOf(ticket.seat)).arg(order.value().text()));
            check(!m_live.contains(ticket.seat), u"seat %1 is sold twice"_s.arg(indexOf(ticket.seat)));
            m_live.insert(ticket.seat, order.value());
            if (terminal.member)
                m_paid[*terminal.member] -= ticket.price.minor;
        }
        if (terminal.member)
            m_buyers.insert(order.value(), *terminal.member);
        terminal.visit.reset();
        terminal.sold = order.value();
    } else {
        check(order.refused(), u"a payment failed: "_s + answerOf(order));
        if (order.isRefused(Refusal::InsufficientBalance) && chance(80))
            return pay(terminal);
    }
    terminal.hold.reset();
}

qint64 Simulation::priceOf(SeatIndex seat) { return indexOf(seat) < firstAtBack ? 0 : price; }

/// The seller's own, or the hub's: a ticket, or all that is left.
void Simulation::refund(Terminal &terminal, size_t index)
{
    PaymentService &payments = terminal.node.shop->payments;
    RefundWish wish{.order = *terminal.sold, .who = kim, .why = u"storm"_s};
    const QList<Ticket> tickets = must(payments.order(wish.order)).tickets;
    if (chance(70))
        wish.seats = {tickets[upTo(int(tickets.size()))].seat};
    const auto back = payments.refund(wish);
    if (back.isRefused(Refusal::AlreadyRefunded)) { // here
        if (wish.seats.isEmpty())
            terminal.sold.reset();
        return;
    }
    check(back.ok() || back.isRefused(Refusal::RefundAtHub), u"a refund failed: "_s + answerOf(back));
    if (!back.ok()) {
        const auto request = payments.refundRequest(wish);
        check(request.ok() || request.isRefused(Refusal::AlreadyRefunded), u"nobody refunds: "_s + answerOf(request));
        if (request.ok())
            send({Message::Kind::Refund, index, terminal.node.epoch(), jsonOf(request.value())});
        return;
    }
    note(u"terminal %1 refunds %2 of %3"_s.arg(index).arg(back.value().seats.size()).arg(wish.order.text()));
    refunded(wish.order, back.value().seats, {});
}

/// Each ticket once; at the hub by one request, however often it is asked.
void Simulation::refunded(OrderId order, const QList<SeatIndex> &seats, RequestId request)
{
    for (const SeatIndex seat : seats) {
        if (QHash<SeatIndex, RequestId> &before = m_refunded[order]; before.contains(seat)) {
            check(!request.isNull() && before[seat] == request,
                u"the ticket of seat %1 is refunded twice"_s.arg(indexOf(seat)));
            continue;
        }
        check(m_live.value(seat) == order, u"what nobody has is refunded"_s);
        m_refunded[order].insert(seat, request);
        m_live.remove(seat);
        if (m_buyers.contains(order))
            m_paid[m_buyers[order]] += priceOf(seat);
    }
    m_parts += int(m_live.values().contains(order));
}

/// Its answer may be lost: then it is asked once more.
void Simulation::refundAtHub(const Message &message)
{
    const auto request = must(fromJson<RefundRequest>(message.json));
    const auto back = m_hub->refund(message.epoch, request);
    check(back.ok() || back.refused(), u"a refund failed: "_s + answerOf(back));
    if (!back.ok())
        return;
    const QList<SeatIndex> seats = back.value().seats;
    note(u"the hub refunds %1 of %2"_s.arg(seats.size()).arg(request.order.text()));
    refunded(request.order, seats, request.id);
    Terminal &seller = *m_terminals[message.terminal];
    for (const SeatIndex seat : seats)
        if (!seller.refundedAtHub.contains(std::pair(request.order, seat)))
            seller.refundedAtHub.append({request.order, seat});
    if (seller.sold == request.order && chance(30))
        seller.sold.reset();
}

/// A hub may forget a refund only once its seller knows.
bool Simulation::isAnyUnheard()
{
    return std::any_of(m_terminals.begin(), m_terminals.end(), [](const auto &terminal) {
        return std::any_of(terminal->refundedAtHub.begin(), terminal->refundedAtHub.end(), [&](const auto &refunded) {
            const QList<Ticket> tickets = must(terminal->node.shop->payments.order(refunded.first)).tickets;
            return std::any_of(tickets.begin(), tickets.end(),
                [&](const Ticket &ticket) { return ticket.seat == refunded.second && ticket.isLive; });
        });
    });
}

void Simulation::fault()
{
    const auto index = size_t(upTo(int(m_terminals.size())));
    Terminal &terminal = *m_terminals[index];
    switch (upTo(8)) {
    case 0:
    case 1:
        note(u"terminal %1 crashes"_s.arg(index));
        terminal.node.restart();
        terminal.visit.reset();
        terminal.entering.reset();
        terminal.hold.reset();
        if (chance(50)) { // and stays away
            terminal.node.shop.clock.advance(std::chrono::minutes(11));
            must(terminal.node.shop->sweep());
        }
        return;
    case 2: note(u"the hub crashes"_s); return m_hub.restart();
    case 3:
    case 4:
        terminal.isCut = !terminal.isCut;
        return note(u"terminal %1 is %2"_s.arg(index).arg(terminal.isCut ? u"cut off"_s : u"back"_s));
    case 5: m_backup = m_hub.shop.copy(); return note(u"the hub is backed up"_s);
    case 6: return hubChanges();
    default:
        if (chance(70))
            return;
        note(u"terminal %1 is revoked"_s.arg(index));
        return (void)must(m_hub->revoke(terminal.node.node()));
    }
}

/// Another machine takes over, or what was backed up comes back.
void Simulation::hubChanges()
{
    if (chance(50)) // seldom: for a while nobody sells
        return;
    if (m_backup.isEmpty() || isAnyUnheard() || chance(60)) {
        note(u"a standby takes over"_s);
        return (void)must(m_hub->promoted());
    }
    note(u"the hub is restored"_s);
    m_hub.restore(m_backup);
    must(m_hub->restored());
}

void Simulation::send(Message message)
{
    if (m_terminals[message.terminal]->isCut || chance(dropped))
        return;
    if (chance(doubled))
        m_flying.push_back(message);
    m_flying.push_back(std::move(message));
}

void Simulation::deliver(const Message &message)
{
    if (m_terminals[message.terminal]->isCut)
        return;
    switch (message.kind) {
    case Message::Kind::Open:
    case Message::Kind::Report:
    case Message::Kind::Push:
    case Message::Kind::Enter:
    case Message::Kind::Poll:
    case Message::Kind::Refund:
    case Message::Kind::Request: return atHub(message);
    case Message::Kind::Challenge:
    case Message::Kind::Said:
    case Message::Kind::Entered:
    case Message::Kind::News:
    case Message::Kind::Answer: return atTerminal(message);
    }
}

void Simulation::atHub(const Message &message)
{
    const auto reply = [&](Message::Kind kind, const auto &result) {
        if (result.ok())
            send({kind, message.terminal, message.epoch, jsonOf(result.value())});
        else
            check(result.refused(), u"the hub failed: "_s + answerOf(result));
    };
    switch (message.kind) {
    case Message::Kind::Open: {
        const auto opened = m_hub->open(message.epoch);
        if (opened.isRefused(Refusal::EnrolmentOver))
            return send({Message::Kind::Said, message.terminal, message.epoch,
                jsonOf(Acknowledged{EpochWord::Over, 0, std::nullopt, message.epoch.number})});
        return reply(Message::Kind::Challenge, opened);
    }
    case Message::Kind::Report:
        return reply(Message::Kind::Said, m_hub->report(message.epoch, must(fromJson<RightsReport>(message.json))));
    case Message::Kind::Push:
        return reply(Message::Kind::Said, m_hub->push(message.epoch.node, must(fromJson<Push>(message.json))));
    case Message::Kind::Enter: {
        const auto visit = m_hub.service().house.enter(message.epoch, must(fromJson<TokenRequest>(message.json)));
        check(visit.ok() || visit.refused(), u"the hub failed: "_s + answerOf(visit));
        if (visit.ok())
            send({Message::Kind::Entered, message.terminal, message.epoch,
                {{u"visit"_s, jsonOf(visit.value())}, {u"asked"_s, message.json}}});
        return;
    }
    case Message::Kind::Refund: return refundAtHub(message);
    case Message::Kind::Poll: {
        const auto row = EpochStore(m_hub.shop.db()).find(message.epoch);
        const qint64 after = message.json[u"after"].toInteger();
        if (row && !isOver(row->state)) // else it is told so
            send({Message::Kind::News, message.terminal, message.epoch,
                jsonOf(HubService::newsFor(message.epoch, after, must(m_hub.service().changedAfter(after))))});
        return;
    }
    default:
        return reply(Message::Kind::Answer, m_hub->give(message.epoch, must(fromJson<RightsRequest>(message.json))));
    }
}

void Simulation::atTerminal(const Message &message)
{
    Terminal &terminal = *m_terminals[message.terminal];
    switch (message.kind) {
    case Message::Kind::Challenge: {
        if (message.epoch != terminal.node.epoch())
            return;
        const auto challenge = must(fromJson<Challenge>(message.json));
        const auto report = terminal.node->report(challenge);
        if (!report.ok())
            return;
        send({Message::Kind::Report, message.terminal, message.epoch, jsonOf(report.value())});
        for (const auto &[earlier, position] : challenge.earlier)
            push(message.terminal, earlier, position);
        return;
    }
    case Message::Kind::Entered: {
        const auto visit = must(fromJson<HouseVisit>(message.json[u"visit"].toObject()));
        const auto wanted = must(fromJson<TokenRequest>(message.json[u"asked"].toObject()));
        const bool isAwaited = terminal.entering && terminal.entering->id == wanted.id;
        if (!isAwaited || terminal.visit || message.epoch != terminal.node.epoch())
            return; // whoever asked has gone
        terminal.entering.reset();
        const auto begun = terminal.node.shop->customers.begin(wanted, visit);
        check(begun.ok() || begun.refused(), u"a visit failed: "_s + answerOf(begun));
        if (begun.ok()) {
            terminal.visit = begun.value().pass;
            terminal.member = wanted.member;
        }
        return;
    }
    case Message::Kind::News:
        if (message.epoch == terminal.node.epoch())
            must(terminal.node->heard(must(fromJson<HubNews>(message.json))));
        return;
    case Message::Kind::Said: return heard(message.terminal, must(fromJson<Acknowledged>(message.json)));
    default: {
        const auto answer = must(fromJson<RightsAnswer>(message.json));
        const auto held = terminal.node.shop->reservations.answered(answer, terminal.visit.value_or(TokenPass()));
        check(held.ok() || held.refused(), u"an answer failed: "_s + answerOf(held));
        if (held.ok())
            terminal.hold = held.value();
    }
    }
}

void Simulation::heard(size_t index, const Acknowledged &said)
{
    Terminal &terminal = *m_terminals[index];
    if (said.epoch != terminal.node.epoch().number)
        return push(index, said.epoch, said.position);
    check(said.word != EpochWord::Forked, u"terminal %1 is taken for a restored one"_s.arg(index));
    check(!said.comparison || said.comparison->unknown.isEmpty(), u"the hub doesn't know what it gave"_s);
    terminal.isOver = terminal.isOver || said.word == EpochWord::Over;
    must(terminal.node->acknowledged(said));
    push(index, said.epoch, said.position);
}

/// What there is of an epoch after what the hub has.
void Simulation::push(size_t index, int epoch, qint64 after)
{
    TestTerminal &node = m_terminals[index]->node;
    if (const auto push = node->push(epoch, after, entriesAPush); push.ok() && !push.value().entries.isEmpty())
        send({Message::Kind::Push, index, node.epoch(), jsonOf(push.value())});
}

/// By hand, as somebody does who stands at it: the new enrolment needs a code.
void Simulation::closeAndEnrol(Terminal &terminal)
{
    if (terminal.isCut || !must(terminal.node->close()))
        return;
    terminal.node.pushAll(m_hub, 0);
    terminal.node.enrol(m_hub);
    terminal.isOver = false;
    terminal.visit.reset();
    terminal.hold.reset();
    note(u"enrolled anew as epoch %1"_s.arg(terminal.node.epoch().number));
}

void Simulation::heal()
{
    m_flying.clear();
    QList<SeatIndex> all;
    for (int seat = 0; seat < 30; ++seat)
        all.append(SeatIndex(seat));
    for (const auto &terminal : m_terminals) {
        terminal->isCut = false;
        terminal->node.restart();
        if (terminal->visit) // nobody is at any screen any more
            (void)terminal->node.shop->payments.endVisit(*std::exchange(terminal->visit, std::nullopt), {});
        if (terminal->tender)
            deviceAnswers(*terminal);
        terminal->node.shop.clock.advance(std::chrono::minutes(11)); // whoever is left isn't there any more
        must(terminal->node.shop->sweep());
        if (isOver(EpochStore(m_hub.shop.db()).find(terminal->node.epoch())->state)) {
            check(must(terminal->node->close()), u"an epoch can't be closed"_s);
            terminal->node.pushAll(m_hub, 0);
            terminal->node.enrol(m_hub);
        }
        check(terminal->node.session(m_hub).word == EpochWord::Goes, u"a session doesn't come about"_s);
        must(terminal->node->giveBack(date(), all));
        terminal->node.session(m_hub);
        const QString complaint = audit(terminal->node.shop);
        check(complaint.isEmpty(), complaint);
        const AuditReport own = must(foyer::audit(terminal->node.shop.db()));
        check(own.clean(), own.violations.isEmpty() ? QString() : own.violations.constFirst().rule);
    }
    for (int round = 0; round < 3; ++round)
        for (const auto &terminal : m_terminals) {
            terminal->node.meet(m_hub);
            terminal->node.shop.clock.advance(std::chrono::minutes(1)); // of a place whose answer was lost
        }
    checkMoney();
    checkRefunds();
    check(!EpochStore(m_hub.shop.db()).anyMustReport(), u"the hub still waits for somebody"_s);
    const AuditReport books = must(foyer::audit(m_hub.shop.db()));
    check(books.clean(), books.violations.isEmpty() ? QString() : books.violations.constFirst().rule);
    const HubSeatStore seats(m_hub.shop.db());
    check(seats.conflicts().isEmpty(), u"somebody must settle what nobody did wrong"_s);
    for (const SeatIndex seat : all) {
        const SeatAtHub here = seats.find(date(), seat);
        const SeatState expected = m_live.contains(seat) ? SeatState::Sold : SeatState::Pool;
        check(here.state == expected, u"seat %1 is %2 at the hub"_s.arg(indexOf(seat)).arg(nameOf(here.state)));
        check(here.order == m_live.value(seat), u"seat %1 is another order's at the hub"_s.arg(indexOf(seat)));
    }
    check(seats.conflicts().isEmpty(), u"there is a conflict that nobody caused"_s);
    check(m_hub.shop.seatsLeft(u"free"_s) == 30 - sales(), u"the hub counts other seats left"_s);
}

/// Every order that stands can be refunded, and every seller has heard of what was.
void Simulation::checkRefunds()
{
    check(must(m_hub.service().changedAfter(0)).refunded.isEmpty(), u"a seller doesn't hear of a refund"_s);
    check(HouseOrderStore(m_hub.shop.db()).refundedBeyond().isEmpty(), u"a ticket was refunded twice"_s);
    for (const auto &terminal : m_terminals) {
        if (!terminal->sold)
            continue;
        const OrderId order = *terminal->sold;
        const RequestId request = terminal->node.shop.ids.make<RequestId>();
        const auto back = m_hub->refund(terminal->node.epoch(), {request, order, kim, u"storm"_s});
        check(back.ok() || back.isRefused(Refusal::AlreadyRefunded),
            u"an order that stands can't be refunded: "_s + answerOf(back));
        if (back.ok())
            refunded(order, back.value().seats, request);
        check(!m_live.values().contains(order), u"some of an order is left when all of it is refunded"_s);
    }
    qint64 kept = 0; // for what customers carry home
    for (auto it = m_live.cbegin(); it != m_live.cend(); ++it)
        kept += priceOf(it.key());
    const qint64 sold = m_hub.shop.number("SELECT coalesce(sum(amount), 0) FROM posting WHERE account = 4");
    check(sold == kept, u"tickets for %1 stand, the house kept %2"_s.arg(kept).arg(sold));
}

/// Nobody is anywhere: all of every member's money lies free at the hub, once.
void Simulation::checkMoney()
{
    const LedgerStore ledger(m_hub.shop.db());
    for (const Member &member : m_members) {
        const qint64 here = ledger.wallet(member.wallet)->balance.minor, paid = m_paid.value(member.id);
        check(here == paid, u"a member paid %1 in, and %2 is at the hub"_s.arg(paid).arg(here));
    }
}

} // namespace foyer::test
