#pragma once

#include "domain/Deliver.h"
#include "domain/HouseSettings.h"
#include "items/ConsentModel.h"
#include "items/DatesModel.h"
#include "items/HubModel.h"
#include "items/SaleModel.h"

namespace foyer {

class BoxOffice;
class TenderDesk;

/// A desk in use: who works at it, until they lock it or leave it alone, and the models of its pages. In the UI thread.
class DeskModel : public QObject
{
    Q_OBJECT
public:
    /// Both are the caller's and live longer.
    DeskModel(BoxOffice &office, TenderDesk &tenders, QObject *parent = nullptr);

    BoxOffice &office() { return m_office; }
    const Clock &clock() const;
    const HouseSettings &settings() const { return m_settings; }
    const QList<StaffMember> &staff() const { return m_staff; }           ///< who can sign in
    const std::optional<StaffMember> &member() const { return m_member; } ///< nobody: it is locked
    bool may(StaffAction action) const { return m_member && m_member->role >= roleFor(action); }
    bool isBusy() const { return m_busy; } ///< a PIN is being looked at
    bool isBroken() const { return m_broken; }
    const std::optional<Problem> &problem() const { return m_problem; }

    ConsentModel &consent() { return m_consent; }
    DatesModel &programme() { return m_programme; }
    HubModel &hub() { return m_hub; }
    SaleModel &sale() { return m_sale; }

    void signIn(const QString &name, const QString &pin);
    void lock();
    void activity(); ///< any key or click
    /// Of whatever page; the next act takes it away.
    void tell(const Problem &problem);
    void clearProblem();

Q_SIGNALS:
    void memberChanged();
    void staffChanged();
    void settingsChanged();
    void busyChanged();
    void problemChanged();
    void timePassed(); ///< each second

private:
    void loadStaff();
    void loadSettings();
    void tick();
    void setBusy(bool busy);

    BoxOffice &m_office;
    ConsentModel m_consent;
    DatesModel m_programme;
    HubModel m_hub;
    SaleModel m_sale;
    HouseSettings m_settings;
    QList<StaffMember> m_staff;
    std::optional<StaffMember> m_member;
    std::optional<Problem> m_problem;
    SteadyTime m_lastActivity;
    bool m_busy = false;
    bool m_broken = false;
};

} // namespace foyer
