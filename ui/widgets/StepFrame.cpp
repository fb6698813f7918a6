#include "ui/widgets/StepFrame.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/HeadBar.h"
#include "ui/widgets/Layouts.h"

#include <QEvent>
#include <QScrollArea>

namespace foyer {

StepFrame::StepFrame(QWidget *body, QWidget *parent)
    : QWidget(parent), m_head(new HeadBar(this)), m_bar(new FrameBar(this)), m_column(new QVBoxLayout(this))
{
    m_column->addWidget(m_head);
    m_column->addWidget(scrolling(body, this), 1);
    m_column->addWidget(m_bar);
    setMargins();
}

void StepFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        setMargins();
}

void StepFrame::setMargins()
{
    const Theme &theme = FoyerStyle::of(this);
    m_column->setContentsMargins(theme.space(7), theme.space(4), theme.space(7), theme.space(5));
    m_column->setSpacing(theme.space(3));
}

} // namespace foyer
