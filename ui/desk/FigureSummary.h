#pragma once

#include "domain/Figures.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

namespace foyer {

class Amount;
class FigureWords;
class Label;

/// The total of what was sold, and what is owed on wallets, in large numbers with their parts below.
class FigureSummary : public QWidget
{
    Q_OBJECT
public:
    explicit FigureSummary(QWidget *parent = nullptr);

    void show(const std::optional<Figures> &figures, const FigureWords &words); ///< nothing: not known yet

private:
    struct Line {
        Label *what;
        Amount *amount;
    };
    struct Part {
        Label *title;
        Amount *amount;
        QList<Line> lines;
    };
    Part addPart(TypeRole role, int lines);
    static void setLine(const Line &line, const QString &what, const QString &amount);

    Part m_sold, m_owed;
};

} // namespace foyer
