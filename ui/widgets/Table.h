#pragma once

#include <QStringList>
#include <QTableView>

namespace foyer {

/// Rows to be read and gone through with the keyboard: whole rows are chosen, Enter opens one, columns are as wide as
/// the page says. Fetches as it is scrolled where its model does.
class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(QWidget *parent = nullptr);

    /// Of each column: how wide in parts of what is left; 0: as its widest text so far needs, never cut.
    void setShares(const QList<int> &shares);
    void setModel(QAbstractItemModel *model) override;
    int currentRow() const { return currentIndex().row(); }

Q_SIGNALS:
    void opened(int row); ///< Enter, or a double click
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void share();
    void fitRows();

    QList<int> m_shares;
    QList<int> m_needed; ///< pixels, of columns whose share is 0: narrower rows don't make them jump
};

} // namespace foyer
