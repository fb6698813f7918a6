#include "wording/OrderWords.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype seatsSaid = 3; ///< more are counted by the tickets beside
}

QString OrderWords::tr(const char *source) { return Wording().translate("foyer::OrderWords", source); }

QString OrderWords::who(const QString &name, const QString &lastDigits, bool isMembers)
{
    QStringList parts{name, lastDigits, isMembers ? tr("Member") : QString()};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString OrderWords::what(const OrderEvent &event, const Wording &words, Currency currency)
{
    const QString amount = event.amount ? u' ' + words.money({*event.amount, currency}) : QString();
    switch (event.kind) {
    case OrderEvent::Kind::Sold: return tr("Sold");
    case OrderEvent::Kind::PrintedAgain: return tr("Printed again: copy %1").arg(event.copy);
    case OrderEvent::Kind::Refunded: return tr("Refunded") + amount;
    case OrderEvent::Kind::Voided: return tr("Voided") + amount;
    case OrderEvent::Kind::ContactChanged: return tr("Name or number changed");
    }
    return {};
}

QString OrderWords::event(const OrderEvent &event, const Order &order) const
{
    const Wording words;
    QStringList parts{words.dateTimeText(event.at, m_zone), what(event, words, order.total.currency)};
    QStringList seats;
    for (const Ticket &ticket : order.tickets)
        if (event.seats.contains(ticket.seat) && event.seats.size() < order.tickets.size())
            seats.append(words.seatText(ticket.name));
    parts << seats.mid(0, seatsSaid) << event.machine << (event.isCustomers ? tr("By the customer") : event.who)
          << event.why;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace foyer
