#pragma once

#include "items/QueueLinesModel.h"
#include "items/TerminalsModel.h"
#include "wording/Wording.h"

#include <QIdentityProxyModel>

namespace foyer {

/// A house's terminals in words.
class TerminalRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// Both are the caller's and live longer.
    TerminalRows(TerminalsModel &terminals, const Clock &clock, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString state(const HouseNode &node) const; ///< "online", "away", "revoked"
    void retranslate(const QTimeZone &zone);

private:
    QString text(const HouseNode &node, int column) const;

    TerminalsModel &m_terminals;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::utc();
};

/// A house's queue in words.
class QueueRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// Both are the caller's and live longer.
    QueueRows(QueueLinesModel &lines, const Clock &clock, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate(const QTimeZone &zone);

private:
    QString text(const QueueLine &line, int column) const;

    QueueLinesModel &m_lines;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace foyer
