// Work of the year: tasks and targets of a person or a unit. The counts the rules use are computed from these events.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/owner.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

struct TaskItem {
    TaskId task;
    Text title;
    Label product;     // sản phẩm, kết quả cụ thể
    int quantity = 1;  // of the product
    Date due;
    Text exceeded_when;  // what counts as exceeded (vượt mức): fixed when the task is given
    friend bool operator==(const TaskItem&, const TaskItem&) = default;
};
BOOST_DESCRIBE_STRUCT(TaskItem, (), (task, title, product, quantity, due, exceeded_when))

struct TasksAssigned {
    static constexpr std::string_view kType = "tasks.assigned";
    Owner owner;
    int year = 0;
    std::vector<TaskItem> tasks;
    std::optional<DocumentId> document;  // the plan or assignment
    friend bool operator==(const TasksAssigned&, const TasksAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(TasksAssigned, (), (owner, year, tasks, document))

struct TaskChanged {
    static constexpr std::string_view kType = "task.changed";
    Owner owner;
    int year = 0;
    TaskItem task;  // as it is from now on
    Text reason;
    friend bool operator==(const TaskChanged&, const TaskChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(TaskChanged, (), (owner, year, task, reason))

struct Delivery {
    TaskId task;
    Label product;
    int quantity = 1;
    Date on;
    std::optional<Digest> evidence;
    friend bool operator==(const Delivery&, const Delivery&) = default;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (task, product, quantity, on, evidence))

struct TasksDelivered {
    static constexpr std::string_view kType = "tasks.delivered";
    Owner owner;
    int year = 0;
    std::vector<Delivery> deliveries;
    friend bool operator==(const TasksDelivered&, const TasksDelivered&) = default;
};
BOOST_DESCRIBE_STRUCT(TasksDelivered, (), (owner, year, deliveries))

// Accepted as completed or not; `on_time` and `of_quality` only of what is completed, `exceeded` only of what is both.
struct Acceptance {
    TaskId task;
    bool completed = true;
    bool on_time = true;
    bool of_quality = true;
    bool exceeded = false;
    std::optional<Text> reason;  // required where something is wanting
    friend bool operator==(const Acceptance&, const Acceptance&) = default;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (task, completed, on_time, of_quality, exceeded, reason))

struct TasksAccepted {
    static constexpr std::string_view kType = "tasks.accepted";
    Owner owner;
    int year = 0;
    std::vector<Acceptance> acceptances;
    friend bool operator==(const TasksAccepted&, const TasksAccepted&) = default;
};
BOOST_DESCRIBE_STRUCT(TasksAccepted, (), (owner, year, acceptances))

}  // namespace minhbach
