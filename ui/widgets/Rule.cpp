#include "ui/widgets/Rule.h"

#include "ui/theme/FoyerStyle.h"

#include <QPainter>

namespace foyer {

Rule::Rule(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

QSize Rule::sizeHint() const { return {0, FoyerStyle::of(this).stroke()}; }

void Rule::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().hairline); }

} // namespace foyer
