#include "ui/widgets/FrameBar.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"

#include <QEvent>
#include <QGridLayout>
#include <algorithm>
#include <array>

namespace foyer {

namespace {

constexpr int frameButtons = 5;

ActionButton *frameButton(Glyph glyph, QWidget *parent)
{
    auto *button = new ActionButton(ButtonLook::Quiet, ActionButton::Size::Compact, parent);
    button->setGlyph(glyph);
    return button;
}

ActionButton *stepAction(ButtonLook look, QWidget *parent)
{
    auto *button = new ActionButton(look, ActionButton::Size::Large, parent);
    button->hide();
    return button;
}

} // namespace

FrameBar::FrameBar(QWidget *parent)
    : QWidget(parent), m_side(stepAction(ButtonLook::Secondary, this)), m_main(stepAction(ButtonLook::Primary, this)),
      m_rows(new QVBoxLayout(this)), m_actions(new QHBoxLayout), m_frameGrid(new QGridLayout)
{
    for (const Glyph glyph : {Glyph::Back, Glyph::StartOver, Glyph::Bell, Glyph::Globe, Glyph::Person})
        m_frame.append(frameButton(glyph, this));
    m_frame[0]->setObjectName(QStringLiteral("back"));
    m_main->setObjectName(QStringLiteral("main"));
    m_side->setObjectName(QStringLiteral("side"));
    m_actions->addWidget(m_side, 2);
    m_actions->addWidget(m_main, 3);
    m_rows->addLayout(m_actions, 1);
    m_rows->addLayout(m_frameGrid, 1);
    const std::array wanted{&FrameBar::backWanted, &FrameBar::startOverWanted, &FrameBar::helpWanted,
        &FrameBar::languageWanted, &FrameBar::comfortWanted};
    for (int i = 0; i < frameButtons; ++i)
        connect(m_frame[i], &ActionButton::clicked, this, wanted[size_t(i)]);
    connect(m_main, &ActionButton::clicked, this, &FrameBar::mainWanted);
    connect(m_side, &ActionButton::clicked, this, &FrameBar::sideWanted);
    arrange();
}

void FrameBar::setWords(const Words &words)
{
    const std::array texts{words.back, words.startOver, words.help, words.language, words.comfort};
    for (int i = 0; i < frameButtons; ++i)
        m_frame[i]->setText(texts[size_t(i)]);
    arrange();
}

void FrameBar::setBackEnabled(bool enabled) { m_frame[0]->setEnabled(enabled); }
void FrameBar::setStartOverEnabled(bool enabled) { m_frame[1]->setEnabled(enabled); }

void FrameBar::setMain(const QString &text, bool enabled)
{
    m_main->setText(text);
    m_main->setEnabled(enabled);
    m_main->setVisible(!text.isEmpty());
    arrange();
}

void FrameBar::setSide(const QString &text, bool enabled)
{
    m_side->setText(text);
    m_side->setEnabled(enabled);
    m_side->setVisible(!text.isEmpty());
    arrange();
}

void FrameBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FrameBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

bool FrameBar::fitsInOneRow() const
{
    int wanted = 0;
    for (const ActionButton *button : m_frame)
        wanted = qMax(wanted, button->sizeHint().width());
    wanted *= frameButtons;
    for (const ActionButton *button : {m_side, m_main}) // may take two lines
        wanted +=
            button->text().isEmpty() ? 0 : qMax(button->minimumSizeHint().width(), button->sizeHint().width() * 3 / 5);
    return width() >= qMax(wanted + FoyerStyle::of(this).space(12), FoyerStyle::of(this).space(170));
}

int FrameBar::frameColumns() const
{
    int widest = 0;
    for (const ActionButton *button : m_frame)
        widest = qMax(widest, button->minimumSizeHint().width());
    const int gaps = (frameButtons - 1) * FoyerStyle::of(this).space(2);
    return frameButtons * widest + gaps <= width() ? frameButtons : (frameButtons + 1) / 2;
}

void FrameBar::arrange()
{
    for (ActionButton *button : {m_side, m_main})
        button->setSize(ActionButton::Size::Normal);
    const bool oneRow = fitsInOneRow();
    m_rows->setDirection(oneRow ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    const int columns = frameColumns();
    for (int i = 0; i < frameButtons; ++i) {
        m_frameGrid->removeWidget(m_frame[i]);
        m_frameGrid->addWidget(m_frame[i], i / columns, i % columns);
    }
    const int cell = (width() - (columns - 1) * FoyerStyle::of(this).space(2)) / columns;
    const bool tight = !oneRow && std::any_of(m_frame.begin(), m_frame.end(),
                                      [cell](const ActionButton *button) { return button->widthInOneLine() > cell; });
    for (ActionButton *button : m_frame)
        button->setGlyphAbove(tight); // all or none
    for (int column = 0; column < frameButtons; ++column)
        m_frameGrid->setColumnStretch(column, column < columns ? 1 : 0);
    if (!oneRow && !FoyerStyle::of(this).isLargeText())
        for (ActionButton *button : {m_side, m_main})
            button->setSize(ActionButton::Size::Large);
    const bool both = !m_side->text().isEmpty() && !m_main->text().isEmpty();
    const int least = qMax(m_side->minimumSizeHint().width(), m_main->minimumSizeHint().width());
    m_actions->setDirection(!oneRow && both && least > width() * 2 / 5 - FoyerStyle::of(this).space(2)
                                ? QBoxLayout::TopToBottom
                                : QBoxLayout::LeftToRight);
}

} // namespace foyer
