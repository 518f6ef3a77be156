#include "services/remediation/parties.hpp"

#include <algorithm>

#include "events/refusals.hpp"
#include "services/organisation/conflicts.hpp"

namespace minhbach::services::remediation {

bool owns(const Past& past, const Owner& owner, const PersonCode& person, Date day) {
    return owner.person ? *owner.person == person : past.registry().heads(person, owner.unit.value(), day);
}

Result<Authority> competent_for_owner(Past& past, const PersonCode& person, Power power, const Owner& owner, Date day) {
    if (owner.unit) return organisation::competent_for_unit(past, person, power, *owner.unit, day);
    past.note(person_stream(*owner.person));
    const auto* known = past.registry().person(*owner.person);
    const auto* post = known ? known->last_post_at(day) : nullptr;
    if (!post) {
        return invalid_field("/owner/person", "Người này chưa được ghi nhận chức vụ, vị trí việc làm.",
                             "The person has no post.");
    }
    return organisation::competent_about(past, person, power, *owner.person, *post, day);
}

Result<const Plan*> find_plan(Past& past, const PlanId& id) {
    const auto& plan = past.plan(id);
    if (plan.adopted() && !plan.stated) return &plan;
    if (plan.stated) {
        return step_order(past, plan, "/plan", "Đã cam kết không có hạn chế, khuyết điểm nên không có kế hoạch.",
                          "No shortcoming was stated, so there is no plan.");
    }
    auto refusal = not_found("Không có kế hoạch khắc phục mang mã " + id.str() + ".",
                             "There is no remediation plan " + id.str() + ".");
    refusal.field = "/plan";
    return refusal;
}

Result<const MeasureState*> find_measure(const Plan& plan, const MeasureId& id) {
    const auto found = plan.measures.find(id);
    if (found != plan.measures.end()) return &found->second;
    return invalid_field("/measure", "Kế hoạch không có biện pháp mang mã " + id.str() + ".",
                         "The plan has no measure " + id.str() + ".");
}

Refusal step_order(const Past& past, const Plan& plan, std::string field, std::string vi, std::string en) {
    return {"step-order",  std::move(field), plan.cycle ? past.registry().letter_of(*plan.cycle) : std::string(),
            std::move(vi), std::move(en),    {}};
}

Refusal about_themselves(const Past& past, const Plan& plan, std::string vi, std::string en) {
    return {"self-decision", "", past.registry().letter_of(plan.cycle.value()), std::move(vi), std::move(en), {}};
}

Outcome not_the_owner(const Past& past, const Plan& plan, const Acting& acting) {
    if (!owns(past, plan.owner, acting.person, acting.today())) return {};
    return about_themselves(past, plan, "Người có kế hoạch không được tự phân công, kiểm tra hoặc kết luận về mình.",
                            "The owner of a plan neither assigns nor inspects nor judges its follow-up.");
}

std::string name_of(FollowUpRole role) {
    switch (role) {
        case FollowUpRole::follower:
            return "theo dõi";
        case FollowUpRole::inspector:
            return "kiểm tra, giám sát";
        case FollowUpRole::urger:
            return "đôn đốc";
    }
    return "";
}

}  // namespace minhbach::services::remediation
