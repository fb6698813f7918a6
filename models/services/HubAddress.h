#pragma once

#include <QUrl>

namespace foyer {

/// Where a hub is, as people write it: "hub.example", "https://hub.example:8443", "127.0.0.1:8470". Whoever listens
/// there gets what the house's key opens, so that another machine is reached by https only.
struct HubAddress {
    enum class Fault : quint8 {
        None,
        NoAddress, ///< nothing yet, or nothing that can be one
        NeedsHttps
    };
    QUrl url; ///< without a slash at its end
    Fault fault = Fault::NoAddress;

    bool isGood() const { return fault == Fault::None; }
};
HubAddress hubAddressIn(const QString &typed);

} // namespace foyer
