#pragma once

#include "domain/Figures.h"
#include "wording/Wording.h"

namespace foyer {

/// The words of a table of figures, wherever it stands: screen, paper, file, terminal.
class FigureWords
{
public:
    FigureWords(const Wording &wording, const QByteArray &timeZone) : m_wording(wording), m_zone(timeZone) {}

    QString name(FigureDimension by) const; ///< "Performance"
    QString name(SpanChoice choice) const;
    QString header(FigureColumn column, FigureDimension by) const;
    QString label(const FigureRow &row) const;
    QString cell(const FigureRow &row, FigureColumn column) const; ///< "₩132,000"; a label is label()'s
    QString total() const;
    QString books(bool ofHouse) const;              ///< "Whole house"
    QString silent(const Figures &figures) const;   ///< whom the hub doesn't reach; empty: it reaches all
    QString spanText(const FigureSpan &span) const; ///< "Fri 27 Nov", "Mon 23 Nov – Fri 27 Nov 2026"

    struct Owed {
        QString what;
        Money amount;
    };
    QString owedTitle(const WalletLiability &owed) const; ///< "Owed on wallets, now"
    QList<Owed> owed(const WalletLiability &owed) const;  ///< the parts of its total
    QString onItsWay() const;                             ///< which isn't in the total

    const Wording &wording() const { return m_wording; }

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QString name(PaidWith how) const;
    QString name(FigureRest rest) const;
    QString dayText(const QDate &day, bool withYear) const;

    Wording m_wording;
    QTimeZone m_zone;
};

} // namespace foyer
