#include "services/DemoSeason.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
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
        u"Two sisters meet again in a garden where memories bloom.", 140, 8, u"#3B2F8F"},
    DemoShow{u"tide", u"밀물의 시간", u"The Hour of the Tide", u"연극", u"A play",
        u"섬의 마지막 우체국이 문을 닫는 밤.", u"The night the island's last post office closes.", 100, 12, u"#0F7F7A"},
    DemoShow{u"winter-winds", u"겨울 바람의 노래", u"Song of the Winter Winds", u"한빛 심포니 정기연주회",
        u"Hanbit Symphony in concert", u"북국의 교향곡과 새로 쓴 해금 협주곡.",
        u"A symphony of the north and a new concerto for haegeum.", 110, 8, u"#7E1F3E"},
    DemoShow{u"paper-whale", u"종이 고래", u"The Paper Whale", u"온 가족 인형극", u"Puppets for the whole family",
        u"한 장의 종이가 바다를 건넙니다.", u"One sheet of paper crosses the sea.", 60, 0, u"#B4532A"},
    DemoShow{u"late-blue", u"늦은 파랑", u"Late Blue", u"재즈 클럽의 밤", u"A night at the jazz club",
        u"테이블에 앉아 듣는 네 사람의 즉흥 연주.", u"Four players improvise, close enough to touch.", 90, 19,
        u"#1B5E9E"},
    DemoShow{u"aurora", u"오로라 라이브", u"Aurora Live", u"아레나 콘서트", u"The arena concert",
        u"빛과 소리로 채우는 단 두 밤.", u"Light and sound, for two nights only.", 150, 0, u"#8E2A86"},
    DemoShow{u"snow-ball", u"눈꽃 무도회", u"The Snow Ball", u"2막 발레", u"A ballet in two acts",
        u"눈 오는 밤, 오르골 속 무용수가 깨어납니다.", u"On a snowy night the dancer in the music box wakes.", 120, 0,
        u"#B83A6B"},
    DemoShow{u"river-voice", u"강을 건너는 소리", u"A Voice Across the River", u"창작 판소리", u"A new pansori",
        u"소리꾼 한 사람과 북 하나가 마을의 백 년을 노래합니다.",
        u"One singer and one drum tell a hundred years of a village.", 95, 8, u"#55781F"},
    DemoShow{u"third-witness", u"세 번째 증인", u"The Third Witness", u"법정 스릴러", u"A courtroom thriller",
        u"모두가 본 것을 한 사람만 다르게 기억합니다.", u"Everybody saw it; one person remembers it otherwise.", 120,
        15, u"#4A4038"},
    DemoShow{u"salt-and-light", u"소금과 빛", u"Salt and Light", u"현대무용", u"Contemporary dance",
        u"열두 명의 무용수가 염전의 하루를 춥니다.", u"Twelve dancers live through a day on the salt fields.", 75, 12,
        u"#5B7684"},
    DemoShow{u"open-mic", u"웃는 지하", u"Laughing Underground", u"심야 스탠드업", u"Late-night stand-up",
        u"다섯 명의 코미디언이 오늘 하루를 고발합니다.", u"Five comedians complain about the day you just had.", 80, 19,
        u"#9A6A00"},
    DemoShow{u"thousand-drums", u"천 개의 북", u"A Thousand Drums", u"타악 대합주", u"The great percussion concert",
        u"백 명의 연주자가 아레나를 울립니다.", u"A hundred players make the arena ring.", 105, 8, u"#A3221E"},
};

/// How often and when a show is played; the first date counts from today. Every week has one dark day, its fifth.
struct Run {
    QStringView show;
    DemoHouse house;
    int firstDay, everyDays, times;
    QStringView at;
    int fullPrice;          ///< of the dearest category, adult
    int sold;               ///< seats of the first night; later nights have fewer
    int lastOpensAhead = 0; ///< days before the last night on which its sales begin; 0: they have begun
};
constexpr std::array runs{
    Run{u"moon-garden", DemoHouse::Hall, 0, 7, 5, u"19:30", 110'000, 8},
    Run{u"moon-garden", DemoHouse::Hall, 2, 7, 5, u"19:30", 110'000, 8},
    Run{u"moon-garden", DemoHouse::Hall, 3, 7, 4, u"14:00", 99'000, 8},
    Run{u"salt-and-light", DemoHouse::Hall, 1, 7, 2, u"20:00", 66'000, 10},
    Run{u"river-voice", DemoHouse::Hall, 3, 7, 2, u"19:00", 77'000, 8},
    Run{u"winter-winds", DemoHouse::Hall, 5, 7, 3, u"19:30", 88'000, 10},
    Run{u"snow-ball", DemoHouse::Hall, 13, 7, 3, u"14:00", 121'000, 8},
    Run{u"snow-ball", DemoHouse::Hall, 13, 7, 3, u"18:00", 132'000, 8, 21},
    Run{u"tide", DemoHouse::Cellar, 0, 7, 3, u"20:00", 55'000, 8},
    Run{u"tide", DemoHouse::Cellar, 1, 7, 4, u"20:00", 55'000, 8},
    Run{u"late-blue", DemoHouse::Cellar, 0, 14, 1, u"22:30", 40'000, 18},
    Run{u"late-blue", DemoHouse::Cellar, 5, 7, 4, u"21:00", 44'000, 8},
    Run{u"paper-whale", DemoHouse::Cellar, 5, 7, 4, u"11:00", 33'000, 8},
    Run{u"paper-whale", DemoHouse::Cellar, 5, 7, 4, u"14:00", 33'000, 10},
    Run{u"third-witness", DemoHouse::Cellar, 3, 7, 4, u"19:30", 50'000, 8},
    Run{u"third-witness", DemoHouse::Cellar, 6, 7, 3, u"19:00", 50'000, 9},
    Run{u"open-mic", DemoHouse::Cellar, 6, 7, 3, u"22:00", 35'000, 9},
    Run{u"thousand-drums", DemoHouse::Arena, 21, 14, 1, u"19:00", 132'000, 8},
    Run{u"thousand-drums", DemoHouse::Arena, 22, 14, 1, u"17:00", 132'000, 9},
    Run{u"aurora", DemoHouse::Arena, 27, 7, 2, u"18:00", 154'000, 8, 7},
};

/// Nights that people want most: tonight, one that is sold out, two with a few seats left.
struct Rush {
    QStringView show;
    int day;
    QStringView at;
    int sold;
};
constexpr std::array rushes{
    Rush{u"moon-garden", 0, u"19:30", 108},
    Rush{u"tide", 0, u"20:00", 117},
    Rush{u"tide", 1, u"20:00", 120},
    Rush{u"paper-whale", 5, u"11:00", 115},
};

struct DemoCategory {
    QStringView name;
    int percent; ///< of the full price
};
constexpr std::array categories{
    DemoCategory{u"R", 100}, DemoCategory{u"S", 80}, DemoCategory{u"A", 60}, DemoCategory{u"B", 40}};
constexpr std::array ticketTypes{
    DemoCategory{u"adult", 100}, DemoCategory{u"youth", 70}, DemoCategory{u"senior", 50}, DemoCategory{u"access", 50}};

bool opensLater(const Run &run, int night) { return run.lastOpensAhead > 0 && night == run.times - 1; }

int soldOf(const Run &run, int night)
{
    const auto rush = std::ranges::find_if(rushes, [&](const Rush &wanted) {
        return wanted.show == run.show && wanted.day == run.firstDay + night * run.everyDays && wanted.at == run.at;
    });
    if (rush != rushes.end())
        return rush->sold;
    return opensLater(run, night) ? 0 : std::max(2, run.sold / (1 + 2 * night));
}

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
            {u"proof"_s, words(u"65세 이상 신분증", u"Identity card, 65 and over")}},
        QJsonObject{{u"id"_s, u"access"_s}, {u"name"_s, words(u"장애인", u"Access")},
            {u"proof"_s, words(u"복지카드(동반 1인 포함)", u"Disability card, for you and one companion")}}};
}

QJsonArray prices(const Run &run)
{
    QJsonArray list;
    for (const DemoCategory &category : categories) {
        if (run.house == DemoHouse::Cellar && category.name == u"B")
            continue;
        for (const DemoCategory &type : ticketTypes) {
            const int won = run.fullPrice / 100 * category.percent / 100 * type.percent; // in whole hundreds
            list.append(QJsonObject{{u"category"_s, category.name.toString()}, {u"type"_s, type.name.toString()},
                {u"amount"_s, won / 100 * 100}});
        }
    }
    return list;
}

QString idOf(const Run &run, QDate date)
{
    return u"%1-%2-%3"_s.arg(run.show, date.toString(u"yyyyMMdd"), run.at.left(2));
}

/// Tonight's in the hall can be bought until midnight: a demo has something to sell at any hour.
bool isTonight(const Run &run, int day) { return day == 0 && run.house == DemoHouse::Hall; }

QJsonObject performance(const Run &run, int night, QDate today)
{
    const auto time = [](QDate day, QStringView at) { return day.toString(Qt::ISODate) + u"T"_s + at.toString(); };
    const int day = run.firstDay + night * run.everyDays;
    const QDate date = today.addDays(day);
    QJsonObject made{{u"id"_s, idOf(run, date)}, {u"show"_s, run.show.toString()}, {u"house"_s, demoHouseId(run.house)},
        {u"startsAt"_s, time(date, run.at)}, {u"prices"_s, prices(run)}};
    if (opensLater(run, night))
        made[u"salesOpen"] = time(date.addDays(-run.lastOpensAhead), u"10:00");
    if (isTonight(run, day))
        made[u"salesClose"] = time(date.addDays(1), u"00:00");
    return made;
}

QJsonArray performances(QDate today)
{
    QMap<QString, QJsonObject> byTime;
    for (const Run &run : runs)
        for (int night = 0; night < run.times; ++night) {
            const QJsonObject made = performance(run, night, today);
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

QList<DemoDemand> demoDemand(QDate today)
{
    QList<DemoDemand> demand;
    for (const Run &run : runs)
        for (int night = 0; night < run.times; ++night)
            demand.append({idOf(run, today.addDays(run.firstDay + night * run.everyDays)), soldOf(run, night)});
    return demand;
}

} // namespace foyer
