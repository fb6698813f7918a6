#include "items/OrdersModel.h"
#include "domain/Deliver.h"
#include "items/OrderModel.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/ScriptedCash.h"
#include "services/ScriptedSale.h"
#include "services/TenderDesk.h"
#include "support/HallShop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Orders on a screen: found while somebody types, fetched while they scroll, opened one at a time.
class OrdersModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<HallShop> m_hall;
    std::unique_ptr<BoxOffice> m_office;
    std::unique_ptr<TenderDesk> m_tenders;
    std::optional<StaffMember> m_kim;

    template <typename T>
    static T result(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        return future.result().value();
    }
    static Contact contactOf(int number) { return {u"김수%1"_s.arg(number), u"%1"_s.arg(1000 + number)}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_hall = std::make_unique<HallShop>();
        const auto beside = Node::open(DataFolder(m_hall->file({})));
        Services &services = beside.value()->services();
        m_kim = services.staff.add(u"Kim"_s, Role::Manager, u"no PIN is asked for here"_s).value();
        ScriptedCash cash(DataFolder(m_hall->file({})), services.payments);
        ScriptedSale script(services, beside.value()->ids(), cash);
        m_office = std::make_unique<BoxOffice>(m_hall->shop());
        m_tenders = std::make_unique<TenderDesk>(m_hall->shop(), QList<TenderDevice *>());
        QList<PerformanceOffer> offers = services.reservations.dates().value(); // by its own clock
        offers.removeIf([](const PerformanceOffer &offer) { return !offer.isBookable() || offer.seatsLeft < 130; });
        for (int i = 0; i < 130; ++i) {
            const auto sold = script.sell(
                offers[i % 2].performance.key, [](const SeatsOfDate &date) { return firstFreeSeats(date, 2); });
            QVERIFY(sold.ok());
        }
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        for (int i = 0; i < 60; ++i)
            result(m_office->setContact(orders.line(i).id, contactOf(i), m_kim->id));
    }
    void cleanupTestCase()
    {
        m_tenders.reset();
        m_office.reset();
        m_hall.reset();
    }

    void aListIsFetchedAsItIsLookedAt()
    {
        OrdersModel orders(*m_office, nullptr);
        QVERIFY(!orders.canFetchMore({}));
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        QVERIFY(orders.canFetchMore({}));
        orders.fetchMore({});
        QVERIFY(!orders.canFetchMore({})); // it is on its way
        orders.fetchMore({});
        QTRY_COMPARE(orders.rowCount(), 130);
        QVERIFY(!orders.canFetchMore({}));
        QSet<OrderId> all;
        for (int row = 0; row < orders.rowCount(); ++row)
            all.insert(orders.line(row).id);
        QCOMPARE(all.size(), 130);
    }

    void whateverIsTypedTheListIsAModel()
    {
        OrdersModel orders(*m_office, nullptr);
        QAbstractItemModelTester tester(&orders, QAbstractItemModelTester::FailureReportingMode::QtTest);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 130); // the tester asks for more by itself
        for (const QString &typed : {u"김수1"_s, u"nobody"_s, QString()}) {
            orders.search(typed);
            QTRY_VERIFY(!orders.isSearching());
        }
        QTRY_COMPARE(orders.rowCount(), 130);
    }

    void whileOneSearchesOnlyTheNewestWishWaits()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_VERIFY(!orders.isSearching());
        QSignalSpy found(&orders, &OrdersModel::found);
        QSignalSpy resets(&orders, &QAbstractItemModel::modelReset);
        for (const QString &typed : {u"ㄱ"_s, u"김"_s, u"김수"_s, u"김수1"_s, u"김수12"_s})
            orders.search(typed);
        QVERIFY(orders.isSearching());
        QTRY_VERIFY(!orders.isSearching());
        QCOMPARE(found.size(), 1); // what nobody wants any more is never shown
        QCOMPARE(resets.size(), 1);
        QCOMPARE(orders.rowCount(), 1);
        QCOMPARE(orders.line(0).name, u"김수12"_s);
    }

    void typingAwayAPageThatIsUnderWay()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        orders.fetchMore({});
        orders.search(u"김수7"_s);
        QTRY_VERIFY(!orders.isSearching());
        QCOMPARE(orders.rowCount(), 1); // and none of the old page's rows
        QTest::qWait(50);
        QCOMPARE(orders.rowCount(), 1);
    }

    void anOrderIsShownOnceWhateverItWasFoundBy()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_VERIFY(!orders.isSearching());
        const QString number = orders.line(3).number;
        result(m_office->setContact(orders.line(3).id, {{}, number.right(4)}, m_kim->id));
        orders.search(number.right(4));
        QTRY_VERIFY(!orders.isSearching());
        QCOMPARE(orders.rowCount(), 1);
    }

    void whoeverComesNextFindsNothingOfTheLastSearch()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        orders.search(u"김"_s);
        QTRY_VERIFY(orders.rowCount() > 0);
        orders.setClerk(std::nullopt);
        QCOMPARE(orders.rowCount(), 0);
        QVERIFY(orders.typed().isEmpty());
        QTest::qWait(50);
        QCOMPARE(orders.rowCount(), 0);
    }

    void anAnswerAfterTheClerkLeftIsDropped()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        orders.setClerk(std::nullopt);
        QTest::qWait(100);
        QCOMPARE(orders.rowCount(), 0);
    }

    void nobodyWhoIsntOfTheStaffFindsAnything()
    {
        OrdersModel orders(*m_office, nullptr);
        QSignalSpy failed(&orders, &OrdersModel::failed);
        orders.setClerk(StaffId{QUuid::createUuid()});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(orders.rowCount(), 0);
    }

    void whoWalksThroughAListOpensTheLastOne()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        OrderModel order(*m_office, *m_tenders, nullptr);
        order.setClerk(m_kim->id);
        QSignalSpy changed(&order, &OrderModel::changed);
        for (int row = 0; row < 30; ++row)
            order.open(orders.line(row).id);
        QTRY_VERIFY(order.file() && order.file()->order.id == orders.line(29).id);
        QCOMPARE(changed.size(), 1); // those in between were never read
    }

    void ticketsAreChosenAndTheirWorthIsSaid()
    {
        OrderModel order(*m_office, *m_tenders, nullptr);
        QAbstractItemModelTester tester(&order, QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(order, 10);
        QCOMPARE(order.rowCount(), 2);
        const Money all = order.worth();
        order.toggle(1);
        QCOMPARE(order.chosen(), QList({order.ticket(1).seat}));
        QCOMPARE(order.worth(), order.ticket(1).price);
        order.toggle(1);
        QCOMPARE(order.worth(), all);
        QCOMPARE(all, order.file()->order.total);
    }

    void aReprintHasTheNextNumberAndTheListStays()
    {
        OrderModel order(*m_office, *m_tenders, nullptr);
        open(order, 11);
        QList<int> copies;
        connect(&order, &OrderModel::printWanted, this, [&](const Order &printed) { copies.append(printed.copy); });
        order.printAgain();
        order.printAgain(); // pressed twice, printed once
        QTRY_COMPARE(copies, QList({2}));
        QTRY_COMPARE(order.file()->copies, 2);
        QTRY_VERIFY(order.can(OrderAct::PrintAgain));
        order.printAgain();
        QTRY_COMPARE(copies, QList({2, 3}));
    }

    void aRefundIsOfTheChosenSeatsOrOfAllThatAreLeft()
    {
        OrderModel order(*m_office, *m_tenders, nullptr);
        open(order, 12);
        order.toggle(0);
        order.refund(std::nullopt, {*m_kim, u"ill"_s}); // one of them
        QTRY_VERIFY(!order.ticket(0).isLive);
        QCOMPARE(order.file()->order.state, OrderState::Paid);
        QVERIFY(order.chosen().isEmpty());
        QVERIFY(!order.can(OrderAct::Void)); // it isn't whole any more
        QTRY_VERIFY(order.can(OrderAct::Refund));
        order.refund(std::nullopt, {*m_kim, u"ill"_s}); // and the rest
        QTRY_COMPARE(order.file()->order.state, OrderState::Refunded);
        QTRY_VERIFY(order.code()); // a guest's
        for (const OrderAct act : {OrderAct::PrintAgain, OrderAct::Refund, OrderAct::Void, OrderAct::Exchange}) {
            QVERIFY(!order.can(act));
            QVERIFY(order.whyNot(act) == Refusal::AlreadyRefunded);
        }
        QCOMPARE(order.file()->history.constLast().why, u"ill"_s);
    }

    void anExchangeNamesTheSeatsThatWereChosen()
    {
        OrderModel order(*m_office, *m_tenders, nullptr);
        open(order, 13);
        QList<SeatIndex> wanted;
        connect(&order, &OrderModel::exchangeWanted, this,
            [&](const Order &, const QList<SeatIndex> &seats) { wanted = seats; });
        order.toggle(1);
        order.exchange();
        QCOMPARE(wanted, QList({order.ticket(1).seat}));
    }

    void aChangedContactIsShownInTheList()
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        OrderModel order(*m_office, *m_tenders, nullptr);
        order.setClerk(m_kim->id);
        order.open(orders.line(20).id);
        QTRY_VERIFY(order.file());
        connect(&order, &OrderModel::changed, this, [&] { orders.update(*order.file()); });
        order.setContact({u"박보검"_s, u"9999"_s});
        QTRY_COMPARE(orders.line(20).name, u"박보검"_s);
        QCOMPARE(orders.line(20).lastDigits, u"9999"_s);
    }

private:
    void open(OrderModel &order, int row)
    {
        OrdersModel orders(*m_office, nullptr);
        orders.setClerk(m_kim->id);
        QTRY_COMPARE(orders.rowCount(), 60);
        order.setClerk(m_kim->id);
        order.open(orders.line(row).id);
        QTRY_VERIFY(order.file());
    }
};

QTEST_GUILESS_MAIN(OrdersModelTest)
#include "OrdersModelTest.moc"
