#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QRect>
#include <QTimer>

class QWidget;

namespace foyer {

/// What nobody does by chance in a window's top left corner: pressing it for two seconds, five taps within three.
class CornerGesture : public QObject
{
    Q_OBJECT
public:
    CornerGesture(QWidget *window, QSize reach);

Q_SIGNALS:
    void made();

protected:
    bool eventFilter(QObject *window, QEvent *event) override;

private:
    void pressed();
    void make();

    QRect m_corner;
    QTimer m_hold;
    QElapsedTimer m_sinceFirstTap;
    int m_taps = 0;
};

} // namespace foyer
