#pragma once

#include "services/Shop.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>

namespace foyer::test {

/// A real shop over a data folder of its own, with the demo season: opened as the programs open theirs, but its time
/// moves only when a test says so.
class HallShop
{
public:
    HallShop();

    ManualClock clock;
    Shop &shop() { return *m_shop; }
    void restart(); ///< of the program: nothing may use the shop any more
    QString file(const QString &name) const { return m_dir.filePath(name); }

private:
    void open();

    QTemporaryDir m_dir;
    std::unique_ptr<Shop> m_shop;
};

} // namespace foyer::test
