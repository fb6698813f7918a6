#pragma once

#include "items/VisitModel.h"
#include "ui/widgets/OfferRow.h"

#include <QWidget>
#include <functional>

class QBoxLayout;
class QScrollArea;

namespace foyer {

class ActionButton;
class Label;

/// The hall in words: sections, their rows, the seats of a row; does what the map does. Sections and rows say how many
/// seats they have left.
class SeatList : public QWidget
{
    Q_OBJECT
public:
    explicit SeatList(VisitModel &visit, QWidget *parent = nullptr);

    void begin(); ///< at the sections of another date
    void retranslate();
    void refresh(); ///< what is shown, in its place

Q_SIGNALS:
    void seatTapped(foyer::SeatIndex seat);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Entry {
        Offer offer;
        bool canBeChosen = true;
        std::function<void()> open;
    };
    QList<Entry> entries();
    QList<Entry> sections();
    QList<Entry> rowsOf(qint32 zone);
    QList<Entry> seatsOf(qint32 row);
    Entry entryOf(const QString &title, const QList<qint32> &rows) const;
    QString nameOfZone(qint32 zone) const;
    QString nameOfRow(qint32 row) const;
    void goDown(int entry, std::optional<qint32> zone, std::optional<qint32> row);
    void showPage(std::optional<qint32> zone, std::optional<qint32> row, int most, int entry);
    void goUp();

    VisitModel &m_visit;
    std::optional<qint32> m_zone, m_row;
    int m_most = 0; ///< entries shown, before 'more'
    struct Page {
        std::optional<qint32> zone;
        int most = 0, entry = 0; ///< the one that was opened
    };
    QList<Page> m_above; ///< as they were left, to come back to
    Label *m_title;
    ActionButton *m_up, *m_more;
    QBoxLayout *m_list;
    QScrollArea *m_area;
    QList<OfferRow *> m_rows;
    QList<std::function<void()>> m_open; ///< by row shown
};

} // namespace foyer
