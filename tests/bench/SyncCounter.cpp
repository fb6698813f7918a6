#include "SyncCounter.h"

#include <QMutex>
#include <atomic>
#include <map>
#include <sqlite3.h>

namespace foyer::bench {

namespace {
std::atomic<qint64> syncs = 0;
sqlite3_vfs *theirs = nullptr;
sqlite3_vfs ours;
int (*theirSync)(sqlite3_file *, int) = nullptr; ///< the same for every kind of file of the unix VFS

int countingSync(sqlite3_file *file, int flags)
{
    ++syncs;
    return theirSync(file, flags);
}

const sqlite3_io_methods *countingMethods(const sqlite3_io_methods *methods)
{
    static QMutex mutex;
    static std::map<const sqlite3_io_methods *, sqlite3_io_methods> copies;
    const QMutexLocker lock(&mutex);
    sqlite3_io_methods &copy = copies.try_emplace(methods, *methods).first->second;
    if (copy.xSync != countingSync) {
        theirSync = copy.xSync;
        copy.xSync = countingSync;
    }
    return &copy;
}

int countingOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int result = theirs->xOpen(vfs, name, file, flags, outFlags);
    if (file->pMethods)
        file->pMethods = countingMethods(file->pMethods);
    return result;
}
} // namespace

void synccounter::install()
{
    theirs = sqlite3_vfs_find(nullptr);
    ours = *theirs;
    ours.zName = "counting";
    ours.xOpen = countingOpen;
    sqlite3_vfs_register(&ours, 1);
}

qint64 synccounter::count() { return syncs; }

} // namespace foyer::bench
