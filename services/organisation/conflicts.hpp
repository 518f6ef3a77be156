// Conflicts of interest: who may not judge or decide about whom, because the two are related. Asked where competence is
// found, beside the mandate; the tie itself and what it keeps from is in events/vocabulary/relation.hpp.
#pragma once

#include <optional>

#include "events/vocabulary/relation.hpp"
#include "services/past.hpp"

namespace minhbach::services::organisation {

// The relation that keeps the actor from judging the subject that day; nullptr: none. Notes the streams of both, so
// that a relation declared meanwhile is seen.
const Relation* relation_between(Past& past, const PersonCode& actor, const PersonCode& subject, Date day);

// `conflict-of-interest` where the power is one of those that stand aside. Of a PAPER act it is a breach.
std::optional<Refusal> conflict_of(Past& past, const PersonCode& actor, Power power, const PersonCode& subject,
                                   Date day);

// Competence that rests on a mandate and on nothing that keeps the actor from using it here.
Result<Authority> competent_about(Past& past, const PersonCode& actor, Power power, const PersonCode& subject,
                                  const Post& post, Date day);

}  // namespace minhbach::services::organisation
