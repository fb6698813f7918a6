#include "storage/HouseTokenStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto upsertHolder = R"(
    INSERT INTO house_token (token, node, epoch) VALUES (?, ?, ?)
    ON CONFLICT (token) DO UPDATE SET node = excluded.node, epoch = excluded.epoch)";
constexpr auto selectHolder = "SELECT node, epoch FROM house_token WHERE token = ?";
constexpr auto selectLive = R"(
    SELECT t.id, h.node, h.epoch FROM token t JOIN house_token h ON h.token = t.id WHERE t.state < 4 ORDER BY t.place)";
constexpr auto selectLiveOf = R"(
    SELECT t.id FROM house_token h JOIN token t ON t.id = h.token
    WHERE h.node = ? AND h.epoch = ? AND t.state < 4 ORDER BY t.place)";
constexpr auto selectWaiting =
    "SELECT DISTINCT h.node, h.epoch FROM token t JOIN house_token h ON h.token = t.id WHERE t.state = 1";
constexpr auto updateNoShow = "UPDATE house_token SET no_show = ? WHERE token = ?";
constexpr auto selectNoShows = "SELECT token, node, epoch FROM house_token WHERE no_show = 1";
constexpr auto selectLane = "SELECT number FROM lane WHERE node = ?";
constexpr auto insertLane =
    "INSERT INTO lane (node, number) SELECT ?, coalesce(max(number), 0) + 1 FROM lane RETURNING number";
constexpr auto upsertPlace = R"(
    INSERT INTO place_at_hub (token, change, ahead, wait_from, wait_to) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (token) DO UPDATE SET change = excluded.change, ahead = excluded.ahead, wait_from = excluded.wait_from,
        wait_to = excluded.wait_to)";
constexpr auto selectPlace = "SELECT change, ahead, wait_from, wait_to FROM place_at_hub WHERE token = ?";
constexpr auto selectPlaces =
    "SELECT p.token, p.change FROM place_at_hub p JOIN token t ON t.id = p.token WHERE t.state < 4";
constexpr auto deletePlace = "DELETE FROM place_at_hub WHERE token = ?";
constexpr auto deletePlaces = "DELETE FROM place_at_hub";

QVariant secondsOf(const std::optional<WaitEstimate> &wait, std::chrono::seconds WaitEstimate::*end)
{
    return wait ? QVariant(qint64(((*wait).*end).count())) : QVariant(QMetaType::fromType<qint64>());
}

QList<HouseTokenStore::Held> heldIn(Rows rows)
{
    QList<HouseTokenStore::Held> held;
    while (rows.next())
        held.append({TokenId::fromBytes(rows.blob(0)), {NodeId::fromBytes(rows.blob(1)), rows.small(2)}});
    return held;
}
} // namespace

void HouseTokenStore::setHolder(TokenId token, EpochId holder)
{
    m_db.run(upsertHolder, {token.bytes(), holder.node.bytes(), holder.number});
}

std::optional<EpochId> HouseTokenStore::holder(TokenId token) const
{
    Rows rows = m_db.run(selectHolder, {token.bytes()});
    return rows.next() ? std::optional(EpochId{NodeId::fromBytes(rows.blob(0)), rows.small(1)}) : std::nullopt;
}

QList<HouseTokenStore::Held> HouseTokenStore::live() const { return heldIn(m_db.run(selectLive)); }

void HouseTokenStore::setNoShow(TokenId token, bool isNoShow)
{
    m_db.run(updateNoShow, {int(isNoShow), token.bytes()});
}

QList<HouseTokenStore::Held> HouseTokenStore::noShows() const { return heldIn(m_db.run(selectNoShows)); }

QList<TokenId> HouseTokenStore::live(EpochId holder) const
{
    QList<TokenId> tokens;
    for (Rows rows = m_db.run(selectLiveOf, {holder.node.bytes(), holder.number}); rows.next();)
        tokens.append(TokenId::fromBytes(rows.blob(0)));
    return tokens;
}

QList<EpochId> HouseTokenStore::holdersOfWaiting() const
{
    QList<EpochId> holders;
    for (Rows rows = m_db.run(selectWaiting); rows.next();)
        holders.append({NodeId::fromBytes(rows.blob(0)), rows.small(1)});
    return holders;
}

int HouseTokenStore::laneOf(NodeId node)
{
    {
        Rows rows = m_db.run(selectLane, {node.bytes()});
        if (rows.next())
            return rows.small(0);
    }
    Rows rows = m_db.run(insertLane, {node.bytes()});
    FOYER_REQUIRE(rows.next());
    return rows.small(0);
}

void HouseTokenStore::setPlace(const HousePlace &place)
{
    m_db.run(upsertPlace, {place.token.bytes(), place.change, place.peopleAhead,
                              secondsOf(place.wait, &WaitEstimate::from), secondsOf(place.wait, &WaitEstimate::to)});
}

std::optional<HouseTokenStore::Place> HouseTokenStore::place(TokenId token) const
{
    Rows rows = m_db.run(selectPlace, {token.bytes()});
    if (!rows.next())
        return std::nullopt;
    Place place{rows.integer(0), rows.small(1), std::nullopt};
    if (!rows.isNull(2))
        place.wait = WaitEstimate{std::chrono::seconds(rows.integer(2)), std::chrono::seconds(rows.integer(3))};
    return place;
}

QList<std::pair<TokenId, qint64>> HouseTokenStore::livePlaces() const
{
    QList<std::pair<TokenId, qint64>> places;
    for (Rows rows = m_db.run(selectPlaces); rows.next();)
        places.append({TokenId::fromBytes(rows.blob(0)), rows.integer(1)});
    return places;
}

void HouseTokenStore::forgetPlace(TokenId token) { m_db.run(deletePlace, {token.bytes()}); }

void HouseTokenStore::forgetPlaces() { m_db.run(deletePlaces); }

} // namespace foyer
