#include "projections/trace_follow_up.hpp"

namespace minhbach::projections::trace {

// The kind alone: whom the other is, the person's own page tells.
void describe_relations(const Event& event, Builder& builder) {
    match(
        event,
        [&](const RelationDeclared& e) {
            builder.about_person(e.person);
            if (e.document) builder.rests_on(*e.document);
            builder.set("relation", e.kind);
        },
        [&](const RelationEnded& e) {
            builder.about_person(e.person);
            if (e.document) builder.rests_on(*e.document);
            builder.act.reason = e.reason;
            builder.set("to", e.on);
        });
}

}  // namespace minhbach::projections::trace
