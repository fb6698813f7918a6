#pragma once

#include "items/Problem.h"
#include "services/BoxOffice.h"

#include <QObject>
#include <QTimer>

namespace foyer {

/// The house as staff see it: its terminals, its queue, how many are served at once; and what they do with it. Read
/// again every few seconds while it is watched. In the UI thread.
class HouseModel : public QObject
{
    Q_OBJECT
public:
    HouseModel(BoxOffice &office, QObject *parent);

    bool hasTerminals() const { return m_office.hasHub(); } ///< else this machine is the house
    bool isLoaded() const { return m_loaded; }
    bool isAway() const { return m_isAway; } ///< the hub is: what is shown is old, and nothing can be done
    bool isBusy() const { return m_busy; }
    const HouseView &view() const { return m_view; }
    std::shared_ptr<const OrderDate> date(PerformanceKey key) const { return m_dates.value(key); }
    const QDateTime &readAt() const { return m_readAt; } ///< UTC

    /// Whoever works here now; nobody: nothing is kept.
    void setClerk(const std::optional<StaffMember> &who);
    void setWatched(bool watched); ///< it is in view
    void callNext();
    void noShow(TokenId token);
    void setLimit(int limit, const Consent &by);
    void revoke(NodeId node, const Consent &by);
    void allot(NodeId node, PerformanceKey performance, int seats, const Consent &by);

Q_SIGNALS:
    void changed();
    void acted(const foyer::HouseAct &act, const foyer::HouseActDone &answer);
    void failed(const foyer::Problem &problem);

private:
    void refresh();
    void act(const HouseAct &wanted);
    void show(const BoxOffice::House &house);

    BoxOffice &m_office;
    QTimer m_again;
    std::optional<StaffMember> m_who;
    HouseView m_view;
    BoxOffice::Dates m_dates;
    QDateTime m_readAt;
    int m_session = 0, m_reading = 0; ///< what comes for an earlier one is dropped
    bool m_isWatched = false, m_loaded = false, m_isAway = false, m_busy = false, m_isTold = false;
};

} // namespace foyer
