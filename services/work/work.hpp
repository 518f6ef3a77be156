// Tasks and targets of one owner in one year, and the counts the rules use, computed from them.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::work {

struct Task {
    TaskItem item;
    int changes = 0;
    std::optional<Delivery> delivery;      // the last one
    std::optional<Acceptance> acceptance;  // the last one
};

struct Work {
    std::map<TaskId, Task> tasks;
    bool exists() const { return !tasks.empty(); }
    void apply(const events::Recorded& recorded);
    WorkCounts counts() const;        // what is not accepted counts as assigned only
    CriteriaCounts criteria() const;  // the tasks taken as result criteria: deficient = assigned - on time with quality
};

// By somebody with `assign_work` for the owner, never the owner or who heads the unit; task ids new for the owner. Not
// once the person's self-assessment of that year is filed (a returned one opens it again), not once the unit is rated.
using AssignTasks = TasksAssigned;
using ChangeTask = TaskChanged;       // as AssignTasks; reason required; not after its acceptance
using DeliverTasks = TasksDelivered;  // by the owner (or the unit's head); product and date
// By somebody with `assign_work`, never the owner; consistent in itself; a want needs a reason. Not once the person is
// decided or the unit rated.
using AcceptTasks = TasksAccepted;

Decision decide(Past& past, const Acting& acting, const AssignTasks& command);
Decision decide(Past& past, const Acting& acting, const ChangeTask& command);
Decision decide(Past& past, const Acting& acting, const DeliverTasks& command);
Decision decide(Past& past, const Acting& acting, const AcceptTasks& command);

}  // namespace minhbach::services::work
