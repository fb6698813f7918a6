#include "protocol/RequestSignature.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
DeviceKey keyIn(const QTemporaryDir &folder, const QString &name = u"device.key"_s)
{
    return DeviceKey::load(folder.filePath(name), true).value();
}

const SignedParts parts{"POST", "/v1/rights", "?", "{\"id\":7}", 3, 1'795'000'000};
} // namespace

/// Who asks: RFC 9421 in one fixed profile. What isn't exactly that proves nothing.
class RequestSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignatureProvesItsKey()
    {
        const QTemporaryDir folder;
        const DeviceKey key = keyIn(folder);
        QCOMPARE(provenKey(signedBy(key, parts), parts), std::optional(key.publicKey()));
    }

    /// The example of RFC 8032, 7.1, test 1, so that other programs agree.
    void aKeyIsEd25519()
    {
        const QTemporaryDir folder;
        QFile seed(folder.filePath(u"known.key"_s));
        QVERIFY(seed.open(QIODevice::WriteOnly));
        seed.write(QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        seed.close();
        const DeviceKey key = keyIn(folder, u"known.key"_s);
        QCOMPARE(
            key.publicKey().toHex(), QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(key.sign({}).toHex(),
            QByteArray(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd"
                "25bf5f0595bbe24655141438e7a100b"));
    }

    void whatIsSignedIsWhatTheRfcSays()
    {
        const QTemporaryDir folder;
        const DeviceKey key = keyIn(folder);
        const SignatureHeaders headers = signedBy(key, parts);
        const QByteArray parameters = "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"foyer-epoch\");"
                                      "created=1795000000;keyid=\"" +
                                      key.publicKey().toBase64() + "\";alg=\"ed25519\"";
        QCOMPARE(headers.signatureInput, "foyer=" + parameters);
        const QByteArray base =
            "\"@method\": POST\n\"@path\": /v1/rights\n\"@query\": ?\n\"content-digest\": " + headers.contentDigest +
            "\n\"foyer-epoch\": 3\n\"@signature-params\": " + parameters;
        QCOMPARE(headers.signature, "foyer=:" + key.sign(base).toBase64() + ':');
    }

    void whatWasAlteredProvesNothing_data()
    {
        QTest::addColumn<SignedParts>("arrived");
        const auto row = [](const char *name, auto alter) {
            SignedParts arrived = parts;
            alter(arrived);
            QTest::newRow(name) << arrived;
        };
        row("method", [](auto &p) { p.method = "PUT"; });
        row("path", [](auto &p) { p.path = "/v1/journal"; });
        row("query", [](auto &p) { p.query = "?since=1"; });
        row("body", [](auto &p) { p.body = "{\"id\":8}"; });
        row("no body", [](auto &p) { p.body.clear(); });
        row("epoch", [](auto &p) { p.epoch = 4; });
    }
    void whatWasAlteredProvesNothing()
    {
        QFETCH(SignedParts, arrived);
        const QTemporaryDir folder;
        QVERIFY(!provenKey(signedBy(keyIn(folder), parts), arrived));
    }

    void anotherProfileProvesNothing()
    {
        const QTemporaryDir folder;
        const SignatureHeaders good = signedBy(keyIn(folder), parts);
        const SignatureHeaders other = signedBy(keyIn(folder, u"other.key"_s), parts);
        const auto proves = [](const SignatureHeaders &headers) { return provenKey(headers, parts).has_value(); };
        QVERIFY(!proves({}));
        QVERIFY(!proves({good.contentDigest, good.signatureInput, other.signature}));
        QVERIFY(!proves({good.contentDigest, other.signatureInput, good.signature}));
        SignatureHeaders fewer = good;
        fewer.signatureInput.replace(" \"foyer-epoch\"", "");
        QVERIFY(!proves(fewer));
        SignatureHeaders renamed = good;
        renamed.signatureInput.replace("foyer=", "sig1=");
        QVERIFY(!proves(renamed));
        SignatureHeaders later = good;
        later.signatureInput.replace("created=1795000000", "created=1795000001");
        QVERIFY(!proves(later));
    }

    void onlyTheKeysOwnerReadsWhatIsSealedForIt()
    {
        const QTemporaryDir folder;
        const DeviceKey key = keyIn(folder), other = keyIn(folder, u"other.key"_s);
        const QByteArray sealed = DeviceKey::sealed("the house's key", key.publicKey());
        QCOMPARE(key.opened(sealed).value(), QByteArray("the house's key"));
        QVERIFY(other.opened(sealed).error());
        QVERIFY(key.opened(sealed.chopped(1)).error());
        QVERIFY(key.opened("short").error());
        QVERIFY(DeviceKey::sealed("x", QByteArray(32, '\0')).isEmpty());
    }

    void aKeyIsMadeOnceAndForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"device.key"_s);
        QVERIFY(DeviceKey::load(file, false).error());
        QVERIFY(!QFile::exists(file));
        const QByteArray made = DeviceKey::load(file, true).value().publicKey();
        QCOMPARE(DeviceKey::load(file, true).value().publicKey(), made);
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
        QFile::resize(file, 31);
        QCOMPARE(int(DeviceKey::load(file, true).error()->kind), int(Error::Kind::Corrupt)); // never made anew
    }
};

QTEST_GUILESS_MAIN(RequestSignatureTest)
#include "RequestSignatureTest.moc"
