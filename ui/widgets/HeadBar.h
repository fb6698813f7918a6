#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

class QGridLayout;

namespace foyer
{

class Label;
class StatusLine;
class StepBar;

/// The top of every step: whose house this is, how far one has come, what this terminal can promise right now.
class HeadBar : public QWidget
{
    Q_OBJECT
public:
    enum class Status : quint8 { Good, Limited }; ///< a full dot or an empty ring

    explicit HeadBar(QWidget *parent = nullptr);

    void setHouse(const QString &name, const QString &secondName);
    void setStatus(Status status, const QString &text);
    void setSteps(const QStringList &names, int now); ///< no names: no steps

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    Label *m_name, *m_secondName;
    StatusLine *m_status;
    StepBar *m_steps;
    QGridLayout *m_grid;
};

} // namespace foyer
