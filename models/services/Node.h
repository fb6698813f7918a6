#pragma once

#include "domain/HubLink.h"
#include "domain/IdMaker.h"
#include "services/Authority.h"
#include "services/Secrets.h"
#include "services/Services.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"

namespace foyer {

/// One node, opened and composed in this thread, beside a kiosk or alone. A terminal's takes nothing from its hub by
/// itself: it sells from what lies here.
class Node
{
public:
    /// Opens what init has set up; an older database is brought up to date when nothing else uses it.
    static Result<std::unique_ptr<Node>> open(const DataFolder &folder);
    /// Makes the database and the node's row when there is none yet.
    static Result<std::unique_ptr<Node>> found(const DataFolder &folder);

    /// The lock of a selling program; false while another has it.
    Result<bool> own();
    const std::optional<HubLink> &hub() const { return m_hub; } ///< of a terminal
    void setReachable(bool isReachable);                        ///< the hub, of a terminal
    bool owns() const { return m_lock != nullptr; }

    Connection &db() { return *m_db; }
    Services &services() { return *m_services; }
    const Secrets &secrets() const { return m_secrets; }
    IdMaker &ids() { return m_ids; }
    const DataFolder &folder() const { return m_folder; }

private:
    Node(DataFolder folder, std::unique_ptr<Connection> db, Secrets secrets, std::optional<HubLink> hub);
    static Result<std::optional<HubLink>> hubOf(Connection &db);
    static Done bringUpToDate(const DataFolder &folder, Connection &db);
    static Result<bool> isFounded(Connection &db);
    Done foundIfNew();

    DataFolder m_folder;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_db;
    Secrets m_secrets;
    SystemClock m_clock;
    IdMaker m_ids{m_clock};
    std::optional<HubLink> m_hub;
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<Services> m_services;
};

/// Three houses and five weeks from today on, and the seats that people have bought of them; changes nothing when they
/// are in already, and goes on where it was cut short, on another day too. By a program that nobody sells beside.
Done importDemoSeason(Node &node, const Clock &clock);

} // namespace foyer
