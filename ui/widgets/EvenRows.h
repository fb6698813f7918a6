#pragma once

#include <QLayout>
#include <QList>

namespace foyer {

/// Rows of buttons that share its width evenly; a row breaks into as few lines as leave every word whole, and gives up
/// most of its air where there isn't the height for it.
class EvenRows : public QLayout
{
    Q_OBJECT
public:
    explicit EvenRows(QWidget *parent);
    ~EvenRows() override;

    int air() const;                            ///< pixels of its height that it can do without
    void addRow(const QList<QWidget *> &parts); ///< those that are hidden take no room

    void addItem(QLayoutItem *item) override; ///< takes it over, into the last row
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool move) const; ///< returns the height
    int gap() const;

    QList<QList<QLayoutItem *>> m_rows;
};

} // namespace foyer
