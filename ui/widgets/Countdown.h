#pragma once

#include <QWidget>
#include <chrono>

namespace foyer
{

/// Time left, as a ring and in words. It has no clock: whoever knows the deadline tells it every second.
class Countdown : public QWidget
{
    Q_OBJECT
public:
    explicit Countdown(QWidget *parent = nullptr);

    void setWording(const QString &pattern); ///< "%1 동안 보관": %1 becomes m:ss
    void setRemaining(std::chrono::seconds remaining, std::chrono::seconds whole);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isUrgent() const { return m_remaining <= std::chrono::minutes(1); }
    QString text() const;
    QFont textFont() const;
    int ringSize() const;

    QString m_pattern = QStringLiteral("%1");
    std::chrono::seconds m_remaining{0}, m_whole{1};
};

} // namespace foyer
