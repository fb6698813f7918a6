#include "documents/StatementDocument.h"

#include "documents/Roll.h"
#include "domain/Limits.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace roll;

StatementDocument::StatementDocument(MemberFile file, HouseSettings house, const QString &language, const QDateTime &at)
    : m_file(std::move(file)), m_house(std::move(house)), m_language(language), m_at(at), m_wording(language),
      m_zone(m_house.timeZone)
{
}

QString StatementDocument::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::StatementDocument", source, note, count);
}

QString StatementDocument::title() const
{
    //: A statement of a wallet; %1 are the last digits of its owner's phone number.
    return tr("Wallet %1").arg(m_file.line.member.lastDigits);
}

double StatementDocument::paintHead(Sheet &sheet) const
{
    const TextStyle soft{.size = 2.9};
    double y = paragraph(sheet, 4, title(), {.size = 5.6, .weight = QFont::DemiBold});
    y = paragraph(sheet, y + 2, m_house.sellerName.isEmpty() ? m_house.name.in(m_language) : m_house.sellerName,
        {.size = 3.4, .weight = QFont::DemiBold});
    y = paragraph(sheet, y, m_house.sellerAddress, soft);
    if (!m_house.sellerNumber.isEmpty())
        y = paragraph(sheet, y, tr("Business no. %1").arg(m_house.sellerNumber), soft);
    return rule(sheet, pair(sheet, rule(sheet, y), tr("As of"), m_wording.fullDateTimeText(m_at, m_zone), soft));
}

double StatementDocument::paintMovements(Sheet &sheet, double y) const
{
    const QList<WalletMovement> &movements = m_file.balance.movements;
    if (movements.isEmpty())
        return rule(sheet, paragraph(sheet, y, tr("Nothing has moved yet."), {.size = 3.2}));
    Money before = m_file.balance.amount;
    for (const WalletMovement &movement : movements) {
        y = pair(sheet, y, m_wording.name(movement.kind), m_wording.money(movement.amount), {.size = 3.2});
        y = paragraph(
            sheet, y - 0.4, m_wording.fullDateTimeText(movement.at, m_zone), {.size = 2.7, .color = ink::soft});
        y += 1;
        before = before - movement.amount;
    }
    if (movements.size() >= limits::movementsShown) // there may be more
        y = pair(sheet, y, tr("Balance before"), m_wording.money(before), {.size = 3.2});
    return rule(sheet, y);
}

double StatementDocument::paintBalance(Sheet &sheet, double y) const
{
    y = pair(sheet, y, tr("Balance"), m_wording.money(m_file.balance.amount), {.size = 4.8, .weight = QFont::DemiBold});
    for (const HeldElsewhere &held : m_file.balance.elsewhere)
        //: %1 is a machine's name.
        y = pair(sheet, y, tr("of it at %1").arg(held.terminal), m_wording.money(held.amount), {.size = 3.2});
    if (m_file.line.isBlocked || m_file.balance.blocked)
        y = paragraph(sheet, y, tr("This membership is blocked."), {.size = 3.2, .weight = QFont::DemiBold});
    return paragraph(sheet, rule(sheet, y), m_house.name.in(m_language),
        {.size = 3.2, .weight = QFont::DemiBold, .align = Qt::AlignHCenter});
}

double StatementDocument::paint(Sheet &sheet) const
{
    return paintBalance(sheet, paintMovements(sheet, paintHead(sheet)));
}

QSizeF StatementDocument::sizeMm() const
{
    double height = 0;
    sheetImage({1, 1}, 1, [&](Sheet &sheet) { height = paint(sheet); });
    return {roll::widthMm, std::ceil(height + 4)};
}

Done StatementDocument::writePdf(QIODevice &device) const
{
    return writeSheetsPdf(device, title(), sizeMm(), 1, [this](Sheet &sheet, int) { paint(sheet); });
}

QImage StatementDocument::image(double pixelsPerMm) const
{
    return sheetImage(sizeMm(), pixelsPerMm, [this](Sheet &sheet) { paint(sheet); });
}

} // namespace foyer
