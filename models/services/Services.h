#pragma once

#include "services/CatalogueService.h"
#include "services/PaymentService.h"
#include "services/QueueService.h"
#include "services/ReservationService.h"
#include "services/StaffService.h"
#include "services/TerminalCustomers.h"
#include "services/TicketsService.h"
#include "services/TokenService.h"

namespace foyer {

/// The services of one connection, composed. In that connection's thread.
class Services
{
public:
    Services(Connection &db, const Clock &clock, IdMaker &ids, const Secrets &secrets, Authority &authority);

    CatalogueService catalogue;
    QueueService queue;
    TokenService tokens;
    ReservationService reservations;
    PaymentService payments;
    StaffService staff;
    TerminalCustomers customers;
    TicketsService tickets;

    /// Once at start, by the program that owns the data folder: deadlines of the run before are over, tokens get a
    /// full period, and money that a crash left without an owner becomes a claim for staff.
    Done recover();
    /// Every second: holds that are over, tokens nobody renewed, customers who were called and didn't come.
    Done sweep();

private:
    Connection &m_db;
    const Clock &m_clock;
};

} // namespace foyer
