#pragma once

#include "ui/widgets/Label.h"

namespace foyer {

class VisitModel;

/// One quiet line for staff: how this terminal stands with its hub, how old what it knows is, what it can sell without
/// it, what waits for it. Not there where there is no hub.
class HubLine : public Label
{
    Q_OBJECT
public:
    explicit HubLine(VisitModel &visit, QWidget *parent = nullptr);

    void showState(); ///< also in another language

private:
    QString reachText() const;
    QString newsText() const;

    VisitModel &m_visit;
};

} // namespace foyer
