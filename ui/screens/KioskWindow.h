#pragma once

#include "domain/Id.h"
#include "domain/Visit.h"
#include "ui/theme/Tokens.h"

#include <QHash>
#include <QTimer>
#include <QWidget>
#include <optional>

class QScrollArea;
class QStackedLayout;

namespace foyer {

class ComfortPanel;
class FrameBar;
class HeadBar;
class Notice;
class ScannerKeys;
class Screen;
class StaffCallPanel;
class StaffPinEntry;
class Translator;
class VisitModel;

/// The kiosk's one window: head, problem and bottom bar around whichever step the visit is at. Screens are made when
/// their step first comes, so that starting costs one screen.
class KioskWindow : public QWidget
{
    Q_OBJECT
public:
    KioskWindow(VisitModel &visit, Translator &translator, const QString &homeLanguage);

    Screen *currentScreen() const { return m_current; }

Q_SIGNALS:
    void ticketsReady(); ///< an order was paid: whoever prints takes it from the visit

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Screen *screenFor(Step step);
    void showStep(Step step);
    void scanned(const QString &text);
    void updateFrame();
    void updateNotice();
    void callStaff();
    void updateCall();
    QScrollArea *makePage(QWidget *body);
    StaffPinEntry *makeCallEntry();
    void switchLanguage();
    void toggleComfort();
    void showPage();
    void chosen();
    void settleIn();
    bool isComfortShown() const;
    void updateStatus();
    void retranslate();

    VisitModel &m_visit;
    Translator &m_translator;
    QString m_homeLanguage;   ///< every visit starts in it
    Theme m_homeTheme;        ///< and wears this
    QTimer m_unsettled{this}; ///< runs while a language or theme chosen before a visit waits for it to begin
    HeadBar *m_head;
    StaffCallPanel *m_call; ///< on top of the page that is shown
    Notice *m_notice, *m_idle;
    FrameBar *m_frame;
    ScannerKeys *m_scanner;
    QStackedLayout *m_steps;
    QHash<Step, Screen *> m_screens;
    QHash<Step, QScrollArea *> m_pages;   ///< each around its screen
    StaffPinEntry *m_callEntry = nullptr; ///< in the step's place while staff end a call
    std::optional<SeatIndex> m_offered;   ///< as the notice's button names it
    QScrollArea *m_callPage = nullptr;
    ComfortPanel *m_comfort = nullptr; ///< in the step's place while shown
    QScrollArea *m_comfortPage = nullptr;
    bool m_comfortShown = false;
    Screen *m_current = nullptr;
};

} // namespace foyer
