#include "storage/ContactStore.h"

#include "storage/Connection.h"
#include "storage/OrderSearchStore.h"
#include "storage/PeopleStore.h"

namespace foyer {

namespace {
constexpr auto selectContact = "SELECT name, last_digits FROM sale_contact WHERE sale = ?";
constexpr auto upsertContact = R"(
    INSERT INTO sale_contact (sale, name, name_key, initials, last_digits) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (sale) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
        initials = excluded.initials, last_digits = excluded.last_digits)";
constexpr auto deleteContact = "DELETE FROM sale_contact WHERE sale = ?";
constexpr auto insertUntold = "INSERT INTO contact_untold (sale) VALUES (?) ON CONFLICT (sale) DO NOTHING";
constexpr auto selectUntold = "SELECT sale FROM contact_untold WHERE sale > ? ORDER BY sale LIMIT 1";
constexpr auto deleteUntold = "DELETE FROM contact_untold WHERE sale = ?";
} // namespace

Contact ContactStore::find(OrderId order) const
{
    Rows rows = m_db.run(selectContact, {order.bytes()});
    return rows.next() ? Contact{rows.text(0), rows.text(1)} : Contact();
}

void ContactStore::set(OrderId order, const Contact &contact)
{
    const QString key = nameKey(contact.name);
    if (contact.isEmpty())
        m_db.run(deleteContact, {order.bytes()});
    else
        m_db.run(upsertContact, {order.bytes(), contact.name, key, initialsOf(key), contact.lastDigits});
}

void ContactStore::noteUntold(OrderId order) { m_db.run(insertUntold, {order.bytes()}); }

/// By whoever changed it last.
HouseOrderAct ContactStore::untold(OrderId after) const
{
    HouseOrderAct act{.kind = HouseOrderAct::Kind::SetContact};
    Rows rows = m_db.run(selectUntold, {after.bytes()});
    if (!rows.next())
        return act;
    act.order = OrderId::fromBytes(rows.blob(0));
    act.contact = find(act.order);
    for (const JournalEntry &entry : OrderSearchStore(m_db).entries(act.order))
        if (const auto event = eventIn(entry); event && event->kind == OrderEvent::Kind::ContactChanged)
            act.who.id = event->staff;
    if (const auto staff = PeopleStore(m_db).staff(act.who.id))
        act.who.name = staff->member.name;
    return act;
}

void ContactStore::noteTold(OrderId order, const Contact &contact)
{
    if (find(order) == contact)
        m_db.run(deleteUntold, {order.bytes()});
}

} // namespace foyer
