#include "ui/widgets/Layouts.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/EvenRows.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QScrollerProperties>
#include <QStyle>
#include <QTimer>

namespace foyer {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) {}
FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    invalidate();
    return m_items.takeAt(index);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width() + (size.isEmpty() ? 0 : gap()), qMax(size.height(), hint.height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::gap() const
{
    const QWidget *owner = parentWidget();
    return owner ? owner->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, owner) : 0;
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    int x = rect.x(), y = rect.y(), lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        QSize size = item->sizeHint().boundedTo({rect.width(), QLAYOUTSIZE_MAX});
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += lineHeight + gap();
            lineHeight = 0;
        }
        if (move)
            item->setGeometry({{x, y}, size});
        x += size.width() + gap();
        lineHeight = qMax(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

TurningBox::TurningBox(QWidget *parent, Beside beside)
    : QWidget(parent), m_beside(beside), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
}

void TurningBox::add(QWidget *part, int stretch) { m_layout->addWidget(part, stretch); }

bool TurningBox::event(QEvent *event)
{
    const bool isOfSize = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (isOfSize)
        turn(); // there is less room, or more to put into it
    const bool isHandled = QWidget::event(event);
    if (isOfSize)
        turn(); // what was laid out just now may want more than it said before
    return isHandled;
}

void TurningBox::turn()
{
    const QSize screen = window()->size(); // not its own: what stands below takes height from it
    const bool may = m_beside == Beside::Anywhere || screen.width() > screen.height();
    const bool beside = may && widthBeside() <= width();
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize TurningBox::minimumSizeHint() const
{
    int widest = 0; // whatever the direction is now: it turns before a part is cut
    for (int i = 0; i < m_layout->count(); ++i)
        widest = qMax(widest, m_layout->itemAt(i)->minimumSize().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

int TurningBox::widthBeside() const
{
    int width = (m_layout->count() - 1) * qMax(0, m_layout->spacing());
    for (int i = 0; i < m_layout->count(); ++i)
        width += m_layout->itemAt(i)->minimumSize().width();
    return width;
}

namespace {
constexpr int fewLines = 2; ///< of a list that has to give way

/// Of the largest block of buttons in it, which is what a layout takes from first; but not in what scrolls there.
int airIn(const QWidget &content)
{
    const auto isOfIt = [&content](const QWidget *at) {
        while (at != &content && !qobject_cast<const QAbstractScrollArea *>(at))
            at = at->parentWidget();
        return at == &content;
    };
    int air = 0;
    for (const auto *rows : content.findChildren<EvenRows *>())
        if (rows->parentWidget()->isVisibleTo(&content) && isOfIt(rows->parentWidget()))
            air = std::max(air, rows->air());
    return air;
}

int leastHeight(const QWidget &content, int width)
{
    const QLayout *layout = content.layout();
    return layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width) - airIn(content)
                                       : layout->totalMinimumSize().height();
}

class Body : public QScrollArea
{
public:
    explicit Body(QWidget *parent) : QScrollArea(parent)
    {
        setFocusPolicy(Qt::NoFocus);                                   // the keyboard walks what is inside
        const auto showFocused = [this](QWidget *, QWidget *focused) { // Tab may have come from outside
            if (focused && widget() && widget()->isAncestorOf(focused))
                bringIntoSight(focused);
        };
        connect(qApp, &QApplication::focusChanged, this, showFocused);
    }

    void learnManners()
    {
        QScrollerProperties manners;
        manners.setScrollMetric(
            QScrollerProperties::MousePressEventDelay, 0.0); // a press shows at once (100 ms is the limit)
        if (FoyerStyle::of(this).motion() == Motion::Reduced)
            manners.setScrollMetric(QScrollerProperties::MinimumVelocity, 1'000.0); // m/s: nothing rolls on
        QScroller::scroller(viewport())->setScrollerProperties(manners);
    }
    QSize sizeHint() const override { return isAtDesk() ? minimumSizeHint() : QScrollArea::sizeHint(); }
    QSize minimumSizeHint() const override
    {
        if (!isAtDesk())
            return QScrollArea::minimumSizeHint();
        const int wanted = widget()->minimumSizeHint().width() + barWidth();
        const int width =
            std::min(wanted, window()->width() / 3); // a name of thousands of letters breaks, all else fits
        return {width, std::min(few(), leastHeight(*widget(), std::max(viewport()->width(), width)))};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        if (isAtDesk())
            updateGeometry(); // what it asks for depends on its width, and on the window's
    }
    virtual void bringIntoSight(QWidget *focused) { ensureWidgetVisible(focused); }
    int barWidth() const { return style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this); }
    int few() const { return fewLines * QFontMetrics(FoyerStyle::of(this).font(TypeRole::Body)).height(); }
    bool isAtDesk() const { return FoyerStyle::of(this).place() == Place::Desk && widget() && widget()->layout(); }
    void changeEvent(QEvent *event) override
    {
        QScrollArea::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            learnManners();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest && isAtDesk())
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

/// As large as its content needs at least: QScrollArea asks what a content would like, and a list would like a lot.
class Roomy final : public Body
{
public:
    using Body::Body;

protected:
    void bringIntoSight(QWidget *focused) override
    {
        ensureWidgetVisible(focused, 0, few());
        QTimer::singleShot(0, this, [this, focused = QPointer(focused)] { // once what came with it is laid out
            if (focused && focused->hasFocus())
                ensureWidgetVisible(focused, 0, few());
        });
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isHandled = Body::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return isHandled;
    }
    void resizeEvent(QResizeEvent *event) override
    {
        Body::resizeEvent(event);
        if (widget())
            fit();
    }

private:
    void fit()
    {
        const QSize all = maximumViewportSize();
        const int width = all.width() - (leastHeight(*widget(), all.width()) > all.height() ? barWidth() : 0);
        widget()->resize(width, std::max(all.height(), leastHeight(*widget(), width)));
    }
};
} // namespace

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new Body(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->learnManners();
    const auto dragOnlyWhatOverflows = [area, drags = false](int, int most) mutable { // QScroller doesn't tell whether
        if (most > 0 && !drags) // grabbed again it would leak its recogniser
            QScroller::grabGesture(area->viewport(), QScroller::LeftMouseButtonGesture);
        else if (most == 0 && drags)
            QScroller::ungrabGesture(area->viewport()); // a drag inside, on a map, is then the map's alone
        drags = most > 0;
    };
    QObject::connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, dragOnlyWhatOverflows);
    return area;
}

QScrollArea *roomy(QWidget *content, QWidget *parent)
{
    auto *area = new Roomy(parent); // a drag inside marks text, or moves a map
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace foyer
