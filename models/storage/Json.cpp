#include "storage/Json.h"

#include "storage/StorageFailure.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 planFormat = 1;

QJsonObject objectOf(const Text &text)
{
    QJsonObject object;
    for (auto it = text.byLanguage.begin(); it != text.byLanguage.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

Text textOf(const QJsonObject &object)
{
    Text text;
    for (auto it = object.begin(); it != object.end(); ++it)
        text.byLanguage.insert(it.key(), it.value().toString());
    return text;
}
} // namespace

QString jsonOf(const Text &text)
{
    return QString::fromUtf8(QJsonDocument(objectOf(text)).toJson(QJsonDocument::Compact));
}

Text textFromJson(const QString &json) { return textOf(QJsonDocument::fromJson(json.toUtf8()).object()); }

QString jsonOf(const QList<SeatIndex> &seats)
{
    QJsonArray array;
    for (const SeatIndex seat : seats)
        array.append(indexOf(seat));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<SeatIndex> seatsFromJson(const QString &json)
{
    QList<SeatIndex> seats;
    for (const QJsonValue seat : QJsonDocument::fromJson(json.toUtf8()).array())
        seats.append(SeatIndex(seat.toInt()));
    return seats;
}

QJsonObject jsonOf(const HouseSettings &s)
{
    return {
        {u"name"_s, objectOf(s.name)},
        {u"timeZone"_s, QString::fromUtf8(s.timeZone)},
        {u"currency"_s, s.currency.text()},
        {u"admissionLimit"_s, s.admissionLimit},
        {u"holdSeconds"_s, qint64(s.holdTime.count())},
        {u"prolongSeconds"_s, qint64(s.prolongBy.count())},
        {u"seatsPerOrder"_s, s.seatsPerOrder},
        {u"noSingleSeats"_s, s.noSingleSeats},
        {u"noShowSeconds"_s, qint64(s.noShowAfter.count())},
        {u"businessDayStartsAt"_s, s.businessDayStartsAt},
        {u"sellAfterStartSeconds"_s, qint64(s.sellAfterStart.count())},
        {u"cancelBeforeSeconds"_s, s.cancelBefore ? QJsonValue(qint64(s.cancelBefore->count())) : QJsonValue()},
        {u"walletMax"_s, s.walletMax.minor},
        {u"topUpMin"_s, s.topUpMin.minor},
        {u"taxBasisPoints"_s, s.taxBasisPoints},
        {u"sellerName"_s, s.sellerName},
        {u"sellerAddress"_s, s.sellerAddress},
        {u"sellerNumber"_s, s.sellerNumber},
    };
}

HouseSettings settingsFromJson(const QJsonObject &json)
{
    const auto currency = Currency::fromCode(json[u"currency"_s].toString());
    FOYER_REQUIRE(currency);
    const auto seconds = [&](QLatin1StringView key) { return std::chrono::seconds(json[key].toInteger()); };
    HouseSettings s;
    s.name = textOf(json[u"name"_s].toObject());
    s.timeZone = json[u"timeZone"_s].toString().toUtf8();
    s.currency = *currency;
    s.admissionLimit = json[u"admissionLimit"_s].toInt();
    s.holdTime = seconds("holdSeconds"_L1);
    s.prolongBy = seconds("prolongSeconds"_L1);
    s.seatsPerOrder = json[u"seatsPerOrder"_s].toInt();
    s.noSingleSeats = json[u"noSingleSeats"_s].toBool();
    s.noShowAfter = seconds("noShowSeconds"_L1);
    s.businessDayStartsAt = json[u"businessDayStartsAt"_s].toInt();
    s.sellAfterStart = seconds("sellAfterStartSeconds"_L1);
    if (json.contains(u"cancelBeforeSeconds"_s)) // an older program kept none
        s.cancelBefore =
            json[u"cancelBeforeSeconds"_s].isNull() ? std::nullopt : std::optional(seconds("cancelBeforeSeconds"_L1));
    s.walletMax = {json[u"walletMax"_s].toInteger(), *currency};
    s.topUpMin = {json[u"topUpMin"_s].toInteger(), *currency};
    s.taxBasisPoints = json[u"taxBasisPoints"_s].toInt();
    s.sellerName = json[u"sellerName"_s].toString();
    s.sellerAddress = json[u"sellerAddress"_s].toString();
    s.sellerNumber = json[u"sellerNumber"_s].toString();
    return s;
}

static QDataStream &operator<<(QDataStream &out, const SeatCategory &c) { return out << c.name << c.color; }
static QDataStream &operator>>(QDataStream &in, SeatCategory &c) { return in >> c.name >> c.color; }
static QDataStream &operator<<(QDataStream &out, const PlanZone &z) { return out << z.name; }
static QDataStream &operator>>(QDataStream &in, PlanZone &z) { return in >> z.name; }
static QDataStream &operator<<(QDataStream &out, const PlanRow &r)
{
    return out << r.zone << r.label << r.firstSeat << r.seatCount;
}
static QDataStream &operator>>(QDataStream &in, PlanRow &r)
{
    return in >> r.zone >> r.label >> r.firstSeat >> r.seatCount;
}
static QDataStream &operator<<(QDataStream &out, const PlanArea &a)
{
    return out << quint8(a.shape) << a.position << a.size << a.rotation << a.color << a.borderColor << a.points
               << a.text << a.textPosition << a.textSize << a.textColor;
}
static QDataStream &operator>>(QDataStream &in, PlanArea &a)
{
    quint8 shape = 0;
    in >> shape >> a.position >> a.size >> a.rotation >> a.color >> a.borderColor >> a.points >> a.text >>
        a.textPosition >> a.textSize >> a.textColor;
    a.shape = PlanArea::Shape(shape);
    return in;
}

// As a list of strings is written.
static QDataStream &operator<<(QDataStream &out, const StringColumn &texts)
{
    out << quint32(texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        out << texts[i];
    return out;
}
static QDataStream &operator>>(QDataStream &in, StringColumn &texts)
{
    quint32 count = 0;
    in >> count;
    QString text;
    for (; count > 0 && in.status() == QDataStream::Ok; --count) {
        in >> text;
        texts.append(text);
    }
    texts.squeeze();
    return in;
}

// Every seat has all its properties, and what they point at is there: nobody asks again after this.
static bool isWhole(const SeatingPlan &plan)
{
    const auto seats = plan.x.size();
    const bool sameSizes = plan.y.size() == seats && plan.category.size() == seats && plan.row.size() == seats &&
                           plan.kind.size() == seats && plan.number.size() == seats && plan.guid.size() == seats;
    const auto within = [](auto index, const auto &list) { return index >= 0 && index < list.size(); };
    return sameSizes && std::all_of(plan.category.begin(), plan.category.end(), [&](quint16 i) {
        return within(i, plan.categories);
    }) && std::all_of(plan.row.begin(), plan.row.end(), [&](qint32 i) {
        return within(i, plan.rows);
    }) && std::all_of(plan.rows.begin(), plan.rows.end(), [&](const PlanRow &r) { return within(r.zone, plan.zones); });
}

QByteArray bytesOf(const SeatingPlan &plan)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << planFormat << plan.id << plan.name << plan.size << plan.categories << plan.zones << plan.rows << plan.areas;
    out.setFloatingPointPrecision(QDataStream::SinglePrecision); // the seats' own; what is drawn keeps its doubles
    out << plan.x << plan.y << plan.category << plan.row << plan.kind << plan.number << plan.guid;
    return bytes;
}

SeatingPlan planFromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 format = 0;
    SeatingPlan plan;
    in >> format;
    if (format != planFormat)
        throw StorageFailure({Error::Kind::Corrupt, u"a seating plan of unknown format"_s});
    in >> plan.id >> plan.name >> plan.size >> plan.categories >> plan.zones >> plan.rows >> plan.areas;
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    in >> plan.x >> plan.y >> plan.category >> plan.row >> plan.kind >> plan.number >> plan.guid;
    if (in.status() != QDataStream::Ok || !in.atEnd() || !isWhole(plan))
        throw StorageFailure({Error::Kind::Corrupt, u"a seating plan that isn't whole"_s});
    return plan;
}

} // namespace foyer
