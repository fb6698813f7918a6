#include "ui/screens/StaffCallPanel.h"

#include "items/StaffCallModel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QAccessible>

namespace foyer {

StaffCallPanel::StaffCallPanel(StaffCallModel &call, QWidget *parent)
    : Card(parent), m_call(call), m_title(new Label(TypeRole::Title, this)), m_text(new Label(TypeRole::Caption, this)),
      m_takeBack(new ActionButton(ButtonLook::Outline, this)), m_end(new ActionButton(ButtonLook::Outline, this)),
      m_parts(new QVBoxLayout(this)), m_actions(new QHBoxLayout)
{
    setBorder(Tone::Accent);
    m_text->setTone(Tone::Soft);
    m_takeBack->setObjectName(QStringLiteral("take-back"));
    m_end->setObjectName(QStringLiteral("end-call"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *head = new QHBoxLayout;
    head->addWidget(new Icon(Glyph::Bell, Tone::Accent, 2.4, Icon::Style::Plain, this));
    head->addLayout(texts, 1);
    m_parts->addLayout(head, 3);
    m_parts->addLayout(m_actions, 2);
    m_actions->addWidget(m_takeBack, 1);
    m_actions->addWidget(m_end, 1);
    connect(m_takeBack, &ActionButton::clicked, &call, &StaffCallModel::takeBack);
    connect(m_end, &ActionButton::clicked, this, [this] { m_call.isAsking() ? m_call.stopAsking() : m_call.ask(); });
    connect(&call, &StaffCallModel::changed, this, &StaffCallPanel::showCall);
    connect(&call, &StaffCallModel::called, this, [this] {
        QAccessibleEvent alert(this, QAccessible::Alert); // said aloud although the focus stays where it is
        QAccessible::updateAccessibility(&alert);
    });
    retranslate();
}

void StaffCallPanel::retranslate()
{
    m_title->setText(tr("Staff called"));
    m_text->setText(tr("Somebody is on the way. You can go on meanwhile."));
    setAccessibleName(m_title->text() + u'\n' + m_text->text());
    m_takeBack->setText(tr("No help needed"));
    showCall();
}

void StaffCallPanel::showCall()
{
    setVisible(m_call.isCalled());
    m_text->setVisible(!m_call.isAsking()); // staff are here
    m_takeBack->setVisible(!m_call.isAsking());
    m_takeBack->setEnabled(!m_call.isBusy());
    m_end->setText(m_call.isAsking() ? tr("Back to the customer") : tr("Staff: end the call"));
    arrange();
}

void StaffCallPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

QSize StaffCallPanel::minimumSizeHint() const
{
    const int button = std::max(m_takeBack->minimumSizeHint().width(), m_end->minimumSizeHint().width());
    const int widest = std::max(m_parts->itemAt(0)->minimumSize().width(), button);
    const QMargins margins = contentsMargins(); // whatever the directions are now: they turn before a word is cut
    return {widest + margins.left() + margins.right(), Card::minimumSizeHint().height()};
}

/// All in one line where there is room, else the buttons one below the other, else both below the words.
void StaffCallPanel::arrange()
{
    const int room = contentsRect().width();
    const int gap = m_parts->spacing();
    const bool isOneButton = m_call.isAsking();
    const int abreast = m_takeBack->sizeHint().width() + gap + m_end->sizeHint().width();
    const int button = std::max(m_takeBack->minimumSizeHint().width(), m_end->minimumSizeHint().width());
    const QLayoutItem &head = *m_parts->itemAt(0);
    const bool isWide = window()->width() > window()->height();
    const bool isBeside = isOneButton ? head.sizeHint().width() + gap + m_end->sizeHint().width() <= room
                                      : isWide && head.minimumSize().width() + gap + button <= room;
    const bool areAbreast = isOneButton || abreast <= (isBeside ? room / 2 : room);
    m_parts->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setStretch(1, isOneButton ? 0 : areAbreast ? 3 : 2);
    m_actions->setDirection(areAbreast ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace foyer
