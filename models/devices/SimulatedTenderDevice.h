#pragma once

#include "devices/TenderDevice.h"
#include "devices/TenderMemory.h"

#include <QSet>
#include <chrono>

namespace foyer {

/// How a simulated device behaves, so that every trouble of a real one can be rehearsed.
struct SimulatorScript {
    enum class Behaviour {
        Approve,
        Decline,
        ApproveLate,   ///< the money moves; approved is said only `delay` after a cancel that came too late
        UnknownFirst,  ///< the money moves, the first answer is Unknown, a query tells the truth
        DieAfterMoney, ///< the money moves, then silence until queried
        AnswerTwice,
        NeverAnswer, ///< dead: hears nothing, moves nothing, says nothing
    };
    Behaviour behaviour = Behaviour::Approve;
    std::chrono::milliseconds delay{1500}; ///< from the ask until the money moves
};

/// Stands in for a card terminal or a cash unit; no real money moves. Like a real one it remembers in `memoryFile`
/// what became of every tender, also across a crash of this program, and moves the money of an id at most once.
/// When it can't remember, it moves nothing and answers Unknown. Answers always come from the event loop.
class SimulatedTenderDevice final : public TenderDevice
{
    Q_OBJECT
public:
    SimulatedTenderDevice(
        TenderKind kind, const QString &memoryFile, SimulatorScript script, QObject *parent = nullptr);

    TenderKind kind() const override { return m_kind; }
    bool isDemo() const override { return true; }
    bool canGiveMoney() const override { return true; }

    void ask(const Tender &tender) override;
    void query(const Tender &tender) override;
    void cancel(const Tender &tender) override;

    Money moneyTaken(Currency currency = {}) const { return m_memory.sum(TenderDirection::In, currency); }
    Money moneyGiven(Currency currency = {}) const { return m_memory.sum(TenderDirection::Out, currency); }

private:
    bool isDead() const { return m_script.behaviour == SimulatorScript::Behaviour::NeverAnswer; }
    void process(const Tender &tender);
    void finish(const Tender &tender);
    void announce(const Tender &tender, DeviceAnswer outcome);
    void answerSoon(TenderId tender, DeviceAnswer answer, std::chrono::milliseconds after = {});
    void showSoon(TenderId tender, TenderStage stage);

    TenderKind m_kind;
    SimulatorScript m_script;
    TenderMemory m_memory;
    QSet<TenderId> m_underWay; ///< asked, and the money hasn't moved yet
};

} // namespace foyer
