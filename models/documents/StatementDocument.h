#pragma once

#include "documents/Sheet.h"
#include "domain/HouseSettings.h"
#include "domain/MemberRequests.h"
#include "wording/Wording.h"

namespace foyer {

/// A member's wallet on an 80 mm roll: what moved, the newest first, and what is in it. Names nobody: of the phone
/// number it says the last digits.
class StatementDocument
{
public:
    /// `at`: when it was read, UTC.
    StatementDocument(MemberFile file, HouseSettings house, const QString &language, const QDateTime &at);

    QString title() const;                  ///< "Wallet 0007", for files and screens
    QSizeF sizeMm() const;                  ///< as long as its lines
    double paint(Sheet &sheet) const;       ///< how far down it went, mm
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(double pixelsPerMm) const;

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    double paintHead(Sheet &sheet) const;
    double paintMovements(Sheet &sheet, double y) const;
    double paintBalance(Sheet &sheet, double y) const;

    MemberFile m_file;
    HouseSettings m_house;
    QString m_language;
    QDateTime m_at;
    Wording m_wording;
    QTimeZone m_zone;
};

} // namespace foyer
