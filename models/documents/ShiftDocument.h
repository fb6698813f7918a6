#pragma once

#include "documents/Sheet.h"
#include "domain/Shift.h"
#include "wording/Wording.h"

namespace foyer {

/// A drawer's report: X as of now, Z of a closed one, for an 80 mm roll and as a page for the books. A closed one draws
/// the same at any time. What is kept from who counts blind isn't on it.
class ShiftDocument
{
public:
    enum class Paper : quint8 { Roll, Page };

    ShiftDocument(ShiftReport report, const QString &language, Paper paper);

    QString title() const; ///< "Z report 12", for files and screens
    QSizeF sizeMm() const; ///< of a roll as long as its lines
    double paint(Sheet &sheet) const;
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(double pixelsPerMm) const;

private:
    class Pen;
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QString at(const QDateTime &utc) const { return m_wording.fullDateTimeText(utc, m_zone); }
    double paintResult(Sheet &sheet, double margin) const;
    void paintHead(Pen &pen) const;
    void paintSales(Pen &pen) const;
    void paintBack(Pen &pen) const;
    void paintTenders(Pen &pen) const;
    void paintDrawer(Pen &pen) const;
    void paintCount(Pen &pen) const;
    void paintNotSynced(Pen &pen) const;
    void paintFoot(Pen &pen) const;

    ShiftReport m_report;
    QString m_language;
    Paper m_paper;
    Wording m_wording;
    QTimeZone m_zone;
};

} // namespace foyer
