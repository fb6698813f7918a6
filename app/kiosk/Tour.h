#pragma once

#include <QString>
#include <functional>

class QAbstractButton;

namespace foyer {

class KioskWindow;
class Shop;
class VisitModel;

/// Buys two seats by pressing the real widgets and saves each step as NN-name.png, the tickets as ticket.pdf. For
/// pictures, for a first look without a display, and as a smoke test of the whole program.
class Tour
{
public:
    Tour(KioskWindow &window, VisitModel &visit, Shop &shop, const QString &folder);
    /// 0, or 1 with the reason on stderr when a step didn't come.
    int run();

private:
    bool walk();
    bool queueUp();
    bool chooseSeats();
    bool payWithCard();
    bool writeTicket();
    bool save(const QString &name);
    /// Presses a button of the step in view, found by its object name; the frame's main action is "main".
    bool press(const QString &objectName);
    QAbstractButton *inReach(const QString &objectName) const; ///< null: none that can be pressed
    bool waitFor(const std::function<bool()> &come);

    KioskWindow &m_window;
    VisitModel &m_visit;
    Shop &m_shop;
    QString m_folder;
    int m_pictures = 0;
    int m_touches = 0;
    QString m_problem;
};

} // namespace foyer
