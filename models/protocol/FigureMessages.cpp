#include "protocol/FigureMessages.h"

#include "protocol/MessageFields.h"

#include <QTimeZone>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
constexpr int stepsMost = 100'000;

/// In the order of FigureKey's alternatives.
constexpr std::array keyKinds{
    "rest"_L1, "performance"_L1, "category"_L1, "type"_L1, "paid"_L1, "hour"_L1, "node"_L1, "staff"_L1};
static_assert(keyKinds.size() == std::variant_size_v<FigureKey>);

QDate day(const JsonCursor &at)
{
    const QDate read = QDate::fromString(at.text(), Qt::ISODate);
    if (!read.isValid())
        at.refuse(InputFault::BadDate);
    return read;
}

qint64 signedWhole(const JsonCursor &at) { return whole(at, -wholeMax, wholeMax); }

QJsonObject wordsOf(const Text &text)
{
    QJsonObject json;
    for (auto each = text.byLanguage.cbegin(); each != text.byLanguage.cend(); ++each)
        json.insert(each.key(), each.value());
    return json;
}

Text words(const JsonCursor &at)
{
    Text text;
    for (const QString &language : at.keys()) {
        const JsonCursor word = at.member(language);
        text.byLanguage.insert(language, word.longText());
    }
    return text;
}

QJsonValue valueOf(const FigureKey &key)
{
    return std::visit(
        [](const auto &value) -> QJsonValue {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_enum_v<Value>)
                return nameOf(value);
            else if constexpr (std::is_same_v<Value, QString> || std::is_same_v<Value, int>)
                return value;
            else if constexpr (std::is_same_v<Value, PerformanceKey> || std::is_same_v<Value, TicketTypeKey>)
                return value.value;
            else
                return value.text();
        },
        key);
}

FigureKey keyAt(const JsonCursor &kind, const JsonCursor &value)
{
    const auto known = std::find(keyKinds.begin(), keyKinds.end(), kind.text());
    switch (known - keyKinds.begin()) {
    case 0: return named<FigureRest>(value);
    case 1: return PerformanceKey{signedWhole(value)};
    case 2: return value.text();
    case 3: return TicketTypeKey{whole(value)};
    case 4: return named<PaidWith>(value);
    case 5: return int(whole(value, 0, 23));
    case 6: return id<NodeId>(value);
    case 7: return id<StaffId>(value);
    default: kind.refuse(InputFault::WrongType); return FigureRest::NotToldApart;
    }
}

QJsonObject jsonOf(const FigureRow &row)
{
    QJsonObject json{{u"kind"_s, keyKinds.at(row.key.index())}, {u"key"_s, valueOf(row.key)},
        {u"name"_s, wordsOf(row.name)}, {u"orders"_s, row.orders}, {u"seats"_s, row.seats}, {u"free"_s, row.given},
        {u"gross"_s, row.gross.minor}, {u"refunded"_s, row.refunded.minor}, {u"tax"_s, row.tax.minor}};
    if (row.at.isValid())
        json.insert(u"at"_s, row.at.toMSecsSinceEpoch());
    return json;
}

FigureRow rowAt(const JsonCursor &at, Currency of)
{
    const JsonCursor kind = at.member(u"kind"), key = at.member(u"key"), name = at.member(u"name");
    const JsonCursor when = at.member(u"at"), orders = at.member(u"orders"), seats = at.member(u"seats");
    const JsonCursor free = at.member(u"free"), gross = at.member(u"gross"), refunded = at.member(u"refunded");
    const JsonCursor tax = at.member(u"tax");
    FigureRow row{keyAt(kind, key), words(name), {}, small(orders), small(seats), small(free), {whole(gross), of},
        {whole(refunded), of}, {signedWhole(tax), of}};
    if (when.isGiven())
        row.at = moment(when);
    return row;
}

QJsonObject jsonOf(const WalletLiability &owed)
{
    QJsonObject json{
        {u"members"_s, owed.members.minor}, {u"guests"_s, owed.guests.minor}, {u"onItsWay"_s, owed.onItsWay.minor}};
    if (owed.claims)
        json.insert(u"claims"_s, owed.claims->minor);
    if (owed.at.isValid())
        json.insert(u"at"_s, owed.at.toMSecsSinceEpoch());
    return json;
}

WalletLiability owedAt(const JsonCursor &at, Currency of)
{
    const JsonCursor members = at.member(u"members"), guests = at.member(u"guests"), claims = at.member(u"claims");
    const JsonCursor onItsWay = at.member(u"onItsWay"), when = at.member(u"at");
    WalletLiability owed{{}, {signedWhole(members), of}, {signedWhole(guests), of}, {}, {signedWhole(onItsWay), of}};
    if (claims.isGiven())
        owed.claims = Money{signedWhole(claims), of};
    if (when.isGiven())
        owed.at = moment(when);
    return owed;
}

/// Of the house, whatever is asked.
QJsonObject jsonOf(const FigureQuestion &question)
{
    QJsonObject json{{u"by"_s, nameOf(question.by)}};
    if (question.performance) {
        json.insert(u"performance"_s, question.performance->value);
    } else {
        json.insert(u"from"_s, question.span.from.toString(Qt::ISODate));
        json.insert(u"to"_s, question.span.to.toString(Qt::ISODate));
    }
    return json;
}

FigureQuestion questionAt(const JsonCursor &at)
{
    const JsonCursor by = at.member(u"by"), performance = at.member(u"performance");
    const JsonCursor from = at.member(u"from"), to = at.member(u"to");
    FigureQuestion question{.by = named<FigureDimension>(by), .isOfHouse = true};
    if (performance.isGiven())
        question.performance = PerformanceKey{whole(performance)};
    else
        question.span = {day(from), day(to)};
    return question;
}

QJsonObject jsonOf(const Figures &figures)
{
    QJsonArray rows, silent;
    for (const FigureRow &row : figures.rows)
        rows.append(jsonOf(row));
    for (const QString &machine : figures.silent)
        silent.append(machine);
    return {{u"question"_s, jsonOf(figures.question)}, {u"rows"_s, rows}, {u"total"_s, jsonOf(figures.total)},
        {u"owed"_s, jsonOf(figures.owed)}, {u"house"_s, wordsOf(figures.house)},
        {u"timeZone"_s, QString::fromLatin1(figures.timeZone)}, {u"silent"_s, silent},
        {u"currency"_s, figures.total.gross.currency.text()}};
}

Figures figuresAt(const JsonCursor &at)
{
    const JsonCursor question = at.member(u"question"), rows = at.member(u"rows"), total = at.member(u"total");
    const JsonCursor owed = at.member(u"owed"), house = at.member(u"house"), zone = at.member(u"timeZone");
    const JsonCursor silent = at.member(u"silent"), code = at.member(u"currency");
    const Currency of = currency(code);
    Figures figures{
        questionAt(question), {}, rowAt(total, of), owedAt(owed, of), words(house), zone.text().toLatin1(), {}};
    if (!QTimeZone(figures.timeZone).isValid())
        zone.refuse(InputFault::WrongType);
    rows.forEach([&](const JsonCursor &row) { figures.rows.append(rowAt(row, of)); });
    silent.forEach([&](const JsonCursor &machine) { figures.silent.append(machine.text()); });
    return figures;
}
} // namespace

QJsonObject jsonOf(const FigureWish &wish)
{
    return {{u"reading"_s, wish.reading.text()}, {u"question"_s, jsonOf(wish.question)}};
}

template <>
Result<FigureWish> fromJson(const QJsonObject &json)
{
    return reading<FigureWish>(json, [](const JsonCursor &at) {
        const JsonCursor run = at.member(u"reading"), question = at.member(u"question");
        return FigureWish{id<RequestId>(run), questionAt(question)};
    });
}

QJsonObject jsonOf(const FigureProgress &progress)
{
    QJsonObject json{{u"steps"_s, progress.steps}, {u"stepsDone"_s, progress.stepsDone}};
    if (progress.figures)
        json.insert(u"figures"_s, jsonOf(*progress.figures));
    return json;
}

template <>
Result<FigureProgress> fromJson(const QJsonObject &json)
{
    return reading<FigureProgress>(json, [](const JsonCursor &at) {
        const JsonCursor steps = at.member(u"steps"), stepsDone = at.member(u"stepsDone");
        const JsonCursor figures = at.member(u"figures");
        FigureProgress progress{int(whole(steps, 0, stepsMost)), int(whole(stepsDone, 0, stepsMost)), {}};
        if (figures.isGiven())
            progress.figures = figuresAt(figures);
        return progress;
    });
}

} // namespace foyer
