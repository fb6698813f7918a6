#pragma once

#include "ui/theme/Tokens.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace foyer {

/// What is so, line by line: its name on the left, how much on the right.
class Facts : public QWidget
{
    Q_OBJECT
public:
    struct Fact {
        QString name, value;
        Weight weight = Weight::Regular;
        Tone tone = Tone::Ink;
    };
    explicit Facts(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    QGridLayout *m_grid;
};

} // namespace foyer
