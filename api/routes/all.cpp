#include "api/routes/all.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace minhbach::api::routes {
namespace {

// Acts that put a name under something for good: levels, minutes, quotas, plans, who may do what, and what cannot be
// undone. Whoever is in a session shows again who they are before them.
constexpr std::array<std::string_view, 27> kSigning{
    "decide-rating",
    "decide-ratings",
    "rate-collective",
    "re-rate",
    "re-rate-collective",
    "resolve-objection",
    "settle-quota",
    "adopt-minutes",
    "conclude-review",
    "adopt-plan",
    "close-cycle",
    "reopen-cycle",
    "bind-rulebook",
    "grant-mandate",
    "confirm-mandate",
    "correct-mandate",
    "revoke-mandate",
    "request-erasure",
    "approve-erasure",
    "lift-legal-hold",
    "decide-party-ratings",
    "rate-party-collective",
    "resolve-party-objection",
    "name-party-administrator",
    "confirm-party-administrator",
    "receive-hand-over",
    "give-slip",
};

}  // namespace

std::vector<Route> all_routes() {
    constexpr std::array kChapters{
        health_routes,
        docs_routes,
        rule_routes,
        log_routes,
        document_routes,
        unit_routes,
        person_routes,
        mandate_routes,
        import_routes,
        cycle_routes,
        work_routes,
        dossier_routes,
        dossier_reader_routes,
        dossier_act_routes,
        meeting_routes,
        notice_routes,
        collective_routes,
        consequence_routes,
        concretisation_routes,
        settlement_routes,
        file_routes,
        activity_routes,
        finding_routes,
        access_routes,
        export_routes,
        attachment_routes,
        projection_routes,
        report_routes,
        remediation_routes,
        review_routes,
        objection_routes,
        rerating_routes,
        event_routes,
        webhook_routes,
        erasure_routes,
        hand_over_routes,
        party_routes,
        party_collective_routes,
        session_routes,
        allowed_routes,
        party_allowed_routes,
        sign_in_routes,
        account_routes,
        protected_objection_routes,
        machine_sign_in_routes,
        signature_routes,
    };
    std::vector<Route> routes;
    for (const auto chapter : kChapters) {
        auto these = chapter();
        std::move(these.begin(), these.end(), std::back_inserter(routes));
    }
    for (const std::string_view name : kSigning) {
        const auto found = std::find_if(routes.begin(), routes.end(), [&](const Route& r) { return r.name == name; });
        if (found == routes.end()) throw std::logic_error("no act is called " + std::string(name));
        *found = signing(std::move(*found));
    }
    return routes;
}

}  // namespace minhbach::api::routes
