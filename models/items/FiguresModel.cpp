#include "items/FiguresModel.h"

#include "services/Shop.h"

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 2s;
constexpr auto housePatience = 10s; ///< nobody tells of other machines' sales

int percentOf(const QFutureWatcherBase &watcher)
{
    const int steps = watcher.progressMaximum() - watcher.progressMinimum();
    return steps > 0 ? 100 * (watcher.progressValue() - watcher.progressMinimum()) / steps : 0;
}
} // namespace

FiguresModel::FiguresModel(BoxOffice &office, QObject *parent) : QAbstractTableModel(parent), m_office(office)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &FiguresModel::again);
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (changes.orders.isEmpty() && changes.wallets.isEmpty() && !changes.everything)
            return;
        m_isStale = true;
        if (m_isWatched && !m_question.isOfHouse && !m_soon.isActive())
            m_soon.start(patience);
    });
}

FiguresModel::~FiguresModel()
{
    stop();
    cancelExport();
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_figures || m_figures->rows.isEmpty() ? 0 : int(m_figures->rows.size()) + 1;
}

const FigureRow &FiguresModel::row(int row) const
{
    FOYER_REQUIRE(m_figures && row >= 0 && row <= m_figures->rows.size());
    return isTotal(row) ? m_figures->total : m_figures->rows[row];
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IsTotalRole)
        return isTotal(index.row());
    if (role != ValueRole)
        return {};
    const FigureRow &of = row(index.row());
    switch (FigureColumn(index.column())) {
    case FigureColumn::Label: return {};
    case FigureColumn::Orders: return of.orders;
    case FigureColumn::Seats: return of.seats;
    case FigureColumn::Given: return of.given;
    case FigureColumn::Gross: return QVariant::fromValue(of.gross);
    case FigureColumn::Refunded: return QVariant::fromValue(of.refunded);
    case FigureColumn::Net: return QVariant::fromValue(of.net());
    case FigureColumn::Tax: return QVariant::fromValue(of.tax);
    }
    return {};
}

void FiguresModel::ask(const FigureQuestion &question, StaffId who)
{
    if (m_figures && m_figures->question.isOfHouse != question.isOfHouse)
        reset({}); // nobody reads one machine's as the house's
    m_question = question;
    m_who = who;
    m_isHubAway = false;
    again();
}

void FiguresModel::forget()
{
    stop();
    m_who.reset();
    reset({});
    Q_EMIT changed();
}

void FiguresModel::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched && (m_isStale || m_question.isOfHouse) && !m_soon.isActive() && !m_asked)
        again();
}

void FiguresModel::again()
{
    if (!m_who)
        return;
    stop();
    m_isStale = false;
    m_percent = 0;
    m_since.start();
    m_asked = new QFutureWatcher<Result<Figures>>(this);
    connect(m_asked, &QFutureWatcherBase::progressValueChanged, this, [this] {
        m_percent = percentOf(*m_asked);
        Q_EMIT changed();
    });
    connect(m_asked, &QFutureWatcherBase::finished, this, [this] {
        auto *asked = std::exchange(m_asked, nullptr);
        asked->deleteLater();
        if (asked->future().resultCount() > 0)
            take(asked->result());
        Q_EMIT changed();
    });
    m_asked->setFuture(m_office.figures(m_question, *m_who));
    Q_EMIT changed();
}

void FiguresModel::take(const Result<Figures> &figures)
{
    m_isHubAway = figures.isRefused(Refusal::HubNeeded);
    if (m_question.isOfHouse && m_isWatched && (figures.ok() || m_isHubAway)) // a long reading seldom
        m_soon.start(std::max<std::chrono::milliseconds>(housePatience, m_since.elapsed() * 10ms));
    if (figures.ok() && m_figures == figures.value())
        return; // whoever reads them keeps their place
    reset(figures.ok() ? std::optional(figures.value()) : std::nullopt);
    if (!figures.ok() && !m_isHubAway)
        Q_EMIT failed(Problem::of(figures));
}

void FiguresModel::reset(const std::optional<Figures> &figures)
{
    beginResetModel();
    m_figures = figures;
    endResetModel();
}

/// The question under way, if any: nobody waits for its answer.
void FiguresModel::stop()
{
    m_soon.stop();
    if (auto *asked = std::exchange(m_asked, nullptr)) {
        asked->disconnect(this);
        asked->cancel();
        asked->deleteLater();
    }
}

void FiguresModel::exportTo(const QString &file, const Consent &consent, BoxOffice::Compose compose)
{
    if (m_export || !m_figures)
        return;
    m_percent = 0;
    m_export = new QFutureWatcher<Done>(this);
    connect(m_export, &QFutureWatcherBase::progressValueChanged, this, [this] {
        m_percent = percentOf(*m_export);
        Q_EMIT changed();
    });
    connect(m_export, &QFutureWatcherBase::finished, this, [this, file] {
        auto *written = std::exchange(m_export, nullptr);
        written->deleteLater();
        Q_EMIT changed();
        if (written->future().resultCount() == 0) // cancelled
            return;
        if (const Done outcome = written->result(); outcome.ok())
            Q_EMIT exported(file);
        else
            Q_EMIT failed(Problem::of(outcome));
    });
    m_export->setFuture(m_office.exportFigures(m_figures->question, consent, file, std::move(compose)));
    Q_EMIT changed();
}

void FiguresModel::cancelExport()
{
    if (m_export)
        m_export->cancel();
}

} // namespace foyer
