#pragma once

#include "domain/Staff.h"
#include "items/Problem.h"

#include <QObject>
#include <functional>

namespace foyer {

class Shop;

/// The PIN again, for one act that moves money, rights or the house: of whoever works here, or of somebody who may.
class ConsentModel : public QObject
{
    Q_OBJECT
public:
    enum class Reason : quint8 { None, Needed };
    using Then = std::function<void(const Consent &)>;

    ConsentModel(Shop &shop, QObject *parent);

    struct Asked {
        StaffAction action = StaffAction::OpenDesk;
        Reason reason = Reason::None;
        QString what = {}; ///< that it is about, for whoever says yes
    };
    const std::optional<Asked> &asked() const { return m_asked; } ///< nothing: nobody is asked
    bool isBusy() const { return m_busy; }

    /// `then` follows once somebody who may has said yes; nothing follows a cancel.
    void ask(StaffAction action, Reason reason, Then then, const QString &what = {});
    /// Refused, it stays asked.
    void give(const QString &name, const QString &pin, const QString &why);
    void cancel();

Q_SIGNALS:
    void changed();
    void failed(const foyer::Problem &problem);

private:
    Shop &m_shop;
    std::optional<Asked> m_asked;
    Then m_then;
    int m_question = 0; ///< answers to an earlier one are dropped
    bool m_busy = false;
};

} // namespace foyer
