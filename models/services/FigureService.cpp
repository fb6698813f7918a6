#include "services/FigureService.h"

#include "domain/BusinessDay.h"
#include "domain/JsonInput.h"
#include "services/FigureSum.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/NodeStore.h"
#include "storage/PeopleStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int daysMax = 3'660;
constexpr qsizetype ordersAtOnce = 100;

FigureStore::Moments momentsOf(const QDate &from, const QDate &to, const HouseSettings &settings)
{
    return {startOf(from, settings), startOf(to.addDays(1), settings)};
}

Text plain(const QString &name) { return {{{QString(), name}}}; }
} // namespace

FigureReading::FigureReading(
    const FigureQuestion &question, const HouseSettings &settings, const QDate &today, NodeId node)
    : m_question(question), m_settings(settings), m_today(today), m_node(node),
      m_sum(std::make_unique<FigureSum>(question.by, settings, node))
{
    const Money none{0, settings.currency};
    m_figures = {question, {}, {}, {{}, none, none, {}, none}, settings.name, settings.timeZone, {}};
    if (!question.performance && question.span.to < today) {
        m_figures.owed.at = startOf(question.span.to.addDays(1), settings);
        m_daysSince = int(question.span.to.daysTo(today)) - 1;
    }
    m_steps = days() + m_daysSince + 2;
}

FigureReading::~FigureReading() = default;

Result<std::unique_ptr<FigureReading>> FigureReading::begin(
    Connection &db, const Clock &clock, const FigureQuestion &question)
{
    const FigureSpan &span = question.span;
    if (!question.performance && !span.from.isValid())
        return inputRefused(InputFault::BadDate, u"/from"_s, span.from.toString(Qt::ISODate));
    if (!question.performance && span.to.isValid() && span.to < span.from)
        return inputRefused(InputFault::WindowReversed, u"/to"_s, span.to.toString(Qt::ISODate));
    if (!question.performance && (!span.to.isValid() || span.from.daysTo(span.to) >= daysMax))
        return inputRefused(InputFault::BadDate, u"/to"_s, span.to.toString(Qt::ISODate));
    return db.read([&]() -> Result<std::unique_ptr<FigureReading>> {
        if (question.performance && !CatalogueStore(db).performance(*question.performance))
            return Refusal::PerformanceUnknown;
        const HouseSettings settings = CatalogueStore(db).settings();
        return std::unique_ptr<FigureReading>(
            new FigureReading(question, settings, businessDay(clock.utc(), settings), journal::head(db).node));
    });
}

Done FigureReading::step(Connection &db)
{
    FOYER_REQUIRE(!isOver());
    const Done read = db.read([&]() -> Done {
        const int step = m_stepsDone;
        if (step < days()) {
            readSales(db, m_question.span.from.addDays(step));
        } else if (step < days() + m_daysSince) { // days that are over don't change any more
            const QDate day = m_question.span.to.addDays(1 + step - days());
            const FigureStore::Owed since = books(db).owedIn(momentsOf(day, day, m_settings));
            m_members += since.members;
            m_guests += since.guests;
            m_onItsWay += since.onItsWay;
        } else if (step == days() + m_daysSince) {
            listRefunds(db);
        } else if (!m_refunds.isEmpty()) {
            readRefunds(db);
        } else {
            readOwed(db);
            m_figures.rows = m_sum->rows();
            m_figures.total = m_sum->total();
            for (FigureRow &row : m_figures.rows)
                name(db, row);
        }
        return done;
    });
    if (read.ok())
        ++m_stepsDone;
    return read;
}

FigureStore FigureReading::books(Connection &db) const
{
    return {db, m_question.isOfHouse ? FigureStore::Books::House : FigureStore::Books::Own};
}

void FigureReading::readSales(Connection &db, const QDate &day)
{
    const FigureStore store = books(db);
    QList<FigureStore::Sold> orders;
    QHash<OrderId, FigureStore::Taken> taken;
    if (const auto performance = m_question.performance) {
        orders = store.sold(*performance);
        if (m_question.by == FigureDimension::Tender)
            taken = store.taken(*performance);
    } else {
        orders = store.sold(momentsOf(day, day, m_settings));
        if (m_question.by == FigureDimension::Tender)
            taken = store.taken(momentsOf(day, day, m_settings));
    }
    for (const FigureStore::Sold &order : orders)
        m_sum->add(order, taken.value(order.id));
}

void FigureReading::listRefunds(Connection &db)
{
    const FigureStore store = books(db);
    const QList<FigureStore::Refund> refunds =
        m_question.performance ? store.refunds(*m_question.performance)
                               : store.refunds(momentsOf(m_question.span.from, m_question.span.to, m_settings));
    QHash<OrderId, qsizetype> places;
    for (const FigureStore::Refund &refund : refunds) {
        const auto place = places.constFind(refund.order);
        if (place != places.constEnd()) {
            m_refunds[*place].append(refund);
            continue;
        }
        places.insert(refund.order, m_refunds.size());
        m_refunds.append({refund});
    }
    m_steps += int((m_refunds.size() + ordersAtOnce - 1) / ordersAtOnce);
}

/// Some of the orders of which something went back.
void FigureReading::readRefunds(Connection &db)
{
    const FigureStore store = books(db);
    const QDateTime from = momentsOf(m_question.span.from, m_question.span.to, m_settings).from;
    const qsizetype count = std::min(m_refunds.size(), ordersAtOnce);
    for (qsizetype i = m_refunds.size() - count; i < m_refunds.size(); ++i) {
        const OrderId order = m_refunds[i].constFirst().order;
        const qint64 before = m_question.performance ? 0 : store.refundedBefore(order, from);
        m_sum->addRefunds(store.sold(order), m_refunds[i], before);
    }
    m_refunds.resize(m_refunds.size() - count);
}

void FigureReading::readOwed(Connection &db)
{
    const FigureStore store = books(db);
    const FigureStore::Owed now = store.owedNow();
    WalletLiability &owed = m_figures.owed;
    const auto money = [this](qint64 minor) { return Money{minor, m_settings.currency}; };
    if (!owed.at.isValid()) {
        owed = {{}, money(now.members), money(now.guests), money(now.claims), money(now.onItsWay)};
        return;
    }
    // together with what is there now: today still changes
    const FigureStore::Owed since = store.owedIn({std::max(owed.at, startOf(m_today, m_settings)), {}});
    owed.members = money(now.members - m_members - since.members);
    owed.guests = money(now.guests + now.claims - m_guests - since.guests);
    owed.onItsWay = money(now.onItsWay - m_onItsWay - since.onItsWay);
}

void FigureReading::name(Connection &db, FigureRow &row) const
{
    CatalogueStore catalogue(db);
    if (const auto *key = std::get_if<PerformanceKey>(&row.key)) {
        if (const auto performance = catalogue.performance(*key)) { // a journal may name any
            row.name = catalogue.show(performance->show)->title;
            row.at = performance->startsAt;
        }
    } else if (const auto *type = std::get_if<TicketTypeKey>(&row.key)) {
        for (const TicketType &each : catalogue.ticketTypes())
            if (each.key == *type)
                row.name = each.name;
    } else if (const auto *category = std::get_if<QString>(&row.key)) {
        row.name = plain(*category);
    } else if (const auto *clerk = std::get_if<StaffId>(&row.key)) {
        row.name = plain(nameOf(db, *clerk));
    } else if (const auto *node = std::get_if<NodeId>(&row.key)) {
        row.name = *node == m_node ? nameOfThis(db) : plain(nameOf(db, *node));
    }
}

/// Staff are a machine's own: of a house, those of the same name are told apart by it.
QString FigureReading::nameOf(Connection &db, StaffId clerk) const
{
    if (const auto seller = m_question.isOfHouse ? books(db).seller(clerk) : std::nullopt)
        return u"%1 · %2"_s.arg(seller->name, nameOf(db, seller->node));
    const auto known = PeopleStore(db).staff(clerk);
    return known ? known->member.name : QString();
}

QString FigureReading::nameOf(Connection &db, NodeId node) const
{
    for (const NodeKey &key : NodeStore(db).all())
        if (key.node == node)
            return key.name;
    return {};
}

Text FigureReading::nameOfThis(Connection &db) const
{
    const auto hub = HubLinkStore(db).find();
    return hub && !hub->name.isEmpty() ? plain(hub->name) : m_settings.name;
}

Result<Figures> FigureService::figures(const FigureQuestion &question)
{
    FOYER_TRY(reading, FigureReading::begin(m_db, m_clock, question));
    while (!reading->isOver())
        FOYER_CHECK(reading->step(m_db));
    return reading->figures();
}

Done FigureService::noteExport(const FigureQuestion &question, const Consent &consent)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        QJsonObject told{{u"staff"_s, consent.who.id.text()}, {u"by"_s, nameOf(question.by)}};
        if (question.isOfHouse)
            told.insert(u"ofHouse"_s, true);
        if (!consent.why.trimmed().isEmpty())
            told.insert(u"why"_s, consent.why.trimmed());
        if (question.performance) {
            told.insert(u"performance"_s, question.performance->value);
        } else {
            told.insert(u"from"_s, question.span.from.toString(Qt::ISODate));
            told.insert(u"to"_s, question.span.to.toString(Qt::ISODate));
        }
        tx.tell(u"figuresExported"_s, told);
        return done;
    });
}

} // namespace foyer
