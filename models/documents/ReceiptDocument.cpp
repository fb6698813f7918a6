#include "documents/ReceiptDocument.h"

#include "documents/Roll.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace roll;

ReceiptDocument::ReceiptDocument(Order order, HouseSettings house, const QString &language, int copy)
    : m_order(std::move(order)), m_house(std::move(house)), m_language(language), m_copy(copy), m_wording(language),
      m_zone(m_house.timeZone)
{
}

QString ReceiptDocument::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::ReceiptDocument", source, note, count);
}

QList<ReceiptDocument::Line> ReceiptDocument::lines() const
{
    QList<Line> lines;
    for (const Ticket &ticket : m_order.tickets) {
        const QString what =
            ticket.category + u" · "_s + ticket.type.name.in(m_language) + u" · "_s + m_wording.money(ticket.price);
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line &line) { return line.what == what; });
        if (same == lines.end())
            lines.append({what, 1, ticket.price});
        else
            *same = {what, same->count + 1, same->amount + ticket.price};
    }
    return lines;
}

double ReceiptDocument::paintHead(Sheet &sheet) const
{
    const TextStyle soft{.size = 2.9};
    const QString title = m_order.state == OrderState::Refunded ? tr("Receipt, refunded") : tr("Receipt");
    double y = paragraph(sheet, 4, title, {.size = 5.6, .weight = QFont::DemiBold});
    if (m_copy > 1)
        y = paragraph(sheet, y, tr("Copy %1").arg(m_copy), {.size = 3.4, .weight = QFont::DemiBold});
    y = paragraph(sheet, y + 2, m_house.sellerName, {.size = 3.4, .weight = QFont::DemiBold});
    y = paragraph(sheet, y, m_house.sellerAddress, soft);
    if (!m_house.sellerNumber.isEmpty())
        y = paragraph(sheet, y, tr("Business no. %1").arg(m_house.sellerNumber), soft);
    y = pair(sheet, rule(sheet, y), tr("Order"), m_order.number, soft);
    return rule(sheet, pair(sheet, y, tr("Paid at"), m_wording.fullDateTimeText(m_order.paidAt, m_zone), soft));
}

double ReceiptDocument::paintLines(Sheet &sheet, double y) const
{
    y = paragraph(sheet, y, m_order.show.title.in(m_language), {.size = 3.6, .weight = QFont::DemiBold});
    y = paragraph(sheet, y,
        m_wording.fullDateTimeText(m_order.performance.startsAt, m_zone) + u" · "_s + m_order.house.name.in(m_language),
        {.size = 2.9});
    y += 1.6;
    for (const Line &line : lines())
        y = pair(sheet, y, u"%1 × "_s.arg(line.count) + line.what, m_wording.money(line.amount), {.size = 3.2});
    return rule(sheet, y);
}

double ReceiptDocument::paintTotal(Sheet &sheet, double y) const
{
    const TextStyle plain{.size = 3.2};
    y = pair(sheet, y, tr("Total"), m_wording.money(m_order.total), {.size = 4.8, .weight = QFont::DemiBold});
    y = pair(sheet, y, tr("Before tax"), m_wording.money(m_order.total - m_order.tax), plain);
    y = pair(sheet, y, tr("Tax contained"), m_wording.money(m_order.tax), plain);
    return rule(sheet, pair(sheet, y, tr("Paid from your balance"), m_wording.money(m_order.total), plain));
}

double ReceiptDocument::paintFoot(Sheet &sheet, double y) const
{
    y = paragraph(sheet, y, tr("This receipt is no ticket. Please show your ticket at the door."),
        {.size = 2.9, .align = Qt::AlignHCenter});
    return paragraph(
        sheet, y + 1, m_house.name.in(m_language), {.size = 3.2, .weight = QFont::DemiBold, .align = Qt::AlignHCenter});
}

double ReceiptDocument::paint(Sheet &sheet) const
{
    return paintFoot(sheet, paintTotal(sheet, paintLines(sheet, paintHead(sheet))));
}

QSizeF ReceiptDocument::sizeMm() const
{
    double height = 0;
    sheetImage({1, 1}, 1, [&](Sheet &sheet) { height = paint(sheet); });
    return {roll::widthMm, std::ceil(height + 4)};
}

Done ReceiptDocument::writePdf(QIODevice &device) const
{
    return writeSheetsPdf(device, m_order.number, sizeMm(), 1, [this](Sheet &sheet, int) { paint(sheet); });
}

QImage ReceiptDocument::image(double pixelsPerMm) const
{
    return sheetImage(sizeMm(), pixelsPerMm, [this](Sheet &sheet) { paint(sheet); });
}

} // namespace foyer
