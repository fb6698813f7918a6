#pragma once

#include "domain/Clock.h"

#include <QWidget>

namespace foyer {

/// A scanner types as a keyboard does, but faster than anybody, and ends with Enter. What could be a number that
/// somebody typed isn't taken for a code.
class ScannerKeys : public QObject
{
    Q_OBJECT
public:
    /// `shortest`: a code has as many characters at least; where people type too, they come no slower than
    /// `betweenKeys`.
    ScannerKeys(QWidget *window, const Clock &clock, qsizetype shortest = 1,
        std::chrono::milliseconds betweenKeys = std::chrono::milliseconds(100));

    void setWanted(bool wanted) { m_isWanted = wanted; } ///< else keys are only keys

Q_SIGNALS:
    void scanned(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    const Clock &m_clock;
    qsizetype m_shortest;
    std::chrono::milliseconds m_betweenKeys;
    QString m_text;
    SteadyTime m_last{};
    bool m_isWanted = false;
};

} // namespace foyer
