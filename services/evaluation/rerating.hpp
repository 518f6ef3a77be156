// Hủy kết quả và xếp loại lại: the cancelled decision stays readable for ever, the new one supersedes it, both in one
// atomic append. What follows for others is never done here: it is listed as effects, each with the unit that owes it,
// until somebody of that unit settles it.
#pragma once

#include "services/evaluation/commands.hpp"

namespace minhbach::services::evaluation {

// By `decide`, about the decision in force. Grounds:
//   objection           an objection against this decision that was upheld, in whole or in part
//   late_discipline     a discipline with effect in the year that counts and that the decision did not count
//   discipline_annulled an act that the decision counted; the discipline for it counts no more
//   dishonesty, error   the reason and the document say it
// The rules of law are those of DecideRatings. The quota alone refuses nothing: exceeding it is an effect, and nobody
// is lowered for it.
struct ReRate {
    DossierId dossier;
    int decision = 0;  // revision, in the dossier's stream, of the decision to be cancelled
    ReratingGround ground = ReratingGround::error;
    std::optional<ObjectionId> objection;
    std::optional<ViolationId> violation;
    Text reason;
    std::optional<Level> level;  // absent: not rated
    DocumentId document;
    std::optional<MeetingId> meeting;  // where another meeting was held for it
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ReRate, (),
                      (dossier, decision, ground, objection, violation, reason, level, document, meeting, on_paper))

// By `decide` over the unit, for dishonesty or error.
struct ReRateCollective {
    CycleId cycle;
    UnitCode unit;
    int decision = 0;  // revision, in the collective's stream, of the rating to be cancelled
    ReratingGround ground = ReratingGround::error;
    std::optional<Level> level;  // absent: NOT_APPLICABLE
    Text reason;
    DocumentId document;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ReRateCollective, (), (cycle, unit, decision, ground, level, reason, document, on_paper))

// By somebody who decides, submits, receives, proposes or keeps records for the unit that owes the effect; not in the
// own matter.
// Exactly one of `dossier` and `unit` says in whose stream the effect was named.
struct SettleEffect {
    CycleId cycle;
    std::optional<DossierId> dossier;
    std::optional<UnitCode> unit;  // of a collective
    EffectId effect;
    Text what;
    std::optional<DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(SettleEffect, (), (cycle, dossier, unit, effect, what, document))

Decision decide(Past& past, const Acting& acting, const ReRate& command);
Decision decide(Past& past, const Acting& acting, const ReRateCollective& command);
Decision decide(Past& past, const Acting& acting, const SettleEffect& command);

// What a new level of the dossier leaves to be done: the quota of the agency and of the groups of the person where it
// is exceeded now, files already sent that hold the dossier, notice and publication, the party committee of a member.
std::vector<Effect> effects_of(Past& past, const Dossier& dossier, std::optional<Level> level,
                               const law::Rulebook& rulebook, Date day);
// Leaders who stand above the unit's new level, and the publication of that level.
std::vector<Effect> effects_of(Past& past, const CycleId& cycle, const UnitCode& unit, std::optional<Level> level,
                               Date day);

}  // namespace minhbach::services::evaluation
