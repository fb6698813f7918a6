#pragma once

#include <QWidget>

namespace foyer {

/// The colour of a price category, as on the map. Stands beside its name, never alone.
class CategoryDot : public QWidget
{
    Q_OBJECT
public:
    explicit CategoryDot(QWidget *parent = nullptr);

    void setPosition(int position); ///< in the plan's list of categories
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_position = 0;
};

} // namespace foyer
