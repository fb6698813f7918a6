#pragma once

#include "domain/Figures.h"

#include <QStringList>
#include <functional>

namespace foyer {

/// The words of one language that a table of figures needs.
struct FigureTexts {
    QStringList headers; ///< of the columns, in order
    QString total;
    std::function<QString(const FigureRow &)> label;
};

/// The table with its heads and its total, as Csv writes it.
QByteArray csvOf(const Figures &figures, const FigureTexts &texts);

} // namespace foyer
