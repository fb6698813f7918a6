#include "ui/widgets/OfferRow.h"

#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <memory>

namespace foyer {

struct OfferRow::Parts {
    std::unique_ptr<TextBlock> overline, title, details, price, note;
    double middleWidth = 0, endWidth = 0, noteIcon = 0;
    bool stacked = false; ///< the end lies below the middle

    double middleHeight() const { return overline->height() + title->height() + details->height(); }
    double endHeight() const { return price->height() + note->height(); }
    double height(double gap) const
    {
        return stacked ? middleHeight() + gap + endHeight() : qMax(middleHeight(), endHeight());
    }
};

OfferRow::OfferRow(QWidget *parent) : Pressable(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OfferRow::setOffer(const Offer &offer)
{
    if (m_offer == offer)
        return; // nothing is laid out anew for a change elsewhere in a list
    m_offer = offer;
    QStringList spoken{offer.lead, offer.overline, offer.title, offer.details, offer.price, offer.note};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

double OfferRow::startWidth() const
{
    if (!m_offer.lead.isEmpty())
        return tabularWidth(m_offer.lead, theme().font(TypeRole::Heading)) + theme().space(4);
    return m_offer.bar.isValid() ? theme().space(5) : 0;
}

OfferRow::Parts OfferRow::partsFor(double width) const
{
    const QFont strong = theme().font(TypeRole::Body, Weight::Strong), small = theme().font(TypeRole::Caption);
    const QFont note = theme().font(TypeRole::Caption, Weight::Strong);
    const double room = width - 2 * theme().space(4) - startWidth();
    Parts parts;
    parts.noteIcon = m_offer.availability ? QFontMetricsF(note).capHeight() + theme().space(1) : 0;
    const double end = qMax(TextBlock::naturalWidth(m_offer.price, strong),
        m_offer.note.isEmpty() ? 0 : TextBlock::naturalWidth(m_offer.note, note) + parts.noteIcon);
    const double title = qMax(TextBlock::naturalWidth(m_offer.title, strong),
        qMin(TextBlock::naturalWidth(m_offer.details, small), room * 0.55));
    parts.stacked = title + theme().space(2) + end > room;
    parts.endWidth = parts.stacked ? room : end;
    parts.middleWidth = parts.stacked ? room : room - end - theme().space(2);
    const auto block = [](const QString &text, const QFont &font, double lineWidth) {
        return std::make_unique<TextBlock>(text, font, lineWidth);
    };
    parts.overline = block(m_offer.overline, small, parts.middleWidth);
    parts.title = block(m_offer.title, strong, parts.middleWidth);
    parts.details = block(m_offer.details, small, parts.middleWidth);
    parts.price = block(m_offer.price, strong, parts.endWidth);
    parts.note = block(m_offer.note, note, parts.endWidth - parts.noteIcon);
    return parts;
}

int OfferRow::heightForWidth(int width) const
{
    return qMax(theme().target(), qCeil(partsFor(width).height(theme().space(1))) + 2 * theme().space(3));
}

QSize OfferRow::sizeHint() const
{
    const int width = theme().space(80);
    return {width, heightForWidth(width)};
}

void OfferRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintButton(painter, theme(), rect(), theme().radius(), ButtonLook::Secondary, state());
    const Colors &c = theme().colors();
    const Parts parts = partsFor(width());
    const double left = theme().space(4), text = left + startWidth();
    paintStart(painter, left);
    double y = (height() - parts.height(theme().space(1))) / 2;
    if (!parts.stacked)
        paintEnd(painter, parts, width() - left - parts.endWidth, (height() - parts.endHeight()) / 2, parts.endWidth);
    y = parts.stacked ? y : (height() - parts.middleHeight()) / 2;
    parts.overline->draw(painter, {text, y}, c.softInk);
    parts.title->draw(painter, {text, y += parts.overline->height()}, content(ButtonLook::Secondary));
    parts.details->draw(painter, {text, y += parts.title->height()}, c.softInk);
    if (parts.stacked)
        paintEnd(painter, parts, text, y + parts.details->height() + theme().space(1), 0);
}

void OfferRow::paintStart(QPainter &painter, double left) const
{
    if (!m_offer.lead.isEmpty()) {
        const QFont font = theme().font(TypeRole::Heading);
        const QFontMetricsF metrics(font);
        const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
        drawTabular(painter, {left, baseline}, m_offer.lead, font, content(ButtonLook::Secondary));
    } else if (m_offer.bar.isValid()) {
        const double inset = theme().space(3), bar = theme().space(1) * 1.5;
        paintPanel(painter, {left, inset, bar, height() - 2 * inset}, bar / 2, m_offer.bar);
    }
}

/// Right-aligned within `width`; from `left` when it is 0.
void OfferRow::paintEnd(QPainter &painter, const Parts &parts, double left, double top, double width) const
{
    const Colors &c = theme().colors();
    const double noteWidth = parts.note->size().width() + parts.noteIcon;
    const double priceLeft = width > 0 ? left + width - parts.price->size().width() : left;
    double noteLeft = width > 0 ? left + width - noteWidth : left;
    parts.price->draw(painter, {priceLeft, top}, content(ButtonLook::Secondary));
    const QColor tone = m_offer.availability ? theme().tone(toneOf(*m_offer.availability)) : c.ink;
    const double noteTop = top + parts.price->height();
    if (m_offer.availability) {
        const QFontMetricsF metrics(theme().font(TypeRole::Caption, Weight::Strong));
        const double side = metrics.capHeight();
        paintAvailability(
            painter, *m_offer.availability, {noteLeft, noteTop + metrics.ascent() - side, side, side}, tone);
        noteLeft += parts.noteIcon;
    }
    parts.note->draw(painter, {noteLeft, noteTop}, tone);
}

} // namespace foyer
