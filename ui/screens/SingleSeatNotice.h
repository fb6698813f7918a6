#pragma once

#include "items/VisitModel.h"
#include "ui/widgets/Notice.h"

namespace foyer {

/// Told once to whoever leaves a single seat, with one tap to mend it; a house may make it a rule (FLOWS 5).
class SingleSeatNotice : public Notice
{
    Q_OBJECT
public:
    explicit SingleSeatNotice(VisitModel &visit, QWidget *parent = nullptr);

    /// False where there is nothing to tell, or it has been told.
    bool tell();
    /// As long as it is so: somebody else may take the single seat, or those to move to.
    void refresh();
    void takeBack();

private:
    VisitModel &m_visit;
    QList<SeatIndex> m_instead; ///< as it names them; none while it isn't told
};

} // namespace foyer
