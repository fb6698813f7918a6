#pragma once

#include "ui/widgets/Glyph.h"
#include "ui/widgets/Pressable.h"

namespace foyer {

/// A button that says what it does: text, optionally an icon before it and a second line below. Text wraps; when the
/// width is short the icon moves above it.
class ActionButton : public Pressable
{
    Q_OBJECT
public:
    enum class Size : quint8 { Dense, Compact, Normal, Key, Large };

    explicit ActionButton(ButtonLook look, QWidget *parent = nullptr);
    ActionButton(ButtonLook look, Size size, QWidget *parent = nullptr);

    void setLook(ButtonLook look);
    void setSize(Size size);
    void setGlyph(Glyph glyph);
    void setGlyphAbove(bool above); ///< also where both would fit side by side
    void setSecondLine(const QString &text);
    /// For a button without text.
    void setGlyphOnly(Glyph glyph, const QString &accessibleName);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int widthInOneLine() const; ///< with the icon beside the text
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Parts;
    QFont mainFont() const;
    QFont secondFont() const;
    int padding() const;
    Parts partsFor(int width) const;
    void drawTexts(QPainter &painter, const Parts &parts, double left, double top) const;

    ButtonLook m_look;
    Size m_size;
    Glyph m_glyph = Glyph::None;
    bool m_glyphAbove = false;
    QString m_secondLine;
};

} // namespace foyer
