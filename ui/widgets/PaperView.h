#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

namespace foyer {

/// A paper as it will be printed, as large as there is room for; drawn anew for every size. Its height follows its
/// width, unless its owner lets it expand both ways.
class PaperView : public QWidget
{
    Q_OBJECT
public:
    using Draw = std::function<QImage(double pixelsPerMm)>;
    explicit PaperView(QWidget *parent = nullptr);

    /// `spoken` is what the paper says, for a screen reader.
    void setPaper(QSizeF sizeMm, Draw draw, const QString &spoken);
    bool hasHeightForWidth() const override { return sizePolicy().hasHeightForWidth(); }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF m_sizeMm{1, 1};
    Draw m_draw;
    QImage m_image;
};

} // namespace foyer
