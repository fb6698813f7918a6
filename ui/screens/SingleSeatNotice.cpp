#include "ui/screens/SingleSeatNotice.h"

#include "wording/Wording.h"

namespace foyer {

SingleSeatNotice::SingleSeatNotice(VisitModel &visit, QWidget *parent) : Notice(parent), m_visit(visit)
{
    hide();
    connect(this, &Notice::actionWanted, this, [this] { m_visit.chooseSeats(m_instead); });
    connect(this, &Notice::otherActionWanted, &visit, &VisitModel::confirmSeats);
    connect(&visit.seats(), &SeatMapModel::holdChanged, this, &SingleSeatNotice::takeBack); // it was for other seats
    connect(&visit.seats(), &SeatMapModel::modelReset, this, &SingleSeatNotice::takeBack);
}

bool SingleSeatNotice::tell()
{
    if (!m_instead.isEmpty() || m_visit.seats().stranded().isEmpty())
        return false;
    m_instead = m_visit.seats().movedUp();
    refresh();
    if (m_instead.isEmpty())
        return false;
    QMetaObject::invokeMethod(this, &Notice::takeFocus, Qt::QueuedConnection); // laid out by then, it comes into sight
    return true;
}

void SingleSeatNotice::refresh()
{
    if (m_instead.isEmpty())
        return;
    const SeatMapModel &seats = m_visit.seats();
    const QList<SeatIndex> alone = seats.stranded();
    if (alone.isEmpty() || seats.movedUp() != m_instead)
        return takeBack();
    const auto name = [&seats](SeatIndex seat) { return nameOfSeat(*seats.date()->plan, seat); };
    const bool must = m_visit.settings().noSingleSeats;
    setMessage(Glyph::Info, Tone::Warn,
        tr("%1 would stay free on its own").arg(Wording().seatText(name(alone.constFirst()))),
        must ? tr("This house keeps no single seats. Please move up.")
             : tr("A single seat is hard to sell. Would you mind moving up?"));
    setAction(tr("Take %1 instead").arg(Wording().seatsText(m_instead, name)));
    setOtherAction(must ? QString() : tr("Keep my seats"));
    show();
}

void SingleSeatNotice::takeBack()
{
    m_instead.clear();
    hide();
}

} // namespace foyer
