// The set-up of an earlier cycle taken over: what was decided about groups and readings, never about people.
#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/concretisation/layers.hpp"
#include "services/cycle/cycle.hpp"
#include "services/law/rulebook.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"

namespace minhbach::services::cycle {
namespace {

using organisation::Problems;

const Cycle* known_cycle(Past& past, Problems& problems, const CycleId& id, std::string_view field) {
    past.note(cycle_stream(id));
    const auto* cycle = past.registry().cycle(id);
    problems.require(cycle != nullptr, field, "Không có kỳ đánh giá mang mã " + id.str() + ".",
                     "There is no cycle " + id.str() + ".");
    return cycle;
}

class Copying {
public:
    Copying(Past& past, const CopySetup& command, const Cycle& from, const Cycle& into, Date day)
        : past_(past), command_(command), from_(from), into_(into), day_(day) {
        copied.cycle = command.cycle;
        copied.from = command.from;
        copied.document = command.document;
    }

    bool concerns(const UnitCode& agency) const {
        if (!in_scope(past_, into_, agency, day_)) return false;
        const auto& named = command_.agencies;
        return named.empty() || std::find(named.begin(), named.end(), agency) != named.end();
    }

    void copy_groups() {
        for (const auto& [id, group] : from_.groups) {
            if (!concerns(group.agency) || into_.groups.contains(id) || into_.collective_groups.contains(id)) continue;
            auto anew = group;
            anew.cycle = command_.cycle;
            anew.document = command_.document;
            std::erase_if(anew.members, [&](const PersonCode& member) {
                const auto why = why_not(member, group.agency);
                if (why) copied.left_out.push_back({member, id, *why});
                return why.has_value();
            });
            if (anew.members.empty()) continue;
            copied.groups.push_back(id);
            agencies.insert(group.agency);
            events.push_back({cycle_stream(command_.cycle), std::move(anew), {}, {}});
        }
    }

    // Groups of collectives, as those of people.
    void copy_collective_groups() {
        for (const auto& [id, group] : from_.collective_groups) {
            if (!concerns(group.agency) || into_.collective_groups.contains(id) || into_.groups.contains(id)) continue;
            auto anew = group;
            anew.cycle = command_.cycle;
            anew.document = command_.document;
            std::erase_if(anew.units, [&](const UnitCode& unit) {
                const auto why = why_not(unit, group.agency);
                if (why) copied.units_left_out.push_back({unit, id, *why});
                return why.has_value();
            });
            if (anew.units.empty()) continue;
            copied.groups.push_back(id);
            agencies.insert(group.agency);
            events.push_back({cycle_stream(command_.cycle), std::move(anew), {}, {}});
        }
    }

    void copy_readings() {
        for (const auto& [agency, reading] : from_.readings) {
            if (!concerns(agency) || into_.readings.contains(agency)) continue;
            auto anew = reading;
            anew.cycle = command_.cycle;
            anew.document = command_.document;
            copied.readings.push_back(agency);
            agencies.insert(agency);
            events.push_back({cycle_stream(command_.cycle), std::move(anew), {}, {}});
        }
    }

    // Only what was issued, and only as a proposal: head and committee issue it again on a document of this year.
    void copy_concretisations() {
        for (const auto& [code, unit] : past_.registry().units()) {
            if (!concerns(code) || past_.registry().agency_of(code, day_) != code) continue;
            const auto& earlier = past_.concretisation(command_.from, code);
            if (!earlier.in_force() || past_.concretisation(command_.cycle, code).proposed) continue;
            auto anew = *earlier.issued_text;
            anew.cycle = command_.cycle;
            anew.version = 1;
            anew.agreed_on.reset();
            anew.layer.self_assessment.reset();  // a day of that year
            anew.layer_hash = concretisation::hash_of(anew.layer);
            copied.concretisations.push_back(code);
            agencies.insert(code);
            events.push_back({concretisation_stream(command_.cycle, code), std::move(anew), {}, {}});
        }
    }

    CycleSetupCopied copied;
    std::vector<ToWrite> events;
    std::set<UnitCode> agencies;

private:
    std::optional<LeftOutWhy> why_not(const PersonCode& member, const UnitCode& agency) const {
        const auto* person = past_.registry().person(member);
        const auto post = person ? organisation::rated_post_at(past_.registry(), *person, day_) : std::nullopt;
        if (!post) return LeftOutWhy::no_post;
        if (post->managed_by != agency) return LeftOutWhy::other_agency;
        if (into_.group_of(member)) return LeftOutWhy::other_group;
        return std::nullopt;
    }

    std::optional<UnitLeftOutWhy> why_not(const UnitCode& code, const UnitCode& agency) const {
        const auto& registry = past_.registry();
        const auto* unit = registry.unit(code);
        if (!unit || !unit->at(day_)) return UnitLeftOutWhy::no_unit;
        if (code == agency || !registry.within(code, agency, day_)) return UnitLeftOutWhy::other_agency;
        if (into_.group_of(code)) return UnitLeftOutWhy::other_group;
        return std::nullopt;
    }

    Past& past_;
    const CopySetup& command_;
    const Cycle& from_;
    const Cycle& into_;
    Date day_;
};

// Groups are defined before the rating: of people before a proposal, of collectives before an appraisal.
std::optional<Refusal> too_late(Past& past, const CopySetup& command, const Cycle& from,
                                const std::vector<GroupId>& groups, Date day) {
    for (const auto& id : groups) {
        const auto of_people = from.groups.find(id);
        const bool people = of_people != from.groups.end();
        const auto& group = people ? of_people->second : from.collective_groups.at(id);
        for (const auto& member : group.members) {
            if (!past.dossier(dossier_id(command.cycle, member)).proposal) continue;
            return Refusal{"step-order",
                           "/from",
                           quota_clause(past, command.cycle, group.agency, day),
                           "Nhóm phải được xác định trước khi đề xuất mức xếp loại; " + member.str() +
                               " đã có đề xuất trong kỳ này.",
                           "A group is defined before levels are proposed; " + member.str() + " has a proposal.",
                           {}};
        }
        for (const auto& unit : group.units) {
            const auto& collective = past.collective(command.cycle, unit);
            if (!collective.exists() && !collective.appraised) continue;
            return Refusal{
                "step-order",
                "/from",
                collective_quota_clause(past, command.cycle),
                "Nhóm phải được xác định trước khi thẩm định, xếp loại; " + unit.str() + " đã được thẩm định.",
                "A group is defined before its collectives are appraised; " + unit.str() + " was.",
                {}};
        }
    }
    return std::nullopt;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const CopySetup& command) {
    Problems problems;
    const auto* into = known_cycle(past, problems, command.cycle, "/cycle");
    const auto* from = known_cycle(past, problems, command.from, "/from");
    problems.document(past, command.document);
    problems.require(command.cycle != command.from, "/from", "Hãy chọn kỳ khác với kỳ đang lập.",
                     "Choose another cycle than the one being set up.");
    for (std::size_t i = 0; i < command.agencies.size(); ++i)
        problems.unit_on(past, command.agencies[i], acting.today(), "/agencies/" + std::to_string(i));
    if (!problems.none()) return std::move(problems).refusal();
    if (auto closed = closed_for(past, command.cycle, acting.now)) return *std::move(closed);

    Copying copying(past, command, *from, *into, acting.today());
    copying.copy_groups();
    copying.copy_collective_groups();
    copying.copy_readings();
    copying.copy_concretisations();
    const auto& copied = copying.copied;
    if (copying.events.empty() && copied.left_out.empty() && copied.units_left_out.empty())
        return organisation::nothing_to_change();
    Decided decided;
    auto touched = copying.agencies;
    if (touched.empty()) touched.insert(into->opened.scope.begin(), into->opened.scope.end());
    for (const auto& agency : touched) {
        const auto found =
            organisation::competent_for_staff(past, acting.person, Power::open_cycle, agency, acting.today());
        if (!found) return found.error();
        decided.authority = *found;
    }
    if (auto refusal = too_late(past, command, *from, copied.groups, acting.today())) return *std::move(refusal);
    decided.events.push_back({cycle_stream(command.cycle), std::move(copying.copied), {}, {}});
    for (auto& event : copying.events) decided.events.push_back(std::move(event));
    return decided;
}

}  // namespace minhbach::services::cycle
