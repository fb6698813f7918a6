#include "services/ScriptedCash.h"

#include "services/PaymentService.h"
#include "storage/DataFolder.h"

namespace foyer {

ScriptedCash::ScriptedCash(const DataFolder &folder, PaymentService &payments)
    : m_payments(payments), m_expected(folder.simulatorMemory(QStringLiteral("ctl-cash")))
{
}

Done ScriptedCash::settleLeft()
{
    if (!m_expected.exists())
        return done;
    if (!m_expected.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, m_expected.fileName() + QStringLiteral(": ") + m_expected.errorString()};
    while (!m_expected.atEnd()) {
        const TenderId left{QUuid::fromString(QString::fromLatin1(m_expected.readLine().trimmed()))};
        const auto answered = m_payments.answered(left, DeviceAnswer::Cancelled);
        if (answered.error())
            return *answered.error(); // a refusal: the tender never came to be
    }
    m_expected.close();
    return done;
}

Done ScriptedCash::begin()
{
    if (m_expected.isOpen() || m_expected.open(QIODevice::WriteOnly | QIODevice::Append))
        return done;
    return Error{Error::Kind::Io, m_expected.fileName() + QStringLiteral(": ") + m_expected.errorString()};
}

Done ScriptedCash::expect(TenderId tender)
{
    FOYER_CHECK(begin());
    const QByteArray line = tender.text().toLatin1() + '\n';
    if (m_expected.write(line) != line.size() || !m_expected.flush())
        return Error{Error::Kind::Io, m_expected.fileName() + QStringLiteral(": ") + m_expected.errorString()};
    return done;
}

Result<TenderState> ScriptedCash::ask(TenderId tender)
{
    FOYER_TRY(outcome, m_payments.answered(tender, DeviceAnswer::Approved));
    return outcome.tender.state;
}

void ScriptedCash::forget() { m_expected.remove(); }

} // namespace foyer
