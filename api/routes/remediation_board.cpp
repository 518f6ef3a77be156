#include "api/routes/remediation_board.hpp"

#include <algorithm>
#include <map>

#include "api/routes/answer.hpp"
#include "services/law/calendar.hpp"
#include "services/remediation/parties.hpp"

namespace minhbach::api::routes {
namespace {

using projections::MeasureStatus;
using projections::PlanStanding;
using projections::RemediationLine;

class Terms {
public:
    explicit Terms(int working_days) : working_days_(working_days) {}
    // Absent: a year without calendar.
    std::optional<Date> of(Date concluded) {
        const auto found = terms_.find(concluded);
        if (found != terms_.end()) return found->second;
        const auto end =
            services::law::Calendar::vietnam().period_end(concluded, working_days_, services::law::PeriodUnit::working);
        return terms_.emplace(concluded, end ? std::optional(*end) : std::nullopt).first->second;
    }

private:
    int working_days_;
    std::map<Date, std::optional<Date>> terms_;
};

void add(RemediationCounts& counts, MeasureStatus status) {
    ++counts.total;
    counts.done += status == MeasureStatus::done;
    counts.in_progress += status == MeasureStatus::in_progress;
    counts.not_done += status == MeasureStatus::not_done;
    counts.overdue += status == MeasureStatus::overdue;
    counts.reopened += status == MeasureStatus::reopened;
}

void count(RemediationBoard& board, const RemediationLine& line) {
    auto& owed = board.owed;
    ++owed.owed;
    owed.planned += line.standing == PlanStanding::planned;
    owed.stated += line.standing == PlanStanding::stated;
    owed.within_term += line.standing == PlanStanding::within_term;
    owed.past_term += line.standing == PlanStanding::past_term;
    owed.late += line.late;
    if (line.standing != PlanStanding::planned) return;
    if (line.status) add(board.plans, *line.status);
    for (const auto& measure : line.measures) add(board.measures, measure.status);
}

int rank(const RemediationLine& line) {
    switch (line.standing) {
        case PlanStanding::past_term:
            return 1;
        case PlanStanding::within_term:
            return 5;
        case PlanStanding::stated:
            return 7;
        case PlanStanding::planned:
            break;
    }
    switch (line.status.value_or(MeasureStatus::done)) {
        case MeasureStatus::overdue:
            return 0;
        case MeasureStatus::reopened:
            return 2;
        case MeasureStatus::not_done:
            return 3;
        case MeasureStatus::in_progress:
            return 4;
        case MeasureStatus::done:
            return 6;
    }
    return 6;
}

// The order of the board as text: rank, then what is due first, then whose it is.
std::string order_of(const RemediationLine& line) {
    std::optional<Date> due = line.term;
    if (line.standing == PlanStanding::planned) {
        due.reset();
        for (const auto& measure : line.measures)
            if (measure.status == line.status && (!due || measure.due < *due)) due = measure.due;
    }
    const auto owner = line.owner.unit ? "u." + line.owner.unit->str() : "p." + line.owner.person.value().str();
    return std::to_string(rank(line)) + "." + (due ? due->iso() : "9999-99-99") + "." + owner;
}

bool sees(const Reader& reader, const RemediationLine& line) {
    if (line.owner.unit) return reader.sees_unit(*line.owner.unit);
    return reader.sees(
        {line.owner.person, line.unit.unit, line.agency ? std::optional(line.agency->unit) : std::nullopt});
}

}  // namespace

std::optional<Date> overdue_day(const Context& context, const std::optional<Date>& asked, projections::Known known) {
    if (asked) return asked;
    if (known || context.house.simulated()) return std::nullopt;
    return context.house.desk.now().local_date();
}

bool takes_part(services::Past& past, const RemediationLine& line, const PersonCode& person, Date day) {
    if (services::remediation::owns(past, line.owner, person, day)) return true;
    const auto is_responsible = [&](const auto& measure) { return measure.responsible.person == person; };
    const auto is_assigned = [&](const auto& one) { return one.assignee.person == person; };
    return std::any_of(line.measures.begin(), line.measures.end(), is_responsible) ||
           std::any_of(line.follow_ups.begin(), line.follow_ups.end(), is_assigned);
}

Result<BoardPage> remediation_board(Context& context, const BoardQuestion& question, projections::Known known) {
    const projections::RemediationQuestion asked{question.cycle, question.unit, question.person, question.follower,
                                                 overdue_day(context, question.day, known)};
    auto found = context.answers().remediation(asked, known);
    if (!found) return found.error();
    BoardPage page;
    auto& board = page.board;
    board.basis = std::move(found->basis);
    board.cycle = found->cycle;
    board.day = found->day;
    board.working_days = found->working_days;
    bool any = false;
    context.house.desk.look([&](services::Past& past, Time now) {
        const Reader reader(past.registry(), context.person(), now.local_date());
        any = reader.has_unit();
        const auto hidden = std::erase_if(found->items, [&](const RemediationLine& line) {
            return !sees(reader, line) && !takes_part(past, line, context.person(), now.local_date());
        });
        page.complete = hidden == 0;
    });
    if (!any && found->items.empty()) return no_such_thing();

    Terms terms(board.working_days);
    std::vector<std::pair<std::string, RemediationLine>> ordered;
    for (auto& line : found->items) {
        if (!line.plan && line.decided_on) line.term = terms.of(*line.decided_on);
        if (!line.plan && line.term && board.day > *line.term) line.standing = PlanStanding::past_term;
        count(board, line);
        if (question.status && line.status != question.status) continue;
        if (question.standing && line.standing != *question.standing) continue;
        auto order = order_of(line);
        ordered.emplace_back(std::move(order), std::move(line));
    }
    board.total = static_cast<int>(ordered.size());
    std::sort(ordered.begin(), ordered.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    for (auto& [order, line] : ordered) {
        if (order <= question.after) continue;
        if (board.items.size() == question.limit) break;
        board.items.push_back(std::move(line));
        page.next = order;
    }
    if (board.items.empty() || page.next == ordered.back().first) page.next.reset();
    return page;
}

}  // namespace minhbach::api::routes
