// Cancellation and re-rating. On the party track of 2023 an act counts in the year it was done: disciplined later, that
// year is rated again, as the rulebook attributes discipline.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

bool holds(const std::vector<ViolationId>& list, const ViolationId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

std::optional<RatedLevel> newest_state_level(Past& past, const MemberDossier& dossier) {
    const auto now = state_level_of(past, *dossier.opened);
    return now ? std::optional(*now) : dossier.decision->state_level;
}

std::optional<Refusal> against_objection(const ReRateMember& command, const MemberDossier& dossier,
                                         const law::Rulebook& rulebook) {
    const auto found = command.objection ? dossier.objections.find(*command.objection) : dossier.objections.end();
    if (found == dossier.objections.end()) {
        return invalid_field("/objection", "Không có kiến nghị, khiếu nại này trong hồ sơ.",
                             "There is no such objection in the dossier.");
    }
    const auto& [id, objection] = *found;
    if (objection.upheld() && objection.filed.decision == command.decision) return std::nullopt;
    return step_order(clause_in(rulebook, About::re_rating),
                      "Kiến nghị, khiếu nại " + id.str() + " chưa được chấp nhận đối với quyết định này.",
                      "Objection " + id.str() + " was not upheld against this decision.", "/objection");
}

// What is wrong with the ground; empty: it is there.
std::optional<Refusal> against_ground(const ReRateMember& command, const MemberDossier& dossier,
                                      const PartyAssessment& assessment) {
    if (command.ground == ReratingGround::objection)
        return against_objection(command, dossier, assessment.sheet.rulebook());
    const auto clause = assessment.sheet.rulebook().disciplines()->in_year->citation.str();
    const auto& counted = dossier.decision->violations_counted;
    switch (command.ground) {
        case ReratingGround::late_discipline:
            if (!command.violation) break;
            if (holds(law::violations_that_count(assessment.sheet), *command.violation) &&
                !holds(counted, *command.violation)) {
                return std::nullopt;
            }
            return step_order(clause,
                              "Không có quyết định kỷ luật về hành vi của năm này mà kết quả xếp loại chưa tính đến.",
                              "No discipline for an act of this year was left out by the decision.", "/violation");
        case ReratingGround::discipline_annulled:
            if (!command.violation) break;
            if (holds(counted, *command.violation)) return std::nullopt;
            return step_order(clause, "Quyết định xếp loại không tính đến vi phạm này.",
                              "The decision did not count this act.", "/violation");
        case ReratingGround::dishonesty:
        case ReratingGround::error:
            return std::nullopt;
        case ReratingGround::objection:
            return std::nullopt;
    }
    return invalid_field("/violation", "Phải nêu vi phạm bị xử lý kỷ luật.", "Name the act that was punished.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const ReRateMember& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    auto entered = entry_for(past, acting, command.on_paper, law::ProcedureStep::decision, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (!dossier.decision || dossier.decision->revision != command.decision) {
        return step_order(clause_of(past, *dossier.opened, About::steps),
                          "Quyết định này không phải là quyết định đang có hiệu lực của hồ sơ.",
                          "This is not the decision in force of the dossier.", "/decision");
    }
    organisation::Problems problems;
    problems.require_reason(command.reason);
    check_paper(problems, command.paper, acting.today());
    if (command.level == dossier.decision->level) {
        problems.add({"nothing-to-change",
                      "/level",
                      "",
                      "Mức mới giống mức đang có hiệu lực.",
                      "The new level is the one in force.",
                      {}});
    }
    if (!problems.none()) return std::move(problems).refusal();
    const auto annulled =
        command.ground == ReratingGround::discipline_annulled ? command.violation : std::optional<ViolationId>();
    const auto assessment = assess(past, dossier, newest_state_level(past, dossier), acting.today(), annulled);
    if (!assessment) return assessment.error();
    if (auto outcome = entry.raise(against_ground(command, dossier, *assessment)); !outcome) return outcome.error();
    if (auto outcome = entry.raise(against_rules(*assessment, command.level, true)); !outcome) return outcome.error();

    const auto& person = dossier.opened->person;
    const auto stream = party_dossier_stream(command.dossier);
    auto decided = entry.written(
        stream, PartyRatingCancelled{command.dossier, person, command.decision, command.ground, command.violation,
                                     command.reason, command.paper, command.objection, entry.transcript()});
    auto event = party::decided(dossier, *assessment, command.level, command.reason, command.paper);
    event.supersedes = command.decision;
    event.transcript = entry.transcript();
    decided.events.push_back(entry.to_write(stream, std::move(event)));
    return decided;
}

std::vector<DueRerating> due_reratings(Past& past, const UnitCode& committee_unit, Date day) {
    const auto& registry = past.registry();
    std::vector<DueRerating> due;
    std::vector<PersonCode> people;
    for (const auto& unit : registry.subtree(committee_unit, day)) {
        const auto here = registry.people_in(unit, day);
        people.insert(people.end(), here.begin(), here.end());
    }
    // Whoever was disciplined may work elsewhere by now.
    for (const auto& [person, known] : registry.people())
        if (!known.disciplines.empty()) people.push_back(person);
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    for (const auto& person : people) {
        for (const auto& [cycle, known] : registry.cycles()) {
            const auto& dossier = past.party_dossier(dossier_id(cycle, person));
            if (!dossier.decision || dossier.opened->committee_unit != committee_unit) continue;
            const auto now = state_level_of(past, *dossier.opened);
            const auto assessment = assess(past, dossier, newest_state_level(past, dossier), day);
            if (!assessment) continue;  // the rulebook is another program's
            const auto& rule = *assessment->sheet.rulebook().disciplines();
            DueRerating one{dossier.opened->dossier,    person, cycle, dossier.opened->year,
                            dossier.decision->revision, {},     {},    rule.in_year->citation};
            for (const auto& violation : law::violations_that_count(assessment->sheet)) {
                if (holds(dossier.decision->violations_counted, violation)) continue;
                if (dossier.decision->level == Level::not_completed) continue;  // no lower level is left
                const auto& facts = assessment->facts.disciplines;
                const bool remedied = std::any_of(facts.begin(), facts.end(), [&](const auto& fact) {
                    return fact.violation == violation && fact.self_detected_and_remedied;
                });
                one.ground = remedied ? PartyReratingGround::weigh_re_rating : PartyReratingGround::re_rate;
                one.violation = violation;
                due.push_back(one);
            }
            if (now && dossier.decision->state_level && *now != *dossier.decision->state_level) {
                one.ground = PartyReratingGround::state_level_changed;
                one.violation.reset();
                one.clause = Label::of(clause_in(assessment->sheet.rulebook(), About::state_before_party));
                due.push_back(one);
            }
        }
    }
    return due;
}

}  // namespace minhbach::services::party
