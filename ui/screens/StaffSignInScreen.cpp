#include "ui/screens/StaffSignInScreen.h"

#include "ui/screens/StaffPinEntry.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>

namespace foyer {

StaffSignInScreen::StaffSignInScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_entry(new StaffPinEntry(visit.staff(), this))
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_entry, 1);
    connect(m_entry, &StaffPinEntry::entered, &visit.staff(), &StaffModel::signIn);
    connect(m_entry, &StaffPinEntry::edited, &visit, &VisitModel::clearProblem);
    connect(&visit.staff(), &StaffModel::changed, this, [this] { m_entry->setBusy(this->visit().staff().isBusy()); });
    connect(&visit, &VisitModel::stepChanged, m_entry, &StaffPinEntry::clear);
    retranslate();
}

void StaffSignInScreen::begin() { m_entry->begin(); }

void StaffSignInScreen::retranslate()
{
    m_title->setText(tr("For our staff"));
    m_entry->retranslate();
}

} // namespace foyer
