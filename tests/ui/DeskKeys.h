#pragma once

#include "devices/Printer.h"
#include "support/DeskShop.h"
#include "ui/desk/DeskWindow.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Table.h"
#include "wording/Translator.h"

#include <QTest>

namespace foyer::test {

/// A desk's window under the keys of somebody who works there; no mouse.
class DeskKeys
{
public:
    explicit DeskKeys(DeskShop &shop) : m_shop(shop)
    {
        translator.use(QStringLiteral("en"));
        FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk, Motion::Reduced));
        window.emplace(shop.desk(), shop.tenders(), m_tray, translator, shop.path());
        window->resize(1280, 800);
        window->QWidget::show();
        QTest::qWait(50);
    }

    void keys(const QString &text)
    {
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, {}, QString(c));
            QApplication::sendEvent(window->focusWidget(), &press);
        }
        QCoreApplication::processEvents();
    }
    void key(Qt::Key key) { QTest::keyClick(window->focusWidget() ? window->focusWidget() : &*window, key); }
    /// As the form does; its keys have a story of their own.
    bool signIn(const QString &name, const QString &pin)
    {
        DeskModel &desk = m_shop.desk();
        if (!waitFor([&] { return !desk.staff().isEmpty() && desk.programme().isLoaded(); }))
            return false;
        desk.signIn(name, pin);
        return waitFor([&] { return desk.member().has_value(); });
    }
    /// Says yes where a PIN is asked for, with the reason where there is a line for it.
    bool consent(const QString &pin, const QString &why = {})
    {
        if (!waitFor([&] { return m_shop.desk().consent().asked().has_value(); }))
            return false;
        if (!why.isEmpty()) {
            keys(why);
            key(Qt::Key_Return);
        }
        keys(pin);
        key(Qt::Key_Return);
        return waitFor([&] { return !m_shop.desk().consent().asked().has_value(); });
    }
    template <typename Come>
    static bool waitFor(Come come)
    {
        return QTest::qWaitFor(come, 20'000);
    }
    template <typename Widget>
    Widget *find(const QString &name)
    {
        return window->findChild<Widget *>(name);
    }
    bool isEnabled(const QString &name) { return find<ActionButton>(name)->isEnabled(); }
    QString textOf(const QString &name) { return find<Label>(name)->text(); }
    /// A row of a table as it is read.
    QString row(const QString &table, int at)
    {
        const QAbstractItemModel *model = find<Table>(table)->model();
        QStringList words;
        for (int column = 0; column < model->columnCount(); ++column)
            words.append(model->index(at, column).data().toString());
        return words.join(QStringLiteral(" | "));
    }
    int rows(const QString &table) { return find<Table>(table)->model()->rowCount(); }
    bool reads(const QString &words)
    {
        const auto labels = window->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text() == words; });
    }
    /// As a part of what a label says.
    bool says(const QString &words)
    {
        const auto labels = window->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *label) { return label->isVisible() && label->text().contains(words); });
    }
    /// Every label and button has the room that its words need, once it is laid out: a machine may have other work.
    bool isNothingCut()
    {
        QTest::qWait(50);
        return QTest::qWaitFor(
            [this] {
                const auto labels = window->findChildren<Label *>();
                const auto buttons = window->findChildren<ActionButton *>();
                return std::all_of(labels.begin(), labels.end(), [](const Label *label) {
                    return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
                }) && std::all_of(buttons.begin(), buttons.end(), [](const ActionButton *button) {
                    return !button->isVisible() || button->width() >= button->minimumSizeHint().width();
                });
            },
            2'000);
    }
    /// Also that nothing is cut, in both languages and sizes.
    bool save(const QString &name)
    {
        bool isWhole = true;
        const QString folder = qEnvironmentVariable("FOYER_PICTURES");
        for (const QString &language : {QStringLiteral("ko"), QStringLiteral("en")}) {
            translator.use(language);
            for (const QSize &size : {QSize(1920, 1080), QSize(1280, 800)}) {
                window->resize(size);
                isWhole = isNothingCut() && isWhole;
                if (!folder.isEmpty())
                    window->grab().save(
                        QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, language).arg(size.width()));
            }
        }
        return isWhole;
    }

    Translator translator;
    std::optional<DeskWindow> window;

private:
    class Tray final : public Printer
    {
    public:
        void print(const PrintJob &) override {}
    };
    DeskShop &m_shop;
    Tray m_tray;
};

} // namespace foyer::test
