#pragma once

#include "domain/Clock.h"
#include "domain/Deliver.h"
#include "items/Problem.h"
#include "services/Enroller.h"

#include <QObject>

namespace foyer {

class Shop;
class StaffModel;

/// Staff make this machine a terminal of a hub: the address and the one-time code as they are typed, the question while
/// it is under way, and what came of it. Once joined, nothing may be sold until the program has started anew.
class EnrolModel : public QObject
{
    Q_OBJECT
public:
    static constexpr int codeLength = 12, addressLengthMax = 200;

    /// `enroller` null: this program can't.
    EnrolModel(Shop &shop, StaffModel &staff, Enroller *enroller, QObject *parent);

    bool isPossible() const; ///< this machine has no hub yet
    bool mayBegin() const;   ///< and who is signed in may do it
    const QString &address() const { return m_address; }
    const QString &code() const { return m_code; } ///< as it is meant: no dashes, no look-alikes
    HubAddress hub() const { return hubAddressIn(m_address); }
    bool isReady() const;
    bool isBusy() const { return m_isBusy; }
    bool isGivenUp() const { return m_isGivenUp; } ///< while busy: its end is awaited
    std::chrono::seconds timeLeft() const;         ///< while busy: the hub's, to answer
    const std::optional<Joined> &joined() const { return m_joined; }

    void open();
    void setAddress(const QString &typed);
    void setCode(const QString &typed); ///< what can't be in a code is left out
    void enrol();
    void giveUp();
    void close(); ///< forgets all but that this machine has joined

Q_SIGNALS:
    void changed();
    void asked(); ///< anew: what was said before is over
    void failed(const foyer::Problem &problem);

private:
    void ended(const Result<Joined> &joined);

    Shop &m_shop;
    StaffModel &m_staff;
    Enroller *m_enroller;
    QString m_address, m_code;
    int m_session = 0;
    bool m_isRefused = false; ///< this machine can't be a terminal
    bool m_isBusy = false, m_isGivenUp = false;
    SteadyTime m_asked;
    std::optional<Joined> m_joined;
};

} // namespace foyer
