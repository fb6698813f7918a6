#include "documents/SlipDocument.h"

#include "documents/Ink.h"
#include "documents/QrCode.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr double margin = 3;
constexpr double width = SlipDocument::widthMm - 2 * margin;

TextStyle centred(double size, QFont::Weight weight = QFont::Normal)
{
    return {.size = size, .weight = weight, .color = ink::black, .align = Qt::AlignHCenter};
}
} // namespace

SlipDocument::SlipDocument(
    QueuePlace place, QByteArray code, const QDateTime &issuedAt, HouseSettings house, const QString &language)
    : m_place(std::move(place)), m_code(std::move(code)), m_issuedAt(issuedAt), m_house(std::move(house)),
      m_language(language), m_wording(language)
{
}

QString SlipDocument::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::SlipDocument", source, note, count);
}

QString SlipDocument::waitLine() const
{
    const QString ahead = tr("%n person (people) ahead of you", nullptr, m_place.peopleAhead);
    return m_place.wait ? ahead + u" · "_s + m_wording.waitText(*m_place.wait) : ahead;
}

void SlipDocument::paint(Sheet &sheet) const
{
    sheet.text({margin, 4, width, 6}, m_house.name.in(m_language), centred(3.8, QFont::DemiBold));
    sheet.text({margin, 13, width, 5}, tr("Your number"), centred(3.6));
    sheet.text({margin, 17, width, 31}, m_place.token.number.text(), centred(26, QFont::DemiBold));
    sheet.text({margin, 48, width, 5}, waitLine(), centred(3.6));
    const auto code = QrCode::of(m_code);
    FOYER_REQUIRE(code); // ours, and short
    code->paint(sheet.painter(), Sheet::units({margin, 54, width, 38}));
    sheet.text({margin, 93, width, 15},
        tr("When your number is called, scan this slip at any screen within %1. Please keep it: whoever has it has "
           "your place.")
            .arg(m_wording.durationText(m_house.noShowAfter)),
        centred(3.4, QFont::DemiBold));
    sheet.line({margin, 109.5}, {margin + width, 109.5}, ink::black);
    sheet.text(
        {margin, 111, width, 4}, m_wording.fullDateTimeText(m_issuedAt, QTimeZone(m_house.timeZone)), centred(2.8));
}

Done SlipDocument::writePdf(QIODevice &device) const
{
    return writeSheetsPdf(
        device, m_place.token.number.text(), {widthMm, heightMm}, 1, [this](Sheet &sheet, int) { paint(sheet); });
}

QImage SlipDocument::image(double pixelsPerMm) const
{
    return sheetImage({widthMm, heightMm}, pixelsPerMm, [this](Sheet &sheet) { paint(sheet); });
}

} // namespace foyer
