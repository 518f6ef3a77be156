// Clauses of the party side's rulebooks, and who takes a step of theirs.
#include <limits>

#include "events/refusals.hpp"
#include "services/evaluation/collective_quota.hpp"
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

// Tries one role after the other; `enter` says of one whether the entry may be made in it, or nothing where nobody acts
// in that role here. The first that broke nothing is taken, else the first that is accepted with what it broke.
template <class Enter>
Result<PartyEntry> entry_of_first(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper,
                                  const std::vector<law::Role>& roles, const std::string& clause, const Enter& enter) {
    std::optional<PartyEntry> found;
    std::optional<Refusal> refused;
    for (const auto role : roles) {
        PartyEntry tried(past, acting, on_paper);
        const std::optional<Outcome> outcome = enter(tried, role);
        if (!outcome) continue;
        if (!*outcome) {
            if (!refused) refused = outcome->error();
            continue;
        }
        const bool clean = !tried.has_breaches();
        if (clean || !found) found.emplace(std::move(tried));
        if (clean) break;
    }
    if (found) return *std::move(found);
    if (refused && refused->type == "not-competent") refused->clause = clause;
    return refused ? *std::move(refused)
                   : Refusal{"not-competent",
                             "",
                             clause,
                             "Bộ quy tắc không giao bước này cho một người.",
                             "The rulebook gives this step to no single person.",
                             {}};
}

// Whom the rulebook lets take the step for organisations. Where it has no such step for them (the ballot), those whom
// it lets prepare or take the decision.
std::pair<std::vector<law::Role>, std::string> of_organisations(const law::Procedure& procedure,
                                                                law::ProcedureStep step, law::Who who) {
    if (const auto* rule = procedure.step(step, who)) return {rule->by, rule->clause->citation.str()};
    std::vector<law::Role> roles;
    for (const auto around : {law::ProcedureStep::appraisal, law::ProcedureStep::decision})
        if (const auto* rule = procedure.step(around, who)) roles.insert(roles.end(), rule->by.begin(), rule->by.end());
    return {roles, procedure.clauses_of(step)};
}

}  // namespace

law::Who who_of(const law::Rulebook& rulebook, const PartyDossierOpened& opened) {
    return {rulebook.column("PARTY_MEMBER", opened.post.leader).value(), law::Position::other};
}

law::Who who_of(const law::Rulebook& rulebook, const PartyCollectiveOpened& opened) {
    return {rulebook.column(evaluation::column_of(opened.kind), false).value(), law::Position::other};
}

std::optional<Breach> late_by(const law::Rulebook& rulebook, law::Who who, law::ProcedureStep step, int year,
                              Date done) {
    for (const auto& term : rulebook.procedure().terms()) {
        if (term.step != step || !term.before || term.earliest || !term.concerned.is(who)) continue;
        const auto last = term.before_in(year).plus(-1);
        if (done <= last) return std::nullopt;
        return Breach{
            Label::of("term-passed"), term.clause->citation,
            Text::of("Thực hiện ngày " + done.vietnamese() + ", sau thời hạn đến hết ngày " + last.vietnamese() + ".")};
    }
    return std::nullopt;
}

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
    const auto* rule = (*rulebook)->procedure().step(step, who_of(**rulebook, opened));
    const auto clause = rule ? rule->clause->citation.str() : std::string(kInternalRule);
    const auto roles = rule ? rule->by : std::vector<law::Role>{};
    return entry_of_first(past, acting, on_paper, roles, clause,
                          [&](PartyEntry& entry, law::Role role) -> std::optional<Outcome> {
                              if (role == law::Role::rated_person) return entry.authorise_self(dossier);
                              const auto power = power_of(role);
                              return power ? std::optional(entry.authorise(*power, dossier)) : std::nullopt;
                          });
}

Result<PartyEntry> entry_for(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper,
                             law::ProcedureStep step, const PartyCollectiveOpened& opened) {
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    const auto [roles, clause] = of_organisations((*rulebook)->procedure(), step, who_of(**rulebook, opened));
    return entry_of_first(
        past, acting, on_paper, roles, clause, [&](PartyEntry& entry, law::Role role) -> std::optional<Outcome> {
            if (role == law::Role::unit_head) return entry.authorise_head(opened.head, opened.unit);
            if (role == law::Role::rated_collective) return entry.authorise_for_unit(Power::party_propose, opened.unit);
            const auto power = power_of(role);
            return power ? std::optional(entry.authorise_for_unit(*power, opened.committee_unit)) : std::nullopt;
        });
}

}  // namespace minhbach::services::party
