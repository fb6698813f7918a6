#pragma once

#include "ui/theme/Tokens.h"

#include <QLabel>
#include <optional>

namespace foyer {

/// Text that tells: plain, wrapped, never cut, in the theme's type.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(TypeRole role, QWidget *parent = nullptr);
    Label(TypeRole role, const QString &text, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setWeight(Weight weight);
    void setRole(TypeRole role);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont themeFont() const;

    TypeRole m_role;
    Tone m_tone = Tone::Ink;
    std::optional<Weight> m_weight; ///< none: the role's own
};

} // namespace foyer
