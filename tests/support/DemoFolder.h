#pragma once

#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "domain/Result.h"
#include "domain/Staff.h"

#include <QDate>
#include <QTemporaryDir>

namespace foyer::test {

/// The demo house's own day: after 15:00 UTC it is tomorrow.
QDate houseToday();

/// A data folder as an installer leaves it, with or without the demo season from `today` on: set up once, copied for
/// every shop.
class DemoFolder
{
public:
    enum class Season : quint8 { None, Demo };

    DemoFolder(Season season, const QDate &today, int admissionLimit = HouseSettings().admissionLimit);
    void addStaff(const QString &name, Role role, const QString &pin);
    void importAgain(const QByteArray &season); ///< with something of it changed
    void copyTo(const QString &path) const;

private:
    QTemporaryDir m_dir;
};

} // namespace foyer::test
