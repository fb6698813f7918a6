#pragma once

#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Staff.h"
#include "services/PinGate.h"

namespace foyer {

class Connection;
class Secrets;
class Transaction;

/// A member of staff whose PIN is about to be compared for one action.
struct StaffCheck {
    StaffId staff;
    StaffAction action = StaffAction::OpenCorner;
    PinCheck pin;
};

constexpr int staffPinDigits = 6;

/// A member of staff's new PIN, for the one time that it is seen.
struct NewPin {
    StaffMember who;
    QString pin;
};

/// Who of the staff may do what; every action that moves money, rights or the house asks for the PIN. In the store
/// thread; comparing PINs is the caller's, in a thread of its own, between begin() and end().
class StaffService
{
public:
    StaffService(Connection &db, const Clock &clock, IdMaker &ids) : m_db(db), m_clock(clock), m_ids(ids) {}

    Result<QList<StaffMember>> all(); ///< who work here, by name
    Result<StaffMember> add(const QString &name, Role role, const QString &pinHash);
    Done remove(StaffId who);                         ///< from now on they may nothing, also where they are signed in
    Done setPin(StaffId who, const QString &pinHash); ///< of a member who needs a new one
    /// Everybody's, once the house's key is another one and no earlier PIN fits. Takes a tenth of a second each.
    Result<QList<NewPin>> renewPins(const Secrets &secrets);

    Result<StaffCheck> begin(const QString &name, StaffAction action);
    /// Refused with RoleTooLow only after the right PIN. EndCall also ends the call.
    Result<StaffMember> end(const StaffCheck &check, bool pinWasRight);

    /// For somebody who is signed in already: refused with RoleTooLow.
    Result<StaffMember> may(StaffId who, StaffAction action);
    Done authorise(StaffId who, StaffAction action); ///< the same, and the journal tells of it

    Done setAdmissionLimit(int limit, StaffId who);
    /// Within another's transaction. `why`: where it was asked.
    static Done setAdmissionLimit(Transaction &tx, int limit, StaffId who, const QString &why = {});
    /// This node's screen sells nothing, or sells again.
    Done setOutOfService(bool out, StaffId who);
    /// A customer called for staff, or doesn't need them any more; staff end a call by authorising EndCall.
    Done call();
    Done takeBackCall();
    Result<ScreenState> screen();

private:
    static void setCalled(Transaction &tx, bool called);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
};

} // namespace foyer
