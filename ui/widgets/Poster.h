#pragma once

#include "ui/widgets/PosterDrawing.h"

#include <QStringList>
#include <QWidget>
#include <optional>

namespace foyer {

/// What a poster says; any part may be empty.
struct PosterText {
    QString overline, title, subtitle;
    QStringList chips;
};

/// A poster drawn from a show's colour and a seed: every show gets its own lines, the same ones everywhere.
class Poster : public QWidget
{
    Q_OBJECT
public:
    explicit Poster(QWidget *parent = nullptr);

    void setShow(const QColor &color, quint32 seed);
    void setText(const PosterText &text);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void redraw();
    double textHeight(double width) const;
    double paintChips(QPainter *painter, double left, double top, double width) const; ///< returns their height

    QColor m_color;
    quint32 m_seed = 0;
    PosterText m_text;
    QImage m_drawing;                     ///< costs too much for every repaint
    std::optional<PosterDrawing> m_drawn; ///< what it is of
    bool m_isDrawing = false;
};

} // namespace foyer
