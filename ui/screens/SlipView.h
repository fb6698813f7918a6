#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

namespace foyer {

/// The slip as it would be printed, as large as there is room both ways.
class SlipView : public QWidget
{
    Q_OBJECT
public:
    using Draw = std::function<QImage(double pixelsPerMm)>;
    explicit SlipView(QWidget *parent = nullptr);

    void setPaper(const QSizeF &sizeMm, Draw draw);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF m_sizeMm;
    Draw m_draw;
};

} // namespace foyer
