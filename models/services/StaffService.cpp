#include "services/StaffService.h"

#include "services/Secrets.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/PeopleStore.h"
#include "storage/ScreenStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

Result<QList<StaffMember>> StaffService::all()
{
    return m_db.read([&]() -> Result<QList<StaffMember>> {
        QList<StaffMember> staff;
        for (const StaffRow &row : PeopleStore(m_db).staff())
            if (row.worksHere())
                staff.append(row.member);
        return staff;
    });
}

Result<StaffMember> StaffService::add(const QString &name, Role role, const QString &pinHash)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<StaffMember> {
        PeopleStore people(tx.db());
        StaffRow row{{m_ids.make<StaffId>(), name, role}, pinHash};
        for (const StaffRow &known : people.staff())
            if (known.member.name == name && known.worksHere())
                return Refusal::AlreadyRegistered;
            else if (known.member.name == name)
                row.member.id = known.member.id; // back again
        people.add(row);
        tx.tell(u"staffAdded"_s, {{u"staff"_s, row.member.id.text()}, {u"role"_s, nameOf(role)}});
        return row.member;
    });
}

Done StaffService::remove(StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        PeopleStore(tx.db()).setPin(who, {});
        tx.tell(u"staffRemoved"_s, {{u"staff"_s, who.text()}});
        return done;
    });
}

Done StaffService::setPin(StaffId who, const QString &pinHash)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        PeopleStore(tx.db()).setPin(who, pinHash);
        tx.tell(u"staffPin"_s, {{u"staff"_s, who.text()}});
        return done;
    });
}

Result<QList<NewPin>> StaffService::renewPins(const Secrets &secrets)
{
    FOYER_TRY(members, all());
    QList<NewPin> pins;
    for (const StaffMember &member : members) {
        const QString pin = Secrets::randomDigits(staffPinDigits);
        FOYER_CHECK(setPin(member.id, secrets.pinHash(pin)));
        pins.append({member, pin});
    }
    return pins;
}

Result<StaffCheck> StaffService::begin(const QString &name, StaffAction action)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<StaffCheck> {
        for (const StaffRow &row : PeopleStore(tx.db()).staff()) {
            if (row.member.name != name || !row.worksHere())
                continue;
            FOYER_TRY(check, pingate::begin(tx, row.member.id.bytes(), row.pin));
            return StaffCheck{row.member.id, action, check};
        }
        return Refusal::StaffNotAuthenticated;
    });
}

Result<StaffMember> StaffService::end(const StaffCheck &check, bool pinWasRight)
{
    std::optional<Refused> no; // its tries must be committed, so it isn't the transaction's own refusal
    auto member = m_db.write(m_clock, [&](Transaction &tx) -> Result<StaffMember> {
        const auto row = PeopleStore(tx.db()).staff(check.staff);
        FOYER_REQUIRE(row);
        no = pingate::end(tx, check.pin, pinWasRight && row->worksHere(), Refusal::StaffNotAuthenticated);
        if (!no && row->member.role < roleFor(check.action))
            no = Refused{.why = Refusal::RoleTooLow};
        if (no)
            return row->member;
        tx.tell(u"staffAuthorised"_s, {{u"staff"_s, check.staff.text()}, {u"action"_s, nameOf(check.action)}});
        if (check.action == StaffAction::EndCall)
            setCalled(tx, false);
        return row->member;
    });
    return member.ok() && no ? Result<StaffMember>(*no) : member;
}

Result<StaffMember> StaffService::may(StaffId who, StaffAction action)
{
    return m_db.read([&]() -> Result<StaffMember> {
        const auto row = PeopleStore(m_db).staff(who);
        if (!row || !row->worksHere())
            return Refusal::StaffNotAuthenticated;
        if (row->member.role < roleFor(action))
            return Refusal::RoleTooLow;
        return row->member;
    });
}

Done StaffService::authorise(StaffId who, StaffAction action)
{
    FOYER_CHECK(may(who, action));
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        tx.tell(u"staffAuthorised"_s, {{u"staff"_s, who.text()}, {u"action"_s, nameOf(action)}});
        return done;
    });
}

Done StaffService::setAdmissionLimit(int limit, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return setAdmissionLimit(tx, limit, who); });
}

Done StaffService::setAdmissionLimit(Transaction &tx, int limit, StaffId who, const QString &why)
{
    if (limit < 1 || limit > 1'000)
        return Refused{.why = Refusal::AmountInvalid, .limit = 1'000};
    HouseSettings settings = tx.settings();
    settings.admissionLimit = limit;
    CatalogueStore(tx.db()).saveSettings(settings);
    QJsonObject told{{u"limit"_s, limit}, {u"staff"_s, who.text()}};
    if (!why.trimmed().isEmpty())
        told.insert(u"why"_s, why.trimmed());
    tx.tell(u"admissionLimit"_s, told);
    tx.changes().settings = true;
    return done;
}

Done StaffService::setOutOfService(bool out, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        ScreenStore screens(tx.db());
        ScreenState screen = screens.state();
        screen.isOutOfService = out;
        screens.save(screen);
        tx.tell(out ? u"outOfService"_s : u"backInService"_s, {{u"staff"_s, who.text()}});
        return done;
    });
}

Done StaffService::call()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        setCalled(tx, true);
        tx.tell(u"staffCalled"_s, {});
        return done;
    });
}

Done StaffService::takeBackCall()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        setCalled(tx, false);
        tx.tell(u"staffCallTakenBack"_s, {});
        return done;
    });
}

Result<ScreenState> StaffService::screen()
{
    return m_db.read([&]() -> Result<ScreenState> { return ScreenStore(m_db).state(); });
}

void StaffService::setCalled(Transaction &tx, bool called)
{
    ScreenStore screens(tx.db());
    ScreenState screen = screens.state();
    screen.isStaffCalled = called;
    screens.save(screen);
}

} // namespace foyer
