#include "items/ConsentModel.h"

#include "services/Shop.h"

namespace foyer {

ConsentModel::ConsentModel(Shop &shop, QObject *parent) : QObject(parent), m_shop(shop) {}

void ConsentModel::ask(StaffAction action, Reason reason, Then then, const QString &what)
{
    ++m_question;
    m_busy = false;
    m_asked = Asked{action, reason, what};
    m_then = std::move(then);
    Q_EMIT changed();
}

void ConsentModel::give(const QString &name, const QString &pin, const QString &why)
{
    if (!m_asked || m_busy)
        return;
    if (m_asked->reason == Reason::Needed && why.trimmed().isEmpty()) {
        Q_EMIT failed({.refused = Refused{.why = Refusal::ReasonNeeded}});
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    deliver(m_shop.authorise(name, pin, m_asked->action), this,
        [this, why, question = m_question](const Result<StaffMember> &member) {
            if (question != m_question)
                return;
            m_busy = false;
            if (!member.ok()) {
                Q_EMIT changed();
                Q_EMIT failed(Problem::of(member));
                return;
            }
            const Then then = std::move(m_then);
            cancel();
            then({member.value(), why.trimmed()});
        });
}

void ConsentModel::cancel()
{
    ++m_question;
    m_asked.reset();
    m_then = {};
    m_busy = false;
    Q_EMIT changed();
}

} // namespace foyer
