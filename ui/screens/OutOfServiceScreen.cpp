#include "ui/screens/OutOfServiceScreen.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>

namespace foyer {

OutOfServiceScreen::OutOfServiceScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_text(new Label(TypeRole::Body, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTone(Tone::Soft);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(new Icon(Glyph::Info, Tone::Warn, 3, Icon::Style::Disc, this), 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch(3);
    retranslate();
}

void OutOfServiceScreen::retranslate()
{
    m_title->setText(tr("Out of service"));
    m_text->setText(tr("Please use another kiosk, or come to the box office."));
    setAccessibleName(m_title->text() + u'\n' + m_text->text());
}

} // namespace foyer
