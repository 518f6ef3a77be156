// The power an act rested on, with what was known then and with what is known now.
#include "projections/competence.hpp"

#include <algorithm>

#include "events/refusals.hpp"
#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

// The power that the desk asks for an act; nothing where the act needs none or its event says which (criteria).
std::optional<Power> power_of(const Context& context, const Act& act) {
    struct Needs {
        std::string_view type;
        Power power;
    };
    static constexpr Needs kNeeds[] = {
        {"comment.recorded", Power::comment},
        {"party-opinion.recorded", Power::party_opinion},
        {"proposal.made", Power::propose},
        {"rating.decided", Power::decide},
        {"decision.corrected", Power::decide},
        {"notice.issued", Power::decide},
        {"result.published", Power::decide},
        {"collective.rated", Power::decide},
        {"quota.settled", Power::decide},
        {"meeting.held", Power::meeting},
        {"minutes.adopted", Power::meeting},
        {"minutes.reopened", Power::meeting},
        {"file.submitted", Power::submit},
        {"file.returned", Power::receive},
        {"file.accepted", Power::receive},
        {"tasks.assigned", Power::assign_work},
        {"task.changed", Power::assign_work},
        {"tasks.accepted", Power::assign_work},
        {"mandate.granted", Power::grant},
        {"mandate.corrected", Power::grant},
        {"mandate.revoked", Power::grant},
        {"review.suggested", Power::decide},
        {"review.held", Power::meeting},
        {"collective.appraised", Power::propose},
        {"concretisation.proposed", Power::decide},
        {"concretisation.issued", Power::decide},
    };
    if (act.type == "criteria.judged") {
        const auto recorded = context.recorded(act.by.position);
        if (const auto* judged = recorded.event.as<CriteriaJudged>()) {
            switch (judged->judge) {
                case Judge::direct_head:
                    return Power::comment;
                case Judge::advisory_body:
                    return Power::propose;
                case Judge::authority:
                    return Power::decide;
            }
        }
        return std::nullopt;
    }
    const auto* found =
        std::find_if(std::begin(kNeeds), std::end(kNeeds), [&](const auto& needs) { return needs.type == act.type; });
    return found == std::end(kNeeds) ? std::nullopt : std::optional(found->power);
}

struct Target {
    std::optional<Post> post;      // of the person
    std::optional<UnitCode> unit;  // where no person is concerned
};

bool reaches(Context& context, const Mandate& mandate, const Target& target, Date day) {
    if (!target.post && !target.unit) return true;
    const auto unit = target.post ? target.post->unit : *target.unit;
    switch (mandate.reach) {
        case Reach::unit:
            return unit == mandate.unit;
        case Reach::subtree:
            return context.within(unit, mandate.unit, day);
        case Reach::managed: {
            if (target.post) return target.post->managed_by == mandate.unit;
            const auto known = context.unit(unit);
            const auto* version = known ? known->at(day) : nullptr;
            return unit == mandate.unit || (version && version->parent == mandate.unit);
        }
    }
    return false;
}

std::string verdict(Context& context, const Mandate& mandate, const std::optional<Document>& document,
                    const std::optional<Power>& power, const Target& target, Date day) {
    if (day < mandate.from) return "NOT_YET_VALID";
    if (document && day < document->registered.date) return "NOT_YET_SIGNED";
    if (mandate.to && day > *mandate.to) return "ENDED";
    if (mandate.revoked_on && day >= *mandate.revoked_on) return "REVOKED";
    if (power && std::find(mandate.powers.begin(), mandate.powers.end(), *power) == mandate.powers.end())
        return "NO_POWER";
    if (!reaches(context, mandate, target, day)) return "NO_REACH";
    return "OK";
}

// What one mandate carries, as it was known at `known`.
Standing standing_of(Context& context, const MandateId& id, events::Position known, const std::optional<Power>& power,
                     const Target& target, Date day) {
    Standing standing;
    standing.known_as_of = static_cast<std::int64_t>(known.value);
    standing.mandate = context.rows().get_as<Mandate>(organisation::kMandates, id.str(), known);
    if (!standing.mandate) {
        standing.why = "UNKNOWN_THEN";
        return standing;
    }
    standing.document =
        context.rows().get_as<Document>(organisation::kDocuments, standing.mandate->document.str(), known);
    standing.why = verdict(context, *standing.mandate, standing.document, power, target, day);
    standing.competent = standing.why == "OK";
    return standing;
}

// Of several mandates the one that carries, else the nearest miss.
int nearness(const Standing& standing) {
    if (standing.competent) return 4;
    if (standing.why == "NO_POWER" || standing.why == "UNKNOWN_THEN") return 0;
    return standing.why == "NO_REACH" ? 1 : 2;
}

Standing best_standing(Context& context, const PersonCode& actor, events::Position known,
                       const std::optional<Power>& power, const Target& target, Date day) {
    Standing best;
    best.known_as_of = static_cast<std::int64_t>(known.value);
    best.why = "NO_MANDATE";
    context.rows().scan(organisation::kMandatesOf, actor.str() + "/", "", known, [&](const Row& row) {
        const auto id = MandateId::of(std::string_view(row.entity).substr(actor.str().size() + 1));
        auto standing = standing_of(context, id, known, power, target, day);
        // Reach is told apart from time: a mandate that reaches but did not hold comes nearer than one that does not
        // reach.
        if (standing.mandate && !standing.competent && !reaches(context, *standing.mandate, target, day))
            standing.why = "NO_REACH";
        if (!best.mandate || nearness(standing) > nearness(best)) best = std::move(standing);
        return true;
    });
    return best;
}

Target target_of(const Context& context, const std::optional<DossierId>& dossier,
                 const std::optional<PersonCode>& subject, const std::optional<UnitCode>& unit, Date day) {
    Target target;
    if (dossier) {
        if (const auto row = context.dossier(*dossier)) target.post = row->post;
    } else if (subject) {
        const auto person = context.person(*subject);
        const auto* post = person ? person->main_post_at(day) : nullptr;
        if (post) target.post = *post;
    }
    if (!target.post) target.unit = unit;
    return target;
}

}  // namespace

Competence competence_of(Context& context, const Act& act) {
    Competence competence;
    competence.actor = context.person_name(act.by.actor);
    competence.power = power_of(context, act);
    if (act.subject) competence.subject = context.person_name(*act.subject);
    competence.unit = act.unit;
    competence.at = act.by.at();
    competence.day = competence.at.local_date();
    competence.act = act.by.position;
    const auto then = events::Position{static_cast<std::uint64_t>(act.by.position)};
    if (!act.by.mandate) {
        // The desk lets an act pass without a mandate only where none is needed; of paper it takes down what is
        // missing.
        const bool unfounded = std::any_of(act.breaches.begin(), act.breaches.end(),
                                           [](const auto& breach) { return breach.type.str() == "not-competent"; });
        competence.then = Standing{act.by.position, !unfounded, unfounded ? "NO_MANDATE" : "OK", {}, {}};
        competence.now = competence.then;
        competence.now.known_as_of = context.basis().position;
        return competence;
    }
    const auto target = target_of(context, act.dossier, act.subject, act.unit, competence.day);
    competence.then = standing_of(context, *act.by.mandate, then, competence.power, target, competence.day);
    competence.now = standing_of(context, *act.by.mandate, context.known(), competence.power, target, competence.day);
    const auto& mandate = competence.now.mandate;
    competence.entered_before = mandate && mandate->entered_at <= competence.at;
    return competence;
}

Result<CompetenceAnswer> Answers::competence(const CompetenceQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (question.act) {
        const bool known = *question.act >= 0 && *question.act <= context.basis().position;
        const auto act = known ? context.act(static_cast<std::uint64_t>(*question.act)) : std::nullopt;
        if (!act) return no_such("hành vi", "act", std::to_string(*question.act));
        return CompetenceAnswer{context.basis(), competence_of(context, *act)};
    }
    if (!question.actor || !question.power) {
        return invalid_field(question.actor ? "/power" : "/actor",
                             "Cần nêu bản ghi, hoặc người thực hiện và quyền được hỏi.",
                             "Name an act, or an actor and a power.");
    }
    Competence competence;
    competence.actor = context.person_name(*question.actor);
    competence.power = question.power;
    if (question.subject) competence.subject = context.person_name(*question.subject);
    competence.unit = question.unit;
    competence.at = question.at.value_or(Time::local(context.today(), 12, 0));
    competence.day = competence.at.local_date();
    const auto target = target_of(context, std::nullopt, question.subject, question.unit, competence.day);
    competence.now = best_standing(context, *question.actor, context.known(), question.power, target, competence.day);
    if (const auto then = position_at(competence.at); then && *then <= context.known()) {
        competence.then = best_standing(context, *question.actor, *then, question.power, target, competence.day);
    } else {
        competence.then.why = "UNKNOWN_THEN";
        if (then) competence.then = competence.now;
    }
    const auto& mandate = competence.now.mandate;
    competence.entered_before = mandate && mandate->entered_at <= competence.at;
    return CompetenceAnswer{context.basis(), std::move(competence)};
}

}  // namespace minhbach::projections
