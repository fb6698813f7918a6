#pragma once

#include "ui/widgets/Availability.h"
#include "ui/widgets/Pressable.h"

#include <QColor>
#include <optional>

namespace foyer {

/// One line of what can be bought. Empty parts take no room; a bar in the show's colour or a lead starts the line.
struct Offer {
    QString lead; ///< the time, large
    QColor bar;
    QString overline, title, details;
    QString price, note;                      ///< at the end of the line
    std::optional<Availability> availability; ///< gives the note its shape and colour
    friend bool operator==(const Offer &, const Offer &) = default;
};

/// Shows an Offer; the price moves below the title when both don't fit.
class OfferRow : public Pressable
{
    Q_OBJECT
public:
    explicit OfferRow(QWidget *parent = nullptr);

    void setOffer(const Offer &offer);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Parts;
    Parts partsFor(double width) const;
    double startWidth() const;
    void paintStart(QPainter &painter, double left) const;
    void paintEnd(QPainter &painter, const Parts &parts, double left, double top, double width) const;

    Offer m_offer;
};

} // namespace foyer
