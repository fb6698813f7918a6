#include "ui/screens/StaffPinEntry.h"

#include "items/StaffModel.h"
#include "ui/screens/DigitsEntry.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "wording/Wording.h"

#include <QGridLayout>

namespace foyer {

namespace {
constexpr int namesInARow = 2;
} // namespace

StaffPinEntry::StaffPinEntry(StaffModel &staff, QWidget *parent)
    : QWidget(parent), m_staff(staff), m_who(new QWidget(this)), m_hint(new Label(TypeRole::Body, m_who)),
      m_names(new QWidget(m_who)), m_grid(new QGridLayout(m_names)), m_entry(new DigitsEntry(this))
{
    m_hint->setTone(Tone::Soft);
    auto *who = new QVBoxLayout(m_who);
    who->addWidget(m_hint);
    who->addWidget(m_names);
    who->addStretch(1);
    m_grid->setContentsMargins({});
    for (int column = 0; column < namesInARow; ++column)
        m_grid->setColumnStretch(column, 1);
    auto *keys = new QWidget(this);
    auto *keysColumn = new QVBoxLayout(keys);
    keysColumn->setContentsMargins({});
    keysColumn->addWidget(m_entry);
    keysColumn->addStretch(1);
    auto *parts = new TurningBox(this);
    parts->add(m_who, 0);
    parts->add(keys, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(parts);
    connect(m_entry, &DigitsEntry::edited, this, &StaffPinEntry::edited);
    connect(m_entry, &DigitsEntry::entered, this, [this](const QString &pin) {
        m_entry->clear();
        Q_EMIT entered(m_name, pin);
    });
    connect(&staff, &StaffModel::changed, this, &StaffPinEntry::showNames);
}

void StaffPinEntry::begin()
{
    m_staff.loadNames();
    choose({});
    showNames();
}

void StaffPinEntry::clear() { m_entry->clear(); }
void StaffPinEntry::setBusy(bool busy) { m_entry->setBusy(busy); }

void StaffPinEntry::retranslate()
{
    const bool several = m_staff.names().size() > 1;
    m_hint->setText(m_staff.names().isEmpty() ? tr("Nobody of the staff is known here yet.")
                                              : tr("First your name, then your PIN"));
    m_who->setVisible(several || m_staff.names().isEmpty());
    m_entry->setVisible(!m_staff.names().isEmpty());
    m_entry->setTitle(entryTitle());
    m_entry->retranslate();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setSecondLine(Wording().name(m_staff.names()[i].role));
}

QString StaffPinEntry::entryTitle() const
{
    if (m_name.isEmpty())
        return tr("Your PIN");
    //: %1 is a member of staff's name
    return tr("PIN of %1").arg(m_name);
}

void StaffPinEntry::showNames()
{
    const QList<StaffMember> &names = m_staff.names();
    const auto sameName = [](const StaffMember &member, const ActionButton *button) {
        return member.name == button->text();
    };
    if (std::equal(names.begin(), names.end(), m_buttons.begin(), m_buttons.end(), sameName) && !m_name.isEmpty())
        return;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const StaffMember &member : names) {
        auto *button = new ActionButton(ButtonLook::Outline, m_names);
        button->setText(member.name);
        button->setCheckable(true);
        m_grid->addWidget(button, int(m_buttons.size()) / namesInARow, int(m_buttons.size()) % namesInARow);
        connect(button, &ActionButton::clicked, this, [this, button] { choose(button->text()); });
        button->show();
        m_buttons.append(button);
    }
    choose(names.size() == 1 ? names.first().name : m_name);
    retranslate();
}

void StaffPinEntry::choose(const QString &name)
{
    m_name = name;
    for (ActionButton *button : std::as_const(m_buttons))
        button->setChecked(button->text() == name);
    m_entry->setEnabled(!name.isEmpty());
    m_entry->ask(DigitsEntry::Kind::Pin, entryTitle());
}

} // namespace foyer
