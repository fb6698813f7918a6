#include "items/EnrolModel.h"

#include "items/StaffModel.h"
#include "services/Secrets.h"
#include "services/Shop.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EnrolModel::EnrolModel(Shop &shop, StaffModel &staff, Enroller *enroller, QObject *parent)
    : QObject(parent), m_shop(shop), m_staff(staff), m_enroller(enroller)
{
    connect(&staff, &StaffModel::changed, this, &EnrolModel::changed);
    connect(&shop, &Shop::hubStateChanged, this, &EnrolModel::changed);
}

/// On its own, or once its enrolment is over.
bool EnrolModel::isPossible() const
{
    const auto &hub = m_shop.hubState();
    return m_enroller && (!hub || hub->reach == Reach::Ended) && !m_joined;
}

bool EnrolModel::mayBegin() const { return isPossible() && m_staff.may(StaffAction::EnrolMachine); }

bool EnrolModel::isReady() const
{
    return mayBegin() && !m_isBusy && !m_isRefused && hub().isGood() && m_code.size() == codeLength;
}

std::chrono::seconds EnrolModel::timeLeft() const
{
    const auto gone = std::chrono::floor<std::chrono::seconds>(m_shop.clock().steady() - m_asked);
    return m_isBusy ? std::max<std::chrono::seconds>(0s, m_enroller->patience() - gone) : 0s;
}

/// Whoever can't be a terminal hears it before they have typed anything.
void EnrolModel::open()
{
    if (!isPossible())
        return;
    if (const auto &hub = m_shop.hubState()) // the same house, as a rule
        setAddress(hub->url);
    deliver(m_enroller->mayEnrol(), this, [this, session = ++m_session](const Done &may) {
        if (session != m_session || may.ok())
            return;
        m_isRefused = true;
        Q_EMIT changed();
        Q_EMIT failed(Problem::of(may));
    });
}

void EnrolModel::setAddress(const QString &typed)
{
    if (m_isBusy || typed.size() > addressLengthMax || typed == m_address)
        return;
    m_address = typed;
    Q_EMIT changed();
}

void EnrolModel::setCode(const QString &typed)
{
    static const QString possible = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
    QString code = asMeant(typed);
    code.removeIf([](QChar each) { return !possible.contains(each); });
    code.truncate(codeLength);
    if (m_isBusy || code == m_code)
        return;
    m_code = code;
    Q_EMIT changed();
}

void EnrolModel::enrol()
{
    if (!isReady())
        return;
    m_isBusy = true;
    m_isGivenUp = false;
    m_asked = m_shop.clock().steady();
    Q_EMIT asked();
    Q_EMIT changed();
    deliver(m_enroller->enrol(hub(), m_code, *m_staff.member()), this,
        [this](const Result<Joined> &joined) { ended(joined); });
}

/// A code that the hub refused is of no more use; else it may still be good.
void EnrolModel::ended(const Result<Joined> &joined)
{
    const bool isWanted = joined.error() && joined.error()->kind == Error::Kind::Unreachable && m_isGivenUp;
    m_isBusy = m_isGivenUp = false;
    if (joined.ok())
        m_joined = joined.value();
    if (joined.ok() || joined.refused())
        m_code.clear();
    Q_EMIT changed();
    if (!joined.ok() && !isWanted)
        Q_EMIT failed(Problem::of(joined));
}

void EnrolModel::giveUp()
{
    if (!m_isBusy || std::exchange(m_isGivenUp, true))
        return;
    m_enroller->giveUp();
    Q_EMIT changed();
}

void EnrolModel::close()
{
    ++m_session;
    m_isRefused = false;
    m_address.clear();
    m_code.clear();
    if (m_joined)
        m_joined->pins.clear();
    giveUp();
    Q_EMIT changed();
}

} // namespace foyer
