// Kiến nghị, khiếu nại of the party track: filed by the member after the notice, taken up by the party, resolved by
// the competent committee. A petition goes to the committee that decided, a complaint to the one above it (where there
// is none above, to itself). No text at hand names terms: those used are internal rules, and being late is marked,
// never refused. One that is upheld is the ground of a re-rating (ReRateMember).
#pragma once

#include "services/party/commands.hpp"

namespace minhbach::services::party {

struct FilePartyObjection {  // by the member; against a decision in force or one that was replaced
    DossierId dossier;
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    int decision = 0;  // its revision in the dossier's stream
    Text grounds;
    std::optional<Date> received_on;  // PAPER: when it reached the committee; absent: the day of the act
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(FilePartyObjection, (), (dossier, objection, kind, decision, grounds, received_on, on_paper))

// By `party_propose` or `party_decide` over the member. The resolver is competent for the body the kind goes to; again
// while it is open to name another one.
struct ReceivePartyObjection {
    DossierId dossier;
    ObjectionId objection;
    PersonCode resolver;
};
BOOST_DESCRIBE_STRUCT(ReceivePartyObjection, (), (dossier, objection, resolver))

struct WithdrawPartyObjection {  // by the member
    DossierId dossier;
    ObjectionId objection;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawPartyObjection, (), (dossier, objection, reason))

struct ResolvePartyObjection {  // by the resolver who was named
    DossierId dossier;
    ObjectionId objection;
    ObjectionOutcome outcome = ObjectionOutcome::rejected;
    Text reasons;
    PartyPaper paper;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(ResolvePartyObjection, (), (dossier, objection, outcome, reasons, paper, on_paper))

Decision decide(Past& past, const Acting& acting, const FilePartyObjection& command);
Decision decide(Past& past, const Acting& acting, const ReceivePartyObjection& command);
Decision decide(Past& past, const Acting& acting, const WithdrawPartyObjection& command);
Decision decide(Past& past, const Acting& acting, const ResolvePartyObjection& command);

// The unit whose party_decide resolves an objection of this kind against what the committee of the dossier decided.
UnitCode body_of(const organisation::Registry& registry, const MemberDossier& dossier, ObjectionKind kind, Date day);

}  // namespace minhbach::services::party
