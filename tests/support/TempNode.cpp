#include "support/TempNode.h"

#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QJsonDocument>

namespace foyer::test {

namespace {
// Support throws: a scratch folder that can't be made is no test's subject.
template <typename T>
T orThrow(Result<T> result)
{
    if (!result.ok())
        throw std::runtime_error(result.error() ? result.error()->detail.toStdString() : "refused");
    return std::move(result).value();
}
} // namespace

TempNode::TempNode(StatementObserver *observer, const HouseSettings &settings)
    : m_observer(observer), m_id(make<NodeId>())
{
    restart();
    orThrow(migrate(*m_db));
    const QByteArray json = QJsonDocument(jsonOf(settings)).toJson(QJsonDocument::Compact);
    orThrow(write([&](Transaction &transaction) { journal::found(transaction.db(), m_id, json); }));
}

std::unique_ptr<Connection> TempNode::connect(Connection::Mode mode) const
{
    return orThrow(Connection::open(folder().database(), {.mode = mode}));
}

void TempNode::restart()
{
    m_db.reset();
    m_db = orThrow(Connection::open(folder().database(), {.observer = m_observer}));
}

} // namespace foyer::test
