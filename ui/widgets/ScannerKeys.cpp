#include "ui/widgets/ScannerKeys.h"

#include "domain/Limits.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWindow>

namespace foyer {

namespace {
constexpr qsizetype longest = 200;

bool isCode(const QString &text)
{
    const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return !text.isEmpty() && (!isNumber || text.size() > limits::phoneDigitsMax);
}
} // namespace

ScannerKeys::ScannerKeys(QWidget *window, qsizetype shortest, std::chrono::milliseconds betweenKeys)
    : QObject(window), m_window(window), m_shortest(shortest), m_betweenKeys(quint64(betweenKeys.count()))
{
    qApp->installEventFilter(this);
}

/// As they come to the window: further in, a key may pass by several widgets. When a key was struck it says itself,
/// however long it waited while a window was drawn.
bool ScannerKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_window->windowHandle() || !m_isWanted)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const quint64 at = key->timestamp(), last = std::exchange(m_last, at);
    if (at < last || at - last > m_betweenKeys)
        m_text.clear();
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const QString text = std::exchange(m_text, {});
        const bool isScan = isCode(text) && text.size() >= m_shortest;
        if (isScan)
            Q_EMIT scanned(text);
        return isScan;
    }
    for (const QChar c : key->text())
        if (c.isPrint() && !c.isSpace() && m_text.size() < longest)
            m_text += c;
    return false;
}

} // namespace foyer
