#pragma once

#include <QStringList>
#include <QWidget>

namespace foyer
{

/// Where one is: steps done, now and to come. Tells, doesn't act.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(QWidget *parent = nullptr);

    void setSteps(const QStringList &names, int now); ///< `now` from 0

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont nameFont(bool now) const;
    void paintStep(QPainter &painter, const QRectF &cell, int step) const;

    QStringList m_names;
    int m_now = 0;
};

} // namespace foyer
