#pragma once

#include <QCoreApplication>

namespace foyer {

class VisitModel;

/// What this terminal can promise right now, as one quiet line. A cheap value.
class HubWords
{
    Q_DECLARE_TR_FUNCTIONS(foyer::HubWords)
public:
    explicit HubWords(VisitModel &visit) : m_visit(visit) {}

    QString forCustomers() const;
    /// In two lines: since when the hub answers or doesn't, and how old what is known is; what can be sold without it,
    /// and what waits for it.
    QString forStaff() const;

private:
    QString since() const;
    QString reach() const;
    QString age() const;

    VisitModel &m_visit;
};

} // namespace foyer
