// What may be done now with a remediation plan, a review, a quota, the entries of a person, and why not. What may be
// done with a dossier is asked of the dossier.
#pragma once

#include <vector>

#include "api/routes/rehearsal.hpp"

namespace minhbach::api::routes {

struct RoleToConfirm {
    FollowUpRole role{};
    PersonCode assignee;
    AllowedAction confirmation;
};
BOOST_DESCRIBE_STRUCT(RoleToConfirm, (), (role, assignee, confirmation))

struct ActionsOnMeasure {
    MeasureId measure;
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(ActionsOnMeasure, (), (measure, actions))

// Also for a plan that nobody has adopted yet: whose it would be.
struct PlanActions {
    PlanId plan;
    CycleId cycle;
    Owner owner;
    Label name;
    std::uint64_t revision = 0;  // the If-Match of what follows
    std::vector<AllowedAction> actions;
    std::vector<RoleToConfirm> to_confirm;
    std::vector<ActionsOnMeasure> measures;
};
BOOST_DESCRIBE_STRUCT(PlanActions, (), (plan, cycle, owner, name, revision, actions, to_confirm, measures))

struct ReviewActions {
    ReviewId review;
    CycleId cycle;
    Owner owner;
    Label name;
    UnitCode unit;               // where it is held: the unit, or that of the person's post
    std::uint64_t revision = 0;  // the If-Match of a conclusion
    std::vector<AllowedAction> actions;
    std::vector<PlanId> earlier_plans;  // of which a conclusion reports
};
BOOST_DESCRIBE_STRUCT(ReviewActions, (), (review, cycle, owner, name, unit, revision, actions, earlier_plans))

struct QuotaActions {
    CycleId cycle;
    UnitCode agency;
    std::uint64_t revision = 0;  // the If-Match of a settlement
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(QuotaActions, (), (cycle, agency, revision, actions))

struct PersonActions {
    PersonCode person;
    std::uint64_t revision = 0;  // the If-Match of a correction
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(PersonActions, (), (person, revision, actions))

}  // namespace minhbach::api::routes
