#pragma once

#include <QWidget>

namespace foyer {

/// Bars beside a table that says the same: rows with a label and a value, or columns along time. Arrows, Home and End
/// go through them, Enter opens one. It only decorates, so it shows as many as fit and follows who goes on.
class BarChart : public QWidget
{
    Q_OBJECT
public:
    enum class Shape : quint8 { Rows, Columns };
    struct Bar {
        QString label, value; ///< as people read them
        double amount = 0;    ///< below zero: to the other side
    };

    explicit BarChart(QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars, Shape shape);
    const QList<Bar> &bars() const { return m_bars; }
    int current() const { return m_current; } ///< -1: none
    void setCurrent(int bar);
    QString nameOf(int bar) const; ///< spoken
    QRect rectOf(int bar) const;   ///< of its whole row or column; empty: it is out of sight
    int fitting() const;           ///< how many are in sight at once
    int barAt(const QPoint &at) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int bar);
    void opened(int bar);
    void sightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Scale;
    Scale scale() const;
    int step() const; ///< from bar to bar
    void showFrom(int bar);
    void follow();
    void paintRow(QPainter &painter, int bar, const Scale &scale) const;
    void paintColumn(QPainter &painter, int bar, const Scale &scale) const;

    QList<Bar> m_bars;
    Shape m_shape = Shape::Rows;
    int m_current = -1;
    int m_first = 0; ///< that is in sight
};

} // namespace foyer
