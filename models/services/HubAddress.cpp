#include "services/HubAddress.h"

#include <QRegularExpression>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
bool isThisMachine(const QString &host)
{
    static const QRegularExpression loopback(u"^127(\\.\\d{1,3}){3}$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || loopback.match(host).hasMatch();
}
} // namespace

HubAddress hubAddressIn(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend(isThisMachine(QUrl(u"//"_s + text).host()) ? "http://"_L1 : "https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return {};
    if (url.scheme() == "http"_L1 && !isThisMachine(url.host()))
        return {url, HubAddress::Fault::NeedsHttps};
    return {url, HubAddress::Fault::None};
}

} // namespace foyer
