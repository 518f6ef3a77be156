// Theo dõi, kiểm tra, đôn đốc: who is assigned, on which document, and that they confirmed it.
#include "services/remediation/parties.hpp"

namespace minhbach::services::remediation {

using organisation::Problems;
using organisation::written;

Decision decide(Past& past, const Acting& acting, const AssignFollowUp& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto& owner = (*plan)->owner;
    if (auto outcome = not_the_owner(past, **plan, acting); !outcome) return outcome.error();
    const auto authority = competent_for_owner(past, acting.person, Power::decide, owner, acting.today());
    if (!authority) return authority.error();
    Problems problems;
    problems.document(past, command.document);
    const auto* assignee = problems.person(past, command.assignee, "/assignee");
    if (assignee && owns(past, owner, command.assignee, acting.today())) {
        auto refusal = about_themselves(past, **plan,
                                        "Không phân công chính người có kế hoạch, hoặc người đứng đầu đơn vị có kế "
                                        "hoạch, theo dõi, kiểm tra, đôn đốc kế hoạch đó.",
                                        "Neither the owner nor the head of the owning unit follows the own plan.");
        refusal.field = "/assignee";
        problems.add(std::move(refusal));
    }
    if (!problems.none()) return std::move(problems).refusal();
    const auto held = (*plan)->follow_ups.find(command.role);
    if (held != (*plan)->follow_ups.end() && held->second.assignee == command.assignee &&
        held->second.document == command.document) {
        return organisation::nothing_to_change();
    }
    return written(*authority, remediation_stream(command.plan),
                   FollowUpAssigned{command.plan, owner, command.role, command.assignee, command.document});
}

Decision decide(Past& past, const Acting& acting, const ConfirmFollowUp& command) {
    const auto plan = find_plan(past, command.plan);
    if (!plan) return plan.error();
    const auto held = (*plan)->follow_ups.find(command.role);
    if (held == (*plan)->follow_ups.end()) {
        return step_order(past, **plan, "/role", "Chưa phân công người " + name_of(command.role) + ".",
                          "Nobody has been assigned to this role.");
    }
    if (held->second.assignee != acting.person) {
        return Refusal{"not-competent",
                       "",
                       past.registry().letter_of((*plan)->cycle.value()),
                       "Chỉ người được phân công xác nhận việc phân công.",
                       "Only the assignee confirms the assignment.",
                       {}};
    }
    if (held->second.confirmed) return organisation::nothing_to_change();
    return written(assigned(acting.person), remediation_stream(command.plan),
                   FollowUpConfirmed{command.plan, (*plan)->owner, command.role});
}

}  // namespace minhbach::services::remediation
