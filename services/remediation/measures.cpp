// What is done on a measure, and what others make of it.
#include "events/refusals.hpp"
#include "services/remediation/parties.hpp"

namespace minhbach::services::remediation {
namespace {

using organisation::Problems;
using organisation::written;

// The first assignment or mandate that allows it.
Result<Authority> may(Past& past, const Acting& acting, const Plan& plan, std::initializer_list<FollowUpRole> roles,
                      std::initializer_list<Power> powers) {
    for (const auto role : roles)
        if (plan.is_confirmed(role, acting.person)) return assigned(acting.person);
    std::optional<Refusal> first;
    for (const auto power : powers) {
        auto found = competent_for_owner(past, acting.person, power, plan.owner, acting.today());
        if (found) return found;
        if (!first) first = found.error();
    }
    return *std::move(first);
}

Refusal not_assigned(const Past& past, const Plan& plan, const PersonCode& person, FollowUpRole role) {
    return {"not-competent",
            "",
            past.registry().letter_of(plan.cycle.value()),
            person.str() + " không phải là người được phân công " + name_of(role) + " và đã xác nhận phân công.",
            person.str() + " does not hold this assignment, or has not confirmed it.",
            {}};
}

Outcome not_verified(const Past& past, const Plan& plan, const MeasureState& measure) {
    if (!measure.verified) return {};
    return step_order(past, plan, "/measure", "Biện pháp đã được xác nhận khắc phục; muốn làm tiếp thì phải mở lại.",
                      "The measure is verified; reopen it first.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const InspectMeasure& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto measure = find_measure(**plan, command.measure);
    if (!measure) return measure.error();
    if (auto outcome = not_the_owner(past, **plan, acting); !outcome) return outcome.error();
    const auto authority = may(past, acting, **plan, {FollowUpRole::inspector}, {Power::decide, Power::inspect});
    if (!authority) return authority.error();
    Problems problems;
    problems.require(!command.result.empty(), "/result", "Phải ghi kết quả kiểm tra.", "The result is missing.");
    problems.require(command.on <= acting.today(), "/on", "Ngày kiểm tra ở sau ngày hôm nay.",
                     "The inspection is in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, remediation_stream(command.plan),
                   MeasureInspected{command.plan, (*plan)->owner, command.measure, command.on, command.result},
                   command.on == acting.today() ? std::nullopt : std::optional(command.on));
}

Decision decide(Past& past, const Acting& acting, const UrgeMeasure& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto measure = find_measure(**plan, command.measure);
    if (!measure) return measure.error();
    if (!(*plan)->is_confirmed(FollowUpRole::urger, acting.person))
        return not_assigned(past, **plan, acting.person, FollowUpRole::urger);
    if (auto outcome = not_verified(past, **plan, **measure); !outcome) return outcome.error();
    Problems problems;
    problems.require(!command.message.empty(), "/message", "Phải ghi nội dung đôn đốc.", "The message is missing.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(assigned(acting.person), remediation_stream(command.plan),
                   MeasureUrged{command.plan, (*plan)->owner, command.measure, command.message, command.escalated});
}

Decision decide(Past& past, const Acting& acting, const ReportProgress& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto measure = find_measure(**plan, command.measure);
    if (!measure) return measure.error();
    const bool responsible = (*measure)->measure.responsible == acting.person;
    if (!responsible && !owns(past, (*plan)->owner, acting.person, acting.today())) {
        return Refusal{"not-competent",
                       "",
                       past.registry().letter_of((*plan)->cycle.value()),
                       "Chỉ người chịu trách nhiệm thực hiện biện pháp hoặc người có kế hoạch báo cáo kết quả.",
                       "Only the person responsible or the owner of the plan reports on a measure.",
                       {}};
    }
    if (auto outcome = not_verified(past, **plan, **measure); !outcome) return outcome.error();
    Problems problems;
    problems.require(command.degree_percent >= 0 && command.degree_percent <= 100, "/degreePercent",
                     "Mức độ từ 0 đến 100%.", "The degree is 0 to 100 percent.");
    problems.require(!command.account.empty(), "/account", "Phải ghi kết quả thực hiện.", "The account is missing.");
    problems.require(command.degree_percent < 100 || !command.evidence.empty(), "/evidence",
                     "Báo cáo đã khắc phục xong thì phải có sản phẩm, minh chứng.",
                     "What is reported as done needs its evidence.");
    for (std::size_t i = 0; i < command.evidence.size(); ++i) {
        const auto& evidence = command.evidence[i];
        const auto field = "/evidence/" + std::to_string(i);
        problems.require(evidence.document.has_value() != evidence.attachment.has_value(), field,
                         "Mỗi minh chứng là một văn bản hoặc một tệp.", "Evidence is one document or one attachment.");
        problems.document(past, evidence.document, field + "/document");
        problems.require(!evidence.attachment || past.attachment(*evidence.attachment).exists(), field + "/attachment",
                         "Chưa có tệp này; hãy nộp tệp trước.", "There is no such file; hand it in first.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    const auto authority = (*plan)->owner.person == acting.person
                               ? Authority{acting.person, std::nullopt, std::nullopt, Capacity::self}
                               : assigned(acting.person);
    return written(authority, remediation_stream(command.plan),
                   ProgressReported{command.plan, (*plan)->owner, command.measure, command.degree_percent,
                                    command.account, command.difficulties, command.evidence});
}

Decision decide(Past& past, const Acting& acting, const VerifyMeasure& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto measure = find_measure(**plan, command.measure);
    if (!measure) return measure.error();
    if (owns(past, (*plan)->owner, acting.person, acting.today()) || (*measure)->measure.responsible == acting.person ||
        (*measure)->reported_by == acting.person) {
        return about_themselves(past, **plan,
                                "Việc khắc phục phải do người khác xác nhận, không phải người có kế hoạch, người chịu "
                                "trách nhiệm hoặc người đã báo cáo.",
                                "Remediation is verified by somebody else than the owner, the person responsible or "
                                "whoever reported it.");
    }
    const auto authority =
        may(past, acting, **plan, {FollowUpRole::follower, FollowUpRole::inspector}, {Power::decide});
    if (!authority) return authority.error();
    if (auto outcome = not_verified(past, **plan, **measure); !outcome) return outcome.error();
    if ((*measure)->degree_percent < 100) {
        return step_order(past, **plan, "/measure", "Chưa có báo cáo đã khắc phục xong (100%) để xác nhận.",
                          "Nothing has been reported as done (100 %), so there is nothing to verify.");
    }
    Problems problems;
    problems.require(!command.ground.empty(), "/ground", "Phải nêu căn cứ xác nhận.", "The ground is missing.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, remediation_stream(command.plan),
                   MeasureVerified{command.plan, (*plan)->owner, command.measure, command.ground});
}

Decision decide(Past& past, const Acting& acting, const ReopenMeasure& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto measure = find_measure(**plan, command.measure);
    if (!measure) return measure.error();
    if (auto outcome = not_the_owner(past, **plan, acting); !outcome) return outcome.error();
    const auto authority =
        may(past, acting, **plan, {FollowUpRole::follower, FollowUpRole::inspector}, {Power::decide, Power::inspect});
    if (!authority) return authority.error();
    if (!(*measure)->verified) {
        return step_order(past, **plan, "/measure", "Chỉ mở lại biện pháp đã được xác nhận khắc phục.",
                          "Only what is verified is reopened.");
    }
    Problems problems;
    problems.require_reason(command.reason);
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, remediation_stream(command.plan),
                   MeasureReopened{command.plan, (*plan)->owner, command.measure, command.reason});
}

}  // namespace minhbach::services::remediation
