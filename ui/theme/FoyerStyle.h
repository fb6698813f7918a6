#pragma once

#include "ui/theme/Tokens.h"

#include <QProxyStyle>

class QApplication;

namespace foyer
{

/// Draws Qt's own widgets in the house's theme and hands the theme to ours. The one way to a theme is a widget's style,
/// so that changing theme or text size is one new style for the application: every widget then hears StyleChange.
class FoyerStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit FoyerStyle(const Theme &theme);

    static void wear(QApplication &application, const Theme &theme); ///< now, and on every change
    static const Theme &of(const QWidget *widget);                   ///< the application must wear a FoyerStyle

    const Theme &theme() const { return m_theme; }

    QPalette standardPalette() const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;

private:
    Theme m_theme;
};

} // namespace foyer
