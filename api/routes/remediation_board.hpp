// The board of remediation: who owes a plan or a statement and until when, who has one, what is overdue. Put together
// here, where the read models and the calendar meet; the page and the API show the same.
#pragma once

#include "api/routes/context.hpp"
#include "projections/answers.hpp"

namespace minhbach::api::routes {

// owed = planned + stated + within_term + past_term; late counts those planned or stated after their term.
struct OwedCounts {
    int owed = 0;
    int planned = 0;
    int stated = 0;
    int within_term = 0;
    int past_term = 0;
    int late = 0;
};
BOOST_DESCRIBE_STRUCT(OwedCounts, (), (owed, planned, stated, within_term, past_term, late))

// Plans by their worst measure, or measures.
struct RemediationCounts {
    int total = 0;
    int done = 0;
    int in_progress = 0;
    int not_done = 0;
    int overdue = 0;
    int reopened = 0;
};
BOOST_DESCRIBE_STRUCT(RemediationCounts, (), (total, done, in_progress, not_done, overdue, reopened))

struct RemediationBoard {
    projections::Basis basis;
    CycleId cycle;
    Date day;
    int working_days = 0;  // the internal term of the cycle, never shown as law
    std::string term_rule = "quy định nội bộ";
    OwedCounts owed;  // of all that the filters by unit, person and follower leave
    RemediationCounts plans;
    RemediationCounts measures;
    int total = 0;                                    // of all pages, with the filters by status
    std::vector<projections::RemediationLine> items;  // overdue first, then past the term, then by what is open
};
BOOST_DESCRIBE_STRUCT(RemediationBoard, (),
                      (basis, cycle, day, working_days, term_rule, owed, plans, measures, total, items))

struct BoardQuestion {
    CycleId cycle;
    std::optional<UnitCode> unit;
    std::optional<PersonCode> person, follower;
    std::optional<projections::MeasureStatus> status;  // the worst of a plan
    std::optional<projections::PlanStanding> standing;
    std::optional<Date> day;
    std::string after;  // `next` of the page before
    std::size_t limit = 200;
};

struct BoardPage {
    RemediationBoard board;
    bool complete = true;             // nothing was left out by rights
    std::optional<std::string> next;  // printable ASCII
};

// What the signed-in person may see of it: the own, what mandates reach, what one follows. Refused as not found for
// somebody who may see nothing.
Result<BoardPage> remediation_board(Context& context, const BoardQuestion& question, projections::Known known);

// The day on which things are overdue: as asked; else today, or for a simulated province or an earlier record nothing,
// which stands for the date of the last event known.
std::optional<Date> overdue_day(const Context& context, const std::optional<Date>& asked, projections::Known known);

// Whether the plan is the person's own, or the person has a part in it.
bool takes_part(services::Past& past, const projections::RemediationLine& line, const PersonCode& person, Date day);

}  // namespace minhbach::api::routes
