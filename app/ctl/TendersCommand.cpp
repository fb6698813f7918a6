#include "Command.h"
#include "services/Node.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return {jsonOption()}; }

QByteArray jsonOf(const Tender &tender)
{
    return QJsonDocument(
        {{u"tender"_s, tender.id.text()}, {u"kind"_s, nameOf(tender.kind)}, {u"direction"_s, nameOf(tender.direction)},
            {u"state"_s, nameOf(tender.state)}, {u"amount"_s, tender.amount.minor},
            {u"currency"_s, tender.amount.currency.text()}, {u"seats"_s, tender.hold.has_value()}})
        .toJson(QJsonDocument::Compact);
}

int run(Call &call)
{
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto open = node.value()->services().payments.openTenders();
    if (!open.ok())
        return call.fail(open);
    for (const Tender &tender : open.value()) {
        if (call.has(u"json"_s))
            call.out << jsonOf(tender) << '\n';
        else
            call.out << u"%1  %2  %3  %4  %5\n"_s.arg(tender.id.text(), call.wording.name(tender.kind),
                tender.direction == TenderDirection::In ? Ctl::tr("in") : Ctl::tr("out"),
                call.wording.money(tender.amount), call.wording.name(tender.state));
    }
    return ExitDone;
}
} // namespace

const Command tendersCommand{"tenders", "[--json]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Lists the tenders that wait for their device's answer."), 0, 0, options, run};

} // namespace foyer
