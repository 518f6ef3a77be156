#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

// Whether `unit`, put under `parent` from that day on, would at any later day lie below itself. Changes entered for
// later days count, so every day on which the tree changes is looked at.
bool would_close_a_circle(const Registry& registry, const UnitCode& unit, const UnitCode& parent, Date from) {
    std::set<Date> days{from};
    for (const auto& [code, other] : registry.units()) {
        for (const auto& version : other.versions) {
            if (version.from > from) days.insert(version.from);
        }
    }
    return std::any_of(days.begin(), days.end(), [&](Date day) { return registry.within(parent, unit, day); });
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const EstablishUnit& command) {
    if (!command.parent || command.kind == UnitKind::province) {
        return invalid_field(command.parent ? "/kind" : "/parent",
                             "Đơn vị mới phải thuộc một đơn vị cấp trên; cấp tỉnh chỉ được lập khi khởi tạo hệ thống.",
                             "A new unit belongs to a unit above; the province is set up with the store.");
    }
    Problems problems;
    if (!problems.unit_on(past, *command.parent, command.from, "/parent")) return std::move(problems).refusal();
    const auto authority = competent_for_unit(past, acting.person, Power::record, *command.parent, acting.today());
    if (!authority) return authority.error();
    past.note(unit_stream(command.unit));
    if (past.registry().unit(command.unit)) {
        return already_exists("/unit", "Đã có đơn vị mang mã " + command.unit.str() + ".",
                              "There is a unit " + command.unit.str() + " already.");
    }
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, unit_stream(command.unit), command, command.from);
}

Decision decide(Past& past, const Acting& acting, const ChangeUnit& command) {
    Problems problems;
    const auto* unit = problems.unit(past, command.unit);
    if (!unit) return std::move(problems).refusal();
    const auto authority = competent_for_unit(past, acting.person, Power::record, command.unit, acting.today());
    if (!authority) return authority.error();

    const auto& last = unit->versions.back();
    const bool renamed = command.name && *command.name != last.name;
    const bool moved = command.parent && command.parent != last.parent;
    if (!renamed && !moved) return nothing_to_change();
    problems.document(past, command.document);
    problems.require(!unit->dissolved_on || command.from < *unit->dissolved_on, "/from",
                     "Đơn vị đã giải thể trước ngày này.", "The unit was dissolved before that day.");
    problems.require(command.from > last.from, "/from",
                     "Thay đổi phải có hiệu lực sau lần thay đổi gần nhất (" + last.from.vietnamese() + ").",
                     "The change must take effect after the last one (" + last.from.iso() + ").");
    if (moved) {
        problems.require(unit->kind != UnitKind::province, "/parent", "Cấp tỉnh không thuộc đơn vị nào.",
                         "The province belongs to no other unit.");
        if (problems.unit_on(past, *command.parent, command.from, "/parent")) {
            problems.require(!would_close_a_circle(past.registry(), command.unit, *command.parent, command.from),
                             "/parent", "Đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.",
                             "A unit cannot lie below itself.");
            const auto above = competent_for_unit(past, acting.person, Power::record, *command.parent, acting.today());
            if (!above) return above.error();
        }
    }
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, unit_stream(command.unit), command, command.from);
}

Decision decide(Past& past, const Acting& acting, const DissolveUnit& command) {
    Problems problems;
    const auto* unit = problems.unit(past, command.unit);
    if (!unit) return std::move(problems).refusal();
    const auto authority = competent_for_unit(past, acting.person, Power::record, command.unit, acting.today());
    if (!authority) return authority.error();
    if (unit->dissolved_on == command.on) return nothing_to_change();
    const auto& registry = past.registry();
    problems.document(past, command.document);
    problems.require(unit->kind != UnitKind::province, "/unit", "Không giải thể cấp tỉnh trong hệ thống này.",
                     "The province is not dissolved in this store.");
    problems.require(command.on > unit->versions.back().from, "/on",
                     "Đơn vị chưa thành lập hoặc mới thay đổi từ ngày này.",
                     "The unit begins or changes on that day or later.");
    for (const auto& child : registry.children(command.unit, command.on)) {
        problems.add(inconsistent("/on", "Đơn vị trực thuộc " + child.str() + " vẫn còn hoạt động vào ngày này.",
                                  "The unit " + child.str() + " below it still exists on that day."));
    }
    if (const auto left = registry.people_in(command.unit, command.on); !left.empty()) {
        problems.add(inconsistent(
            "/on",
            "Còn " + std::to_string(left.size()) + " người giữ chức vụ tại đơn vị vào ngày này, ví dụ " +
                left.front().str() + ".",
            std::to_string(left.size()) + " people still hold a post in it, e.g. " + left.front().str() + "."));
    }
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, unit_stream(command.unit), command, command.on);
}

}  // namespace minhbach::services::organisation
