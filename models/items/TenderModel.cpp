#include "items/TenderModel.h"

#include "services/TenderDesk.h"

namespace foyer {

TenderModel::TenderModel(TenderDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    connect(&desk, &TenderDesk::progressed, this, [this](TenderId id, TenderStage stage) {
        if (m_tender && m_tender->id == id) {
            m_stage = stage;
            Q_EMIT changed();
        }
    });
    connect(&desk, &TenderDesk::inDoubt, this, [this](TenderId id) {
        if (m_tender && m_tender->id == id) {
            m_inDoubt = true;
            Q_EMIT changed();
        }
    });
    connect(&desk, &TenderDesk::settled, this, [this](const TenderOutcome &outcome) {
        if (m_tender && m_tender->id == outcome.tender.id) {
            m_tender.reset();
            if (!m_next.isEmpty())
                start(m_next.takeFirst());
            Q_EMIT changed();
            Q_EMIT settled(outcome);
        }
    });
}

bool TenderModel::isDemo() const { return m_tender && m_desk.isDemo(m_tender->kind); }

void TenderModel::start(const Tender &tender)
{
    m_tender = tender;
    m_stage = TenderStage::Starting;
    m_inDoubt = m_cancelling = false;
    Q_EMIT changed();
    m_desk.run(tender);
}

void TenderModel::run(const QList<Tender> &tenders)
{
    m_next += tenders;
    if (!m_tender && !m_next.isEmpty())
        start(m_next.takeFirst());
}

void TenderModel::cancel()
{
    if (!m_tender)
        return;
    m_cancelling = true;
    Q_EMIT changed();
    m_desk.cancel(m_tender->id);
}

} // namespace foyer
