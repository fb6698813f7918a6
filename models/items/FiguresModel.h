#pragma once

#include "items/Problem.h"
#include "services/BoxOffice.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace foyer {

/// Figures as a table: a row each, the total last; and what can be done with them. In the UI thread; columns are
/// FigureColumn's.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ValueRole = Qt::UserRole, ///< a number, or Money; nothing for a label, whose words aren't here
        IsTotalRole,
    };

    FiguresModel(BoxOffice &office, QObject *parent);
    ~FiguresModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : figureColumns; }
    QVariant data(const QModelIndex &index, int role) const override;

    /// Asks anew; an answer to an earlier question is dropped.
    void ask(const FigureQuestion &question, StaffId who);
    void forget(); ///< what is shown, and any question
    /// While somebody looks: what is sold meanwhile is counted within seconds, elsewhere in the house within some.
    void setWatched(bool watched);

    const std::optional<Figures> &figures() const { return m_figures; } ///< nothing: none came yet
    const FigureRow &row(int row) const;                                ///< the total's too
    bool isTotal(int row) const { return m_figures && row == m_figures->rows.size(); }
    bool isLoading() const { return m_asked != nullptr; }
    bool isHubAway() const { return m_isHubAway; } ///< which alone has the house's; asked again by itself

    /// As BoxOffice does it. One file at a time.
    void exportTo(const QString &file, const Consent &consent, BoxOffice::Compose compose);
    void cancelExport();
    bool isExporting() const { return m_export != nullptr; }
    int percent() const { return m_percent; } ///< of what is being read, for a screen or for a file

Q_SIGNALS:
    void changed(); ///< anything that isn't a row
    void exported(const QString &file);
    void failed(const foyer::Problem &problem);

private:
    void again();
    void take(const Result<Figures> &figures);
    void reset(const std::optional<Figures> &figures);
    void stop();

    BoxOffice &m_office;
    FigureQuestion m_question;
    std::optional<StaffId> m_who;
    std::optional<Figures> m_figures;
    QFutureWatcher<Result<Figures>> *m_asked = nullptr;
    QFutureWatcher<Done> *m_export = nullptr;
    QElapsedTimer m_since; ///< it was asked
    QTimer m_soon;         ///< a sale every second must not read a day every second
    bool m_isHubAway = false;
    bool m_isWatched = false;
    bool m_isStale = false; ///< something was sold while nobody looked
    int m_percent = 0;
};

} // namespace foyer
