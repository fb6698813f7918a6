#include "domain/MoneyInput.h"

#include "domain/Limits.h"

#include <QRegularExpression>
#include <cmath>

namespace foyer {

using namespace Qt::StringLiterals;

std::optional<Money> moneyTyped(const QString &typed, const Currency &currency)
{
    static const QRegularExpression form(u"\\A([0-9]{1,3}(?:,?[0-9]{3})*|[0-9]+)(?:\\.([0-9]+))?\\z"_s);
    const auto parts = form.match(typed.trimmed());
    const int decimals = currency.decimals();
    if (!parts.hasMatch() || parts.captured(2).size() > decimals)
        return std::nullopt;
    const QString digits = parts.captured(1).remove(u',') + parts.captured(2).leftJustified(decimals, u'0');
    bool isNumber = false;
    const qint64 minor = digits.toLongLong(&isNumber);
    return isNumber && minor <= limits::moneyMax ? std::optional(Money{minor, currency}) : std::nullopt;
}

QString typedText(const Money &money)
{
    const int decimals = money.currency.decimals();
    QString digits = QString::number(money.minor).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return digits;
}

} // namespace foyer
