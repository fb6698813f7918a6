#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"
#include "ui/theme/Tokens.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {

struct NamedColor {
    const char *name;
    QColor color;
};

QList<NamedColor> grounds(const Colors &c)
{
    return {{"ground", c.ground}, {"surface", c.surface}, {"raised", c.raised}};
}

QList<NamedColor> texts(const Colors &c)
{
    return {{"ink", c.ink}, {"soft ink", c.softInk}, {"accent", c.accent}, {"good", c.good}, {"warn", c.warn},
        {"bad", c.bad}};
}

double textLimit(ThemeKind kind) { return kind == ThemeKind::HighContrast ? 7 : 4.5; }

} // namespace

/// Computes what WCAG asks of every pair of colours that can meet, and holds the measures to LOOK's millimetres.
class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void textReadsOnEveryGround_data() { kinds(); }
    void textReadsOnEveryGround();
    void textReadsOnFilledShapes_data() { kinds(); }
    void textReadsOnFilledShapes();
    void linesRingsAndSeatsStandOut_data() { kinds(); }
    void linesRingsAndSeatsStandOut();
    void posterTextReadsOnAnyColour_data() { kinds(); }
    void posterTextReadsOnAnyColour();
    void whatCantBePressedLooksSo_data() { kinds(); }
    void whatCantBePressedLooksSo();
    void contrastIsWcags();
    void glyphsAreLargeEnough();
    void measuresFollowDensity();
    void textPercentIsBounded();
    void digitsHaveEqualCells();
    void textIsNeverWiderThanItsLine();
    void hangulWordsStayWhole();

private:
    static void kinds();
};

void ThemeTest::initTestCase()
{
    const QString fonts = qEnvironmentVariable("FOYER_SOURCE") + u"/resources/fonts/"_s;
    for (const QString &file : {u"Pretendard-Regular.otf"_s, u"Pretendard-SemiBold.otf"_s})
        QVERIFY2(QFontDatabase::addApplicationFont(fonts + file) >= 0, qPrintable(fonts + file));
}

void ThemeTest::kinds()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::newRow("dark") << ThemeKind::Dark;
    QTest::newRow("light") << ThemeKind::Light;
    QTest::newRow("high contrast") << ThemeKind::HighContrast;
}

void ThemeTest::textReadsOnEveryGround()
{
    QFETCH(ThemeKind, kind);
    for (const NamedColor &ground : grounds(colorsOf(kind)))
        for (const NamedColor &text : texts(colorsOf(kind))) {
            const double ratio = contrast(text.color, ground.color);
            QVERIFY2(ratio >= textLimit(kind),
                qPrintable(
                    u"%1 on %2: %3"_s.arg(QLatin1StringView(text.name), QLatin1StringView(ground.name)).arg(ratio)));
        }
}

void ThemeTest::textReadsOnFilledShapes()
{
    QFETCH(ThemeKind, kind);
    const Theme theme(kind, 2.75, 100);
    const Colors &c = theme.colors();
    QVERIFY(contrast(c.onAccent, c.accent) >= textLimit(kind));
    for (int i = 0; i < int(c.categories.size()); ++i) // seat numbers and glyphs: large or bold, so 3:1
        QVERIFY2(contrast(theme.onFill(theme.category(i)), theme.category(i)) >= 3, QByteArray::number(i));
}

void ThemeTest::linesRingsAndSeatsStandOut()
{
    QFETCH(ThemeKind, kind);
    const Colors &c = colorsOf(kind);
    for (const NamedColor &ground : grounds(c)) {
        QVERIFY2(contrast(c.line, ground.color) >= 3, ground.name);
        QVERIFY2(contrast(c.focus, ground.color) >= 3, ground.name);
    }
    QList<QColor> seats(c.categories.begin(), c.categories.end());
    seats.append(c.taken);
    for (const QColor &seat : seats) {
        QVERIFY(contrast(seat, c.ground) >= 3);
        QVERIFY(contrast(seat, c.surface) >= 3);
    }
}

void ThemeTest::posterTextReadsOnAnyColour()
{
    QFETCH(ThemeKind, kind);
    const Theme theme(kind, 2.75, 100);
    for (int hue = 0; hue < 360; hue += 30)
        for (const int lightness : {20, 128, 255})
            QVERIFY(contrast(theme.posterTone(QColor::fromHsl(hue, 255, lightness)), theme.colors().posterInk) >= 4.5);
}

void ThemeTest::contrastIsWcags()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QVERIFY(std::abs(contrast(QColor(0x777777u), Qt::white) - 4.478) < 0.01);
}

void ThemeTest::whatCantBePressedLooksSo()
{
    QFETCH(ThemeKind, kind);
    const Theme theme(kind, 4, 100);
    const Colors &c = theme.colors();
    for (const ButtonLook look : {ButtonLook::Primary, ButtonLook::Secondary, ButtonLook::Quiet, ButtonLook::Outline,
             ButtonLook::Raised, ButtonLook::Bare}) {
        const ButtonColors on = buttonColors(theme, look, {}), off = buttonColors(theme, look, {.enabled = false});
        QVERIFY(off.content != on.content);
        if (kind == ThemeKind::HighContrast) {
            QVERIFY(contrast(on.content, off.content) >= 2 || look == ButtonLook::Primary);
            QVERIFY(off.fill != on.fill || off.border != on.border || look == ButtonLook::Bare);
        }
        for (const QColor &ground : {c.ground, c.surface, c.raised}) // people ask why, and read it off the button
            QVERIFY(contrast(off.content, off.fill.isValid() ? off.fill : ground) >= 4.5);
    }
}

void ThemeTest::glyphsAreLargeEnough()
{
    const auto capMm = [](int percent) {
        const Theme theme(ThemeKind::Dark, 2.75, percent);
        return QFontMetricsF(theme.font(TypeRole::Caption)).capHeight() / theme.density();
    };
    QVERIFY2(capMm(100) >= 7, QByteArray::number(capMm(100)));
    QVERIFY2(capMm(200) >= 12, QByteArray::number(capMm(200)));
}

void ThemeTest::measuresFollowDensity()
{
    const Theme kiosk(ThemeKind::Dark, 2.75, 100), fine(ThemeKind::Dark, 5.5, 100);
    QCOMPARE(kiosk.space(3), 24);
    QCOMPARE(fine.space(3), 48);
    QVERIFY(fine.target() >= 20 * 5.5);
    QVERIFY(fine.gap() >= 3 * 5.5);
    QCOMPARE(fine.font(TypeRole::Body).pixelSize(), 2 * kiosk.font(TypeRole::Body).pixelSize());
    const Theme desk(ThemeKind::Light, 4, 100, Place::Desk);
    QVERIFY(desk.target() >= 8 * 4);
    QVERIFY(desk.font(TypeRole::Body).pixelSize() < kiosk.font(TypeRole::Body).pixelSize());
}

void ThemeTest::textPercentIsBounded()
{
    QCOMPARE(Theme(ThemeKind::Dark, 2.75, 40).textPercent(), 100);
    QCOMPARE(Theme(ThemeKind::Dark, 2.75, 900).textPercent(), 200);
}

void ThemeTest::digitsHaveEqualCells()
{
    const QFont font = Theme(ThemeKind::Dark, 2.75, 100).font(TypeRole::Huge);
    QCOMPARE(tabularWidth(u"₩111,111"_s, font), tabularWidth(u"₩208,794"_s, font));
}

void ThemeTest::textIsNeverWiderThanItsLine()
{
    const QFont font = Theme(ThemeKind::Dark, 2.75, 200).font(TypeRole::Title);
    const QString endless = u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"_s;
    const TextBlock block(endless, font, 500);
    QVERIFY(block.size().width() <= 500);
    QVERIFY(block.height() > 3 * QFontMetricsF(font).height());
}

void ThemeTest::hangulWordsStayWhole()
{
    const QFont font = Theme(ThemeKind::Dark, 2.75, 100).font(TypeRole::Body);
    const double lineHeight = TextBlock(u"됩니다"_s, font, 1000).height();
    const double width = TextBlock::naturalWidth(u"누르셔도 됩"_s, font);
    const TextBlock block(u"누르셔도 됩니다"_s, font, width);
    QVERIFY(block.height() > lineHeight);
    QVERIFY(block.size().width() < TextBlock::naturalWidth(u"누르셔도 됩"_s, font) - font.pixelSize() / 2.0);
}

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
