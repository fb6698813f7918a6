#include "domain/SeatChooser.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
constexpr double pitch = 20;

/// Rows as people write them, nearest to the stage first: '.' free, 'x' taken, ' ' an aisle, 'w' a free wheelchair
/// place, 'c' a free companion's place. Seats are numbered against their order, as no rule may look at numbers.
class Hall
{
public:
    explicit Hall(
        const QStringList &lines, int rowsPerCategory = 1000, int rowsPerZone = 1000, const QList<PlanArea> &areas = {})
    {
        auto plan = std::make_shared<SeatingPlan>();
        for (int i = 0; i <= lines.size() / rowsPerCategory; ++i)
            plan->categories.append({QString(QChar(char16_t(u'A' + i))), {}});
        for (int i = 0; i <= lines.size() / rowsPerZone; ++i)
            plan->zones.append({QString::number(i)});
        for (int y = 0; y < lines.size(); ++y) {
            plan->rows.append({y / rowsPerZone, QString::number(y + 1), plan->seatCount(), 0});
            for (int x = 0; x < lines[y].size(); ++x)
                if (const QChar sign = lines[y][x]; sign != u' ')
                    add(*plan, x, y, y / rowsPerCategory, sign);
        }
        plan->areas = areas;
        plan->size = {1000, 1000};
        m_chooser = std::make_unique<SeatChooser>(std::make_shared<const SeatGrid>(plan));
    }

    QList<SeatProposal> propose(const SeatWish &wish) const { return m_chooser->propose(wish, m_free); }
    /// As "row:column", the best first.
    QStringList best(const SeatWish &wish) const
    {
        const auto proposals = propose(wish);
        return proposals.isEmpty() ? QStringList() : names(proposals.constFirst().seats);
    }
    QStringList stranded(const QStringList &chosen) const { return names(m_chooser->stranded(seats(chosen), m_free)); }
    QStringList movedUp(const QStringList &chosen) const { return names(m_chooser->movedUp(seats(chosen), m_free)); }
    QList<SeatIndex> seats(const QStringList &names) const
    {
        QList<SeatIndex> seats;
        for (const QString &name : names)
            seats.append(SeatIndex{qint32(m_names.indexOf(name))});
        return seats;
    }
    QStringList names(const QList<SeatIndex> &seats) const
    {
        QStringList names;
        for (const SeatIndex seat : seats)
            names.append(m_names[indexOf(seat)]);
        return names;
    }
    const std::vector<bool> &free() const { return m_free; }

private:
    void add(SeatingPlan &plan, int x, int y, int category, QChar sign)
    {
        plan.x.append(float(x * pitch));
        plan.y.append(float(y * pitch));
        plan.category.append(quint16(category));
        plan.row.append(y);
        ++plan.rows[y].seatCount;
        plan.kind.append(sign == u'w' ? SeatKind::Wheelchair : sign == u'c' ? SeatKind::Companion : SeatKind::Ordinary);
        plan.number.append(QString::number(1000 - plan.x.size()));
        plan.guid.append(QString::number(plan.x.size()));
        m_names.append(u"%1:%2"_s.arg(y).arg(x));
        m_free.push_back(sign != u'x');
    }

    QStringList m_names;
    std::vector<bool> m_free;
    std::unique_ptr<SeatChooser> m_chooser;
};

QChar signAt(const QString &line, int place) { return place >= 0 && place < line.size() ? line[place] : u' '; }

QString drawn(const std::vector<bool> &free)
{
    QString line;
    for (const bool each : free)
        line.append(each ? u'.' : u'x');
    return line;
}
} // namespace

/// 'Choose for us', rule by rule, and against trying everything.
class SeatChooserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<QStringList>("hall");
        QTest::addColumn<int>("seats");
        QTest::addColumn<QStringList>("chosen");
        QTest::newRow("nearest to the stage, in the middle")
            << QStringList{u"......"_s, u"......"_s} << 2 << QStringList{u"0:2"_s, u"0:3"_s};
        QTest::newRow("together before nearer")
            << QStringList{u".x.x."_s, u"....."_s} << 2 << QStringList{u"1:0"_s, u"1:1"_s};
        QTest::newRow("never across an aisle")
            << QStringList{u"x. .x"_s, u".. .."_s} << 2 << QStringList{u"1:0"_s, u"1:1"_s};
        QTest::newRow("no single left where it can be avoided")
            << QStringList{u"...."_s, u"x...x"_s} << 3 << QStringList{u"1:1"_s, u"1:2"_s, u"1:3"_s};
        QTest::newRow("a farther row that leaves none")
            << QStringList{u"x...x"_s, u"x..xx"_s} << 2 << QStringList{u"1:1"_s, u"1:2"_s};
        QTest::newRow("a single left where it can't")
            << QStringList{u"x...x"_s} << 2 << QStringList{u"0:1"_s, u"0:2"_s};
        QTest::newRow("accessible places stay, even when the others aren't together")
            << QStringList{u"wc.x"_s, u".xxx"_s} << 2 << QStringList{u"0:2"_s, u"1:0"_s};
        QTest::newRow("until the rest is sold out") << QStringList{u"wcxx"_s} << 2 << QStringList{u"0:0"_s, u"0:1"_s};
        QTest::newRow("not together: pairs rather than somebody alone")
            << QStringList{u"..x."_s, u"xxxx"_s, u"..xx"_s} << 4 << QStringList{u"0:0"_s, u"0:1"_s, u"2:0"_s, u"2:1"_s};
        QTest::newRow("nobody where there's no room") << QStringList{u".x."_s} << 3 << QStringList{};
    }
    void chooses()
    {
        QFETCH(QStringList, hall);
        QFETCH(int, seats);
        QFETCH(QStringList, chosen);
        QCOMPARE(Hall(hall).best({.seats = seats}), chosen);
    }

    void threeProposalsAreThreeDifferentOffers()
    {
        const Hall hall({u"......"_s, u"......"_s, u"......"_s, u"......"_s}, 2, 1);
        const auto proposals = hall.propose({.seats = 2});
        QCOMPARE(proposals.size(), 3);
        QCOMPARE(proposals[0].reason, SeatReason::Best);
        QCOMPARE(proposals[1].reason, SeatReason::OtherCategory);
        QCOMPARE(proposals[2].reason, SeatReason::OtherSection);
        QStringList all;
        for (const SeatProposal &proposal : proposals)
            all += hall.names(proposal.seats);
        QCOMPARE(all.removeDuplicates(), 0);
        QVERIFY(hall.names(proposals[1].seats).constFirst().startsWith(u"2:"_s));
    }

    void theBudgetLeavesOutCategories()
    {
        const Hall hall({u"...."_s, u"...."_s}, 1);
        QCOMPARE(hall.best({.seats = 2, .affordable = {false, true, true}}).constFirst().left(2), u"1:"_s);
        QVERIFY(hall.best({.seats = 2, .affordable = {false, false, true}}).isEmpty());
    }

    void anAisleIsAtARowsEnd()
    {
        const Hall hall({u"x......x"_s, u"........"_s});
        const auto proposals = hall.propose({.seats = 2, .aisle = true});
        QCOMPARE(proposals[0].reason, SeatReason::Aisle);
        const QStringList seats = hall.names(proposals[0].seats);
        QVERIFY2(seats.contains(u"1:0"_s) || seats.contains(u"1:7"_s), qPrintable(seats.join(u' ')));
    }

    void companionsSitBesideAWheelchair()
    {
        const Hall hall({u"........"_s, u"..wc...."_s, u"........"_s});
        const QStringList seats = hall.best({.seats = 3, .wheelchairs = 1});
        QCOMPARE(seats.size(), 3);
        QVERIFY(seats.contains(u"1:2"_s) && seats.contains(u"1:3"_s));
        QVERIFY(seats.contains(u"1:1"_s) || seats.contains(u"1:4"_s));
        QVERIFY(hall.best({.seats = 5, .wheelchairs = 1}).isEmpty()); // three each
        QVERIFY(hall.best({.seats = 2, .wheelchairs = 2}).isEmpty()); // there is one place
    }

    void aSingleThatStaysBehindIsNamed()
    {
        const Hall hall({u"x....x.x"_s});
        QCOMPARE(hall.stranded({u"0:2"_s, u"0:3"_s}), (QStringList{u"0:1"_s, u"0:4"_s}));
        QCOMPARE(hall.stranded({u"0:1"_s, u"0:2"_s}), QStringList());
        QCOMPARE(hall.stranded({u"0:1"_s, u"0:2"_s, u"0:3"_s}), QStringList{u"0:4"_s});
    }

    void whoLeavesASingleMayMoveUp()
    {
        QCOMPARE(Hall({u"x......x"_s}).movedUp({u"0:2"_s, u"0:3"_s}), (QStringList{u"0:1"_s, u"0:2"_s}));
        QCOMPARE(Hall({u"x... ..."_s}).movedUp({u"0:2"_s, u"0:3"_s}), QStringList()); // either way leaves one
        QCOMPARE(Hall({u"x.. ...x"_s}).movedUp({u"0:2"_s}), (QStringList{u"0:4"_s})); // across the aisle where need be
        QCOMPARE(Hall({u"......"_s}).movedUp({u"0:1"_s, u"0:3"_s}), QStringList());   // who sits apart wants to
        QCOMPARE(Hall({u"x.wcx"_s}).movedUp({u"0:2"_s, u"0:3"_s}), QStringList()); // never out of an accessible place
        QCOMPARE(Hall({u"xwc..x"_s}).movedUp({u"0:4"_s}), QStringList());          // nor into one
    }

    void theStageIsNotWhatPeopleSitIn()
    {
        const QStringList rows{u"...."_s, u"...."_s, u"...."_s};
        const PlanArea room{.position = {-200, -200}, .size = {900, 900}};
        const PlanArea stage{.position = {0, 80}, .size = {60, 20}}; // below the last row
        QCOMPARE(Hall(rows, 1000, 1000, {room, stage}).best({.seats = 2}), (QStringList{u"2:0"_s, u"2:1"_s}));
        QCOMPARE(Hall(rows, 1000, 1000, {room}).best({.seats = 2}), (QStringList{u"0:2"_s, u"0:3"_s}));
    }

    /// Chairs farther apart than those of the rows, in a ring.
    void neighboursAtATableAreNeighbours()
    {
        auto plan = std::make_shared<SeatingPlan>();
        plan->categories = {{u"A"_s, {}}};
        plan->zones = {{u"1"_s}};
        const auto add = [&plan](double x, double y) {
            plan->x.append(float(x));
            plan->y.append(float(y));
            plan->category.append(0);
            plan->row.append(qint32(plan->rows.size() - 1));
            ++plan->rows.last().seatCount;
            plan->kind.append(SeatKind::Ordinary);
            plan->number.append(QString());
            plan->guid.append(QString::number(plan->x.size()));
        };
        plan->rows.append(PlanRow{0, u"T"_s, 0, 0});
        const double radius = 1.9 * pitch;
        for (int chair = 0; chair < 6; ++chair)
            add(radius * std::sin(chair * M_PI / 3), radius * std::cos(chair * M_PI / 3));
        plan->rows.append(PlanRow{0, u"A"_s, 6, 0});
        for (int i = 0; i < 12; ++i)
            add(-100 + i * pitch, 200);
        plan->size = {1000, 1000};
        const SeatChooser chooser(std::make_shared<const SeatGrid>(plan));
        std::vector<bool> free(18, false);
        std::fill_n(free.begin(), 6, true);
        const auto four = chooser.propose({.seats = 4}, free);
        QCOMPARE(four.size(), 1);
        QCOMPARE(four.constFirst().reason, SeatReason::Best);
        QCOMPARE(chooser.propose({.seats = 2}, free).size(), 3);
        QCOMPARE(chooser.freeBeside(SeatIndex{2}, free), (QList{SeatIndex{1}, SeatIndex{3}}));
    }

    /// In one row, held against trying every window by the words of the rule.
    void isAsGoodAsTryingEverything()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            QStringList lines;
            for (int row = 0; row < 4; ++row) {
                QString line;
                for (int i = 0; i < 14; ++i)
                    line.append(u"...xx "_s[random.bounded(6)]);
                lines.append(line);
            }
            const int seats = 1 + random.bounded(4);
            const Hall hall(lines);
            int together = 0, unstranding = 0;
            for (const QString &line : lines)
                for (int at = 0; at + seats <= line.size(); ++at) {
                    if (line.mid(at, seats) != QString(seats, u'.'))
                        continue;
                    ++together;
                    const auto isAlone = [&](int beside, int beyond) {
                        return signAt(line, beside) == u'.' && signAt(line, beyond) != u'.';
                    };
                    unstranding += !isAlone(at - 1, at - 2) && !isAlone(at + seats, at + seats + 1);
                }
            const auto proposals = hall.propose({.seats = seats});
            const QByteArray shown = lines.join(u'|').toLatin1();
            if (together == 0) {
                QVERIFY2(proposals.isEmpty() || proposals[0].reason == SeatReason::Apart, shown);
                continue;
            }
            QVERIFY2(proposals[0].reason == SeatReason::Best, shown);
            QCOMPARE(hall.stranded(hall.names(proposals[0].seats)).isEmpty(), unstranding > 0);
            std::vector<bool> free = hall.free();
            for (const SeatProposal &proposal : proposals)
                for (const SeatIndex seat : proposal.seats) {
                    QVERIFY2(free[size_t(indexOf(seat))], qPrintable(drawn(free)));
                    free[size_t(indexOf(seat))] = false;
                }
        }
    }
};

QTEST_GUILESS_MAIN(SeatChooserTest)
#include "SeatChooserTest.moc"
