#include "HubServerWork.h"

#include "protocol/OrderMessages.h"

// Orders that other machines sold: for desks; and for their customers, at any terminal.

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto readingPatience = 1500ms; ///< a desk waits no longer for an answer than twice that
constexpr auto quietTime = 2s;
constexpr bool writes = false; ///< what is only read holds up nobody who takes a seat
} // namespace

/// What isn't read yet of the journals first, in turns with what else waits for the store; but not for long. For whom
/// `asker` lets in.
void HubServer::afterJournals(
    const Asking &asked, Asker asker, QDeadlineTimer until, const std::function<void(bool isWhole)> &then)
{
    const auto read = m_store.run([this, asked, asker](Connection &) -> Result<bool> {
        FOYER_CHECK((m_writes->hub.*asker)(asked->key, asked->epoch));
        return m_writes->orders.readOn();
    });
    deliver(read, this, [this, asked, asker, until, then](const Result<bool> &isMore) {
        if (!isMore.ok())
            fail(asked, isMore);
        else if (isMore.value() && !until.hasExpired())
            afterJournals(asked, asker, until, then);
        else
            then(!isMore.value());
    });
}

void HubServer::myTickets(const Asking &asked)
{
    afterJournals(
        asked, &HubService::caller, QDeadlineTimer(readingPatience), [this, asked](bool) { answerMyTickets(asked); });
}

void HubServer::answerMyTickets(const Asking &asked)
{
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    if (asked->path == "/v1/my-tickets")
        post<MyTicketsWish>(
            asked,
            [this, key, epoch](Inside &inside, const MyTicketsWish &wish) -> Result<MyTickets> {
                FOYER_TRY(from, inside.hub.caller(key, epoch));
                return inside.orders.ofCustomer(from, wish, *m_secrets);
            },
            writes);
    else
        post<MyTicketsPrint>(
            asked, [this, key, epoch](Inside &inside, const MyTicketsPrint &print) -> Result<HouseOrderFile> {
                FOYER_TRY(from, inside.hub.caller(key, epoch));
                return inside.orders.printAgain(from, print, *m_secrets);
            });
}

void HubServer::orders(const Asking &asked)
{
    afterJournals(
        asked, &HubService::desk, QDeadlineTimer(readingPatience), [this, asked](bool) { answerOrders(asked); });
}

void HubServer::answerOrders(const Asking &asked)
{
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    if (asked->path == "/v1/order-search")
        post<OrderQuery>(
            asked,
            [key, epoch](Inside &inside, const OrderQuery &query) -> Result<HouseOrdersFound> {
                FOYER_CHECK(inside.hub.desk(key, epoch));
                return inside.orders.find(query);
            },
            writes);
    else if (asked->path == "/v1/order")
        post<OrderWish>(
            asked,
            [key, epoch](Inside &inside, const OrderWish &wish) -> Result<HouseOrderFile> {
                FOYER_CHECK(inside.hub.desk(key, epoch));
                return inside.orders.open(wish.order);
            },
            writes);
    else
        post<HouseOrderAct>(asked, [key, epoch](Inside &inside, const HouseOrderAct &act) -> Result<HouseOrderFile> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.orders.act(from, act);
        });
}

/// While no journal comes: whoever looks for an order doesn't wait for what was pushed long ago.
void HubServer::readJournals()
{
    if (!m_quiet.hasExpired() || std::exchange(m_isReadingJournals, true))
        return;
    const auto read = m_store.run([this](Connection &) { return m_writes->orders.readOn(); });
    deliver(read, this, [this](const Result<bool> &isMore) {
        m_isReadingJournals = false;
        if (isMore.ok() && isMore.value())
            readJournals();
    });
}

void HubServer::journalCame() { m_quiet = QDeadlineTimer(quietTime); }

} // namespace foyer
