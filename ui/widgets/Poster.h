#pragma once

#include <QColor>
#include <QPixmap>
#include <QStringList>
#include <QWidget>

namespace foyer
{

class Theme;

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
    void changeEvent(QEvent *event) override;

private:
    QPixmap draw(const Theme &theme) const;
    void paintGround(QPainter &painter, const Theme &theme) const;
    void paintLines(QPainter &painter, const Theme &theme) const;
    double textHeight(double width) const;
    double paintChips(QPainter *painter, double left, double top, double width) const; ///< returns their height

    QColor m_color;
    quint32 m_seed = 0;
    PosterText m_text;
    QPixmap m_drawing; ///< of the present size and theme; costs too much for every repaint
};

} // namespace foyer
