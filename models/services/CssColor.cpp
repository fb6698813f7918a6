#include "services/CssColor.h"

#include <QLatin1StringView>
#include <algorithm>
#include <array>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
struct NamedColor {
    QLatin1StringView name;
    quint32 rgb;
};
// CSS Color Module Level 4, §6.1, in its order; QColor would bring the names but also Qt Gui.
constexpr std::array namedColors{
    NamedColor{"aliceblue"_L1, 0xf0f8ff},
    NamedColor{"antiquewhite"_L1, 0xfaebd7},
    NamedColor{"aqua"_L1, 0x00ffff},
    NamedColor{"aquamarine"_L1, 0x7fffd4},
    NamedColor{"azure"_L1, 0xf0ffff},
    NamedColor{"beige"_L1, 0xf5f5dc},
    NamedColor{"bisque"_L1, 0xffe4c4},
    NamedColor{"black"_L1, 0x000000},
    NamedColor{"blanchedalmond"_L1, 0xffebcd},
    NamedColor{"blue"_L1, 0x0000ff},
    NamedColor{"blueviolet"_L1, 0x8a2be2},
    NamedColor{"brown"_L1, 0xa52a2a},
    NamedColor{"burlywood"_L1, 0xdeb887},
    NamedColor{"cadetblue"_L1, 0x5f9ea0},
    NamedColor{"chartreuse"_L1, 0x7fff00},
    NamedColor{"chocolate"_L1, 0xd2691e},
    NamedColor{"coral"_L1, 0xff7f50},
    NamedColor{"cornflowerblue"_L1, 0x6495ed},
    NamedColor{"cornsilk"_L1, 0xfff8dc},
    NamedColor{"crimson"_L1, 0xdc143c},
    NamedColor{"cyan"_L1, 0x00ffff},
    NamedColor{"darkblue"_L1, 0x00008b},
    NamedColor{"darkcyan"_L1, 0x008b8b},
    NamedColor{"darkgoldenrod"_L1, 0xb8860b},
    NamedColor{"darkgray"_L1, 0xa9a9a9},
    NamedColor{"darkgreen"_L1, 0x006400},
    NamedColor{"darkgrey"_L1, 0xa9a9a9},
    NamedColor{"darkkhaki"_L1, 0xbdb76b},
    NamedColor{"darkmagenta"_L1, 0x8b008b},
    NamedColor{"darkolivegreen"_L1, 0x556b2f},
    NamedColor{"darkorange"_L1, 0xff8c00},
    NamedColor{"darkorchid"_L1, 0x9932cc},
    NamedColor{"darkred"_L1, 0x8b0000},
    NamedColor{"darksalmon"_L1, 0xe9967a},
    NamedColor{"darkseagreen"_L1, 0x8fbc8f},
    NamedColor{"darkslateblue"_L1, 0x483d8b},
    NamedColor{"darkslategray"_L1, 0x2f4f4f},
    NamedColor{"darkslategrey"_L1, 0x2f4f4f},
    NamedColor{"darkturquoise"_L1, 0x00ced1},
    NamedColor{"darkviolet"_L1, 0x9400d3},
    NamedColor{"deeppink"_L1, 0xff1493},
    NamedColor{"deepskyblue"_L1, 0x00bfff},
    NamedColor{"dimgray"_L1, 0x696969},
    NamedColor{"dimgrey"_L1, 0x696969},
    NamedColor{"dodgerblue"_L1, 0x1e90ff},
    NamedColor{"firebrick"_L1, 0xb22222},
    NamedColor{"floralwhite"_L1, 0xfffaf0},
    NamedColor{"forestgreen"_L1, 0x228b22},
    NamedColor{"fuchsia"_L1, 0xff00ff},
    NamedColor{"gainsboro"_L1, 0xdcdcdc},
    NamedColor{"ghostwhite"_L1, 0xf8f8ff},
    NamedColor{"gold"_L1, 0xffd700},
    NamedColor{"goldenrod"_L1, 0xdaa520},
    NamedColor{"gray"_L1, 0x808080},
    NamedColor{"green"_L1, 0x008000},
    NamedColor{"greenyellow"_L1, 0xadff2f},
    NamedColor{"grey"_L1, 0x808080},
    NamedColor{"honeydew"_L1, 0xf0fff0},
    NamedColor{"hotpink"_L1, 0xff69b4},
    NamedColor{"indianred"_L1, 0xcd5c5c},
    NamedColor{"indigo"_L1, 0x4b0082},
    NamedColor{"ivory"_L1, 0xfffff0},
    NamedColor{"khaki"_L1, 0xf0e68c},
    NamedColor{"lavender"_L1, 0xe6e6fa},
    NamedColor{"lavenderblush"_L1, 0xfff0f5},
    NamedColor{"lawngreen"_L1, 0x7cfc00},
    NamedColor{"lemonchiffon"_L1, 0xfffacd},
    NamedColor{"lightblue"_L1, 0xadd8e6},
    NamedColor{"lightcoral"_L1, 0xf08080},
    NamedColor{"lightcyan"_L1, 0xe0ffff},
    NamedColor{"lightgoldenrodyellow"_L1, 0xfafad2},
    NamedColor{"lightgray"_L1, 0xd3d3d3},
    NamedColor{"lightgreen"_L1, 0x90ee90},
    NamedColor{"lightgrey"_L1, 0xd3d3d3},
    NamedColor{"lightpink"_L1, 0xffb6c1},
    NamedColor{"lightsalmon"_L1, 0xffa07a},
    NamedColor{"lightseagreen"_L1, 0x20b2aa},
    NamedColor{"lightskyblue"_L1, 0x87cefa},
    NamedColor{"lightslategray"_L1, 0x778899},
    NamedColor{"lightslategrey"_L1, 0x778899},
    NamedColor{"lightsteelblue"_L1, 0xb0c4de},
    NamedColor{"lightyellow"_L1, 0xffffe0},
    NamedColor{"lime"_L1, 0x00ff00},
    NamedColor{"limegreen"_L1, 0x32cd32},
    NamedColor{"linen"_L1, 0xfaf0e6},
    NamedColor{"magenta"_L1, 0xff00ff},
    NamedColor{"maroon"_L1, 0x800000},
    NamedColor{"mediumaquamarine"_L1, 0x66cdaa},
    NamedColor{"mediumblue"_L1, 0x0000cd},
    NamedColor{"mediumorchid"_L1, 0xba55d3},
    NamedColor{"mediumpurple"_L1, 0x9370db},
    NamedColor{"mediumseagreen"_L1, 0x3cb371},
    NamedColor{"mediumslateblue"_L1, 0x7b68ee},
    NamedColor{"mediumspringgreen"_L1, 0x00fa9a},
    NamedColor{"mediumturquoise"_L1, 0x48d1cc},
    NamedColor{"mediumvioletred"_L1, 0xc71585},
    NamedColor{"midnightblue"_L1, 0x191970},
    NamedColor{"mintcream"_L1, 0xf5fffa},
    NamedColor{"mistyrose"_L1, 0xffe4e1},
    NamedColor{"moccasin"_L1, 0xffe4b5},
    NamedColor{"navajowhite"_L1, 0xffdead},
    NamedColor{"navy"_L1, 0x000080},
    NamedColor{"oldlace"_L1, 0xfdf5e6},
    NamedColor{"olive"_L1, 0x808000},
    NamedColor{"olivedrab"_L1, 0x6b8e23},
    NamedColor{"orange"_L1, 0xffa500},
    NamedColor{"orangered"_L1, 0xff4500},
    NamedColor{"orchid"_L1, 0xda70d6},
    NamedColor{"palegoldenrod"_L1, 0xeee8aa},
    NamedColor{"palegreen"_L1, 0x98fb98},
    NamedColor{"paleturquoise"_L1, 0xafeeee},
    NamedColor{"palevioletred"_L1, 0xdb7093},
    NamedColor{"papayawhip"_L1, 0xffefd5},
    NamedColor{"peachpuff"_L1, 0xffdab9},
    NamedColor{"peru"_L1, 0xcd853f},
    NamedColor{"pink"_L1, 0xffc0cb},
    NamedColor{"plum"_L1, 0xdda0dd},
    NamedColor{"powderblue"_L1, 0xb0e0e6},
    NamedColor{"purple"_L1, 0x800080},
    NamedColor{"rebeccapurple"_L1, 0x663399},
    NamedColor{"red"_L1, 0xff0000},
    NamedColor{"rosybrown"_L1, 0xbc8f8f},
    NamedColor{"royalblue"_L1, 0x4169e1},
    NamedColor{"saddlebrown"_L1, 0x8b4513},
    NamedColor{"salmon"_L1, 0xfa8072},
    NamedColor{"sandybrown"_L1, 0xf4a460},
    NamedColor{"seagreen"_L1, 0x2e8b57},
    NamedColor{"seashell"_L1, 0xfff5ee},
    NamedColor{"sienna"_L1, 0xa0522d},
    NamedColor{"silver"_L1, 0xc0c0c0},
    NamedColor{"skyblue"_L1, 0x87ceeb},
    NamedColor{"slateblue"_L1, 0x6a5acd},
    NamedColor{"slategray"_L1, 0x708090},
    NamedColor{"slategrey"_L1, 0x708090},
    NamedColor{"snow"_L1, 0xfffafa},
    NamedColor{"springgreen"_L1, 0x00ff7f},
    NamedColor{"steelblue"_L1, 0x4682b4},
    NamedColor{"tan"_L1, 0xd2b48c},
    NamedColor{"teal"_L1, 0x008080},
    NamedColor{"thistle"_L1, 0xd8bfd8},
    NamedColor{"tomato"_L1, 0xff6347},
    NamedColor{"turquoise"_L1, 0x40e0d0},
    NamedColor{"violet"_L1, 0xee82ee},
    NamedColor{"wheat"_L1, 0xf5deb3},
    NamedColor{"white"_L1, 0xffffff},
    NamedColor{"whitesmoke"_L1, 0xf5f5f5},
    NamedColor{"yellow"_L1, 0xffff00},
    NamedColor{"yellowgreen"_L1, 0x9acd32},
};

/// "#abc" means "#aabbcc".
QString fromDigits(QStringView digits)
{
    QString color = u"#"_s;
    for (const QChar digit : digits)
        color += QString(digits.size() == 3 ? 2 : 1, digit.toLower());
    return color;
}
} // namespace

QString cssColor(QStringView text)
{
    text = text.trimmed();
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    if (text.startsWith(u'#') && (text.size() == 4 || text.size() == 7) && std::ranges::all_of(text.mid(1), isHex))
        return fromDigits(text.mid(1));
    const auto found = std::ranges::find_if(
        namedColors, [&](const NamedColor &color) { return text.compare(color.name, Qt::CaseInsensitive) == 0; });
    return found == namedColors.end() ? QString() : u"#%1"_s.arg(found->rgb, 6, 16, QLatin1Char('0'));
}

} // namespace foyer
