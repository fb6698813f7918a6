#include "services/DemoSeason.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
struct DemoShow {
    QStringView id, ko, en, subtitleKo, subtitleEn, descriptionKo, descriptionEn;
    int minutes, ageFrom;
    QStringView color;
};
constexpr std::array shows{
    DemoShow{u"moon-garden", u"달의 정원", u"Moon Garden", u"창작 뮤지컬", u"A new musical",
        u"기억을 심으면 꽃이 피는 정원에서 두 자매가 다시 만납니다.",
        u"Two sisters meet again in a garden where memories bloom.", 140, 8, u"#3B2F7F"},
    DemoShow{u"tide", u"밀물의 시간", u"The Hour of the Tide", u"연극", u"A play",
        u"섬의 마지막 우체국이 문을 닫는 밤.", u"The night the island's last post office closes.", 100, 13, u"#0F5C6E"},
    DemoShow{u"winter-winds", u"겨울 바람의 노래", u"Song of the Winter Winds", u"한빛 심포니 정기연주회",
        u"Hanbit Symphony in concert", u"북국의 교향곡과 새로 쓴 해금 협주곡.",
        u"A symphony of the north and a new concerto for haegeum.", 110, 7, u"#7A2E3A"},
    DemoShow{u"paper-whale", u"종이 고래", u"The Paper Whale", u"온 가족 인형극", u"Puppets for the whole family",
        u"한 장의 종이가 바다를 건넙니다.", u"One sheet of paper crosses the sea.", 60, 0, u"#1F6FB2"},
    DemoShow{u"late-blue", u"늦은 파랑", u"Late Blue", u"재즈 클럽의 밤", u"A night at the jazz club",
        u"테이블에 앉아 듣는 네 사람의 즉흥 연주.", u"Four players improvise, close enough to touch.", 90, 19,
        u"#23395B"},
    DemoShow{u"aurora", u"오로라 라이브", u"Aurora Live", u"아레나 콘서트", u"The arena concert",
        u"빛과 소리로 채우는 단 두 밤.", u"Light and sound, for two nights only.", 150, 0, u"#8A2E7A"},
};

/// How often and when a show is played; the first date counts from today.
struct Run {
    QStringView show;
    DemoHouse house;
    int firstDay, everyDays, times;
    QStringView at;
    int fullPrice; ///< of the dearest category, adult
};
constexpr std::array runs{
    Run{u"moon-garden", DemoHouse::Hall, 0, 3, 6, u"19:30", 110'000},
    Run{u"moon-garden", DemoHouse::Hall, 3, 7, 3, u"14:00", 99'000},
    Run{u"tide", DemoHouse::Cellar, 1, 3, 5, u"20:00", 55'000},
    Run{u"winter-winds", DemoHouse::Hall, 19, 7, 2, u"19:00", 88'000},
    Run{u"paper-whale", DemoHouse::Cellar, 2, 7, 4, u"11:00", 33'000},
    Run{u"late-blue", DemoHouse::Cellar, 5, 7, 4, u"21:00", 44'000},
    Run{u"aurora", DemoHouse::Arena, 27, 7, 2, u"18:00", 154'000},
};
/// The last night of this show isn't on sale before a week ahead of it.
constexpr QStringView opensLate = u"aurora";

struct DemoCategory {
    QStringView name;
    int percent; ///< of the full price
};
constexpr std::array categories{
    DemoCategory{u"R석", 100}, DemoCategory{u"S석", 80}, DemoCategory{u"A석", 60}, DemoCategory{u"B석", 40}};
constexpr std::array ticketTypes{DemoCategory{u"adult", 100}, DemoCategory{u"youth", 70}, DemoCategory{u"senior", 50}};

QJsonObject words(QStringView ko, QStringView en) { return {{u"ko"_s, ko.toString()}, {u"en"_s, en.toString()}}; }

QJsonObject settings()
{
    return {{u"name"_s, words(u"한빛아트홀", u"Hanbit Arts Hall")}, {u"timeZone"_s, u"Asia/Seoul"_s},
        {u"currency"_s, u"KRW"_s}, {u"walletMax"_s, 1'000'000}, {u"topUpMin"_s, 1'000}, {u"taxBasisPoints"_s, 1'000},
        {u"seller"_s, QJsonObject{{u"name"_s, u"한빛아트홀"_s}, {u"address"_s, u"서울특별시 한빛로 1"_s},
                          {u"number"_s, u"000-00-00000"_s}}}};
}

QJsonObject houseOf(DemoHouse house, QStringView ko, QStringView en)
{
    return {{u"id"_s, demoHouseId(house)}, {u"name"_s, words(ko, en)}, {u"plan"_s, demoHouseId(house)}};
}

QJsonArray houses()
{
    return {houseOf(DemoHouse::Hall, u"대극장", u"Grand Hall"), houseOf(DemoHouse::Cellar, u"소극장", u"Cellar Stage"),
        houseOf(DemoHouse::Arena, u"한빛 아레나", u"Hanbit Arena")};
}

QJsonArray showList()
{
    QJsonArray list;
    for (const DemoShow &show : shows)
        list.append(QJsonObject{{u"id"_s, show.id.toString()}, {u"title"_s, words(show.ko, show.en)},
            {u"subtitle"_s, words(show.subtitleKo, show.subtitleEn)},
            {u"description"_s, words(show.descriptionKo, show.descriptionEn)}, {u"minutes"_s, show.minutes},
            {u"ageFrom"_s, show.ageFrom}, {u"color"_s, show.color.toString()}});
    return list;
}

QJsonArray ticketTypeList()
{
    return {QJsonObject{{u"id"_s, u"adult"_s}, {u"name"_s, words(u"일반", u"Adult")}},
        QJsonObject{{u"id"_s, u"youth"_s}, {u"name"_s, words(u"청소년", u"Youth")},
            {u"proof"_s, words(u"학생증 또는 청소년증", u"Student or youth card")}},
        QJsonObject{{u"id"_s, u"senior"_s}, {u"name"_s, words(u"경로", u"Senior")},
            {u"proof"_s, words(u"65세 이상 신분증", u"Identity card, 65 and over")}}};
}

QJsonArray prices(const Run &run)
{
    QJsonArray list;
    for (const DemoCategory &category : categories) {
        if (run.house == DemoHouse::Cellar && category.name == u"B석")
            continue;
        for (const DemoCategory &type : ticketTypes) {
            const int won = run.fullPrice / 100 * category.percent / 100 * type.percent; // in whole hundreds
            list.append(QJsonObject{{u"category"_s, category.name.toString()}, {u"type"_s, type.name.toString()},
                {u"amount"_s, won / 100 * 100}});
        }
    }
    return list;
}

QJsonObject performance(const Run &run, int night, QDate date)
{
    const auto time = [](QDate day, QStringView at) { return day.toString(Qt::ISODate) + u"T"_s + at.toString(); };
    QJsonObject made{{u"id"_s, u"%1-%2-%3"_s.arg(run.show, date.toString(u"yyyyMMdd"), run.at.left(2))},
        {u"show"_s, run.show.toString()}, {u"house"_s, demoHouseId(run.house)}, {u"startsAt"_s, time(date, run.at)},
        {u"prices"_s, prices(run)}};
    if (run.show == opensLate && night == run.times - 1)
        made[u"salesOpen"] = time(date.addDays(-7), u"10:00");
    return made;
}

QJsonArray performances(QDate today)
{
    QMap<QString, QJsonObject> byTime;
    for (const Run &run : runs)
        for (int night = 0; night < run.times; ++night) {
            const QJsonObject made = performance(run, night, today.addDays(run.firstDay + night * run.everyDays));
            byTime.insert(made[u"startsAt"].toString() + made[u"id"].toString(), made);
        }
    QJsonArray list;
    for (const QJsonObject &made : byTime)
        list.append(made);
    return list;
}
} // namespace

QString demoHouseId(DemoHouse house)
{
    switch (house) {
    case DemoHouse::Cellar: return u"cellar"_s;
    case DemoHouse::Hall: return u"hall"_s;
    case DemoHouse::Arena: return u"arena"_s;
    }
    return {};
}

QByteArray demoSeason(QDate today)
{
    const QJsonObject season{{u"format"_s, u"foyer-season"_s}, {u"version"_s, 1}, {u"settings"_s, settings()},
        {u"houses"_s, houses()}, {u"shows"_s, showList()}, {u"ticketTypes"_s, ticketTypeList()},
        {u"performances"_s, performances(today)}};
    return QJsonDocument(season).toJson();
}

} // namespace foyer
