#include "HubHere.h"
#include "services/Node.h"
#include "services/ScriptedSale.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int salesBetweenCheckpoints = 500;

QList<QCommandLineOption> options()
{
    return {{u"performance"_s, Ctl::tr("Its id in the season; the first with room when not named."), u"ID"_s},
        {u"seats"_s, Ctl::tr("Seats in each sale."), u"N"_s, u"1"_s},
        {u"count"_s, Ctl::tr("How many sales."), u"K"_s, u"1"_s},
        {u"offline"_s, Ctl::tr("Sell from what is here; a house on its own always does.")}, jsonOption()};
}

std::optional<int> numberIn(const Call &call, const QString &option, int most)
{
    bool ok = false;
    const int number = call.value(option).toInt(&ok);
    return ok && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

// The program that owns the folder tidies up first; beside a kiosk that is the kiosk's to do.
Done makeReady(Node &node, ScriptedCash &cash)
{
    FOYER_TRY(owned, node.own());
    if (!owned)
        return done;
    FOYER_CHECK(cash.settleLeft());
    return node.services().recover();
}

Result<PerformanceKey> performanceFor(Node &node, const QString &id, int seats)
{
    FOYER_TRY(offers, node.services().reservations.dates());
    for (const PerformanceOffer &offer : offers)
        if (id.isEmpty() ? offer.isBookable() && offer.seatsLeft >= seats : offer.performance.id == id)
            return offer.performance.key;
    if (!id.isEmpty())
        return Refusal::PerformanceUnknown;
    const bool isHereOnly =
        std::any_of(offers.begin(), offers.end(), [](const auto &offer) { return offer.isHereOnly; });
    return isHereOnly ? Refusal::SeatsNotHere : Refusal::SoldOut;
}

QStringList seatNames(const Order &order, const Wording &wording)
{
    QStringList names;
    for (const Ticket &ticket : order.tickets)
        names.append(wording.seatText(ticket.name));
    return names;
}

void tell(Call &call, const Result<Order> &sale)
{
    const QString outcome = sale.ok()        ? u"sold"_s
                            : sale.refused() ? nameOf(sale.refused()->why)
                                             : nameOf(sale.error()->kind);
    const QString number = sale.ok() ? sale.value().number : QString();
    const QStringList seats = sale.ok() ? seatNames(sale.value(), call.wording) : QStringList();
    if (call.has(u"json"_s)) {
        QJsonObject line{{u"outcome"_s, outcome}};
        if (sale.ok()) {
            line.insert(u"order"_s, number);
            line.insert(u"performance"_s, sale.value().performance.id);
            line.insert(u"total"_s, sale.value().total.minor);
            line.insert(u"seats"_s, QJsonArray::fromStringList(seats));
        }
        call.out << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n';
    } else {
        call.out << outcome << (sale.ok() ? u" %1  %2"_s.arg(number, seats.join(u"; "_s)) : QString()) << '\n';
    }
    call.out.flush(); // a killed run has told of every sale but perhaps the last
}

int sellAll(Call &call, Node &node, int seats, int count)
{
    ScriptedCash cash(node.folder(), node.services().payments);
    if (const Done ready = makeReady(node, cash); !ready.ok())
        return call.fail(ready);
    std::unique_ptr<HubTalk> talk;
    if (node.hub() && node.owns() && !call.has(u"offline"_s)) {
        auto opened = HubTalk::open(node);
        if (!opened.ok())
            return call.fail(opened);
        talk = std::move(opened).value();
        if (const Done agreed = talk->agree(); !agreed.ok()) // sells on from what lies here
            call.err << Ctl::tr("The hub can't be reached; selling what lies here.") << Qt::endl;
    }
    ScriptedSale script(node.services(), node.ids(), cash,
        talk ? [&talk](const RightsRequest &request) { return talk->ask(request); } : ScriptedSale::Ask());
    const auto choose = [seats](const SeatsOfDate &date) { return firstFreeSeats(date, seats); };
    bool all = true;
    for (int i = 1; i <= count; ++i) {
        const auto performance = performanceFor(node, call.value(u"performance"_s), seats);
        const auto sale =
            performance.ok() ? script.sell(performance.value(), choose) : Result<Order>(Failure(performance));
        tell(call, sale);
        all = all && sale.ok();
        if (sale.error())
            return call.fail(sale); // a broken disk isn't asked again
        if (i % salesBetweenCheckpoints == 0)
            node.db().checkpoint();
    }
    if (node.owns())
        cash.forget();
    if (talk && talk->state().reach == Reach::Online && !talk->agree().ok())
        call.err << Ctl::tr("The hub is lost; it will be told next time.") << Qt::endl;
    node.db().checkpoint();
    return all ? ExitDone : ExitFailed;
}

int run(Call &call)
{
    const auto seats = numberIn(call, u"seats"_s, 100), count = numberIn(call, u"count"_s, 10'000'000);
    if (!seats || !count)
        return call.usage(Ctl::tr("--seats and --count are whole numbers from 1"));
    auto node = Node::open(call.folder);
    return node.ok() ? sellAll(call, *node.value(), *seats, *count) : call.fail(node);
}
} // namespace

const Command sellCommand{"sell", "--seats N --count K",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Sells to simulated guests who pay cash, one line a sale."), 0, 0, options, run};

} // namespace foyer
