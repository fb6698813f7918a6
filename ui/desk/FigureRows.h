#pragma once

#include "items/FiguresModel.h"
#include "wording/FigureWording.h"

#include <QIdentityProxyModel>

class QWidget;

namespace foyer {

/// A table of figures in words, its total in stronger ones.
class FigureRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// `looks` is asked for the theme.
    FigureRows(FiguresModel &figures, QWidget *looks);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const FigureWords &words() const { return m_words; } ///< in the language in use
    QString label(int row) const;
    void retranslate();

private:
    FigureWords wordsNow() const;

    FiguresModel &m_figures;
    QWidget *m_looks;
    FigureWords m_words; ///< of the house's time zone, which is slow to look up
};

} // namespace foyer
