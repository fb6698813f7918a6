#include "ui/widgets/HeadBar.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/StatusLine.h"
#include "ui/widgets/StepBar.h"

#include <QEvent>
#include <QGridLayout>

namespace foyer {

HeadBar::HeadBar(QWidget *parent)
    : QWidget(parent), m_name(new Label(TypeRole::Body, this)), m_secondName(new Label(TypeRole::Caption, this)),
      m_status(new StatusLine(this)), m_steps(new StepBar(this)), m_grid(new QGridLayout(this))
{
    m_name->setWeight(Weight::Strong);
    m_secondName->setTone(Tone::Soft);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_secondName);
    m_grid->addLayout(names, 0, 0);
    m_grid->addWidget(m_status, 0, 2);
    m_grid->setColumnStretch(0, 1);
    m_steps->hide();
}

void HeadBar::setHouse(const QString &name, const QString &secondName)
{
    m_name->setText(name);
    m_secondName->setText(secondName);
    arrange();
}

void HeadBar::setStatus(Status status, const QString &text) { m_status->set(status, text); }

void HeadBar::setSteps(const QStringList &names, int now)
{
    m_steps->setSteps(names, now);
    m_steps->setVisible(!names.isEmpty());
    arrange();
}

void HeadBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HeadBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

/// Steps lie between name and status where there is room, else below both. Large text on a low screen needs the height
/// for what the step is about.
void HeadBar::arrange()
{
    m_grid->setVerticalSpacing(FoyerStyle::of(this).space(3));
    const bool isRoomy = !FoyerStyle::of(this).isLargeText() || window()->height() > window()->width();
    m_secondName->setVisible(isRoomy && !m_secondName->text().isEmpty());
    const int beside = qMax(m_name->sizeHint().width(), m_secondName->sizeHint().width());
    const bool oneRow = width() >= 2 * qMax(beside, m_status->sizeHint().width()) + m_steps->sizeHint().width();
    m_grid->setColumnStretch(2, oneRow ? 1 : 0); // as wide as the names, so that the steps lie in the middle
    m_grid->removeWidget(m_steps);
    if (oneRow)
        m_grid->addWidget(m_steps, 0, 1);
    else
        m_grid->addWidget(m_steps, 1, 0, 1, 3);
}

} // namespace foyer
