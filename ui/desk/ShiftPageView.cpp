#include "documents/ShiftDocument.h"
#include "domain/MoneyInput.h"
#include "ui/desk/CashPiles.h"
#include "ui/desk/Facts.h"
#include "ui/desk/ShiftPage.h"
#include "ui/desk/ShiftRows.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/Table.h"

#include <QLineEdit>
#include <QStackedLayout>

// What the drawer's page shows: words and numbers of what the model knows.
namespace foyer {

using namespace Qt::StringLiterals;

namespace {
Money minus(const Money &amount) { return {-amount.minor, amount.currency}; }
} // namespace

void ShiftPage::retranslate()
{
    m_count->retranslate();
    m_rows->retranslate(zone());
    m_history->setAccessibleName(tr("Closed shifts"));
    m_historyTitle->setText(tr("Closed shifts"));
    m_noHistory->setText(tr("None yet. Each drawer that is counted stays here, with its report."));
    m_moveTitle->setText(tr("Cash in or out"));
    m_moveHint->setText(tr("To the safe, from it, for an errand. You are asked why, and for your PIN."));
    m_out->setText(tr("Out of the drawer"));
    m_in->setText(tr("Into the drawer"));
    m_out->setSecondLine(u"F10"_s);
    m_in->setSecondLine(u"F10"_s);
    m_amount->setAccessibleName(tr("Amount"));
    m_amount->setPlaceholderText(tr("Amount"));
    m_salesTitle->setText(tr("Orders"));
    m_tendersTitle->setText(tr("By means of payment"));
    m_drawerTitle->setText(tr("Drawer"));
    m_blind->setText(tr("Cash and card are told once the drawer has been counted."));
    m_back->setText(tr("Back"));
    m_print->setText(tr("Print"));
    m_pdf->setText(tr("Save as PDF"));
    refresh();
}

void ShiftPage::refresh()
{
    const View now = view();
    const bool isNew = std::exchange(m_shown, now) != now;
    m_stack->setCurrentWidget(now == View::Loading  ? m_loading
                              : now == View::Day    ? m_day
                              : now == View::Moving ? m_moving
                              : now == View::Closed ? m_closed
                                                    : m_piles);
    if (isNew && (now == View::Opening || now == View::Counting))
        m_count->begin(desk().settings().currency);
    const bool hasPaper = now == View::Closed || now == View::Day;
    m_print->setVisible(hasPaper);
    m_pdf->setVisible(hasPaper);
    for (ActionButton *button : {m_print, m_pdf})
        button->setEnabled(paper().has_value());
    m_move->setVisible(now == View::Day);
    m_move->setText(tr("Cash in or out"));
    m_back->setVisible(now == View::Moving || now == View::Counting || now == View::Closed);
    m_main->setVisible(now != View::Closed && now != View::Loading);
    const auto counted = m_count->counted();
    const QString sum = counted ? wording().money(counted->sum) : u"–"_s;
    switch (now) {
    case View::Loading: break;
    case View::Opening:
        m_pilesTitle->setText(tr("Open a shift"));
        m_pilesHint->setText(tr("Count what is in the drawer: the float that the shift begins with."));
        m_main->setText(tr("Open with %1").arg(sum));
        m_main->setEnabled(counted && !m_shifts.isBusy());
        break;
    case View::Counting:
        m_pilesTitle->setText(tr("Count the drawer"));
        m_pilesHint->setText(tr("All of it, float and all. What should be in it is told afterwards."));
        m_main->setText(tr("Close with %1").arg(sum));
        m_main->setEnabled(counted && m_count->isTouched() && !m_shifts.isBusy());
        break;
    case View::Day:
        m_main->setText(tr("Count and close"));
        m_main->setEnabled(!m_shifts.isBusy());
        refreshDay();
        break;
    case View::Moving: refreshMoving(); break;
    case View::Closed: refreshClosed(); break;
    }
    m_noHistory->setVisible(m_shifts.history().isEmpty());
    m_history->setVisible(!m_shifts.history().isEmpty());
    if (isNew && now == View::Moving)
        m_amount->setFocus();
    else if (isNew && now == View::Day)
        m_main->setFocus();
    else if (isNew && now == View::Closed)
        m_print->setFocus();
    Q_EMIT headingChanged();
}

void ShiftPage::refreshMoving()
{
    const auto amount = amountToMove();
    const QString words = wording().money({amount ? std::abs(amount->minor) : 0, desk().settings().currency});
    m_main->setText(m_out->isChecked() ? tr("Take out %1").arg(words) : tr("Put in %1").arg(words));
    m_main->setEnabled(amount && !m_shifts.isBusy());
    for (ActionButton *way : {m_out, m_in}) // the key of the one that isn't chosen
        way->setSecondLine(way->isChecked() ? QString() : u"F10"_s);
}

void ShiftPage::refreshDay()
{
    const auto &report = m_shifts.soFar();
    m_dayTitle->setText(tr("Sold so far"));
    if (!report) {
        m_sold->setText(u"…"_s);
        return;
    }
    const Wording words = wording();
    const auto money = [&words](const Money &amount) { return words.money(amount); };
    m_sold->setText(money(report->sold));
    m_sold->setAccessibleName(tr("Sold so far") + u' ' + money(report->sold));
    QStringList more{tr("%n order(s)", nullptr, report->sales), tr("%n seat(s)", nullptr, report->seats)};
    if (report->freeSeats > 0)
        more.append(tr("%n of them given away", nullptr, report->freeSeats));
    m_dayMore->setText(more.join(u" · "_s));

    QList<Facts::Fact> sales{{tr("First order"), report->firstOrder.isEmpty() ? u"–"_s : report->firstOrder},
        {tr("Last order"), report->lastOrder.isEmpty() ? u"–"_s : report->lastOrder},
        {tr("Refunds"), money(minus(report->refunds.amount))}, {tr("Voids"), money(minus(report->voids.amount))}};
    for (const ShiftReport::Tax &tax : report->taxes) {
        sales.append({tr("Sold and kept"), money(tax.gross), Weight::Strong});
        //: %1 is the rate
        sales.append({tr("%1 % tax contained").arg(words.locale().toString(tax.basisPoints / 100.0)), money(tax.tax)});
    }
    if (const auto &waiting = report->notSynced) {
        const bool isAll = waiting->entries == 0;
        sales.append({tr("Not synced yet"), isAll ? tr("nothing") : tr("%n order(s)", nullptr, waiting->sales),
            Weight::Strong, isAll ? Tone::Good : Tone::Warn});
        if (!isAll)
            sales.append({tr("since %1").arg(words.dateTimeText(waiting->since, zone())), money(waiting->amount)});
        for (const ShiftReport::Sale &sale : waiting->first.first(std::min<qsizetype>(5, waiting->first.size())))
            sales.append({sale.number, money(sale.total)});
    }
    m_sales->setFacts(sales);

    const auto &tenders = report->tenders;
    m_blind->setVisible(!tenders);
    m_tenders->setVisible(tenders.has_value());
    QList<Facts::Fact> drawer{{tr("Float"), money(report->shift.opening)}};
    if (tenders) {
        QList<Facts::Fact> ways{{tr("Cash taken"), money(tenders->cash.taken)},
            {tr("Cash given back"), money(minus(tenders->cash.given))}, {tr("Card taken"), money(tenders->card.taken)},
            {tr("Card given back"), money(minus(tenders->card.given))}};
        if (tenders->claims > 0)
            ways.append({tr("of it claim codes paid (%1)").arg(tenders->claims), money(minus(tenders->claimsPaid))});
        if (tenders->unspent.isPositive())
            ways.append({tr("Paid in and not spent"), money(tenders->unspent)});
        m_tenders->setFacts(ways);
        drawer.append({tr("Cash taken, less given"), money(tenders->cash.taken - tenders->cash.given)});
    }
    for (const DrawerMovement &movement : report->movements)
        drawer.append({QStringList{movement.why, movement.whoName, words.timeText(movement.at, zone())}.join(u" · "_s),
            money(movement.amount)});
    if (tenders)
        drawer.append({tr("Should be in it"), money(tenders->expected), Weight::Strong});
    m_drawer->setFacts(drawer);
}

void ShiftPage::refreshClosed()
{
    const ShiftReport &report = *m_shifts.looked();
    const Wording words = wording();
    const Money difference = report.shift.end->difference();
    const Money size{std::abs(difference.minor), difference.currency};
    const QString result = difference.isZero()       ? tr("No difference")
                           : difference.isPositive() ? tr("%1 over").arg(words.money(size))
                                                     : tr("%1 short").arg(words.money(size));
    const ShiftDocument roll(report, language(), ShiftDocument::Paper::Roll);
    m_resultTitle->setText(roll.title());
    m_result->setText(result);
    m_result->setAccessibleName(result);
    m_result->setTone(difference.isZero() ? Tone::Good : difference.isPositive() ? Tone::Warn : Tone::Bad);
    m_resultMore->setText(difference.isZero() ? tr("The drawer holds what it should.")
                                              : tr("It is in the report; nothing is booked for it."));
    m_resultFacts->setFacts({{tr("Counted"), words.money(report.shift.end->counted), Weight::Strong},
        {tr("Should be in it"), words.money(report.shift.end->expected)},
        {tr("Closed"), words.dateTimeText(report.shift.end->at, zone())}, {tr("By"), report.shift.end->byName},
        {tr("Sold"), words.money(report.sold)}, {tr("Orders"), words.locale().toString(report.sales)}});
    m_paper->setPaper(
        roll.sizeMm(), [roll](double pixelsPerMm) { return roll.image(pixelsPerMm); }, roll.title() + u", "_s + result);
}

} // namespace foyer
