#include "Tour.h"

#include "documents/TicketDocument.h"
#include "items/VisitModel.h"
#include "services/Shop.h"
#include "ui/screens/KioskWindow.h"
#include "ui/screens/Screen.h"
#include "wording/Wording.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QMouseEvent>
#include <QScrollArea>
#include <QTextStream>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
void tapAt(QWidget *widget, const QPointF &at)
{
    const QPointF global = widget->mapToGlobal(at);
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent event(type, at, global, Qt::LeftButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
}
} // namespace

Tour::Tour(KioskWindow &window, VisitModel &visit, Shop &shop, const QString &folder)
    : m_window(window), m_visit(visit), m_shop(shop), m_folder(folder)
{
}

int Tour::run()
{
    QTextStream err(stderr);
    if (!QDir().mkpath(m_folder) || !walk()) {
        err << m_problem << (m_problem.isEmpty() ? m_folder : QString()) << '\n';
        return 1;
    }
    QTextStream(stdout) << QCoreApplication::translate(
                               "foyer::Tour", "%n touch(es), from the start to the ticket.", nullptr, m_touches)
                        << '\n';
    return 0;
}

bool Tour::walk()
{
    if (!waitFor([&] { return m_visit.programme().isLoaded() && !m_visit.settings().name.isEmpty(); }) ||
        !save(u"attract"_s))
        return false;
    if (!press(u"main"_s) || !save(u"sign-in"_s) || !queueUp() || !save(u"dates"_s) || !chooseSeats())
        return false;
    return payWithCard() && writeTicket();
}

// Everybody else's places are taken by visits that end while we wait.
bool Tour::queueUp()
{
    QList<IssuedToken> others;
    for (int i = 0; i < m_visit.settings().admissionLimit; ++i)
        others.append(m_shop.continueAsGuest().result().value());
    if (!press(u"guest"_s) || !waitFor([&] { return m_visit.step() == Step::Queue && m_visit.queue().place(); }) ||
        !save(u"queue"_s))
        return false;
    for (const IssuedToken &other : others)
        m_shop.endVisit(other.pass, {}).waitForFinished();
    return waitFor([&] { return m_visit.step() == Step::Dates && m_visit.dates().isLoaded(); });
}

bool Tour::chooseSeats()
{
    if (!press(u"offer"_s) || !waitFor([&] { return m_visit.seats().date().has_value(); }) || !save(u"hall"_s))
        return false;
    if (!press(u"side"_s) || !waitFor([this] { return inReach(u"proposal"_s); }) || !save(u"choose-for-us"_s) ||
        !press(u"proposal"_s) ||
        !waitFor([&] { return m_visit.seats().hold() && m_visit.seats().hold()->seats.size() == 2; }))
        return false;
    return save(u"seats"_s);
}

bool Tour::payWithCard()
{
    if (!press(u"main"_s) || !waitFor([&] { return m_visit.checkout().balance().has_value(); }) || !save(u"checkout"_s))
        return false;
    const auto at = [this](Step step) { return [this, step] { return m_visit.step() == step; }; };
    if (!press(u"wallet"_s) || !waitFor(at(Step::Wallet)) || !save(u"wallet"_s))
        return false;
    if (!press(u"back"_s) || !waitFor(at(Step::Checkout)))
        return false;
    m_touches -= 2; // a look at the wallet, which the purchase doesn't need
    const auto ageIsKnown = [this] { return !m_visit.checkout().needsAgeConfirmed(); };
    if (!ageIsKnown() && (!press(u"action"_s) || !waitFor(ageIsKnown)))
        return false;
    const auto cardIsWanted = [this] { // or taken already, on a machine that was busy elsewhere
        return m_visit.tender().stage() != TenderStage::Starting || m_visit.step() == Step::Ticket;
    };
    if (!press(u"main"_s) || !waitFor(at(Step::Tender)) || !waitFor(cardIsWanted) || !save(u"tender"_s))
        return false;
    return waitFor([&] { return m_visit.step() == Step::Ticket; }) && save(u"ticket"_s);
}

bool Tour::writeTicket()
{
    QFile file(m_folder + u"/ticket.pdf"_s);
    const TicketDocument tickets(*m_visit.order(), m_visit.settings(), Wording().locale().name().left(2));
    const bool written = file.open(QIODevice::WriteOnly) && tickets.writePdf(file).ok();
    if (!written)
        m_problem = file.fileName() + u": "_s + file.errorString();
    return written;
}

bool Tour::save(const QString &name)
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

QAbstractButton *Tour::inReach(const QString &objectName) const
{
    const auto buttons = m_window.findChildren<QAbstractButton *>(objectName);
    const auto found = std::find_if(buttons.begin(), buttons.end(),
        [](const QAbstractButton *button) { return button->isVisible() && button->isEnabled(); });
    return found == buttons.end() ? nullptr : *found;
}

bool Tour::press(const QString &objectName)
{
    QAbstractButton *button = inReach(objectName);
    if (!button) {
        m_problem = u"no button '%1' at step %2"_s.arg(objectName, nameOf(m_visit.step()));
        return false;
    }
    for (QWidget *parent = button->parentWidget(); parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(button); // as a person drags it into view
    QCoreApplication::processEvents();
    tapAt(button, QRectF(button->rect()).center());
    ++m_touches;
    return true;
}

bool Tour::waitFor(const std::function<bool()> &come)
{
    const QDeadlineTimer patience(std::chrono::seconds(20));
    while (!come() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    if (!come())
        m_problem = u"waited in vain at step "_s + nameOf(m_visit.step());
    return m_problem.isEmpty();
}

} // namespace foyer
