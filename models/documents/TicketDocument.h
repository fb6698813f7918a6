#pragma once

#include "documents/Sheet.h"
#include "domain/HouseSettings.h"
#include "domain/Order.h"
#include "wording/Wording.h"

namespace foyer {

/// The tickets of one order, one page each; what is on them is what the order says, in one language. Keeps copies of
/// all it shows. Any thread that may paint.
class TicketDocument
{
public:
    static constexpr QSizeF sizeMm{150, 70};

    /// From the second copy on each ticket says which it is.
    TicketDocument(Order order, HouseSettings house, const QString &language);

    int pages() const { return int(m_order.tickets.size()); }
    void paint(Sheet &sheet, int page) const;
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(int page, double pixelsPerMm) const;

    /// A code in groups of four, as people read it out: "7KQ4 MW2P".
    static QString groupedCode(const QString &code);

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QString pageText(int page) const; ///< "1 / 2"
    QString ageText() const;
    void paintHead(Sheet &sheet, int page) const;
    void paintShow(Sheet &sheet) const;
    void paintSeat(Sheet &sheet, const SeatName &seat) const;
    void paintTerms(Sheet &sheet, const Ticket &ticket) const;
    void paintFoot(Sheet &sheet) const;
    void paintStub(Sheet &sheet, int page) const;

    Order m_order;
    HouseSettings m_house;
    QString m_language;
    Wording m_wording;
    QTimeZone m_zone;
};

} // namespace foyer
