// Clauses of the party side's rulebooks, and who takes a step of theirs.
#include <limits>

#include "events/refusals.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

// The power of the party side by which a role is held; nothing: the member, or several people together.
std::optional<Power> power_of(law::Role role) {
    switch (role) {
        case law::Role::party_cell:
        case law::Role::cell_committee:
        case law::Role::advisory_body:
            return Power::party_propose;
        case law::Role::party_committee:
        case law::Role::competent_authority:
            return Power::party_decide;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string clause_in(const law::Rulebook& rulebook, About about) {
    const auto& procedure = rulebook.procedure();
    const auto cited = [](const law::Clause* clause) {
        return clause ? clause->citation.str() : std::string(kInternalRule);
    };
    switch (about) {
        case About::steps:
            return cited(procedure.principle(law::Principle::steps));
        case About::levels:
            return cited(procedure.principle(law::Principle::levels));
        case About::re_rating:
            return cited(procedure.principle(law::Principle::re_rating));
        case About::state_before_party:
            return procedure.clauses_of(law::ProcedureStep::state_rating);
        case About::who_is_rated:
            return rulebook.first(RuleStage::eligibility).citation.str();
    }
    return kInternalRule;
}

std::string clause_of_year(Past& past, const CycleId& cycle, About about) {
    const auto* known = past.registry().cycle(cycle);
    const auto& rulebook =
        law::rulebook_with(law::ProcedureStep::ballot, known ? known->opened.year : std::numeric_limits<int>::max());
    return clause_in(rulebook, about);
}

Result<PartyEntry> entry_for(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper,
                             law::ProcedureStep step, const MemberDossier& dossier) {
    const auto& opened = *dossier.opened;
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    const law::Who who{(*rulebook)->column("PARTY_MEMBER", opened.post.leader).value(), law::Position::other};
    const auto* rule = (*rulebook)->procedure().step(step, who);
    std::optional<PartyEntry> found;
    std::optional<Refusal> refused;
    for (const auto role : rule ? rule->by : std::vector<law::Role>{}) {
        PartyEntry tried(past, acting, on_paper);
        const auto power = power_of(role);
        if (!power && role != law::Role::rated_person) continue;
        const auto outcome = power ? tried.authorise(*power, dossier) : tried.authorise_self(dossier);
        if (!outcome && !refused) refused = outcome.error();
        if (!outcome) continue;
        const bool clean = !tried.has_breaches();
        if (clean || !found) found.emplace(std::move(tried));
        if (clean) break;
    }
    if (found) return *std::move(found);
    const auto clause = rule ? rule->clause->citation.str() : std::string(kInternalRule);
    if (refused && refused->type == "not-competent") refused->clause = clause;
    return refused ? *std::move(refused)
                   : Refusal{"not-competent",
                             "",
                             clause,
                             "Bộ quy tắc không giao bước này cho một người.",
                             "The rulebook gives this step to no single person.",
                             {}};
}

}  // namespace minhbach::services::party
