#include "items/DeskModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"

#include <QTimer>

namespace foyer {

namespace {
constexpr auto idleTime = std::chrono::minutes(15); ///< then the desk wants a PIN again
}

DeskModel::DeskModel(BoxOffice &office, TenderDesk &tenders, QObject *parent)
    : QObject(parent), m_office(office), m_consent(office.shop(), this), m_programme(office.shop(), this),
      m_hub(office.shop(), this), m_sale(office, tenders, m_consent, this),
      m_lastActivity(office.shop().clock().steady())
{
    Shop &shop = office.shop();
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (changes.settings || changes.everything) {
            loadSettings();
            loadStaff();
        }
    });
    connect(&shop, &Shop::broken, this, [this](const Error &error) {
        m_broken = true;
        tell({.error = error});
    });
    connect(&m_consent, &ConsentModel::failed, this, &DeskModel::tell);
    connect(&m_programme, &DatesModel::failed, this, &DeskModel::tell);
    connect(&m_sale, &SaleModel::failed, this, &DeskModel::tell);
    connect(&m_sale, &SaleModel::asked, this, &DeskModel::clearProblem);
    auto *everySecond = new QTimer(this);
    connect(everySecond, &QTimer::timeout, this, &DeskModel::tick);
    everySecond->start(std::chrono::seconds(1));
    loadSettings();
    loadStaff();
    m_programme.open(std::nullopt);
}

const Clock &DeskModel::clock() const { return m_office.shop().clock(); }

void DeskModel::loadSettings()
{
    deliver(m_office.shop().settings(), this, [this](const Result<HouseSettings> &settings) {
        if (!settings.ok())
            return tell(Problem::of(settings));
        m_settings = settings.value();
        m_sale.setSettings(m_settings);
        Q_EMIT settingsChanged();
    });
}

void DeskModel::loadStaff()
{
    deliver(m_office.shop().staff(), this, [this](const Result<QList<StaffMember>> &staff) {
        if (!staff.ok())
            return tell(Problem::of(staff));
        m_staff = staff.value();
        Q_EMIT staffChanged();
    });
}

void DeskModel::signIn(const QString &name, const QString &pin)
{
    if (m_busy || m_member)
        return;
    clearProblem();
    setBusy(true);
    deliver(
        m_office.shop().authorise(name, pin, StaffAction::OpenDesk), this, [this](const Result<StaffMember> &member) {
            setBusy(false);
            if (!member.ok())
                return tell(Problem::of(member));
            m_member = member.value();
            activity();
            m_sale.setClerk(m_member);
            Q_EMIT memberChanged();
        });
}

/// What is being sold stays as it is, for whoever comes back.
void DeskModel::lock()
{
    if (!m_member)
        return;
    m_member.reset();
    m_consent.cancel();
    clearProblem();
    m_sale.setClerk(std::nullopt);
    Q_EMIT memberChanged();
}

void DeskModel::activity() { m_lastActivity = clock().steady(); }

void DeskModel::tell(const Problem &problem)
{
    m_problem = problem;
    Q_EMIT problemChanged();
}

void DeskModel::clearProblem()
{
    if (!m_problem || m_broken)
        return;
    m_problem.reset();
    Q_EMIT problemChanged();
}

void DeskModel::tick()
{
    if (m_member && clock().steady() - m_lastActivity >= idleTime)
        lock();
    m_sale.tick();
    Q_EMIT timePassed();
}

void DeskModel::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace foyer
