#include "services/PlanReader.h"

#include "domain/JsonInput.h"
#include "domain/Limits.h"
#include "services/CssColor.h"
#include "services/PlanAreaReader.h"

#include <QHash>
#include <QSet>
#include <limits>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// What makes a seat another kind than ordinary: its own flag, or a word in its category's name.
struct KindSign {
    SeatKind kind;
    QStringView flag;
    std::array<QStringView, 3> words;
};
// Companions first: the place beside a wheelchair is often called 'wheelchair companion'.
constexpr std::array kindSigns{
    KindSign{SeatKind::Companion, u"companion", {u"companion", u"동반", u"보호자"}},
    KindSign{SeatKind::Wheelchair, u"wheelchair", {u"wheelchair", u"휠체어", u"accessible"}},
    KindSign{SeatKind::RestrictedView, u"restricted_view", {u"restricted view", u"시야제한", u"시야 제한"}},
};

SeatKind kindOfCategory(const QString &name)
{
    for (const KindSign &sign : kindSigns)
        for (const QStringView word : sign.words)
            if (name.contains(word, Qt::CaseInsensitive))
                return sign.kind;
    return SeatKind::Ordinary;
}

/// "Row %s" with G is "Row G"; a pattern that leaves no room for it is none.
QString labelled(const QString &pattern, const QString &text)
{
    return pattern.contains("%s"_L1) ? QString(pattern).replace("%s"_L1, text) : text;
}

class PlanFile
{
public:
    SeatingPlan read(const JsonCursor &top);

private:
    /// What a row hands down to its seats.
    struct Row {
        QPointF position;
        QString seatLabel;
    };
    void readCategory(const JsonCursor &at);
    void readZone(const JsonCursor &at);
    void readRow(const JsonCursor &at, QPointF zone);
    void readSeat(const JsonCursor &at, const Row &row);
    void readPlace(const JsonCursor &at, QPointF row);
    QString readGuid(const JsonCursor &at);
    qsizetype categoryOf(const JsonCursor &at);
    qsizetype unnamedCategory();
    SeatKind kindOf(const JsonCursor &seat, qsizetype category) const;
    void addCategory(const SeatCategory &category);
    void coverSeats();
    void moveBy(QPointF by);

    SeatingPlan m_plan;
    QHash<QString, qsizetype> m_categories;
    QList<SeatKind> m_categoryKinds;
    QSet<QString> m_guids;
};

SeatingPlan PlanFile::read(const JsonCursor &top)
{
    m_plan.name = top.member(u"name").text();
    top.member(u"categories").forEach([&](const JsonCursor &category) { readCategory(category); });
    const JsonCursor zones = top.member(u"zones");
    zones.forEach([&](const JsonCursor &zone) { readZone(zone); });
    if (m_plan.x.isEmpty())
        zones.refuse(InputFault::NoSeats);
    if (const JsonCursor size = top.member(u"size"); size.isGiven())
        m_plan.size = {coordinate(size.member(u"width")), coordinate(size.member(u"height"))};
    if (top.allIsWell())
        coverSeats();
    return std::move(m_plan);
}

void PlanFile::addCategory(const SeatCategory &category)
{
    m_categories.insert(category.name, m_plan.categories.size());
    m_plan.categories.append(category);
    m_categoryKinds.append(kindOfCategory(category.name));
}

void PlanFile::readCategory(const JsonCursor &at)
{
    const JsonCursor name = at.member(u"name");
    const SeatCategory category{name.text(), cssColor(at.member(u"color").textIfGiven())};
    if (m_categories.contains(category.name))
        name.refuse(InputFault::DuplicateId);
    if (m_plan.categories.size() >= std::numeric_limits<quint16>::max()) // one is left for seats without any
        at.refuse(InputFault::TooLarge);
    addCategory(category);
}

void PlanFile::readZone(const JsonCursor &at)
{
    const QPointF position = point(at.member(u"position"));
    m_plan.zones.append({at.member(u"name").textIfGiven()});
    at.member(u"rows").forEach([&](const JsonCursor &row) { readRow(row, position); });
    const JsonCursor areas = at.member(u"areas");
    if (!areas.isGiven())
        return;
    areas.forEach([&](const JsonCursor &area) {
        if (const auto read = readArea(area, position))
            m_plan.areas.append(*read);
    });
}

void PlanFile::readRow(const JsonCursor &at, QPointF zone)
{
    const JsonCursor number = at.member(u"row_number");
    PlanRow row{.zone = qint32(m_plan.zones.size() - 1), .firstSeat = m_plan.seatCount()};
    row.label = labelled(at.member(u"row_label").textIfGiven(), number.text());
    if (row.label.size() > limits::nameLengthMax)
        number.refuse(InputFault::NameTooLong);
    const Row seats{zone + pointIfGiven(at.member(u"position")), at.member(u"seat_label").textIfGiven()};
    at.member(u"seats").forEach([&](const JsonCursor &seat) { readSeat(seat, seats); });
    row.seatCount = m_plan.seatCount() - row.firstSeat;
    if (row.seatCount > 0)
        m_plan.rows.append(row);
}

void PlanFile::readSeat(const JsonCursor &at, const Row &row)
{
    if (m_plan.seatCount() >= limits::seatsInPlanMax)
        at.refuse(InputFault::TooManySeats);
    const QString guid = readGuid(at.member(u"seat_guid"));
    const JsonCursor number = at.member(u"seat_number");
    const QString label = labelled(row.seatLabel, number.text());
    if (label.size() > limits::nameLengthMax)
        number.refuse(InputFault::NameTooLong);
    const qsizetype category = categoryOf(at.member(u"category"));
    readPlace(at.member(u"position"), row.position);
    m_plan.guid.append(guid);
    m_plan.number.append(label);
    m_plan.category.append(quint16(category));
    m_plan.kind.append(kindOf(at, category));
    m_plan.row.append(qint32(m_plan.rows.size()));
}

QString PlanFile::readGuid(const JsonCursor &at)
{
    const QString guid = at.text();
    const qsizetype before = m_guids.size();
    m_guids.insert(guid);
    if (guid.isEmpty())
        at.refuse(InputFault::Missing);
    else if (m_guids.size() == before)
        at.refuse(InputFault::DuplicateSeat);
    return guid;
}

void PlanFile::readPlace(const JsonCursor &at, QPointF row)
{
    const QPointF place = row + point(at);
    if (!isDrawable(place.x()) || !isDrawable(place.y()))
        at.refuse(InputFault::BadCoordinate);
    m_plan.x.append(float(place.x()));
    m_plan.y.append(float(place.y()));
}

qsizetype PlanFile::categoryOf(const JsonCursor &at)
{
    const QString name = at.textIfGiven();
    if (const auto found = m_categories.constFind(name); found != m_categories.cend())
        return *found;
    if (name.isEmpty())
        return unnamedCategory();
    at.refuse(InputFault::UnknownCategory);
    return 0;
}

qsizetype PlanFile::unnamedCategory()
{
    if (m_plan.categories.size() != 1)
        addCategory({});
    return m_plan.categories.size() - 1;
}

SeatKind PlanFile::kindOf(const JsonCursor &seat, qsizetype category) const
{
    for (const KindSign &sign : kindSigns)
        if (seat.member(sign.flag).flagIfGiven())
            return sign.kind;
    return m_categoryKinds.value(category, SeatKind::Ordinary);
}

void PlanFile::coverSeats()
{
    const auto [left, right] = std::ranges::minmax(std::as_const(m_plan.x));
    const auto [top, bottom] = std::ranges::minmax(std::as_const(m_plan.y));
    if (left >= 0 && top >= 0 && right <= m_plan.size.width() && bottom <= m_plan.size.height())
        return;
    const double margin = std::max(1.0, 0.05 * std::max(right - left, bottom - top));
    const QPointF shift(left < 0 ? margin - left : 0, top < 0 ? margin - top : 0);
    moveBy(shift);
    m_plan.size = {std::max(m_plan.size.width(), right + shift.x() + margin),
        std::max(m_plan.size.height(), bottom + shift.y() + margin)};
}

void PlanFile::moveBy(QPointF by)
{
    if (by.isNull())
        return;
    for (float &x : m_plan.x)
        x += float(by.x());
    for (float &y : m_plan.y)
        y += float(by.y());
    for (PlanArea &area : m_plan.areas)
        area.position += by;
}
} // namespace

Result<SeatingPlan> readPlan(const QByteArray &json, const QString &planId)
{
    FOYER_TRY(file, parseJson(json, InputFault::BadCoordinate));
    std::optional<Refused> fault;
    const JsonCursor top(file, fault);
    SeatingPlan plan = PlanFile().read(top);
    plan.id = planId.isEmpty() ? plan.name : planId;
    if (plan.id.isEmpty())
        top.member(u"name").refuse(InputFault::Missing);
    if (fault)
        return *fault;
    return plan;
}

} // namespace foyer
