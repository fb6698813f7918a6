#include "Pin.h"
#include "services/Node.h"
#include "services/ShiftService.h"
#include "storage/ShiftJson.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options()
{
    const QString amount = u"AMOUNT"_s;
    return staffOptions(true) +
           QList<QCommandLineOption>{
               {u"float"_s, Ctl::tr("open: the cash in the drawer, in the currency's smallest unit."), amount},
               {u"in"_s, Ctl::tr("move: so much into the drawer."), amount},
               {u"out"_s, Ctl::tr("move: so much out of it."), amount},
               {u"counted"_s, Ctl::tr("close: a sum, or piles: 50000x3,1000x12."), u"CASH"_s},
               {u"number"_s, Ctl::tr("report: of a closed shift, again."), u"N"_s}, jsonOption()};
}

std::optional<qint64> wholeNumber(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= 0 && number <= limits::moneyMax ? std::optional(number) : std::nullopt;
}

/// "152000", or piles of it: "50000x3,1000x2".
std::optional<CashCount> cashIn(const QString &text, Currency currency)
{
    if (const auto sum = wholeNumber(text))
        return CashCount::ofSum({*sum, currency});
    QList<CashCount::Pile> piles;
    for (const QString &pile : text.split(u',')) {
        const auto each = wholeNumber(pile.section(u'x', 0, 0)), count = wholeNumber(pile.section(u'x', 1));
        if (!each || !count || *count > INT_MAX)
            return std::nullopt;
        piles.append({{*each, currency}, int(*count)});
    }
    return CashCount::of(piles, currency);
}

struct Asked {
    Call &call;
    Node &node;
    ShiftService &drawer;
    Currency currency;
};

void tell(const Call &call, const ShiftReport &report)
{
    const auto &end = report.shift.end;
    if (call.has(u"json"_s)) {
        QJsonObject json{{u"number"_s, report.shift.number}, {u"opening"_s, report.shift.opening.minor},
            {u"report"_s, jsonOf(report)}};
        if (report.tenders)
            json.insert(u"expected"_s, report.tenders->expected.minor);
        if (end) {
            json.insert(u"counted"_s, end->counted.minor);
            json.insert(u"difference"_s, end->difference().minor);
        }
        call.out << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n';
        return;
    }
    const auto line = [&call](const QString &what, const QString &much) {
        call.out << u"  %1 %2\n"_s.arg(what, -28).arg(much, 16);
    };
    const auto money = [&call](const Money &amount) { return call.wording.money(amount); };
    call.out << (end ? Ctl::tr("Z report %1") : Ctl::tr("X report %1")).arg(report.shift.number) << '\n';
    line(Ctl::tr("orders"), QString::number(report.sales));
    line(Ctl::tr("seats"), QString::number(report.seats));
    line(Ctl::tr("sold"), money(report.sold));
    line(Ctl::tr("refunded"), money(report.refunds.amount));
    line(Ctl::tr("void"), money(report.voids.amount));
    line(Ctl::tr("moved in the drawer"), money(report.moved()));
    if (const auto &tenders = report.tenders) {
        line(Ctl::tr("cash"), money(tenders->cash.taken - tenders->cash.given));
        line(Ctl::tr("card"), money(tenders->card.taken - tenders->card.given));
        line(Ctl::tr("expected in the drawer"), money(tenders->expected));
    } else {
        call.out << "  " << Ctl::tr("Cash and card are told once the drawer is counted.") << '\n';
    }
    if (end) {
        line(Ctl::tr("counted"), money(end->counted));
        line(Ctl::tr("difference"), money(end->difference()));
    }
    if (report.notSynced)
        line(Ctl::tr("orders the hub doesn't know"), QString::number(report.notSynced->sales));
}

int open(const Asked &asked, StaffId who)
{
    const auto amount = wholeNumber(asked.call.value(u"float"_s));
    if (!amount)
        return asked.call.usage(Ctl::tr("--float is a whole number"));
    const auto shift = asked.drawer.open(who, {*amount, asked.currency});
    if (!shift.ok())
        return asked.call.fail(shift);
    asked.call.out << Ctl::tr("Shift %1 is open with %2.")
                          .arg(shift.value().number)
                          .arg(asked.call.wording.money(shift.value().opening))
                   << '\n';
    return ExitDone;
}

int move(const Asked &asked, StaffId who)
{
    const bool isIn = asked.call.has(u"in"_s);
    const auto amount = wholeNumber(asked.call.value(isIn ? u"in"_s : u"out"_s));
    if (!amount || isIn == asked.call.has(u"out"_s))
        return asked.call.usage(Ctl::tr("either --in or --out, and a whole number"));
    const auto moved = asked.drawer.move(who, {isIn ? *amount : -*amount, asked.currency}, asked.call.value(u"why"_s));
    if (!moved.ok())
        return asked.call.fail(moved);
    asked.call.out << Ctl::tr("%1 moved.").arg(asked.call.wording.money(moved.value().amount)) << '\n';
    return ExitDone;
}

Result<ShiftReport> reportFor(const Asked &asked, StaffId who)
{
    if (asked.call.has(u"number"_s)) {
        const auto number = wholeNumber(asked.call.value(u"number"_s));
        FOYER_TRY(closed, asked.drawer.closed(number.value_or(0) + 1, 1));
        return closed.isEmpty() || closed.constFirst().number != number ? Result<ShiftReport>(Refusal::ShiftNotOpen)
                                                                        : asked.drawer.report(closed.constFirst().id);
    }
    FOYER_TRY(report, asked.drawer.report());
    return asked.node.services().staff.may(who, StaffAction::SeeFigures).ok() ? report : report.blind();
}

int report(const Asked &asked, StaffId who)
{
    const auto report = reportFor(asked, who);
    if (!report.ok())
        return asked.call.fail(report);
    tell(asked.call, report.value());
    return ExitDone;
}

int close(const Asked &asked, StaffId who)
{
    const auto counted = cashIn(asked.call.value(u"counted"_s), asked.currency);
    if (!counted)
        return asked.call.usage(Ctl::tr("--counted is a whole number, or piles: 50000x3,1000x12"));
    const auto report = asked.drawer.close(who, *counted);
    if (report.isRefused(Refusal::TenderInDoubt))
        return asked.call.fail(Ctl::tr("tender %1 of %2 has no answer yet; see foyerctl tenders")
                                   .arg(report.refused()->place, asked.call.wording.money(report.refused()->amount)));
    if (!report.ok())
        return asked.call.fail(report);
    tell(asked.call, report.value());
    return ExitDone;
}

struct Act {
    const char *name;
    StaffAction action;
    bool needsReason;
    int (*run)(const Asked &asked, StaffId who);
};
constexpr std::array acts{Act{"open", StaffAction::OpenDesk, false, open},
    Act{"move", StaffAction::MoveCash, true, move}, Act{"report", StaffAction::OpenDesk, false, report},
    Act{"close", StaffAction::CloseShift, false, close}};

int run(Call &call)
{
    const auto act = std::find_if(
        acts.begin(), acts.end(), [&](const Act &each) { return call.words[0] == QLatin1StringView(each.name); });
    if (act == acts.end())
        return call.usage(Ctl::tr("expected: shift open, move, report or close"));
    if (const QString missing = missingOf(call, act->needsReason); !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto who = authorise(call, *node.value(), act->action);
    if (!who.ok())
        return call.fail(who);
    const auto settings = node.value()->services().catalogue.settings();
    if (!settings.ok())
        return call.fail(settings);
    const SystemClock clock;
    ShiftService drawer(node.value()->db(), clock, node.value()->ids());
    return act->run({call, *node.value(), drawer, settings.value().currency}, who.value().id);
}
} // namespace

const Command shiftCommand{"shift", "open|move|report|close",
    QT_TRANSLATE_NOOP("foyer::Ctl", "A counter's drawer, from its float to its count."), 1, 1, options, run};

} // namespace foyer
