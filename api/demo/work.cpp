// Tasks of the year as events: given, delivered, accepted. The counts that the rules use come out of these.
#include <algorithm>

#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kTitles[] = {"Tham mưu báo cáo định kỳ",      "Giải quyết hồ sơ đúng hạn",
                                   "Kiểm tra, hướng dẫn cơ sở",     "Cập nhật cơ sở dữ liệu",
                                   "Tổ chức hội nghị chuyên đề",    "Soạn thảo văn bản quy định",
                                   "Thực hiện cải cách hành chính", "Tiếp công dân, trả lời kiến nghị"};

// How many tasks of how many end how: what the level asks for, and no more.
struct Ends {
    int late = 0;      // completed, neither on time nor of quality
    int exceeded = 0;  // among those in order
    int unfinished = 0;
};

Ends ends_of(const Way& way, int tasks) {
    Ends ends;
    switch (way.facts) {
        case Level::excellent:
            ends.exceeded = (tasks + 1) / 2;
            break;
        case Level::good:
            ends.exceeded = tasks / 4;
            break;
        case Level::completed:
            ends.late = std::max(1, tasks / 5);
            break;
        case Level::not_completed:
            ends.late = tasks / 2 + 1;
            break;
    }
    if (way.exceeded) ends.exceeded = *way.exceeded;
    if (way.late) ends.late = *way.late;
    ends.unfinished = way.unfinished;
    return ends;
}

void plan_owner(Plan& plan, const World& world, const Owner& owner, const PersonCode& assigner,
                const PersonCode& deliverer, int tasks, const Ends& ends, std::string_view name) {
    Dice dice(world.options().seed, "work " + std::string(name));
    services::work::AssignTasks assign{owner, kYear, {}, {}};
    services::work::DeliverTasks deliver{owner, kYear, {}};
    services::work::AcceptTasks accept{owner, kYear, {}};
    for (int i = 1; i <= tasks; ++i) {
        const auto id = TaskId::of("NV" + std::to_string(i));
        const auto due = Date::of("2023-03-31").plus(20 * ((i - 1) % 10));
        const bool late = i > tasks - ends.late;
        const bool finished = i > ends.unfinished;
        const bool exceeded = finished && i <= ends.exceeded + ends.unfinished;
        assign.tasks.push_back({id,
                                Text::of(std::string(kTitles[(static_cast<std::size_t>(i) + dice.below(3)) % 8]) +
                                         " đợt " + std::to_string(i)),
                                Label::of("Sản phẩm được duyệt"), 1, due,
                                Text::of("Hoàn thành trước hạn ít nhất 10 ngày")});
        if (finished)
            deliver.deliveries.push_back({id,
                                          Label::of("Sản phẩm số " + std::to_string(i)),
                                          1,
                                          late ? due.plus(25) : due.plus(exceeded ? -12 : -2),
                                          {}});
        Acceptance acceptance{id, finished, finished && !late, finished && !late, exceeded && !late, {}};
        if (!finished)
            acceptance.reason = Text::of("Chưa hoàn thành sản phẩm được giao");
        else if (late)
            acceptance.reason = Text::of("Nộp sau hạn và phải làm lại một phần");
        accept.acceptances.push_back(acceptance);
    }
    const auto stream = services::work_stream(kYear, owner);
    plan.at(moment("2023-11-02", dice.between(8, 16), dice.between(0, 59)),
            [=](Stage& stage) { stage.run(assigner, "assign-tasks", assign, stream); });
    plan.at(moment("2023-11-07", dice.between(8, 16), dice.between(0, 59)),
            [=](Stage& stage) { stage.run(deliverer, "deliver-tasks", deliver, stream); });
    plan.at(moment("2023-11-13", dice.between(8, 16), dice.between(0, 59)),
            [=](Stage& stage) { stage.run(assigner, "accept-tasks", accept, stream); });
}

}  // namespace

void plan_work(Plan& plan, const World& world) {
    for (const auto& person : world.people()) {
        if (!person.rated || !person.way.ordinary(Step::work)) continue;
        const auto& way = person.way;
        const auto superior = world.superior(person);
        plan_owner(plan, world, {person.code, {}}, superior, person.code, way.tasks, ends_of(way, way.tasks),
                   person.code.str());
        if (!person.head_of) continue;
        constexpr int kTargets = 8;
        Way targets;
        targets.facts = way.facts == Level::excellent ? Level::excellent : Level::good;
        plan_owner(plan, world, {{}, person.head_of}, superior, person.code, kTargets, ends_of(targets, kTargets),
                   person.head_of->str());
    }
}

}  // namespace minhbach::api::demo
