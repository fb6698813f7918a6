#include "ui/screens/KioskWindow.h"

#include "ui/screens/AttractScreen.h"
#include "ui/screens/CheckoutScreen.h"
#include "ui/screens/DatesScreen.h"
#include "ui/screens/FarewellScreen.h"
#include "ui/screens/OutOfServiceScreen.h"
#include "ui/screens/QueueScreen.h"
#include "ui/screens/RegisterScreen.h"
#include "ui/screens/SeatsScreen.h"
#include "ui/screens/SignInScreen.h"
#include "ui/screens/TenderScreen.h"
#include "ui/screens/TicketScreen.h"
#include "ui/screens/WalletScreen.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/HeadBar.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Notice.h"
#include "wording/Translator.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

KioskWindow::KioskWindow(VisitModel &visit, Translator &translator, const QString &homeLanguage)
    : m_visit(visit), m_translator(translator), m_homeLanguage(homeLanguage), m_head(new HeadBar(this)),
      m_notice(new Notice(this)), m_idle(new Notice(this)), m_frame(new FrameBar(this)), m_steps(new QStackedLayout)
{
    const Theme &theme = FoyerStyle::of(this);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.space(7), theme.space(4), theme.space(7), theme.space(5));
    rows->setSpacing(theme.space(3));
    rows->setSizeConstraint(QLayout::SetNoConstraint); // the screen is as large as it is
    rows->addWidget(m_head);
    rows->addLayout(m_steps, 1);
    rows->addWidget(m_notice);
    rows->addWidget(m_idle);
    rows->addWidget(m_frame);

    connect(m_frame, &FrameBar::backWanted, &visit, &VisitModel::back);
    connect(m_frame, &FrameBar::startOverWanted, &visit, &VisitModel::startOver);
    connect(m_frame, &FrameBar::mainWanted, this, [this] { m_current->mainPressed(); });
    connect(m_frame, &FrameBar::sideWanted, this, [this] { m_current->sidePressed(); });
    connect(m_frame, &FrameBar::comfortWanted, this, &KioskWindow::switchLanguage);
    connect(m_frame, &FrameBar::helpWanted, this, [this] {
        m_helpAsked = !m_helpAsked;
        updateNotice();
    });
    connect(m_notice, &Notice::actionWanted, this, [this] {
        m_helpAsked = false;
        m_visit.clearProblem();
        updateNotice();
    });
    connect(m_idle, &Notice::actionWanted, &visit, &VisitModel::activity);
    connect(&visit, &VisitModel::stepChanged, this, &KioskWindow::showStep);
    connect(&visit, &VisitModel::problemChanged, this, &KioskWindow::updateNotice);
    connect(&visit, &VisitModel::timePassed, this, &KioskWindow::updateNotice);
    connect(&visit, &VisitModel::busyChanged, this, &KioskWindow::updateFrame);
    connect(&visit, &VisitModel::settingsChanged, this, &KioskWindow::retranslate);
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
    case Step::Seats: return new SeatsScreen(m_visit, this);
    case Step::Wallet: return new WalletScreen(m_visit, this);
    case Step::Checkout: return new CheckoutScreen(m_visit, this);
    case Step::Tender: return new TenderScreen(m_visit, this);
    case Step::Ticket: return new TicketScreen(m_visit, this);
    case Step::Farewell: return new FarewellScreen(m_visit, this);
    case Step::OutOfService: return new OutOfServiceScreen(m_visit, this);
    }
    return nullptr;
}

void KioskWindow::showStep(Step step)
{
    if (step == Step::Attract) {
        m_translator.use(m_homeLanguage);
        QGuiApplication::clipboard()->clear();
    }
    if (step == Step::Dates && m_current == m_screens.value(Step::Queue))
        QApplication::beep(); // it's their turn, and they may be looking elsewhere
    Screen *&screen = m_screens[step];
    if (!screen) {
        screen = screenFor(step);
        m_pages.insert(step, scrolling(screen, this)); // a body too high for the window scrolls, head and bar stay
        m_steps->addWidget(m_pages.value(step));
        connect(screen, &Screen::frameChanged, this, &KioskWindow::updateFrame);
    }
    m_current = screen;
    m_helpAsked = false;
    screen->retranslate();
    screen->begin();
    m_pages.value(step)->verticalScrollBar()->setValue(0);
    m_steps->setCurrentWidget(m_pages.value(step));
    retranslate();
    if (step == Step::Ticket)
        Q_EMIT ticketsReady();
}

void KioskWindow::updateFrame()
{
    const Screen::Frame frame = m_current->frame();
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
    m_notice->setVisible(problem.has_value() || m_helpAsked);
    if (problem && problem->refused) {
        const auto &date = m_visit.seats().date();
        m_notice->setMessage(Glyph::Info, Tone::Warn, {},
            words.message(*problem->refused,
                date ? Wording::SeatNamer([&date](SeatIndex seat) { return nameOfSeat(*date->plan, seat); })
                     : Wording::SeatNamer()));
    } else if (problem && problem->error) {
        m_notice->setMessage(Glyph::Info, Tone::Bad, {}, words.message(*problem->error));
    } else if (m_helpAsked) {
        m_notice->setMessage(Glyph::Bell, Tone::Accent, tr("Need a hand?"),
            tr("The staff at the box office are glad to help. What you have chosen here stays as long as the time "
               "shown."));
    }
    m_notice->setAction(tr("All right"));
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
        retranslate();
    }
    QWidget::changeEvent(event);
}

void KioskWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), FoyerStyle::of(this).colors().ground); }

void KioskWindow::switchLanguage()
{
    const QStringList languages = Translator::languages();
    m_translator.use(languages[(languages.indexOf(m_translator.language()) + 1) % languages.size()]);
}

void KioskWindow::retranslate()
{
    const QString language = m_translator.language();
    const QString other = language == u"ko"_s ? u"en"_s : u"ko"_s;
    const Text &name = m_visit.settings().name;
    m_head->setHouse(name.in(language), name.byLanguage.value(other));
    m_head->setStatus(HeadBar::Status::Good, tr("Online"));
    //: the button that switches to the other language, in that language
    m_frame->setWords({tr("Back"), tr("Start over"), tr("Help"), language == u"ko"_s ? u"English"_s : u"한국어"_s});
    updateFrame();
    updateNotice();
}

} // namespace foyer
