#pragma once

#include <QStringList>
#include <QTableView>
#include <QTimer>

namespace foyer {

/// Rows to be read and gone through with the keyboard: whole rows are chosen, Enter opens one, columns are as wide as
/// the page says. Fetches as it is scrolled where its model does.
class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(QWidget *parent = nullptr);

    /// Of each column: how wide in parts of what is left, its text elided where that is too little; 0: as its widest
    /// text so far needs, never cut; less: not shown.
    void setShares(const QList<int> &shares);
    /// Who give way where the whole doesn't fit, the first one first; before them those that are empty in every row.
    /// Where that isn't enough, the table scrolls sideways.
    void setYielding(const QList<int> &columns);
    void setModel(QAbstractItemModel *model) override;
    int currentRow() const { return currentIndex().row(); }
    QSize sizeHint() const override { return minimumSizeHint(); } ///< more is shared out to it
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row); ///< Enter, or a double click
    void currentRowChanged(int row);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Need {
        int least = 0, whole = 0; ///< pixels
        bool hasText = false;     ///< in some row
    };

    void share();
    void shareSoon();
    void measure(int column, Need &need) const;
    void fitRows();

    QList<int> m_shares, m_yielding;
    QList<Need> m_needs; ///< of each column so far: narrower rows don't make them jump
    QTimer m_soon;
};

} // namespace foyer
