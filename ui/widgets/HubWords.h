#pragma once

#include <QCoreApplication>

namespace foyer {

class HubModel;
class Clock;
struct HouseSettings;

/// What this terminal can promise right now, as one quiet line. A cheap value.
class HubWords
{
    Q_DECLARE_TR_FUNCTIONS(foyer::HubWords)
public:
    /// All are the caller's and live longer.
    HubWords(const HubModel &hub, const HouseSettings &settings, const Clock &clock)
        : m_hub(hub), m_settings(settings), m_clock(clock)
    {
    }

    QString forCustomers() const;
    /// In two lines: since when the hub answers or doesn't, and how old what is known is; what can be sold without it,
    /// and what waits for it.
    QString forStaff() const;

private:
    QString since() const;
    QString reach() const;
    QString age() const;

    const HubModel &m_hub;
    const HouseSettings &m_settings;
    const Clock &m_clock;
};

} // namespace foyer
