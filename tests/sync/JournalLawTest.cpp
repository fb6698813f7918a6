#include "domain/Limits.h"
#include "services/SeasonWriter.h"
#include "sync/World.h"

#include <QJsonDocument>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Facts can't be refused: laws 8, 10 and 11. Each story is a counterexample to a law without the sentence it is named
/// after.
class JournalLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void law8_entriesOfAForkAreKeptBesideTheChain()
    {
        World w;
        must(w.one.hold(w.hub, w.one.shop.guest(), {5}));
        const QByteArray backup = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        const qint64 known = w.hub.shop.number("SELECT count(*) FROM node_journal");
        w.one.restore(backup); // lapses its hold at start: another entry at a seq that is taken
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {5}));
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        QCOMPARE(w.one.pushAll(w.hub, 0).word, EpochWord::Forked);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM node_journal"), known);
        QVERIFY(w.hub.shop.number("SELECT count(*) FROM node_fork") > 0);
        QCOMPARE(w.conflicts().size(), 1); // somebody has a ticket for seat 5
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void law8_aForkArrivesWhole()
    {
        World w;
        const QByteArray backup = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        w.one.restore(backup);
        for (int visits = 0; visits < 60; ++visits) // more than go into a push
            must(w.one.shop->payments.endVisit(w.one.shop.guest(), {}));
        const qint64 position = must(w.one->report({QByteArray(16, 'n'), 1, 0, {}})).position;
        w.one.session(w.hub);
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.hub.shop.number("SELECT max(seq) FROM node_fork"), position);
    }

    /// Else they would be refused for ever, and all that comes after them.
    void longEntriesAreToldInPushesThatAHubTakes()
    {
        World w;
        w.one.session(w.hub);
        const qint64 from = must(w.one->report({QByteArray(16, 'n'), 1, 0, {}})).position;
        for (int i = 0; i < 9; ++i)
            must(w.one.shop.db().write(w.one.shop.clock, [i](Transaction &tx) -> Done {
                tx.tell(u"note"_s, {{u"text"_s, QString(i == 4 ? 2'000'000 : 150'000, u'x')}});
                return done;
            }));
        QList<int> pushed;
        for (qint64 after = from;;) {
            const Push push = must(w.one->push(w.one.epoch().number, after, limits::pushEntries));
            if (push.entries.isEmpty())
                break;
            pushed.append(int(push.entries.size()));
            const QByteArray sent = QJsonDocument(jsonOf(push)).toJson(QJsonDocument::Compact);
            QVERIFY(sent.size() < (push.entries.size() == 1 ? limits::requestBytesMax : 1024 * 1024));
            after = push.entries.constLast().seq;
        }
        QCOMPARE(pushed.mid(0, 4), QList({3, 1, 1, 3})); // the long one by itself
        w.one.pushAll(w.hub, from);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM node_journal WHERE kind = 'note'"), 9);
    }

    void law8_aPushIsStoredWholeOrNotAtAll()
    {
        World w;
        must(w.one.sell(w.hub, {3}));
        Push push = must(w.one->push(w.one.epoch().number, 0, 50));
        push.entries.last().body.append(' ');
        QCOMPARE(answerOf(w.hub->push(w.one.node(), push)), u"BadInput"_s);
        QCOMPARE(w.seat(3).state, SeatState::Given);
    }

    void law8_aPushWithAGapIsAskedForFromWhereItIsMissing()
    {
        World w;
        const qint64 here = must(w.hub->open(w.one.epoch())).position;
        must(w.one.sell(w.hub, {3}));
        const Acknowledged said =
            must(w.hub->push(w.one.node(), must(w.one->push(w.one.epoch().number, here + 1, 50))));
        QCOMPARE(said.position, here);
        QCOMPARE(w.seat(3).state, SeatState::Given);
        w.one.pushAll(w.hub, said.position);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void law8_whatAnEarlierEpochSoldIsStillSent()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3})); // never pushed
        const int before = w.one.epoch().number;
        w.one.enrol(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).order, order);
        QCOMPARE(w.state({w.one.node(), before}), EpochState::Closed); // its closing entry came along
    }

    void law8_aPushTwiceChangesNothing()
    {
        World w;
        must(w.one.sell(w.hub, {3}));
        const Push push = must(w.one->push(w.one.epoch().number, 0, 50));
        must(w.hub->push(w.one.node(), push));
        const qint64 entries = w.hub.shop.number("SELECT count(*) FROM node_journal");
        const SeatAtHub seat = w.seat(3);
        must(w.hub->push(w.one.node(), push));
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM node_journal"), entries);
        QCOMPARE(w.seat(3), seat);
    }

    /// As it was hashed, also what says nothing to the hub, however many come at once and however often.
    void law8_entriesAreKeptAsTheyWereHashed()
    {
        World w;
        const EpochId epoch = w.one.epoch();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        Push push{epoch.number, must(w.hub->open(epoch)).position, {}, {}};
        push.previous = EpochStore(w.hub.shop.db()).hashAt(epoch, push.after);
        const QStringList bodies{QString(), u""_s, u"{}"_s, u"no JSON"_s, u"{\"name\":\"앞줄 – 🎭\"}"_s, u"a\0b"_s};
        QByteArray hash = push.previous;
        for (int i = 1; i <= 21; ++i) {
            push.entries.append({epoch.number, push.after + i, -i, i % 5 == 0 ? QString() : u"unheard of"_s,
                bodies[i % bodies.size()].toUtf8(), {}});
            hash = push.entries.last().hash = hashOf(hash, push.entries.last());
        }
        Push first = push; // the hub's answer to it is lost, and the terminal tells it again with more
        first.entries = push.entries.first(10);
        must(w.hub->push(w.one.node(), first));
        QCOMPARE(must(w.hub->push(w.one.node(), push)).position, push.after + 21);
        QCOMPARE(w.hub.shop.number("SELECT max(seq) FROM node_journal WHERE epoch > 1"), push.after + 21);
        QCOMPARE(w.complaints(), QString());
    }

    void law8_anEarlierEpochsSalesStillCount()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3})); // never pushed
        const Push late = must(w.one->push(w.one.epoch().number, 0, 50));
        must(w.hub->begin(must(w.one->wantEnrolment()))); // enrolled anew; the first epoch's seats are quarantined
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        QCOMPARE(must(w.hub->push(w.one.node(), late)).word, EpochWord::Over);
        QCOMPARE(w.seat(3).order, order);
    }

    /// It doesn't come a second time.
    void law8_aSaleOfADateThatIsMissingAtTheHubIsKept()
    {
        World w;
        const PerformanceKey free = w.free();
        const OrderId order = must(w.one.sell(w.hub, {3}));
        for (const char *table : {"DELETE FROM price WHERE performance = ?",
                 "DELETE FROM seats_left WHERE performance = ?", "DELETE FROM performance WHERE key = ?"})
            w.hub.shop.run(table, {free.value});
        w.one.session(w.hub);
        must(w.hub.shop->catalogue.importSeason(TestShop::season())); // the same date by the same key
        QCOMPARE(w.free(), free);
        QCOMPARE(w.seat(3).order, order);
        QCOMPARE(w.hub.shop.seatsLeft(u"free"_s), 29);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
    }

    void law8_aConflictEndsWithTheRefundOfItsSale()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        const OrderId stands = must(w.two.sell(w.hub, {3}));
        w.two.session(w.hub);
        const OrderId late = must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        must(w.one.shop->payments.refund(late, {}, u"seated twice"_s));
        w.one.pushAll(w.hub, 0); // both entries, one after the other
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(w.seat(3).order, stands);
    }

    void law11_aPlanIsFrozenAtItsFirstRight()
    {
        World w;
        const QByteArray before = w.plan();
        const TokenPass pass = w.one.shop.guest();
        must(w.one.hold(w.hub, pass, {3}));
        must(w.one.shop->payments.endVisit(pass, {}));
        must(w.one->giveBack(w.free(), TestShop::seats({3})));
        const RightsAnswer unused = must(w.hub->give(w.one.epoch(), w.request(w.one, {4})));
        QVERIFY(w.take(w.one, unused));
        must(w.one->giveBack(w.free(), TestShop::seats({4})));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        QCOMPARE(w.seat(4).state, SeatState::Pool);
        SeatingPlan other = TestShop::smallHall();
        other.name = u"rebuilt"_s;
        must(w.hub.shop->catalogue.importPlan(other));
        QCOMPARE(w.plan(), before);
        w.one.follow(w.hub);
        const CatalogueStore catalogue(w.one.shop.db());
        QCOMPARE(catalogue.planHash(catalogue.planOf(w.free())), before);
    }

    /// It may still be on its way.
    void law11_aPlanStaysAlsoWhenItsRequestWentUnanswered()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        must(w.one.shop->reservations.hold(pass, w.free(), TestShop::seats({3})));
        must(w.one.shop->payments.endVisit(pass, {}));
        w.one.session(w.hub); // nobody waits any more
        SeatingPlan other = TestShop::smallHall();
        other.name = u"rebuilt"_s;
        const QByteArray before = w.plan();
        must(w.hub.shop->catalogue.importPlan(other)); // it knows of no request
        w.one.follow(w.hub);
        const CatalogueStore catalogue(w.one.shop.db());
        QCOMPARE(catalogue.planHash(catalogue.planOf(w.free())), before);
    }

    void law11_aRightOfAnotherPlansSeatIsRefused()
    {
        World w;
        SeatingPlan other = TestShop::smallHall();
        other.name = u"rebuilt"_s;
        must(w.hub.shop->catalogue.importPlan(other)); // and the terminal has the one before
        QCOMPARE(answerOf(w.one.sell(w.hub, {3})), u"OtherProgramme"_s);
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        w.two.follow(w.hub); // whom nobody keeps from it
        must(w.two.sell(w.hub, {3}));
    }

    void law11_aTerminalsProgrammeIsItsHubs()
    {
        World w;
        SeatingPlan other = TestShop::smallHall();
        other.name = u"rebuilt"_s;
        QCOMPARE(answerOf(w.one.shop->catalogue.importPlan(other)), u"NodeIsTerminal"_s);
        QCOMPARE(answerOf(w.one.shop->catalogue.importSeason(TestShop::season())), u"NodeIsTerminal"_s);
        must(w.one.sell(w.hub, {3}));
        Season season = TestShop::season();
        season.shows[0].title.byLanguage[u"en"_s] = u"The same, renamed"_s;
        must(w.hub.shop->catalogue.importSeason(season));
        w.one.follow(w.hub);
        w.two.follow(w.hub);
        for (TestTerminal *terminal : {&w.one, &w.two}) {
            const auto here = must(terminal->shop->catalogue.programme()),
                       there = must(w.hub.shop->catalogue.programme());
            QCOMPARE(seasonFile(here.season), seasonFile(there.season));
            QCOMPARE(here.plans, there.plans);
        }
    }

    void law10_aSaleThatWasNeverSentIsTheSellersToRefund()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3}));
        must(w.one.shop->payments.refund(order, {}, u"changed her mind"_s));
        const OrderId again = must(w.one.sell(w.hub, {3})); // under the same right, which nobody else has
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).order, again);
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(audit(w.one.shop), QString());
    }

    void law10_onceSentOnlyTheHubRefunds()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3}));
        must(w.one->push(w.one.epoch().number, 0, 100)); // and lost on the way: nobody can know
        w.one.restart();
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, {}, u"changed her mind"_s)), u"RefundAtHub"_s);
        const OrderId later = must(w.one.sell(w.hub, {4}));
        must(w.one.shop->payments.refund(later, {}, u"changed his mind"_s));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
        QCOMPARE(w.seat(4).state, SeatState::Given);
        QCOMPARE(w.one.unused(), 1);
    }
};

QTEST_GUILESS_MAIN(JournalLawTest)
#include "JournalLawTest.moc"
