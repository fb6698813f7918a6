#pragma once

#include "ui/widgets/HeadBar.h"

namespace foyer
{

/// A dot and a word: what this terminal can promise right now.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void set(HeadBar::Status status, const QString &text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
    double dotRoom() const;

    HeadBar::Status m_status = HeadBar::Status::Good;
    QString m_text;
};

} // namespace foyer
