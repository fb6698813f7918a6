#pragma once

#include "ui/widgets/Pressable.h"

namespace foyer {

/// Shows a line as it is typed, under what it is called; pressing it says that typing goes there. Text that is long
/// becomes smaller, then loses its beginning. Typing is its owner's.
class TypedField : public Pressable
{
    Q_OBJECT
public:
    explicit TypedField(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setTyped(const QString &typed, const QString &rest); ///< `rest` is what may follow, quietly
    void setActive(bool active);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const { return theme().font(TypeRole::Caption); }
    QFont typedFont() const { return theme().font(TypeRole::Heading, Weight::Strong); }
    QFont fittingFont(double width) const;

    QString m_typed, m_rest;
    bool m_isActive = false;
};

} // namespace foyer
