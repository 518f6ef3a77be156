// The one list of projections.
#include "projections/list.hpp"
#include "projections/who_looked.hpp"

namespace minhbach::projections {

Projections all_projections() {
    Projections all;
    all.push_back(make_organisation());
    all.push_back(make_dossiers());
    all.push_back(make_ratings());
    all.push_back(make_trace());
    all.push_back(make_meetings());
    all.push_back(make_quota());
    all.push_back(make_concretisations());
    all.push_back(make_files());
    all.push_back(make_objections());
    all.push_back(make_effects());
    all.push_back(make_report());
    all.push_back(make_remediation());
    all.push_back(make_reviews());
    all.push_back(make_erasures());
    all.push_back(make_party());
    return all;
}

Projections access_projections() {
    Projections all;
    all.push_back(make_views());
    all.push_back(make_party_views());
    all.push_back(make_protected_views());
    all.push_back(make_attempts());
    all.push_back(make_who_looked());
    return all;
}

}  // namespace minhbach::projections
