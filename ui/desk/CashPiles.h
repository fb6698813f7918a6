#pragma once

#include "domain/Shift.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace foyer {

class Amount;
class Label;

/// Cash being counted: how many of each note and coin, or a sum. Enter and the arrows go from line to line.
class CashPiles : public QWidget
{
    Q_OBJECT
public:
    explicit CashPiles(QWidget *parent = nullptr);

    void setHead(const QList<QWidget *> &parts); ///< takes what stands above the piles and scrolls with them
    void begin(Currency currency);               ///< anew, from nothing
    std::optional<CashCount> counted() const;    ///< nothing: something that is typed is no number
    bool isTouched() const;                      ///< something is typed
    void retranslate();

Q_SIGNALS:
    void edited();
    void entered(); ///< Enter on the last line

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        Money each;
        Label *name;
        QLineEdit *count;
        Label *amount;
    };
    void addLine(Money each, int position, int rows);
    void typed(const QLineEdit *where);
    void step(const QObject *from, int by);
    std::optional<int> countIn(const Line &line) const;
    void show();

    Currency m_currency;
    QList<Line> m_lines;
    QGridLayout *m_grid;
    QWidget *m_piles;
    QScrollArea *m_scroll;
    Label *m_sumName, *m_totalName;
    QLineEdit *m_sum;
    Amount *m_total;
};

} // namespace foyer
