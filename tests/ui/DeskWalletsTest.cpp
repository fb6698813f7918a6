#include "OpenDesk.h"
#include "domain/Limits.h"
#include "ui/desk/PdfFile.h"
#include "ui/desk/WalletPage.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Table.h"

#include <QAccessible>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Members and their wallets at a counter, by the keyboard alone. Kim is a clerk (246810), Park a supervisor (135790).
class DeskWalletsTest : public QObject
{
    Q_OBJECT

    DeskShop &shop() { return *m_shop; }
    OpenDesk &desk() { return *m_desk; }
    template <typename T>
    T *part(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }
    QString text(const QString &label) { return part<Label>(label)->text(); }
    QString balance() { return spoken(part<QWidget>(u"balance"_s)); }
    static QString spoken(QWidget *widget)
    {
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }
    QString cell(const QString &table, int row, int column)
    {
        const QAbstractItemModel *model = part<Table>(table)->model();
        return model->data(model->index(row, column)).toString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { desk().key(key, modifiers); }
    void type(const QString &typed) { desk().keys(typed); }
    void open(
        const QString &language = u"en"_s, const QSize &size = {1280, 800}, const SimulatorScript &card = {.delay = {}})
    {
        m_shop = std::make_unique<DeskShop>(*m_folder, card);
        m_shop->openShift();
        m_desk = std::make_unique<OpenDesk>(*m_shop, size, language);
        QVERIFY(m_desk->signIn());
        press(Qt::Key_F3);
        m_page = m_desk->window->findChild<WalletPage *>();
        QVERIFY(m_page->isVisible());
    }
    void registerMember(const QString &phone = u"01048210007"_s)
    {
        press(Qt::Key_N, Qt::ControlModifier);
        type(phone);
        press(Qt::Key_Return);
        type(u"1234"_s);
        press(Qt::Key_Return);
        type(u"1234"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"news"_s), u"Registered"_s, patience);
    }
    void topUp(const QString &amount, Qt::Key key = Qt::Key_F9)
    {
        press(key);
        type(amount);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"news"_s).contains(u"topped up"_s), patience);
    }
    void consent(const QString &why, const QString &pin = u"135790"_s)
    {
        QTRY_VERIFY_WITH_TIMEOUT(shop().desk().consent().asked(), patience);
        if (!why.isEmpty()) {
            type(why);
            press(Qt::Key_Return);
        }
        type(pin);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shop().desk().consent().asked(), patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, u"135790"_s);
    }
    void cleanup()
    {
        m_desk.reset();
        if (m_shop)
            QVERIFY(m_shop->audit().clean());
        m_shop.reset();
    }

    void aNewMemberPaysInAndTakesAStatementHome()
    {
        open();
        registerMember();
        QVERIFY(part<QLineEdit>(u"search"_s)->hasFocus());
        QVERIFY(text(u"member"_s).endsWith(u"0007"_s));
        topUp(u"30000"_s);
        topUp(u"15000"_s, Qt::Key_F10);
        QTRY_COMPARE(balance(), u"Balance ₩45,000"_s);
        QCOMPARE(part<Table>(u"movements"_s)->model()->rowCount(), 2);
        QCOMPARE(cell(u"movements"_s, 0, 2), u"+₩15,000"_s);
        QCOMPARE(cell(u"movements"_s, 0, 3), u"₩45,000"_s);
        QCOMPARE(cell(u"movements"_s, 1, 1), u"Top-up"_s);
        press(Qt::Key_F8);
        QCOMPARE(desk().tray.names, QStringList(u"Wallet 0007"_s));
        QCOMPARE(text(u"said"_s), u"The statement goes to the printer."_s); // no paper has come out yet
        Q_EMIT desk().tray.printed(u"another paper"_s);
        QCOMPARE(text(u"said"_s), u"The statement goes to the printer."_s);
        Q_EMIT desk().tray.printed(u"Wallet 0007"_s);
        QCOMPARE(text(u"said"_s), u"The statement is printed."_s);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"said"_s).startsWith(u"Saved as "_s), patience);
        QFile pdf(text(u"said"_s).mid(9));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QVERIFY(desk().isNothingCut());
    }

    void aMemberIsFoundByTypingOrScanning()
    {
        open();
        registerMember();
        registerMember(u"01099990007"_s);
        press(Qt::Key_Escape);
        QVERIFY(!part<Table>(u"movements"_s)->isVisible());
        type(u"0007"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(part<Table>(u"choices"_s)->isVisible(), patience);
        QVERIFY(text(u"count"_s).startsWith(u"2 "_s));
        press(Qt::Key_Down);
        press(Qt::Key_Up);
        QCOMPARE(part<Table>(u"choices"_s)->currentRow(), 0);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).endsWith(u"0007"_s), patience);
        QVERIFY(m_page->scanned(u"010-4821-0007\n"_s));
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).endsWith(u"0007"_s), patience);
        type(u"=cmd|' /C calc'!A0"_s); // takes the place of what was scanned
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!text(u"member"_s).endsWith(u"0007"_s), patience);
        QVERIFY(!part<ActionButton>(u"cash"_s)->isEnabled());
    }

    void aPinIsTypedTwiceAndIsNeverRead()
    {
        open();
        press(Qt::Key_N, Qt::ControlModifier);
        type(u"01048210007"_s);
        press(Qt::Key_Return);
        type(u"1234"_s);
        press(Qt::Key_Return);
        type(u"1243"_s);
        press(Qt::Key_Return); // another one: nothing happens
        QTest::qWait(100);
        QVERIFY(part<QLineEdit>(u"new-pin"_s)->isVisible());
        QCOMPARE(part<QLineEdit>(u"new-pin"_s)->echoMode(), QLineEdit::Password);
        press(Qt::Key_Escape); // taken back: nothing is kept
        QVERIFY(
            part<QLineEdit>(u"new-pin"_s)->text().isEmpty() && part<QLineEdit>(u"new-pin-again"_s)->text().isEmpty());
        QVERIFY(part<QLineEdit>(u"entry"_s)->text().isEmpty());
        QVERIFY(shop().journal(u"registered"_s).isEmpty());
        registerMember();
        press(Qt::Key_F12);
        type(u"9876"_s);
        press(Qt::Key_Return);
        type(u"9876"_s);
        press(Qt::Key_Return);
        consent(u"forgot it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"news"_s).contains(u"new PIN"_s), patience);
        QVERIFY(shop().journal(u"pinReset"_s).contains(u"forgot it"_s));
        QVERIFY(!shop().journal(u"pinReset"_s).contains(u"9876"_s));
        DeskShop::must(shop().shop().signIn(u"01048210007"_s, u"9876"_s));
    }

    void aBalanceIsPaidOutByASupervisorWithAReason()
    {
        open();
        registerMember();
        topUp(u"30000"_s);
        QTRY_VERIFY(part<ActionButton>(u"pay-out"_s)->isEnabled());
        press(Qt::Key_F11);
        QCOMPARE(part<QLineEdit>(u"entry"_s)->text(), u"30000"_s); // all of it, unless something else is typed
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"30001"_s);
        QVERIFY(!part<ActionButton>(u"enter"_s)->isEnabled());
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"20000"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop().desk().consent().asked(), patience);
        press(Qt::Key_Escape); // nobody said yes
        QVERIFY(shop().journal(u"payOutByHand"_s).isEmpty());
        press(Qt::Key_F11);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"20000"_s);
        press(Qt::Key_Return);
        consent(QString(10'000, u'w'));
        QTRY_COMPARE_WITH_TIMEOUT(text(u"news"_s), u"₩20,000 paid out"_s, patience);
        QTRY_COMPARE(balance(), u"Balance ₩10,000"_s);
        QVERIFY(shop().journal(u"payOutByHand"_s).contains(QString(200, u'w')));
    }

    void whoIsBlockedPaysNothingInUntilItIsTakenBack()
    {
        open();
        registerMember();
        press(Qt::Key_B, Qt::ControlModifier);
        consent(u"<b>\u202Ecard stolen"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"state"_s), u"Blocked"_s, patience);
        QVERIFY(!part<ActionButton>(u"cash"_s)->isEnabled());
        press(Qt::Key_F9);
        QVERIFY(!part<QLineEdit>(u"entry"_s)->isVisible());
        press(Qt::Key_B, Qt::ControlModifier);
        consent(u"found again"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"state"_s), u"Member"_s, patience);
        topUp(u"5000"_s);
    }

    void aCardIsGivenAndTheOneBeforeWorksNoMore()
    {
        open();
        registerMember();
        for (const QString &card : {u"CARD-1"_s, u"CARD-2"_s}) {
            press(Qt::Key_K, Qt::ControlModifier);
            type(card);
            press(Qt::Key_Return);
            consent(u"theirs"_s, u"246810"_s); // a clerk may
            QTRY_VERIFY_WITH_TIMEOUT(text(u"news"_s).contains(u"card"_s), patience);
        }
        type(u"CARD-1"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).isEmpty() && !part<ActionButton>(u"cash"_s)->isEnabled(), patience);
        press(Qt::Key_Escape);
        type(u"CARD-2"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).endsWith(u"0007"_s), patience);
    }

    void aCodeIsPaidAndALostOneReplaced()
    {
        open();
        Shop &books = shop().shop();
        const IssuedToken guest = DeskShop::must(books.continueAsGuest());
        const Tender in =
            DeskShop::must(books.beginTopUp(guest.pass, books.newTenderId(), {8'000, {}}, TenderKind::Card, {}));
        DeskShop::must(books.tenderAnswered(in.id, DeviceAnswer::Approved));
        DeskShop::must(books.endVisit(guest.pass, {}));
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(part<Table>(u"choices"_s)->isVisible(), patience);
        QCOMPARE(cell(u"choices"_s, 0, 0), u"₩8,000"_s);
        QCOMPARE(cell(u"choices"_s, 0, 2), u"somebody has one"_s);
        desk().save(u"unclaimed"_s);
        press(Qt::Key_Return); // a clerk doesn't make one alone
        QTRY_VERIFY_WITH_TIMEOUT(shop().desk().consent().asked(), patience);
        QVERIFY(shop().desk().consent().asked()->what.contains(u"₩8,000. Somebody has one"_s));
        desk().save(u"new-code-consent"_s);
        consent(u"lost the slip"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"claim"_s).startsWith(u"₩8,000 is paid for the code\n"_s), patience);
        desk().save(u"new-code"_s);
        QVERIFY(shop().journal(u"claimCodeRenewed"_s).contains(u"lost the slip"_s));
        const QString code = text(u"claim"_s).section(u'\n', -1);
        press(Qt::Key_E, Qt::ControlModifier);
        type(code.toLower());
        press(Qt::Key_Return);
        consent({}, u"246810"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"news"_s), u"₩8,000 paid out"_s, patience);
        QVERIFY(!part<Label>(u"claim"_s)->isVisible());
        press(Qt::Key_E, Qt::ControlModifier);
        type(code);
        press(Qt::Key_Return);
        consent({}, u"246810"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shop().desk().problem(), patience);
    }

    void aCardThatIsDeclinedIsSaidAndADeviceCanBeStopped()
    {
        open(u"en"_s, {1280, 800}, {.behaviour = SimulatorScript::Behaviour::Decline, .delay = {}});
        registerMember();
        press(Qt::Key_F10);
        type(u"15000"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop().desk().problem(), patience);
        QCOMPARE(shop().desk().problem()->refused->why, Refusal::TenderDeclined);
        QCOMPARE(balance(), u"Balance ₩0"_s);
    }

    /// Half a file looks like a statement until somebody opens it.
    void aPaperIsSavedWholeOrNotAtAll()
    {
        struct FullDisk {
            Done writePdf(QIODevice &out) const
            {
                out.write("%PDF-1.4 and no more");
                return Error{Error::Kind::Full, QString()};
            }
        };
        struct Whole {
            Done writePdf(QIODevice &out) const { return out.write("%PDF-1.4 whole") > 0 ? Done(done) : Error(); }
        };
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"Foyer/Wallet 0007.pdf"_s);
        const auto content = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(savePdf(FullDisk(), path).result().error()->kind, Error::Kind::Full);
        QVERIFY(!QFile::exists(path));
        QVERIFY(savePdf(Whole(), path).result().ok());
        QCOMPARE(content(), "%PDF-1.4 whole");
        QVERIFY(savePdf(FullDisk(), path).result().error());
        QCOMPARE(content(), "%PDF-1.4 whole");
        const QString inTheWay = path + u"/below.pdf"_s;
        QVERIFY(savePdf(Whole(), inTheWay).result().error());
    }

    /// A code or a new PIN that was typed isn't left for whoever comes next.
    void whatWasTypedEndsWithItsClerk()
    {
        open();
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"7KQ4-MW2P"_s);
        QVERIFY(part<QLineEdit>(u"entry"_s)->isVisible());
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(desk().signIn());
        QVERIFY(part<QLineEdit>(u"entry"_s)->text().isEmpty());
        QVERIFY(!part<QLineEdit>(u"entry"_s)->isVisible());
        registerMember();
        press(Qt::Key_F12);
        type(u"9876"_s);
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(desk().signIn());
        QVERIFY(part<QLineEdit>(u"new-pin"_s)->text().isEmpty());
        QVERIFY(!part<QLineEdit>(u"new-pin"_s)->isVisible());
    }

    /// A PIN that one member typed is never another's.
    void whatWasTypedEndsWhenAnotherMemberIsOpened()
    {
        open();
        registerMember(u"01099990007"_s);
        registerMember();
        press(Qt::Key_F12);
        type(u"9876"_s);
        auto *line = part<QLineEdit>(u"search"_s);
        line->setFocus(); // by the mouse
        line->selectAll();
        type(u"01099990007"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!part<QLineEdit>(u"new-pin"_s)->isVisible(), patience);
        QVERIFY(part<QLineEdit>(u"new-pin"_s)->text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).endsWith(u"0007"_s), patience);
        QVERIFY(part<ActionButton>(u"cash"_s)->isVisible());
        QVERIFY(shop().journal(u"pinReset"_s).isEmpty());
    }

    void aLockedDeskShowsNobody()
    {
        open();
        registerMember();
        type(u"0007"_s);
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(part<QLineEdit>(u"search"_s)->text().isEmpty());
        QVERIFY(text(u"member"_s).isEmpty());
        QVERIFY(!balance().contains(u'₩'));
        QCOMPARE(part<Table>(u"movements"_s)->model()->rowCount(), 0);
    }

    void everyViewInBothSizesAndLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"ko"_s, u"en"_s})
            for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)})
                QTest::addRow("%s %d", qPrintable(language), size.width()) << language << size;
    }
    void everyViewInBothSizesAndLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        open(language, size);
        const auto picture = [&](const QString &name) {
            desk().save(u"wallets-%1-"_s.arg(size.width()) + name);
            QVERIFY2(desk().isNothingCut(), qPrintable(name));
        };
        picture(u"nobody"_s);
        press(Qt::Key_N, Qt::ControlModifier);
        picture(u"register"_s);
        type(u"01048210007"_s);
        press(Qt::Key_Return);
        type(u"1234"_s);
        press(Qt::Key_Return);
        type(u"1234"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text(u"member"_s).endsWith(u"0007"_s), patience);
        picture(u"registered"_s);
        for (const QString &amount : {u"30000"_s, u"15000"_s, u"5000"_s}) {
            press(Qt::Key_F9);
            type(amount);
            if (amount == u"15000"_s)
                picture(u"cash"_s);
            press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(
                !part<Label>(u"news"_s)->isHidden() && part<ActionButton>(u"cash"_s)->isEnabled(), patience);
        }
        press(Qt::Key_F11);
        picture(u"pay-out"_s);
        press(Qt::Key_Return);
        consent(u"이사 moves away"_s);
        QTRY_VERIFY_WITH_TIMEOUT(part<Table>(u"movements"_s)->model()->rowCount() == 4, patience);
        picture(u"statement"_s);
        press(Qt::Key_F12);
        picture(u"pin"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_B, Qt::ControlModifier);
        consent(u"분실 lost"_s);
        QTest::qWait(200);
        picture(u"blocked"_s);
        press(Qt::Key_Escape);
        type(u"nobody"_s);
        press(Qt::Key_Return);
        QTest::qWait(200);
        picture(u"not-found"_s);
    }

private:
    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DeskShop> m_shop;
    std::unique_ptr<OpenDesk> m_desk;
    WalletPage *m_page = nullptr;
};

QTEST_MAIN(DeskWalletsTest)
#include "DeskWalletsTest.moc"
