#include "domain/Limits.h"
#include "services/ShiftService.h"
#include "support/Audit.h"

#include <QFile>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Lets the statements before the n-th run and breaks that one, once.
class BreaksOnce final : public StatementObserver
{
public:
    bool aboutToRun(const char *, const QVariantList &) override { return ++m_seen != breakAt; }
    bool didBreak() const { return breakAt > 0 && m_seen >= breakAt; }
    void arm(int n)
    {
        m_seen = 0;
        breakAt = n;
    }

private:
    int breakAt = 0;
    int m_seen = 0;
};

/// What a use case works on; filled by its preparation.
struct Story {
    TokenPass pass;
    Hold hold;
    Tender tender;
    OrderId order;
    TenderId id;
    WalletId wallet;
    QString code;
    PerformanceKey performance;
    TicketTypeKey youth;
};

using Prepare = std::function<void(TestShop &, Story &)>;
using Act = std::function<QString(TestShop &, Story &)>;

void holding(TestShop &shop, Story &story)
{
    story.pass = shop.guest();
    story.hold = shop.hold(story.pass, {0, 1, 20});
    story.id = shop.ids.make<TenderId>();
    story.order = shop.ids.make<OrderId>();
}

void readyToPay(TestShop &shop, Story &story)
{
    holding(shop, story);
    shop.guest();
    shop.topUp(story.pass, 90'000);
}

void paying(TestShop &shop, Story &story)
{
    holding(shop, story);
    story.tender = shop.beginTopUp(story.pass, 75'000, TenderKind::Card, story.hold.id);
}

void paidOut(TestShop &shop, Story &story)
{
    readyToPay(shop, story);
    story.tender = must(shop->payments.endVisit(story.pass, {TenderKind::Card})).payOuts.constFirst();
}

void lateForAll(TestShop &shop, Story &story)
{
    paying(shop, story);
    const TokenPass other = shop.guest();
    shop.topUp(other, 5'000);
    shop.hold(other, {7});
    must(shop->tokens.takeSlip(shop.guest()));
    shop.clock.advance(limits::tokenPeriod);
}
} // namespace

/// Every statement of every use case fails once: an error, nothing changed, and it works the next time.
class FailureSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementMayFail_data();
    void everyStatementMayFail();
};

void FailureSweepTest::everyStatementMayFail_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<Act>("act");
    const auto add = [](const char *name, const Prepare &prepare, const Act &act) {
        QTest::newRow(name) << prepare << act;
    };
    const Prepare nothing = [](TestShop &, Story &) {};

    add("issue a token", nothing, [](TestShop &shop, Story &) { return answerOf(shop->tokens.issueToGuest()); });
    add("register", nothing, [](TestShop &shop, Story &) {
        return answerOf(shop->tokens.registerMember(u"01012345678"_s, u"1234"_s, shop.pinHash()));
    });
    add(
        "begin to sign in", [](TestShop &shop, Story &) { shop.member(); },
        [](TestShop &shop, Story &) { return answerOf(shop->tokens.beginSignInByPhone(u"01048210007"_s)); });
    add(
        "take a slip", [](TestShop &shop, Story &story) { story.pass = shop.guest(); },
        [](TestShop &shop, Story &story) { return answerOf(shop->tokens.takeSlip(story.pass)); });
    add(
        "come back",
        [](TestShop &shop, Story &story) {
            story.pass = shop.guest();
            must(shop->tokens.takeSlip(story.pass));
        },
        [](TestShop &shop, Story &story) { return answerOf(shop->tokens.comeBack(story.pass)); });
    add("hold", holding, [](TestShop &shop, Story &story) {
        return answerOf(shop->reservations.hold(story.pass, story.performance, shop.seats({2, 3, 21})));
    });
    add("exchange", holding, [](TestShop &shop, Story &story) {
        return answerOf(shop->reservations.hold(story.pass, story.performance, shop.seats({2, 3}), shop.seats({1})));
    });
    add("release", holding, [](TestShop &shop, Story &story) {
        return answerOf(shop->reservations.release(story.pass, story.hold.id, shop.seats({1})));
    });
    add("release all", holding, [](TestShop &shop, Story &story) {
        return answerOf(shop->reservations.release(story.pass, story.hold.id, {}));
    });
    add("prolong", holding,
        [](TestShop &shop, Story &story) { return answerOf(shop->reservations.prolong(story.pass, story.hold.id)); });
    add("ticket type", holding, [](TestShop &shop, Story &story) {
        return answerOf(shop->reservations.setTicketType(story.pass, story.hold.id, SeatIndex(0), story.youth));
    });
    add("begin a top-up", holding, [](TestShop &shop, Story &story) {
        return answerOf(
            shop->payments.beginTopUp(story.pass, story.id, shop.won(75'000), TenderKind::Card, story.hold.id));
    });
    add("approved", paying, [](TestShop &shop, Story &story) {
        return answerOf(shop->payments.answered(story.tender.id, DeviceAnswer::Approved));
    });
    add("declined", paying, [](TestShop &shop, Story &story) {
        return answerOf(shop->payments.answered(story.tender.id, DeviceAnswer::Declined));
    });
    add("paid out", paidOut, [](TestShop &shop, Story &story) {
        return answerOf(shop->payments.answered(story.tender.id, DeviceAnswer::Approved));
    });
    add("not paid out", paidOut, [](TestShop &shop, Story &story) {
        return answerOf(shop->payments.answered(story.tender.id, DeviceAnswer::Declined));
    });
    add("settle the seats", paying,
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.settleSeats(story.tender.id, {}, u"?"_s)); });
    add("pay", readyToPay, [](TestShop &shop, Story &story) {
        return answerOf(shop->payments.pay(story.pass, story.order, story.hold.id));
    });
    add("end a visit, by device", readyToPay,
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.endVisit(story.pass, {TenderKind::Card})); });
    add("end a visit, by code", readyToPay,
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.endVisit(story.pass, {})); });
    add(
        "pay a claim",
        [](TestShop &shop, Story &story) {
            readyToPay(shop, story);
            story.code = must(shop->payments.endVisit(story.pass, {})).claim->code;
        },
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.payClaim(story.code, {})); });
    add(
        "refund",
        [](TestShop &shop, Story &story) {
            story.order = shop.sold({0, 1});
        },
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.refund(story.order, {}, u"?"_s)); });
    add(
        "refund a ticket, in cash",
        [](TestShop &shop, Story &story) {
            story.order = shop.sold({0, 1});
        },
        [](TestShop &shop, Story &story) {
            return answerOf(shop->payments.refund(
                {.order = story.order, .seats = shop.seats({1}), .why = u"?"_s, .to = TenderKind::Cash}));
        });
    add(
        "pay out by hand",
        [](TestShop &shop, Story &story) {
            story.pass = shop.member();
            shop.topUp(story.pass, 20'000);
            story.wallet = must(shop->payments.balance(story.pass)).wallet;
        },
        [](TestShop &shop, Story &story) {
            return answerOf(shop->payments.payOut(story.wallet, shop.won(5'000), TenderKind::Cash, {}, u"?"_s));
        });
    add(
        "redeem",
        [](TestShop &shop, Story &story) {
            readyToPay(shop, story);
            story.code = must(shop->payments.endVisit(story.pass, {})).claim->code;
            story.pass = shop.guest();
        },
        [](TestShop &shop, Story &story) { return answerOf(shop->payments.redeem(story.pass, story.code, {})); });
    add(
        "buy another", [](TestShop &shop, Story &story) { shop.sold({0}, &story.pass); },
        [](TestShop &shop, Story &story) { return answerOf(shop->tokens.buyAnother(story.pass)); });
    add("import a plan", nothing, [](TestShop &shop, Story &) {
        SeatingPlan plan = TestShop::smallHall();
        plan.rows[0].label += u"a"_s;
        return answerOf(shop->catalogue.importPlan(plan));
    });
    add("import a season", nothing, [](TestShop &shop, Story &) {
        Season season = TestShop::season();
        season.settings.seatsPerOrder = 4;
        season.shows[0].minutes = 90;
        season.performances.removeLast();
        season.performances[1].prices[0].amount = shop.won(31'000);
        return answerOf(shop->catalogue.importSeason(season));
    });
    add("sweep", lateForAll, [](TestShop &shop, Story &) { return answerOf(shop->sweep()); });
    add("recover", lateForAll, [](TestShop &shop, Story &) { return answerOf(shop->recover()); });
    add("add staff", nothing,
        [](TestShop &shop, Story &) { return answerOf(shop->staff.add(u"Kim"_s, Role::Clerk, shop.pinHash())); });
    add("admission limit", nothing,
        [](TestShop &shop, Story &) { return answerOf(shop->staff.setAdmissionLimit(3, {})); });
    add("out of service", nothing,
        [](TestShop &shop, Story &) { return answerOf(shop->staff.setOutOfService(true, {})); });
    const auto drawer = [](TestShop &shop) { return ShiftService(shop.db(), shop.clock, shop.ids); };
    const Prepare aShift = [drawer](TestShop &shop, Story &) {
        must(drawer(shop).open({}, shop.won(50'000)));
        shop.sold({0, 1});
    };
    add("open a shift", nothing,
        [drawer](TestShop &shop, Story &) { return answerOf(drawer(shop).open({}, shop.won(50'000))); });
    add("move cash", aShift,
        [drawer](TestShop &shop, Story &) { return answerOf(drawer(shop).move({}, shop.won(-20'000), u"?"_s)); });
    add("close a shift", aShift, [drawer](TestShop &shop, Story &) {
        return answerOf(drawer(shop).close({}, CashCount::ofSum(shop.won(50'000))));
    });
    add("call staff", nothing, [](TestShop &shop, Story &) { return answerOf(shop->staff.call()); });
}

void FailureSweepTest::everyStatementMayFail()
{
    QFETCH(Prepare, prepare);
    QFETCH(Act, act);
    TestShop shop;
    Story story{.performance = shop.performance(), .youth = shop.type(u"youth"_s)};
    prepare(shop, story);
    shop.close();
    const QString kept = shop.file() + u".kept"_s;
    QVERIFY(QFile::copy(shop.file(), kept));
    const QByteArray before = dumpHash(shop.file());

    BreaksOnce disk;
    int n = 0;
    for (bool broke = true; broke; ++n) {
        QVERIFY2(n < 500, "it never runs through");
        shop.open(&disk);
        disk.arm(n + 1);
        const QString answer = act(shop, story);
        broke = disk.didBreak();
        disk.arm(0);
        if (broke) {
            QVERIFY2(answer.startsWith(u"Error: made to fail"_s), qPrintable(u"statement %1: "_s.arg(n + 1) + answer));
            QCOMPARE(dumpHash(shop.file()), before);
            shop.open(nullptr);
        }
        QCOMPARE(broke ? act(shop, story) : answer, u"ok"_s);
        QCOMPARE(audit(shop), QString());
        shop.close();
        QVERIFY(QFile::remove(shop.file()) && QFile::copy(kept, shop.file()));
    }
    QVERIFY(n > 3);
}

QTEST_GUILESS_MAIN(FailureSweepTest)
#include "FailureSweepTest.moc"
