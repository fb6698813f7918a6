#pragma once

#include "domain/Result.h"
#include "domain/Tender.h"

#include <QFile>

namespace foyer {

class DataFolder;
class PaymentService;

/// The drawer of scripted sales: every tender it is asked for is paid at once. It writes down what it will be asked for
/// before the tender exists; one that a killed program left open was never paid and ends as cancelled.
class ScriptedCash
{
public:
    ScriptedCash(const DataFolder &folder, PaymentService &payments);

    /// A killed program has left tenders that may be open.
    bool wasCutShort() const { return !m_expected.isOpen() && m_expected.exists(); }
    /// For the program that owns the folder, before it sells. Again does no harm.
    Done settleLeft();
    /// From here on it counts as cut short until forget().
    Done begin();
    Done expect(TenderId tender);
    Result<TenderState> ask(TenderId tender);
    /// Nothing it was asked for is open any more.
    void forget();

private:
    PaymentService &m_payments;
    QFile m_expected;
};

} // namespace foyer
