#include <algorithm>
#include <stdexcept>

#include "services/work/work.hpp"

namespace minhbach::services::work {
namespace {

Task& known(std::map<TaskId, Task>& tasks, const TaskId& id) {
    const auto found = tasks.find(id);
    if (found == tasks.end()) throw std::logic_error("an event about a task that was never assigned: " + id.str());
    return found->second;
}

bool completed(const Task& task) {
    return task.acceptance && task.acceptance->completed;
}
bool on_time_with_quality(const Task& task) {
    return completed(task) && task.acceptance->on_time && task.acceptance->of_quality;
}
bool exceeded(const Task& task) {
    return on_time_with_quality(task) && task.acceptance->exceeded;
}

int count(const std::map<TaskId, Task>& tasks, bool (*holds)(const Task&)) {
    return static_cast<int>(
        std::count_if(tasks.begin(), tasks.end(), [&](const auto& entry) { return holds(entry.second); }));
}

}  // namespace

void Work::apply(const events::Recorded& recorded) {
    if (const auto* assigned = recorded.event.as<TasksAssigned>()) {
        for (const auto& item : assigned->tasks) tasks[item.task].item = item;
    } else if (const auto* changed = recorded.event.as<TaskChanged>()) {
        auto& task = known(tasks, changed->task.task);
        task.item = changed->task;
        ++task.changes;
    } else if (const auto* delivered = recorded.event.as<TasksDelivered>()) {
        for (const auto& delivery : delivered->deliveries) known(tasks, delivery.task).delivery = delivery;
    } else if (const auto* accepted = recorded.event.as<TasksAccepted>()) {
        for (const auto& acceptance : accepted->acceptances) known(tasks, acceptance.task).acceptance = acceptance;
    } else {
        throw std::logic_error("not an event of work: " + std::string(events::type_name(recorded.event)));
    }
}

WorkCounts Work::counts() const {
    WorkCounts counts;
    counts.assigned = static_cast<int>(tasks.size());
    counts.completed = count(tasks, completed);
    counts.on_time_with_quality = count(tasks, on_time_with_quality);
    counts.exceeded = count(tasks, exceeded);
    return counts;
}

CriteriaCounts Work::criteria() const {
    const auto work = counts();
    return {work.assigned, work.completed, work.assigned - work.on_time_with_quality};
}

}  // namespace minhbach::services::work
