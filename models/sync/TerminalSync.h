#pragma once

#include "domain/Clock.h"
#include "domain/HubLink.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "protocol/HubMessages.h"
#include "services/Services.h"

namespace foyer {

class Connection;
class Transaction;

/// A terminal's side of the law: each call is one transaction, and what it returns may be sent once it has returned. In
/// the thread of its connection.
class TerminalSync
{
public:
    TerminalSync(Connection &db, const Clock &clock, IdMaker &ids, Services &services)
        : m_db(db), m_clock(clock), m_ids(ids), m_reservations(services.reservations), m_payments(services.payments),
          m_customers(services.customers)
    {
    }

    Result<EpochId> epoch();
    /// Of a node that was never a root of its own: what that gave away nobody else can know.
    Result<EnrolmentRequest> wantEnrolment();
    /// Enrolled: the present epoch is closed and a new one begins, which holds nothing yet. Refused while something is
    /// being paid, and when this isn't the answer to the newest wish.
    Done begin(const Enrolment &enrolment, const HubLink &hub);
    Result<HubLink> link(); ///< NotATerminal before the first enrolment
    /// What the hub tells of seats: others' are noted, one's own taken. The link then says from where to ask on: from
    /// the start where the hub isn't the incarnation whose news were counted.
    Result<HubLink> heard(const HubNews &news);
    /// Commits the hub's incarnation, and lists what this epoch holds. Refused when the hub's is older than one that
    /// was committed here: it isn't the hub that it was.
    Result<RightsReport> report(const Challenge &challenge);
    /// Of any epoch that this database had, `most` entries after a position that the hub named, less of long ones. The
    /// present one's count as sent from here on, and what it sold is no longer this node's to refund (law 10).
    Result<Push> push(int epoch, qint64 after, int most);
    /// What the hub said of this epoch: takes what it was given, stops selling what the hub doesn't know. An answer to
    /// another epoch changes nothing.
    Done acknowledged(const Acknowledged &said);
    /// Rights that nothing holds go back to the hub, with the next push; the others stay.
    Done giveBack(PerformanceKey performance, const QList<SeatIndex> &seats);
    /// While the hub answers: what is here of wallets whose owners aren't goes back to it, with the next push (law 9).
    Done settle();
    /// The epoch is over: gives up all that isn't being paid, then for good. False while something is being paid.
    Result<bool> close();

private:
    bool hear(Transaction &tx, const SeatNews &news, const QByteArray &plan);
    void forgetOthers(Transaction &tx);
    void changeLeft(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats, int by);
    bool giveUpAll(Transaction &tx);
    bool isSeat(Transaction &tx, const PlacedRight &right, const QByteArray &plan);
    void giveUpRefunds(Transaction &tx, const QList<JournalEntry> &entries);
    static void tellTaken(Transaction &tx, const QList<PlacedRight> &rights);
    void part(Transaction &tx, const QString &kind, const QList<PlacedRight> &rights);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    ReservationService &m_reservations;
    PaymentService &m_payments;
    TerminalCustomers &m_customers;
};

} // namespace foyer
