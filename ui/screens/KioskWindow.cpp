#include "ui/screens/KioskWindow.h"

#include "ui/screens/AttractScreen.h"
#include "ui/screens/CheckoutScreen.h"
#include "ui/screens/ComfortPanel.h"
#include "ui/screens/DatesScreen.h"
#include "ui/screens/EnrolScreen.h"
#include "ui/screens/FarewellScreen.h"
#include "ui/screens/OutOfServiceScreen.h"
#include "ui/screens/QueueScreen.h"
#include "ui/screens/RegisterScreen.h"
#include "ui/screens/SeatsScreen.h"
#include "ui/screens/SignInScreen.h"
#include "ui/screens/StaffCallPanel.h"
#include "ui/screens/StaffPinEntry.h"
#include "ui/screens/StaffScreen.h"
#include "ui/screens/StaffSignInScreen.h"
#include "ui/screens/TenderScreen.h"
#include "ui/screens/TicketScreen.h"
#include "ui/screens/TicketsScreen.h"
#include "ui/screens/WalletScreen.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/CornerGesture.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/HeadBar.h"
#include "ui/widgets/HubWords.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/ScannerKeys.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto chosenInPassing = std::chrono::minutes(1);

/// Of the page's right margin: its scroll bar shows there, over nothing.
int gutterIn(const Theme &theme) { return theme.space(2); }

void ringForStaff() { QApplication::beep(); }
} // namespace

KioskWindow::KioskWindow(VisitModel &visit, Translator &translator, const QString &homeLanguage)
    : m_visit(visit), m_translator(translator), m_homeLanguage(homeLanguage), m_homeTheme(FoyerStyle::of(this)),
      m_head(new HeadBar(this)), m_call(new StaffCallPanel(visit.call(), this)), m_notice(new Notice(this)),
      m_idle(new Notice(this)), m_frame(new FrameBar(this)), m_scanner(new ScannerKeys(this)),
      m_steps(new QStackedLayout)
{
    const Theme &theme = FoyerStyle::of(this);
    auto *rows = new QVBoxLayout(this);
    const int gutter = gutterIn(theme);
    rows->setContentsMargins(theme.space(7), theme.space(4), theme.space(7) - gutter, theme.space(5));
    rows->setSpacing(theme.space(3));
    rows->setSizeConstraint(QLayout::SetNoConstraint); // the screen is as large as it is
    const auto besideGutter = [gutter](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 0, gutter, 0);
        row->addWidget(widget);
        return row;
    };
    rows->addLayout(besideGutter(m_head));
    rows->addLayout(m_steps, 1);
    rows->addLayout(besideGutter(m_notice));
    rows->addLayout(besideGutter(m_idle));
    rows->addLayout(besideGutter(m_frame));

    connect(m_frame, &FrameBar::backWanted, this, [this] {
        if (m_visit.call().isAsking())
            m_visit.call().stopAsking();
        else if (isComfortShown())
            toggleComfort();
        else
            m_visit.back();
    });
    connect(m_frame, &FrameBar::startOverWanted, &visit, &VisitModel::startOver);
    connect(m_frame, &FrameBar::mainWanted, this,
        [this] { isComfortShown() ? toggleComfort() : m_current->mainPressed(); });
    connect(m_frame, &FrameBar::sideWanted, this, [this] { m_current->sidePressed(); });
    connect(m_frame, &FrameBar::languageWanted, this, &KioskWindow::switchLanguage);
    connect(m_frame, &FrameBar::comfortWanted, this, &KioskWindow::toggleComfort);
    connect(m_frame, &FrameBar::helpWanted, this, &KioskWindow::callStaff);
    connect(&visit.call(), &StaffCallModel::rings, this, ringForStaff);
    connect(&visit.call(), &StaffCallModel::changed, this, &KioskWindow::updateCall);
    connect(m_notice, &Notice::actionWanted, this, [this] {
        if (m_offered)
            m_visit.chooseInstead(*m_offered);
        else
            m_visit.clearProblem();
    });
    connect(&visit.seats(), &SeatMapModel::seatsChanged, this, &KioskWindow::updateNotice);
    connect(m_notice, &Notice::otherActionWanted, &visit, &VisitModel::clearProblem);
    connect(m_idle, &Notice::actionWanted, &visit, &VisitModel::activity);
    connect(&visit, &VisitModel::stepChanged, this, &KioskWindow::showStep);
    connect(&visit, &VisitModel::problemChanged, this, &KioskWindow::updateNotice);
    connect(&visit, &VisitModel::timePassed, this, &KioskWindow::updateNotice);
    connect(&visit, &VisitModel::timePassed, this, &KioskWindow::updateStatus); // what staff read of grows older
    connect(&visit, &VisitModel::busyChanged, this, &KioskWindow::updateFrame);
    connect(&visit, &VisitModel::settingsChanged, this, &KioskWindow::retranslate);
    connect(&visit.hub(), &HubModel::changed, this, &KioskWindow::updateStatus);
    auto *corner = new CornerGesture(this, QSize(2, 1) * (theme.space(4) + theme.target()));
    connect(corner, &CornerGesture::made, &visit, &VisitModel::wantStaff);
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this);
    connect(keys, &QShortcut::activated, &visit, &VisitModel::wantStaff);
    connect(m_scanner, &ScannerKeys::scanned, this, &KioskWindow::scanned);
    m_unsettled.setObjectName(u"unsettled"_s);
    m_unsettled.setSingleShot(true);
    m_unsettled.setInterval(chosenInPassing);
    connect(&m_unsettled, &QTimer::timeout, this, &KioskWindow::settleIn);
    qApp->installEventFilter(this);
    showStep(visit.step());
}

Screen *KioskWindow::screenFor(Step step)
{
    switch (step) {
    case Step::Attract: return new AttractScreen(m_visit, this);
    case Step::SignIn: return new SignInScreen(m_visit, this);
    case Step::Register: return new RegisterScreen(m_visit, this);
    case Step::Queue: return new QueueScreen(m_visit, this);
    case Step::Dates: return new DatesScreen(m_visit, this);
    case Step::Tickets: return new TicketsScreen(m_visit, this);
    case Step::Seats: return new SeatsScreen(m_visit, this);
    case Step::Wallet: return new WalletScreen(m_visit, this);
    case Step::Checkout: return new CheckoutScreen(m_visit, this);
    case Step::Tender: return new TenderScreen(m_visit, this);
    case Step::Ticket: return new TicketScreen(m_visit, this);
    case Step::Farewell: return new FarewellScreen(m_visit, this);
    case Step::OutOfService: return new OutOfServiceScreen(m_visit, this);
    case Step::StaffSignIn: return new StaffSignInScreen(m_visit, this);
    case Step::StaffCorner: return new StaffScreen(m_visit, this);
    case Step::StaffEnrol: return new EnrolScreen(m_visit, this);
    }
    return nullptr;
}

void KioskWindow::showStep(Step step)
{
    m_unsettled.stop();
    if (step == Step::Attract) {
        settleIn();
        QGuiApplication::clipboard()->clear();
    }
    if (step == Step::Dates && m_current == m_screens.value(Step::Queue))
        QApplication::beep(); // it's their turn, and they may be looking elsewhere
    Screen *&screen = m_screens[step];
    if (!screen) {
        screen = screenFor(step);
        m_pages.insert(step, makePage(screen));
        connect(screen, &Screen::frameChanged, this, &KioskWindow::updateFrame);
    }
    m_current = screen;
    m_scanner->setWanted(step == Step::Attract || step == Step::SignIn);
    screen->retranslate();
    screen->begin();
    m_pages.value(step)->verticalScrollBar()->setValue(0);
    m_comfortShown = false; // something happened that must be seen
    showPage();
    retranslate();
    if (step == Step::Ticket)
        Q_EMIT ticketsReady();
}

/// Whoever holds something to the scanner has begun by that.
void KioskWindow::scanned(const QString &text)
{
    if (m_visit.step() == Step::Attract)
        m_visit.touch();
    if (auto *signIn = qobject_cast<SignInScreen *>(m_current); signIn && !m_visit.call().isAsking())
        signIn->scanned(text);
}

void KioskWindow::updateFrame()
{
    const bool endingCall = m_visit.call().isAsking();
    Screen::Frame frame = endingCall ? Screen::Frame{.canStartOver = false} : m_current->frame();
    if (isComfortShown())
        frame = {.main = tr("Go on"), .mainEnabled = true, .canStartOver = false, .purchaseStep = frame.purchaseStep};
    const bool idle = !m_visit.isBusy();
    m_frame->setMain(frame.main, frame.mainEnabled && idle);
    m_frame->setSide(frame.side, frame.sideEnabled && idle);
    m_frame->setBackEnabled(frame.canGoBack && idle);
    m_frame->setStartOverEnabled(frame.canStartOver && idle);
    m_frame->setVisible(m_visit.step() != Step::OutOfService);
    const QStringList steps{tr("Date"), tr("Seats"), tr("Pay"), tr("Ticket")};
    m_head->setSteps(frame.purchaseStep < 0 ? QStringList() : steps, std::max(0, frame.purchaseStep));
}

void KioskWindow::updateNotice()
{
    const Wording words;
    const auto idle = m_visit.idleLeft();
    m_idle->setVisible(idle.has_value());
    if (idle) {
        m_idle->setMessage(Glyph::Person, Tone::Warn, tr("Are you still there?"),
            tr("This screen starts over in %1.").arg(words.durationText(*idle)));
        m_idle->setAction(tr("I am still here"));
    }
    const auto &problem = m_visit.problem();
    m_notice->setVisible(problem.has_value());
    if (const QString own = problem ? m_current->message(*problem) : QString(); !own.isEmpty()) {
        m_notice->setMessage(Glyph::Info, problem->error ? Tone::Bad : Tone::Warn, {}, own);
    } else if (problem && problem->refused) {
        const auto &date = m_visit.seats().date();
        m_notice->setMessage(Glyph::Info, Tone::Warn, {},
            words.message(*problem->refused,
                date ? Wording::SeatNamer([&date](SeatIndex seat) { return nameOfSeat(*date->plan, seat); })
                     : Wording::SeatNamer()));
    } else if (problem && problem->error) {
        m_notice->setMessage(Glyph::Info, Tone::Bad, {}, words.message(*problem->error));
    }
    m_offered = m_visit.offeredSeat();
    const QString seat = m_offered ? words.seatText(nameOfSeat(*m_visit.seats().date()->plan, *m_offered)) : QString();
    //: a seat of the same price
    m_notice->setAction(m_offered ? tr("Take %1 (same price)").arg(seat) : tr("All right"));
    m_notice->setOtherAction(m_offered ? tr("Choose myself") : QString());
}

// A body too high for the window scrolls, head and bar stay. On top of it is room for the call.
QScrollArea *KioskWindow::makePage(QWidget *body)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, gutterIn(FoyerStyle::of(this)), 0);
    column->addWidget(body, 1);
    auto *page = scrolling(content, this);
    m_steps->addWidget(page);
    return page;
}

StaffPinEntry *KioskWindow::makeCallEntry()
{
    auto *entry = new StaffPinEntry(m_visit.staff(), this);
    m_callPage = makePage(entry);
    connect(entry, &StaffPinEntry::entered, &m_visit.call(), &StaffCallModel::end);
    connect(entry, &StaffPinEntry::edited, &m_visit, &VisitModel::clearProblem);
    return entry;
}

// Also where it was called before, and whoever stands here has scrolled on since.
void KioskWindow::callStaff()
{
    m_visit.call().call();
    static_cast<QScrollArea *>(m_steps->currentWidget())->verticalScrollBar()->setValue(0);
}

void KioskWindow::updateCall()
{
    const bool asking = m_visit.call().isAsking();
    if (asking && !m_callEntry)
        m_callEntry = makeCallEntry();
    if (asking && m_steps->currentWidget() != m_callPage)
        m_callEntry->begin();
    if (m_callEntry) {
        m_callEntry->setBusy(m_visit.call().isBusy());
        if (!asking)
            m_callEntry->clear();
    }
    showPage();
    updateFrame();
}

// Anything a person does keeps the visit alive; a scanner types fast and ends with Enter.
bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        if (watched->isWidgetType())
            m_visit.activity();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Screen *screen : std::as_const(m_screens))
            screen->retranslate();
        m_call->retranslate();
        if (m_callEntry)
            m_callEntry->retranslate();
        if (m_comfort)
            m_comfort->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void KioskWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().ground); }

void KioskWindow::switchLanguage()
{
    const QStringList languages = Translator::languages();
    m_translator.use(languages[(languages.indexOf(m_translator.language()) + 1) % languages.size()]);
    chosen();
}

void KioskWindow::toggleComfort()
{
    if (!m_comfort) {
        m_comfort = new ComfortPanel(this);
        m_comfortPage = makePage(m_comfort);
        connect(m_comfort, &ComfortPanel::themeWanted, this, [this](const Theme &theme) {
            FoyerStyle::wear(*qApp, theme);
            chosen();
        });
    }
    m_comfortShown = !m_comfortShown;
    m_comfort->begin();
    showPage();
    updateFrame();
}

bool KioskWindow::isComfortShown() const { return m_comfortShown && !m_visit.call().isAsking(); }

void KioskWindow::showPage()
{
    const StaffCallModel &call = m_visit.call();
    QScrollArea *step = isComfortShown() ? m_comfortPage : m_pages.value(m_visit.step());
    QScrollArea *page = call.isAsking() ? m_callPage : step;
    m_steps->setCurrentWidget(page);
    if (m_call->parentWidget() == page->widget())
        return;
    static_cast<QVBoxLayout *>(page->widget()->layout())->insertWidget(0, m_call);
    m_call->setVisible(call.isCalled());
}

// Before a visit nobody's leaving ends it, so that a passer-by's choice is taken back after a while.
void KioskWindow::chosen()
{
    if (m_visit.step() == Step::Attract)
        m_unsettled.start();
}

void KioskWindow::settleIn()
{
    m_translator.use(m_homeLanguage);
    if (FoyerStyle::of(this) != m_homeTheme)
        FoyerStyle::wear(*qApp, m_homeTheme);
    if (isComfortShown())
        toggleComfort();
}

void KioskWindow::updateStatus()
{
    const HubWords words(m_visit.hub(), m_visit.settings(), m_visit.clock());
    const bool isStaff = m_visit.step() == Step::StaffCorner;
    m_head->setStatus(m_visit.hub().isOnline() ? HeadBar::Status::Good : HeadBar::Status::Limited,
        isStaff ? words.forStaff() : words.forCustomers());
}

void KioskWindow::retranslate()
{
    const QString language = m_translator.language();
    const QString other = language == u"ko"_s ? u"en"_s : u"ko"_s;
    const Text &name = m_visit.settings().name;
    m_head->setHouse(name.in(language), name.byLanguage.value(other));
    updateStatus();
    //: the button that switches to the other language, in that language
    m_frame->setWords({tr("Back"), tr("Start over"), tr("Call staff"), language == u"ko"_s ? u"English"_s : u"한국어"_s,
        tr("Display")});
    updateFrame();
    updateNotice();
}

} // namespace foyer
