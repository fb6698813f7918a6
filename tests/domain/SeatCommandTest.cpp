#include "domain/SeatCommand.h"

#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
/// Two sections of two rows, six seats each; categories S and A; adult, youth and a student whose name is longer.
SeatsOfDate smallDate()
{
    auto plan = std::make_shared<SeatingPlan>();
    plan->categories = {{u"S"_s, {}}, {u"A"_s, {}}};
    plan->zones = {{u"1F"_s}, {u"2F"_s}};
    for (int zone = 0; zone < 2; ++zone)
        for (const QString &label : {u"G"_s, zone == 0 ? u"H"_s : u"A"_s}) {
            plan->rows.append({zone, label, plan->seatCount(), 6});
            for (int i = 0; i < 6; ++i) {
                plan->x.append(float(i));
                plan->y.append(float(plan->rows.size()));
                plan->category.append(quint16(zone));
                plan->row.append(qint32(plan->rows.size()) - 1);
                plan->kind.append(SeatKind::Ordinary);
                plan->number.append(QString::number(i + 10));
                plan->guid.append({});
            }
        }
    SeatsOfDate date;
    date.plan = plan;
    const auto type = [](qint64 key, const QString &en, const QString &ko) {
        return TicketType{{key}, en, Text{{{u"en"_s, en}, {u"ko"_s, ko}}}, {}};
    };
    date.types = {type(1, u"Adult"_s, u"성인"_s), type(2, u"Youth"_s, u"청소년"_s)};
    return date;
}

QString told(const SeatCommand &command)
{
    if (!command.isUnderstood())
        return u"? "_s + command.unknown;
    QStringList words;
    for (const SeatIndex seat : command.named)
        words.append(QString::number(indexOf(seat)));
    if (command.named.isEmpty())
        words.append(u"best %1"_s.arg(command.wish.seats));
    if (!command.category.isEmpty())
        words.append(
            u"of %1 (%2%3)"_s.arg(command.category).arg(command.wish.affordable[0]).arg(command.wish.affordable[1]));
    if (command.wish.aisle)
        words.append(u"aisle"_s);
    if (command.wish.wheelchairs)
        words.append(u"wheelchair"_s);
    if (command.type)
        words.append(u"type %1"_s.arg(command.type->value));
    return words.join(u' ');
}
} // namespace

/// What a clerk types to choose seats.
class SeatCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreUnderstoodOrNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("means");
        const auto row = [](const char *typed, const char *means) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QString::fromUtf8(means);
        };
        row("2", "best 2");
        row("2 S", "best 2 of S (10)");
        row("2 s", "best 2 of S (10)");
        row("  4   a  aisle ", "best 4 of A (01) aisle");
        row("4 A ai", "best 4 of A (01) aisle");
        row("3 청소년", "best 3 type 2");
        row("3 you S", "best 3 of S (10) type 2");
        row("1 wheelchair", "best 1 wheelchair");
        row("2 통로", "best 2 aisle");
        row("2 X", "? X");
        row("2 S X", "? X");
        row("0", "? 0");
        row("101", "? 101");
        row("2 a", "best 2 of A (01)"); // a category before a beginning of 'aisle'
        row("H12", "8");
        row("h12-14", "8 9 10");
        row("H12 H15", "8 11");
        row("G12", "? G12"); // of which section?
        row("2F G12", "14");
        row("1f g10,g11", "0 1");
        row("2F A15 youth", "23 type 2");
        row("H14-12", "? H14-12");
        row("H16", "? H16"); // the row ends before
        row("H12-20", "? H12-20");
        row("1F", "? 1F");
        row("=1+1", "? =1+1");
        row("<b>", "? <b>");
    }
    void wordsAreUnderstoodOrNamed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, means);
        const auto command = readSeatCommand(typed, smallDate());
        QVERIFY(command.has_value());
        QCOMPARE(told(*command), means);
    }

    void nothingTypedIsNoCommand() { QVERIFY(!readSeatCommand(u"  "_s, smallDate())); }

    void tenThousandLettersAreOneUnknownWord()
    {
        const auto command = readSeatCommand(QString(10'000, u'G'), smallDate());
        QVERIFY(command && !command->isUnderstood());
    }
};

QTEST_GUILESS_MAIN(SeatCommandTest)
#include "SeatCommandTest.moc"
