#pragma once

#include "domain/VisitMoney.h"

#include <QObject>

namespace foyer {

class TenderDesk;

/// The tender under way, step by step, for the screen.
class TenderModel : public QObject
{
    Q_OBJECT
public:
    TenderModel(TenderDesk &desk, QObject *parent);

    const std::optional<Tender> &tender() const { return m_tender; }
    TenderStage stage() const { return m_stage; }
    bool isInDoubt() const { return m_inDoubt; }
    bool isCancelling() const { return m_cancelling; }
    bool isDemo() const;

    void run(const Tender &tender) { run(QList{tender}); }
    void run(const QList<Tender> &tenders); ///< one after the other, behind what runs
    void cancel();

Q_SIGNALS:
    void changed();
    void settled(const foyer::TenderOutcome &outcome);

private:
    void start(const Tender &tender);

    TenderDesk &m_desk;
    std::optional<Tender> m_tender;
    QList<Tender> m_next;
    TenderStage m_stage = TenderStage::Starting;
    bool m_inDoubt = false;
    bool m_cancelling = false;
};

} // namespace foyer
