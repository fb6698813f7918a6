#pragma once

#include "domain/Deliver.h"
#include "domain/Shift.h"
#include "domain/Staff.h"
#include "items/Problem.h"

#include <QFuture>
#include <QObject>

namespace foyer {

class BoxOffice;

/// A counter's drawer as its page shows it: the open one and how far it got, those that were closed, and one of them to
/// look at. In the UI thread.
class ShiftModel : public QObject
{
    Q_OBJECT
public:
    ShiftModel(BoxOffice &office, QObject *parent);

    bool isLoaded() const { return m_loaded; }
    bool isBusy() const { return m_busy; }
    const std::optional<Shift> &open() const { return m_open; } ///< nothing: no drawer is
    const std::optional<ShiftReport> &soFar() const { return m_soFar; }
    const QList<Shift> &history() const { return m_history; } ///< the newest first, as many as were read
    bool hasMore() const { return m_hasMore; }
    const std::optional<ShiftReport> &looked() const { return m_looked; } ///< one that was closed

    /// Whoever works here now; nobody: nothing is kept.
    void setClerk(const std::optional<StaffMember> &who);
    void setWatched(bool watched); ///< it is in view: read now, and as it changes
    void openWith(Money opening);
    void move(const Consent &consent, Money amount); ///< positive: into the drawer
    void close(const Consent &consent, const CashCount &counted);
    void look(qsizetype row); ///< of the history
    void lookAway();
    void loadMore();

Q_SIGNALS:
    void changed();
    void historyChanged();
    void moved();
    void closed(); ///< just now: looked() tells how
    void failed(const foyer::Problem &problem);

private:
    void load();
    void loadHistory();
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when nobody looks any more.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);
    /// The same, of what may be asked beside others.
    template <typename T, typename Handler>
    void read(QFuture<Result<T>> future, Handler handler);

    BoxOffice &m_office;
    std::optional<StaffMember> m_who;
    bool m_isWatched = false;
    int m_session = 0;
    int m_reading = 0; ///< an answer to an earlier reading is dropped
    bool m_loaded = false, m_busy = false, m_hasMore = false;
    std::optional<Shift> m_open;
    std::optional<ShiftReport> m_soFar, m_looked;
    QList<Shift> m_history;
};

template <typename T, typename Handler>
void ShiftModel::read(QFuture<Result<T>> future, Handler handler)
{
    deliver(
        std::move(future), this, [this, handler = std::move(handler), session = m_session](const Result<T> &result) {
            if (session != m_session)
                return;
            if (result.ok())
                handler(result.value());
            else
                Q_EMIT failed(Problem::of(result));
            Q_EMIT changed();
        });
}

template <typename T, typename Handler>
void ShiftModel::ask(QFuture<Result<T>> future, Handler handler)
{
    setBusy(true);
    deliver(
        std::move(future), this, [this, handler = std::move(handler), session = m_session](const Result<T> &result) {
            if (session != m_session)
                return;
            setBusy(false);
            if (result.ok())
                handler(result.value());
            else
                Q_EMIT failed(Problem::of(result));
            Q_EMIT changed();
        });
}

} // namespace foyer
