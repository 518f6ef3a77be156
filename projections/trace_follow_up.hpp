// What comes before and after a rating, as acts of the trace: reviews; remediation, objections, re-evaluation,
// reports. Folding only.
#pragma once

#include "events/vocabulary/events.hpp"
#include "projections/act_builder.hpp"

namespace minhbach::projections::trace {

void describe_follow_up(const Event& event, Builder& builder, Rows& rows);
// What the state side sees of the party track: lists handed over, and who founded the party's custody.
void describe_party(const Event& event, Builder& builder);
// After the others: a signature belongs where the act that it is over does.
void describe_signature(const events::Record& record, const Event& event, Builder& builder, Rows& rows);
// Declared relations: who stands aside for whom.
void describe_relations(const Event& event, Builder& builder);
void describe_review(const Event& event, Builder& builder, Rows& rows);

}  // namespace minhbach::projections::trace
