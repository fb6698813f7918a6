#pragma once

#include "domain/Tender.h"

#include <QObject>

namespace foyer {

/// A card terminal or a cash unit. Lives in the thread that made it (the UI thread of a program); no call blocks.
/// Every call names a tender that is already committed as open; the device remembers it across our crashes and its
/// own, so that asking twice takes the money once.
class TenderDevice : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual TenderKind kind() const = 0;
    virtual bool isDemo() const = 0;       ///< no real money moves; said wherever it shows
    virtual bool canGiveMoney() const = 0; ///< Out tenders: cash back, card credit

    /// Starts to take or give the amount. Asking again for the same id never moves money a second time.
    virtual void ask(const Tender &tender) = 0;
    /// What became of it, after a crash or a lost answer.
    virtual void query(const Tender &tender) = 0;
    /// Stops it if it still can be stopped, also an ask that arrives later. Answers Cancelled, or what happened
    /// instead.
    virtual void cancel(const Tender &tender) = 0;

Q_SIGNALS:
    /// May come late, twice or never; Unknown is no answer.
    void answered(foyer::TenderId tender, foyer::DeviceAnswer answer);
    /// What the customer should do now, for the tender screen.
    void progressed(foyer::TenderId tender, foyer::TenderStage stage);
};

} // namespace foyer
