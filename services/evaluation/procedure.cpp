// The procedure of the rulebook that a dossier is bound to: which step waits for which, on which clause, until when.
#include <algorithm>
#include <stdexcept>

#include "events/codec/json.hpp"
#include "services/evaluation/steps.hpp"
#include "services/organisation/posts.hpp"

namespace minhbach::services::evaluation {
namespace {

Refusal no_proposal(Past& past, const Dossier& dossier) {
    return {"step-order",
            "",
            step_clause(past, dossier, ProcedureStep::proposal),
            "Hồ sơ " + dossier.opened->dossier.str() + " chưa có đề xuất mức xếp loại.",
            "No level has been proposed for dossier " + dossier.opened->dossier.str() + ".",
            {}};
}

}  // namespace

const law::Rulebook& book_of(Past& past, const Dossier& dossier) {
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) throw std::logic_error("the rulebook of dossier " + dossier.opened->dossier.str() + " is not here");
    return **rulebook;
}

law::Who who_of(Past& past, const Dossier& dossier) {
    const auto& post = dossier.opened->post;
    const auto who = organisation::who_holds(book_of(past, dossier), past.registry(), post, dossier.opened_on);
    if (!who) throw std::logic_error("the rulebook has no column for " + json::enum_name(post.subject_class));
    return *who;
}

std::string step_clause(Past& past, const Dossier& dossier, ProcedureStep step) {
    const auto* rule = book_of(past, dossier).procedure().step(step, who_of(past, dossier));
    return rule ? rule->clause->citation.str() : kInternalRule;
}

std::string step_clause(Past& past, const CycleId& cycle, const UnitCode& unit, Date day, ProcedureStep step) {
    const auto rulebook = rulebook_of(past, cycle, unit, day);
    return rulebook ? (*rulebook)->procedure().clauses_of(step) : kInternalRule;
}

std::string clause_of(const law::Rulebook& rulebook, law::Principle principle) {
    const auto* clause = rulebook.procedure().principle(principle);
    return clause ? clause->citation.str() : kInternalRule;
}

bool leads(const Post& post) {
    return law::Subject{post.subject_class, post.leader}.leads();
}

bool waits_for(Past& past, const Dossier& dossier, ProcedureStep step, ProcedureStep before) {
    const auto* rule = book_of(past, dossier).procedure().step(step, who_of(past, dossier));
    return rule && std::find(rule->after.begin(), rule->after.end(), before) != rule->after.end();
}

std::vector<Refusal> missing_before(Past& past, const Dossier& dossier, ProcedureStep step, const Entry& entry,
                                    const std::optional<MeetingId>& meeting) {
    std::vector<Refusal> missing;
    const auto add = [&](std::optional<Refusal> refusal) {
        if (refusal) missing.push_back(*std::move(refusal));
    };
    const auto* rule = book_of(past, dossier).procedure().step(step, who_of(past, dossier));
    bool by_layer = concretisation::asks_party_opinion(layers_of(past, dossier));  // although the rulebook does not
    for (const auto before : rule ? rule->after : std::vector<ProcedureStep>{}) {
        switch (before) {
            case ProcedureStep::self_assessment:
                add(self_assessment_missing(past, dossier));
                break;
            case ProcedureStep::meeting:
                // Otherwise the missing proposal says it: it names the meeting.
                if (step != ProcedureStep::decision || dossier.proposal || entry.paper())
                    add(minutes_missing(past, dossier, meeting, entry.time(), "/meeting"));
                break;
            case ProcedureStep::party_opinion:
                add(party_opinion_missing(past, dossier, entry.day()));
                by_layer = false;
                break;
            case ProcedureStep::proposal:
                if (!dossier.proposal) add(no_proposal(past, dossier));
                break;
            default:
                throw std::logic_error("nobody sees whether " + json::enum_name(before) + " was done");
        }
    }
    if (by_layer) add(party_opinion_missing(past, dossier, entry.day()));
    return missing;
}

RatingForm form_of(Past& past, const Dossier& dossier) {
    const auto* rule = book_of(past, dossier).procedure().form(ProcedureStep::self_assessment, who_of(past, dossier));
    if (rule)
        for (const auto& [form, name] : json::enumerators<RatingForm>())
            if (rule->form == name) return form;
    throw std::logic_error("the rulebook names no form that is known here");
}

const law::DueRule& term_of(const law::Rulebook& rulebook, law::Who who, law::TermName term) {
    const auto* rule = rulebook.procedure().term(term, who);
    if (!rule) throw std::logic_error("rulebook " + rulebook.id().str() + " sets no term " + json::enum_name(term));
    return *rule;
}

Result<Date> term_end(const law::Rulebook& rulebook, law::Who who, law::TermName term, Date from) {
    return term_of(rulebook, who, term).end(from);
}

}  // namespace minhbach::services::evaluation
