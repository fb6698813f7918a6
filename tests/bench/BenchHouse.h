#pragma once

#include "domain/IdMaker.h"
#include "services/RootAuthority.h"
#include "services/Secrets.h"
#include "services/Services.h"
#include "storage/Connection.h"

namespace foyer::bench {

/// Everything here is set-up: what fails ends the program.
template <typename T>
T orDie(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(result.error() ? result.error()->detail : nameOf(result.refused()->why)));
    return std::move(result).value();
}

/// Where scratch databases go; set once by main.
QString scratch(const QString &name);
/// Removes `to` with its log, then copies a database that nobody has open.
void copyDatabase(const QString &from, const QString &to);

/// A node over one file with the shipped services, as a kiosk composes them.
class BenchHouse
{
public:
    struct Options {
        bool durable = true;
        StatementObserver *observer = nullptr;
        Authority *authority = nullptr; ///< none: a root
    };
    BenchHouse(const QString &file, Options options);

    /// A new database with one plan of so many seats, so many performances of it, and one price.
    static void build(const QString &file, int seats, int performances);
    static void build(const QString &file, const SeatingPlan &plan, int performances); ///< whose id is "plan"

    Connection &db() { return *m_db; }
    Services &services() { return *m_services; }
    SystemClock clock;
    IdMaker ids{clock};

private:
    Secrets m_secrets;
    RootAuthority m_authority;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<Services> m_services;
};

constexpr qint64 price = 10'000;

/// A member who buys one seat after the other of one performance, with a balance that never ends.
class Buyer
{
public:
    /// In a house without members: registers, pays in, and buys a first seat.
    static Buyer move(BenchHouse &house, PerformanceKey performance, qint32 firstSeat);
    /// The same buyer in a copy of the house.
    Buyer in(BenchHouse &house) const;

    void getToken(); ///< not part of the sale
    void hold();
    void pay();
    void buy();
    qint32 nextSeat() const { return m_seat; }

private:
    Buyer(BenchHouse &house, PerformanceKey performance, qint32 seat);
    BenchHouse *m_house;
    PerformanceKey m_performance;
    qint32 m_seat;
    TokenPass m_pass;
    HoldId m_hold;
};

} // namespace foyer::bench
