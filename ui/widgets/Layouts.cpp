#include "ui/widgets/Layouts.h"

#include "ui/theme/FoyerStyle.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QScrollerProperties>
#include <QStyle>

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
class Body final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    void learnManners()
    {
        QScrollerProperties manners;
        manners.setScrollMetric(
            QScrollerProperties::MousePressEventDelay, 0.0); // a press shows at once (100 ms is the limit)
        if (FoyerStyle::of(this).motion() == Motion::Reduced)
            manners.setScrollMetric(QScrollerProperties::MinimumVelocity, 1'000.0); // m/s: nothing rolls on
        QScroller::scroller(viewport())->setScrollerProperties(manners);
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QScrollArea::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            learnManners();
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
    area->setFocusPolicy(Qt::NoFocus); // the keyboard walks what is inside
    area->learnManners();
    const auto dragOnlyWhatOverflows = [area, drags = false](int, int most) mutable { // QScroller doesn't tell whether
        if (most > 0 && !drags) // grabbed again it would leak its recogniser
            QScroller::grabGesture(area->viewport(), QScroller::LeftMouseButtonGesture);
        else if (most == 0 && drags)
            QScroller::ungrabGesture(area->viewport()); // a drag inside, on a map, is then the map's alone
        drags = most > 0;
    };
    QObject::connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, dragOnlyWhatOverflows);
    const auto showFocused = [area](QWidget *, QWidget *focused) { // Tab may have come from outside
        if (focused && area->widget() && area->widget()->isAncestorOf(focused))
            area->ensureWidgetVisible(focused);
    };
    QObject::connect(qApp, &QApplication::focusChanged, area, showFocused);
    return area;
}

} // namespace foyer
