// The power an act rested on, with what was known then and with what is known now.
#include "projections/competence.hpp"

#include <algorithm>

#include "events/refusals.hpp"
#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

struct Needs {
    std::string_view type;
    Power power;
};
constexpr Needs kNeeds[] = {
    {"comment.recorded", Power::comment},
    {"party-opinion.recorded", Power::party_opinion},
    {"proposal.made", Power::propose},
    {"rating.decided", Power::decide},
    {"rating.cancelled", Power::decide},
    {"decision.corrected", Power::decide},
    {"objection.resolved", Power::decide},
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

std::optional<Power> power_for(std::string_view type) {
    const auto* found =
        std::find_if(std::begin(kNeeds), std::end(kNeeds), [&](const auto& needs) { return needs.type == type; });
    return found == std::end(kNeeds) ? std::nullopt : std::optional(found->power);
}

// The power that the desk asks for an act; nothing where the act needs none or its event says which (criteria).
std::optional<Power> power_of(const Context& context, const Act& act) {
    if (act.type != "criteria.judged") return power_for(act.type);
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
    if (mandate.awaits_confirmation()) return "NOT_YET_CONFIRMED";
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

// From the mandate up to where nobody granted any more.
std::vector<AuthorityLink> chain_of(Context& context, const Standing& standing) {
    constexpr std::size_t kLinksMax = 12;
    std::vector<AuthorityLink> chain;
    auto mandate = standing.mandate;
    while (mandate && chain.size() < kLinksMax) {
        auto document = context.document(mandate->document);
        const auto granted = context.recorded(mandate->position).record;
        const auto above = granted.authority;
        chain.push_back({std::move(*mandate), std::move(document)});
        mandate.reset();
        if (above.empty()) break;
        const bool again = std::any_of(chain.begin(), chain.end(),
                                       [&](const auto& link) { return link.mandate.mandate.str() == above; });
        if (!again) mandate = context.mandate(MandateId::of(above));
    }
    return chain;
}

PersonCode kept_code(const Context& context, const PersonCode& code) {
    const auto known = context.person(code);
    return known && known->merged_into ? kept_code(context, *known->merged_into) : code;
}

// The tie that binds the actor, else one that is only said by the other side.
std::optional<Tie> tie_between(Context& context, const PersonCode& actor, const PersonCode& subject, Date day) {
    const auto kept = [&](const PersonCode& code) { return kept_code(context, code); };
    const auto one = kept(actor), other = kept(subject);
    if (one == other) return std::nullopt;
    std::vector<PersonCode> codes;
    for (const auto& each : {one, other}) {
        codes.push_back(each);
        if (const auto person = context.person(each))
            codes.insert(codes.end(), person->duplicates.begin(), person->duplicates.end());
    }
    std::optional<Tie> found;
    for (const auto& code : codes) {
        for (const auto& relation : relations_under(context, code)) {
            const auto from = kept(code), to = kept(relation.declared.other);
            const bool theirs = (from == one && to == other) || (from == other && to == one);
            if (!theirs || !relation.holds_on(day)) continue;
            const bool binds = relation.binds(one, kept);
            if (found && (found->binds || !binds)) continue;
            found = Tie{relation_view(context, relation), binds, std::string(kStandsAsideClause)};
        }
    }
    return found;
}

// What is remarked on an act that was done, or asked about, at `at`.
void remark(Context& context, const std::optional<PersonCode>& subject, Competence& competence) {
    const auto& standing = competence.now;
    competence.chain = chain_of(context, standing);
    auto& remarks = competence.remarks;
    if (standing.why == "NOT_YET_VALID" || standing.why == "NOT_YET_SIGNED")
        remarks.push_back(CompetenceRemark::issued_after);
    if (standing.mandate && !competence.entered_before) remarks.push_back(CompetenceRemark::entered_after);
    const auto later = [&](const auto& correction) { return correction.recorded_at > competence.at; };
    const auto corrected = [&](const auto& entry) {
        return entry && std::any_of(entry->corrections.begin(), entry->corrections.end(), later);
    };
    if (corrected(standing.mandate) || corrected(standing.document))
        remarks.push_back(CompetenceRemark::corrected_later);
    if (!subject) return;
    competence.tie = tie_between(context, competence.actor.person, *subject, competence.day);
    const bool stood = competence.tie && competence.tie->binds && competence.power && stands_aside(*competence.power);
    if (stood) remarks.push_back(CompetenceRemark::related);
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
        remark(context, act.subject, competence);
        return competence;
    }
    const auto target = target_of(context, act.dossier, act.subject, act.unit, competence.day);
    competence.then = standing_of(context, *act.by.mandate, then, competence.power, target, competence.day);
    competence.now = standing_of(context, *act.by.mandate, context.known(), competence.power, target, competence.day);
    const auto& mandate = competence.now.mandate;
    competence.entered_before = mandate && mandate->known_since() <= competence.at;
    remark(context, act.subject, competence);
    return competence;
}

Result<CompetenceAnswer> Answers::competence(const CompetenceQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (question.act) {
        const bool known = *question.act >= 0 && *question.act <= context.basis().position;
        const auto act = known ? context.act(static_cast<std::uint64_t>(*question.act)) : std::nullopt;
        if (!act) return no_such("hành vi", "act", std::to_string(*question.act));
        return CompetenceAnswer{context.basis(), competence_of(context, *act)};
    }
    const auto power = question.type ? power_for(*question.type) : question.power;
    if (!question.actor || !power) {
        return invalid_field(question.actor ? "/power" : "/actor",
                             "Cần nêu bản ghi, hoặc người thực hiện và quyền được hỏi.",
                             "Name an act, or an actor and a power.");
    }
    Competence competence;
    competence.actor = context.person_name(*question.actor);
    competence.power = power;
    if (question.subject) competence.subject = context.person_name(*question.subject);
    competence.unit = question.unit;
    competence.at = question.at.value_or(Time::local(context.today(), 12, 0));
    competence.day = competence.at.local_date();
    const auto target = target_of(context, std::nullopt, question.subject, question.unit, competence.day);
    competence.now = best_standing(context, *question.actor, context.known(), power, target, competence.day);
    if (const auto then = position_at(competence.at); then && *then <= context.known()) {
        competence.then = best_standing(context, *question.actor, *then, power, target, competence.day);
    } else {
        competence.then.why = "UNKNOWN_THEN";
        if (then) competence.then = competence.now;
    }
    const auto& mandate = competence.now.mandate;
    competence.entered_before = mandate && mandate->known_since() <= competence.at;
    remark(context, question.subject, competence);
    return CompetenceAnswer{context.basis(), std::move(competence)};
}

}  // namespace minhbach::projections
