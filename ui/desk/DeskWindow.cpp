#include "ui/desk/DeskWindow.h"

#include "devices/Printer.h"
#include "documents/TicketDocument.h"
#include "ui/desk/FiguresPage.h"
#include "ui/desk/FindPage.h"
#include "ui/desk/PinForm.h"
#include "ui/desk/SellPage.h"
#include "ui/desk/ShiftPage.h"
#include "ui/desk/StaffWords.h"
#include "ui/desk/TasksPage.h"
#include "ui/desk/TerminalsPage.h"
#include "ui/desk/WalletPage.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/HubWords.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/ScannerKeys.h"
#include "ui/widgets/StatusLine.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype shortestScan = 8;   // a ticket, a card; shorter is what a clerk types
constexpr auto scansBetweenKeys = 35ms; // and nobody types as fast
} // namespace

DeskWindow::DeskWindow(DeskModel &desk, TenderDesk &tenders, Printer &printer, Translator &translator,
    const QString &files, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_printer(printer), m_translator(translator),
      m_title(new Label(TypeRole::Heading)), m_more(new Label(TypeRole::Caption)),
      m_clerk(new Label(TypeRole::Caption)), m_time(new Label(TypeRole::Caption)), m_status(new StatusLine),
      m_language(new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact)),
      m_lock(new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact)), m_navigation(navigation()),
      m_headRow(head()), m_signIn(new PinForm), m_consent(new PinForm), m_signInTitle(new Label(TypeRole::Title)),
      m_signInMore(new Label(TypeRole::Body)), m_consentTitle(new Label(TypeRole::Heading)),
      m_consentMore(new Label(TypeRole::Body)), m_signInGate(gate(m_signIn, m_signInTitle, m_signInMore)),
      m_consentGate(gate(m_consent, m_consentTitle, m_consentMore)), m_body(new QStackedLayout),
      m_notice(new Notice(this)), m_scanner(new ScannerKeys(this, shortestScan, scansBetweenKeys))
{
    const Theme &theme = FoyerStyle::of(this);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(3));
    column->setSpacing(theme.space(2));
    column->addWidget(m_headRow);
    column->addLayout(m_body, 1);
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the screen is as large as it is
    row->addWidget(m_navigation);
    row->addLayout(column, 1);
    m_body->addWidget(m_signInGate);
    m_body->addWidget(m_consentGate);
    add(1, new SellPage(desk, this));
    auto *find = new FindPage(desk, tenders, this);
    connect(find, &FindPage::printWanted, this, &DeskWindow::printTickets);
    connect(find, &FindPage::exchangeWanted, this, [this](const Order &order, const QList<SeatIndex> &seats) {
        m_desk.sale().exchange(order, seats);
        show(1);
    });
    add(2, find);
    add(3, new WalletPage(desk, tenders, printer, files, this));
    add(4, new ShiftPage(desk, printer, this));
    add(5, new TerminalsPage(desk, this));
    add(6, new FiguresPage(desk, files, this));
    add(7, new TasksPage(desk, this));

    connect(&desk, &DeskModel::memberChanged, this, &DeskWindow::updateBody);
    connect(&desk, &DeskModel::staffChanged, this, [this] { m_signIn->setNames(m_desk.staff(), m_lastName); });
    connect(&desk, &DeskModel::settingsChanged, this, &DeskWindow::retranslate);
    connect(&desk, &DeskModel::busyChanged, this, [this] { m_signIn->setBusy(m_desk.isBusy()); });
    connect(&desk, &DeskModel::problemChanged, this, &DeskWindow::updateNotice);
    connect(&desk, &DeskModel::timePassed, this, &DeskWindow::refresh);
    connect(&desk.hub(), &HubModel::changed, this, &DeskWindow::refresh);
    connect(&desk.consent(), &ConsentModel::changed, this, &DeskWindow::updateBody);
    connect(&desk.sale(), &SaleModel::paid, this, &DeskWindow::printTickets);
    connect(&printer, &Printer::failed, this,
        [this](const QString &, const Error &error) { m_desk.tell({.error = error}); });
    connect(m_signIn, &PinForm::entered, this, [this](const QString &name, const QString &pin) {
        m_lastName = name;
        m_desk.signIn(name, pin);
    });
    connect(m_signIn, &PinForm::edited, &desk, &DeskModel::clearProblem);
    connect(m_consent, &PinForm::edited, &desk, &DeskModel::clearProblem);
    connect(m_consent, &PinForm::entered, &desk.consent(), &ConsentModel::give);
    connect(m_consent, &PinForm::cancelled, &desk.consent(), &ConsentModel::cancel);
    connect(m_notice, &Notice::actionWanted, &desk, &DeskModel::clearProblem);
    connect(m_lock, &ActionButton::clicked, &desk, &DeskModel::lock);
    connect(m_language, &ActionButton::clicked, this, [this] {
        const QStringList all = Translator::languages();
        m_translator.use(all[(all.indexOf(m_translator.language()) + 1) % all.size()]);
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this), &QShortcut::activated, &desk, &DeskModel::lock);
    connect(m_scanner, &ScannerKeys::scanned, this, &DeskWindow::scanned);
    qApp->installEventFilter(this);
    m_notice->hide();
    retranslate();
    updateBody();
}

QWidget *DeskWindow::navigation()
{
    auto *bar = new Card(Card::Look::Surface, 1, this);
    m_tabColumn = new QVBoxLayout(bar);
    m_tabColumn->addStretch(1);
    return bar;
}

QWidget *DeskWindow::head()
{
    auto *head = new QWidget(this);
    m_more->setTone(Tone::Soft);
    m_clerk->setTone(Tone::Soft);
    m_time->setTone(Tone::Soft);
    m_title->setWordWrap(false);
    m_lock->setObjectName(u"lock"_s);
    m_lock->setSecondLine(u"Ctrl L"_s);
    auto *row = new QHBoxLayout(head);
    const Theme &theme = FoyerStyle::of(this);
    row->setContentsMargins(0, theme.space(1), 0, 0);
    row->addWidget(m_title);
    row->addWidget(m_more, 1);
    row->addWidget(m_status);
    row->addWidget(m_clerk);
    row->addWidget(m_time);
    row->addWidget(m_language);
    row->addWidget(m_lock);
    return head;
}

/// A card in the middle, where a PIN is asked.
QWidget *DeskWindow::gate(PinForm *form, Label *title, Label *more)
{
    auto *card = new Card(Card::Look::Surface, 4);
    card->setMaximumWidth(FoyerStyle::of(this).px(120));
    more->setTone(Tone::Soft);
    auto *column = new QVBoxLayout(card);
    column->addWidget(title);
    column->addWidget(more);
    column->addSpacing(FoyerStyle::of(this).space(2));
    column->addWidget(form);
    auto *page = new QWidget(this);
    auto *middle = new QVBoxLayout(page);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 4);
    row->addStretch(1);
    middle->addStretch(2);
    middle->addLayout(row);
    middle->addStretch(3);
    return inBody(page);
}

/// No page is squeezed, nor squeezes what stands around it.
QWidget *DeskWindow::inBody(QWidget *page)
{
    QScrollArea *place = roomy(page, this);
    place->setMinimumSize(1, 1);
    return place;
}

void DeskWindow::add(int key, DeskPage *page)
{
    auto *button = new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact, m_navigation);
    button->setSecondLine(u"F%1"_s.arg(key));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);
    m_tabColumn->insertWidget(int(m_tabs.size()), button);
    QWidget *place = inBody(page);
    m_body->addWidget(place);
    m_tabs.append({key, button, page, place});
    page->retranslate();
    connect(button, &ActionButton::clicked, this, [this, key] { show(key); });
    auto *shortcut = new QShortcut(QKeySequence(int(Qt::Key_F1) + key - 1), this);
    connect(shortcut, &QShortcut::activated, this, [this, key] { show(key); });
    connect(page, &DeskPage::headingChanged, this, &DeskWindow::refresh);
}

void DeskWindow::show(int key)
{
    const auto tab = std::find_if(m_tabs.begin(), m_tabs.end(), [key](const Tab &each) { return each.key == key; });
    if (tab == m_tabs.end() || !m_desk.member() || m_desk.consent().asked())
        return;
    m_current = tab - m_tabs.begin();
    m_desk.clearProblem();
    updateBody();
}

void DeskWindow::updateBody()
{
    const auto &asked = m_desk.consent().asked();
    QWidget *body = !m_desk.member() ? m_signInGate : asked ? m_consentGate : m_tabs[m_current].place;
    const bool isNew = m_body->currentWidget() != body;
    m_navigation->setEnabled(m_desk.member() && !asked);
    m_scanner->setWanted(m_desk.member() && !asked);
    m_consent->setBusy(m_desk.consent().isBusy());
    if (isNew) {
        m_body->setCurrentWidget(body);
        if (body == m_consentGate) {
            QList<StaffMember> those = m_desk.staff();
            those.removeIf([&](const StaffMember &each) { return each.role < roleFor(asked->action); });
            m_consent->setReasonAsked(asked->reason == ConsentModel::Reason::Needed);
            m_consent->setNames(those, m_desk.member()->name);
            m_consent->begin();
        } else if (body == m_signInGate) {
            m_signIn->setNames(m_desk.staff(), m_lastName);
            m_signIn->begin();
        } else {
            m_tabs[m_current].page->begin();
        }
    } else if (body != m_signInGate && body != m_consentGate) {
        m_tabs[m_current].page->begin(); // asked for again: it starts where one types
    }
    retranslate();
}

void DeskWindow::refresh()
{
    const DeskPage::Heading heading = m_desk.member()
                                          ? m_tabs[m_current].page->heading()
                                          : DeskPage::Heading{m_desk.settings().name.in(m_translator.language()), {}};
    m_title->setText(heading.title);
    m_more->setText(heading.more);
    m_clerk->setText(m_desk.member() ? m_desk.member()->name : QString());
    const QTimeZone zone(m_desk.settings().timeZone);
    m_time->setText(zone.isValid() ? Wording().timeText(m_desk.clock().utc(), zone) : QString());
    m_status->set(m_desk.hub().isOnline() ? HeadBar::Status::Good : HeadBar::Status::Limited,
        HubWords(m_desk.hub(), m_desk.settings(), m_desk.clock()).forCustomers());
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        const int waiting = m_tabs[i].page->waiting();
        const QString name = tabName(m_tabs[i].key);
        //: %1 is a page's name, %2 how much waits there
        m_tabs[i].button->setText(waiting > 0 ? tr("%1 (%2)").arg(name).arg(waiting) : name);
        m_tabs[i].button->setChecked(i == m_current);
        m_tabs[i].button->setLook(i == m_current && m_desk.member() ? ButtonLook::Primary : ButtonLook::Bare);
    }
    // a count beside a name doesn't push the page, larger letters do
    m_navigation->setMinimumWidth(std::max(FoyerStyle::of(this).px(22), m_tabColumn->totalMinimumSize().width()));
    m_lock->setVisible(m_desk.member().has_value());
}

void DeskWindow::updateNotice()
{
    const auto &problem = m_desk.problem();
    m_notice->setVisible(problem.has_value());
    if (!problem)
        return;
    const auto &date = m_desk.sale().seats().date();
    const auto namer = date ? Wording::SeatNamer([&date](SeatIndex seat) { return nameOfSeat(*date->plan, seat); })
                            : Wording::SeatNamer();
    if (problem->error)
        m_notice->setMessage(Glyph::Info, Tone::Bad, {}, StaffWords::message(*problem->error));
    else if (problem->refused)
        m_notice->setMessage(Glyph::Info, Tone::Warn, {}, StaffWords::message(*problem->refused, namer));
    m_notice->setAction(m_desk.isBroken() ? QString() : tr("All right"));
}

QString DeskWindow::tabName(int key) const
{
    switch (key) {
    case 1: return tr("Sell");
    case 2: return tr("Find");
    case 3: return tr("Wallets");
    case 4: return tr("Shift");
    case 5: return tr("House");
    case 6: return tr("Reports");
    case 7: return tr("Tasks");
    }
    return {};
}

void DeskWindow::retranslate()
{
    m_signInTitle->setText(tr("Who works here?"));
    m_signInMore->setText(m_desk.sale().parked().isEmpty() ? tr("Your name and PIN open the desk.")
                                                           : tr("Orders that were put aside are kept."));
    m_signIn->setWords(tr("Open the desk"), {});
    m_signIn->retranslate();
    if (const auto &asked = m_desk.consent().asked()) {
        m_consentTitle->setText(Wording().name(asked->action));
        const QString more = tr("Your PIN again, or that of somebody who may.");
        m_consentMore->setText(asked->what.isEmpty() ? more : asked->what + u'\n' + more);
    }
    m_consent->setWords(tr("Go on"), tr("Back"));
    m_consent->retranslate();
    m_lock->setText(tr("Lock"));
    //: the button that switches to the other language, in that language
    m_language->setText(m_translator.language() == u"ko"_s ? u"English"_s : u"한국어"_s);
    refresh();
    updateNotice();
}

void DeskWindow::printTickets(const Order &order)
{
    const TicketDocument tickets(order, m_desk.settings(), m_translator.language());
    m_printer.print({order.number, [tickets](QIODevice &out) { return tickets.writePdf(out); }});
}

/// The page that is open if it knows what to do with it, else a ticket is looked for.
void DeskWindow::scanned(const QString &text)
{
    constexpr int findPage = 2;
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (line && line->text().endsWith(text)) // its keys were typed there
        line->setText(line->text().chopped(text.size()));
    if (m_tabs[m_current].page->scanned(text))
        return;
    show(findPage);
    m_tabs[m_current].page->scanned(text);
}

bool DeskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
    case QEvent::Wheel: m_desk.activity(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void DeskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Tab &tab : std::as_const(m_tabs))
            tab.page->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DeskWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().ground); }

} // namespace foyer
