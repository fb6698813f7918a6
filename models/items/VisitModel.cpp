#include "items/VisitModel.h"

#include "domain/Limits.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

#include <QTimer>

namespace foyer {

using namespace std::chrono_literals;

namespace {
/// Without a touch; then the warning counts down for limits::idleWarning.
std::chrono::seconds idleBudget(Step step)
{
    switch (step) {
    case Step::Attract:
    case Step::Tender:
    case Step::OutOfService: return 0s; // never
    case Step::Ticket:
    case Step::Farewell: return 30s;
    case Step::StaffSignIn:
    case Step::StaffCorner:
    case Step::StaffEnrol: return limits::staffIdle - limits::idleWarning;
    case Step::SignIn:
    case Step::Register:
    case Step::Queue:
    case Step::Dates:
    case Step::Tickets:
    case Step::Seats:
    case Step::Wallet:
    case Step::Checkout: return 90s;
    }
    return 90s;
}
} // namespace

VisitModel::VisitModel(Shop &shop, TenderDesk &desk, Enroller *enroller, QObject *parent)
    : QObject(parent), m_shop(shop), m_desk(desk), m_programme(shop, this), m_dates(shop, this), m_tickets(shop, this),
      m_queue(shop, this), m_seats(shop, this), m_checkout(shop, m_seats, this), m_wallet(m_checkout, this),
      m_tender(desk, this), m_call(shop, this), m_hub(shop, this), m_staff(shop, this),
      m_enrol(shop, m_staff, enroller, this), m_step(m_staff.isOutOfService() ? Step::OutOfService : Step::Attract),
      m_lastActivity(shop.clock().steady())
{
    connect(&shop, &Shop::broken, this, [this] {
        m_broken = true;
        go(VisitEvent::Broken);
    });
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (changes.settings || changes.everything)
            loadSettings();
    });
    connect(&m_queue, &QueueModel::admitted, this, [this] {
        if (m_step == Step::Queue)
            go(VisitEvent::Admitted);
    });
    connect(&m_queue, &QueueModel::lost, this, [this](const Refused &why) {
        if (!m_pass || m_step == Step::Ticket || m_step == Step::Tender || isBusy())
            return; // a paid visit's token has ended
        forget();
        go(VisitEvent::TokenLost);
        setProblem(Problem{why, std::nullopt});
    });
    connect(&m_seats, &SeatMapModel::holdLost, this, &VisitModel::seatsLost);
    for (auto *model : {&m_dates, &m_programme})
        connect(model, &DatesModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_seats, &SeatMapModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_seats, &SeatMapModel::choosing, this, &VisitModel::seatsChosen);
    connect(&m_checkout, &CheckoutModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_tender, &TenderModel::settled, this, &VisitModel::tenderSettled);
    bindStaff();
    bindTickets();
    auto *everySecond = new QTimer(this);
    connect(everySecond, &QTimer::timeout, this, &VisitModel::tick);
    everySecond->start(1s);
    loadSettings();
    m_programme.open(std::nullopt);
}

const Clock &VisitModel::clock() const { return m_shop.clock(); }
QList<TenderKind> VisitModel::tenderKinds() const { return m_desk.kinds(); }
bool VisitModel::isDemo(TenderKind kind) const { return m_desk.isDemo(kind); }

bool VisitModel::go(VisitEvent event)
{
    const auto to = next(m_step, event);
    if (!to)
        return false;
    m_lastActivity = m_shop.clock().steady();
    if (m_step == Step::Dates)
        m_dates.pause();
    if (m_step == Step::Tickets)
        m_tickets.close();
    enter(*to);
    m_step = *to;
    Q_EMIT stepChanged(m_step);
    return true;
}

void VisitModel::enter(Step step)
{
    switch (step) {
    case Step::Dates: m_dates.open(m_pass); break;
    case Step::Checkout:
        if (m_step == Step::Seats)
            m_checkout.open(*m_pass, m_settings);
        break;
    case Step::Attract:
    case Step::SignIn:
    case Step::OutOfService:
    case Step::StaffSignIn: forget(); break;
    case Step::Register:
    case Step::Queue:
    case Step::Tickets:
    case Step::Seats:
    case Step::Wallet:
    case Step::Tender:
    case Step::Ticket:
    case Step::Farewell:
    case Step::StaffCorner: break;
    case Step::StaffEnrol: m_enrol.open(); break;
    }
}

void VisitModel::bindStaff()
{
    connect(&m_call, &StaffCallModel::asked, this, &VisitModel::clearProblem);
    connect(&m_staff, &StaffModel::asked, this, &VisitModel::clearProblem);
    connect(&m_call, &StaffCallModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_staff, &StaffModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_staff, &StaffModel::signedIn, this, [this] { go(VisitEvent::StaffKnown); });
    connect(&m_staff, &StaffModel::printWanted, this, &VisitModel::printAgain);
    connect(&m_enrol, &EnrolModel::asked, this, &VisitModel::clearProblem);
    connect(&m_enrol, &EnrolModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_enrol, &EnrolModel::changed, this, [this, wasBusy = false]() mutable {
        if (std::exchange(wasBusy, m_enrol.isBusy()) && !m_enrol.isBusy())
            activity(); // whoever waited for the answer reads it from here on
        if (m_enrol.joined() && m_step != Step::StaffEnrol)
            Q_EMIT startAnewWanted(); // it broke meanwhile
    });
}

void VisitModel::wantEnrolment()
{
    if (m_enrol.mayBegin() && !m_staff.isBusy())
        go(VisitEvent::EnrolWanted);
}

void VisitModel::wantStaff()
{
    if (m_enrol.joined())
        Q_EMIT startAnewWanted();
    else if (!m_busy)
        go(VisitEvent::StaffWanted);
}

// The ticket step shows and prints it; whoever stands there leaves it as a customer does.
void VisitModel::printAgain(const Order &order)
{
    if (!next(m_step, VisitEvent::PrintAgain))
        return;
    forget();
    m_order = order;
    go(VisitEvent::PrintAgain);
}

void VisitModel::touch() { go(VisitEvent::Touched); }

void VisitModel::signIn(const QString &phone, const QString &pin)
{
    if (m_step == Step::SignIn && !isBusy())
        ask(m_shop.signIn(phone, pin), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::signInByCard(const QString &code, const QString &pin)
{
    if (m_step == Step::SignIn && !isBusy())
        ask(m_shop.signInByCard(code, pin), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::wantRegistration()
{
    if (!isBusy())
        go(VisitEvent::RegisterWanted);
}

void VisitModel::registerMember(const QString &phone, const QString &pin)
{
    if (m_step == Step::Register && !m_busy)
        ask(m_shop.registerMember(phone, pin), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::continueAsGuest()
{
    if (m_step == Step::SignIn && !isBusy())
        ask(m_shop.continueAsGuest(), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::scanSlip(const QString &text)
{
    const auto pass = slipFromText(text);
    if (isBusy() || (m_step != Step::SignIn && m_step != Step::Attract))
        return;
    if (m_step == Step::Attract)
        go(VisitEvent::Touched);
    if (!pass)
        setProblem(Problem{Refused{.why = Refusal::TokenUnknown}, std::nullopt});
    else
        ask(m_shop.comeBack(*pass), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::issued(const Result<IssuedToken> &token)
{
    if (!token.ok()) {
        setProblem(Problem::of(token));
        return;
    }
    m_pass = token.value().pass;
    m_member = token.value().token.member.has_value();
    m_order.reset();
    m_queue.open(*m_pass);
    go(token.value().token.state == TokenState::Admitted ? VisitEvent::Admitted : VisitEvent::Issued);
}

void VisitModel::takeSlip()
{
    if (m_step != Step::Queue || m_busy)
        return;
    ask(m_shop.takeSlip(*m_pass), [this](const Result<Token> &token) {
        if (token.ok())
            go(VisitEvent::LeftWithSlip); // the token waits on; only this screen forgets it
        else
            setProblem(Problem::of(token));
    });
}

void VisitModel::chooseDate(PerformanceKey performance)
{
    if (m_step != Step::Dates)
        return;
    m_seats.open(*m_pass, performance);
    setProblem(std::nullopt);
    go(VisitEvent::DateChosen);
}

void VisitModel::openWallet()
{
    if (!m_checkout.isBusy())
        go(VisitEvent::WalletWanted);
}

void VisitModel::buyAnother()
{
    if (m_step != Step::Ticket || !m_pass || m_busy)
        return;
    if (m_order->copy > 1) // printed again, in a visit that goes on
        go(VisitEvent::Admitted);
    else
        ask(m_shop.buyAnother(*m_pass), [this](const Result<IssuedToken> &token) { issued(token); });
}

void VisitModel::back()
{
    if (isBusy() || m_checkout.isBusy() || m_enrol.isBusy())
        return;
    if (m_step == Step::Tickets && m_tickets.isAsking())
        return m_tickets.keep();
    setProblem(std::nullopt);
    if (m_step == Step::StaffEnrol && !m_enrol.joined())
        go(VisitEvent::Back);
    else if (m_step == Step::Wallet || m_step == Step::Checkout || m_step == Step::Seats || m_step == Step::Register ||
             (m_step == Step::Tickets && m_pass))
        go(VisitEvent::Back);
    else if (m_step == Step::SignIn)
        leave(VisitEvent::Back);
    else if (m_step != Step::Tender)
        leave(VisitEvent::StartOver);
}

void VisitModel::startOver()
{
    if (m_step != Step::Tender && !m_checkout.isBusy() && !m_tickets.isBusy())
        leave(VisitEvent::StartOver);
}

void VisitModel::finish()
{
    leave(m_step == Step::Farewell || m_step == Step::Ticket ? VisitEvent::Finished : VisitEvent::StartOver);
}

// Everything of the customer, from memory too: the next one must find nothing.
void VisitModel::forget()
{
    ++m_visit;
    m_pass.reset();
    m_member = false;
    m_payAfterTender = false;
    m_order.reset();
    m_claim.reset();
    m_moneyBack.reset();
    m_queue.close();
    m_seats.close();
    m_checkout.close();
    m_dates.close();
    m_tickets.close();
    m_staff.close();
    m_enrol.close();
    setBusy(false);
    setProblem(std::nullopt);
}

void VisitModel::activity()
{
    m_lastActivity = m_shop.clock().steady();
    if (m_pass && m_lastActivity - m_verified >= limits::verifyAgain) {
        m_verified = m_lastActivity;
        m_shop.verify(*m_pass); // a no is told by whatever they do next
    }
    Q_EMIT timePassed();
}

void VisitModel::tick()
{
    if (m_shop.clock().steady() - m_lastActivity >= limits::staffIdle)
        m_call.stopAsking();
    m_call.tick();
    const std::chrono::seconds budget = idleBudget(m_step);
    const bool moneyUnderWay = m_step == Step::Farewell && m_tender.tender();
    if (budget > 0s && !isBusy() && !m_enrol.isBusy() && !moneyUnderWay &&
        m_shop.clock().steady() - m_lastActivity >= budget + limits::idleWarning)
        leave(VisitEvent::IdleOut);
    if (m_seats.hold() && m_seats.hold()->state == HoldState::Held && timeLeft() == 0s && m_step != Step::Tender)
        m_seats.refreshHold();
    Q_EMIT timePassed();
}

std::optional<std::chrono::seconds> VisitModel::idleLeft() const
{
    const std::chrono::seconds budget = idleBudget(m_step);
    const auto idle = m_shop.clock().steady() - m_lastActivity;
    if (budget == 0s || idle < budget || m_enrol.isBusy() || m_step == Step::Ticket || m_step == Step::Farewell)
        return std::nullopt;
    return std::max(0s, std::chrono::ceil<std::chrono::seconds>(budget + limits::idleWarning - idle));
}

void VisitModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged();
}

void VisitModel::setProblem(std::optional<Problem> problem)
{
    if (!m_problem && !problem)
        return;
    m_problem = std::move(problem);
    Q_EMIT problemChanged();
}

void VisitModel::clearProblem() { setProblem(std::nullopt); }

void VisitModel::loadSettings()
{
    deliver(m_shop.settings(), this, [this](const Result<HouseSettings> &settings) {
        if (!settings.ok())
            return;
        m_settings = settings.value();
        Q_EMIT settingsChanged();
    });
}

} // namespace foyer
