// The commands of the party track. Acts of the party side need its own powers (events/vocabulary/mandate.hpp); nobody
// acts in the own dossier but to file the self-review and an objection. The acts of the dossier may be transcribed from
// paper (`on_paper`).
#pragma once

#include <string>
#include <vector>

#include "services/law/fact_sheet.hpp"
#include "services/party/entry.hpp"
#include "services/past.hpp"

namespace minhbach::services::party {

// ---- Custody.

// The first administrator of the party side, or a new one when none is left: by `grant` on the province.
using NamePartyAdministrator = PartyAdministratorNamed;
// By `inspect` on the province: somebody else than who named and who was named. Gives the mandate.
using ConfirmPartyAdministrator = PartyAdministratorConfirmed;

Decision decide(Past& past, const Acting& acting, const NamePartyAdministrator& command);
Decision decide(Past& past, const Acting& acting, const ConfirmPartyAdministrator& command);

// ---- Hand-over, by `decide` or `submit` over the agency's people; received by the committee's party powers.

// Every party member whose level the agency decides, who works in `committee_unit` or below it, and who was not handed
// over before. Those without a decision are counted and left out.
struct HandOverResults {
    CycleId cycle;
    UnitCode agency;
    Label committee;
    UnitCode committee_unit;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(HandOverResults, (), (cycle, agency, committee, committee_unit, document))

// What is owed to that committee at present; `nothing-to-change` if nothing is.
struct HandOverCorrections {
    CycleId cycle;
    UnitCode agency;
    UnitCode committee_unit;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(HandOverCorrections, (), (cycle, agency, committee_unit, document))

// A slip in a list that was given, received or not: by whoever hands over, on a document. Says nothing of levels.
struct CorrectHandOverSlip {
    CycleId cycle;
    UnitCode agency;
    int number = 0;                    // of the list
    std::optional<PersonCode> person;  // whose line; absent: what the list says of itself
    Label what;
    Text was;
    Text is;
    Text reason;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(CorrectHandOverSlip, (), (cycle, agency, number, person, what, was, is, reason, document))

struct ReceiveHandOver {
    CycleId cycle;
    UnitCode agency;
    int number = 0;
    std::optional<Text> remark;
};
BOOST_DESCRIBE_STRUCT(ReceiveHandOver, (), (cycle, agency, number, remark))

Decision decide(Past& past, const Acting& acting, const HandOverResults& command);
Decision decide(Past& past, const Acting& acting, const HandOverCorrections& command);
Decision decide(Past& past, const Acting& acting, const CorrectHandOverSlip& command);
Decision decide(Past& past, const Acting& acting, const ReceiveHandOver& command);

// A level that was handed over and is not in force any more: what was given, and what is so now.
struct OwedCorrection {
    PersonCode person;
    HandedOverLevel handed_over;
    int number = 0;  // of the list it was in
    UnitCode committee_unit;
    HandedOverLevel now;
};
BOOST_DESCRIBE_STRUCT(OwedCorrection, (), (person, handed_over, number, committee_unit, now))
// Ascending by person. The act that changes a level needs no word of this: what is owed is told by comparing.
std::vector<OwedCorrection> owed_corrections(Past& past, const CycleId& cycle, const UnitCode& agency);

// ---- The dossier. By `party_propose` where nothing else is said.

// Of the members who work in `unit` or below it (or of those named), in one cell, decided by the committee at
// `committee_unit`. Who was admitted less than six months ago is exempted at once.
struct OpenPartyDossiers {
    CycleId cycle;
    UnitCode unit;
    Label cell;
    UnitCode committee_unit;
    RulebookId rulebook;
    std::vector<PersonCode> persons;  // empty: all members
};
BOOST_DESCRIBE_STRUCT(OpenPartyDossiers, (), (cycle, unit, cell, committee_unit, rulebook, persons))

struct ExemptMember {
    DossierId dossier;
    PartyExemption ground{};  // ADMITTED_UNDER_6_MONTHS is computed, never claimed
    PartyPaper paper;
};
BOOST_DESCRIBE_STRUCT(ExemptMember, (), (dossier, ground, paper))

struct FilePartySelfReview {  // by the member
    DossierId dossier;
    PartyForm form{};
    Text strengths;
    Text limits;
    Text remedied;
    std::optional<Text> explanation;
    std::optional<Text> responsibility;
    Text measures;
    Level proposed = Level::good;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(FilePartySelfReview, (),
                      (dossier, form, strengths, limits, remedied, explanation, responsibility, measures, proposed,
                       on_paper))

struct AppraiseMember {
    DossierId dossier;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;
    PartyFindings findings;
    std::vector<PartyMitigation> mitigations;
    Text opinion;
    Level proposed = Level::good;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(AppraiseMember, (),
                      (dossier, criteria, targets, findings, mitigations, opinion, proposed, on_paper))

struct CountPartyBallot {
    DossierId dossier;
    Date held_on;
    int present = 0;
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int invalid = 0;
    int not_returned = 0;
    PartyPaper minutes;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(CountPartyBallot, (),
                      (dossier, held_on, present, excellent, good, completed, not_completed, invalid, not_returned,
                       minutes, on_paper))
// Fewer ballots than this and a count would say who voted how.
inline constexpr int kBallotsMin = 3;

struct ProposePartyLevel {
    DossierId dossier;
    Level level = Level::good;
    std::optional<Text> reason;  // of a level other than the appraised one
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(ProposePartyLevel, (), (dossier, level, reason, on_paper))

Decision decide(Past& past, const Acting& acting, const OpenPartyDossiers& command);
Decision decide(Past& past, const Acting& acting, const ExemptMember& command);
Decision decide(Past& past, const Acting& acting, const FilePartySelfReview& command);
Decision decide(Past& past, const Acting& acting, const AppraiseMember& command);
Decision decide(Past& past, const Acting& acting, const CountPartyBallot& command);
Decision decide(Past& past, const Acting& acting, const ProposePartyLevel& command);

// ---- The decision. By `party_decide`.

struct PartyDecisionLine {
    DossierId dossier;
    Level level = Level::good;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(PartyDecisionLine, (), (dossier, level, reason))

// One paper about one member or a list; all lines or none.
struct DecidePartyRatings {
    static constexpr std::size_t lines_max = 200;
    std::vector<PartyDecisionLine> lines;
    PartyPaper paper;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(DecidePartyRatings, (), (lines, paper, on_paper))

struct IssuePartyNotice {
    DossierId dossier;
    PartyPaper paper;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(IssuePartyNotice, (), (dossier, paper, on_paper))

struct SharePartyDecision {
    DossierId dossier;
    PartyPaper paper;
};
BOOST_DESCRIBE_STRUCT(SharePartyDecision, (), (dossier, paper))

// Cancels the decision in force and decides anew in one act. Grounds: late_discipline (an act of the dossier's year,
// disciplined after the decision: điểm 4.5 khoản 4 Điều 12), discipline_annulled, dishonesty, error, and an objection
// that was upheld.
struct ReRateMember {
    DossierId dossier;
    int decision = 0;  // revision, in the dossier's stream, of the decision to be cancelled
    ReratingGround ground = ReratingGround::error;
    std::optional<ViolationId> violation;
    Text reason;
    Level level = Level::good;
    PartyPaper paper;
    std::optional<ObjectionId> objection{};  // of the ground objection
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(ReRateMember, (),
                      (dossier, decision, ground, violation, reason, level, paper, objection, on_paper))

Decision decide(Past& past, const Acting& acting, const DecidePartyRatings& command);
Decision decide(Past& past, const Acting& acting, const IssuePartyNotice& command);
Decision decide(Past& past, const Acting& acting, const SharePartyDecision& command);
Decision decide(Past& past, const Acting& acting, const ReRateMember& command);

enum class PartyReratingGround : std::uint8_t { re_rate, weigh_re_rating, state_level_changed };
BOOST_DESCRIBE_ENUM(PartyReratingGround, re_rate, weigh_re_rating, state_level_changed)

// A decision in force to look at again: an act of its year was disciplined that it does not count (where it was
// self-detected and remedied, to be weighed), or the state's level it rests on was corrected and received.
struct DueRerating {
    DossierId dossier;
    PersonCode person;
    CycleId cycle;
    int year = 0;
    int decision = 0;
    PartyReratingGround ground{};
    std::optional<ViolationId> violation;
    Label clause;
};
BOOST_DESCRIBE_STRUCT(DueRerating, (), (dossier, person, cycle, year, decision, ground, violation, clause))
// Of the members whose decision the committee at `committee_unit` took, by person and cycle: those who work there and
// those who were disciplined, wherever they work. O(these x cycles).
std::vector<DueRerating> due_reratings(Past& past, const UnitCode& committee_unit, Date day);

}  // namespace minhbach::services::party
