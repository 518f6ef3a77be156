#include <algorithm>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

std::string key_of(MeasureStatus status) {
    switch (status) {
        case MeasureStatus::overdue:
            return "st.overdue";
        case MeasureStatus::reopened:
            return "st.reopened";
        case MeasureStatus::not_done:
            return "st.notDone";
        case MeasureStatus::in_progress:
            return "st.partial";
        case MeasureStatus::done:
            return "st.remDone";
    }
    return "";
}

MeasureLine line_of(Context& context, const MeasureRow& row, Date day) {
    MeasureLine line;
    line.measure = row.measure.measure;
    line.shortcoming = row.shortcoming;
    line.action = row.measure.action;
    line.product = row.measure.product;
    line.responsible = context.person_name(row.measure.responsible);
    line.due = row.measure.due;
    line.status = row.status(day);
    line.status_key = key_of(line.status);
    line.degree_percent = row.degree_percent;
    line.awaits_verification = row.done_on && !row.verified;
    line.done_on = row.done_on;
    line.done_late = row.done_on && *row.done_on > row.measure.due;
    if (row.verified_by) line.verified_by = context.named(*row.verified_by);
    line.reopened = row.reopened;
    line.inspected = row.inspected;
    line.urged = row.urged;
    line.escalated = row.escalated;
    return line;
}

// The part of a line that tells of the plan.
void add_plan(Context& context, RemediationLine& line, const PlanRow& plan, Date day) {
    line.standing = plan.stated() ? PlanStanding::stated : PlanStanding::planned;
    line.plan = plan.plan;
    line.term = plan.versions.back().term;
    line.planned_on = plan.on();
    line.late = plan.late();
    line.version = plan.versions.back().version;
    line.status = worst(plan, day);
    line.revision = plan.revision;
    for (const auto& one : plan.measures) line.measures.push_back(line_of(context, one, day));
    for (const auto& one : plan.follow_ups) {
        FollowUpView view{one.role,
                          context.person_name(one.assignee),
                          context.document_name(one.document),
                          one.confirmed.has_value(),
                          context.named(one.by),
                          {}};
        if (one.confirmed) view.confirmed_by = context.named(*one.confirmed);
        line.follow_ups.push_back(std::move(view));
    }
}

std::optional<PlanRow> plan_of(const Context& context, const CycleId& cycle, const Owner& owner) {
    const auto one =
        context.row<remediation::OnePlan>(remediation::kByOwner, entity(remediation::owner_entity(owner), cycle.str()));
    if (!one) return std::nullopt;
    return context.row<PlanRow>(remediation::kPlans, one->plan.str());
}

RemediationLine line_of_person(Context& context, const DossierRow& row) {
    RemediationLine line;
    line.owner.person = row.person;
    line.name = context.person_name(row.person).name;
    line.dossier = row.dossier;
    if (row.post) {
        line.unit = context.unit_name(row.post->unit, context.today());
        line.agency = context.unit_name(row.post->managed_by, context.today());
    }
    if (const auto* decision = row.decision(); decision && decision->level)
        line.decided_on = decision->by.at().local_date();
    return line;
}

RemediationLine line_of_unit(Context& context, const CycleId& cycle, const UnitCode& unit) {
    RemediationLine line;
    line.owner.unit = unit;
    line.unit = context.unit_name(unit, context.today());
    line.name = line.unit.name;
    const auto rated = context.row<Collective>(ratings::kCollectives, entity(cycle.str(), unit.str()));
    if (rated && rated->level) line.decided_on = rated->by.at().local_date();
    return line;
}

bool follows(const PlanRow& plan, const PersonCode& person) {
    return std::any_of(plan.follow_ups.begin(), plan.follow_ups.end(),
                       [&](const FollowUpRow& one) { return one.assignee == person; });
}

class Board {
public:
    Board(Context& context, const RemediationQuestion& question, Date day)
        : context_(context), question_(question), day_(day) {}

    std::vector<RemediationLine> lines() {
        if (!question_.person) units();
        DossiersQuestion dossiers;
        dossiers.cycle = question_.cycle;
        dossiers.unit = question_.unit;
        dossiers.person = question_.person;
        context_.visit_dossiers(dossiers, [&](const DossierId& id, const std::string&) {
            const auto row = context_.dossier(id);
            if (row) add(line_of_person(context_, *row));
        });
        return std::move(lines_);
    }

private:
    // Collectives that have a level, or have a plan though the level was cancelled.
    void units() {
        std::set<UnitCode> units;
        for (const auto& code : context_.entities(ratings::kCollectives, question_.cycle.str() + "/"))
            units.insert(UnitCode::of(code));
        for (const auto& unit : units) {
            if (question_.unit && !context_.within(unit, *question_.unit, context_.today())) continue;
            add(line_of_unit(context_, question_.cycle, unit));
        }
    }

    void add(RemediationLine line) {
        const auto plan = plan_of(context_, question_.cycle, line.owner);
        if (!plan && (!line.decided_on || question_.follower)) return;
        if (plan && question_.follower && !follows(*plan, *question_.follower)) return;
        if (plan) add_plan(context_, line, *plan, day_);
        lines_.push_back(std::move(line));
    }

    Context& context_;
    const RemediationQuestion& question_;
    Date day_;
    std::vector<RemediationLine> lines_;
};

MeasureAct act_of(Context& context, std::int64_t position) {
    const auto recorded = context.recorded(position);
    MeasureAct act;
    act.by = context.named(provenance_of(recorded.record));
    act.type = recorded.record.type;
    match(
        recorded.event,
        [&](const ProgressReported& e) {
            act.degree_percent = e.degree_percent;
            act.text = e.account;
            act.difficulties = e.difficulties;
            act.evidence = e.evidence;
        },
        [&](const MeasureInspected& e) {
            act.on = e.on;
            act.text = e.result;
        },
        [&](const MeasureUrged& e) {
            act.text = e.message;
            act.escalated = e.escalated;
        },
        [&](const MeasureVerified& e) { act.text = e.ground; }, [&](const MeasureReopened& e) { act.text = e.reason; });
    return act;
}

int year_of(const Context& context, const CycleId& cycle) {
    const auto known = context.cycle(cycle);
    return known ? known->opened.year : 0;
}

void add_carried(Context& context, std::vector<CarriedItem>& carried, const PlanRow& plan, int year,
                 const std::optional<PlanRow>& next, Date day) {
    FoundIn found_in;
    found_in.source = ShortcomingSource::earlier_year;
    found_in.earlier_plan = plan.plan;
    const bool taken_over = next && std::any_of(next->shortcomings.begin(), next->shortcomings.end(),
                                                [&](const auto& one) { return one.found_in == found_in; });
    for (const auto& one : plan.measures) {
        if (one.verified) continue;
        CarriedItem item{plan.cycle, year, found_in, one.shortcoming, {}, line_of(context, one, day), taken_over};
        for (const auto& shortcoming : plan.shortcomings)
            if (shortcoming.shortcoming == one.shortcoming) item.description = shortcoming.description;
        carried.push_back(std::move(item));
    }
}

}  // namespace

Result<RemediationAnswer> Answers::remediation(const RemediationQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto cycle = context.cycle(question.cycle);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    RemediationAnswer answer;
    answer.basis = context.basis();
    answer.cycle = question.cycle;
    answer.day = question.day.value_or(context.today());
    answer.working_days = cycle->opened.remediation_working_days;
    answer.items = Board(context, question, answer.day).lines();
    return answer;
}

Result<PlanAnswer> Answers::remediation_plan(const PlanId& id, std::optional<Date> day, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = context.row<PlanRow>(remediation::kPlans, id.str());
    if (!row) return no_such("kế hoạch khắc phục", "remediation plan", id.str());
    PlanAnswer answer;
    answer.basis = context.basis();
    answer.day = day.value_or(context.today());
    if (row->owner.unit) {
        answer.line = line_of_unit(context, row->cycle, *row->owner.unit);
    } else {
        const auto known =
            context.row<dossiers::DossierIds>(dossiers::kOfPerson, entity(row->cycle.str(), row->owner.person->str()));
        const auto dossier =
            known && !known->dossiers.empty() ? context.dossier(known->dossiers.front()) : std::nullopt;
        if (dossier)
            answer.line = line_of_person(context, *dossier);
        else
            answer.line.name = context.person_name(*row->owner.person).name;
        answer.line.owner = row->owner;
    }
    add_plan(context, answer.line, *row, answer.day);
    answer.line.measures.clear();
    answer.versions = row->versions;
    for (auto& version : answer.versions) version.by = context.named(std::move(version.by));
    if (!row->stated()) answer.shortcomings = row->shortcomings;
    for (const auto& one : row->answerable) answer.answerable.push_back({context.person_name(one.person), one.value});
    for (const auto& one : row->measures) {
        MeasureView view{line_of(context, one, answer.day), {}};
        for (const auto position : one.history) view.history.push_back(act_of(context, position));
        answer.measures.push_back(std::move(view));
    }
    return answer;
}

Result<OwnerRemediationAnswer> Answers::remediation_of(const Owner& owner, const std::optional<CycleId>& cycle,
                                                       std::optional<Date> day, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (owner.person && !context.person(*owner.person)) return no_such("người", "person", owner.person->str());
    if (owner.unit && !context.unit(*owner.unit)) return no_such("đơn vị", "unit", owner.unit->str());
    if (cycle && !context.cycle(*cycle)) return no_such("kỳ đánh giá", "cycle", cycle->str());
    OwnerRemediationAnswer answer;
    answer.basis = context.basis();
    answer.owner = owner;
    answer.cycle = cycle;
    answer.day = day.value_or(context.today());
    if (!cycle) {
        for (const auto& code : context.entities(organisation::kCycles, "")) {
            const auto one = CycleId::of(code);
            if (!answer.cycle || year_of(context, one) > year_of(context, *answer.cycle)) answer.cycle = one;
        }
    }
    const int into = answer.cycle ? year_of(context, *answer.cycle) : 0;
    const auto next = answer.cycle ? plan_of(context, *answer.cycle, owner) : std::nullopt;
    for (const auto& code : context.entities(remediation::kByOwner, remediation::owner_entity(owner) + "/")) {
        const auto plan = plan_of(context, CycleId::of(code), owner);
        if (!plan) continue;
        const int year = year_of(context, plan->cycle);
        OwnerPlan one{plan->cycle,
                      year,
                      plan->plan,
                      plan->stated() ? PlanStanding::stated : PlanStanding::planned,
                      plan->versions.back().term,
                      plan->on(),
                      plan->late(),
                      worst(*plan, answer.day),
                      0};
        for (const auto& measure : plan->measures) one.open += measure.verified ? 0 : 1;
        answer.plans.push_back(std::move(one));
        if (year < into) add_carried(context, answer.carried, *plan, year, next, answer.day);
    }
    std::sort(answer.plans.begin(), answer.plans.end(),
              [](const auto& left, const auto& right) { return left.year > right.year; });
    return answer;
}

}  // namespace minhbach::projections
