#pragma once

#include "services/Shop.h"

namespace foyer {

class HubThread;

/// One machine of a house, composed: its shop, whoever gives it rights, and at a terminal what talks to its hub.
class Machine
{
public:
    /// Brings an older database up to date.
    static Result<std::unique_ptr<Machine>> open(const QString &dataDir, const Clock &clock);
    ~Machine();

    Shop &shop() { return *m_shop; }

private:
    Machine() = default;

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<HubThread> m_hub; // goes before the shop
};

/// A tour works on a data folder of its own, with the demo season, which goes with it: `work` is told its path. The
/// exit code.
int onScratchNode(const std::function<int(const QString &dataDir)> &work);

/// To stderr, in words and in detail; the exit code.
int fail(const Error &error);

} // namespace foyer
