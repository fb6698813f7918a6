#include "wording/FigureWording.h"

namespace foyer {

using namespace Qt::StringLiterals;

QString FigureWords::tr(const char *source, const char *note, int count) const
{
    return m_wording.translate("foyer::FigureWords", source, note, count);
}

QString FigureWords::name(FigureDimension by) const
{
    switch (by) {
    case FigureDimension::Performance: return tr("Performance");
    case FigureDimension::Category: return tr("Category", "of seats");
    case FigureDimension::Type: return tr("Ticket type");
    case FigureDimension::Tender: return tr("Paid with");
    case FigureDimension::Hour: return tr("Hour", "of the day");
    case FigureDimension::Terminal: return tr("Terminal");
    case FigureDimension::Clerk: return tr("Clerk");
    }
    return {};
}

QString FigureWords::name(SpanChoice choice) const
{
    switch (choice) {
    case SpanChoice::Today: return tr("Today");
    case SpanChoice::Yesterday: return tr("Yesterday");
    case SpanChoice::ThisWeek: return tr("This week");
    case SpanChoice::ThisMonth: return tr("This month");
    case SpanChoice::Chosen: return tr("From – to");
    }
    return {};
}

QString FigureWords::name(PaidWith how) const
{
    switch (how) {
    case PaidWith::Cash: return m_wording.name(TenderKind::Cash);
    case PaidWith::Card: return m_wording.name(TenderKind::Card);
    case PaidWith::Balance: return tr("Balance", "what was in the wallet before");
    case PaidWith::Nothing: return tr("Nothing to pay");
    }
    return {};
}

QString FigureWords::name(FigureRest rest) const
{
    switch (rest) {
    case FigureRest::SelfService: return tr("Nobody, self-service");
    case FigureRest::Others: return tr("All others");
    case FigureRest::NotToldApart: return tr("Part refunds, not told apart");
    case FigureRest::Elsewhere: return tr("Refunds of orders sold elsewhere");
    }
    return {};
}

QString FigureWords::header(FigureColumn column, FigureDimension by) const
{
    switch (column) {
    case FigureColumn::Label: return name(by);
    case FigureColumn::Orders: return tr("Orders", "how many");
    case FigureColumn::Seats: return tr("Seats", "how many were sold");
    case FigureColumn::Given: return tr("Free", "seats given away");
    case FigureColumn::Gross: return tr("Sold", "an amount");
    case FigureColumn::Refunded: return tr("Refunded", "an amount");
    case FigureColumn::Net: return tr("Net", "sold without refunded");
    case FigureColumn::Tax: return tr("Tax within");
    }
    return {};
}

QString FigureWords::label(const FigureRow &row) const
{
    const QString named = row.name.in(m_wording.locale().name().left(2));
    if (std::holds_alternative<PerformanceKey>(row.key) && row.at.isValid())
        return u"%1 · %2"_s.arg(named, m_wording.dateTimeText(row.at, m_zone));
    if (const auto *rest = std::get_if<FigureRest>(&row.key))
        return name(*rest);
    if (const auto *how = std::get_if<PaidWith>(&row.key))
        return name(*how);
    if (const auto *hour = std::get_if<int>(&row.key))
        return u"%1:00"_s.arg(*hour, 2, 10, QChar(u'0'));
    return named.isEmpty() ? tr("Without a name") : named;
}

QString FigureWords::cell(const FigureRow &row, FigureColumn column) const
{
    switch (column) {
    case FigureColumn::Label: return label(row);
    case FigureColumn::Orders: return m_wording.locale().toString(row.orders);
    case FigureColumn::Seats: return m_wording.locale().toString(row.seats);
    case FigureColumn::Given: return m_wording.locale().toString(row.given);
    case FigureColumn::Gross: return m_wording.money(row.gross);
    case FigureColumn::Refunded: return m_wording.money(row.refunded);
    case FigureColumn::Net: return m_wording.money(row.net());
    case FigureColumn::Tax: return m_wording.money(row.tax);
    }
    return {};
}

QString FigureWords::books(bool ofHouse) const { return ofHouse ? tr("Whole house") : tr("This machine"); }

QString FigureWords::silent(const Figures &figures) const
{
    //: %1: names of machines
    return figures.silent.isEmpty()
               ? QString()
               : tr("Not heard from now, what they sell may be missing: %1").arg(figures.silent.join(u", "_s));
}

QString FigureWords::total() const { return tr("Total"); }

QString FigureWords::dayText(const QDate &day, bool withYear) const
{
    //: A day as QLocale writes it: ddd is the weekday, MMM the month's name, M its number.
    return m_wording.locale().toString(day, withYear ? tr("ddd d MMM yyyy") : tr("ddd d MMM"));
}

QString FigureWords::spanText(const FigureSpan &span) const
{
    if (span.from == span.to)
        return dayText(span.from, true);
    return u"%1 – %2"_s.arg(dayText(span.from, span.from.year() != span.to.year()), dayText(span.to, true));
}

QString FigureWords::owedTitle(const WalletLiability &owed) const
{
    if (!owed.at.isValid())
        return tr("Owed on wallets, now");
    //: %1 is a moment: the end of a business day
    return tr("Owed on wallets, %1").arg(m_wording.dateTimeText(owed.at, m_zone));
}

QList<FigureWords::Owed> FigureWords::owed(const WalletLiability &owed) const
{
    QList<Owed> parts{{tr("Members"), owed.members}};
    if (owed.claims)
        parts << Owed{tr("Guests"), owed.guests} << Owed{tr("Guests' money not fetched yet"), *owed.claims};
    else
        parts << Owed{tr("Guests and claim codes"), owed.guests};
    return parts;
}

QString FigureWords::onItsWay() const { return tr("Asked of a device, not answered"); }

} // namespace foyer
