#include "ui/desk/FigureRows.h"

#include "ui/theme/FoyerStyle.h"

#include <QWidget>

namespace foyer {

namespace {
constexpr int labelMax = 300; ///< characters; a longer one is elided anyway, and costs time

/// On one line, and no name turns round what stands after it.
QString tamed(const QString &label)
{
    QString kept;
    for (const QChar c : label.left(labelMax))
        if (!(c >= u'\u202A' && c <= u'\u202E') && !(c >= u'\u2066' && c <= u'\u2069'))
            kept.append(c);
    return kept.simplified();
}
} // namespace

FigureRows::FigureRows(FiguresModel &figures, QWidget *looks)
    : QIdentityProxyModel(looks), m_figures(figures), m_looks(looks), m_words(wordsNow())
{
    // before anybody asks for the new rows' words
    connect(&figures, &QAbstractItemModel::modelReset, this, [this] { m_words = wordsNow(); });
    setSourceModel(&figures);
}

FigureWords FigureRows::wordsNow() const
{
    const auto &figures = m_figures.figures();
    return {Wording(), figures ? figures->timeZone : QByteArray("UTC")};
}

QString FigureRows::label(int row) const
{
    return m_figures.isTotal(row) ? m_words.total() : tamed(m_words.label(m_figures.row(row)));
}

QVariant FigureRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = FigureColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == FigureColumn::Label ? label(index.row()) : m_words.cell(m_figures.row(index.row()), column);
    case Qt::TextAlignmentRole:
        return int((column == FigureColumn::Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return FoyerStyle::of(m_looks).font(
            TypeRole::Caption, m_figures.isTotal(index.row()) ? Weight::Strong : Weight::Regular);
    default: return QIdentityProxyModel::data(index, role);
    }
}

QVariant FigureRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isLabel = section == int(FigureColumn::Label);
    if (orientation == Qt::Vertical || section < 0 || section >= figureColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isLabel ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto &figures = m_figures.figures();
    return m_words.header(FigureColumn(section), figures ? figures->question.by : FigureDimension::Performance);
}

void FigureRows::retranslate()
{
    m_words = wordsNow();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, figureColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, figureColumns - 1));
}

} // namespace foyer
