#pragma once

#include "domain/Visit.h"

#include <QHash>
#include <QWidget>

class QScrollArea;
class QStackedLayout;

namespace foyer {

class FrameBar;
class HeadBar;
class Notice;
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
    void updateFrame();
    void updateNotice();
    void updateCall();
    StaffPinEntry *makeCallEntry();
    void switchLanguage();
    void retranslate();

    VisitModel &m_visit;
    Translator &m_translator;
    QString m_homeLanguage; ///< every visit starts in it
    HeadBar *m_head;
    StaffCallPanel *m_call;
    Notice *m_notice, *m_idle;
    FrameBar *m_frame;
    QStackedLayout *m_steps;
    QHash<Step, Screen *> m_screens;
    QHash<Step, QScrollArea *> m_pages;   ///< each around its screen
    StaffPinEntry *m_callEntry = nullptr; ///< in the step's place while staff end a call
    QScrollArea *m_callPage = nullptr;
    Screen *m_current = nullptr;
};

} // namespace foyer
