#pragma once

#include "services/RootAuthority.h"
#include "services/Services.h"
#include "storage/Connection.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>

namespace foyer::test {

/// A Result in one word, for QCOMPARE: "ok", the refusal's own name, or "Error: ..." with what the log would get.
template <typename T>
QString answerOf(const Result<T> &result)
{
    if (result.ok())
        return QStringLiteral("ok");
    return result.refused() ? nameOf(result.refused()->why) : QStringLiteral("Error: ") + result.error()->detail;
}

/// The value of a step that a story takes for granted; a step that fails ends the test program with the reason.
template <typename T>
T must(Result<T> result)
{
    if (!result.ok())
        qFatal("a step that was taken for granted failed: %s", qPrintable(answerOf(result)));
    return std::move(result).value();
}

template <typename T>
Refused refusal(const Result<T> &result)
{
    return result.refused() ? *result.refused() : Refused{.why = Refusal::OutOfService};
}

/// One house on a database of its own: a small hall of 30 seats, five performances, and a clock that tests move.
/// Rows A to D are category R, E and F are S, five seats each; seat 0 is A1, seat 29 is F5.
class TestShop
{
public:
    struct Options {
        HouseSettings settings = house();
        Authority *authority = nullptr;        ///< none: a root
        StatementObserver *observer = nullptr; ///< sees statements only after the shop is set up
        bool hall = true;                      ///< with plan and season imported
        quint32 seed = 0;                      ///< of every id it makes; 0: by chance
    };
    TestShop() : TestShop(Options()) {}
    explicit TestShop(const Options &options);

    Services *operator->() { return m_services.get(); }
    Connection &db() { return *m_db; }
    QString file() const { return m_folder.filePath(QStringLiteral("foyer.db")); }

    /// As after a crash: memory is lost, what was committed stays; then what a program does at start.
    void restart(Authority *authority = nullptr);
    /// A fresh connection, observed or not, without anything else that a start does.
    void open(StatementObserver *observer, Authority *authority = nullptr);
    void close();
    QByteArray copy();                    ///< the database's file
    void replace(const QByteArray &file); ///< with an earlier copy, or another's; closed afterwards
    ChangeSet takeChanges() { return std::exchange(m_changes, {}); }

    // What a story takes for granted:
    TokenPass guest();
    TokenPass member(const QString &phone = QStringLiteral("010-4821-0007"));
    IssuedToken signIn(const QString &phone);
    Tender beginTopUp(
        const TokenPass &pass, qint64 amount, TenderKind kind = TenderKind::Card, std::optional<HoldId> hold = {});
    void topUp(const TokenPass &pass, qint64 amount, TenderKind kind = TenderKind::Card);
    Hold hold(const TokenPass &pass, const QList<int> &seats, const QString &performance = QStringLiteral("tonight"));
    OrderId pay(const TokenPass &pass, const Hold &hold);
    /// A guest who pays exactly for these seats; the pass of the ended visit comes back through `pass`.
    OrderId sold(const QList<int> &seats, TokenPass *pass = nullptr);

    PerformanceKey performance(const QString &id = QStringLiteral("tonight"));
    TicketTypeKey type(const QString &id);
    SeatShown shown(int seat, const QString &performance = QStringLiteral("tonight"));
    qint64 balance(const TokenPass &pass) { return must(m_services->payments.balance(pass)).amount.minor; }
    int seatsLeft(const QString &performance = QStringLiteral("tonight"));
    /// The first column of the first row; `sql` must be a literal.
    qint64 number(const char *sql, const QVariantList &arguments = {});
    int entries(const QString &kind); ///< of the journal
    QString lastEntry(const QString &kind);
    void run(const char *sql, const QVariantList &arguments = {});

    static HouseSettings house();
    static SeatingPlan smallHall();
    static Season season(const HouseSettings &settings = house());
    static Money won(qint64 amount) { return {amount, {}}; }
    static QList<SeatIndex> seats(const QList<int> &numbers);
    static const QString &pinHash(); ///< of "1234"; made once, for Argon2 costs what it costs
    static const Secrets &secrets();

    ManualClock clock;
    IdMaker ids;

private:
    void startServices(Authority *authority);

    QTemporaryDir m_folder;
    ChangeSet m_changes;
    RootAuthority m_root;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<Services> m_services;
};

} // namespace foyer::test
