// What the steps of an evaluation have in common: who may act, which clause a step rests on, what an input must be.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "events/refusals.hpp"
#include "services/concretisation/layers.hpp"
#include "services/evaluation/commands.hpp"

namespace minhbach::services::evaluation {

using organisation::Entry;

using law::ProcedureStep;

// The rulebook that the dossier is bound to, the one in force for its unit; find_dossier has refused where the program
// does not hold it (otherwise std::logic_error).
const law::Rulebook& book_of(Past& past, const Dossier& dossier);
// Who is rated, as the rulebook's procedure tells them apart.
law::Who who_of(Past& past, const Dossier& dossier);
// The clause that the step rests on for the person of the dossier; an internal rule where the rulebook asks for no such
// step of them.
std::string step_clause(Past& past, const Dossier& dossier, ProcedureStep step);
// The same step for whoever it may concern, where an act concerns several people of a unit.
std::string step_clause(Past& past, const CycleId& cycle, const UnitCode& unit, Date day, ProcedureStep step);
std::string clause_of(const law::Rulebook& rulebook, law::Principle principle);

// Holds a leading or managing post, or is a cadre, who always does.
bool leads(const Post& post);
// Whether the rulebook wants `before` done before `step` in this dossier.
bool waits_for(Past& past, const Dossier& dossier, ProcedureStep step, ProcedureStep before);
// One refusal for each step that the rulebook wants done before a proposal or a decision and that was not, at the time
// of the act; the meeting is the one named.
std::vector<Refusal> missing_before(Past& past, const Dossier& dossier, ProcedureStep step, const Entry& entry,
                                    const std::optional<MeetingId>& meeting);
// The form of the self-assessment.
RatingForm form_of(Past& past, const Dossier& dossier);
// A term that the rulebook counts from a step; the end of the period that begins on `from`.
Result<Date> term_end(const law::Rulebook& rulebook, law::Who who, law::TermName term, Date from);
const law::DueRule& term_of(const law::Rulebook& rulebook, law::Who who, law::TermName term);

// Whether a dossier that was closed without a decision will do.
enum class Closed : std::uint8_t { refused, too };
Result<const Dossier*> find_dossier(Past& past, const DossierId& id, Closed closed = Closed::refused);
// The registered document, whose stream is noted; otherwise `invalid-field`.
Result<const organisation::Document*> find_document(Past& past, const DocumentId& id, std::string field);

std::optional<Transcription> transcription(const std::optional<OnPaper>& on_paper);

// Whether a comment meeting of `unit` is one for the person: of the unit worked in, of its agency, of the agency that
// manages the person, or of a unit between.
bool meeting_concerns(const organisation::Registry& registry, const UnitCode& unit, const Dossier& dossier);

// What is wrong with the paper that carries a decision: its kind, its days, its signer.
std::vector<Refusal> against_document(Past& past, const organisation::Document& document, const Dossier& dossier,
                                      const std::optional<MeetingId>& meeting, const Entry& entry);

// Worked so many months of the year elsewhere before coming that the rulebook asks for a comment: the agency left,
// where it still exists on that day. Its comment comes before the proposal.
std::optional<UnitCode> former_agency(Past& past, const Dossier& dossier, Date day);
const law::OpinionRule* former_agency_rule(Past& past, const Dossier& dossier);  // nullptr: the rulebook has none
std::string former_agency_clause(Past& past, const Dossier& dossier);
// The secondments of the year to other agencies than the one that rates, begun by that day, ascending: of each agency
// the last. Each of them comments and the home agency rates, unless the document of the secondment lets the host rate:
// then the dossier lies with the host, and there is nobody to ask.
std::vector<const SecondmentRecorded*> hosts(const organisation::Registry& registry, const Dossier& dossier, Date day);

// A text of a correction that speaks of a level: its names, short forms and codes, and bare level words where the level
// is meant.
bool names_a_level(std::string_view text);

// Competence for a judging act, and that nobody judges about themselves: refused to whoever is at the door, a breach
// where a PAPER act was signed so. For what is no step of the procedure; steps: entry_for.
Outcome authorise(Past& past, Entry& entry, const Acting& acting, Power power, const Dossier& dossier);

// `self-decision` where the actor is the rated person.
std::optional<Refusal> own_dossier(Past& past, const Acting& acting, const Dossier& dossier);

// Whom the rulebook of the dossier lets take the step; where it has no such step for the person, those whom it lets
// take it for others.
std::vector<law::Role> by_whom(Past& past, const Dossier& dossier, ProcedureStep step);
// The entry of somebody whom the rulebook lets take the step of the dossier. `not-competent` with the clause of the
// step, or with that of competence where it is for the competent authority; `self-decision` as above. Of a PAPER act a
// signer who was not, is a breach.
Result<Entry> entry_for(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper, ProcedureStep step,
                        const Dossier& dossier);
// The same for a step of a collective in the rules of its year.
Result<Entry> entry_for(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper, ProcedureStep step,
                        const CycleId& cycle, const UnitCode& unit);
// A meeting of a unit about some people of the cycle.
struct Meet {
    CycleId cycle;
    UnitCode unit;
    Date day;
    std::vector<PersonCode> about;
};
// The entry of somebody who keeps the meetings that the rulebook wants about each of these people. Those who meet (the
// staff, the leadership) are written down on the mandate for meetings of the unit.
Result<Entry> entry_for_meeting(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper,
                                const Meet& meet);
// Whom a rulebook lets take the step of `who`; where it has none for them, those whom it names first for others.
std::vector<law::Role> roles_of(const law::Procedure& procedure, ProcedureStep step, std::optional<law::Who> who);
// Tries one role after the other: `enter` authorises an entry in a role. The first that broke nothing is taken, else
// the first that is accepted with what it broke. `not-competent` with the clause where there is no role at all.
Result<Entry> entry_of_first(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper,
                             const std::vector<law::Role>& roles, const std::string& clause,
                             const std::function<Outcome(Entry&, law::Role)>& enter);
// The power by which somebody acts in a role; nothing for roles that are held by a place in the agency.
std::optional<Power> power_of(law::Role role);
// A term has passed that does not keep the act from being done: the act says so, with its clause.
void note_late(Entry& entry, const std::string& clause, Date done, Date last);
// The term until which the rulebook wants people rated: before a day of the year.
void note_late_rating(Past& past, Entry& entry, const Dossier& dossier);
// Of the rules of collectives.
void note_late_rating(Past& past, Entry& entry, const CycleId& cycle);

// Rules of law that are broken: NATIVE refuses with all of them, PAPER takes them down.
Outcome raise(Entry& entry, std::vector<Refusal> broken);

// F16 and the criterion of leadership. What can never be goes to `wrong`, what breaks a rule to `broken`.
void check_general(const law::Rulebook& rulebook, const GeneralJudgements& general, const Post& post,
                   std::vector<Refusal>& wrong, std::vector<Refusal>& broken);
// F3, with the JSON pointers of the fields below `prefix_*`. Absent counts are not checked.
void check_counts(const law::Rulebook& rulebook, const std::optional<WorkCounts>& work, std::string_view prefix_work,
                  const std::optional<CriteriaCounts>& criteria, std::string_view prefix_criteria, const Post& post,
                  std::vector<Refusal>& wrong);
void require_reason(const std::optional<Text>& reason, const std::string& field, std::vector<Refusal>& wrong);
void require_cycle_and_unit(const Past& past, const CycleId& cycle, const UnitCode& unit, std::vector<Refusal>& wrong);

// Minutes that stand adopted at that time and cover the person; otherwise `minutes-missing`.
std::optional<Refusal> minutes_missing(Past& past, const Dossier& dossier, const std::optional<MeetingId>& meeting,
                                       Time at, const std::string& field);
// The layers below the law that hold for the dossier.
concretisation::InForce layers_of(Past& past, const Dossier& dossier);
// Sources that a layer requires: one refusal for each that was neither heard nor asked in vain until its term ran out.
// A source that there cannot be (subordinates of staff, a former agency of who came from nowhere) is not asked for.
std::vector<Refusal> opinions_outstanding(Past& past, const Dossier& dossier, Date day);
std::optional<Refusal> party_opinion_missing(Past& past, const Dossier& dossier, Date day);
std::optional<Refusal> self_assessment_missing(Past& past, const Dossier& dossier);

// One event of one act.
Decided written(const Entry& entry, events::Stream stream, Event event);

}  // namespace minhbach::services::evaluation
