#include "ui/theme/FoyerStyle.h"

#include "domain/Require.h"
#include "ui/theme/Paint.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>

namespace foyer {
using namespace Qt::StringLiterals;

namespace {

ButtonState stateOf(const QStyleOption &option)
{
    return {.enabled = option.state.testFlag(QStyle::State_Enabled),
        .down = option.state.testFlag(QStyle::State_Sunken),
        .focused = option.state.testFlag(QStyle::State_HasFocus),
        .chosen = option.state.testFlag(QStyle::State_On)};
}

void drawPushButton(const Theme &theme, const QStyleOptionButton &option, QPainter &painter)
{
    const bool isDefault = option.features.testFlag(QStyleOptionButton::DefaultButton);
    const ButtonLook look = isDefault ? ButtonLook::Primary : ButtonLook::Raised;
    paintButton(painter, theme, option.rect, theme.radius(), look, stateOf(option));
    painter.setFont(theme.font(TypeRole::Body, Weight::Strong));
    painter.setPen(buttonColors(theme, look, stateOf(option)).content);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void drawProgressBar(const Theme &theme, const QStyleOptionProgressBar &option, QPainter &painter)
{
    const QRectF groove = option.rect;
    const double radius = groove.height() / 2;
    const Colors &c = theme.colors();
    paintPanel(
        painter, groove, radius, c.raised, theme.kind() == ThemeKind::HighContrast ? c.line : QColor(), theme.stroke());
    const int range = option.maximum - option.minimum;
    if (range <= 0 || option.progress <= option.minimum)
        return;
    const double share = double(option.progress - option.minimum) / range;
    paintPanel(painter,
        QRectF(groove.topLeft(), QSizeF(qMax(groove.height(), groove.width() * share), groove.height())), radius,
        c.accent);
}

void drawScrollBar(const Theme &theme, const QRectF &slider, Qt::Orientation orientation, bool down, QPainter &painter)
{
    // The handle is thinner than what can be grabbed.
    const double margin = 0.28 * (orientation == Qt::Vertical ? slider.width() : slider.height());
    const QRectF handle = slider.adjusted(margin, margin, -margin, -margin);
    const double radius = qMin(handle.width(), handle.height()) / 2;
    paintPanel(painter, handle, radius, down ? theme.colors().accent : theme.colors().line);
}

void drawField(const Theme &theme, const QStyleOption &option, QPainter &painter)
{
    const Colors &c = theme.colors();
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    paintPanel(painter, option.rect, theme.radius() / 1.5, c.surface, focused ? c.focus : c.line,
        focused ? theme.focusWidth() : theme.stroke());
}

void drawItemRow(const Theme &theme, const QStyleOption &option, bool isCell, QPainter &painter)
{
    if (option.state.testFlag(QStyle::State_Selected) && isCell)
        painter.fillRect(option.rect, theme.colors().accent); // one band over all of a table's row
    else if (option.state.testFlag(QStyle::State_Selected))
        paintPanel(painter, option.rect, theme.radius() / 2.0, theme.colors().accent);
    if (option.state.testFlag(QStyle::State_HasFocus) && !isCell)
        paintFocusRing(painter, theme, option.rect, theme.radius() / 2.0);
}

void drawHeaderLabel(const Theme &theme, const QStyleOptionHeader &option, QPainter &painter)
{
    painter.setFont(theme.font(TypeRole::Caption));
    painter.setPen(theme.colors().softInk);
    const QRect text = option.rect.adjusted(theme.space(2), 0, -theme.space(2), 0);
    const QString fitting = painter.fontMetrics().elidedText(option.text, Qt::ElideRight, text.width());
    painter.drawText(text, int(option.textAlignment) | Qt::TextSingleLine, fitting);
}

} // namespace

FoyerStyle::FoyerStyle(const Theme &theme) : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_theme(theme) {}

void FoyerStyle::wear(QApplication &application, const Theme &theme)
{
    application.setFont(theme.font(TypeRole::Body));
    auto *style = new FoyerStyle(theme);
    application.setStyle(style); // owned by the application, which deletes the one before
    application.setPalette(style->standardPalette());
}

const Theme &FoyerStyle::of(const QWidget *widget)
{
    const auto *style = qobject_cast<const FoyerStyle *>(widget->style());
    FOYER_REQUIRE(style != nullptr);
    return style->m_theme;
}

QPalette FoyerStyle::standardPalette() const
{
    const Colors &c = m_theme.colors();
    QPalette palette(c.ink, c.raised, c.raised, c.hairline, c.line, c.ink, c.ink, c.surface, c.ground);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::PlaceholderText, c.softInk);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.ink);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.softInk);
    return palette;
}

void FoyerStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *area = qobject_cast<QAbstractScrollArea *>(widget))
        area->viewport()->setAutoFillBackground(false); // lies on whatever its parent shows
}

void FoyerStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: paintFocusRing(*painter, m_theme, option->rect, m_theme.radius() / 2.0); return;
    case PE_PanelLineEdit: drawField(m_theme, *option, *painter); return;
    case PE_PanelItemViewItem:
        return drawItemRow(m_theme, *option, qobject_cast<const QTableView *>(widget) != nullptr, *painter);
    case PE_FrameLineEdit:
    case PE_Frame:
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FoyerStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && element == CE_PushButton)
        return drawPushButton(m_theme, *button, *painter);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && element == CE_ProgressBar)
        return drawProgressBar(m_theme, *bar, *painter);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        QRect line = option->rect;
        line.setTop(line.bottom() - std::max(1, m_theme.stroke() / 2) + 1);
        return painter->fillRect(line, m_theme.colors().hairline);
    }
    if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option); head && element == CE_HeaderLabel)
        return drawHeaderLabel(m_theme, *head, *painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FoyerStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (slider->maximum > slider->minimum)
        drawScrollBar(m_theme, subControlRect(control, option, SC_ScrollBarSlider, widget), slider->orientation,
            slider->activeSubControls.testFlag(SC_ScrollBarSlider) && slider->state.testFlag(State_Sunken), *painter);
}

QRect FoyerStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    const int least = qMin(m_theme.target(), length);
    const int handle = range > 0 ? qMax(least, int(qint64(length) * bar->pageStep / (range + bar->pageStep))) : length;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return part(start, handle);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + handle, length - start - handle);
    default: return {}; // no arrows: nobody hits them
    }
}

QRect FoyerStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const int margin = m_theme.space(2);
    switch (element) {
    case SE_LineEditContents:
    case SE_ItemViewItemText: return rect.adjusted(margin, 0, -margin, 0);
    default: return rect;
    }
}

QSize FoyerStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return (contents + QSize(m_theme.space(6), m_theme.space(3))).expandedTo({m_theme.target(), m_theme.target()});
    case CT_LineEdit:
        return (contents + QSize(m_theme.space(4), m_theme.space(3))).expandedTo({m_theme.target(), m_theme.target()});
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return size.expandedTo({0, m_theme.target()});
    }
    default: return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

int FoyerStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_DefaultFrameWidth:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return qMax(m_theme.gap(), m_theme.space(2));
    case PM_ScrollView_ScrollBarOverlap: // a finger drags the page: its bar only shows where, and takes no width
        return m_theme.place() == Place::Kiosk ? m_theme.px(4) : 0;
    case PM_ScrollBarExtent: return m_theme.px(4);
    case PM_ScrollBarSliderMin: return m_theme.target();
    case PM_TextCursorWidth: return m_theme.stroke();
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FoyerStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace foyer
