#pragma once

#include "ui/theme/Tokens.h"
#include "ui/widgets/Glyph.h"

#include <QWidget>

namespace foyer
{

/// A glyph that only shows; `times` scales it against the text's icon size. Filled: on a disc of its tone.
class Icon : public QWidget
{
    Q_OBJECT
public:
    enum class Style : quint8 { Plain, Disc };
    Icon(Glyph glyph, Tone tone, double times, Style style, QWidget *parent = nullptr);
    explicit Icon(Glyph glyph, QWidget *parent = nullptr) : Icon(glyph, Tone::Ink, 1, Style::Plain, parent) {}

    void set(Glyph glyph, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
    Tone m_tone;
    double m_times;
    Style m_style;
};

} // namespace foyer
