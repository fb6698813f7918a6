#pragma once

#include "domain/Deliver.h"
#include "domain/MemberRequests.h"
#include "domain/Staff.h"
#include "items/Problem.h"
#include "items/TenderModel.h"

#include <QAbstractTableModel>

namespace foyer {

class BoxOffice;
class TenderDesk;

/// What may be done with a member's wallet, or with money that nobody came for.
enum class WalletAct : quint8 {
    TopUp,
    PayOut,
    NewPin,
    NewCard,
    Block,
    Unblock,
    Statement,
    PayCode,
    Unclaimed,
    Register
};

/// Members at a counter: who was found, one of them opened with their movements as rows, and what staff do for them.
/// In the UI thread.
class WalletsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, KindColumn, AmountColumn, BalanceColumn, ColumnCount };
    /// What was done last, for people; the next question ends it.
    struct Deed {
        WalletAct act = WalletAct::TopUp;
        Money amount;
    };

    /// Both are the caller's and live longer.
    WalletsModel(BoxOffice &office, TenderDesk &tenders, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override; ///< facts without words

    const QList<MemberLine> &found() const { return m_found; }       ///< several: one of them is to be opened
    bool isNobodyFound() const { return m_isNobodyFound; }           ///< by what was searched last
    const std::optional<MemberFile> &file() const { return m_file; } ///< nothing: none is open
    Money balanceAfter(int row) const;                               ///< this movement
    const std::optional<QList<Unclaimed>> &unclaimed() const { return m_unclaimed; } ///< nothing: nobody looks at it
    const std::optional<Claim> &claim() const { return m_claim; }                    ///< a new code, to be handed over
    const std::optional<Deed> &deed() const { return m_deed; }
    TenderModel &tender() { return m_tender; }
    bool isTenderHere() const; ///< it is of what is open; else of somebody whom a device still serves
    bool isBusy() const { return m_busy; }
    bool can(WalletAct act) const;

    void setClerk(const std::optional<StaffId> &clerk); ///< nobody: it is closed
    /// By phone number, card, or last four digits. Who alone is meant is opened.
    void search(const QString &typed);
    void open(qsizetype found);
    void lookAtUnclaimed();
    void close();

    void registerMember(const QString &phone, const QString &pin);
    // Of a member: who was meant when it was asked. MemberUnknown: somebody else is open by now.
    void topUp(MemberId member, TenderKind kind, Money amount);
    void payOut(MemberId member, Money amount, const Consent &by);
    void resetPin(MemberId member, const QString &pin, const Consent &by);
    void giveCard(MemberId member, const QString &code, const Consent &by);
    void setBlocked(MemberId member, bool blocked, const Consent &by);
    void payCode(const QString &code, const Consent &by);
    void newCode(WalletId unclaimed, const Consent &by);

Q_SIGNALS:
    void changed();
    void asked(); ///< the office, anew: what it said before is over
    void failed(const foyer::Problem &problem);

private:
    /// What money moves for, until its device has said what became of it.
    struct Moving {
        WalletAct act = WalletAct::TopUp;
        std::optional<MemberId> member; ///< nobody: whoever showed a code
        int opened = 0;
    };
    bool isHere(const Moving &moving) const;
    bool isStill(MemberId member);
    void open(MemberId member);
    void show(const MemberFile &file);
    void showNothing();
    void readAgain();
    void begin(QFuture<Result<Tender>> begun, const Moving &moving);
    void settled(const TenderOutcome &outcome);
    /// One question at a time; its answer is dropped when something else is open by then.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);
    void beginToAsk();
    void changedBy(QFuture<Result<MemberFile>> change, WalletAct act);

    BoxOffice &m_office;
    TenderModel m_tender;
    std::optional<StaffId> m_clerk;
    int m_opened = 0;
    bool m_busy = false, m_isNobodyFound = false;
    bool m_isReading = false, m_readAgain = false;
    QList<MemberLine> m_found;
    std::optional<MemberFile> m_file;
    std::optional<QList<Unclaimed>> m_unclaimed;
    std::optional<Claim> m_claim;
    std::optional<Deed> m_deed;
    QHash<TenderId, Moving> m_moving; ///< one with its device, others after it
};

template <typename T, typename Handler>
void WalletsModel::ask(QFuture<Result<T>> future, Handler handler)
{
    beginToAsk();
    deliver(std::move(future), this, [this, handler = std::move(handler), opened = m_opened](const Result<T> &result) {
        if (opened != m_opened)
            return;
        m_busy = false;
        if (result.ok())
            handler(result.value());
        else
            Q_EMIT failed(Problem::of(result));
        if (result.error())
            readAgain(); // it may have been done
        Q_EMIT changed();
    });
}

} // namespace foyer
