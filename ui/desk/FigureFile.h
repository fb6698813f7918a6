#pragma once

#include "services/BoxOffice.h"

namespace foyer {

/// The file that figures leave the house in: what it is called, and how it is made.
struct FigureFile {
    QString folder;
    QString ending;      ///< "csv" or "pdf"
    QString language;    ///< of its words
    QString performance; ///< the name of the one that the figures are of alone; empty: of a span
    QDateTime at;        ///< when it was wanted, UTC

    /// The same question's, each time: the newest counts.
    QString path(const FigureQuestion &question) const;
    BoxOffice::Compose composer() const; ///< for any thread
};

} // namespace foyer
