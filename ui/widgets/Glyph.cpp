#include "ui/widgets/Glyph.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

namespace foyer {
using namespace Qt::StringLiterals;

namespace {

/// M x y: start there; L x y: line; O x y r: circle; A x y r from sweep: arc, degrees from three o'clock,
/// anticlockwise; R x y w h r: rounded rectangle; Q x y x y: curve; Z: close.
QLatin1StringView drawingOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::None: return {};
    case Glyph::Back: return "M 15 5 L 8 12 L 15 19"_L1;
    case Glyph::Forward: return "M 9 5 L 16 12 L 9 19"_L1;
    case Glyph::Up: return "M 5 15 L 12 8 L 19 15"_L1;
    case Glyph::Down: return "M 5 9 L 12 16 L 19 9"_L1;
    case Glyph::StartOver: return "A 12 12 8 150 -300 M 4 4 L 4 8.6 L 8.6 8.6"_L1;
    case Glyph::Bell:
        return "M 4.5 17 Q 6.5 15 6.5 10.5 Q 6.5 4.5 12 4.5 Q 17.5 4.5 17.5 10.5 Q 17.5 15 19.5 17 Z M 10.2 20.5 L 13.8 20.5"_L1;
    case Glyph::Person:
        return "O 12 4.4 1.9 M 4.5 9.2 L 12 10.4 L 19.5 9.2 M 12 10.4 L 12 14.5 M 8.6 21 L 12 14.2 L 15.4 21"_L1;
    case Glyph::Globe:
        return "O 12 12 9 M 3 12 L 21 12 M 12 3 Q 7.6 7 7.6 12 Q 7.6 17 12 21 M 12 3 Q 16.4 7 16.4 12 Q 16.4 17 12 21"_L1;
    case Glyph::Plus: return "M 12 5 L 12 19 M 5 12 L 19 12"_L1;
    case Glyph::Minus: return "M 5 12 L 19 12"_L1;
    case Glyph::Fit: return "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15"_L1;
    case Glyph::Check: return "M 5 12.5 L 10 17.5 L 19 7"_L1;
    case Glyph::Card: return "R 2.5 4.5 19 15 2.4 M 2.5 9.5 L 21.5 9.5 M 6.5 15.2 L 10.5 15.2"_L1;
    case Glyph::Cash: return "R 2 6 20 12 1.8 O 12 12 2.8 M 5.6 12 L 5.8 12 M 18.2 12 L 18.4 12"_L1;
    case Glyph::Cross: return "M 6 6 L 18 18 M 18 6 L 6 18"_L1;
    case Glyph::Sparkle:
        return "M 12 3.5 Q 12.6 11.4 20.5 12 Q 12.6 12.6 12 20.5 Q 11.4 12.6 3.5 12 Q 11.4 11.4 12 3.5 Z"_L1;
    case Glyph::List: return "M 9 6 L 20 6 M 9 12 L 20 12 M 9 18 L 20 18 O 4.5 6 0.8 O 4.5 12 0.8 O 4.5 18 0.8"_L1;
    case Glyph::Printer: return "M 7 8.5 L 7 3.5 L 17 3.5 L 17 8.5 R 3 8.5 18 8 2 R 7 13.5 10 7 1"_L1;
    case Glyph::Warning: return "M 12 3.5 L 22 20.5 L 2 20.5 Z M 12 10 L 12 14.5 M 12 17.4 L 12 17.6"_L1;
    case Glyph::Info: return "O 12 12 9 M 12 11.5 L 12 16.5 M 12 7.6 L 12 7.8"_L1;
    case Glyph::Wheelchair:
        return "O 10 4 1.6 M 10 8.5 L 10 14 L 15.5 14 L 18 19.5 L 20 19 M 10 10.8 L 14.5 10.8 A 10.5 16 5 130 215"_L1;
    case Glyph::Erase: return "M 9 5.5 L 21 5.5 L 21 18.5 L 9 18.5 L 3 12 Z M 12 9.5 L 17 14.5 M 17 9.5 L 12 14.5"_L1;
    }
    return {};
}

class PathReader
{
public:
    explicit PathReader(QLatin1StringView drawing) : m_words(QString(drawing).split(QChar::Space, Qt::SkipEmptyParts))
    {
    }

    QPainterPath read()
    {
        while (m_next < m_words.size())
            step(m_words[m_next++][0].toLatin1());
        return m_path;
    }

private:
    double number() { return m_words[m_next++].toDouble(); }
    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }
    void step(char command)
    {
        const QPointF at = command == 'Z' ? QPointF() : point();
        switch (command) {
        case 'M': m_path.moveTo(at); break;
        case 'L': m_path.lineTo(at); break;
        case 'Q': m_path.quadTo(at, point()); break;
        case 'Z': m_path.closeSubpath(); break;
        case 'O': {
            const double r = number();
            m_path.addEllipse(at, r, r);
            break;
        }
        case 'A': {
            const double r = number(), from = number();
            const QRectF box(at - QPointF(r, r), QSizeF(2 * r, 2 * r));
            m_path.arcMoveTo(box, from);
            m_path.arcTo(box, from, number());
            break;
        }
        case 'R': {
            const double w = number(), h = number(), r = number();
            m_path.addRoundedRect(QRectF(at, QSizeF(w, h)), r, r);
            break;
        }
        }
    }

    QStringList m_words;
    qsizetype m_next = 0;
    QPainterPath m_path;
};

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &color)
{
    if (glyph == Glyph::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 24, box.height() / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(PathReader(drawingOf(glyph)).read());
    painter.restore();
}

} // namespace foyer
