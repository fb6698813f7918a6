#pragma once

#include <QBoxLayout>
#include <QLayout>
#include <QList>

class QScrollArea;

namespace foyer {

/// Lays its items in lines from the left, as words are; spacing is the style's.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override; ///< takes it over
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool move) const; ///< returns the height
    int gap() const;

    QList<QLayoutItem *> m_items;
};

/// Puts its two or more parts side by side when the window is wider than high, else one below the other.
class TurningBox : public QWidget
{
    Q_OBJECT
public:
    explicit TurningBox(QWidget *parent = nullptr);

    void add(QWidget *part, int stretch); ///< takes it over

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_layout;
};

/// What may be higher than the screen: drags under a finger, has no sideways scrolling and no ground of its own.
QScrollArea *scrolling(QWidget *content, QWidget *parent);

} // namespace foyer
