#include "Command.h"
#include "domain/BusinessDay.h"
#include "services/Csv.h"
#include "services/FigureCsv.h"
#include "services/FigureService.h"
#include "services/Node.h"
#include "storage/CatalogueStore.h"
#include "storage/NodeStore.h"
#include "sync/HubOrders.h"
#include "wording/FigureWording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array dimensions{FigureDimension::Performance, FigureDimension::Category, FigureDimension::Type,
    FigureDimension::Tender, FigureDimension::Hour, FigureDimension::Terminal, FigureDimension::Clerk};

QList<QCommandLineOption> options()
{
    return {{u"by"_s,
                Ctl::tr("What sales are told apart by: performance, category, type, tender, hour, terminal or clerk."),
                u"WHAT"_s, u"performance"_s},
        {u"from"_s, Ctl::tr("The first business day; today when not named."), u"YYYY-MM-DD"_s},
        {u"to"_s, Ctl::tr("The last business day; the first when not named."), u"YYYY-MM-DD"_s},
        {u"csv"_s, Ctl::tr("Writes a table for spreadsheets."), u"FILE"_s}, jsonOption()};
}

std::optional<FigureDimension> dimensionOf(const QString &name)
{
    for (const FigureDimension each : dimensions)
        if (nameOf(each).compare(name, Qt::CaseInsensitive) == 0)
            return each;
    return std::nullopt;
}

QJsonObject jsonOf(const FigureRow &row, const QString &label)
{
    return {{u"label"_s, label}, {u"orders"_s, row.orders}, {u"seats"_s, row.seats}, {u"free"_s, row.given},
        {u"gross"_s, row.gross.minor}, {u"refunded"_s, row.refunded.minor}, {u"net"_s, row.net().minor},
        {u"tax"_s, row.tax.minor}};
}

QJsonObject jsonOf(const WalletLiability &owed)
{
    QJsonObject json{{u"members"_s, owed.members.minor}, {u"guests"_s, owed.guests.minor},
        {u"onItsWay"_s, owed.onItsWay.minor}, {u"total"_s, owed.total().minor}};
    if (owed.claims)
        json.insert(u"claims"_s, owed.claims->minor);
    if (owed.at.isValid())
        json.insert(u"at"_s, owed.at.toString(Qt::ISODate));
    return json;
}

QByteArray jsonOf(const Figures &figures, const FigureWords &words)
{
    QJsonArray rows;
    for (const FigureRow &row : figures.rows)
        rows.append(jsonOf(row, words.label(row)));
    return QJsonDocument({{u"by"_s, nameOf(figures.question.by).toLower()},
                             {u"from"_s, figures.question.span.from.toString(Qt::ISODate)},
                             {u"to"_s, figures.question.span.to.toString(Qt::ISODate)}, {u"rows"_s, rows},
                             {u"total"_s, jsonOf(figures.total, words.total())}, {u"owed"_s, jsonOf(figures.owed)},
                             {u"currency"_s, figures.total.gross.currency.text()}})
        .toJson(QJsonDocument::Compact);
}

void printTable(Call &call, const Figures &figures, const FigureWords &words)
{
    QList<QStringList> lines(1);
    for (int column = 0; column < figureColumns; ++column)
        lines[0].append(words.header(FigureColumn(column), figures.question.by));
    const auto add = [&](const FigureRow &row, const QString &label) {
        lines.append({label});
        for (int column = 1; column < figureColumns; ++column)
            lines.last().append(words.cell(row, FigureColumn(column)));
    };
    for (const FigureRow &row : figures.rows)
        add(row, words.label(row).simplified());
    add(figures.total, words.total());
    QList<qsizetype> widths(figureColumns, 0);
    for (const QStringList &line : lines)
        for (int column = 0; column < figureColumns; ++column)
            widths[column] = std::max(widths[column], line[column].size());
    call.out << words.spanText(figures.question.span) << '\n';
    for (const QStringList &line : lines) {
        for (int column = 1; column < figureColumns; ++column)
            call.out << line[column].rightJustified(widths[column]) << "  ";
        call.out << line[0] << '\n';
    }
    call.out << words.owedTitle(figures.owed) << ": " << call.wording.money(figures.owed.total()) << '\n';
}

int writeCsv(Call &call, const Figures &figures, const FigureWords &words)
{
    FigureTexts texts{{}, words.total(), [&](const FigureRow &row) { return words.label(row); }};
    for (int column = 0; column < figureColumns; ++column)
        texts.headers.append(words.header(FigureColumn(column), figures.question.by));
    const Done written = writeWhole(call.value(u"csv"_s), csvOf(figures, texts));
    return written.ok() ? ExitDone : call.fail(written.error()->detail);
}

/// Whether this is a hub, whose figures are its house's: then what its machines told is read first.
Result<bool> readAsHub(Connection &db, const Clock &clock)
{
    FOYER_TRY(machines, db.read([&]() -> Result<QList<NodeKey>> { return NodeStore(db).all(); }));
    for (HubOrders orders(db, clock); !machines.isEmpty();) {
        FOYER_TRY(isMore, orders.readOn());
        if (!isMore)
            break;
    }
    return !machines.isEmpty();
}

int run(Call &call)
{
    const auto by = dimensionOf(call.value(u"by"_s));
    if (!by)
        return call.usage(Ctl::tr("“%1” is nothing that sales are told apart by").arg(call.value(u"by"_s)));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const SystemClock clock;
    Connection &db = node.value()->db();
    const HouseSettings settings = CatalogueStore(db).settings();
    FigureSpan span{businessDay(clock.utc(), settings), {}};
    if (call.has(u"from"_s))
        span.from = QDate::fromString(call.value(u"from"_s), Qt::ISODate);
    span.to = call.has(u"to"_s) ? QDate::fromString(call.value(u"to"_s), Qt::ISODate) : span.from;
    for (const auto &[name, day] : {std::pair(u"from"_s, span.from), std::pair(u"to"_s, span.to)})
        if (!day.isValid())
            return call.usage(Ctl::tr("--%1: “%2” isn't a day").arg(name, call.value(name)));
    const auto isHub = readAsHub(db, clock);
    if (!isHub.ok())
        return call.fail(isHub);
    const auto figures = FigureService(db, clock).figures({*by, span, {}, isHub.value()});
    if (!figures.ok())
        return call.fail(figures);
    const FigureWords words(call.wording, settings.timeZone);
    if (call.has(u"csv"_s))
        return writeCsv(call, figures.value(), words);
    if (call.has(u"json"_s))
        call.out << jsonOf(figures.value(), words) << '\n';
    else
        printTable(call, figures.value(), words);
    return ExitDone;
}
} // namespace

const Command figuresCommand{"figures", "[--by WHAT]",
    QT_TRANSLATE_NOOP("foyer::Ctl",
        "Tells what was sold in a span of business days, and what is owed on wallets; a hub, what its house sold."),
    0, 0, options, run};

} // namespace foyer
