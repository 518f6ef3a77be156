#include "services/cycle/cycle.hpp"

#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/commands.hpp"
#include "services/law/calendar.hpp"
#include "services/law/rulebook.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"
#include "services/past.hpp"

namespace minhbach::services::cycle {
namespace {

using organisation::competent_for_staff;
using organisation::competent_for_unit;
using organisation::Problems;

// A remediation plan's id is the cycle's, ".p." and the person's, 64 characters in all; a dossier's is shorter.
constexpr std::size_t kCycleIdMax = 61 - organisation::kPersonCodeMax;

Result<const Cycle*> find_cycle(Past& past, const CycleId& id) {
    past.note(cycle_stream(id));
    if (const auto* cycle = past.registry().cycle(id)) return cycle;
    auto refusal = not_found("Không có kỳ đánh giá mang mã " + id.str() + ".", "There is no cycle " + id.str() + ".");
    refusal.field = "/cycle";
    return refusal;
}

// A cycle, an agency inside it and somebody who may run the cycle there.
struct Ground {
    const Cycle* cycle;
    Authority authority;
};

Result<Ground> ground_for(Past& past, const Acting& acting, const CycleId& id, const UnitCode& agency) {
    const auto cycle = find_cycle(past, id);
    if (!cycle) return cycle.error();
    if (auto closed = closed_for(past, id, acting.now)) return *std::move(closed);
    Problems problems;
    if (!problems.unit_on(past, agency, acting.today(), "/agency")) return std::move(problems).refusal();
    const auto authority = competent_for_staff(past, acting.person, Power::open_cycle, agency, acting.today());
    if (!authority) return authority.error();
    return Ground{*cycle, *authority};
}

Refusal out_of_scope(const UnitCode& agency) {
    return invalid_field("/agency", "Đơn vị " + agency.str() + " không thuộc phạm vi của kỳ đánh giá.",
                         "Unit " + agency.str() + " is outside the scope of the cycle.");
}

Refusal loosens(std::string field, const law::Clause& clause, std::string vi, std::string en) {
    return {"loosens-rule", std::move(field), clause.citation.str(), std::move(vi), std::move(en), {}};
}

// The cycle's own term, which may be shorter than the rulebook's; absent: the rulebook's.
int tightened(Problems& problems, const law::Rulebook& rulebook, law::TermName name, std::optional<int> asked,
              const std::string& field) {
    const auto* term = rulebook.procedure().term(name);
    if (!term || term->before) return asked.value_or(0);
    if (!asked) return term->days;
    problems.require(*asked >= 1, field, "Thời hạn ít nhất 1 ngày.", "A term has one day at least.");
    if (*asked > term->days) {
        const auto days = std::to_string(term->days);
        problems.add(loosens(field, *term->clause,
                             "Thời hạn của kỳ không được dài hơn " + days + " ngày của bộ quy tắc.",
                             "The cycle's term cannot be longer than the " + days + " days of the rulebook."));
    }
    return *asked;
}

void check_deadlines(Problems& problems, const OpenCycle& command) {
    problems.require(
        command.submission.date.year() == command.year || command.submission.date.year() == command.year + 1,
        "/submission/date", "Thời hạn gửi hồ sơ phải trong năm đánh giá hoặc năm liền sau.",
        "The files are due in the rated year or the next one.");
    if (!command.self_assessment) return;
    problems.require(command.self_assessment->date <= command.submission.date, "/selfAssessment/date",
                     "Thời hạn tự đánh giá không được sau thời hạn gửi hồ sơ.",
                     "The self-assessment is due after the files are.");
}

void check_scope(Past& past, Problems& problems, const OpenCycle& command, Date today) {
    problems.require(!command.scope.empty(), "/scope", "Phải chọn ít nhất một đơn vị.", "The scope names no unit.");
    std::set<UnitCode> named;
    for (std::size_t i = 0; i < command.scope.size(); ++i) {
        const auto field = "/scope/" + std::to_string(i);
        problems.unit_on(past, command.scope[i], today, field);
        problems.require(named.insert(command.scope[i]).second, field, "Đơn vị bị lặp lại.",
                         "The unit is named twice.");
    }
}

bool proposed(Past& past, const CycleId& cycle, const PersonCode& person) {
    return past.dossier(dossier_id(cycle, person)).proposal.has_value();
}

void check_members(Past& past, Problems& problems, const Cycle& cycle, const DefineComparableGroup& command,
                   Date today) {
    problems.require(!command.members.empty(), "/members", "Nhóm phải có ít nhất một người.",
                     "The group has no members.");
    std::set<PersonCode> named;
    for (std::size_t i = 0; i < command.members.size(); ++i) {
        const auto& member = command.members[i];
        const auto field = "/members/" + std::to_string(i);
        problems.require(named.insert(member).second, field, "Người này được ghi hai lần.",
                         "The person is named twice.");
        const auto* person = problems.person(past, member, field);
        if (!person) continue;
        const auto post = organisation::rated_post_at(past.registry(), *person, today);
        problems.require(post && post->managed_by == command.agency, field,
                         member.str() + " không thuộc thẩm quyền đánh giá của " + command.agency.str() + ".",
                         member.str() + " is not managed by " + command.agency.str() + ".");
        const auto* group = cycle.group_of(member);
        if (group && group->group != command.group) {
            problems.add(
                organisation::already_exists(field, member.str() + " đã thuộc nhóm " + group->name.str() + ".",
                                             member.str() + " is in the group " + group->group.str() + " already."));
        }
    }
}

// Units below the one that defines the group, each in one group, and none that was appraised or has its level: the base
// of their excellent share is fixed before it is used.
void check_units(Past& past, Problems& problems, const Cycle& cycle, const DefineComparableGroup& command, Date today) {
    const auto& registry = past.registry();
    std::set<UnitCode> named;
    for (std::size_t i = 0; i < command.units.size(); ++i) {
        const auto& unit = command.units[i];
        const auto field = "/units/" + std::to_string(i);
        problems.require(named.insert(unit).second, field, "Đơn vị bị lặp lại.", "The unit is named twice.");
        if (!problems.unit_on(past, unit, today, field)) continue;
        problems.require(unit != command.agency && registry.within(unit, command.agency, today), field,
                         unit.str() + " không thuộc " + command.agency.str() + ".",
                         unit.str() + " is not below " + command.agency.str() + ".");
        const auto* group = cycle.group_of(unit);
        if (group && group->group != command.group) {
            problems.add(
                organisation::already_exists(field, unit.str() + " đã thuộc nhóm " + group->name.str() + ".",
                                             unit.str() + " is in the group " + group->group.str() + " already."));
        }
    }
}

std::optional<Refusal> already_appraised(Past& past, const DefineComparableGroup& command,
                                         const ComparableGroupDefined* known) {
    auto touched = command.units;
    if (known) touched.insert(touched.end(), known->units.begin(), known->units.end());
    for (const auto& unit : touched) {
        const auto& collective = past.collective(command.cycle, unit);
        if (!collective.exists() && !collective.appraised) continue;
        return Refusal{"step-order",
                       "/units",
                       collective_quota_clause(past, command.cycle),
                       "Nhóm phải được xác định trước khi thẩm định, xếp loại; " + unit.str() + " đã được thẩm định.",
                       "A group is defined before its collectives are appraised; " + unit.str() + " was.",
                       {}};
    }
    return std::nullopt;
}

// Groups are fixed before the rating: nobody who has a proposal may come in or go out.
std::optional<Refusal> already_proposed(Past& past, const DefineComparableGroup& command,
                                        const ComparableGroupDefined* known, Date today) {
    auto touched = command.members;
    if (known) touched.insert(touched.end(), known->members.begin(), known->members.end());
    for (const auto& member : touched) {
        if (!proposed(past, command.cycle, member)) continue;
        return Refusal{"step-order",
                       "/members",
                       quota_clause(past, command.cycle, command.agency, today),
                       "Nhóm phải được xác định trước khi đề xuất mức xếp loại; " + member.str() + " đã có đề xuất.",
                       "A group is defined before levels are proposed; " + member.str() + " has a proposal.",
                       {}};
    }
    return std::nullopt;
}

// Whoever approves a higher rate decides from above the agency, on the day the document was signed, and is not its
// head: running the cycle is no such power.
bool may_approve(Past& past, const GrantQuotaException& command, Date day) {
    const auto& registry = past.registry();
    past.note(mandates_stream(command.approver));
    if (registry.heads(command.approver, command.agency, day)) return false;
    const auto* unit = registry.unit(command.agency);
    const auto* version = unit ? unit->at(day) : nullptr;
    if (!version) return false;
    const auto mandates = registry.mandates_of(command.approver);
    return std::any_of(mandates.begin(), mandates.end(), [&](const organisation::Mandate* mandate) {
        const auto& powers = mandate->granted.powers;
        const auto& above = mandate->granted.unit;
        const auto reach = mandate->granted.reach;
        if (above == command.agency || !mandate->holds_on(day)) return false;
        if (std::find(powers.begin(), powers.end(), Power::decide) == powers.end()) return false;
        return reach == Reach::subtree ? registry.within(command.agency, above, day)
                                       : reach == Reach::managed && version->parent == above;
    });
}

}  // namespace

namespace {

// The steps and terms that a cycle here cannot do without, for each kind of subject.
bool has_procedure(const law::Rulebook& rulebook) {
    using enum law::ProcedureStep;
    const auto& procedure = rulebook.procedure();
    for (law::ColumnIndex column = 0; column < rulebook.columns().size(); ++column) {
        const law::Who who{column, law::Position::other};
        for (const auto step : {self_assessment, meeting, proposal, decision, notice, petition})
            if (!procedure.step(step, who)) return false;
        if (!procedure.form(self_assessment, who)) return false;
        for (const auto term : {law::TermName::notice, law::TermName::petition_filing, law::TermName::petition_answer,
                                law::TermName::opinion_answer, law::TermName::remediation_plan})
            if (const auto* rule = procedure.term(term, who); !rule || rule->before) return false;
    }
    return true;
}

}  // namespace

// A cycle rates on the state track, from facts that are recorded here; a rulebook that asks for others is evaluated on
// what is typed, and no cycle runs on it.
std::optional<Refusal> cannot_be_bound(const law::Rulebook& rulebook) {
    const auto& disciplines = rulebook.disciplines();
    const auto recorded = [](law::DisciplineMember member) {
        return member == law::DisciplineMember::in_performance_of_duty;
    };
    if (rulebook.track() == law::Track::state && has_procedure(rulebook) &&
        (!disciplines || std::all_of(disciplines->asks.begin(), disciplines->asks.end(), recorded)))
        return std::nullopt;
    const auto& id = rulebook.id().str();
    return Refusal{
        "unknown-rulebook",
        "/rulebook",
        "",
        "Bộ quy tắc " + id + " hỏi những số liệu mà kỳ đánh giá ở đây không ghi nhận; không mở kỳ theo bộ này.",
        "Rulebook " + id + " asks for facts that cycles here do not record; no cycle runs on it.",
        {}};
}

std::string quota_clause(Past& past, const CycleId& cycle, const UnitCode& agency, Date day) {
    const auto rulebook = evaluation::rulebook_of(past, cycle, agency, day);
    return rulebook ? (*rulebook)->quota_clause().citation.str() : kInternalRule;
}

std::string collective_quota_clause(const Past& past, const CycleId& cycle) {
    const auto year = past.registry().cycle(cycle)->opened.year;
    return law::rulebook_with(law::ProcedureStep::self_rating, year).quota_clause().citation.str();
}

bool in_scope(const Past& past, const Cycle& cycle, const UnitCode& unit, Date day) {
    return std::any_of(cycle.opened.scope.begin(), cycle.opened.scope.end(),
                       [&](const UnitCode& top) { return past.registry().within(unit, top, day); });
}

Decision decide(Past& past, const Acting& acting, const OpenCycle& command) {
    const auto today = acting.today();
    Problems problems;
    check_scope(past, problems, command, today);
    if (!problems.none()) return std::move(problems).refusal();
    Authority authority;
    for (const auto& unit : command.scope) {
        const auto found = competent_for_unit(past, acting.person, Power::open_cycle, unit, today);
        if (!found) return found.error();
        authority = *found;
    }
    past.note(cycle_stream(command.cycle));
    if (past.registry().cycle(command.cycle)) {
        return organisation::already_exists("/cycle", "Đã có kỳ đánh giá mang mã " + command.cycle.str() + ".",
                                            "There is a cycle " + command.cycle.str() + " already.");
    }
    const auto rulebook = law::find_rulebook(command.rulebook);
    if (!rulebook) return rulebook.error();
    if (auto refusal = cannot_be_bound(**rulebook)) return *std::move(refusal);
    problems.document(past, command.document);
    problems.require(command.cycle.str().size() <= kCycleIdMax, "/cycle",
                     "Mã kỳ đánh giá dài tối đa " + std::to_string(kCycleIdMax) + " ký tự.",
                     "A cycle's id has at most " + std::to_string(kCycleIdMax) + " characters.");
    problems.require((*rulebook)->in_force().year() <= command.year && command.year <= today.year(), "/year",
                     "Năm đánh giá phải từ năm bộ quy tắc có hiệu lực (" + (*rulebook)->in_force().vietnamese() +
                         ") đến năm hiện tại.",
                     "The year lies between the rulebook's entry into force and the present year.");
    check_deadlines(problems, command);
    const int notice =
        tightened(problems, **rulebook, law::TermName::notice, command.notice_working_days, "/noticeWorkingDays");
    const int remediation = tightened(problems, **rulebook, law::TermName::remediation_plan,
                                      command.remediation_working_days, "/remediationWorkingDays");
    if (!problems.none()) return std::move(problems).refusal();

    CycleOpened opened;
    opened.cycle = command.cycle;
    opened.year = command.year;
    opened.title = command.title;
    opened.document = command.document;
    opened.rulebook = command.rulebook;
    opened.rulebook_hash = (*rulebook)->hash();
    opened.scope = command.scope;
    opened.submission = command.submission;
    opened.self_assessment = command.self_assessment;
    opened.notice_working_days = notice;
    opened.remediation_working_days = remediation;
    return organisation::written(authority, cycle_stream(command.cycle), opened);
}

Decision decide(Past& past, const Acting& acting, const DefineComparableGroup& command) {
    const auto ground = ground_for(past, acting, command.cycle, command.agency);
    if (!ground) return ground.error();
    const auto& cycle = *ground->cycle;
    const bool of_units = !command.units.empty();
    const auto& groups = of_units ? cycle.collective_groups : cycle.groups;
    const auto found = groups.find(command.group);
    const auto* known = found == groups.end() ? nullptr : &found->second;
    if ((of_units ? cycle.groups : cycle.collective_groups).contains(command.group) ||
        (of_units && !command.members.empty())) {
        return invalid_field(of_units ? "/units" : "/members", "Một nhóm gồm các cá nhân hoặc các tập thể, không lẫn.",
                             "A group is one of people or one of collectives, never of both.");
    }
    if (known && *known == command) return organisation::nothing_to_change();
    if (known && known->agency != command.agency) {
        return organisation::already_exists("/group", "Mã nhóm đã dùng cho " + known->agency.str() + ".",
                                            "The group's id is used by " + known->agency.str() + ".");
    }
    Problems problems;
    problems.document(past, command.document);
    if (of_units)
        check_units(past, problems, cycle, command, acting.today());
    else
        check_members(past, problems, cycle, command, acting.today());
    if (!in_scope(past, cycle, command.agency, acting.today())) problems.add(out_of_scope(command.agency));
    if (!problems.none()) return std::move(problems).refusal();
    auto refusal =
        of_units ? already_appraised(past, command, known) : already_proposed(past, command, known, acting.today());
    if (refusal) return *std::move(refusal);
    return organisation::written(ground->authority, cycle_stream(command.cycle), command);
}

Decision decide(Past& past, const Acting& acting, const NameQuotaReading& command) {
    const auto ground = ground_for(past, acting, command.cycle, command.agency);
    if (!ground) return ground.error();
    const auto& cycle = *ground->cycle;
    const auto known = cycle.readings.find(command.agency);
    if (known != cycle.readings.end() && known->second == command) return organisation::nothing_to_change();
    Problems problems;
    problems.document(past, command.document);
    if (!in_scope(past, cycle, command.agency, acting.today())) problems.add(out_of_scope(command.agency));
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(ground->authority, cycle_stream(command.cycle), command);
}

Decision decide(Past& past, const Acting& acting, const GrantQuotaException& command) {
    constexpr int kPercentMin = 20;
    const auto ground = ground_for(past, acting, command.cycle, command.agency);
    if (!ground) return ground.error();
    const auto& cycle = *ground->cycle;
    const auto& granted = command.is_of_collectives() ? cycle.collective_exceptions : cycle.exceptions;
    const auto known = granted.find(command.agency);
    if (known != granted.end() && known->second == command) return organisation::nothing_to_change();
    Problems problems;
    problems.require(command.percent >= kPercentMin && command.percent <= 100, "/percent", "Tỷ lệ từ 20% đến 100%.",
                     "The rate is 20 to 100 percent.");
    problems.require_reason(command.reason);
    problems.person(past, command.approver, "/approver");
    const auto* document = problems.document(past, command.document);
    if (!in_scope(past, cycle, command.agency, acting.today())) problems.add(out_of_scope(command.agency));
    if (!problems.none()) return std::move(problems).refusal();
    const auto day = document->registered.date;
    if (!may_approve(past, command, day)) {
        return Refusal{"not-competent",
                       "/approver",
                       quota_clause(past, command.cycle, command.agency, acting.today()),
                       command.approver.str() + " không có thẩm quyền quyết định tỷ lệ của " + command.agency.str() +
                           " vào ngày " + day.vietnamese() + "; phải là cấp có thẩm quyền cấp trên trực tiếp.",
                       command.approver.str() + " may not set the rate of " + command.agency.str() + " on " +
                           day.iso() + "; the authority above it may.",
                       {}};
    }
    return organisation::written(ground->authority, cycle_stream(command.cycle), command);
}

Decision decide(Past& past, const Acting& acting, const OpenDossiers& command) {
    const auto ground = ground_for(past, acting, command.cycle, command.agency);
    if (!ground) return ground.error();
    const auto& cycle = *ground->cycle;
    const auto today = acting.today();
    const auto& registry = past.registry();

    const bool all = command.persons.empty();
    const auto people = all ? organisation::rated_by(registry, command.agency, today) : command.persons;
    Problems problems;
    Decided decided{ground->authority, {}};
    std::set<PersonCode> named;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto field = "/persons/" + std::to_string(i);
        const auto* person = all ? registry.person(people[i]) : problems.person(past, people[i], field);
        if (!person) continue;
        problems.require(named.insert(person->code).second, field, "Người này được ghi hai lần.",
                         "The person is named twice.");
        const auto post = organisation::rated_post_at(registry, *person, today);
        if (!post || post->managed_by != command.agency || !in_scope(past, cycle, post->unit, today)) {
            if (!all) {
                problems.add(invalid_field(
                    field,
                    person->code.str() + " không thuộc thẩm quyền đánh giá của " + command.agency.str() +
                        " trong kỳ này.",
                    person->code.str() + " is not managed by " + command.agency.str() + " in this cycle."));
            }
            continue;
        }
        const auto id = dossier_id(command.cycle, person->code);
        if (past.dossier(id).exists()) continue;
        const auto* group = cycle.group_of(person->code);
        DossierOpened opened{id, person->code, command.cycle, cycle.opened.year, *post, std::nullopt};
        if (group) opened.group = group->group;
        decided.events.push_back({dossier_stream(id), opened, std::nullopt, std::nullopt});
    }
    if (!problems.none()) return std::move(problems).refusal();
    return decided;
}

}  // namespace minhbach::services::cycle
