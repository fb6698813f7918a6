#include "documents/ShiftDocument.h"

#include "documents/Ink.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr QSizeF pageMm(210, 297);
constexpr double rollWidth = 72; ///< what an 80 mm roll prints
constexpr double longest = 60;   ///< mm that one text may grow to before it gets smaller
constexpr QColor tint(0xF1, 0xEF, 0xF6);

Money minus(const Money &amount) { return {-amount.minor, amount.currency}; }
Money sizeOf(const Money &amount) { return amount.minor < 0 ? minus(amount) : amount; }
} // namespace

/// Writes one column downwards.
class ShiftDocument::Pen
{
public:
    Pen(Sheet &to, const QPointF &topLeft, double columnWidth, Paper paper)
        : sheet(to), x(topLeft.x()), y(topLeft.y()), width(columnWidth), m_text(paper == Paper::Roll ? 3.2 : 3.5)
    {
    }

    void title(const QString &text) { write(text, {.size = m_text * 1.8, .weight = QFont::DemiBold}); }
    void heading(const QString &text)
    {
        y += m_text * 1.1;
        write(text, {.size = m_text, .weight = QFont::DemiBold});
        y += 0.6;
        sheet.line({x, y}, {x + width, y}, ink::black);
        y += 1;
    }
    void strong(const QString &text) { write(text, {.size = m_text, .weight = QFont::DemiBold}); }
    void plain(const QString &text) { write(text, {.size = m_text}); }
    void quiet(const QString &text) { write(text, {.size = m_text * 0.88, .color = ink::soft}); }
    void centred(const QString &text)
    {
        write(text, {.size = m_text * 0.94, .weight = QFont::DemiBold, .align = Qt::AlignHCenter});
    }
    /// What on the left, how much on the right of the same line.
    void pair(const QString &what, const QString &much, QFont::Weight weight = QFont::Normal)
    {
        TextStyle style{.size = m_text, .weight = weight};
        const double muchWidth = std::min(sheet.widthOf(much, style) + 0.1, width * 0.6);
        const double used = sheet.text({x, y, width - muchWidth - 2, longest}, what, style);
        style.align = Qt::AlignRight;
        sheet.text({x + width - muchWidth, y, muchWidth, style.size * 1.3}, much, style);
        y += used + 0.7;
    }
    void sum(const QString &what, const QString &much)
    {
        sheet.line({x, y + 0.3}, {x + width, y + 0.3}, ink::line);
        y += 1.2;
        pair(what, much, QFont::DemiBold);
    }
    void gap(double mm) { y += mm; }
    double textSize() const { return m_text; }

    Sheet &sheet;
    const double x;
    double y;
    const double width;

private:
    void write(const QString &text, const TextStyle &style) { y += sheet.text({x, y, width, longest}, text, style); }

    double m_text; ///< mm
};

ShiftDocument::ShiftDocument(ShiftReport report, const QString &language, Paper paper)
    : m_report(std::move(report)), m_language(language), m_paper(paper), m_wording(language),
      m_zone(m_report.house.timeZone)
{
}

QString ShiftDocument::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::ShiftDocument", source, note, count);
}

QString ShiftDocument::title() const
{
    //: A closed drawer's report, and of an open one; %1 counts the drawers.
    return (m_report.isFinal() ? tr("Z report %1") : tr("X report %1")).arg(m_report.shift.number);
}

void ShiftDocument::paintHead(Pen &pen) const
{
    const HouseSettings &house = m_report.house;
    pen.title(title());
    pen.quiet(m_report.isFinal() ? tr("The drawer is counted and closed.") : tr("So far; the drawer is open."));
    pen.gap(2);
    pen.strong(house.sellerName.isEmpty() ? house.name.in(m_language) : house.sellerName);
    pen.quiet(house.sellerAddress);
    if (!house.sellerNumber.isEmpty())
        pen.quiet(tr("Business no. %1").arg(house.sellerNumber));
    pen.gap(2);
    const Shift &shift = m_report.shift;
    pen.pair(tr("Opened"), at(shift.openedAt));
    pen.pair(tr("by"), shift.openedByName);
    if (shift.end) {
        pen.pair(tr("Closed"), at(shift.end->at));
        pen.pair(tr("by"), shift.end->byName);
    } else {
        pen.pair(tr("As of"), at(m_report.at));
    }
}

void ShiftDocument::paintSales(Pen &pen) const
{
    pen.heading(tr("Sold"));
    pen.pair(tr("Orders"), QString::number(m_report.sales));
    if (m_report.sales > 0)
        pen.pair(tr("First and last"), m_report.firstOrder + u" – "_s + m_report.lastOrder);
    pen.pair(tr("Seats"), QString::number(m_report.seats));
    if (m_report.freeSeats > 0)
        pen.pair(tr("of them given away"), QString::number(m_report.freeSeats));
    pen.sum(tr("Sold"), m_wording.money(m_report.sold));
}

void ShiftDocument::paintBack(Pen &pen) const
{
    pen.heading(tr("Taken back"));
    const auto back = [&](const QString &what, const ShiftReport::Back &of) {
        //: %1 says what was taken back, %n how many times.
        pen.pair(
            of.times ? tr("%1, %n time(s)", nullptr, of.times).arg(what) : what, m_wording.money(minus(of.amount)));
    };
    back(tr("Refunds"), m_report.refunds);
    back(tr("Voids"), m_report.voids);
    for (const ShiftReport::Tax &tax : m_report.taxes) {
        pen.sum(tr("Sold and kept"), m_wording.money(tax.gross));
        pen.pair(tr("before tax"), m_wording.money(tax.gross - tax.tax));
        //: %1 is the rate.
        pen.pair(tr("%1 % tax contained").arg(m_wording.locale().toString(tax.basisPoints / 100.0)),
            m_wording.money(tax.tax));
    }
}

void ShiftDocument::paintTenders(Pen &pen) const
{
    pen.heading(tr("By means of payment"));
    if (!m_report.tenders)
        return pen.quiet(tr("Cash and card are told once the drawer has been counted."));
    const ShiftReport::Tenders &tenders = *m_report.tenders;
    const auto till = [&](const QString &taken, const QString &given, const ShiftReport::Till &of) {
        pen.pair(u"%1 (%2)"_s.arg(taken).arg(of.takenCount), m_wording.money(of.taken));
        if (of.givenCount > 0)
            pen.pair(u"%1 (%2)"_s.arg(given).arg(of.givenCount), m_wording.money(minus(of.given)));
    };
    till(tr("Cash taken"), tr("Cash given back"), tenders.cash);
    till(tr("Card taken"), tr("Card given back"), tenders.card);
    pen.sum(tr("Taken, less given back"),
        m_wording.money(tenders.cash.taken - tenders.cash.given + tenders.card.taken - tenders.card.given));
    if (tenders.claims > 0)
        pen.pair(tr("of it claim codes paid (%1)").arg(tenders.claims), m_wording.money(minus(tenders.claimsPaid)));
    if (tenders.unspent.isPositive())
        pen.pair(tr("of it paid in and not spent"), m_wording.money(tenders.unspent));
}

void ShiftDocument::paintDrawer(Pen &pen) const
{
    pen.heading(tr("Drawer"));
    pen.pair(tr("Float"), m_wording.money(m_report.shift.opening));
    if (const auto &tenders = m_report.tenders) {
        pen.pair(tr("Cash taken, less given"), m_wording.money(tenders->cash.taken - tenders->cash.given));
    }
    for (const DrawerMovement &movement : m_report.movements) {
        pen.pair(movement.why, m_wording.money(movement.amount));
        pen.quiet(m_wording.timeText(movement.at, m_zone) + u" · "_s + movement.whoName);
        pen.gap(0.7);
    }
    if (const auto &tenders = m_report.tenders)
        pen.sum(tr("Should be in it"), m_wording.money(tenders->expected));
}

void ShiftDocument::paintCount(Pen &pen) const
{
    const auto &end = m_report.shift.end;
    if (!end)
        return;
    pen.heading(tr("Counted"));
    for (const CashCount::Pile &pile : m_report.counted.piles)
        pen.pair(u"%1 × %2"_s.arg(m_wording.money(pile.each)).arg(pile.count),
            m_wording.money({pile.each.minor * pile.count, pile.each.currency}));
    if (m_report.counted.piles.isEmpty())
        pen.pair(tr("Counted"), m_wording.money(end->counted), QFont::DemiBold);
    else
        pen.sum(tr("Counted"), m_wording.money(end->counted));
    pen.pair(tr("Should be in it"), m_wording.money(end->expected));
    const Money difference = end->difference();
    const QString word = difference.isZero() ? tr("No difference") : difference.isPositive() ? tr("Over") : tr("Short");
    pen.sum(word, m_wording.money(sizeOf(difference)));
}

void ShiftDocument::paintNotSynced(Pen &pen) const
{
    if (!m_report.notSynced)
        return;
    const ShiftReport::NotSynced &waiting = *m_report.notSynced;
    pen.heading(tr("Not synced yet"));
    if (waiting.entries == 0)
        return pen.quiet(tr("The hub knows everything."));
    pen.pair(tr("Journal entries"), QString::number(waiting.entries));
    pen.pair(tr("since"), at(waiting.since));
    pen.pair(tr("Orders among them"), QString::number(waiting.sales));
    for (const ShiftReport::Sale &sale : waiting.first)
        pen.pair(sale.number, m_wording.money(sale.total));
    if (const int more = waiting.sales - int(waiting.first.size()); more > 0)
        pen.quiet(tr("and %n more", nullptr, more));
    pen.sum(tr("Orders that the hub doesn't know"), m_wording.money(waiting.amount));
}

void ShiftDocument::paintFoot(Pen &pen) const
{
    const ShiftReport::Chain &chain = m_report.chain;
    pen.gap(pen.textSize() * 1.1);
    pen.sheet.line({pen.x, pen.y}, {pen.x + pen.width, pen.y}, ink::black);
    pen.gap(1.4);
    //: Where the chain of journal entries stands: a number and the first letters of its hash.
    pen.pair(tr("Journal"),
        u"%1/%2 · %3"_s.arg(chain.epoch).arg(chain.seq).arg(QString::fromLatin1(chain.hash.toHex().left(12))));
    if (m_report.isFinal()) {
        pen.gap(pen.textSize() * 3.4);
        pen.sheet.line({pen.x, pen.y}, {pen.x + pen.width * 0.46, pen.y}, ink::black);
        pen.sheet.line({pen.x + pen.width * 0.54, pen.y}, {pen.x + pen.width, pen.y}, ink::black);
        pen.gap(0.8);
        const TextStyle caption{.size = pen.textSize() * 0.88, .color = ink::soft};
        pen.sheet.text({pen.x, pen.y, pen.width * 0.46, 8}, tr("counted by"), caption);
        pen.sheet.text({pen.x + pen.width * 0.54, pen.y, pen.width * 0.46, 8}, tr("checked by"), caption);
        pen.gap(pen.textSize() * 1.6);
    }
    pen.gap(1.6);
    pen.centred(m_report.house.name.in(m_language));
}

double ShiftDocument::paint(Sheet &sheet) const
{
    if (m_paper == Paper::Roll) {
        constexpr double margin = 3;
        Pen pen(sheet, {margin, 4}, rollWidth - 2 * margin, m_paper);
        for (const auto part : {&ShiftDocument::paintHead, &ShiftDocument::paintSales, &ShiftDocument::paintBack,
                 &ShiftDocument::paintTenders, &ShiftDocument::paintDrawer, &ShiftDocument::paintCount,
                 &ShiftDocument::paintNotSynced, &ShiftDocument::paintFoot})
            (this->*part)(pen);
        return pen.y + 4;
    }
    constexpr double margin = 18, between = 12, column = (pageMm.width() - 2 * margin - between) / 2;
    const double top = paintResult(sheet, margin);
    Pen left(sheet, {margin, top}, column, m_paper), right(sheet, {margin + column + between, top}, column, m_paper);
    for (const auto part : {&ShiftDocument::paintSales, &ShiftDocument::paintBack, &ShiftDocument::paintTenders})
        (this->*part)(left);
    for (const auto part : {&ShiftDocument::paintDrawer, &ShiftDocument::paintCount, &ShiftDocument::paintNotSynced})
        (this->*part)(right);
    const double foot = std::max({left.y, right.y, pageMm.height() - margin - (m_report.isFinal() ? 40 : 22)});
    Pen pen(sheet, {margin, foot}, pageMm.width() - 2 * margin, m_paper);
    paintFoot(pen);
    return pen.y + margin / 2;
}

/// The page's head, and in large digits what it is read for.
double ShiftDocument::paintResult(Sheet &sheet, double margin) const
{
    const double width = pageMm.width() - 2 * margin;
    Pen head(sheet, {margin, margin}, width, m_paper);
    paintHead(head);
    const auto &end = m_report.shift.end;
    QList<std::pair<QString, QString>> figures{{tr("Sold"), m_wording.money(m_report.sold)}};
    if (end) {
        const Money difference = end->difference();
        figures.append({tr("Counted"), m_wording.money(end->counted)});
        figures.append({difference.isZero()       ? tr("No difference")
                        : difference.isPositive() ? tr("Over")
                                                  : tr("Short"),
            m_wording.money(sizeOf(difference))});
    } else {
        figures.append({tr("Orders"), QString::number(m_report.sales)});
        figures.append({tr("Seats"), QString::number(m_report.seats)});
    }
    const double top = head.y + 4, height = 20, each = width / double(figures.size());
    sheet.fill({margin, top, width, height}, tint, 3);
    for (int i = 0; i < figures.size(); ++i) {
        const QRectF box(margin + i * each + 6, top + 3.4, each - 9, height);
        sheet.text({box.left(), box.top(), box.width(), 5}, figures[i].first, {.size = 3.2, .color = ink::soft});
        sheet.text({box.left(), box.top() + 4.6, box.width(), 9.5}, figures[i].second,
            {.size = 7.4, .weight = QFont::DemiBold, .color = ink::black});
    }
    return top + height;
}

QSizeF ShiftDocument::sizeMm() const
{
    double height = 0;
    sheetImage({1, 1}, 1, [&](Sheet &sheet) { height = paint(sheet); });
    return m_paper == Paper::Roll ? QSizeF(rollWidth, std::ceil(height))
                                  : QSizeF(pageMm.width(), std::max(pageMm.height(), std::ceil(height)));
}

Done ShiftDocument::writePdf(QIODevice &device) const
{
    return writeSheetsPdf(device, title(), sizeMm(), 1, [this](Sheet &sheet, int) { paint(sheet); });
}

QImage ShiftDocument::image(double pixelsPerMm) const
{
    return sheetImage(sizeMm(), pixelsPerMm, [this](Sheet &sheet) { paint(sheet); });
}

} // namespace foyer
