#include "DayTour.h"

#include "items/DeskModel.h"

// The evening: the drawer is counted, the figures are read, both as paper.
namespace foyer {

using namespace Qt::StringLiterals;

bool DayTour::closeShift()
{
    return press(Qt::Key_F4) && wait() && save(u"shift"_s) && press(Qt::Key_F10) && type(u"50000"_s) &&
           save(u"to-the-safe"_s) && press(Qt::Key_Return) && consent(u"금고 safe"_s, clerkPin) && wait() &&
           save(u"moved"_s) && press(Qt::Key_F9) && wait() && type(u"6"_s) && press(Qt::Key_Tab) && type(u"3"_s) &&
           press(Qt::Key_Tab) && press(Qt::Key_Tab) && type(u"4"_s) && save(u"count"_s) && press(Qt::Key_F9) &&
           consent({}, clerkPin) && wait() && save(u"counted"_s) && press(Qt::Key_F11) && wait();
}

/// Only who may see them does: somebody else signs in.
bool DayTour::readFigures()
{
    return press(Qt::Key_L, Qt::ControlModifier) && press(Qt::Key_Down) && type(QString::fromLatin1(managerPin)) &&
           press(Qt::Key_Return) && waitFor([this] { return m_desk.may(StaffAction::SeeFigures); }, u"the manager"_s) &&
           press(Qt::Key_F6) && wait() && save(u"reports"_s) && press(Qt::Key_4, Qt::ControlModifier) && wait() &&
           save(u"reports-by-tender"_s) && press(Qt::Key_P, Qt::ControlModifier) && consent({}, managerPin) && wait() &&
           save(u"exported"_s);
}

} // namespace foyer
