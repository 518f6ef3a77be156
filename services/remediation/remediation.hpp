// Khắc phục hạn chế, khuyết điểm: right after the conclusion everybody rated has a plan, or signs that no shortcoming
// was found (Công văn số 5721/UBND-NC ngày 14/11/2023, which names no term: the term is an internal rule of the cycle).
// Being late is seen and never refused.
#pragma once

#include <optional>
#include <vector>

#include "services/evaluation/commands.hpp"
#include "services/remediation/plan.hpp"

namespace minhbach::services::remediation {

// Of a collective's shortcoming: who answers for it, with what share. Of one shortcoming the shares add up to 100.
struct Answerable {
    PersonCode person;
    ShortcomingId shortcoming;
    int share_percent = 0;
    Text part;
};
BOOST_DESCRIBE_STRUCT(Answerable, (), (person, shortcoming, share_percent, part))

// By whom the bound rulebook names: the owner; for a unit its head, or on a mandate to propose for it. `plan` is the
// one plan of the owner in the cycle (`plan_id`). Again: the next version, with a reason; what was done on measures
// that stay remains, and a verified measure stays as it is. Measures are due on a working day after the day of the
// plan; one that stays keeps its day.
struct AdoptPlan {
    PlanId plan;
    CycleId cycle;
    Owner owner;
    std::vector<Shortcoming> shortcomings;
    std::vector<Answerable> answerable;
    DocumentId document;
    std::optional<Text> reason;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(AdoptPlan, (), (plan, cycle, owner, shortcomings, answerable, document, reason, on_paper))

struct StateNoShortcoming {  // by the same; instead of a plan
    PlanId plan;
    CycleId cycle;
    Owner owner;
    Text statement;
    DocumentId document;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(StateNoShortcoming, (), (plan, cycle, owner, statement, document, on_paper))

// By `decide` over the owner, on a document; neither by nor to the owner (of a unit: its head).
struct AssignFollowUp {
    PlanId plan;
    FollowUpRole role = FollowUpRole::follower;
    PersonCode assignee;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(AssignFollowUp, (), (plan, role, assignee, document))

struct ConfirmFollowUp {  // by the assignee
    PlanId plan;
    FollowUpRole role = FollowUpRole::follower;
};
BOOST_DESCRIBE_STRUCT(ConfirmFollowUp, (), (plan, role))

// By the person responsible or the owner. 100 says done, shows it, and waits for verification.
struct ReportProgress {
    PlanId plan;
    MeasureId measure;
    int degree_percent = 0;
    Text account;
    std::optional<Text> difficulties;
    std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(ReportProgress, (), (plan, measure, degree_percent, account, difficulties, evidence))

struct InspectMeasure {  // by the confirmed inspector, or on a mandate to inspect or decide; never the owner
    PlanId plan;
    MeasureId measure;
    Date on;
    Text result;
};
BOOST_DESCRIBE_STRUCT(InspectMeasure, (), (plan, measure, on, result))

struct UrgeMeasure {  // by the confirmed urger
    PlanId plan;
    MeasureId measure;
    Text message;
    bool escalated = false;
};
BOOST_DESCRIBE_STRUCT(UrgeMeasure, (), (plan, measure, message, escalated))

// By the confirmed follower or inspector, or on a mandate to decide; never the owner, nor whoever is responsible for
// the measure or reported it. Only what was reported as done.
struct VerifyMeasure {
    PlanId plan;
    MeasureId measure;
    Text ground;
};
BOOST_DESCRIBE_STRUCT(VerifyMeasure, (), (plan, measure, ground))

struct ReopenMeasure {  // by those who may verify, or on a mandate to inspect; reason
    PlanId plan;
    MeasureId measure;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(ReopenMeasure, (), (plan, measure, reason))

Decision decide(Past& past, const Acting& acting, const AdoptPlan& command);
Decision decide(Past& past, const Acting& acting, const StateNoShortcoming& command);
Decision decide(Past& past, const Acting& acting, const AssignFollowUp& command);
Decision decide(Past& past, const Acting& acting, const ConfirmFollowUp& command);
Decision decide(Past& past, const Acting& acting, const ReportProgress& command);
Decision decide(Past& past, const Acting& acting, const InspectMeasure& command);
Decision decide(Past& past, const Acting& acting, const UrgeMeasure& command);
Decision decide(Past& past, const Acting& acting, const VerifyMeasure& command);
Decision decide(Past& past, const Acting& acting, const ReopenMeasure& command);

}  // namespace minhbach::services::remediation
