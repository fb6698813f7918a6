#include "services/HubAddress.h"
#include "services/Secrets.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

/// What people type to join a house.
class HubAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsUnderstood_data()
    {
        using enum HubAddress::Fault;
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addColumn<HubAddress::Fault>("fault");
        const auto row = [](const QString &typed, const QString &url, HubAddress::Fault fault) {
            QTest::newRow(typed.isEmpty() ? "nothing" : qPrintable(typed)) << typed << url << fault;
        };
        row(u"hub.example"_s, u"https://hub.example"_s, None);
        row(u" Hub.Example:8443/ "_s, u"https://hub.example:8443"_s, None);
        row(u"https://hub.example/foyer//"_s, u"https://hub.example/foyer"_s, None);
        row(u"127.0.0.1:8470"_s, u"http://127.0.0.1:8470"_s, None);
        row(u"localhost:8470"_s, u"http://localhost:8470"_s, None);
        row(u"http://[::1]:8470"_s, u"http://[::1]:8470"_s, None);
        row(u"http://hub.example"_s, u"http://hub.example"_s, NeedsHttps);
        row(u"http://127.0.0.1.example"_s, u"http://127.0.0.1.example"_s, NeedsHttps);
        row(u"http://localhost.example"_s, u"http://localhost.example"_s, NeedsHttps);
        row(u"http://10.0.0.5:8470"_s, u"http://10.0.0.5:8470"_s, NeedsHttps);
        for (const QString &none :
            {u""_s, u"/"_s, u"https://"_s, u"ftp://hub.example"_s, u"hub example"_s, u"https://hub.example?a=b"_s,
                u"https://hub.example#a"_s, u"https://localhost@hub.example"_s, u"hub.example:99999999"_s, u"::::"_s})
            row(none, {}, NoAddress);
    }
    void anAddressIsUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        QFETCH(HubAddress::Fault, fault);
        const HubAddress hub = hubAddressIn(typed);
        QCOMPARE(hub.fault, fault);
        QCOMPARE(hub.url.toString(), url);
        QCOMPARE(hub.isGood(), fault == HubAddress::Fault::None);
    }

    void aCodeIsTakenAsItIsMeant()
    {
        QCOMPARE(asMeant(u"7kq4-mw2p 9dxa"_s), u"7KQ4MW2P9DXA"_s);
        QCOMPARE(asMeant(u"oOiIlL"_s), u"001111"_s);
    }
};

QTEST_GUILESS_MAIN(HubAddressTest)
#include "HubAddressTest.moc"
