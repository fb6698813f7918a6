#include "domain/SeatCommand.h"

#include <QRegularExpression>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
bool isSame(QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

/// A beginning of two letters or more is enough: "ai", "통로".
bool means(QStringView word, std::initializer_list<QStringView> names)
{
    return word.size() >= 2 && std::any_of(names.begin(), names.end(),
                                   [word](QStringView name) { return name.startsWith(word, Qt::CaseInsensitive); });
}

std::optional<TicketTypeKey> typeOf(QStringView word, const QList<TicketType> &types)
{
    for (const TicketType &type : types)
        for (const QString &name : type.name.byLanguage)
            if (means(word, {name}))
                return type.key;
    return std::nullopt;
}

/// Seats of one row, from one number to another as they are counted there.
struct Run {
    QString row;
    int from = 0, to = 0;
};

std::optional<Run> runIn(const QString &word)
{
    static const QRegularExpression form(u"\\A(.*?)([0-9]{1,4})(?:-([0-9]{1,4}))?\\z"_s);
    const auto parts = form.match(word);
    if (!parts.hasMatch() || parts.captured(1).isEmpty())
        return std::nullopt;
    const int from = parts.captured(2).toInt();
    return Run{parts.captured(1), from, parts.captured(3).isEmpty() ? from : parts.captured(3).toInt()};
}

/// Of one section only: which of several is meant can't be guessed.
QList<SeatIndex> seatsOf(const Run &run, const QString &section, const SeatingPlan &plan)
{
    QList<SeatIndex> found;
    std::optional<qint32> zone;
    for (const PlanRow &row : plan.rows) {
        const bool isMeant = isSame(row.label, run.row) &&
                             (section.isEmpty() || plan.zones[row.zone].name.startsWith(section, Qt::CaseInsensitive));
        for (qint32 i = row.firstSeat; isMeant && i < row.firstSeat + row.seatCount; ++i) {
            bool isNumber = false;
            const int number = plan.number[i].toInt(&isNumber);
            if (!isNumber || number < run.from || number > run.to)
                continue;
            if (zone.value_or(row.zone) != row.zone)
                return {};
            zone = row.zone;
            found.append(SeatIndex{i});
        }
    }
    return found.size() == run.to - run.from + 1 ? found : QList<SeatIndex>();
}

/// What follows a number: false where it means nothing.
bool understand(const QString &word, const SeatsOfDate &date, SeatCommand &command)
{
    const QList<SeatCategory> &categories = date.plan->categories;
    for (qsizetype i = 0; i < categories.size(); ++i) {
        if (!isSame(word, categories[i].name))
            continue;
        command.category = categories[i].name;
        command.wish.affordable.assign(size_t(categories.size()), false);
        command.wish.affordable[size_t(i)] = true;
        return true;
    }
    if (means(word, {u"aisle", u"통로"}))
        return command.wish.aisle = true;
    if (means(word, {u"wheelchair", u"휠체어"})) {
        command.wish.wheelchairs = 1;
        return true;
    }
    if (const auto type = typeOf(word, date.types)) {
        command.type = type;
        return true;
    }
    return false;
}
} // namespace

std::optional<SeatCommand> readSeatCommand(const QString &typed, const SeatsOfDate &date)
{
    const QStringList words = typed.split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    SeatCommand command;
    bool isCount = false;
    command.wish.seats = words[0].toInt(&isCount);
    if (isCount) {
        if (command.wish.seats < 1 || command.wish.seats > limits::seatsInHoldMax)
            command.unknown = words[0];
        for (qsizetype i = 1; i < words.size() && command.isUnderstood(); ++i)
            if (!understand(words[i], date, command))
                command.unknown = words[i];
        return command;
    }
    QString section;
    for (const QString &word : words) {
        const auto run = runIn(word);
        const QList<SeatIndex> seats = run ? seatsOf(*run, section, *date.plan) : QList<SeatIndex>();
        const bool isSection = std::any_of(date.plan->zones.begin(), date.plan->zones.end(),
            [&word](const PlanZone &zone) { return zone.name.startsWith(word, Qt::CaseInsensitive); });
        if (!seats.isEmpty())
            command.named += seats;
        else if (isSection)
            section = word;
        else if (const auto type = typeOf(word, date.types); type && !command.named.isEmpty())
            command.type = type;
        else {
            command.unknown = word;
            return command;
        }
    }
    if (command.named.isEmpty())
        command.unknown = words.constLast();
    return command;
}

} // namespace foyer
