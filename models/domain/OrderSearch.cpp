#include "domain/OrderSearch.h"

#include "domain/Limits.h"

#include <QRegularExpression>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype typedMax = 200;
constexpr int phoneTail = 4;
constexpr qsizetype ticketCodeSize = 36, ticketIdSize = 26;
constexpr char16_t firstSyllable = u'\uAC00', lastSyllable = u'\uD7A3';
constexpr char16_t firstConsonant = u'\u1100', lastConsonant = u'\u1112';
constexpr int finals = 28, vowels = 21; ///< 'none' is a final

bool isSyllable(QChar c) { return c >= QChar(firstSyllable) && c <= QChar(lastSyllable); }
bool isConsonant(QChar c) { return c >= QChar(firstConsonant) && c <= QChar(lastConsonant); }

/// Two consonants typed one after the other come as one letter from a Korean keyboard.
QString withPairsApart(QString typed)
{
    static const QHash<QChar, QString> pairs{{u'ㄳ', u"ㄱㅅ"_s}, {u'ㄵ', u"ㄴㅈ"_s}, {u'ㄶ', u"ㄴㅎ"_s},
        {u'ㄺ', u"ㄹㄱ"_s}, {u'ㄻ', u"ㄹㅁ"_s}, {u'ㄼ', u"ㄹㅂ"_s}, {u'ㄽ', u"ㄹㅅ"_s}, {u'ㄾ', u"ㄹㅌ"_s},
        {u'ㄿ', u"ㄹㅍ"_s}, {u'ㅀ', u"ㄹㅎ"_s}, {u'ㅄ', u"ㅂㅅ"_s}};
    for (auto it = pairs.begin(); it != pairs.end(); ++it)
        typed.replace(it.key(), it.value());
    return typed;
}

/// That say what a part of a seat's name is.
const QRegularExpression &wordsOfSeats()
{
    static const QRegularExpression words(u"\\b(row|seat|section)\\b|(?<=\\S)(열|행|번|석)(?=\\s|$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words;
}

QString digitsIn(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits;
}

/// The alphabet of Secrets::ticketCode(), without look-alikes.
std::optional<OrderReading> ticketIn(const QString &typed)
{
    QString code = typed.toUpper();
    code.remove(u'-').remove(u' ').replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
    if (code.size() != ticketCodeSize)
        return std::nullopt;
    QByteArray id(16, '\0');
    for (qsizetype i = 0; i < code.size(); ++i) {
        const qsizetype value = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s.indexOf(code[i]);
        if (value < 0)
            return std::nullopt;
        for (qsizetype bit = 0; bit < 5 && i < ticketIdSize; ++bit)
            if (const qsizetype at = i * 5 + bit; at < id.size() * 8 && (value >> (4 - bit) & 1))
                id[at / 8] = char(id[at / 8] | 1 << (7 - at % 8));
    }
    return OrderReading{.kind = OrderReading::Kind::Ticket, .text = code, .ticket = TicketId::fromBytes(id)};
}

void addNumbers(QList<OrderReading> &all, const QString &typed)
{
    using Kind = OrderReading::Kind;
    static const QRegularExpression withYear(u"^[0-9]{4}-([A-Z]*([0-9]+-)?)?[0-9]*$"_s);
    static const QRegularExpression withLetters(u"^([A-Z]{1,3}|[A-Z]{0,3}[0-9]{1,3}-)([0-9]{1,9})$"_s);
    const QString text = typed.toUpper().remove(u' ');
    const auto end = [](const QString &digits) { return digits.rightJustified(6, u'0'); };
    if (withYear.match(text).hasMatch())
        all.append({Kind::NumberStart, text});
    if (const auto match = withLetters.match(text); match.hasMatch())
        all.append({Kind::NumberEnd, match.captured(1) + end(match.captured(2))});
    const bool isDigits = !text.isEmpty() && digitsIn(text) == text;
    if (isDigits && text.size() <= 9)
        all.append({Kind::NumberEnd, end(text)});
    if (isDigits && text.size() > 4 && text.size() <= 13 && text.startsWith(u"20"))
        all.append({Kind::NumberStart, text.left(4) + u'-' + text.mid(4)});
}

/// "G12", "1F G 12", "1층 G열 12번", "Stalls, row G, seat 12", "3-12".
std::optional<OrderReading> seatIn(const QString &typed)
{
    static const QRegularExpression together(u"^([^\\d\\s]+)(\\d+)$"_s), apart(u"[\\s,/]+|(?<=\\d)-(?=\\d)"_s);
    QStringList parts = QString(typed).remove(wordsOfSeats()).split(apart, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return std::nullopt;
    if (const auto match = together.match(parts.constLast()); match.hasMatch()) {
        parts.removeLast();
        parts << match.captured(1) << match.captured(2);
    }
    const bool endsWithNumber = !parts.constLast().isEmpty() && parts.constLast().back().isDigit();
    if (parts.size() < 2 || !endsWithNumber || parts.constLast().size() > 5)
        return std::nullopt;
    const QString number = parts.takeLast(), row = parts.takeLast();
    const SeatName seat{seatKey(parts.join(QString())), seatKey(row), seatKey(number)};
    if (seat.row.isEmpty() || seat.number.isEmpty())
        return std::nullopt;
    return OrderReading{.kind = OrderReading::Kind::Seat, .seat = seat};
}

bool isKey(const QString &wanted, const QString &name) { return wanted == seatKey(name); }

/// As it was typed, but that no sign in it turns what stands beside it around.
QString plainName(const QString &typed)
{
    QString name = typed;
    name.removeIf([](QChar c) {
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI: return true;
        default: return c.category() == QChar::Other_Control && !c.isSpace();
        }
    });
    return name.simplified();
}

/// Four digits, or none; of a whole number the last four.
Result<QString> lastDigitsOf(const QString &typed)
{
    QString digits;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC))
        if (c >= u'0' && c <= u'9')
            digits += c;
    if (typed.trimmed().isEmpty())
        return QString();
    if (digits.size() < phoneTail || digits.size() > limits::phoneDigitsMax)
        return Refusal::PhoneInvalid;
    return digits.right(phoneTail);
}
} // namespace

QList<OrderReading> readingsOf(const QString &typed)
{
    using Kind = OrderReading::Kind;
    const QString text = typed.left(typedMax).normalized(QString::NormalizationForm_KC).simplified();
    if (text.isEmpty())
        return {OrderReading{}};
    if (const auto ticket = ticketIn(text))
        return {*ticket};
    QList<OrderReading> all;
    addNumbers(all, text);
    const QString digits = digitsIn(text);
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    const bool isPhone = !hasLetters && digits.size() >= 8 && digits.size() <= 15;
    if (isPhone || (digits == text && digits.size() == 4))
        all.append({Kind::Phone, digits.right(4)});
    if (const auto seat = seatIn(text)) {
        const bool isDated = !all.isEmpty() && all.constFirst().kind == Kind::NumberStart;
        if (!seat->seat.row.front().isDigit())
            all.prepend(*seat);
        else if (!isPhone && !isDated) // as well a number with a dash in it
            all.append(*seat);
    }
    if (const QString key = nameKey(typed.left(typedMax)); hasLetters && !key.isEmpty()) {
        const auto lone = std::find_if(key.begin(), key.end(), isConsonant);
        const bool hasLone = lone != key.end();
        all.append({Kind::Name, hasLone ? key.left(lone - key.begin()) : key, hasLone ? initialsOf(key) : QString()});
    }
    if (all.isEmpty()) // signs that name nothing: nobody is called so
        all.append({Kind::Name, nameKey(text)});
    return all;
}

bool isTicket(const QString &scanned) { return readingsOf(scanned).constFirst().kind == OrderReading::Kind::Ticket; }

QString nameKey(const QString &name)
{
    QString key;
    const QString folded = withPairsApart(name).normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (const QChar c : folded) {
        const auto category = c.category();
        if (!c.isSpace() && category != QChar::Other_Control && category != QChar::Other_Format)
            key += c;
    }
    return key;
}

QString seatKey(const QString &part) { return nameKey(QString(part).remove(wordsOfSeats())); }

QString initialsOf(const QString &key)
{
    QString initials = key;
    for (QChar &c : initials)
        if (isSyllable(c))
            c = QChar(char16_t(firstConsonant + (c.unicode() - firstSyllable) / (vowels * finals)));
    return initials;
}

QString endOfPrefix(const QString &prefix)
{
    if (!prefix.isEmpty() && isSyllable(prefix.back()) && (prefix.back().unicode() - firstSyllable) % finals == 0)
        return prefix.chopped(1) + QChar(char16_t(prefix.back().unicode() + finals));
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

QList<SeatIndex> seatsNamed(const SeatingPlan &plan, const SeatName &wanted)
{
    QList<SeatIndex> seats;
    for (const PlanRow &row : plan.rows) {
        if (!isKey(wanted.row, row.label))
            continue;
        if (!wanted.zone.isEmpty() && !isKey(wanted.zone, plan.zones[row.zone].name))
            continue;
        for (qint32 seat = row.firstSeat; seat < row.firstSeat + row.seatCount; ++seat)
            if (isKey(wanted.number, plan.number[seat]))
                seats.append(SeatIndex{seat});
    }
    return seats;
}

Result<Contact> contactFrom(const Contact &typed)
{
    const QString name = plainName(typed.name);
    if (name.size() > contactNameMax)
        return Refused{.why = Refusal::BadInput, .fault = InputFault::NameTooLong, .place = u"/name"_s};
    FOYER_TRY(lastDigits, lastDigitsOf(typed.lastDigits));
    return Contact{name, lastDigits};
}

} // namespace foyer
