// Remediation: the plan of everybody rated, or the statement that there is nothing to plan; what was done on each
// measure, who follows it, and what is late. Terms are told by whoever has the calendar: the line of an owner without a
// plan says only when the level was decided.
#pragma once

#include "events/vocabulary/remediation.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

// DONE is verified. OVERDUE is computed for a day: past the due date and not reported as done.
enum class MeasureStatus : std::uint8_t { overdue, reopened, not_done, in_progress, done };
BOOST_DESCRIBE_ENUM(MeasureStatus, overdue, reopened, not_done, in_progress, done)

enum class PlanStanding : std::uint8_t { planned, stated, within_term, past_term };
BOOST_DESCRIBE_ENUM(PlanStanding, planned, stated, within_term, past_term)

struct MeasureRow {
    Measure measure;
    ShortcomingId shortcoming;
    int degree_percent = 0;
    bool reported = false;        // since the last reopening
    std::optional<Date> done_on;  // reported as done, since the last reopening
    bool verified = false;
    std::optional<Provenance> verified_by;
    int reopened = 0;
    int inspected = 0;
    int urged = 0;
    bool escalated = false;
    std::vector<std::int64_t> history;  // positions of what was done on it, oldest first
    MeasureStatus status(Date day) const;
};
BOOST_DESCRIBE_STRUCT(MeasureRow, (),
                      (measure, shortcoming, degree_percent, reported, done_on, verified, verified_by, reopened,
                       inspected, urged, escalated, history))

struct FollowUpRow {
    FollowUpRole role = FollowUpRole::follower;
    PersonCode assignee;
    DocumentId document;
    Provenance by;
    std::optional<Provenance> confirmed;
};
BOOST_DESCRIBE_STRUCT(FollowUpRow, (), (role, assignee, document, by, confirmed))

// A version of the plan; 0 is the statement that no shortcoming was found.
struct PlanVersion {
    int version = 0;
    Provenance by;
    Date term;
    DocumentId document;
    std::optional<Text> text;  // the reason of a later version, or the statement
    int shortcomings = 0;
    int measures = 0;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(PlanVersion, (), (version, by, term, document, text, shortcomings, measures, breaches))

struct AnswerableRow {
    PersonCode person;
    std::optional<AnswerableFor> value;  // absent: erased
};
BOOST_DESCRIBE_STRUCT(AnswerableRow, (), (person, value))

struct PlanRow {
    PlanId plan;
    CycleId cycle;
    Owner owner;
    std::vector<PlanVersion> versions;      // oldest first; the last stands
    std::vector<Shortcoming> shortcomings;  // of the last version
    std::vector<AnswerableRow> answerable;
    std::vector<FollowUpRow> follow_ups;  // who has each role now
    std::vector<MeasureRow> measures;
    int revision = 0;  // events of the plan's stream: its ETag

    bool stated() const { return versions.back().version == 0; }
    Date on() const { return versions.back().by.at().local_date(); }
    bool late() const { return versions.front().by.at().local_date() > versions.front().term; }
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (plan, cycle, owner, versions, shortcomings, answerable, follow_ups, measures, revision))

// The status that matters most; nothing if there are no measures.
std::optional<MeasureStatus> worst(const PlanRow& plan, Date day);

struct MeasureLine {
    MeasureId measure;
    ShortcomingId shortcoming;
    Text action;
    Label product;
    PersonName responsible;
    Date due;
    MeasureStatus status = MeasureStatus::not_done;
    std::string status_key;  // st.remDone, st.partial, st.notDone, st.overdue, st.reopened
    int degree_percent = 0;
    bool awaits_verification = false;  // reported as done
    std::optional<Date> done_on;
    bool done_late = false;
    std::optional<Provenance> verified_by;
    int reopened = 0;
    int inspected = 0;
    int urged = 0;
    bool escalated = false;
};
BOOST_DESCRIBE_STRUCT(MeasureLine, (),
                      (measure, shortcoming, action, product, responsible, due, status, status_key, degree_percent,
                       awaits_verification, done_on, done_late, verified_by, reopened, inspected, urged, escalated))

struct FollowUpView {
    FollowUpRole role = FollowUpRole::follower;
    PersonName assignee;
    DocumentName document;
    bool confirmed = false;
    Provenance by;
    std::optional<Provenance> confirmed_by;
};
BOOST_DESCRIBE_STRUCT(FollowUpView, (), (role, assignee, document, confirmed, by, confirmed_by))

// Somebody rated, with the plan or without.
struct RemediationLine {
    Owner owner;
    std::string name;
    UnitName unit;                   // of the person when the dossier was opened; or the unit itself
    std::optional<UnitName> agency;  // that manages the person
    std::optional<DossierId> dossier;
    std::optional<Date> decided_on;  // absent: the decision was cancelled since
    PlanStanding standing = PlanStanding::within_term;
    std::optional<Date> term;  // of a plan or statement; of one that is owed the caller works it out
    std::optional<PlanId> plan;
    std::optional<Date> planned_on;
    bool late = false;  // planned or stated after the term
    int version = 0;
    std::optional<MeasureStatus> status;  // the worst of the measures
    std::vector<MeasureLine> measures;
    std::vector<FollowUpView> follow_ups;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(RemediationLine, (),
                      (owner, name, unit, agency, dossier, decided_on, standing, term, plan, planned_on, late, version,
                       status, measures, follow_ups, revision))

struct RemediationQuestion {
    CycleId cycle;
    std::optional<UnitCode> unit;        // with everything below it
    std::optional<PersonCode> person;    // the owner
    std::optional<PersonCode> follower;  // has any of the three roles
    std::optional<Date> day;             // on which things are overdue; absent: the date of the last event known
};

struct RemediationAnswer {
    Basis basis;
    CycleId cycle;
    Date day;
    int working_days = 0;                // quy định nội bộ: from the conclusion to the plan
    std::vector<RemediationLine> items;  // everybody who owes or has a plan: collectives by code, then people by name
};
BOOST_DESCRIBE_STRUCT(RemediationAnswer, (), (basis, cycle, day, working_days, items))

// Something done on a measure.
struct MeasureAct {
    Provenance by;
    std::string type;
    std::optional<int> degree_percent;
    std::optional<Text> text;  // account, result, message, ground or reason
    std::optional<Text> difficulties;
    std::optional<Date> on;
    bool escalated = false;
    std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(MeasureAct, (), (by, type, degree_percent, text, difficulties, on, escalated, evidence))

struct MeasureView {
    MeasureLine line;
    std::vector<MeasureAct> history;  // oldest first
};
BOOST_DESCRIBE_STRUCT(MeasureView, (), (line, history))

struct AnswerableView {
    PersonName person;
    std::optional<AnswerableFor> value;
};
BOOST_DESCRIBE_STRUCT(AnswerableView, (), (person, value))

struct PlanAnswer {
    Basis basis;
    Date day;
    RemediationLine line;  // its measures are in `measures`
    std::vector<PlanVersion> versions;
    std::vector<Shortcoming> shortcomings;
    std::vector<AnswerableView> answerable;
    std::vector<MeasureView> measures;
};
BOOST_DESCRIBE_STRUCT(PlanAnswer, (), (basis, day, line, versions, shortcomings, answerable, measures))

// What an earlier year left open: offered for the next plan and the next self-review.
struct CarriedItem {
    CycleId cycle;
    int year = 0;
    FoundIn found_in;  // as the next plan names it
    ShortcomingId shortcoming;
    Text description;
    MeasureLine measure;
    bool taken_over = false;  // the owner's plan of the cycle asked for names the earlier plan
};
BOOST_DESCRIBE_STRUCT(CarriedItem, (), (cycle, year, found_in, shortcoming, description, measure, taken_over))

struct OwnerPlan {
    CycleId cycle;
    int year = 0;
    PlanId plan;
    PlanStanding standing = PlanStanding::planned;
    Date term;
    Date planned_on;
    bool late = false;
    std::optional<MeasureStatus> status;
    int open = 0;  // measures that are not verified
};
BOOST_DESCRIBE_STRUCT(OwnerPlan, (), (cycle, year, plan, standing, term, planned_on, late, status, open))

struct OwnerRemediationAnswer {
    Basis basis;
    Owner owner;
    std::optional<CycleId> cycle;  // into which things are carried: the one asked for, else the newest
    Date day;
    std::vector<OwnerPlan> plans;  // newest year first
    std::vector<CarriedItem> carried;
};
BOOST_DESCRIBE_STRUCT(OwnerRemediationAnswer, (), (basis, owner, cycle, day, plans, carried))

}  // namespace minhbach::projections
