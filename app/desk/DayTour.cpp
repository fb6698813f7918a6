#include "DayTour.h"

#include "items/DeskModel.h"
#include "services/Node.h"
#include "storage/DataFolder.h"
#include "ui/desk/DeskWindow.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QKeyEvent>
#include <QTextStream>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto clerkPin = "246810", supervisorPin = "135790";
}

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

bool DayTour::walk() { return prepare() && signIn() && sell() && splitAndPark() && giveAwayAndSetAside(); }

/// Two members of staff and an open shift, as an installer and the morning leave them.
bool DayTour::prepare()
{
    auto beside = Node::open(DataFolder(m_dataDir));
    if (!beside.ok())
        return false;
    Node &node = *beside.value();
    StaffService &staff = node.services().staff;
    return staff.add(u"이서연"_s, Role::Clerk, node.secrets().pinHash(QString::fromLatin1(clerkPin))).ok() &&
           staff.add(u"Park, J."_s, Role::Supervisor, node.secrets().pinHash(QString::fromLatin1(supervisorPin)))
               .ok() &&
           waitFor([this] { return m_desk.staff().size() >= 2 && m_desk.programme().isLoaded(); }, u"staff"_s);
}

bool DayTour::signIn() { return save(u"sign-in"_s); }

bool DayTour::sell() { return true; }
bool DayTour::splitAndPark() { return true; }
bool DayTour::giveAwayAndSetAside() { return true; }

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

bool DayTour::press(int key, Qt::KeyboardModifiers modifiers)
{
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
