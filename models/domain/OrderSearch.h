#pragma once

#include "domain/Id.h"
#include "domain/Result.h"
#include "domain/SeatingPlan.h"

#include <QList>
#include <optional>

namespace foyer {

/// One thing that somebody may have meant by what they typed or scanned to find an order.
struct OrderReading {
    enum class Kind : quint8 {
        Newest,      ///< nothing was typed: all there are
        Ticket,      ///< ticket; code, as its QR holds it
        NumberStart, ///< text: "2026-A0001", as far as it was typed
        NumberEnd,   ///< text: "000123", "A000123"
        Seat,        ///< seat
        Phone,       ///< text: its last four digits
        Name,        ///< text, initials
    };
    Kind kind = Kind::Newest;
    QString text;
    QString initials = {}; ///< of a Korean name; empty: its syllables were typed
    TicketId ticket = {};
    SeatName seat = {}; ///< keys, as seatKey() makes them; an empty zone is any

    friend bool operator==(const OrderReading &, const OrderReading &) = default;
};

/// The likeliest first: what names one order before what many orders share. Never empty.
QList<OrderReading> readingsOf(const QString &typed);

bool isTicket(const QString &scanned); ///< looks like one, be it valid or not

/// As names are compared: compatible forms are one, case and spaces don't count, nor does what can't be seen.
QString nameKey(const QString &name);
/// The same of a part of a seat's name, without the word for what it is: "Row G" and "G열" are "g".
QString seatKey(const QString &part);
/// All that are called so, of a plan's: a hall may have several of a name.
QList<SeatIndex> seatsNamed(const SeatingPlan &plan, const SeatName &wanted);
/// The first consonants of a key's Korean syllables; what isn't Korean stays.
QString initialsOf(const QString &key);
/// Keys that begin with `prefix` are from it to here, this one excluded, in the order of their code points. A syllable
/// without a final consonant is one that may still get one: 기 begins 김.
QString endOfPrefix(const QString &prefix);

/// How the buyer of an order wants to be found. In no journal: it can be forgotten.
struct Contact {
    QString name;
    QString lastDigits; ///< four, of a phone number

    bool isEmpty() const { return name.isEmpty() && lastDigits.isEmpty(); }
    friend bool operator==(const Contact &, const Contact &) = default;
};
constexpr int contactNameMax = 100; ///< characters
/// As it is kept: BadInput where the name is too long, PhoneInvalid where the digits are fewer than four; of a longer
/// number only the last four.
Result<Contact> contactFrom(const Contact &typed);

} // namespace foyer
