#include "storage/ContactStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectContact = "SELECT name, last_digits FROM sale_contact WHERE sale = ?";
constexpr auto upsertContact = R"(
    INSERT INTO sale_contact (sale, name, name_key, initials, last_digits) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (sale) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
        initials = excluded.initials, last_digits = excluded.last_digits)";
constexpr auto deleteContact = "DELETE FROM sale_contact WHERE sale = ?";
} // namespace

Contact ContactStore::find(OrderId order) const
{
    Rows rows = m_db.run(selectContact, {order.bytes()});
    return rows.next() ? Contact{rows.text(0), rows.text(1)} : Contact();
}

void ContactStore::save(OrderId order, const Contact &contact)
{
    const QString key = nameKey(contact.name);
    m_db.run(upsertContact, {order.bytes(), contact.name, key, initialsOf(key), contact.lastDigits});
}

void ContactStore::forget(OrderId order) { m_db.run(deleteContact, {order.bytes()}); }

} // namespace foyer
