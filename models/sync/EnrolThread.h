#pragma once

#include "services/Enroller.h"

#include <QThread>

namespace foyer {

class DataFolder;
class MachineEnrolment;
class Shop;

/// Enrols the machine beside its Shop, in a thread of its own that starts with the first try. In the Shop's thread.
class EnrolThread final : public Enroller
{
public:
    /// `folder` is the Shop's.
    EnrolThread(Shop &shop, const DataFolder &folder);
    ~EnrolThread() override;

    QFuture<Done> mayEnrol() override;
    QFuture<Result<Joined>> enrol(const HubAddress &hub, const QString &code, const StaffMember &who) override;
    void giveUp() override;
    std::chrono::seconds patience() const override;

private:
    void start(const HubAddress &hub, const QString &code, std::function<void(const Result<Joined> &)> then);

    Shop &m_shop;
    std::unique_ptr<DataFolder> m_folder;
    QThread m_thread;
    QObject *m_there;                              ///< lives in m_thread
    std::unique_ptr<MachineEnrolment> m_enrolment; ///< touched in m_thread only
    bool m_isGivenUp = false;                      ///< there too: given up before it began
};

} // namespace foyer
