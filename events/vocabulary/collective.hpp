// The level of a collective or unit. In this form the competent authority decides it with document and reasons.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach {

struct CollectiveRated {
    static constexpr std::string_view kType = "collective.rated";
    CycleId cycle;
    UnitCode unit;
    std::optional<Level> level;  // absent: the unit is new, dissolved or merged and gets no level (NOT_APPLICABLE)
    Text reason;
    DocumentId document;
    std::optional<int> supersedes;  // revision of the cancelled rating it takes the place of
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const CollectiveRated&, const CollectiveRated&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveRated, (), (cycle, unit, level, reason, document, supersedes, paper, breaches))

}  // namespace minhbach
