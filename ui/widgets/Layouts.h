#pragma once

#include <QBoxLayout>
#include <QLayout>
#include <QList>
#include <QWidget>

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

/// Puts its two or more parts side by side where they fit, else one below the other.
class TurningBox : public QWidget
{
    Q_OBJECT
public:
    enum class Beside : quint8 { OnWideScreens, Anywhere };
    explicit TurningBox(QWidget *parent = nullptr, Beside beside = Beside::OnWideScreens);

    void add(QWidget *part, int stretch); ///< takes it over
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void turn();
    int widthBeside() const;

    Beside m_beside;
    QBoxLayout *m_layout;
};

/// What may be higher than the screen: drags under a finger, has no sideways scrolling and no ground of its own. At the
/// desk it lies in what is roomy, and asks for a few lines only.
QScrollArea *scrolling(QWidget *content, QWidget *parent);
/// A part of the desk that is never squeezed: what is in it gives way as far as it can, and then all of it scrolls.
QScrollArea *roomy(QWidget *content, QWidget *parent);

} // namespace foyer
