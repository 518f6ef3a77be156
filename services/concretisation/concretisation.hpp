// Lớp cụ thể hóa of an agency in a cycle: proposed by its head with the party committee, issued on a document before
// anybody there assesses themselves, then made known. And the province's overlay: one document for each slot.
#pragma once

#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::concretisation {

// The documents of the province that may say more than the law. Empty until somebody enters their text.
inline constexpr std::array<std::string_view, 2> kSlots{"13-HD/TU", "1263-QĐ/TU"};

struct Concretisation {
    std::optional<ConcretisationProposed> proposed;     // the last
    std::optional<ConcretisationIssued> issued;         // the one that holds
    std::optional<ConcretisationProposed> issued_text;  // the proposal that was issued
    // Of the version that holds.
    std::set<PersonCode> opened, acknowledged;
    bool in_force() const { return issued.has_value(); }
    void apply(const events::Recorded& recorded);
};

// By `decide` for the agency's staff; `agreed_on` is the day on which the party committee agreed.
struct ProposeConcretisation {
    CycleId cycle;
    UnitCode agency;
    RuleLayer layer;
    Label party_committee;
    Date agreed_on;
};
BOOST_DESCRIBE_STRUCT(ProposeConcretisation, (), (cycle, agency, layer, party_committee, agreed_on))

// By `decide`; the last proposal, on a document signed on the day of the committee's agreement or later. A later one
// takes its place until the first self-assessment of the agency.
struct IssueConcretisation {
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(IssueConcretisation, (), (cycle, agency, version, document))

struct SendConcretisation {  // by `decide` or `propose` for the agency's staff
    CycleId cycle;
    UnitCode agency;
    Label how;
    std::vector<PersonCode> recipients;
};
BOOST_DESCRIBE_STRUCT(SendConcretisation, (), (cycle, agency, how, recipients))

struct HoldBriefing {  // by `decide` or `propose`
    CycleId cycle;
    UnitCode agency;
    Time held_at;
    PersonCode speaker;
    std::vector<PersonCode> attendees;
    std::optional<DocumentId> minutes;
};
BOOST_DESCRIBE_STRUCT(HoldBriefing, (), (cycle, agency, held_at, speaker, attendees, minutes))

// By whoever works in the agency, about themselves. Done again they write nothing.
struct OpenConcretisation {
    CycleId cycle;
    UnitCode agency;
};
BOOST_DESCRIBE_STRUCT(OpenConcretisation, (), (cycle, agency))
struct AcknowledgeConcretisation {
    CycleId cycle;
    UnitCode agency;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeConcretisation, (), (cycle, agency))

// By `open_cycle` over the whole scope, before anybody in the cycle filed a self-assessment.
struct FillOverlay {
    CycleId cycle;
    Label slot;
    RuleLayer layer;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(FillOverlay, (), (cycle, slot, layer, document))

Decision decide(Past& past, const Acting& acting, const ProposeConcretisation& command);
Decision decide(Past& past, const Acting& acting, const IssueConcretisation& command);
Decision decide(Past& past, const Acting& acting, const SendConcretisation& command);
Decision decide(Past& past, const Acting& acting, const HoldBriefing& command);
Decision decide(Past& past, const Acting& acting, const OpenConcretisation& command);
Decision decide(Past& past, const Acting& acting, const AcknowledgeConcretisation& command);
Decision decide(Past& past, const Acting& acting, const FillOverlay& command);

}  // namespace minhbach::services::concretisation
