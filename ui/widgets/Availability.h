#pragma once

#include "ui/theme/Tokens.h"

#include <QRectF>

class QPainter;

namespace foyer
{

/// What a date or performance offers, told by shape and colour and, beside it, by word.
enum class Availability : quint8 { OnSale, FewLeft, SoldOut, NotYet };

Tone toneOf(Availability availability);
/// Full disc, half disc, empty ring, diamond.
void paintAvailability(QPainter &painter, Availability availability, const QRectF &box, const QColor &color);

} // namespace foyer
