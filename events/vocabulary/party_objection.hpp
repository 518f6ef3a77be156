// Kiến nghị, khiếu nại of the party track, in the dossier of the member. No text at hand names its terms: those used
// are internal rules and are said to be so. A petition goes to the committee that decided, a complaint to the one above
// it, which may have the level looked at again, cancelled and given anew (Điều 13 Quy định số 124-QĐ/TW).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/party_parts.hpp"

namespace minhbach {

struct PartyObjectionFiled {
    static constexpr std::string_view kType = "party.objection-filed";
    DossierId dossier;
    PersonCode person;
    ObjectionId objection;  // unique in the dossier
    ObjectionKind kind = ObjectionKind::petition;
    int decision = 0;  // revision in the dossier's stream: exactly this one is objected to
    Text grounds;
    Date received_on;
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyObjectionFiled&, const PartyObjectionFiled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyObjectionFiled, (),
                      (dossier, person, objection, kind, decision, grounds, received_on, transcript))

// Taken up: by whom to be resolved, until when. `resolver_decided`: the same person decided the level.
struct PartyObjectionReceived {
    static constexpr std::string_view kType = "party.objection-received";
    DossierId dossier;
    PersonCode person;
    ObjectionId objection;
    PersonCode resolver;
    bool resolver_decided = false;
    UnitCode body;  // at which unit the competent committee stands
    bool in_time = true;
    Date answer_by;
    Label term_basis;
    friend bool operator==(const PartyObjectionReceived&, const PartyObjectionReceived&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyObjectionReceived, (),
                      (dossier, person, objection, resolver, resolver_decided, body, in_time, answer_by, term_basis))

struct PartyObjectionWithdrawn {
    static constexpr std::string_view kType = "party.objection-withdrawn";
    DossierId dossier;
    PersonCode person;
    ObjectionId objection;
    std::optional<Text> reason;
    friend bool operator==(const PartyObjectionWithdrawn&, const PartyObjectionWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyObjectionWithdrawn, (), (dossier, person, objection, reason))

struct PartyObjectionResolved {
    static constexpr std::string_view kType = "party.objection-resolved";
    DossierId dossier;
    PersonCode person;
    ObjectionId objection;
    ObjectionOutcome outcome = ObjectionOutcome::rejected;
    bool resolver_decided = false;
    Text reasons;
    PartyPaper paper;
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyObjectionResolved&, const PartyObjectionResolved&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyObjectionResolved, (),
                      (dossier, person, objection, outcome, resolver_decided, reasons, paper, transcript))

}  // namespace minhbach
