#include "domain/Sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace foyer;

class Sha256Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheStandards()
    {
        QCOMPARE(sha256("abc").toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(sha256(QByteArray()).toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    void partsAreOneText()
    {
        const QByteArray text = QByteArray(100'000, 'x') + '\0' + "end";
        QCOMPARE(sha256(text), QCryptographicHash::hash(text, QCryptographicHash::Sha256));
        QCOMPARE(sha256({QByteArrayView(text).first(70), QByteArray(), QByteArrayView(text).sliced(70)}), sha256(text));
    }
};

QTEST_GUILESS_MAIN(Sha256Test)
#include "Sha256Test.moc"
