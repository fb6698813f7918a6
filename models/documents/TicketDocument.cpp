#include "documents/TicketDocument.h"

#include "documents/Ink.h"
#include "documents/QrCode.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
// The ticket, in mm: a band in the poster's colour, the body, the part that the door tears off.
constexpr double band = 3;
constexpr double left = 10;
constexpr double right = 102;
constexpr double tear = 107;
constexpr double stubLeft = 111;
constexpr double stubRight = 146;
constexpr double bodyWidth = right - left;
constexpr double stubWidth = stubRight - stubLeft;

struct SeatPart {
    QString label, value;
    double width = 0;
};
constexpr double seatGap = 7;
const TextStyle seatLabel{.size = 2.5, .color = ink::soft};

/// Widths of the parts and the size of their values, as large as all allow. When one must give way it is the longest
/// name, which can wrap; the number of a seat never breaks while there is room for it.
TextStyle fitSeat(const Sheet &sheet, QList<SeatPart> &parts)
{
    TextStyle value{.size = 12.5, .weight = QFont::DemiBold};
    const double room = bodyWidth - seatGap * double(parts.size() - 1);
    const auto all = [&] {
        double sum = 0;
        for (SeatPart &part : parts)
            sum += part.width = std::max(sheet.widthOf(part.value, value), sheet.widthOf(part.label, seatLabel)) + 0.1;
        return sum;
    };
    double sum = all();
    for (; sum > room && value.size > 7.5; sum = all())
        value.size *= 0.96;
    if (sum <= room)
        return value;
    const auto widest = std::max_element(
        parts.begin(), parts.end(), [](const SeatPart &a, const SeatPart &b) { return a.width < b.width; });
    widest->width = room;
    for (SeatPart &part : parts)
        if (&part != &*widest)
            widest->width -= part.width = std::min(part.width, room / double(parts.size()));
    return value;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}
} // namespace

TicketDocument::TicketDocument(Order order, HouseSettings house, const QString &language)
    : m_order(std::move(order)), m_house(std::move(house)), m_language(language), m_wording(language),
      m_zone(m_house.timeZone)
{
}

QString TicketDocument::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::TicketDocument", source, note, count);
}

void TicketDocument::paint(Sheet &sheet, int page) const
{
    const Ticket &ticket = m_order.tickets[page];
    const QColor poster(m_order.show.color);
    sheet.fill({0, 0, band, sizeMm.height()}, poster.isValid() ? poster : ink::black);
    paintHead(sheet, page);
    paintShow(sheet);
    paintSeat(sheet, ticket.name);
    paintTerms(sheet, ticket);
    paintFoot(sheet);
    paintStub(sheet, page);
}

Done TicketDocument::writePdf(QIODevice &device) const
{
    return writeSheetsPdf(
        device, m_order.number, sizeMm, pages(), [this](Sheet &sheet, int page) { paint(sheet, page); });
}

QImage TicketDocument::image(int page, double pixelsPerMm) const
{
    return sheetImage(sizeMm, pixelsPerMm, [&](Sheet &sheet) { paint(sheet, page); });
}

QString TicketDocument::groupedCode(const QString &code)
{
    if (code.contains(u' ') || code.contains(u'-'))
        return code;
    QStringList groups;
    for (qsizetype at = 0; at < code.size(); at += 4)
        groups.append(code.mid(at, 4));
    return groups.join(u' ');
}

QString TicketDocument::pageText(int page) const { return u"%1 / %2"_s.arg(page + 1).arg(pages()); }

QString TicketDocument::ageText() const
{
    return m_order.show.ageFrom > 0 ? tr("Ages %1 and over").arg(m_order.show.ageFrom) : tr("For all ages");
}

void TicketDocument::paintHead(Sheet &sheet, int page) const
{
    sheet.text({left, 5, 62, 4}, m_house.name.in(m_language), {.size = 2.9, .weight = QFont::DemiBold});
    const QString mark = m_order.copy > 1 ? tr("Copy %1").arg(m_order.copy) : pageText(page);
    const TextStyle style{.size = 2.7,
        .weight = QFont::DemiBold,
        .color = m_order.copy > 1 ? Qt::white : ink::soft,
        .align = Qt::AlignRight};
    if (m_order.copy > 1) {
        const double width = sheet.widthOf(mark, style);
        sheet.fill({right - width - 4, 4.4, width + 4, 4.8}, ink::black, 2.4);
        sheet.text({right - width - 2, 5.15, width + 0.1, 4}, mark, style);
    } else {
        sheet.text({right - 28, 5, 28, 4}, mark, style);
    }
}

void TicketDocument::paintShow(Sheet &sheet) const
{
    const QString subtitle = m_order.show.subtitle.in(m_language);
    const double room = subtitle.isEmpty() ? 14.5 : 10.8;
    const double used = sheet.text(
        {left, 10.6, bodyWidth, room}, m_order.show.title.in(m_language), {.size = 7.6, .weight = QFont::DemiBold});
    sheet.text({left, 10.9 + used, bodyWidth, 3.6}, subtitle, {.size = 2.9, .color = ink::soft});
    sheet.text({left, 26.6, bodyWidth, 5.2},
        joined({m_wording.fullDateTimeText(m_order.performance.startsAt, m_zone), m_order.house.name.in(m_language)}),
        {.size = 3.9, .weight = QFont::DemiBold});
}

void TicketDocument::paintSeat(Sheet &sheet, const SeatName &seat) const
{
    QList<SeatPart> parts{
        {tr("Section"), seat.zone}, {tr("Row"), seat.row}, {tr("Seat", "the number of a seat"), seat.number}};
    parts.removeIf([](const SeatPart &part) { return part.value.isEmpty(); });
    const TextStyle value = fitSeat(sheet, parts);
    double x = left;
    for (const SeatPart &part : parts) {
        sheet.text({x, 33.8, part.width, 3.4}, part.label, seatLabel);
        sheet.text({x, 36.6, part.width, 15}, part.value, value);
        x += part.width + seatGap;
    }
}

void TicketDocument::paintTerms(Sheet &sheet, const Ticket &ticket) const
{
    const QString kind = ticket.freeBecause.isEmpty() ? ticket.type.name.in(m_language) : tr("Complimentary");
    sheet.text({left, 52.2, bodyWidth, 4.2}, joined({ticket.category, kind, m_wording.money(ticket.price), ageText()}),
        {.size = 3.2, .weight = QFont::DemiBold});
    if (const QString proof = ticket.type.proof.in(m_language); !proof.isEmpty())
        sheet.text({left, 56.7, bodyWidth, 3.6}, tr("Please show at the door: %1").arg(proof), {.size = 2.8});
}

void TicketDocument::paintFoot(Sheet &sheet) const
{
    sheet.line({left, 61.3}, {right, 61.3}, ink::line);
    const QString number = m_house.sellerNumber;
    const TextStyle style{.size = 2.1, .color = ink::soft};
    sheet.text({left, 62, bodyWidth, 2.6},
        joined({tr("Order %1").arg(m_order.number), m_house.sellerName,
            number.isEmpty() ? number : tr("Business no. %1").arg(number)}),
        style);
    sheet.text({left, 64.6, bodyWidth, 2.6}, m_house.sellerAddress, style);
}

void TicketDocument::paintStub(Sheet &sheet, int page) const
{
    const Ticket &ticket = m_order.tickets[page];
    sheet.line({tear, 0}, {tear, sizeMm.height()}, ink::line, Qt::DashLine);
    const auto code = QrCode::of(ticket.code.toUtf8());
    FOYER_REQUIRE(code); // ours, and short
    code->paint(sheet.painter(), Sheet::units({stubLeft - 2, 3, stubWidth + 4, stubWidth + 4}));
    const auto centred = [](double size, QFont::Weight weight, const QColor &color) {
        return TextStyle{.size = size, .weight = weight, .color = color, .align = Qt::AlignHCenter};
    };
    sheet.text({stubLeft, 42.4, stubWidth, 7.4}, groupedCode(ticket.code), centred(2.9, QFont::Normal, ink::black));
    sheet.text(
        {stubLeft, 51, stubWidth, 9.4}, m_wording.seatText(ticket.name), centred(3.7, QFont::DemiBold, ink::black));
    sheet.text({stubLeft, 62, stubWidth, 5},
        joined({m_wording.dateTimeText(m_order.performance.startsAt, m_zone), pageText(page)}),
        centred(2.4, QFont::Normal, ink::soft));
}

} // namespace foyer
