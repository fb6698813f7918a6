#include "ui/widgets/ScannerKeys.h"
#include "Scanner.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QVBoxLayout>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// What is scanned is told apart from what is typed, on one window that has a field.
class ScannerKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_field = new QLineEdit(m_window.get());
        (new QVBoxLayout(m_window.get()))->addWidget(m_field);
        m_keys = new ScannerKeys(m_window.get(), 8, std::chrono::milliseconds(35));
        m_keys->setWanted(true);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void speedTellsAScannerFromAPerson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("apart");
        QTest::addColumn<bool>("isScan");
        QTest::newRow("a scanner") << u"06H20X8CVNR0"_s << 5 << true;
        QTest::newRow("a slow scanner") << u"06H20X8CVNR0"_s << 35 << true;
        QTest::newRow("a person") << u"06H20X8CVNR0"_s << 36 << false;
        QTest::newRow("too short for a code") << u"06H20X8"_s << 5 << false;
        QTest::newRow("may be a phone number") << u"01048211234"_s << 5 << false;
        QTest::newRow("longer than any") << u"0104821123401048"_s << 5 << true;
    }
    void speedTellsAScannerFromAPerson()
    {
        QFETCH(QString, text);
        QFETCH(int, apart);
        QFETCH(bool, isScan);
        const QSignalSpy scanned(m_keys, &ScannerKeys::scanned);
        const QSignalSpy entered(m_field, &QLineEdit::returnPressed);
        strike(m_window->windowHandle(), text, std::chrono::milliseconds(apart));
        QCOMPARE(scanned.count(), isScan ? 1 : 0);
        QCOMPARE(entered.count(), isScan ? 0 : 1); // its Enter isn't the field's
        if (isScan)
            QCOMPARE(scanned[0][0].toString(), text);
    }

    /// A window that is being drawn, a machine that has more to do.
    void howLongAKeyWaitsDoesNotMatter()
    {
        const QSignalSpy scanned(m_keys, &ScannerKeys::scanned);
        connect(m_field, &QLineEdit::textEdited, m_field, [] { QThread::msleep(50); });
        scan(m_window->windowHandle(), u"06H20X8CVNR0"_s);
        QCOMPARE(scanned.count(), 1);
    }

    void whatAPersonTypedBeforeIsNoPartOfIt()
    {
        const QSignalSpy scanned(m_keys, &ScannerKeys::scanned);
        QTest::keyClicks(m_field, u"abc"_s);
        scan(m_window->windowHandle(), u"06H20X8CVNR0"_s);
        QCOMPARE(scanned[0][0].toString(), u"06H20X8CVNR0"_s);
    }

    void whereNothingIsScannedKeysAreOnlyKeys()
    {
        m_keys->setWanted(false);
        const QSignalSpy scanned(m_keys, &ScannerKeys::scanned);
        scan(m_window->windowHandle(), u"06H20X8CVNR0"_s);
        QCOMPARE(scanned.count(), 0);
        QCOMPARE(m_field->text(), u"06H20X8CVNR0"_s);
    }

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    ScannerKeys *m_keys = nullptr;
};

QTEST_MAIN(ScannerKeysTest)
#include "ScannerKeysTest.moc"
