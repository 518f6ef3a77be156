// The state of a remediation plan: what later steps need to know, not the texts.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "events/codec/codec.hpp"

namespace minhbach::services::remediation {

struct FollowUp {
    PersonCode assignee;
    DocumentId document;
    bool confirmed = false;
};

struct MeasureState {
    Measure measure;
    int degree_percent = 0;                 // as reported last; 0 again after it was reopened
    std::optional<PersonCode> reported_by;  // of that report
    bool verified = false;
};

struct Plan {
    std::optional<CycleId> cycle;
    Owner owner;
    int version = 0;                             // of the plan; 0: none adopted
    bool stated = false;                         // that no shortcoming was found, and no plan since
    Date on;                                     // the legal day of the present version, or of the statement
    std::map<MeasureId, MeasureState> measures;  // of the present version
    std::set<ShortcomingId> shortcomings;        // of the present version
    std::map<FollowUpRole, FollowUp> follow_ups;

    bool exists() const { return cycle.has_value(); }
    bool adopted() const { return version > 0; }
    bool is_confirmed(FollowUpRole role, const PersonCode& person) const;
    // What is said of a measure that is not known is passed over: the version that named it may be erased.
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::remediation
