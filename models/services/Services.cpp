#include "services/Services.h"

#include "storage/Connection.h"
#include "storage/TokenStore.h"

namespace foyer {

Services::Services(Connection &db, const Clock &clock, IdMaker &ids, const Secrets &secrets, Authority &authority)
    : catalogue(db, clock), queue(db, clock, authority), tokens(db, clock, ids, secrets, queue),
      reservations(db, clock, ids, tokens, authority),
      payments(db, clock, ids, secrets, tokens, reservations, authority), staff(db, clock, ids),
      customers(db, clock, ids, secrets, tokens, reservations, payments), tickets(db, clock, secrets, tokens, payments),
      m_db(db), m_clock(clock)
{
}

Done Services::recover()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        reservations.lapseEverything(tx);
        tokens.renewAll(tx);
        payments.claimOrphans(tx);
        tx.tell(QStringLiteral("started"), {{QStringLiteral("version"), QStringLiteral(FOYER_VERSION)}});
        tx.changes().everything = true;
        return done;
    });
}

Done Services::sweep()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        reservations.lapse(tx);
        for (const TokenRow &token : tokens.expired())
            payments.expireVisit(tx, token);
        queue.passOverAbsent(tx); // and lets in the next, also where somebody's token was over
        return done;
    });
}

} // namespace foyer
