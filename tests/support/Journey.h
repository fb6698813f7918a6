#pragma once

#include "support/DemoShop.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace foyer::test {

/// A guest who goes as far as a step of a purchase and stands there, through the models that screens bind to. The
/// folder's admission limit is 1, so that there is a queue to stand in; the staff corner asks for Kim, PIN 246810.
class Journey
{
public:
    explicit Journey(DemoShop &shop) : m_shop(shop) {}

    void goTo(Step step)
    {
        if (step == Step::Attract)
            return waitFor([&] { return visit().programme().isLoaded() && !visit().settings().name.isEmpty(); });
        if (step == Step::StaffSignIn || step == Step::StaffCorner || step == Step::StaffEnrol)
            return comeAsStaff(step);
        if (step == Step::Tickets) {
            goTo(Step::Ticket);
            return holdTicketToScanner();
        }
        visit().touch();
        if (step == Step::SignIn)
            return;
        if (step == Step::Register)
            return visit().wantRegistration();
        queueUp(step);
        if (step == Step::Queue || step == Step::Dates)
            return;
        chooseSeats();
        if (step == Step::Seats)
            return;
        pay(step);
    }

    /// Who was given a ticket comes back with it.
    void holdTicketToScanner()
    {
        const QString code = visit().order()->tickets.constFirst().code;
        visit().finish();
        waitFor([&] { return visit().step() == Step::Attract; });
        visit().scanTicket(code);
        waitFor([&] { return visit().step() == Step::Tickets; });
    }

    static void waitFor(const std::function<bool()> &come)
    {
        const QDeadlineTimer patience(std::chrono::seconds(20));
        while (!come()) {
            if (patience.hasExpired())
                qFatal("a step didn't come");
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
    }

private:
    VisitModel &visit() { return m_shop.visit(); }

    void comeAsStaff(Step step)
    {
        visit().wantStaff();
        if (step == Step::StaffSignIn)
            return;
        visit().staff().signIn(QStringLiteral("Kim"), QStringLiteral("246810"));
        waitFor([&] { return visit().step() == Step::StaffCorner; });
        if (step == Step::StaffEnrol)
            visit().wantEnrolment();
        waitFor([&] { return visit().step() == step; });
    }

    void queueUp(Step step)
    {
        const TokenPass other = DemoShop::must(m_shop.shop().continueAsGuest()).pass;
        visit().continueAsGuest();
        waitFor([&] { return visit().step() == Step::Queue && visit().queue().place(); });
        if (step == Step::Queue)
            return;
        DemoShop::must(m_shop.shop().endVisit(other, {}));
        waitFor([&] { return visit().step() == Step::Dates && visit().dates().isLoaded(); });
    }

    void chooseSeats()
    {
        for (const PerformanceOffer &offer : visit().dates().offers())
            if (offer.isBookable() && offer.seatsLeft >= 2 && offer.house.id == QStringLiteral("hall") &&
                visit().step() == Step::Dates)
                visit().chooseDate(offer.performance.key);
        waitFor([&] { return visit().seats().date().has_value(); });
        for (qint32 seat = 0, held = 0; held < 2; ++seat)
            if (visit().seats().shown(SeatIndex{seat}) == SeatShown::Free) {
                visit().seats().toggle(SeatIndex{seat});
                ++held;
                waitFor([&] { return visit().seats().hold() && visit().seats().hold()->seats.size() == held; });
            }
    }

    void pay(Step step)
    {
        visit().confirmSeats();
        waitFor([&] { return visit().checkout().balance().has_value(); });
        if (step == Step::Checkout)
            return;
        visit().checkout().confirmAge();
        if (step == Step::Wallet)
            return visit().openWallet();
        visit().pay(TenderKind::Card);
        waitFor([&] { return visit().step() == step; });
    }

    DemoShop &m_shop;
};

} // namespace foyer::test
