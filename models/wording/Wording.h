#pragma once

#include "domain/Catalogue.h"
#include "domain/HubTask.h"
#include "domain/NodeKind.h"
#include "domain/Order.h"
#include "domain/Result.h"
#include "domain/Right.h"
#include "domain/Seats.h"
#include "domain/Staff.h"
#include "domain/Tender.h"
#include "domain/Token.h"
#include "domain/Wallet.h"

#include <QLocale>
#include <QTimeZone>
#include <functional>
#include <memory>

class QTranslator;

namespace foyer {

/// "₩132,000", "$12.50", "−€3.00": the symbol leads in every language; grouping and decimal point are the locale's.
QString moneyText(const Money &money, const QLocale &locale);

/// Every word that people read about the domain, in one language. Plain text, never markup. A cheap value; one made
/// for a language may be used in any thread, one for the language in use only in the application's.
class Wording
{
public:
    /// Asked for the name of a seat of the plan that a refusal is about.
    using SeatNamer = std::function<SeatName(SeatIndex)>;

    Wording(); ///< the language that Translator put in use
    /// "ko", "en"; any other is English. For papers whose language isn't the screen's.
    explicit Wording(const QString &language);

    QLocale locale() const { return m_locale; }

    /// What happened and what to do next, to the person in front of the screen. Without `seats` no seat is named.
    QString message(const Refused &refused, const SeatNamer &seats = {}) const;
    QString message(InputFault fault, const QString &place, const QString &value) const; ///< to who imports a file
    QString message(const Error &error) const; ///< "We could not …. Nothing was charged."

    QString name(SalesWindow window) const;
    QString name(PerformanceState state) const;
    QString name(TokenState state) const;
    QString name(SeatKind kind) const;
    QString name(SeatState state) const;
    QString name(SeatShown shown) const;
    QString name(OrderState state) const;
    QString name(TenderKind kind) const;
    QString name(TenderStage stage) const; ///< an instruction: "Please insert your cash"
    QString name(TenderState state) const;
    QString name(MovementKind kind) const;
    QString name(HubTask::Kind kind) const;
    QString name(Remedy remedy) const; ///< what staff then have done
    QString name(NodeKind kind) const;
    QString name(Role role) const;
    QString name(StaffAction action) const;

    QString seatText(const SeatName &seat) const; ///< "1층 G열 12번", "Stalls, row G, seat 12"
    QString seatsText(const QList<SeatIndex> &seats, const SeatNamer &namer) const;
    QString rowTitle(const QString &label) const;   ///< on its own: "Row G"
    QString seatTitle(const QString &number) const; ///< on its own: "Seat 12"

    QString money(const Money &money) const { return moneyText(money, m_locale); }
    QString dateText(const QDateTime &at, const QTimeZone &zone) const;         ///< "11월 25일 (수)", "Wed 25 Nov"
    QString timeText(const QDateTime &at, const QTimeZone &zone) const;         ///< "14:00"
    QString dateTimeText(const QDateTime &at, const QTimeZone &zone) const;     ///< "Wed 25 Nov, 14:00"
    QString fullDateTimeText(const QDateTime &at, const QTimeZone &zone) const; ///< with the year, for papers
    QString momentText(const QDateTime &at, const QDateTime &now, const QTimeZone &zone) const; ///< a time, if today's
    QString waitText(const WaitEstimate &wait) const;          ///< "약 4~7분", "about 4–7 minutes"
    QString durationText(std::chrono::seconds duration) const; ///< "5 minutes", "30 seconds"
    static QString countdownText(std::chrono::seconds left);   ///< "4:05"; never negative

    /// For words of documents; `context` is the class they stand in. %n is replaced by `count`.
    QString translate(const char *context, const char *source, const char *note = nullptr, int count = -1) const;

private:
    QString tr(const char *source, const char *note = nullptr, int count = -1) const;
    QString notAuthenticatedText(int triesLeft) const;
    QString seatTakenText(const Refused &refused, const SeatNamer &namer) const;
    QString seatsNotHereText(const Refused &refused, const SeatNamer &namer) const;
    QString holdExpiredText(const Refused &refused, const SeatNamer &namer) const;
    QString walletLimitText(const Money &room) const;
    QString faultText(InputFault fault) const;
    QString minutesText(const WaitEstimate &wait) const;

    std::shared_ptr<const QTranslator> m_translator; ///< none: the language in use
    QLocale m_locale;
};

} // namespace foyer
