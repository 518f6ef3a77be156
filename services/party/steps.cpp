// The steps at the cell: self-review, appraisal, the ballot as counts, proposal, by whom the rulebook says.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

struct Step {
    const MemberDossier* dossier;
    PartyEntry entry;
};

// In the dossier of somebody who is not exempt.
Result<Step> step_in(Past& past, const Acting& acting, const DossierId& id, const std::optional<PartyOnPaper>& on_paper,
                     law::ProcedureStep named) {
    const auto found = find_dossier(past, id);
    if (!found) return found.error();
    auto entered = entry_for(past, acting, on_paper, named, **found);
    if (!entered) return entered.error();
    Step step{*found, *std::move(entered)};
    if (auto outcome = step.entry.raise(exempted(**found)); !outcome) return outcome.error();
    return step;
}

std::string form_clause(const Past& past, const PartyDossierOpened& opened) {
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return kInternalRule;
    const auto* form = (*rulebook)->procedure().form(law::ProcedureStep::self_assessment, who_of(**rulebook, opened));
    return form ? form->clause->citation.str() : kInternalRule;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const FilePartySelfReview& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    auto entered = entry_for(past, acting, command.on_paper, law::ProcedureStep::self_assessment, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (auto outcome = entry.raise(exempted(dossier)); !outcome) return outcome.error();
    if (auto refusal = already_decided(past, dossier)) return *std::move(refusal);
    organisation::Problems problems;
    const auto form = opened.post.leader ? PartyForm::form_02b : PartyForm::form_02a;
    if (command.form != form) {
        auto refusal = invalid_field("/form", std::string("Mẫu phải là ") + (opened.post.leader ? "02B" : "02A") + ".",
                                     std::string("The form is ") + (opened.post.leader ? "02B" : "02A") + ".");
        refusal.clause = form_clause(past, opened);
        problems.add(std::move(refusal));
    }
    problems.require(!command.strengths.empty(), "/strengths", "Phải nêu ưu điểm, kết quả đạt được.",
                     "State the strengths and results.");
    problems.require(!command.limits.empty(), "/limits", "Phải nêu hạn chế, khuyết điểm và nguyên nhân.",
                     "State the limits and their causes.");
    problems.require(!command.remedied.empty(), "/remedied", "Phải nêu kết quả khắc phục hạn chế của kỳ trước.",
                     "State how earlier limits were remedied.");
    problems.require(!command.measures.empty(), "/measures", "Phải nêu phương hướng, biện pháp khắc phục.",
                     "State the measures.");
    problems.require(!opened.post.leader || command.responsibility.has_value(), "/responsibility",
                     "Người lãnh đạo phải nêu trách nhiệm đối với hạn chế của tập thể.",
                     "Leaders state their responsibility for the limits of the collective.");
    if (!problems.none()) return std::move(problems).refusal();
    return entry.written(
        party_dossier_stream(command.dossier),
        PartySelfReviewFiled{command.dossier, opened.person, command.form, command.strengths, command.limits,
                             command.remedied, command.explanation, command.responsibility, command.measures,
                             command.proposed, entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const AppraiseMember& command) {
    auto step = step_in(past, acting, command.dossier, command.on_paper, law::ProcedureStep::appraisal);
    if (!step) return step.error();
    const auto& dossier = *step->dossier;
    organisation::Problems problems;
    check_criteria(problems, command.criteria);
    const bool leader = dossier.opened->post.leader;
    problems.require(command.targets.has_value() == leader, "/targets",
                     "Chỉ tiêu, nhiệm vụ của đơn vị phụ trách dành cho, và chỉ dành cho, người giữ chức vụ lãnh đạo.",
                     "Targets of the unit led belong to leaders, and to them alone.");
    if (command.targets) check_targets(problems, *command.targets);
    problems.require(!command.findings.unit_corruption || leader, "/findings/unitCorruption",
                     "Kết luận này chỉ áp dụng cho người lãnh đạo.", "This is found of leaders only.");
    problems.require(!command.opinion.empty(), "/opinion", "Phải nhập ý kiến thẩm định.", "State the appraisal.");
    past.note(person_stream(dossier.opened->person));
    const auto& disciplines = past.registry().person(dossier.opened->person)->disciplines;
    for (std::size_t i = 0; i < command.mitigations.size(); ++i) {
        const bool known = std::any_of(disciplines.begin(), disciplines.end(), [&](const auto& one) {
            return one.recorded.violation == command.mitigations[i].violation;
        });
        problems.require(known, "/mitigations/" + std::to_string(i) + "/violation",
                         "Chưa ghi nhận quyết định kỷ luật nào về vi phạm này.",
                         "No discipline for this act is recorded.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    // After the decision too: a re-rating rests on what is appraised anew.
    if (!dossier.self_proposed) {
        const auto outcome = step->entry.breach(step_order(clause_of(past, *step->dossier->opened, About::steps),
                                                           "Đảng viên chưa nộp bản kiểm điểm cá nhân.",
                                                           "The member has not filed the self-review yet."));
        if (!outcome) return outcome.error();
    }
    return step->entry.written(party_dossier_stream(command.dossier),
                               PartyMemberAppraised{command.dossier, dossier.opened->person, command.criteria,
                                                    command.targets, command.findings, command.mitigations,
                                                    command.opinion, command.proposed, step->entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const CountPartyBallot& command) {
    auto step = step_in(past, acting, command.dossier, command.on_paper, law::ProcedureStep::ballot);
    if (!step) return step.error();
    if (auto refusal = already_decided(past, *step->dossier)) return *std::move(refusal);
    organisation::Problems problems;
    check_ballot(problems, ballot_of(command), acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    if (!step->dossier->appraisal) {
        const auto outcome = step->entry.breach(step_order(clause_of(past, *step->dossier->opened, About::steps),
                                                           "Chi ủy chưa thẩm định; chi bộ bỏ phiếu sau khi thẩm định.",
                                                           "The cell votes after its committee has appraised."));
        if (!outcome) return outcome.error();
    }
    return step->entry.written(
        party_dossier_stream(command.dossier),
        PartyBallotCounted{command.dossier, step->dossier->opened->person, command.held_on, command.present,
                           command.excellent, command.good, command.completed, command.not_completed, command.invalid,
                           command.not_returned, command.minutes, step->entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const ProposePartyLevel& command) {
    auto step = step_in(past, acting, command.dossier, command.on_paper, law::ProcedureStep::proposal);
    if (!step) return step.error();
    const auto& dossier = *step->dossier;
    if (auto refusal = already_decided(past, dossier)) return *std::move(refusal);
    std::vector<Refusal> broken;
    if (!dossier.ballot_on) {
        broken.push_back(step_order(clause_of(past, *step->dossier->opened, About::steps),
                                    "Chi bộ chưa bỏ phiếu xếp loại đảng viên này.",
                                    "The cell has not voted on this member yet."));
    }
    if (dossier.appraisal && command.level != dossier.appraisal->proposed && !command.reason) {
        broken.push_back({"reason-required",
                          "/reason",
                          clause_of(past, *dossier.opened, About::steps),
                          "Mức đề nghị khác mức chi ủy thẩm định thì phải nêu lý do.",
                          "A level other than the appraised one needs a reason.",
                          {}});
    }
    if (auto outcome = step->entry.raise(std::move(broken)); !outcome) return outcome.error();
    return step->entry.written(party_dossier_stream(command.dossier),
                               PartyProposalMade{command.dossier, dossier.opened->person, command.level, command.reason,
                                                 step->entry.transcript()});
}

}  // namespace minhbach::services::party
