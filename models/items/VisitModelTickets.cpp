// A customer with tickets that they bought before.
#include "domain/OrderSearch.h"
#include "items/VisitModel.h"
#include "services/Shop.h"

namespace foyer {

void VisitModel::bindTickets()
{
    connect(&m_tickets, &TicketsModel::opened, this, [this] { go(VisitEvent::TicketsWanted); });
    connect(&m_tickets, &TicketsModel::asked, this, &VisitModel::clearProblem);
    connect(&m_tickets, &TicketsModel::failed, this, [this](const Problem &problem) { setProblem(problem); });
    connect(&m_tickets, &TicketsModel::busyChanged, this, &VisitModel::busyChanged);
    connect(&m_tickets, &TicketsModel::printWanted, this, [this](const Order &order) {
        m_order = order;
        go(VisitEvent::PrintAgain);
    });
    connect(&m_tickets, &TicketsModel::codeGiven, this, [this](const Claim &claim) {
        m_claim = claim;
        m_moneyBack.reset();
        go(VisitEvent::MoneyLeft);
    });
}

void VisitModel::openTickets()
{
    if (m_step == Step::Dates && m_member && !isBusy())
        m_tickets.open({m_pass}, m_settings);
}

void VisitModel::scanTicket(const QString &code)
{
    if (isBusy() || (m_step != Step::SignIn && m_step != Step::Attract))
        return;
    if (m_step == Step::Attract)
        go(VisitEvent::Touched);
    m_tickets.open({std::nullopt, code}, m_settings);
}

} // namespace foyer
