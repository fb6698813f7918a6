#include "ui/widgets/StepBar.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>

namespace foyer
{

StepBar::StepBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList &names, int now)
{
    m_names = names;
    m_now = now;
    setAccessibleName(QStringLiteral("%1 (%2/%3)").arg(names.value(now)).arg(now + 1).arg(names.size()));
    updateGeometry();
    update();
}

QFont StepBar::nameFont(bool now) const
{
    return FoyerStyle::of(this).font(TypeRole::Caption, now ? Weight::Strong : Weight::Regular);
}

QSize StepBar::minimumSizeHint() const
{
    double widest = 0;
    for (const QString &name : m_names)
        widest = qMax(widest, TextBlock::naturalWidth(name, nameFont(true)));
    const Theme &theme = FoyerStyle::of(this);
    const int width = qCeil(widest + theme.space(2)) * int(m_names.size());
    return {width, theme.space(1) * 2 + qCeil(QFontMetricsF(nameFont(true)).height())};
}

QSize StepBar::sizeHint() const
{
    return minimumSizeHint().expandedTo({FoyerStyle::of(this).space(24) * int(m_names.size()), 0});
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double gap = FoyerStyle::of(this).space(2);
    const double cell = (width() - gap * double(m_names.size() - 1)) / double(qMax(1, m_names.size()));
    for (int step = 0; step < m_names.size(); ++step)
        paintStep(painter, {step * (cell + gap), 0, cell, double(height())}, step);
}

void StepBar::paintStep(QPainter &painter, const QRectF &cell, int step) const
{
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    const double bar = theme.space(1);
    const QColor fill = step == m_now ? c.accent : step < m_now ? blend(c.ground, c.accent, 0.5) : c.hairline;
    const double thickness = step == m_now || theme.kind() != ThemeKind::HighContrast ? bar : bar / 2;
    paintPanel(painter, {cell.left(), bar - thickness, cell.width(), thickness}, thickness / 2, fill);
    const TextBlock name(m_names[step], nameFont(step == m_now), cell.width());
    name.draw(painter, {cell.left(), 2 * bar}, step == m_now ? c.ink : c.softInk);
}

} // namespace foyer
