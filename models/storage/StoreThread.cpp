#include "storage/StoreThread.h"

namespace foyer {

StoreThread::StoreThread(const QString &name)
{
    m_thread.setObjectName(name);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    QMetaObject::invokeMethod(
        &m_worker,
        [this] {
            if (m_last)
                m_last();
            m_connection.reset(); // in the thread that opened it
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

Done StoreThread::open(const QString &file, Connection::Options options)
{
    std::optional<Done> opened;
    QMetaObject::invokeMethod(
        &m_worker,
        [&] {
            auto connection = Connection::open(file, options);
            opened = connection.ok() ? Done(done) : Failure(connection);
            if (connection.ok())
                m_connection = std::move(connection).value();
        },
        Qt::BlockingQueuedConnection);
    return *opened;
}

} // namespace foyer
