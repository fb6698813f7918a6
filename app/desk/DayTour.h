#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace foyer {

class DeskModel;
class DeskWindow;

/// A day at the desk by its keys alone: sells in every way there is, and saves each page as NN-name.png. For pictures,
/// and as a smoke test of the whole program.
class DayTour
{
public:
    DayTour(DeskWindow &window, DeskModel &desk, const QString &dataDir, const QString &folder);
    /// 0, or 1 with the reason on stderr when a step didn't come.
    int run();

private:
    static constexpr auto clerkPin = "246810", managerPin = "135790";

    bool walk();
    bool prepare();
    bool signIn();
    bool sell();
    bool sellInParts();
    bool setAside();
    bool giveAway();
    bool find();
    bool wallets();
    bool leaveWork();
    bool lookAtHouse();
    bool closeShift();
    bool readFigures();
    bool consent(const QString &why, const char *pin, const QString &picture = {});
    bool choose(const QString &typed, int seats);
    bool isSold(int orders); ///< as many more
    bool save(const QString &name);
    bool type(const QString &text); ///< into whatever has the focus
    bool press(int key, Qt::KeyboardModifiers modifiers = {});
    bool wait();
    bool waitFor(const std::function<bool()> &come, const QString &what);

    DeskWindow &m_window;
    DeskModel &m_desk;
    QString m_dataDir, m_folder;
    int m_pictures = 0;
    int m_orders = 0, m_sold = 0; ///< that came, that should have
    QString m_problem;
};

} // namespace foyer
