#include "api/routes/all.hpp"

#include <array>
#include <iterator>

#include "api/routes/session.hpp"

namespace minhbach::api::routes {

std::vector<Route> all_routes() {
    constexpr std::array kChapters{
        health_routes,         docs_routes,
        rule_routes,           log_routes,
        document_routes,       unit_routes,
        person_routes,         mandate_routes,
        import_routes,         cycle_routes,
        work_routes,           dossier_routes,
        dossier_reader_routes, dossier_act_routes,
        meeting_routes,        notice_routes,
        collective_routes,     consequence_routes,
        concretisation_routes, settlement_routes,
        file_routes,           activity_routes,
        finding_routes,        access_routes,
        export_routes,         attachment_routes,
        projection_routes,     report_routes,
        remediation_routes,    review_routes,
        objection_routes,      rerating_routes,
        event_routes,          webhook_routes,
        erasure_routes,        hand_over_routes,
        party_routes,          party_collective_routes,
        session_routes,        allowed_routes,
        party_allowed_routes,
    };
    std::vector<Route> routes;
    for (const auto chapter : kChapters) {
        auto these = chapter();
        std::move(these.begin(), these.end(), std::back_inserter(routes));
    }
    return routes;
}

}  // namespace minhbach::api::routes
