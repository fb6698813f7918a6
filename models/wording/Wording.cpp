#include "wording/Wording.h"

#include <QCoreApplication>
#include <QTranslator>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
std::shared_ptr<const QTranslator> translatorOf(const QString &language)
{
    auto translator = std::make_shared<QTranslator>();
    if (!translator->load(u":/i18n/foyer_%1.qm"_s.arg(language)))
        FOYER_REQUIRE(translator->load(u":/i18n/foyer_en.qm"_s));
    return translator;
}
} // namespace

Wording::Wording()
{
    //: The locale that numbers, months and weekdays follow in this language.
    m_locale = QLocale(tr("en_GB"));
}

Wording::Wording(const QString &language) : m_translator(translatorOf(language)), m_locale(QLocale(tr("en_GB"))) {}

QString Wording::translate(const char *context, const char *source, const char *note, int count) const
{
    if (!m_translator)
        return QCoreApplication::translate(context, source, note, count);
    QString text = m_translator->translate(context, source, note, count);
    if (text.isEmpty())
        text = QString::fromUtf8(source);
    return count < 0 ? text : text.replace("%n"_L1, QString::number(count));
}

QString Wording::tr(const char *source, const char *note, int count) const
{
    return translate("foyer::Wording", source, note, count);
}

QString Wording::message(const Error &error) const
{
    switch (error.kind) {
    case Error::Kind::Io: return tr("We could not save this. Nothing was charged. Please try again, or ask our staff.");
    case Error::Kind::ReadOnly:
        return tr("We could not go on, because this program may not use its folder. Nothing was charged. Please use "
                  "another screen and tell our staff.");
    case Error::Kind::Full:
        return tr("We could not save this, because there is no room left to write. Nothing was charged. Please use "
                  "another screen and tell our staff.");
    case Error::Kind::Corrupt:
        return tr("We could not read our records. Nothing was charged. Please use another screen and tell our staff.");
    case Error::Kind::NewerDatabase:
        return tr("We could not start, because the data belongs to a newer version of the program. Nothing was "
                  "charged. Please install that version.");
    case Error::Kind::NoDatabase:
        return tr("We could not start, because nothing has been set up here yet. Nothing was charged. Please set up "
                  "the house first.");
    case Error::Kind::Locked:
        return tr("We could not start, because another program is using this data. Nothing was charged. Please close "
                  "that program first.");
    case Error::Kind::Busy:
        return tr("We could not finish in time. Nothing was charged. Please try again in a moment.");
    case Error::Kind::Unreachable:
        return tr("We could not reach the other side. Nothing was charged. Please try again in a moment.");
    case Error::Kind::Invariant:
        return tr("We could not go on safely. Nothing was charged. Please use another screen or go to the desk.");
    case Error::Kind::Internal:
        return tr("We could not do this. Nothing was charged. Please try again, or ask our staff.");
    }
    return {};
}

namespace {
/// Labels of a plan may carry their word already: 'G열' isn't 'G열열', nor 'Row G' 'row Row G'.
QString named(const QString &label, const QString &pattern)
{
    const QString word = QString(pattern).remove("%1"_L1).trimmed();
    return label.isEmpty() || label.contains(word, Qt::CaseInsensitive) ? label : pattern.arg(label);
}
} // namespace

QString Wording::seatText(const SeatName &seat) const
{
    QStringList parts{seat.zone, named(seat.row, tr("row %1")), named(seat.number, tr("seat %1"))};
    parts.removeAll(QString());
    //: Between the parts of a seat's name: section, row, seat.
    return parts.join(tr(", ", "seat"));
}

QString Wording::rowTitle(const QString &label) const { return named(label, tr("Row %1")); }
QString Wording::seatTitle(const QString &number) const { return named(number, tr("Seat %1")); }

QString Wording::seatsText(const QList<SeatIndex> &seats, const SeatNamer &namer) const
{
    struct Run {
        SeatName row;
        QStringList numbers;
    };
    QList<Run> runs; // seats of one row are named once: "row G, seats 12, 13"
    for (const SeatIndex seat : seats) {
        const SeatName name = namer(seat);
        const SeatName row{name.zone, name.row, {}};
        if (runs.isEmpty() || runs.constLast().row != row || name.number.isEmpty())
            runs.append({row, {}});
        runs.last().numbers.append(name.number);
    }
    QStringList names;
    for (const Run &run : std::as_const(runs)) {
        if (run.numbers.size() == 1) {
            names.append(seatText({run.row.zone, run.row.row, run.numbers.constFirst()}));
            continue;
        }
        const QString numbers = run.numbers.join(u", "_s);
        const bool saysSeat = named(run.numbers.constFirst(), tr("seat %1")) == run.numbers.constFirst();
        QStringList parts{
            run.row.zone, named(run.row.row, tr("row %1")), saysSeat ? numbers : tr("seats %1").arg(numbers)};
        parts.removeAll(QString());
        names.append(parts.join(tr(", ", "seat")));
    }
    //: Between the names of several seats.
    return names.join(tr("; ", "seats"));
}

} // namespace foyer
