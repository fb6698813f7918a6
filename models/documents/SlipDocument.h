#pragma once

#include "documents/Sheet.h"
#include "domain/HouseSettings.h"
#include "domain/Token.h"
#include "wording/Wording.h"

namespace foyer {

/// The slip of a waiting customer (FLOWS 2.5): the number, a QR that brings them back, and what to do next.
class SlipDocument
{
public:
    static constexpr double widthMm = 72; ///< what an 80 mm roll prints
    static constexpr double heightMm = 118;

    /// `code` is what the QR holds and the kiosk's scanner reads. `issuedAt` is UTC.
    SlipDocument(
        QueuePlace place, QByteArray code, const QDateTime &issuedAt, HouseSettings house, const QString &language);

    void paint(Sheet &sheet) const;
    Done writePdf(QIODevice &device) const; ///< an Error when the device didn't take it all
    QImage image(double pixelsPerMm) const;

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QString waitLine() const;

    QueuePlace m_place;
    QByteArray m_code;
    QDateTime m_issuedAt;
    HouseSettings m_house;
    QString m_language;
    Wording m_wording;
};

} // namespace foyer
