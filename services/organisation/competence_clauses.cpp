#include "services/organisation/competence_clauses.hpp"

#include "services/organisation/posts.hpp"

namespace minhbach::services::organisation {
namespace {

// The law speaks of rating; keeping records, transcribing and granting are rules of the house and cite nothing.
bool rests_on_law(Power power) {
    switch (power) {
        case Power::assign_work:
        case Power::comment:
        case Power::propose:
        case Power::decide:
        case Power::party_opinion:
        case Power::meeting:
            return true;
        case Power::submit:
        case Power::receive:
        case Power::record:
        case Power::transcribe:
        case Power::open_cycle:
        case Power::grant:
        case Power::inspect:
        case Power::administer:
        case Power::party_administer:
        case Power::party_propose:
        case Power::party_decide:
        case Power::party_read:
            return false;
    }
    return false;
}

// Of no cycle: the rules of the state, and of the party, that are in force in the year of the act.
const law::Rulebook& rules_of_state(Date day) {
    return law::rulebook_with(law::ProcedureStep::meeting, day.year());
}
const law::Rulebook& rules_of_party(Date day) {
    return law::rulebook_with(law::ProcedureStep::ballot, day.year());
}

std::string citation_of(const law::Clause* clause) {
    return clause ? clause->citation.str() : "";
}

// The cell proposes and the committee decides by the party's rule; everything else of its side is a rule of the house.
bool rates_for_party(Power power) {
    return power == Power::party_propose || power == Power::party_decide;
}

}  // namespace

std::string clause_for_person(const Registry& registry, Power power, const Post& post, Date day) {
    if (rates_for_party(power)) return citation_of(rules_of_party(day).procedure().principle(law::Principle::steps));
    if (!rests_on_law(power)) return "";
    const auto& rules = rules_of_state(day);
    const auto who = who_holds(rules, registry, post, day);
    return who ? citation_of(rules.procedure().principle(law::Principle::competence, *who)) : "";
}

// A collective is rated by the level directly above it, by the party's rule; everything else about a unit rests on what
// the state's rules say of competence.
std::string clause_for_unit(Power power, Date day) {
    if (power == Power::decide)
        return citation_of(rules_of_party(day).procedure().principle(law::Principle::competence));
    if (rates_for_party(power)) return citation_of(rules_of_party(day).procedure().principle(law::Principle::steps));
    if (!rests_on_law(power)) return "";
    return citation_of(rules_of_state(day).procedure().principle(law::Principle::competence_over_unit));
}

std::string clause_for_staff(Power power, Date day) {
    if (!rests_on_law(power)) return "";
    return citation_of(rules_of_state(day).procedure().principle(law::Principle::competence_over_unit));
}

}  // namespace minhbach::services::organisation
