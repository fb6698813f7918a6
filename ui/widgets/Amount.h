#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

namespace foyer {

/// A number that people came for, in digits of equal width; shrinks rather than be cut.
class Amount : public QWidget
{
    Q_OBJECT
public:
    Amount(TypeRole role, Qt::Alignment alignment, QWidget *parent = nullptr);

    void setText(const QString &text); ///< as people read it: "₩176,000"
    void setTone(Tone tone);
    void setRole(TypeRole role);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont fittingFont() const;

    TypeRole m_role;
    Qt::Alignment m_alignment;
    Tone m_tone = Tone::Ink;
    QString m_text;
};

} // namespace foyer
