#pragma once

#include "domain/Result.h"

#include <QObject>
#include <functional>

class QIODevice;

namespace foyer {

/// Something to be put on paper. `write` draws it as a PDF, in whichever thread the printer likes; it holds copies of
/// all it draws.
struct PrintJob {
    QString name; ///< for people and files: an order's number
    std::function<Done(QIODevice &)> write;
};

/// A printer of tickets or receipts. Lives in the thread that made it; no call blocks.
class Printer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Takes it into its queue: the order of the calls is the order of the paper.
    virtual void print(const PrintJob &job) = 0;

Q_SIGNALS:
    void printed(const QString &name);
    void failed(const QString &name, const foyer::Error &error);
};

} // namespace foyer
