// The projections there are, each made by its own file.
#pragma once

#include "projections/projection.hpp"

namespace minhbach::projections {

std::unique_ptr<Projection> make_organisation();
std::unique_ptr<Projection> make_trace();
std::unique_ptr<Projection> make_dossiers();
std::unique_ptr<Projection> make_ratings();
std::unique_ptr<Projection> make_quota();
std::unique_ptr<Projection> make_concretisations();
std::unique_ptr<Projection> make_files();
std::unique_ptr<Projection> make_meetings();
std::unique_ptr<Projection> make_objections();
std::unique_ptr<Projection> make_protected_views();
std::unique_ptr<Projection> make_effects();
std::unique_ptr<Projection> make_report();
std::unique_ptr<Projection> make_remediation();
std::unique_ptr<Projection> make_reviews();
std::unique_ptr<Projection> make_erasures();
std::unique_ptr<Projection> make_party();
std::unique_ptr<Projection> make_party_views();
std::unique_ptr<Projection> make_views();
std::unique_ptr<Projection> make_attempts();

}  // namespace minhbach::projections
