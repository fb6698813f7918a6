#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

namespace foyer {

/// A paper as it will be printed, as wide as there is room for; drawn anew for every width.
class PaperView : public QWidget
{
    Q_OBJECT
public:
    using Draw = std::function<QImage(double pixelsPerMm)>;
    /// `spoken` is what the paper says, for a screen reader.
    PaperView(QSizeF sizeMm, Draw draw, const QString &spoken, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF m_sizeMm;
    Draw m_draw;
    QImage m_image;
};

} // namespace foyer
