#include "services/organisation/conflicts.hpp"

#include "services/organisation/authority.hpp"

namespace minhbach::services::organisation {
namespace {

// Whichever of the two it was declared by, and under whichever of their codes.
const Relation* binding(const Registry& registry, const PersonCode& of, const PersonCode& with, const PersonCode& actor,
                        Date day) {
    const auto* person = registry.person(of);
    if (!person) return nullptr;
    const auto kept = [&](const PersonCode& code) { return registry.kept_code(code); };
    for (const auto& one : person->relations)
        if (kept(one.declared.other) == with && one.holds_on(day) && one.binds(actor, kept)) return &one;
    return nullptr;
}

}  // namespace

const Relation* relation_between(Past& past, const PersonCode& actor, const PersonCode& subject, Date day) {
    past.note(person_stream(actor));
    past.note(person_stream(subject));
    const auto& registry = past.registry();
    const auto& one = registry.kept_code(actor);
    const auto& other = registry.kept_code(subject);
    if (const auto* own = binding(registry, one, other, one, day)) return own;
    return binding(registry, other, one, one, day);
}

std::optional<Refusal> conflict_of(Past& past, const PersonCode& actor, Power power, const PersonCode& subject,
                                   Date day) {
    if (!stands_aside(power)) return std::nullopt;
    const auto* tie = relation_between(past, actor, subject, day);
    if (!tie) return std::nullopt;
    const auto& declared = tie->declared;
    return Refusal{"conflict-of-interest",
                   "",
                   std::string(kStandsAsideClause),
                   actor.str() + " có quan hệ đã khai với " + subject.str() + " (" + declared.other.str() + " là " +
                       std::string(relation_vi(declared.kind)) + " của " + declared.person.str() +
                       "); việc này do người khác có thẩm quyền thực hiện.",
                   actor.str() + " declared a relation to " + subject.str() + " (" + declared.other.str() + " is " +
                       std::string(relation_en(declared.kind)) + " of " + declared.person.str() +
                       "); another competent person must act.",
                   {}};
}

Result<Authority> competent_about(Past& past, const PersonCode& actor, Power power, const PersonCode& subject,
                                  const Post& post, Date day) {
    auto found = competent_for_person(past, actor, power, post, day);
    if (!found) return found;
    if (auto conflict = conflict_of(past, actor, power, subject, day)) return *std::move(conflict);
    return found;
}

}  // namespace minhbach::services::organisation
