#pragma once

#include "support/TestShop.h"

namespace foyer::test {

/// What must be true between any two transactions, looked up without the services. Empty: all of it is true; else the
/// first thing that isn't.
QString audit(TestShop &shop);
/// Besides, after a start or a sweep: a guest's money is in a live visit, on its way, or a claim.
QString auditReachable(TestShop &shop);
/// Everything that is in the database, as one hash. Through a connection of its own: call it between transactions.
QByteArray dumpHash(const QString &file);

} // namespace foyer::test
