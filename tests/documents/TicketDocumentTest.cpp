#include "documents/TicketDocument.h"
#include "PdfText.h"
#include "documents/QrCode.h"
#include "documents/ReceiptDocument.h"
#include "documents/SlipDocument.h"

#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Text inBoth(const QString &ko, const QString &en) { return {{{u"ko"_s, ko}, {u"en"_s, en}}}; }

HouseSettings house()
{
    HouseSettings house;
    house.name = inBoth(u"한빛아트홀"_s, u"Hanbit Arts Hall"_s);
    house.sellerName = u"(주)한빛문화재단"_s;
    house.sellerNumber = u"123-45-67890"_s;
    house.sellerAddress = u"서울특별시 종로구 세종대로 175"_s;
    return house;
}

Order order()
{
    Order order;
    order.number = u"2026-000123"_s;
    order.paidAt = QDateTime(QDate(2026, 11, 22), QTime(4, 31), Qt::UTC);
    order.performance.startsAt = QDateTime(QDate(2026, 11, 25), QTime(5, 0), Qt::UTC);
    order.show.title = inBoth(u"달의 정원"_s, u"The Moon Garden"_s);
    order.show.ageFrom = 8;
    order.show.color = u"#4A2FBD"_s;
    order.house.name = inBoth(u"대극장"_s, u"Grand Theatre"_s);
    const TicketType adult{{}, u"adult"_s, inBoth(u"성인"_s, u"Adult"_s), {}};
    const TicketType youth{{}, u"youth"_s, inBoth(u"청소년"_s, u"Youth"_s), inBoth(u"학생증"_s, u"student card"_s)};
    order.tickets = {{{}, {}, {u"1층"_s, u"G"_s, u"12"_s}, u"R석"_s, adult, {88'000, {}}, u"7KQ4MW2P9XTRB3HC5NVD"_s},
        {{}, {}, {u"1층"_s, u"G"_s, u"13"_s}, u"R석"_s, youth, {44'000, {}}, u"8KQ4MW2P9XTRB3HC5NVE"_s}};
    order.total = {132'000, {}};
    order.tax = {12'000, {}};
    return order;
}

QString readQr(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const auto found = ZXing::ReadBarcode(
        {grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine())},
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return QString::fromStdString(found.text());
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

template <typename Document>
QString pdfOf(const Document &document, const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"document.pdf"_s));
    return file.open(QIODevice::WriteOnly) && document.writePdf(file).ok() ? file.fileName() : QString();
}

/// A page as a printer of `dpi` would show it, by a renderer that isn't ours.
QImage pageOf(const QString &pdf, int page, int dpi = 200)
{
    const QString number = QString::number(page + 1);
    return QImage::fromData(
        output(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-f"_s, number, u"-l"_s, number, u"-png"_s, pdf}));
}

bool isBlank(const QImage &page, const QRectF &mm)
{
    const double scale = page.width() / TicketDocument::sizeMm.width();
    const QRect area = QRectF(mm.topLeft() * scale, mm.size() * scale).toRect();
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (qGray(page.pixel(x, y)) < 250)
                return false;
    return true;
}
} // namespace

/// What the door's scanner and eyes get from paper, whatever the season file put into the names.
class TicketDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyTitleLeavesTheTicketValid_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        for (const QString &language : {u"ko"_s, u"en"_s}) {
            const auto row = [&](const char *name, const QString &title) {
                QTest::addRow("%s, %s", qPrintable(language), name) << language << title;
            };
            row("plain", u"달의 정원 The Moon Garden"_s);
            row("right to left", u"\u202Eمسرح القمر\u200F \u2067ירח"_s);
            row("markup", u"<b>bold</b> &amp; <img src=x>"_s);
            row("500 words", u"가 "_s.repeated(250));
            row("500 letters, no space", u"W"_s.repeated(500));
            row("4-byte characters", u"𝔐𝔬𝔬𝔫 🌙🎭"_s.repeated(20));
            row("combining marks", u"Z͑ͫ̓a̴l̨g͝o̷"_s.repeated(30));
            row("control characters", u"one\ntwo\tthree\u0000four"_s);
            row("nothing", QString());
        }
    }
    void anyTitleLeavesTheTicketValid()
    {
        QFETCH(QString, language);
        QFETCH(QString, title);
        Order hostile = order();
        hostile.show.title = {{{QString(), title}}};
        hostile.show.subtitle = hostile.show.title;
        const QString pdf = pdfOf(TicketDocument(hostile, house(), language), m_folder);
        for (int i = 0; i < 2; ++i) {
            const QImage page = pageOf(pdf, i);
            QCOMPARE(readQr(page), hostile.tickets[i].code);
            QVERIFY(isBlank(page, {102.5, 0.5, 4, 69})); // nothing runs over the body's edge
            QVERIFY(isBlank(page, {10, 25.8, 92, 0.5})); // nor into the date
            QVERIFY(isBlank(page, {10, 68.5, 92, 1}));
        }
        const QString when = language == u"ko"_s ? u"11월 25일 (수) 14:00"_s : u"Wed 25 Nov 2026, 14:00"_s;
        QVERIFY(textOf(pdf).contains(when));
    }

    void theTicketSaysEverything()
    {
        const QString words = textOf(pdfOf(TicketDocument(order(), house(), u"en"_s), m_folder));
        for (const QString &word :
            {u"Hanbit Arts Hall"_s, u"The Moon Garden"_s, u"Wed 25 Nov 2026, 14:00"_s, u"Grand Theatre"_s, u"Section"_s,
                u"1층"_s, u"Row"_s, u"Seat"_s, u"R석 · Adult · ₩88,000"_s, u"Ages 8 and over"_s,
                u"Please show at the door: student card"_s, u"1 / 2"_s, u"2 / 2"_s, u"Order 2026-000123"_s,
                u"7KQ4 MW2P"_s, u"9XTR B3HC 5NVD"_s, u"(주)한빛문화재단"_s, u"Business no. 123-45-67890"_s})
            QVERIFY2(words.contains(word), qPrintable(word + u" in "_s + words));
        QVERIFY(!words.contains(u"Copy"_s));
        Order again = order();
        again.copy = 2;
        QVERIFY(textOf(pdfOf(TicketDocument(again, house(), u"en"_s), m_folder)).contains(u"Copy 2"_s));
    }

    void markupIsJustLetters()
    {
        Order marked = order();
        marked.show.title = {{{QString(), u"<b>A&amp;B</b>"_s}}};
        QVERIFY(textOf(pdfOf(TicketDocument(marked, house(), u"ko"_s), m_folder)).contains(u"<b>A&amp;B</b>"_s));
    }

    void theNumberOfASeatNeverBreaks()
    {
        Order far = order();
        far.tickets[0].name = {u"Upper Circle Right, behind the organ"_s, u"Row AA"_s, u"1112"_s};
        const QString words = textOf(pdfOf(TicketDocument(far, house(), u"en"_s), m_folder));
        QCOMPARE(words.count(u"1112"_s), 2); // on the body and on the stub
        QVERIFY(words.contains(u"Row AA"_s));
    }

    void typefacesTravelWithThePdf()
    {
        const QString pdf = pdfOf(TicketDocument(order(), house(), u"ko"_s), m_folder);
        const QStringList fonts = QString::fromUtf8(output(u"pdffonts"_s, {pdf})).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(fonts.size(), 4); // two lines of heading
        for (const QString &font : fonts.mid(2))
            QVERIFY2(font.startsWith(u"Pretendard-"_s) && font.contains(u" yes "_s), qPrintable(font));
    }

    void screensAndCoarsePrintersCanBeScanned_data()
    {
        QTest::addColumn<double>("pixelsPerMm");
        QTest::newRow("a preview") << 2.75;
        QTest::newRow("a desk") << 4.0;
        QTest::newRow("203 dpi") << 8.0;
        QTest::newRow("an odd scale") << 6.37;
    }
    void screensAndCoarsePrintersCanBeScanned()
    {
        QFETCH(double, pixelsPerMm);
        const QImage image = TicketDocument(order(), house(), u"ko"_s).image(0, pixelsPerMm);
        QCOMPARE(readQr(image), order().tickets[0].code);
        QCOMPARE(readQr(image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither)), order().tickets[0].code);
    }

    void codesAreReadOutInGroups()
    {
        QCOMPARE(TicketDocument::groupedCode(u"7KQ4MW2P9"_s), u"7KQ4 MW2P 9"_s);
        QCOMPARE(TicketDocument::groupedCode(u"7KQ4-MW2P"_s), u"7KQ4-MW2P"_s);
        QCOMPARE(TicketDocument::groupedCode({}), QString());
    }

    void aFullDiskIsSaid()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly));
        const Done written = TicketDocument(order(), house(), u"ko"_s).writePdf(full);
        QVERIFY(written.error() && written.error()->kind == Error::Kind::Io);
    }

    void theSlipBringsItsCustomerBack_data() { languages(); }
    void theSlipBringsItsCustomerBack()
    {
        QFETCH(QString, language);
        QueuePlace place;
        place.token.number = {{}, u"A"_s, 27};
        place.peopleAhead = 1;
        place.wait = WaitEstimate{4min, 7min};
        const SlipDocument slip(place, "FOYER:0192f0c1a2b3:0123456789abcdef", order().paidAt, house(), language);
        const QString pdf = pdfOf(slip, m_folder);
        QCOMPARE(readQr(pageOf(pdf, 0)), u"FOYER:0192f0c1a2b3:0123456789abcdef"_s);
        QCOMPARE(readQr(slip.image(8)), u"FOYER:0192f0c1a2b3:0123456789abcdef"_s);
        QVERIFY(textOf(pdf).contains(u"A027"_s));
        const bool korean = language == u"ko"_s;
        const QString ahead = korean ? u"앞에 1명 · 약 4~7분"_s : u"1 person ahead of you · about 4–7 minutes"_s;
        QVERIFY(textOf(pdf).contains(ahead));
    }

    void theReceiptAddsUp_data() { languages(); }
    void theReceiptAddsUp()
    {
        QFETCH(QString, language);
        Order bought = order();
        bought.tickets.append(bought.tickets[0]);
        bought.total += Money{88'000, {}};
        bought.tax += Money{8'000, {}};
        const QString words = textOf(pdfOf(ReceiptDocument(bought, house(), language), m_folder));
        for (const QString &word : {u"2 × R석"_s, u"₩176,000"_s, u"1 × R석"_s, u"₩220,000"_s, u"₩200,000"_s,
                 u"₩20,000"_s, u"2026-000123"_s, u"123-45-67890"_s, u"서울특별시"_s})
            QVERIFY2(words.contains(word), qPrintable(word + u" in "_s + words));
        QVERIFY(words.contains(language == u"ko"_s ? u"잔액 결제"_s : u"Paid from your balance"_s));
    }

    void theReceiptIsAsLongAsItsLines()
    {
        Order wide = order();
        const double brief = ReceiptDocument(wide, house(), u"ko"_s).sizeMm().height();
        for (int i = 0; i < 30; ++i) {
            wide.tickets.append(wide.tickets[0]);
            wide.tickets.last().category = u"구역 %1"_s.arg(i);
        }
        const ReceiptDocument receipt(wide, house(), u"ko"_s);
        QVERIFY(receipt.sizeMm().height() > brief + 100);
        QVERIFY(textOf(pdfOf(receipt, m_folder)).contains(u"구역 29"_s));
    }

    void aCodeHasItsQuietZone()
    {
        const auto code = QrCode::of("7KQ4MW2P");
        QVERIFY(code && !QrCode::of({}) && !QrCode::of(QByteArray(4000, 'x')));
        const int side = code->size() + 2 * QrCode::quietModules;
        QImage image(side * 3, side * 3, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        code->paint(painter, image.rect());
        painter.end();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QPoint module(x / 3 - QrCode::quietModules, y / 3 - QrCode::quietModules);
                const bool inside = QRect(0, 0, code->size(), code->size()).contains(module);
                QCOMPARE(qGray(image.pixel(x, y)) == 0, inside && code->isDark(module.x(), module.y()));
            }
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ko") << u"ko"_s;
        QTest::newRow("en") << u"en"_s;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TicketDocumentTest)
#include "TicketDocumentTest.moc"
