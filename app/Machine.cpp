#include "Machine.h"

#include "services/Node.h"
#include "services/RootAuthority.h"
#include "services/TerminalAuthority.h"
#include "storage/DataFolder.h"
#include "sync/HubThread.h"
#include "wording/Wording.h"

#include <QTemporaryDir>
#include <QTextStream>

namespace foyer {

namespace {
/// Which hub this machine is a terminal of, if any.
Result<std::optional<HubLink>> hubOf(const DataFolder &folder)
{
    FOYER_TRY(node, Node::open(folder));
    return node->hub();
}
} // namespace

Machine::~Machine() = default;

Result<std::unique_ptr<Machine>> Machine::open(const QString &dataDir, const Clock &clock)
{
    const DataFolder folder(dataDir);
    FOYER_TRY(hub, hubOf(folder));
    std::unique_ptr<Authority> authority;
    TerminalAuthority *terminal = nullptr;
    if (hub)
        authority.reset(terminal = new TerminalAuthority);
    else
        authority = std::make_unique<RootAuthority>();
    auto opened = Shop::open(dataDir, clock, std::move(authority));
    if (!opened.ok())
        return Failure(opened);
    std::unique_ptr<Machine> machine(new Machine);
    machine->m_shop = std::move(opened).value();
    if (hub) {
        FOYER_TRY(key, DeviceKey::load(folder.deviceKey(), false));
        machine->m_hub = std::make_unique<HubThread>(*machine->m_shop, *terminal, *hub, key, folder);
    }
    return machine;
}

int fail(const Error &error)
{
    QTextStream(stderr) << Wording().message(error) << '\n' << error.detail << '\n';
    return 1;
}

int onScratchNode(const std::function<int(const QString &)> &work)
{
    const QTemporaryDir scratch;
    auto node = Node::found(DataFolder(scratch.path()));
    if (!node.ok())
        return fail(*node.error());
    if (const Done imported = importDemoSeason(*node.value(), SystemClock()); imported.error())
        return fail(*imported.error());
    std::move(node).value().reset();
    return work(scratch.path());
}

} // namespace foyer
