#pragma once

#include "domain/Result.h"
#include "domain/Token.h"

#include <QObject>

namespace foyer {

class Shop;

/// A waiting customer's number, place and estimated wait, kept true while it is shown (FLOWS 2.4).
class QueueModel : public QObject
{
    Q_OBJECT
public:
    QueueModel(Shop &shop, QObject *parent);

    const std::optional<QueuePlace> &place() const { return m_place; }
    QString slipCode() const; ///< what the slip's QR holds; empty without a token

    void open(const TokenPass &pass);
    void close();

Q_SIGNALS:
    void changed();
    void admitted();
    void lost(const foyer::Refused &why); ///< expired, ended, continued elsewhere

private:
    void refresh();

    Shop &m_shop;
    std::optional<TokenPass> m_pass;
    std::optional<QueuePlace> m_place;
};

/// The text of a slip's QR and back; nothing when the text is no slip.
QString slipText(const TokenPass &pass);
std::optional<TokenPass> slipFromText(const QString &text);

} // namespace foyer
