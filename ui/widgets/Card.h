#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>
#include <optional>

namespace foyer
{

/// A rounded surface that holds other things. It sets its own margins; its layout needs none.
class Card : public QWidget
{
    Q_OBJECT
public:
    enum class Look : quint8 { Surface, Raised };
    explicit Card(QWidget *parent = nullptr);
    Card(Look look, int padding, QWidget *parent = nullptr); ///< padding in spaces of the theme

    void setBorder(std::optional<Tone> tone); ///< none: no border
    bool event(QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    int m_padding;
    std::optional<Tone> m_border;
};

} // namespace foyer
