#pragma once

#include "domain/Money.h"
#include "domain/Result.h"

#include <QByteArray>

namespace foyer {

/// A table as spreadsheets open it (RFC 4180, UTF-8 with its mark). Numbers and amounts stay numbers; a text never
/// becomes a formula, whoever gave it.
class Csv
{
public:
    Csv();

    void text(const QString &text);
    void number(qint64 number);
    void amount(const Money &amount); ///< in major units, with a point and the currency's decimals
    void endRow();
    const QByteArray &bytes() const { return m_bytes; }

private:
    void put(const QByteArray &cell);

    QByteArray m_bytes;
    bool m_isRowBegun = false;
};

/// Whole or not at all: what was there before stays until the last byte is on the disk.
Done writeWhole(const QString &file, const QByteArray &bytes);

} // namespace foyer
