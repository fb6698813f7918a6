#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

QString Wording::message(InputFault fault, const QString &place, const QString &value) const
{
    QString text = faultText(fault);
    if (!value.isEmpty())
        //: %1 is a sentence, %2 the offending text from the file.
        text = tr("%1 Found: “%2”.").arg(text, value);
    //: %1 is a place in a file, %2 what is wrong there.
    return place.isEmpty() ? text : tr("At %1: %2").arg(place, text);
}

QString Wording::faultText(InputFault fault) const
{
    switch (fault) {
    case InputFault::None: return tr("The file can't be used. Please check it.");
    case InputFault::NotJson: return tr("This isn't valid JSON. Please check the file at this place.");
    case InputFault::TooLarge: return tr("This is larger than we accept. Please split it or make it smaller.");
    case InputFault::TooDeep: return tr("This is nested deeper than we accept. Please make it flatter.");
    case InputFault::WrongType: return tr("This value has the wrong type. Please see the schema.");
    case InputFault::Missing: return tr("A required value is missing. Please add it.");
    case InputFault::SchemaMismatch: return tr("This doesn't fit the schema. Please see the schema.");
    case InputFault::DuplicateSeat: return tr("This seat appears twice. Please give each seat its own id.");
    case InputFault::DuplicateId: return tr("This id is used twice. Please make it unique.");
    case InputFault::UnknownCategory: return tr("This category doesn't exist in the plan. Please define it first.");
    case InputFault::NoSeats: return tr("The plan has no seats. Please add at least one.");
    case InputFault::TooManySeats: return tr("The plan has more seats than we accept. Please split it.");
    case InputFault::BadCoordinate: return tr("This coordinate can't be drawn. Please use a number in range.");
    case InputFault::BadColor: return tr("This isn't a colour. Please write it as #rrggbb.");
    case InputFault::NegativePrice: return tr("A price can't be below zero. Please correct it.");
    case InputFault::OtherCurrency: return tr("This isn't the currency of the house. Please use one currency only.");
    case InputFault::AmountTooLarge: return tr("This amount is larger than we accept. Please correct it.");
    case InputFault::UnknownHouse: return tr("This house doesn't exist in the file. Please define it first.");
    case InputFault::UnknownPlan: return tr("This seating plan isn't known here. Please import it first.");
    case InputFault::UnknownShow: return tr("This show doesn't exist in the file. Please define it first.");
    case InputFault::UnknownTicketType:
        return tr("This ticket type doesn't exist in the file. Please define it first.");
    case InputFault::BadDate: return tr("This isn't a date and time. Please write it like 2026-11-25T14:00:00+09:00.");
    case InputFault::BadTimeZone: return tr("This time zone isn't known. Please write it like Asia/Seoul.");
    case InputFault::NameTooLong: return tr("This name is longer than we accept. Please shorten it.");
    case InputFault::WindowReversed: return tr("The end is before the beginning. Please correct both.");
    }
    return {};
}

} // namespace foyer
