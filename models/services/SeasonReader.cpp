#include "services/SeasonReader.h"

#include "domain/JsonInput.h"
#include "domain/Limits.h"
#include "services/CssColor.h"
#include "services/SeasonSchema.h"

#include <QRegularExpression>
#include <QSet>
#include <cmath>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
class SeasonFile
{
public:
    Season read(const JsonCursor &top);

private:
    using Ids = QSet<QString>;

    void readSettings(const JsonCursor &at);
    void readCancelling(const JsonCursor &at);
    void readSeller(const JsonCursor &at);
    void readZone(const JsonCursor &at);
    void readCurrency(const JsonCursor &at);
    void readHouse(const JsonCursor &at);
    void readShow(const JsonCursor &at);
    void readTicketType(const JsonCursor &at);
    void readPerformance(const JsonCursor &at);
    void readWindow(const JsonCursor &at, SeasonPerformance &performance);
    SeasonPerformance::Price readPrice(const JsonCursor &at);
    Money amount(const JsonCursor &at) const;
    QDateTime time(const JsonCursor &at) const;
    QDateTime timeIfGiven(const JsonCursor &at) const { return at.isGiven() ? time(at) : QDateTime(); }

    Season m_season;
    QTimeZone m_zone;
    Ids m_houses, m_shows, m_types, m_performances;
};

Text words(const JsonCursor &at)
{
    if (at.isText())
        return {{{QString(), at.text()}}};
    Text text;
    for (const QString &language : at.keys())
        text.byLanguage.insert(language, at.member(language).text());
    return text;
}
Text wordsIfGiven(const JsonCursor &at) { return at.isGiven() ? words(at) : Text(); }

void setIfGiven(int &setting, const JsonCursor &at) { setting = int(at.numberIfGiven(setting)); }

template <typename Unit>
void setIfGiven(std::chrono::seconds &setting, const JsonCursor &at)
{
    if (at.isGiven())
        setting = Unit(qint64(at.number()));
}

/// An id that is new in its list.
QString newId(const JsonCursor &at, QSet<QString> &known)
{
    const QString id = at.text();
    if (known.contains(id))
        at.refuse(InputFault::DuplicateId);
    known.insert(id);
    return id;
}

QString knownId(const JsonCursor &at, const QSet<QString> &known, InputFault otherwise)
{
    const QString id = at.text();
    if (!known.contains(id))
        at.refuse(otherwise);
    return id;
}

Season SeasonFile::read(const JsonCursor &top)
{
    readSettings(top.member(u"settings"));
    top.member(u"houses").forEach([&](const JsonCursor &house) { readHouse(house); });
    top.member(u"shows").forEach([&](const JsonCursor &show) { readShow(show); });
    top.member(u"ticketTypes").forEach([&](const JsonCursor &type) { readTicketType(type); });
    top.member(u"performances").forEach([&](const JsonCursor &performance) { readPerformance(performance); });
    return std::move(m_season);
}

void SeasonFile::readSettings(const JsonCursor &at)
{
    HouseSettings &settings = m_season.settings;
    m_zone = QTimeZone(settings.timeZone);
    if (!at.isGiven())
        return;
    settings.name = wordsIfGiven(at.member(u"name"));
    readZone(at.member(u"timeZone"));
    readCurrency(at.member(u"currency"));
    setIfGiven(settings.admissionLimit, at.member(u"admissionLimit"));
    setIfGiven<std::chrono::seconds>(settings.holdTime, at.member(u"holdSeconds"));
    setIfGiven<std::chrono::seconds>(settings.prolongBy, at.member(u"prolongSeconds"));
    setIfGiven(settings.seatsPerOrder, at.member(u"seatsPerOrder"));
    settings.noSingleSeats = at.member(u"noSingleSeats").flagIfGiven();
    setIfGiven<std::chrono::seconds>(settings.noShowAfter, at.member(u"noShowSeconds"));
    setIfGiven(settings.businessDayStartsAt, at.member(u"businessDayStartsAt"));
    setIfGiven<std::chrono::minutes>(settings.sellAfterStart, at.member(u"sellAfterStartMinutes"));
    readCancelling(at);
    if (const JsonCursor most = at.member(u"walletMax"); most.isGiven())
        settings.walletMax = amount(most);
    if (const JsonCursor least = at.member(u"topUpMin"); least.isGiven())
        settings.topUpMin = amount(least);
    setIfGiven(settings.taxBasisPoints, at.member(u"taxBasisPoints"));
    if (const JsonCursor seller = at.member(u"seller"); seller.isGiven())
        readSeller(seller);
}

/// Here null is an answer of its own, which what is left out isn't.
void SeasonFile::readCancelling(const JsonCursor &at)
{
    const JsonCursor minutes = at.member(u"cancelMinutes");
    if (minutes.isGiven())
        m_season.settings.cancelBefore = std::chrono::minutes(qint64(minutes.number()));
    else if (at.keys().contains(u"cancelMinutes"_s))
        m_season.settings.cancelBefore.reset();
}

void SeasonFile::readSeller(const JsonCursor &at)
{
    m_season.settings.sellerName = at.member(u"name").textIfGiven();
    m_season.settings.sellerAddress = at.member(u"address").textIfGiven();
    m_season.settings.sellerNumber = at.member(u"number").textIfGiven();
}

void SeasonFile::readZone(const JsonCursor &at)
{
    if (!at.isGiven())
        return;
    m_season.settings.timeZone = at.text().toUtf8();
    m_zone = QTimeZone(m_season.settings.timeZone);
    if (!m_zone.isValid())
        at.refuse(InputFault::BadTimeZone);
}

void SeasonFile::readCurrency(const JsonCursor &at)
{
    if (!at.isGiven())
        return;
    const auto currency = Currency::fromCode(at.text());
    if (!currency)
        return at.refuse(InputFault::OtherCurrency);
    HouseSettings &settings = m_season.settings;
    settings.currency = settings.walletMax.currency = settings.topUpMin.currency = *currency;
}

void SeasonFile::readHouse(const JsonCursor &at)
{
    House house;
    house.id = newId(at.member(u"id"), m_houses);
    house.name = words(at.member(u"name"));
    house.planId = at.member(u"plan").text();
    m_season.houses.append(house);
}

void SeasonFile::readShow(const JsonCursor &at)
{
    Show show;
    show.id = newId(at.member(u"id"), m_shows);
    show.title = words(at.member(u"title"));
    show.subtitle = wordsIfGiven(at.member(u"subtitle"));
    show.description = wordsIfGiven(at.member(u"description"));
    setIfGiven(show.minutes, at.member(u"minutes"));
    setIfGiven(show.ageFrom, at.member(u"ageFrom"));
    const JsonCursor color = at.member(u"color");
    show.color = cssColor(color.textIfGiven());
    if (color.isGiven() && show.color.isEmpty())
        color.refuse(InputFault::BadColor);
    m_season.shows.append(show);
}

void SeasonFile::readTicketType(const JsonCursor &at)
{
    TicketType type;
    type.id = newId(at.member(u"id"), m_types);
    type.name = words(at.member(u"name"));
    type.proof = wordsIfGiven(at.member(u"proof"));
    m_season.ticketTypes.append(type);
}

void SeasonFile::readPerformance(const JsonCursor &at)
{
    if (m_season.performances.size() >= limits::performancesInSeasonMax)
        at.refuse(InputFault::TooLarge);
    SeasonPerformance performance;
    performance.id = newId(at.member(u"id"), m_performances);
    performance.show = knownId(at.member(u"show"), m_shows, InputFault::UnknownShow);
    performance.house = knownId(at.member(u"house"), m_houses, InputFault::UnknownHouse);
    readWindow(at, performance);
    if (at.member(u"cancelled").flagIfGiven())
        performance.state = PerformanceState::Cancelled;
    QSet<std::pair<QString, QString>> priced;
    at.member(u"prices").forEach([&](const JsonCursor &price) {
        performance.prices.append(readPrice(price));
        const std::pair what(performance.prices.last().category, performance.prices.last().type);
        if (priced.contains(what))
            price.refuse(InputFault::DuplicateId);
        priced.insert(what);
    });
    m_season.performances.append(performance);
}

void SeasonFile::readWindow(const JsonCursor &at, SeasonPerformance &performance)
{
    const JsonCursor open = at.member(u"salesOpen");
    const JsonCursor close = at.member(u"salesClose");
    performance.startsAt = time(at.member(u"startsAt"));
    performance.salesOpen = timeIfGiven(open);
    performance.salesClose = timeIfGiven(close);
    const SalesTimes window{.startsAt = performance.startsAt, .salesClose = performance.salesClose};
    if (open.isGiven() && performance.salesOpen >= salesEnd(window, m_season.settings.sellAfterStart))
        (close.isGiven() ? close : open).refuse(InputFault::WindowReversed);
}

SeasonPerformance::Price SeasonFile::readPrice(const JsonCursor &at)
{
    SeasonPerformance::Price price;
    price.category = at.member(u"category").text();
    price.type = knownId(at.member(u"type"), m_types, InputFault::UnknownTicketType);
    price.amount = amount(at.member(u"amount"));
    const JsonCursor currency = at.member(u"currency");
    if (currency.isGiven() && currency.text() != price.amount.currency.text())
        currency.refuse(InputFault::OtherCurrency);
    return price;
}

Money SeasonFile::amount(const JsonCursor &at) const
{
    const double minor = at.number();
    if (minor < 0)
        at.refuse(InputFault::NegativePrice);
    else if (minor > limits::moneyMax)
        at.refuse(InputFault::AmountTooLarge);
    else if (minor != std::floor(minor))
        at.refuse(InputFault::WrongType);
    return {at.allIsWell() ? qint64(minor) : 0, m_season.settings.currency};
}

/// A time with an offset is that moment; one without is the house's clock, which skips an hour in spring: then no time.
QDateTime SeasonFile::time(const JsonCursor &at) const
{
    static const QRegularExpression offset(u"T.*[Z+-]"_s);
    const QString text = at.text();
    const bool isMoment = text.contains(offset);
    const QDateTime written = QDateTime::fromString(isMoment ? text : text + u'Z', Qt::ISODate);
    if (!written.isValid() || !text.contains(u'T')) {
        at.refuse(InputFault::BadDate);
        return {};
    }
    if (isMoment)
        return written.toUTC();
    const QDateTime utc = QDateTime(written.date(), written.time(), m_zone).toUTC();
    if (utc.toTimeZone(m_zone).time() != written.time())
        at.refuse(InputFault::BadDate);
    return utc;
}
} // namespace

Result<Season> readSeason(const QByteArray &json)
{
    FOYER_TRY(file, parseJson(json, InputFault::AmountTooLarge));
    if (const auto fault = schemaFault(file))
        return *fault;
    std::optional<Refused> fault;
    Season season = SeasonFile().read(JsonCursor(file, fault));
    if (fault)
        return *fault;
    return season;
}

} // namespace foyer
