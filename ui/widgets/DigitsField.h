#pragma once

#include <QList>
#include <QWidget>

namespace foyer
{

/// Shows digits as they are typed, in groups: "010-4821-____"; Masked shows a dot for each. Typing is the keypad's.
class DigitsField : public QWidget
{
    Q_OBJECT
public:
    enum class Show : quint8 { Digits, Masked };
    DigitsField(const QList<int> &groups, Show show, QWidget *parent = nullptr);

    void setName(const QString &name); ///< for a screen reader, which also hears plain digits but never masked ones
    void setDigits(const QString &digits);
    int capacity() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double cellWidth() const;
    double separatorWidth() const;
    void paintCell(QPainter &painter, const QRectF &cell, int index) const;
    QFont digitFont() const;

    QList<int> m_groups;
    Show m_show;
    QString m_digits;
};

} // namespace foyer
