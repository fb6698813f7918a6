#pragma once

#include <QWidget>
#include <chrono>

namespace foyer {

/// A scanner types as a keyboard does, but faster than anybody, and ends with Enter. What could be a number that
/// somebody typed isn't taken for a code.
class ScannerKeys : public QObject
{
    Q_OBJECT
public:
    /// `shortest`: a code has as many characters at least; where people type too, they come no slower than
    /// `betweenKeys`.
    explicit ScannerKeys(QWidget *window, qsizetype shortest = 1,
        std::chrono::milliseconds betweenKeys = std::chrono::milliseconds(100));

    void setWanted(bool wanted) { m_isWanted = wanted; } ///< else keys are only keys

Q_SIGNALS:
    void scanned(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    qsizetype m_shortest;
    quint64 m_betweenKeys; ///< ms
    QString m_text;
    quint64 m_last = 0; ///< ms, as the key before says
    bool m_isWanted = false;
};

} // namespace foyer
