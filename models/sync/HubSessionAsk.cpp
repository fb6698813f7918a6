#include "sync/HubSessionWork.h"

// What a terminal's customers need of the hub at once.

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto rightsPatience = 3s, housePatience = 3s, signInPatience = 10s; // PINs are slow on purpose
}

void HubSession::ask(const RightsRequest &request)
{
    QMetaObject::invokeMethod(
        this, [this, request] { sendRequest(request); }, Qt::QueuedConnection);
}

/// What the hub may have given on a lost answer, the next session finds.
void HubSession::sendRequest(const RightsRequest &request)
{
    if (m_state.reach != Reach::Online) {
        Q_EMIT refused(request.id, {.why = Refusal::SeatsNotHere, .seats = request.seats});
        return;
    }
    m_client.post(u"/v1/rights"_s, m_epoch.number, jsonOf(request), rightsPatience,
        [this, request, begun = m_try](const Result<QJsonObject> &json) {
            const auto answer = json.ok() ? fromJson<RightsAnswer>(json.value()) : Result<RightsAnswer>(Failure(json));
            if (answer.ok()) {
                Q_EMIT answered(answer.value());
                return;
            }
            Q_EMIT refused(request.id,
                answer.refused() ? *answer.refused() : Refused{.why = Refusal::SeatsNotHere, .seats = request.seats});
            if (begun == m_try && !answer.isRefused(Refusal::OtherProgramme))
                lost(answer);
        });
}

void HubSession::askHouse(
    const QString &path, const QJsonObject &body, std::function<void(const Result<QJsonObject> &)> then)
{
    QMetaObject::invokeMethod(
        this,
        [this, path, body, then = std::move(then)] {
            if (m_state.reach != Reach::Online)
                return then(Error{Error::Kind::Unreachable, QString()});
            const auto patience = path == u"/v1/sign-in"_s ? signInPatience : housePatience;
            m_client.post(
                path, m_epoch.number, body, patience, [this, then, begun = m_try](const Result<QJsonObject> &json) {
                    then(json);
                    if (begun == m_try && json.isRefused(Refusal::EnrolmentOver))
                        lost(json); // a silence isn't the end: the poll decides
                });
        },
        Qt::QueuedConnection);
}

} // namespace foyer
