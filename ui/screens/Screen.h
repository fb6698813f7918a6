#pragma once

#include "items/VisitModel.h"
#include "wording/Wording.h"

#include <QWidget>

namespace foyer {

/// One step of a purchase: construction, connections, words. What may be pressed and where it leads is VisitModel's.
/// The window around it draws head, problem and the bottom bar, and asks the screen what stands there.
class Screen : public QWidget
{
    Q_OBJECT
public:
    /// What the window's frame shows for this step; told anew with frameChanged().
    struct Frame {
        QString main; ///< the one main action, saying what it does; empty: none
        bool mainEnabled = false;
        QString side; ///< a second way on; empty: none
        bool sideEnabled = true;
        bool canGoBack = true;
        bool canStartOver = true;
        int purchaseStep = -1; ///< 0 date, 1 seats, 2 pay, 3 ticket; -1: no steps are shown
    };

    Screen(VisitModel &visit, QWidget *parent) : QWidget(parent), m_visit(visit) {}

    virtual Frame frame() const = 0;
    virtual void mainPressed() {}
    virtual void sidePressed() {}
    /// The step begins: what an earlier customer left behind goes, focus moves to where reading starts.
    virtual void begin() = 0;
    /// Every word again, in the language in use.
    virtual void retranslate() = 0;
    /// Where this step says a problem in words of its own; empty: as everywhere.
    virtual QString message(const Problem &) const { return {}; }

Q_SIGNALS:
    void frameChanged();

protected:
    VisitModel &visit() const { return m_visit; }
    QString language() const { return wording().locale().name().left(2); } ///< for texts that a house gives
    static Wording wording() { return {}; }
    QTimeZone zone() const { return QTimeZone(m_visit.settings().timeZone); }

private:
    VisitModel &m_visit;
};

} // namespace foyer
