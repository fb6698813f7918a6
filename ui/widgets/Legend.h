#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace foyer
{

/// One price category: `position` in the plan's list gives the colour.
struct LegendEntry {
    int position = 0;
    QString name, price, count;
};

/// What the colours on the map mean and cost; in as many columns as fit.
class Legend : public QWidget
{
    Q_OBJECT
public:
    explicit Legend(QWidget *parent = nullptr);

    void setEntries(const QList<LegendEntry> &entries);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int columnsFor(int width) const;
    int leastCell() const;
    int cellHeight() const;
    void paintEntry(QPainter &painter, const QRectF &cell, const LegendEntry &entry) const;

    QList<LegendEntry> m_entries;
};

} // namespace foyer
