#include "DayTour.h"

#include "items/DeskModel.h"
#include "services/Node.h"
#include "services/ShiftService.h"
#include "storage/DataFolder.h"
#include "storage/TokenStore.h"
#include "ui/desk/DeskWindow.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QTextStream>

namespace foyer {

using namespace Qt::StringLiterals;

DayTour::DayTour(DeskWindow &window, DeskModel &desk, const QString &dataDir, const QString &folder)
    : m_window(window), m_desk(desk), m_dataDir(dataDir), m_folder(folder)
{
}

int DayTour::run()
{
    if (QDir().mkpath(m_folder) && walk())
        return 0;
    QTextStream(stderr) << (m_problem.isEmpty() ? m_folder : m_problem) << '\n';
    return 1;
}

bool DayTour::walk()
{
    return prepare() && signIn() && sell() && sellInParts() && setAside() && giveAway() && find() && wallets() &&
           lookAtHouse() && closeShift() && readFigures();
}

/// Two members of staff and an open drawer, as an installer and the morning leave them.
bool DayTour::prepare()
{
    auto beside = Node::open(DataFolder(m_dataDir));
    if (!beside.ok())
        return false;
    Node &node = *beside.value();
    StaffService &staff = node.services().staff;
    const auto add = [&](const QString &name, Role role, const char *pin) {
        return staff.add(name, role, node.secrets().pinHash(QString::fromLatin1(pin)));
    };
    const auto clerk = add(u"Lee, S."_s, Role::Clerk, clerkPin);
    const SystemClock clock;
    return clerk.ok() && add(u"Park, J."_s, Role::Manager, managerPin).ok() &&
           ShiftService(node.db(), clock, node.ids()).open(clerk.value().id, {100'000, {}}).ok() &&
           waitFor([this] { return m_desk.staff().size() >= 2 && m_desk.programme().isLoaded(); }, u"staff"_s);
}

bool DayTour::signIn()
{
    return save(u"sign-in"_s) && type(QString::fromLatin1(clerkPin)) && press(Qt::Key_Return) &&
           waitFor([this] { return m_desk.member().has_value(); }, u"the clerk"_s) && save(u"dates"_s) &&
           press(Qt::Key_Return) &&
           waitFor([this] { return m_desk.sale().seats().date().has_value(); }, u"the hall"_s) && save(u"hall"_s);
}

bool DayTour::choose(const QString &typed, int seats)
{
    SaleModel &sale = m_desk.sale();
    return type(typed) && press(Qt::Key_Return) &&
           waitFor([&] { return sale.canTake() && sale.seats().hold()->seats.size() == seats; }, typed);
}

bool DayTour::isSold(int orders)
{
    m_sold += orders;
    return waitFor([this] { return m_desk.sale().sold() && m_orders == m_sold; }, u"a sale"_s);
}

/// The quickest way: typed, cash, exactly.
bool DayTour::sell()
{
    QObject::connect(&m_desk.sale(), &SaleModel::paid, &m_window, [this] { ++m_orders; });
    return choose(u"2 S"_s, 2) && save(u"chosen"_s) && press(Qt::Key_F9) && type(u"200000"_s) && save(u"cash"_s) &&
           press(Qt::Key_Return) && isSold(1) && save(u"sold"_s);
}

bool DayTour::sellInParts()
{
    SaleModel &sale = m_desk.sale();
    return choose(u"3 A"_s, 3) && press(Qt::Key_F9) && type(u"50000"_s) && press(Qt::Key_Return) &&
           waitFor([&] { return sale.canTake() && sale.lines().balance()->amount.isPositive(); }, u"a part"_s) &&
           press(Qt::Key_F10) && save(u"rest-by-card"_s) && press(Qt::Key_Return) &&
           waitFor([&] { return sale.tender().stage() != TenderStage::Starting || m_orders > m_sold; }, u"card"_s) &&
           save(u"card"_s) && isSold(1);
}

bool DayTour::setAside()
{
    SaleModel &sale = m_desk.sale();
    return choose(u"4 B"_s, 4) && press(Qt::Key_F12) &&
           waitFor([&] { return sale.parked().size() == 1; }, u"an order put aside"_s) && choose(u"1 R"_s, 1) &&
           press(Qt::Key_B, Qt::ControlModifier) && consent(u"카메라 Camera"_s, clerkPin, u"why"_s) &&
           waitFor([&] { return sale.blocked().size() == 1; }, u"seats not for sale"_s) && save(u"put-aside"_s);
}

bool DayTour::giveAway()
{
    SaleModel &sale = m_desk.sale();
    return choose(u"2 R"_s, 2) && press(Qt::Key_G, Qt::ControlModifier) && consent(u"초대 Press"_s, managerPin) &&
           waitFor([&] { return sale.canTake() && sale.lines().total().isZero(); }, u"tickets given away"_s) &&
           save(u"given-away"_s) && press(Qt::Key_F9) && isSold(1);
}

bool DayTour::find()
{
    return press(Qt::Key_F2) && save(u"find"_s) && type(u"1"_s) && wait() && press(Qt::Key_Return) && wait() &&
           save(u"order"_s);
}

/// A new member pays something in.
bool DayTour::wallets()
{
    const auto hasNews = [this](const QString &what) {
        return waitFor(
            [this] {
                const auto *news = m_window.findChild<QLabel *>(u"news"_s);
                return news && !news->isHidden() && m_window.findChild<QWidget *>(u"cash"_s)->isEnabled();
            },
            what);
    };
    const QString pin = u"4711"_s;
    return press(Qt::Key_F3) && save(u"wallets"_s) && press(Qt::Key_N, Qt::ControlModifier) && type(u"01048210007"_s) &&
           press(Qt::Key_Return) && type(pin) && press(Qt::Key_Return) && type(pin) && save(u"new-member"_s) &&
           press(Qt::Key_Return) && hasNews(u"a new member"_s) && press(Qt::Key_F9) && type(u"50000"_s) &&
           press(Qt::Key_Return) && hasNews(u"a top-up"_s) && wait() && save(u"wallet"_s);
}

/// The PIN again, and the reason where one is asked for.
bool DayTour::consent(const QString &why, const char *pin, const QString &picture)
{
    return waitFor([this] { return m_desk.consent().asked().has_value(); }, u"the question"_s) &&
           (why.isEmpty() || type(why)) && (picture.isEmpty() || save(picture)) &&
           (why.isEmpty() || press(Qt::Key_Return)) && type(QString::fromLatin1(pin)) && press(Qt::Key_Return) &&
           waitFor([this] { return !m_desk.consent().asked(); }, u"the consent"_s);
}

/// Two customers are served, and a third has gone without their money.
bool DayTour::leaveWork()
{
    const auto beside = Node::open(DataFolder(m_dataDir));
    if (!beside.ok())
        return false;
    Services &services = beside.value()->services();
    const auto gone = services.tokens.issueToGuest();
    if (!gone.ok() || !services.tokens.issueToGuest().ok() || !services.tokens.issueToGuest().ok())
        return false;
    const TenderId tender = beside.value()->ids().make<TenderId>();
    const SystemClock clock;
    return services.payments.beginTopUp(gone.value().pass, tender, {8'000, {}}, TenderKind::Cash, {}).ok() &&
           services.payments.answered(tender, DeviceAnswer::Approved).ok() &&
           beside.value()
               ->db()
               .write(clock,
                   [&](Transaction &tx) -> Done {
                       services.payments.expireVisit(tx, *TokenStore(tx.db()).find(gone.value().token.id));
                       return done;
                   })
               .ok();
}

/// Who waits and what is open, before somebody calls the next.
bool DayTour::lookAtHouse()
{
    return leaveWork() && press(Qt::Key_F5) && wait() && save(u"house"_s) && press(Qt::Key_F7) && wait() &&
           save(u"tasks"_s);
}

bool DayTour::save(const QString &name)
{
    constexpr int layoutPasses = 4; // what one changes, the next finds out
    for (int i = 0; i < layoutPasses; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
    }
    const QString file = u"%1/%2-%3.png"_s.arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    const bool saved = m_window.grab().save(file);
    if (!saved)
        m_problem = file;
    return saved;
}

/// A key without a window system reaches no shortcut by itself.
bool DayTour::press(int key, Qt::KeyboardModifiers modifiers)
{
    const auto shortcuts = m_window.findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (shortcut->key() != QKeySequence(key | int(modifiers)) || !shortcut->isEnabled() ||
            !static_cast<QWidget *>(shortcut->parent())->isVisible())
            continue;
        Q_EMIT shortcut->activated();
        QCoreApplication::processEvents();
        return true;
    }
    QWidget *focus = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
    QKeyEvent down(QEvent::KeyPress, key, modifiers), up(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(focus, &down);
    QApplication::sendEvent(focus, &up);
    QCoreApplication::processEvents();
    return true;
}

bool DayTour::type(const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, {}, QString(c));
        QApplication::sendEvent(m_window.focusWidget(), &down);
    }
    QCoreApplication::processEvents();
    return true;
}

/// What a page shows is read while it is open.
bool DayTour::wait()
{
    const QDeadlineTimer moment(std::chrono::milliseconds(300));
    while (!moment.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return true;
}

bool DayTour::waitFor(const std::function<bool()> &come, const QString &what)
{
    const QDeadlineTimer patience(std::chrono::seconds(20));
    while (!come() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    if (!come())
        m_problem = u"it never came: "_s + what;
    return come();
}

} // namespace foyer
