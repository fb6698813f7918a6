#pragma once

#include "devices/Printer.h"
#include "documents/Fonts.h"
#include "support/DeskShop.h"
#include "ui/desk/DeskWindow.h"
#include "ui/desk/FindPage.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Table.h"
#include "wording/Translator.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QTest>

namespace foyer::test {

constexpr int patience = 20'000;

/// Remembers what it was given.
class Tray final : public Printer
{
public:
    void print(const PrintJob &job) override
    {
        QBuffer paper;
        paper.open(QIODevice::WriteOnly);
        FOYER_REQUIRE(job.write(paper).ok() && paper.data().startsWith("%PDF"));
        names.append(job.name);
    }
    QStringList names;
};

/// A desk's window under a clerk's fingers. Kim is a clerk (246810), Park a supervisor (135790).
class OpenDesk
{
public:
    explicit OpenDesk(DeskShop &shop, const QSize &size = {1280, 800}, const QString &language = QStringLiteral("en"),
        int textPercent = 100)
        : m_shop(shop)
    {
        translator.use(language);
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, textPercent, Place::Desk, Motion::Reduced));
        window.emplace(shop.desk(), shop.tenders(), tray, translator, shop.path());
        window->resize(size);
        window->QWidget::show();
        QTest::qWait(50);
    }
    template <typename Come>
    static bool waitFor(Come come)
    {
        return QTest::qWaitFor(come, patience);
    }
    /// Any letters, as an input method ends with them too.
    void keys(const QString &text)
    {
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, {}, QString(c));
            QApplication::sendEvent(window->focusWidget(), &press);
        }
        QCoreApplication::processEvents();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : &*window, key, modifiers);
    }
    bool signIn(const QString &pin = QStringLiteral("246810"))
    {
        if (!waitFor([&] { return !m_shop.desk().staff().isEmpty() && m_shop.desk().programme().isLoaded(); }))
            return false;
        keys(pin);
        key(Qt::Key_Return);
        return waitFor([&] { return m_shop.desk().member().has_value(); });
    }
    /// The first date on the list.
    bool openDate(const QString &typed = {})
    {
        keys(typed);
        key(Qt::Key_Return);
        return waitFor([&] { return m_shop.sale().seats().date().has_value(); });
    }
    /// Its order is open on the page that finds them.
    bool find(const QString &number)
    {
        key(Qt::Key_F2);
        keys(number);
        auto *list = window->findChild<Table *>(QStringLiteral("orders"));
        if (!waitFor([&] { return list->isVisible() && list->model()->rowCount() == 1; }))
            return false;
        key(Qt::Key_Return);
        auto *print = window->findChild<FindPage *>()->findChild<ActionButton *>(QStringLiteral("print"));
        return waitFor([&] { return print->isEnabled() && print->isVisible(); });
    }
    bool waitForSeats(int count)
    {
        return QTest::qWaitFor(
            [&] { return m_shop.sale().canTake() && m_shop.sale().seats().hold()->seats.size() == count; });
    }
    bool choose(const QString &typed, int seats)
    {
        keys(typed);
        key(Qt::Key_Return);
        return waitForSeats(seats);
    }
    bool sell(const QString &typed, int seats)
    {
        const qsizetype before = tray.names.size();
        if (!choose(typed, seats))
            return false;
        key(Qt::Key_F9);
        key(Qt::Key_Return);
        return waitFor([&] { return tray.names.size() == before + 1; });
    }
    /// Every label has the room that its words need.
    bool isNothingCut()
    {
        QTest::qWait(50);
        const auto labels = window->findChildren<Label *>();
        return std::all_of(labels.begin(), labels.end(), [](const Label *label) {
            return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
        });
    }
    void save(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            window->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                    .arg(folder, translator.language())
                                    .arg(++m_pictures, 2, 10, QLatin1Char('0'))
                                    .arg(name));
        }
    }

    Tray tray;
    Translator translator;
    std::optional<DeskWindow> window;

private:
    DeskShop &m_shop;
    int m_pictures = 0;
};

} // namespace foyer::test
