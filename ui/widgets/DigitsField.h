#pragma once

#include <QList>
#include <QWidget>

namespace foyer {

/// Shows digits as they are typed, in groups: "010-4821-____"; Masked shows a dot for each. Typing is the keypad's.
class DigitsField : public QWidget
{
    Q_OBJECT
public:
    enum class Show : quint8 { Digits, Masked };
    DigitsField(const QList<int> &groups, Show show, QWidget *parent = nullptr);

    void setName(const QString &name); ///< for a screen reader, which also hears plain digits but never masked ones
    void setFurther(int digits);       ///< so many more may follow the groups; they show once typed
    void setDigits(const QString &digits);
    int capacity() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< digits become smaller rather than be cut

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int grouped() const; ///< cells that always show
    double cellWidth(const QFont &font) const;
    double separatorWidth(const QFont &font) const;
    double naturalWidth(const QFont &font) const;
    void paintCell(QPainter &painter, const QFont &font, const QRectF &cell, int index) const;
    QFont digitFont() const; ///< as the theme has it
    QFont fittingFont() const;

    QList<int> m_groups;
    int m_further = 0;
    Show m_show;
    QString m_digits;
};

} // namespace foyer
