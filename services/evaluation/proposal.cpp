#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

std::optional<Refusal> former_agency_silent(Past& past, const Dossier& dossier, Date day) {
    if (dossier.former_agency_commented) return std::nullopt;
    past.note(person_stream(dossier.opened->person));
    const auto agency = former_agency(past, dossier, day);
    if (!agency) return std::nullopt;
    const auto months = std::to_string(former_agency_rule(past, dossier)->months.value_or(0));
    return Refusal{"step-order",
                   "",
                   former_agency_clause(past, dossier),
                   "Người này đã công tác từ " + months + " tháng trở lên trong năm tại " + agency->str() +
                       "; phải có ý kiến nhận xét của cơ quan, đơn vị cũ trước khi đề xuất.",
                   "This person worked " + months + " months or more of the year at " + agency->str() +
                       "; the former agency's comment comes before the proposal.",
                   {}};
}

// One refusal for each host of the year that did not comment.
std::vector<Refusal> hosts_silent(Past& past, const Dossier& dossier, Date day) {
    past.note(person_stream(dossier.opened->person));
    const auto* rule = book_of(past, dossier).procedure().opinion(law::OpinionSide::host_agency, who_of(past, dossier));
    std::vector<Refusal> silent;
    for (const auto* seconded : hosts(past.registry(), dossier, day)) {
        if (dossier.heard(*seconded)) continue;
        silent.push_back({"step-order",
                          "",
                          rule ? rule->clause->citation.str() : kInternalRule,
                          "Người này được biệt phái đến " + seconded->host.str() + " từ ngày " +
                              seconded->from.vietnamese() + " (văn bản " + seconded->document.str() +
                              "); phải có nhận xét của nơi biệt phái đến trước khi đề xuất.",
                          "This person is seconded to " + seconded->host.str() + " since " + seconded->from.iso() +
                              " (document " + seconded->document.str() +
                              "); the host's comment comes before the proposal.",
                          {}});
    }
    return silent;
}

std::vector<Refusal> against_order(Past& past, const Dossier& dossier, const ProposeLevel& command,
                                   const Entry& entry) {
    std::vector<Refusal> broken;
    const auto add = [&](std::optional<Refusal> refusal) {
        if (refusal) broken.push_back(*std::move(refusal));
    };
    if (dossier.decision) {
        add(Refusal{"step-order",
                    "",
                    step_clause(past, dossier, ProcedureStep::decision),
                    "Hồ sơ đã có kết luận mức xếp loại nên không đề xuất lại được.",
                    "The level has been decided; it can no longer be proposed.",
                    {}});
    }
    add(cycle::closed_for(past, dossier.opened->cycle, entry.time()));
    for (auto& refusal : missing_before(past, dossier, ProcedureStep::proposal, entry, command.meeting))
        broken.push_back(std::move(refusal));
    add(former_agency_silent(past, dossier, entry.day()));
    for (auto& refusal : hosts_silent(past, dossier, entry.day())) broken.push_back(std::move(refusal));
    for (auto& refusal : opinions_outstanding(past, dossier, entry.day())) broken.push_back(std::move(refusal));
    if (dossier.proposal && !command.reason) {
        add(Refusal{"reason-required",
                    "/reason",
                    clause_of(book_of(past, dossier), law::Principle::judging),
                    "Thay đổi đề xuất đã có thì phải nêu lý do.",
                    "A change of an earlier proposal needs a reason.",
                    {}});
    }
    return broken;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const ProposeLevel& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::proposal, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (command.meeting && !past.meeting(*command.meeting).exists()) {
        return invalid_field("/meeting", "Không có cuộc họp mang mã " + command.meeting->str() + ".",
                             "There is no meeting " + command.meeting->str() + ".");
    }
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();

    auto broken = against_order(past, dossier, command, entry);
    const auto assessment = assess(past, dossier, Judge::advisory_body);
    if (!assessment) {
        broken.push_back(assessment.error());
    } else if (assessment->evaluation.outcome == RuleOutcome::not_rated) {
        // Nobody proposes a level for who is not rated, and nothing of the procedure needs to have happened.
        broken = against_rules(*assessment, **rulebook, command.level, command.reason.has_value());
        if (auto closed = cycle::closed_for(past, opened.cycle, entry.time())) broken.push_back(*std::move(closed));
    } else {
        for (auto& refusal : against_rules(*assessment, **rulebook, command.level, command.reason.has_value())) {
            broken.push_back(std::move(refusal));
        }
    }
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    ProposalMade made{command.dossier, opened.person,     command.level,   dossier.proposal, std::nullopt,    {},
                      command.reason,  command.synthesis, command.meeting, entry.paper(),    entry.breaches()};
    if (assessment) {
        made.rule_level = assessment->evaluation.level;
        made.gaps = assessment->evaluation.gaps;
    }
    return written(entry, dossier_stream(command.dossier), std::move(made));
}

}  // namespace minhbach::services::evaluation
