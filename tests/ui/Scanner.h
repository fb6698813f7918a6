#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>
#include <chrono>

namespace foyer::test {

/// Keys as a device strikes them, `apart` from each other, however long the program takes over each; Enter at the end.
inline void strike(QWindow *window, const QString &text, std::chrono::milliseconds apart)
{
    static quint64 at = 1'000'000; // ms; the same clock for everything that a device says
    at += 10'000;
    for (const QChar c : text + u'\r') {
        const int key = c == u'\r' ? int(Qt::Key_Return) : c.toUpper().unicode();
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, c);
            event.setTimestamp(at);
            QCoreApplication::sendEvent(window, &event);
        }
        at += quint64(apart.count());
    }
}

/// As a scanner does it.
inline void scan(QWindow *window, const QString &code) { strike(window, code, std::chrono::milliseconds(5)); }

} // namespace foyer::test
