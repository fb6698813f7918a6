#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QString symbolOf(const Currency &currency)
{
    static const QHash<QString, QString> symbols{{u"KRW"_s, u"₩"_s}, {u"USD"_s, u"$"_s}, {u"EUR"_s, u"€"_s},
        {u"GBP"_s, u"£"_s}, {u"JPY"_s, u"¥"_s}, {u"VND"_s, u"₫"_s}};
    const QString code = currency.text();
    return symbols.value(code, code + u'\u00a0');
}

quint64 powerOfTen(int exponent)
{
    quint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}
} // namespace

QString moneyText(const Money &money, const QLocale &locale)
{
    const int decimals = money.currency.decimals();
    const quint64 unit = powerOfTen(decimals);
    const quint64 minor = money.minor < 0 ? 0 - quint64(money.minor) : quint64(money.minor);
    QString text = symbolOf(money.currency) + locale.toString(qulonglong(minor / unit));
    if (decimals > 0)
        text += locale.decimalPoint() + QString::number(minor % unit).rightJustified(decimals, u'0');
    return money.minor < 0 ? u'−' + text : text;
}

QString Wording::dateText(const QDateTime &at, const QTimeZone &zone) const
{
    //: A day as QLocale writes it: ddd is the weekday, MMM the month's name, M its number.
    return m_locale.toString(at.toTimeZone(zone).date(), tr("ddd d MMM"));
}

QString Wording::timeText(const QDateTime &at, const QTimeZone &zone) const
{
    return m_locale.toString(at.toTimeZone(zone).time(), u"HH:mm"_s);
}

QString Wording::dateTimeText(const QDateTime &at, const QTimeZone &zone) const
{
    //: %1 is a day, %2 a time.
    return tr("%1, %2").arg(dateText(at, zone), timeText(at, zone));
}

QString Wording::fullDateTimeText(const QDateTime &at, const QTimeZone &zone) const
{
    const QString date = m_locale.toString(at.toTimeZone(zone).date(), tr("ddd d MMM yyyy"));
    return tr("%1, %2").arg(date, timeText(at, zone));
}

QString Wording::momentText(const QDateTime &at, const QDateTime &now, const QTimeZone &zone) const
{
    const bool isToday = at.toTimeZone(zone).date() == now.toTimeZone(zone).date();
    return isToday ? timeText(at, zone) : dateTimeText(at, zone);
}

QString Wording::waitText(const WaitEstimate &wait) const
{
    return wait.to < 1min ? tr("less than a minute") : minutesText(wait);
}

QString Wording::minutesText(const WaitEstimate &wait) const
{
    const auto from = std::max(1min, std::chrono::floor<std::chrono::minutes>(wait.from));
    const auto to = std::chrono::ceil<std::chrono::minutes>(wait.to);
    if (from >= to)
        return tr("about %n minute(s)", nullptr, int(to.count()));
    return tr("about %1–%2 minutes").arg(from.count()).arg(to.count());
}

QString Wording::durationText(std::chrono::seconds duration) const
{
    if (duration < 1min)
        return tr("%n second(s)", nullptr, int(std::max(1s, duration).count()));
    return tr("%n minute(s)", nullptr, int(std::chrono::ceil<std::chrono::minutes>(duration).count()));
}

QString Wording::countdownText(std::chrono::seconds left)
{
    const auto seconds = std::max(0s, left).count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace foyer
