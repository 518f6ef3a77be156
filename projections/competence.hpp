// On which mandate and document an act relied, whether that held on the day, as known then and as
// known now, and what changed in a dossier between two milestones.
#pragma once

#include "projections/dossiers.hpp"
#include "projections/organisation.hpp"

namespace minhbach::projections {

// Whether a mandate carries an act, with what was known at one position.
struct Standing {
    std::int64_t known_as_of = -1;
    bool competent = false;
    std::string why;  // OK, NO_MANDATE, NOT_YET_VALID, NOT_YET_SIGNED, ENDED, REVOKED, NO_POWER, NO_REACH, UNKNOWN_THEN
    std::optional<Mandate> mandate;  // as it was known
    std::optional<Document> document;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (known_as_of, competent, why, mandate, document))

// What the act rests on, and what that rests on in its turn: the mandate of whoever granted it, up to the opening.
struct AuthorityLink {
    Mandate mandate;
    std::optional<Document> document;
};
BOOST_DESCRIBE_STRUCT(AuthorityLink, (), (mandate, document))

// What a reader should ask about, whatever the rules said then.
enum class CompetenceRemark : std::uint8_t {
    issued_after,     // the document, or the mandate, begins after the day of the act
    entered_after,    // it was entered only after the act
    corrected_later,  // its entry, or the document's, was corrected after the act
    related           // the actor is related to the subject and stands aside for such an act
};
BOOST_DESCRIBE_ENUM(CompetenceRemark, issued_after, entered_after, corrected_later, related)

// The tie between actor and subject on the day of the act. `binds`: it keeps the actor from acts that judge or decide.
struct Tie {
    RelationView relation;
    bool binds = false;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Tie, (), (relation, binds, clause))

struct Competence {
    PersonName actor;
    std::optional<Power> power;  // absent where the act needs none
    std::optional<PersonName> subject;
    std::optional<UnitCode> unit;
    Time at;                          // of the act
    Date day;                         // its legal date
    std::optional<std::int64_t> act;  // position, where one act is asked about
    bool entered_before = false;      // the mandate was in the record when the act was done
    Standing then;
    Standing now;
    std::vector<AuthorityLink> chain;  // of the mandate as it is known now
    std::vector<CompetenceRemark> remarks;
    std::optional<Tie> tie;
};
BOOST_DESCRIBE_STRUCT(Competence, (),
                      (actor, power, subject, unit, at, day, act, entered_before, then, now, chain, remarks, tie))

struct CompetenceAnswer {
    Basis basis;
    Competence competence;
};
BOOST_DESCRIBE_STRUCT(CompetenceAnswer, (), (basis, competence))

// Either an act by its position, or actor, power (or the type of the act), subject (or unit) and time.
struct CompetenceQuestion {
    std::optional<std::int64_t> act;
    std::optional<std::string> type;  // "rating.decided": asks for the power such an act takes
    std::optional<PersonCode> actor;
    std::optional<Power> power;
    std::optional<PersonCode> subject;
    std::optional<UnitCode> unit;
    std::optional<Time> at;
};

enum class Milestone : std::uint8_t { opened, self_filed, meeting, minutes, proposal, decision, notice, receipt, now };
BOOST_DESCRIBE_ENUM(Milestone, opened, self_filed, meeting, minutes, proposal, decision, notice, receipt, now)

struct DiffLine {
    Act act;
    Competence competence;
};
BOOST_DESCRIBE_STRUCT(DiffLine, (), (act, competence))

// After the first `from` up to and with the last `to` (of the decision: the last one), by position.
struct DiffAnswer {
    Basis basis;
    DossierId dossier;
    Milestone from = Milestone::meeting;
    Milestone to = Milestone::decision;
    std::int64_t from_position = -1;
    std::int64_t to_position = -1;
    std::vector<DiffLine> changes;  // acts that replaced an earlier value: a proposal, a judgement, a form, a decision
    std::vector<Act> acts;          // everything done to the dossier in between, oldest first
};
BOOST_DESCRIBE_STRUCT(DiffAnswer, (), (basis, dossier, from, to, from_position, to_position, changes, acts))

}  // namespace minhbach::projections
