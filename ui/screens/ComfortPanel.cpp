#include "ui/screens/ComfortPanel.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"

#include <QButtonGroup>
#include <QLocale>

namespace foyer {

namespace {
constexpr std::array textSizes{100, 125, 150, 200};
constexpr std::array kinds{ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast};
constexpr std::array motions{Motion::Full, Motion::Reduced};

template <typename T, size_t count>
int indexIn(const std::array<T, count> &all, T wanted)
{
    return int(std::find(all.begin(), all.end(), wanted) - all.begin());
}
} // namespace

ComfortPanel::ComfortPanel(QWidget *parent) : QWidget(parent), m_title(new Label(TypeRole::Title, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_title);
    m_text = addChoice(int(textSizes.size()));
    m_colors = addChoice(int(kinds.size()));
    m_motion = addChoice(int(motions.size()));
    column->addStretch(1);
}

ComfortPanel::Choice ComfortPanel::addChoice(int count)
{
    auto *card = new Card(this);
    const Choice choice{new Label(TypeRole::Heading, card), new QButtonGroup(card)};
    auto *parts = new TurningBox(card);
    parts->add(choice.title, 1);
    auto *options = new TurningBox(card, TurningBox::Beside::Anywhere);
    for (int i = 0; i < count; ++i) {
        auto *option = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, options);
        option->setCheckable(true);
        choice.options->addButton(option, i);
        options->add(option, 1);
    }
    parts->add(options, 3);
    auto *column = new QVBoxLayout(card);
    column->addWidget(parts);
    connect(choice.options, &QButtonGroup::idClicked, this, &ComfortPanel::choose);
    layout()->addWidget(card);
    return choice;
}

void ComfortPanel::begin()
{
    const Theme &worn = FoyerStyle::of(this);
    const auto check = [](const Choice &choice, int option) {
        if (auto *button = choice.options->button(option))
            button->setChecked(true);
    };
    check(m_text, indexIn(textSizes, worn.textPercent()));
    check(m_colors, indexIn(kinds, worn.kind()));
    check(m_motion, indexIn(motions, worn.motion()));
    retranslate();
}

void ComfortPanel::retranslate()
{
    m_title->setText(tr("Text and display"));
    const auto name = [this](const Choice &choice, const QString &title, const QStringList &options) {
        choice.title->setText(title);
        for (int i = 0; i < options.size(); ++i) {
            choice.options->button(i)->setText(options[i]);
            //: what is chosen, then one of its options
            choice.options->button(i)->setAccessibleName(tr("%1: %2").arg(title, options[i]));
        }
    };
    QStringList sizes;
    for (const int percent : textSizes)
        sizes.append(QLocale().toString(percent) + QLocale().percent());
    name(m_text, tr("Text size"), sizes);
    name(m_colors, tr("Colours"), {tr("Dark"), tr("Light"), tr("High contrast")});
    name(m_motion, tr("Movement"), {tr("As usual"), tr("Less")});
}

void ComfortPanel::choose()
{
    const Theme &worn = FoyerStyle::of(this);
    const int text = m_text.options->checkedId(); // none is, where the device stands between two sizes
    Q_EMIT themeWanted(Theme(kinds[size_t(m_colors.options->checkedId())], worn.density(),
        text < 0 ? worn.textPercent() : textSizes[size_t(text)], worn.place(),
        motions[size_t(m_motion.options->checkedId())]));
}

} // namespace foyer
