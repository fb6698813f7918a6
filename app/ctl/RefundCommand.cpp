#include "HubHere.h"
#include "Pin.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options()
{
    return QList<QCommandLineOption>{
               {u"seat"_s,
                   Ctl::tr("Only this ticket: its code, or its seat as “sell” names it; row and number will do "
                           "(“G 12”). May be said several times."),
                   u"SEAT"_s},
               {u"void"_s, Ctl::tr("The sale was a mistake: all of it, and the journal says so.")}} +
           staffOptions(true);
}

/// Who may be meant: by the ticket's code, or as its seat is called.
QList<SeatIndex> seatsCalled(const QString &said, const Order &order, const Wording &wording)
{
    const auto plain = [](const QString &text) { return text.simplified().toCaseFolded(); };
    QList<SeatIndex> seats;
    for (const Ticket &ticket : order.tickets) {
        const QString place = ticket.name.row + u' ' + ticket.name.number;
        for (const QString &name : {ticket.code, wording.seatText(ticket.name), place})
            if (plain(name) == plain(said) && !seats.contains(ticket.seat))
                seats.append(ticket.seat);
    }
    return seats;
}

SeatName nameOn(const Order &order, SeatIndex seat)
{
    for (const Ticket &ticket : order.tickets)
        if (ticket.seat == seat)
            return ticket.name;
    return {};
}

/// What was sold here; of a terminal, what it has told of by its hub.
Result<MoneyBack> refunded(Node &node, const RefundWish &wish)
{
    PaymentService &payments = node.services().payments;
    auto here = payments.refund(wish);
    if (!node.hub() || !here.isRefused(Refusal::RefundAtHub))
        return here;
    FOYER_TRY(talk, HubTalk::open(node));
    FOYER_CHECK(talk->agree());
    FOYER_TRY(request, payments.refundRequest(wish));
    FOYER_TRY(answer, talk->refund(request));
    (void)payments.noteRefund(request, answer); // the money is on its way
    (void)talk->agree();                        // this machine hears of it as well, now or later
    return moneyBackOf(answer);
}

void tell(Call &call, const Order &order, const RefundWish &wish, const MoneyBack &back)
{
    const QString amount = call.wording.money(back.amount);
    QStringList names;
    for (const SeatIndex seat : wish.seats.isEmpty() ? QList<SeatIndex>() : back.seats)
        names.append(call.wording.seatText(nameOn(order, seat)));
    if (wish.isVoid)
        call.out << Ctl::tr("%1 is void: %2.").arg(order.number, amount) << '\n';
    else if (names.isEmpty())
        call.out << Ctl::tr("%1 is refunded: %2.").arg(order.number, amount) << '\n';
    else
        call.out << Ctl::tr("%1 is refunded (%2): %3.").arg(order.number, names.join(u"; "_s), amount) << '\n';
    if (back.claim)
        call.out << Ctl::tr("Whoever shows this code is paid %1:").arg(call.wording.money(back.claim->amount)) << '\n'
                 << back.claim->code << '\n';
}

int run(Call &call)
{
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    if (call.has(u"seat"_s) && call.has(u"void"_s))
        return call.usage(Ctl::tr("--void is for the whole order; leave --seat out"));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto who = authorise(call, *node.value(), StaffAction::RefundOrder);
    if (!who.ok())
        return call.fail(who);
    const auto order = node.value()->services().payments.orderByNumber(call.words[0]);
    if (!order.ok())
        return call.fail(order);
    RefundWish wish{
        .order = order.value().id, .who = who.value().id, .why = call.value(u"why"_s), .isVoid = call.has(u"void"_s)};
    for (const QString &said : call.options.values(u"seat"_s)) {
        const QList<SeatIndex> seats = seatsCalled(said, order.value(), call.wording);
        if (seats.size() != 1)
            return call.fail((seats.isEmpty() ? Ctl::tr("%1 has no ticket “%2”")
                                              : Ctl::tr("%1 has several tickets “%2”; say the section as well"))
                                 .arg(order.value().number, said));
        wish.seats.append(seats);
    }
    const auto back = refunded(*node.value(), wish);
    if (back.refused() && !back.refused()->seats.isEmpty())
        return call.fail(
            call.wording.message(*back.refused(), [&order](SeatIndex seat) { return nameOn(order.value(), seat); }));
    if (!back.ok())
        return call.fail(back);
    tell(call, order.value(), wish, back.value());
    return ExitDone;
}
} // namespace

const Command refundCommand{"refund", "ORDER",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Takes an order or some of its tickets back; a guest's money goes onto a code."), 1,
    1, options, run};

} // namespace foyer
