#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "support/Journey.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Text size, colours and movement as the person in front of the kiosk wants them.
class ComfortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
    }
    void init()
    {
        m_shop = std::make_unique<DemoShop>(*m_folder);
        m_kiosk = std::make_unique<OpenKiosk>(m_shop->visit(), m_home, QSize(1080, 1920), u"en"_s);
        Journey(*m_shop).goTo(Step::Attract);
    }
    void cleanup() { m_kiosk.reset(); }

    void whatAPersonChoosesShowsAtOnceAndTheStepIsNotLost();
    void theNextCustomerFindsTheHousesOwn();
    void aChoiceInPassingIsTakenBackAfterAWhile();
    void beingAdmittedIsSeenThoughTheChoicesAreOpen();

private:
    const Theme &worn() const { return FoyerStyle::of(&m_kiosk->window); }
    void press(const QString &text)
    {
        for (ActionButton *button : m_kiosk->window.findChildren<ActionButton *>())
            if (button->isVisible() && button->text() == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(u"nothing to press says "_s + text));
    }
    bool isShown(const QString &text) const
    {
        const QList<Label *> labels = m_kiosk->window.findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text() == text; });
    }

    const Theme m_home{ThemeKind::Dark, 2.75, 100};
    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    std::unique_ptr<OpenKiosk> m_kiosk;
};

void ComfortTest::whatAPersonChoosesShowsAtOnceAndTheStepIsNotLost()
{
    Journey(*m_shop).goTo(Step::Seats);
    press(u"Display"_s);
    QVERIFY(isShown(u"Text and display"_s));
    press(u"200%"_s);
    QCOMPARE(worn(), Theme(ThemeKind::Dark, 2.75, 200));
    press(u"High contrast"_s);
    press(u"Less"_s);
    QCOMPARE(worn(), Theme(ThemeKind::HighContrast, 2.75, 200, Place::Kiosk, Motion::Reduced));
    press(u"한국어"_s);
    QTRY_VERIFY(isShown(u"글자와 화면"_s));
    press(u"English"_s);
    QTRY_VERIFY(isShown(u"Text and display"_s));
    press(u"Go on"_s);
    QVERIFY(!isShown(u"Text and display"_s));
    QCOMPARE(m_shop->visit().step(), Step::Seats);
    QCOMPARE(m_shop->visit().seats().hold()->seats.size(), 2);
    QCOMPARE(worn().textPercent(), 200);
}

void ComfortTest::theNextCustomerFindsTheHousesOwn()
{
    m_shop->visit().touch();
    press(u"Display"_s);
    press(u"150%"_s);
    press(u"Light"_s);
    press(u"Back"_s);
    QCOMPARE(m_shop->visit().step(), Step::SignIn);
    press(u"Start over"_s);
    Journey::waitFor([&] { return m_shop->visit().step() == Step::Attract; });
    QCOMPARE(worn(), m_home);
}

void ComfortTest::aChoiceInPassingIsTakenBackAfterAWhile()
{
    press(u"Display"_s);
    press(u"200%"_s);
    press(u"한국어"_s);
    auto *unsettled = m_kiosk->window.findChild<QTimer *>(u"unsettled"_s);
    QVERIFY(unsettled->isActive());
    QVERIFY(unsettled->intervalAsDuration() >= std::chrono::seconds(30)); // read what is said first
    unsettled->start(1);
    QTRY_COMPARE(worn(), m_home);
    QCOMPARE(m_kiosk->translator.language(), u"en"_s);
    QVERIFY(!isShown(u"글자와 화면"_s) && !isShown(u"Text and display"_s));
}

void ComfortTest::beingAdmittedIsSeenThoughTheChoicesAreOpen()
{
    Journey(*m_shop).goTo(Step::Queue);
    press(u"Display"_s);
    QVERIFY(isShown(u"Text and display"_s));
    m_shop->setAdmissionLimit(2);
    Journey::waitFor([&] { return m_shop->visit().step() == Step::Dates; });
    QVERIFY(!isShown(u"Text and display"_s));
}

QTEST_MAIN(ComfortTest)
#include "ComfortTest.moc"
