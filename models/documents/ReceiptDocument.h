#pragma once

#include "documents/Sheet.h"
#include "domain/HouseSettings.h"
#include "domain/Order.h"
#include "wording/Wording.h"

namespace foyer {

/// The receipt of an order, apart from its tickets: what was sold by whom, the total, the tax within, how it was paid.
class ReceiptDocument
{
public:
    /// `copy` is 1 for the first print; from 2 on the receipt says which copy it is.
    ReceiptDocument(Order order, HouseSettings house, const QString &language, int copy = 1);

    QSizeF sizeMm() const;                  ///< as long as its lines
    double paint(Sheet &sheet) const;       ///< how far down it went, mm
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(double pixelsPerMm) const;

private:
    struct Line {
        QString what;
        int count = 0;
        Money amount;
    };
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QList<Line> lines() const; ///< equal tickets together
    double paintHead(Sheet &sheet) const;
    double paintLines(Sheet &sheet, double y) const;
    double paintTotal(Sheet &sheet, double y) const;
    double paintFoot(Sheet &sheet, double y) const;

    Order m_order;
    HouseSettings m_house;
    QString m_language;
    int m_copy;
    Wording m_wording;
    QTimeZone m_zone;
};

} // namespace foyer
