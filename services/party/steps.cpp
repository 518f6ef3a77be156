// The steps at the cell: self-review, appraisal, the ballot as counts, proposal (Điều 11 Quy định số 124-QĐ/TW, mục 6
// Hướng dẫn số 25-HD/BTCTW).
#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

constexpr std::string_view kForms = "Hướng dẫn số 25-HD/BTCTW";

struct Step {
    const MemberDossier* dossier;
    Authority authority;
};

// In the dossier of somebody who is not exempt.
Result<Step> step_in(Past& past, const Acting& acting, const DossierId& id) {
    const auto found = find_dossier(past, id);
    if (!found) return found.error();
    const auto authority = competent(past, acting, Power::party_propose, **found);
    if (!authority) return authority.error();
    if (auto refusal = exempted(**found)) return *std::move(refusal);
    return Step{*found, *authority};
}

void check_criteria(organisation::Problems& problems, const std::vector<PartyCriterion>& criteria) {
    std::set<Label> names;
    for (const auto kind : {CriterionKind::general, CriterionKind::result}) {
        const bool there =
            std::any_of(criteria.begin(), criteria.end(), [&](const auto& one) { return one.kind == kind; });
        problems.require(there, "/criteria", "Phải có cả tiêu chí chung và tiêu chí kết quả thực hiện nhiệm vụ.",
                         "There are general criteria and criteria of results.");
    }
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const auto field = "/criteria/" + std::to_string(i) + "/name";
        problems.require(!criteria[i].name.empty(), field, "Phải nêu tên tiêu chí.", "Name the criterion.");
        problems.require(names.insert(criteria[i].name).second, field, "Tiêu chí bị lặp lại.",
                         "The criterion is named twice.");
    }
}

void check_targets(organisation::Problems& problems, const std::optional<PartyTargets>& targets, bool leader) {
    problems.require(targets.has_value() == leader, "/targets",
                     "Chỉ tiêu, nhiệm vụ của đơn vị phụ trách dành cho, và chỉ dành cho, người giữ chức vụ lãnh đạo.",
                     "Targets of the unit led belong to leaders, and to them alone.");
    if (!targets) return;
    problems.require(targets->assigned > 0, "/targets/assigned", "Phải có chỉ tiêu được giao.",
                     "Some targets were assigned.");
    problems.require(targets->completed >= 0 && targets->completed <= targets->assigned, "/targets/completed",
                     "Số chỉ tiêu hoàn thành phải từ 0 đến số được giao.",
                     "Between none and all of the targets are completed.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const FilePartySelfReview& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    if (acting.person != opened.person) {
        return Refusal{"not-competent",
                       "",
                       std::string(kSteps),
                       "Chỉ đảng viên được kiểm điểm nộp bản kiểm điểm của mình.",
                       "Only the member files the own self-review.",
                       {}};
    }
    if (auto refusal = exempted(dossier)) return *std::move(refusal);
    if (auto refusal = already_decided(dossier)) return *std::move(refusal);
    organisation::Problems problems;
    const auto form = opened.post.leader ? PartyForm::form_02b : PartyForm::form_02a;
    if (command.form != form) {
        auto refusal = invalid_field("/form", std::string("Mẫu phải là ") + (opened.post.leader ? "02B" : "02A") + ".",
                                     std::string("The form is ") + (opened.post.leader ? "02B" : "02A") + ".");
        refusal.clause = kForms;
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
    const Authority own{acting.person, std::nullopt, std::nullopt, Capacity::self};
    return organisation::written(own, party_dossier_stream(command.dossier),
                                 PartySelfReviewFiled{command.dossier, opened.person, command.form, command.strengths,
                                                      command.limits, command.remedied, command.explanation,
                                                      command.responsibility, command.measures, command.proposed});
}

Decision decide(Past& past, const Acting& acting, const AppraiseMember& command) {
    const auto step = step_in(past, acting, command.dossier);
    if (!step) return step.error();
    const auto& dossier = *step->dossier;
    // After the decision too: a re-rating rests on what is appraised anew.
    if (!dossier.self_proposed) {
        return step_order(kSteps, "Đảng viên chưa nộp bản kiểm điểm cá nhân.",
                          "The member has not filed the self-review yet.");
    }
    organisation::Problems problems;
    check_criteria(problems, command.criteria);
    check_targets(problems, command.targets, dossier.opened->post.leader);
    problems.require(!command.findings.unit_corruption || dossier.opened->post.leader, "/findings/unitCorruption",
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
    return organisation::written(
        step->authority, party_dossier_stream(command.dossier),
        PartyMemberAppraised{command.dossier, dossier.opened->person, command.criteria, command.targets,
                             command.findings, command.mitigations, command.opinion, command.proposed});
}

Decision decide(Past& past, const Acting& acting, const CountPartyBallot& command) {
    const auto step = step_in(past, acting, command.dossier);
    if (!step) return step.error();
    if (auto refusal = already_decided(*step->dossier)) return *std::move(refusal);
    if (!step->dossier->appraisal) {
        return step_order(kSteps, "Chi ủy chưa thẩm định; chi bộ bỏ phiếu sau khi thẩm định.",
                          "The cell votes after its committee has appraised.");
    }
    organisation::Problems problems;
    check_paper(problems, command.minutes, acting.today(), "/minutes");
    problems.require(command.held_on <= acting.today(), "/heldOn", "Ngày bỏ phiếu không được sau ngày hôm nay.",
                     "The ballot is in the future.");
    std::int64_t sum = 0;
    bool negative = false;
    for (const int count : {command.excellent, command.good, command.completed, command.not_completed, command.invalid,
                            command.not_returned}) {
        negative = negative || count < 0;
        sum += count;
    }
    if (negative || sum != command.present) {
        problems.add(organisation::inconsistent(
            "/present",
            "Tổng số phiếu các mức, phiếu không hợp lệ và phiếu không thu về (" + std::to_string(sum) +
                ") phải bằng số phiếu phát ra (" + std::to_string(command.present) + ").",
            "Votes, invalid ballots and those not returned (" + std::to_string(sum) + ") add up to those given out (" +
                std::to_string(command.present) + ")."));
    }
    if (command.present < kBallotsMin) {
        auto refusal = invalid_field(
            "/present", "Dưới " + std::to_string(kBallotsMin) + " phiếu thì kết quả cho biết ai bỏ phiếu thế nào.",
            "Of fewer than " + std::to_string(kBallotsMin) + " ballots the count tells who voted how.");
        refusal.clause = kInternalRule;
        problems.add(std::move(refusal));
    }
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        step->authority, party_dossier_stream(command.dossier),
        PartyBallotCounted{command.dossier, step->dossier->opened->person, command.held_on, command.present,
                           command.excellent, command.good, command.completed, command.not_completed, command.invalid,
                           command.not_returned, command.minutes});
}

Decision decide(Past& past, const Acting& acting, const ProposePartyLevel& command) {
    const auto step = step_in(past, acting, command.dossier);
    if (!step) return step.error();
    const auto& dossier = *step->dossier;
    if (auto refusal = already_decided(dossier)) return *std::move(refusal);
    if (!dossier.ballot_on) {
        return step_order(kSteps, "Chi bộ chưa bỏ phiếu xếp loại đảng viên này.",
                          "The cell has not voted on this member yet.");
    }
    if (command.level != dossier.appraisal->proposed && !command.reason) {
        return Refusal{"reason-required",
                       "/reason",
                       std::string(kSteps),
                       "Mức đề nghị khác mức chi ủy thẩm định thì phải nêu lý do.",
                       "A level other than the appraised one needs a reason.",
                       {}};
    }
    return organisation::written(
        step->authority, party_dossier_stream(command.dossier),
        PartyProposalMade{command.dossier, dossier.opened->person, command.level, command.reason});
}

}  // namespace minhbach::services::party
