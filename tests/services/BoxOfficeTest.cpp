#include "services/BoxOffice.h"
#include "services/RootAuthority.h"
#include "services/Shop.h"
#include "support/DemoFolder.h"
#include "support/TestShop.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
template <typename T>
QString answer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return u"nothing"_s;
    return answerOf(future.result());
}
} // namespace

/// Whatever a page asks for, the office looks at who it is for: what a clerk may not, no page can do for them.
class BoxOfficeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActIsRefusedToWhomItIsNotFor()
    {
        DemoFolder folder(DemoFolder::Season::Demo, houseToday());
        folder.addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        folder.addStaff(u"Park"_s, Role::Supervisor, u"135790"_s);
        const QTemporaryDir dir;
        folder.copyTo(dir.path());
        const SystemClock clock;
        const auto shop = must(Shop::open(dir.path(), clock, std::make_unique<RootAuthority>()));
        BoxOffice office(*shop);
        auto asked = shop->staff();
        asked.waitForFinished();
        const QList<StaffMember> staff = must(asked.result());
        const StaffId kim = staff[0].role == Role::Clerk ? staff[0].id : staff[1].id;
        const StaffId park = staff[0].role == Role::Clerk ? staff[1].id : staff[0].id;

        using Act = std::function<QString(StaffId)>;
        const TokenPass pass;
        const RefundWish wish{.why = u"?"_s};
        const FigureQuestion today{.span = {houseToday(), houseToday()}};
        const auto as = [](RefundWish one, StaffId who, bool isVoid) {
            one.who = who;
            one.isVoid = isVoid;
            return one;
        };
        const QList<std::tuple<QString, Role, Act>> acts{
            {u"serve"_s, Role::Clerk, [&](StaffId who) { return answer(office.serve(who)); }},
            {u"serve an owner"_s, Role::Clerk, [&](StaffId who) { return answer(office.serveOwner({}, who)); }},
            {u"give away"_s, Role::Supervisor,
                [&](StaffId who) { return answer(office.giveAway(pass, {}, {SeatIndex{}}, who, u"?"_s)); }},
            {u"block"_s, Role::Clerk, [&](StaffId who) { return answer(office.block(pass, {}, who, u"?"_s)); }},
            {u"unblock"_s, Role::Clerk, [&](StaffId who) { return answer(office.unblock({}, {}, who)); }},
            {u"bring back"_s, Role::Supervisor,
                [&](StaffId who) { return answer(office.bringBack(pass, as(wish, who, false))); }},
            {u"refund"_s, Role::Supervisor, [&](StaffId who) { return answer(shop->refund(as(wish, who, false))); }},
            {u"void"_s, Role::Supervisor, [&](StaffId who) { return answer(shop->refund(as(wish, who, true))); }},
            {u"pay out"_s, Role::Clerk,
                [&](StaffId who) {
                    return answer(office.payOutLeft({}, {1, {}}, who, u"?"_s));
                }},
            {u"open a shift"_s, Role::Clerk,
                [&](StaffId who) {
                    return answer(office.openShift(who, {1, {}}));
                }},
            {u"move cash"_s, Role::Clerk,
                [&](StaffId who) {
                    return answer(office.moveCash(who, {1, {}}, u"?"_s));
                }},
            {u"X"_s, Role::Clerk, [&](StaffId who) { return answer(office.shiftReport(who)); }},
            {u"find"_s, Role::Clerk, [&](StaffId who) { return answer(office.find({}, {}, 1, who)); }},
            {u"open an order"_s, Role::Clerk, [&](StaffId who) { return answer(office.open({}, who)); }},
            {u"contact"_s, Role::Clerk, [&](StaffId who) { return answer(office.setContact({}, {}, who)); }},
            {u"print again"_s, Role::Clerk, [&](StaffId who) { return answer(office.printAgain({}, who, {})); }},
            {u"figures"_s, Role::Supervisor, [&](StaffId who) { return answer(office.figures(today, who)); }},
            {u"export"_s, Role::Supervisor,
                [&](StaffId who) {
                    return answer(office.exportFigures(today, {.who = {.id = who}, .why = u"?"_s},
                        dir.filePath(u"out.csv"_s), [](const Figures &) { return QByteArray("x"); }));
                }},
            {u"out of service"_s, Role::Supervisor,
                [&](StaffId who) { return answer(shop->setOutOfService(false, who)); }},
            {u"limit"_s, Role::Manager, [&](StaffId who) { return answer(shop->setAdmissionLimit(8, who)); }},
            {u"close the shift"_s, Role::Clerk,
                [&](StaffId who) {
                    return answer(office.closeShift(who, CashCount::ofSum({1, {}})));
                }},
        };
        for (const auto &[name, least, act] : acts) {
            const bool isClerkEnough = least == Role::Clerk, isParkEnough = least <= Role::Supervisor;
            QVERIFY2((act(kim) != u"RoleTooLow"_s) == isClerkEnough, qPrintable(name));
            QVERIFY2((act(park) != u"RoleTooLow"_s) == isParkEnough, qPrintable(name));
            const QString nobodys = act(StaffId());
            QVERIFY2(nobodys == u"RoleTooLow"_s || nobodys == u"StaffNotAuthenticated"_s,
                qPrintable(name + u": "_s + nobodys));
        }
    }
};

QTEST_GUILESS_MAIN(BoxOfficeTest)
#include "BoxOfficeTest.moc"
