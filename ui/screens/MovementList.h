#pragma once

#include "domain/Wallet.h"
#include "wording/Wording.h"

#include <QWidget>

class QVBoxLayout;

namespace foyer {

/// What came into a wallet and left it, newest first, in plain words.
class MovementList : public QWidget
{
    Q_OBJECT
public:
    explicit MovementList(QWidget *parent = nullptr);

    void setMovements(const QList<WalletMovement> &movements, const Wording &wording, const QTimeZone &zone);

private:
    void add(const WalletMovement &movement, const Wording &wording, const QTimeZone &zone);

    QVBoxLayout *m_rows;
};

} // namespace foyer
