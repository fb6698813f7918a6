#include "storage/Transaction.h"

#include "storage/Connection.h"
#include "storage/HubSeatStore.h"
#include "storage/Json.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto insertOrderEntry = "INSERT INTO order_entry (sale, epoch, seq) VALUES (?, ?, ?)";
} // namespace

const Head &Transaction::head()
{
    if (!m_head)
        m_head = journal::head(m_connection);
    return *m_head;
}

const HouseSettings &Transaction::settings()
{
    if (!m_settings)
        m_settings = &m_connection.settingsOf(head().settings);
    return *m_settings;
}

Fence Transaction::nextFence()
{
    head();
    m_headChanged = true;
    return {m_head->incarnation, ++m_head->fence};
}

void Transaction::learnIncarnation(int incarnation)
{
    head();
    m_headChanged = true;
    m_head->incarnation = incarnation;
}

void Transaction::beginEpoch(int epoch, int incarnation)
{
    learnIncarnation(incarnation);
    m_head->epoch = epoch;
    m_head->seq = 0;
    m_head->hash = QByteArray(32, '\0');
}

qint64 Transaction::nextSaleNumber()
{
    head();
    m_headChanged = true;
    return ++m_head->sales;
}

qint64 Transaction::nextCatalogueVersion()
{
    head();
    m_headChanged = true;
    return ++m_head->catalogue;
}

void Transaction::tell(const QString &kind, const QJsonObject &body)
{
    JournalEntry entry{head().epoch, head().seq + 1, m_clock.utc().toMSecsSinceEpoch(), kind,
        QJsonDocument(body).toJson(QJsonDocument::Compact), {}};
    entry.hash = hashOf(head().hash, entry);
    journal::append(m_connection, entry);
    m_head->seq = entry.seq;
    m_head->hash = entry.hash;
    m_headChanged = true;
    if (body.contains("order"_L1) && kind != u"sold"_s) // its history; the sale itself is a row
        if (const OrderId order{QUuid(body["order"_L1].toString())}; !order.isNull())
            m_connection.run(insertOrderEntry, {order.bytes(), entry.epoch, entry.seq});
}

void Transaction::beginChanges(qint64 first)
{
    head();
    m_headChanged = true;
    m_head->change = first;
}

qint64 Transaction::nextChange()
{
    head();
    m_headChanged = true;
    return ++m_head->change;
}

void Transaction::finish()
{
    if (!m_changes.seats.isEmpty() && head().change > 0)
        HubSeatStore(m_connection).noteChanges(*this);
    if (m_headChanged)
        journal::writeHead(m_connection, *m_head);
}

} // namespace foyer
