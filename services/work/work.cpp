#include "services/work/work.hpp"

#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/past.hpp"

namespace minhbach::services::work {
namespace {

using organisation::competent_for_person;
using organisation::competent_for_unit;
using organisation::Problems;

std::string at(std::string_view list, std::size_t index, std::string_view member = "") {
    return std::string(list) + "/" + std::to_string(index) + std::string(member);
}

// The owner as the registry knows it: exactly one of a person with a post, or a unit.
Outcome check_owner(Past& past, const Owner& owner, Date today) {
    if (owner.person.has_value() == owner.unit.has_value()) {
        return invalid_field("/owner", "Phải ghi một người hoặc một đơn vị.", "The owner is one person or one unit.");
    }
    Problems problems;
    if (owner.unit) {
        problems.unit_on(past, *owner.unit, today, "/owner/unit");
    } else if (const auto* person = problems.person(past, *owner.person, "/owner/person")) {
        problems.require(person->last_post_at(today), "/owner/person",
                         "Người này chưa được ghi nhận chức vụ, vị trí việc làm.", "The person has no post.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    return {};
}

// By somebody with `assign_work`; the own work, and that of the unit headed, is for somebody else to give and accept.
Result<Authority> may_direct(Past& past, const Acting& acting, const Owner& owner) {
    constexpr auto power = Power::assign_work;
    const auto today = acting.today();
    if (const auto outcome = check_owner(past, owner, today); !outcome) return outcome.error();
    const bool own =
        owner.person ? acting.person == *owner.person : past.registry().heads(acting.person, *owner.unit, today);
    if (own) {
        return organisation::self_decision(
            "Không được tự giao, thay đổi hoặc nghiệm thu nhiệm vụ của chính mình hoặc của đơn vị mình đứng đầu.",
            "Nobody assigns, changes or accepts the own work or that of the unit headed.");
    }
    if (owner.unit) return competent_for_unit(past, acting.person, power, *owner.unit, today);
    const auto* post = past.registry().person(*owner.person)->last_post_at(today);
    return competent_for_person(past, acting.person, power, *post, today);
}

// A person delivers the own work; for a unit its head does, or who acts for the head and comments on its people.
Result<Authority> may_deliver(Past& past, const Acting& acting, const Owner& owner) {
    const auto today = acting.today();
    if (const auto outcome = check_owner(past, owner, today); !outcome) return outcome.error();
    if (owner.unit) {
        if (past.registry().heads(acting.person, *owner.unit, today)) {
            return Authority{acting.person, std::nullopt, std::nullopt, Capacity::in_office};
        }
        return competent_for_unit(past, acting.person, Power::comment, *owner.unit, today);
    }
    if (acting.person == *owner.person) return Authority{acting.person, std::nullopt, std::nullopt, Capacity::self};
    return Refusal{"not-competent",
                   "",
                   "",
                   "Chỉ người được giao nhiệm vụ báo cáo sản phẩm của mình.",
                   "Only the owner of the work delivers it.",
                   {}};
}

void check_item(Problems& problems, const TaskItem& item, int year, const std::string& field) {
    problems.require(!item.task.empty() && !item.title.empty() && !item.product.empty() && !item.exceeded_when.empty(),
                     field, "Nhiệm vụ phải có mã, nội dung, sản phẩm và tiêu chí hoàn thành vượt mức.",
                     "A task has an id, a title, a product and says what counts as exceeded.");
    problems.require(item.quantity >= 1, field + "/quantity", "Số lượng phải từ 1.", "The quantity is at least 1.");
    problems.require(item.due.year() == year, field + "/due", "Thời hạn phải trong năm " + std::to_string(year) + ".",
                     "The task is due within " + std::to_string(year) + ".");
}

// The task of an entry of a list, each named once.
const Task* task_of(Problems& problems, const Work& work, const TaskId& id, std::set<TaskId>& named,
                    const std::string& field) {
    problems.require(named.insert(id).second, field, "Nhiệm vụ " + id.str() + " được ghi hai lần.",
                     "The task " + id.str() + " is named twice.");
    const auto found = work.tasks.find(id);
    if (found != work.tasks.end()) return &found->second;
    problems.add(
        invalid_field(field, "Không có nhiệm vụ mang mã " + id.str() + ".", "There is no task " + id.str() + "."));
    return nullptr;
}

Refusal step_order(const std::string& field, std::string vi, std::string en) {
    return {"step-order", field, "", std::move(vi), std::move(en), {}};
}

enum class Doing : std::uint8_t { assigning, accepting };

// What the work of the year is measured by stands still once the measuring begins: tasks from the self-assessment on
// (a returned form opens them again), acceptances from the decision on, everything of a unit once it has its level.
std::optional<Refusal> frozen(Past& past, const Owner& owner, int year, Doing doing) {
    const auto refused = [&](std::string vi, std::string en) {
        return step_order("/owner", std::move(vi), std::move(en));
    };
    for (const auto& [id, cycle] : past.registry().cycles()) {
        if (cycle.opened.year != year) continue;
        if (owner.unit) {
            if (!past.collective(id, *owner.unit).exists()) continue;
            return refused("Đơn vị " + owner.unit->str() + " đã được xếp loại nên chỉ tiêu của năm không thay đổi nữa.",
                           "Unit " + owner.unit->str() + " has its level; its targets of the year stay as they are.");
        }
        const auto& dossier = past.dossier(dossier_id(id, *owner.person));
        if (dossier.decision) {
            return refused("Hồ sơ " + dossier.opened->dossier.str() +
                               " đã có kết luận mức xếp loại nên nhiệm vụ của năm không thay đổi nữa.",
                           "Dossier " + dossier.opened->dossier.str() + " is decided; the work of the year stays.");
        }
        if (doing == Doing::assigning && dossier.filed()) {
            return refused("Hồ sơ " + dossier.opened->dossier.str() +
                               " đã có phiếu tự đánh giá nên nhiệm vụ của năm không giao thêm, không thay đổi nữa; nếu "
                               "cần thì trả lại phiếu trước.",
                           "Dossier " + dossier.opened->dossier.str() +
                               " has its self-assessment; tasks of the year stay as they are, unless it is returned.");
        }
    }
    return std::nullopt;
}

void check_acceptance(Problems& problems, const Task& task, const Acceptance& acceptance, const std::string& field) {
    const bool flawless = acceptance.completed && acceptance.on_time && acceptance.of_quality;
    if (acceptance.completed && !task.delivery) {
        problems.add(step_order(field, "Nhiệm vụ chưa có sản phẩm được báo cáo nên chưa thể nghiệm thu là hoàn thành.",
                                "Nothing was delivered, so the task cannot be accepted as completed."));
    }
    if (!acceptance.completed && (acceptance.on_time || acceptance.of_quality)) {
        problems.add(organisation::inconsistent(
            field, "Nhiệm vụ chưa hoàn thành thì không thể đúng tiến độ hoặc bảo đảm chất lượng.",
            "What is not completed is neither on time nor of quality."));
    }
    if (acceptance.exceeded && !flawless) {
        problems.add(organisation::inconsistent(
            field, "Chỉ nhiệm vụ hoàn thành đúng tiến độ và bảo đảm chất lượng mới có thể vượt mức.",
            "Only what is completed on time and of quality can be exceeded."));
    }
    if (acceptance.on_time && task.delivery && task.delivery->on > task.item.due) {
        problems.add(organisation::inconsistent(
            field + "/onTime",
            "Sản phẩm ngày " + task.delivery->on.vietnamese() + " sau thời hạn " + task.item.due.vietnamese() + ".",
            "Delivered on " + task.delivery->on.iso() + ", due on " + task.item.due.iso() + "."));
    }
    const bool has_reason = acceptance.reason && !acceptance.reason->empty();
    const bool again = task.acceptance.has_value();
    if ((!flawless || again) && !has_reason) {
        problems.add({"reason-required",
                      field + "/reason",
                      "",
                      again ? "Nghiệm thu lại phải nêu lý do." : "Nhiệm vụ chưa đạt yêu cầu thì phải nêu lý do.",
                      again ? "Accepting again needs a reason." : "What is wanting needs a reason.",
                      {}});
    }
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const AssignTasks& command) {
    const auto authority = may_direct(past, acting, command.owner);
    if (!authority) return authority.error();
    if (auto refusal = frozen(past, command.owner, command.year, Doing::assigning)) return *std::move(refusal);
    const auto& work = past.work(command.year, command.owner);
    Problems problems;
    problems.document(past, command.document);
    problems.require(!command.tasks.empty(), "/tasks", "Phải giao ít nhất một nhiệm vụ.", "No task is given.");
    std::set<TaskId> named;
    for (std::size_t i = 0; i < command.tasks.size(); ++i) {
        const auto& item = command.tasks[i];
        check_item(problems, item, command.year, at("/tasks", i));
        problems.require(named.insert(item.task).second, at("/tasks", i, "/task"),
                         "Nhiệm vụ " + item.task.str() + " được ghi hai lần.",
                         "The task " + item.task.str() + " is named twice.");
        if (work.tasks.contains(item.task)) {
            problems.add(organisation::already_exists(at("/tasks", i, "/task"),
                                                      "Đã có nhiệm vụ mang mã " + item.task.str() + ".",
                                                      "There is a task " + item.task.str() + " already."));
        }
    }
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, work_stream(command.year, command.owner), command);
}

Decision decide(Past& past, const Acting& acting, const ChangeTask& command) {
    const auto authority = may_direct(past, acting, command.owner);
    if (!authority) return authority.error();
    if (auto refusal = frozen(past, command.owner, command.year, Doing::assigning)) return *std::move(refusal);
    const auto& work = past.work(command.year, command.owner);
    Problems problems;
    std::set<TaskId> named;
    const auto* task = task_of(problems, work, command.task.task, named, "/task/task");
    if (!task) return std::move(problems).refusal();
    if (task->acceptance) {
        return step_order("/task", "Nhiệm vụ đã được nghiệm thu nên không thay đổi được.",
                          "The task is accepted and stays as it is.");
    }
    if (task->item == command.task) return organisation::nothing_to_change();
    problems.require_reason(command.reason);
    check_item(problems, command.task, command.year, "/task");
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, work_stream(command.year, command.owner), command);
}

Decision decide(Past& past, const Acting& acting, const DeliverTasks& command) {
    const auto authority = may_deliver(past, acting, command.owner);
    if (!authority) return authority.error();
    const auto& work = past.work(command.year, command.owner);
    Problems problems;
    problems.require(!command.deliveries.empty(), "/deliveries", "Phải có ít nhất một sản phẩm.",
                     "Nothing is delivered.");
    std::set<TaskId> named;
    for (std::size_t i = 0; i < command.deliveries.size(); ++i) {
        const auto& delivery = command.deliveries[i];
        const auto* task = task_of(problems, work, delivery.task, named, at("/deliveries", i, "/task"));
        problems.require(delivery.on <= acting.today(), at("/deliveries", i, "/on"),
                         "Ngày báo cáo sản phẩm ở sau ngày hôm nay.", "The delivery is in the future.");
        problems.require(delivery.on.year() == command.year, at("/deliveries", i, "/on"),
                         "Sản phẩm phải thuộc năm " + std::to_string(command.year) + ".",
                         "The delivery lies within " + std::to_string(command.year) + ".");
        problems.require(delivery.quantity >= 1, at("/deliveries", i, "/quantity"), "Số lượng phải từ 1.",
                         "The quantity is at least 1.");
        problems.require(!delivery.product.empty(), at("/deliveries", i, "/product"), "Phải ghi sản phẩm.",
                         "The product is missing.");
        if (task && task->acceptance) {
            problems.add(step_order(at("/deliveries", i), "Nhiệm vụ " + delivery.task.str() + " đã được nghiệm thu.",
                                    "The task " + delivery.task.str() + " is accepted already."));
        } else if (task && task->delivery == delivery) {
            problems.add(organisation::nothing_to_change());
        }
    }
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, work_stream(command.year, command.owner), command);
}

Decision decide(Past& past, const Acting& acting, const AcceptTasks& command) {
    const auto authority = may_direct(past, acting, command.owner);
    if (!authority) return authority.error();
    if (auto refusal = frozen(past, command.owner, command.year, Doing::accepting)) return *std::move(refusal);
    const auto& work = past.work(command.year, command.owner);
    Problems problems;
    problems.require(!command.acceptances.empty(), "/acceptances", "Phải nghiệm thu ít nhất một nhiệm vụ.",
                     "Nothing is accepted.");
    std::set<TaskId> named;
    for (std::size_t i = 0; i < command.acceptances.size(); ++i) {
        const auto& acceptance = command.acceptances[i];
        const auto* task = task_of(problems, work, acceptance.task, named, at("/acceptances", i, "/task"));
        if (!task) continue;
        if (task->acceptance == acceptance) {
            problems.add(organisation::nothing_to_change());
        } else {
            check_acceptance(problems, *task, acceptance, at("/acceptances", i));
        }
    }
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, work_stream(command.year, command.owner), command);
}

}  // namespace minhbach::services::work
