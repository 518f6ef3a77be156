// Competence: may this person do this act for that person or unit on that day, in which capacity, on which document?
#pragma once

#include <functional>

#include "services/decision.hpp"
#include "services/past.hpp"

namespace minhbach::services::organisation {

// The door to every judging act. Looks for a mandate of `actor` with `power` that holds on `day` and reaches the
// target:
//   unit:    the target's unit is the mandate's unit
//   subtree: the target's unit lies in the mandate's unit or below
//   managed: the target person's post is managed by the mandate's unit (for a unit as target: its parent is the
//   mandate's
//            unit, or it is the mandate's unit and `power` is not `decide`)
// Among several the narrowest reach wins, then the latest begun. Notes the mandates' stream in `past`.
// Refuses with `not-competent`, citing what the rulebook in force that year says of competence over such a person or
// unit, and naming the nearest miss (a mandate that ended, began later, or does not reach).
Result<Authority> competent_for_person(Past& past, const PersonCode& actor, Power power, const Post& post, Date day);
Result<Authority> competent_for_unit(Past& past, const PersonCode& actor, Power power, const UnitCode& unit, Date day);
// Whether the mandate would reach the unit for that power, as above; whenever it holds.
bool reaches_unit(const Registry& registry, const MandateGranted& mandate, Power power, const UnitCode& unit, Date day);
// For an act on all those managed by `agency` together (settling its quota, publishing, opening dossiers): `managed`
// reaches them if the mandate's unit is the agency, also with `decide`; `unit` and `subtree` reach them if they reach
// the agency.
Result<Authority> competent_for_staff(Past& past, const PersonCode& actor, Power power, const UnitCode& agency,
                                      Date day);
// For what belongs to no unit (a person before the first post, a document of another issuer): any mandate with the
// power.
Result<Authority> competent_somewhere(Past& past, const PersonCode& actor, Power power, Date day);

// Transcription: the person at the door needs `transcribe` for the unit today; the signer's own competence is tested as
// for a NATIVE act on the day of the act, but a miss becomes a breach instead of a refusal. The act then rests on the
// mandate that came nearest (one that reaches but does not hold that day), else on none, in the capacity in which the
// paper is signed.
struct Transcription {
    Paper paper;
    PersonCode signer;
};

struct Target;  // what is acted on, and which mandates reach it

// What entry does to rules: NATIVE refuses with the first breach of a rule, PAPER collects them all. Input errors
// (unknown ids, missing fields) are refused in both.
class Entry {
public:
    Entry(Past& past, const Acting& acting, const std::optional<Transcription>& transcription);
    // The clause that says who acts; a refusal of competence cites it instead of what is said of competence in general.
    void rests_on(std::string clause) { clause_ = std::move(clause); }
    // Finds who acts and on what for a target; must be called first. A refusal is final (no mandate to transcribe, or
    // NATIVE and not competent, or kept from it by a relation to the person: `conflict-of-interest`).
    Outcome authorise_for_person(Power power, const PersonCode& person, const Post& post);
    Outcome authorise_for_unit(Power power, const UnitCode& unit);
    Outcome authorise_for_staff(Power power, const UnitCode& agency);
    Outcome authorise_self(const PersonCode& person);  // the rated person in the own dossier
    Outcome authorise_head(const UnitCode& unit);      // who heads the unit that day, by post and not on a mandate

    // A rule of law is broken: NATIVE gives the refusal back, PAPER notes it (the same one once) and goes on.
    Outcome breach(Refusal refusal);
    // A rule that does not keep the act from being done, a term that has passed: both note it.
    void note(const Refusal& broken);

    Date day() const;  // of the act: today, or as the paper says
    Time time() const;
    const Authority& authority() const { return authority_; }
    std::optional<Paper> paper() const;
    const std::vector<Breach>& breaches() const { return breaches_; }
    std::optional<Time> decided_at() const;  // for ToWrite

private:
    Outcome authorise(Power power, const std::function<Target(Power, Date)>& target);
    Outcome settle(Authority signer, std::optional<Refusal> missing, const Result<Authority>& clerk);
    Outcome check_paper() const;

    Past& past_;
    Acting acting_;
    std::optional<Transcription> transcription_;
    std::optional<std::string> clause_;
    Authority authority_;
    std::vector<Breach> breaches_;
};

}  // namespace minhbach::services::organisation
