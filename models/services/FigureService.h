#pragma once

#include "domain/Clock.h"
#include "domain/Figures.h"
#include "domain/HouseSettings.h"
#include "domain/Result.h"
#include "domain/Staff.h"
#include "storage/FigureStore.h"

#include <memory>

namespace foyer {

class Connection;
class FigureSum;

/// One question on its way through the books: a business day at a step, so that nobody waits behind a year. In whatever
/// thread has the connection, one step after the other.
class FigureReading
{
public:
    /// A span that is no span, or longer than ten years, is refused with BadInput.
    static Result<std::unique_ptr<FigureReading>> begin(
        Connection &db, const Clock &clock, const FigureQuestion &question);
    ~FigureReading();
    Q_DISABLE_COPY_MOVE(FigureReading)

    int steps() const { return m_steps; }
    int stepsDone() const { return m_stepsDone; }
    bool isOver() const { return m_stepsDone == m_steps; }
    Done step(Connection &db);
    const Figures &figures() const { return m_figures; } ///< whole once it is over

private:
    FigureReading(const FigureQuestion &question, const HouseSettings &settings, const QDate &today, NodeId node);
    void readSales(Connection &db, const QDate &day);
    void listRefunds(Connection &db);
    void readRefunds(Connection &db);
    void readOwed(Connection &db);
    FigureStore books(Connection &db) const;
    void name(Connection &db, FigureRow &row) const;
    QString nameOf(Connection &db, StaffId clerk) const;
    QString nameOf(Connection &db, NodeId node) const;
    Text nameOfThis(Connection &db) const;
    int days() const { return m_question.performance ? 1 : int(m_question.span.from.daysTo(m_question.span.to)) + 1; }

    FigureQuestion m_question;
    HouseSettings m_settings;
    QDate m_today;
    NodeId m_node; ///< this one
    std::unique_ptr<FigureSum> m_sum;
    qint64 m_members = 0, m_guests = 0, m_onItsWay = 0; ///< by how much what is owed changed since the span's end
    int m_daysSince = 0;                                ///< whole ones between the span and today
    QList<QList<FigureStore::Refund>> m_refunds;        ///< by order, what isn't read yet
    int m_steps = 0, m_stepsDone = 0;
    Figures m_figures;
};

/// What a day brought, told apart by what the house wants to know. Reads what is in this node's books.
class FigureService
{
public:
    FigureService(Connection &db, const Clock &clock) : m_db(db), m_clock(clock) {}

    Result<Figures> figures(const FigureQuestion &question);
    /// Who takes which figures out of the house, for the journal. On the store thread.
    Done noteExport(const FigureQuestion &question, const Consent &consent);

private:
    Connection &m_db;
    const Clock &m_clock;
};

} // namespace foyer
