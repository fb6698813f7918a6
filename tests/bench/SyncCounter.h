#pragma once

#include <QtGlobal>

/// Counts what SQLite asks of the disk: a VFS of our own over the system's, for every connection of this process.
namespace foyer::bench::synccounter {

void install(); ///< before the first connection
qint64 count(); ///< calls of xSync so far; each is one fdatasync

} // namespace foyer::bench::synccounter
