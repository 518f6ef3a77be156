// Findings that show in many dossiers together and in none alone: how somebody rates, who rates whom, whose turn it is.
#pragma once

#include <functional>
#include <vector>

#include "projections/answers/context.hpp"

namespace minhbach::projections {

struct Pattern {
    FindingType type = FindingType::one_level_for_all;
    std::int64_t position = 0;  // of the last act that belongs to it
    PatternDetail detail;
};

// Of the types that are asked for; `rows` are the dossiers of one cycle. Comments are read only where `same_text` is
// asked for by name: each is opened, everything else stands in rows.
std::vector<Pattern> patterns_in(Context& context, const std::vector<DossierRow>& rows,
                                 const std::function<bool(FindingType)>& asked, bool with_comments);

}  // namespace minhbach::projections
