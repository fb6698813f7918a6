#pragma once

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Legend.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/StatusLine.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

// What of a window's words and controls has less room than it needs, in sentences; nothing: all is whole.
namespace foyer::test {

inline QString spokenName(QWidget *widget)
{
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

/// What a person sees of the window: shown, and not under the fold of a scrolling body.
inline QList<QWidget *> shown(const QWidget &window)
{
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return widgets;
}

/// Inside everything that it lies in, but for what a person can scroll to.
inline bool isReached(const QWidget &window, const QWidget &widget)
{
    QRect place = widget.rect();
    for (const QWidget *at = &widget; at != &window; at = at->parentWidget()) {
        place.translate(at->pos());
        const QWidget *around = at->parentWidget();
        const QRect room = around->rect();
        const auto *area = qobject_cast<const QScrollArea *>(around->parentWidget());
        if (area && area->viewport() == around) { // then it is the area that has to be in sight
            const bool isSideways = area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
            place = isSideways ? room : QRect(place.left(), 0, place.width(), room.height());
        }
        if (!room.contains(place))
            return false;
    }
    return true;
}

inline QStringList misfitsAt(const QWidget &window, const QString &where)
{
    const Theme &theme = FoyerStyle::of(&window);
    QStringList wrong;
    for (QWidget *widget : shown(window)) {
        const bool isText = qobject_cast<Label *>(widget) || qobject_cast<ActionButton *>(widget) ||
                            qobject_cast<OfferRow *>(widget) || qobject_cast<Legend *>(widget) ||
                            qobject_cast<StatusLine *>(widget);
        const bool isTarget = qobject_cast<Pressable *>(widget);
        const QSize least(widget->minimumSizeHint().width(), widget->heightForWidth(widget->width()));
        const int air = qobject_cast<ActionButton *>(widget) ? theme.space(6) : 0; // a button may give up its own
        const QString what = QStringLiteral("%1: %2 '%3' is %4x%5")
                                 .arg(where, QString::fromLatin1(widget->metaObject()->className()), spokenName(widget))
                                 .arg(widget->width())
                                 .arg(widget->height());
        if (isText && (widget->width() < least.width() || widget->height() < least.height() - air))
            wrong << what + QStringLiteral(", wants %1x%2").arg(least.width()).arg(least.height());
        if (isTarget && (widget->width() < theme.target() || widget->height() < theme.target()))
            wrong << what + QStringLiteral(", a target is %1").arg(theme.target());
        const auto *field = qobject_cast<QLineEdit *>(widget);
        const bool isField = field, isAmount = qobject_cast<Amount *>(widget);
        if (field && field->fontMetrics().horizontalAdvance(field->displayText()) > field->width())
            wrong << what + QStringLiteral(", cuts '%1'").arg(field->displayText());
        const int leastHeight = isField ? widget->fontMetrics().height() : widget->minimumSizeHint().height();
        if ((isField || isAmount) &&
            (widget->width() < widget->minimumSizeHint().width() || widget->height() < leastHeight))
            wrong << what;
        if ((isText || isTarget || isField || isAmount) && !widget->size().isEmpty() && !isReached(window, *widget))
            wrong << what + QStringLiteral(", beyond the edge of what it lies in");
    }
    for (const auto *area : window.findChildren<QScrollArea *>()) // a slit to look through shows nothing
        if (const int all = area->widget()->height(), line = QFontMetrics(theme.font(TypeRole::Body)).height();
            area->isVisible() && area->viewport()->height() < std::min(all, 2 * line))
            wrong << QStringLiteral("%1: %2 of %3 pixels are seen").arg(where).arg(area->viewport()->height()).arg(all);
    for (const auto *table : window.findChildren<QTableView *>())
        if (const int all = table->rowHeight(0) * std::min(2, table->model()->rowCount());
            table->isVisible() && table->viewport()->height() < all)
            wrong << QStringLiteral("%1: a list shows %2 pixels").arg(where).arg(table->viewport()->height());
    wrong.removeDuplicates();
    return wrong;
}

/// What was laid out anew is laid out first.
inline QStringList misfitsOnceLaidOut(const QWidget &window, const QString &where)
{
    QStringList misfits;
    for (int tries = 0; tries == 0 || (tries < 100 && !misfits.isEmpty()); ++tries) {
        QTest::qWait(20);
        misfits = misfitsAt(window, where);
    }
    return misfits;
}

} // namespace foyer::test
