// Nội dung cần làm rõ: what a reader of the record should ask about. Computed when asked, never stored, and never a
// verdict.
#pragma once

#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/owner.hpp"
#include "events/vocabulary/paper.hpp"
#include "projections/competence.hpp"
#include "projections/part_year.hpp"
#include "projections/trace.hpp"

namespace minhbach::projections {

// JSON names are in capitals; `finding_slug` gives the name in addresses ("retro-authority").
enum class FindingType : std::uint8_t {
    retro_authority,               // the mandate, as known now, did not hold on the day of the act
    proposal_override,             // the decided level is not the last proposed one
    party_opinion_missing,         // none was recorded where one was due
    party_opinion_late,            // recorded or dated after the decision
    order_violation,               // a head decided before the unit's collective rating
    batch_signing,                 // many single decisions, one right after the other
    last_minute,                   // entered or changed on the last day of the deadline
    relied_on_corrected_document,  // an act relied on a document or mandate whose entry was corrected later
    paper_breach,                  // a transcribed act broke a rule
    head_unit_mismatch,            // a leader's level in force is above the unit's level in force
    stale_settlement,              // levels that were settled were changed by re-ratings afterwards
    review_too_early,              // the conference came sooner than three working days after the draft
    suggestion_unanswered,         // a point suggested for the review was never explained
    review_after_rating,           // a collective was reviewed after it had been rated
    shortcoming_without_measure,   // the review found it, and no remediation plan takes it up
    never_told,                    // assessed themselves without having been told of the agency's concretisation
    term_passed,                   // done after the term that the rulebook, the cycle or a layer sets
    effect_open,                   // what a re-rating left to be done, open for longer than asked about
    one_level_for_all,             // a rater proposed, or decided, one level for everybody
    same_text,                     // a rater gave several people the same reason or comment, word for word
    rated_each_other,              // two people who judged, proposed or decided about each other
    lower_after_objection,         // whoever objected has a lower level since
    excellent_by_turns,            // "excellent" went round a unit: somebody each year, nobody twice
    newcomers_lowered,             // who came, moved, left or was on leave was lowered for the quota more than the rest
};
BOOST_DESCRIBE_ENUM(FindingType, retro_authority, proposal_override, party_opinion_missing, party_opinion_late,
                    order_violation, batch_signing, last_minute, relied_on_corrected_document, paper_breach,
                    head_unit_mismatch, stale_settlement, review_too_early, suggestion_unanswered, review_after_rating,
                    shortcoming_without_measure, never_told, term_passed, effect_open, one_level_for_all, same_text,
                    rated_each_other, lower_after_objection, excellent_by_turns, newcomers_lowered)
std::string_view finding_slug(FindingType type);
std::optional<FindingType> finding_of(std::string_view slug);

struct AuthorityDetail {
    MandateId mandate;
    DocumentName document;
    Date acted_on;
    Date valid_from;               // of the mandate as known now; the document's date where that is later
    std::optional<Date> valid_to;  // last day
    bool held_as_known_then = false;
};
BOOST_DESCRIBE_STRUCT(AuthorityDetail, (), (mandate, document, acted_on, valid_from, valid_to, held_as_known_then))

struct OverrideDetail {
    Level proposed = Level::good;
    std::optional<Level> decided;  // absent: not rated
    bool for_quota = false;        // proposed EXCELLENT, allowed by the criteria, not selected in the settlement
    bool raised = false;
    std::optional<Text> reason;  // absent: none was given
};
BOOST_DESCRIBE_STRUCT(OverrideDetail, (), (proposed, decided, for_quota, raised, reason))

struct PartyOpinionDetail {
    Time decided_at;
    std::optional<Date> opinion_dated;
    std::optional<Time> opinion_recorded_at;
};
BOOST_DESCRIBE_STRUCT(PartyOpinionDetail, (), (decided_at, opinion_dated, opinion_recorded_at))

struct OrderDetail {
    UnitName collective;
    Time decided_at;
    std::optional<Time> collective_rated_at;  // absent: not rated so far
    std::optional<std::int64_t> collective_position;
};
BOOST_DESCRIBE_STRUCT(OrderDetail, (), (collective, decided_at, collective_rated_at, collective_position))

struct BatchDetail {
    int acts = 0;
    int seconds = 0;  // from the first to the last, rounded up
    Time first_at;
    Time last_at;
    bool outside_hours = false;  // begins before 7:00 or after 17:30 local time, or on Saturday or Sunday
    int opened_before = 0;       // dossiers that the signer had viewed before signing them
    std::vector<DossierId> dossiers;
};
BOOST_DESCRIBE_STRUCT(BatchDetail, (), (acts, seconds, first_at, last_at, outside_hours, opened_before, dossiers))

enum class LastMinuteKind : std::uint8_t { first_entry, change };
BOOST_DESCRIBE_ENUM(LastMinuteKind, first_entry, change)

struct LastMinuteDetail {
    LastMinuteKind kind = LastMinuteKind::first_entry;
    Time deadline_end;
};
BOOST_DESCRIBE_STRUCT(LastMinuteDetail, (), (kind, deadline_end))

struct CorrectionDetail {
    std::optional<DocumentName> document;
    std::optional<MandateId> mandate;
    std::int64_t corrected_position = 0;
    Time corrected_at;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(CorrectionDetail, (), (document, mandate, corrected_position, corrected_at, reason))

struct MismatchDetail {
    UnitName led;
    Level level = Level::good;
    Level unit_level = Level::good;
    Time unit_rated_at;  // of the unit's level in force
    std::int64_t unit_position = 0;
    bool head = false;  // heads the unit; other leaders help to lead it
};
BOOST_DESCRIBE_STRUCT(MismatchDetail, (), (led, level, unit_level, unit_rated_at, unit_position, head))

struct StaleDetail {
    Time settled_at;
    std::vector<DossierId> dossiers;   // re-rated at another level since
    std::optional<int> max_excellent;  // that the settlement allowed the agency as a whole
    int excellent = 0;                 // in force now
};
BOOST_DESCRIBE_STRUCT(StaleDetail, (), (settled_at, dossiers, max_excellent, excellent))

struct ReviewDetail {
    Owner owner;  // who is reviewed
    std::optional<Date> conference_from;
    std::optional<Time> held_at;
    std::optional<Time> rated_at;
    std::vector<PointId> points;              // never explained
    std::vector<ShortcomingId> shortcomings;  // without a measure
};
BOOST_DESCRIBE_STRUCT(ReviewDetail, (), (owner, conference_from, held_at, rated_at, points, shortcomings))
struct NeverToldDetail {
    DocumentName document;
    Time issued_at;
};
BOOST_DESCRIBE_STRUCT(NeverToldDetail, (), (document, issued_at))

// Days are whole days from the re-rating to the day that is asked about.
struct OpenEffectDetail {
    EffectId effect;
    EffectKind kind = EffectKind::notice_due;
    UnitName owner;  // that is to settle it
    Date since;
    int days = 0;
};
BOOST_DESCRIBE_STRUCT(OpenEffectDetail, (), (effect, kind, owner, since, days))

// What shows in several dossiers together.
struct PatternDetail {
    std::vector<PersonName> people;       // whom it concerns; of excellent-by-turns, one for each of `years`
    std::optional<Level> level;           // that was given; of a drop, the present one
    std::optional<Level> before;          // of a drop
    std::vector<std::int64_t> positions;  // of what came before: the decision objected to, the objection
    std::optional<Text> text;             // that was repeated
    std::vector<int> years;
    int count = 0;            // people it was found with ...
    int of = 0;               // ... of so many: part-year people among those lowered
    int count_everybody = 0;  // the same among everybody who stood for excellent
    int of_everybody = 0;
    std::vector<PartYear> part_year;        // of newcomers-lowered, one for each of `people`
    std::optional<int> chance_per_million;  // that a draw would have done the same or more
};
BOOST_DESCRIBE_STRUCT(PatternDetail, (),
                      (people, level, before, positions, text, years, count, of, count_everybody, of_everybody,
                       part_year, chance_per_million))

// One finding: the act it is about, and the detail of its type.
struct Finding {
    FindingType type = FindingType::retro_authority;
    std::string key;         // the same in every answer, e.g. "retro-authority/1234"
    std::optional<Act> act;  // of a batch: the first
    std::optional<UnitName> unit;
    std::optional<UnitName> agency;
    std::optional<AuthorityDetail> authority;
    std::optional<OverrideDetail> level;
    std::optional<PartyOpinionDetail> party_opinion;
    std::optional<OrderDetail> order;
    std::optional<BatchDetail> batch;
    std::optional<LastMinuteDetail> last_minute;
    std::optional<CorrectionDetail> correction;
    std::optional<MismatchDetail> mismatch;
    std::optional<StaleDetail> stale;
    std::optional<ReviewDetail> review;
    std::optional<NeverToldDetail> never_told;
    std::optional<OpenEffectDetail> open_effect;
    std::optional<PatternDetail> pattern;
    std::vector<Breach> breaches;  // of term_passed: the terms; of paper_breach: the other rules
};
BOOST_DESCRIBE_STRUCT(Finding, (),
                      (type, key, act, unit, agency, authority, level, party_opinion, order, batch, last_minute,
                       correction, mismatch, stale, review, never_told, open_effect, pattern, breaches))

// Law 58/2010, Điều 41 speaks of managers and the unit directly in charge: every leader; other texts of heads alone.
enum class UnitCapScope : std::uint8_t { head, leaders };
BOOST_DESCRIBE_ENUM(UnitCapScope, head, leaders)

struct FindingsQuestion {
    CycleId cycle;
    std::vector<FindingType> types;  // empty: all
    std::optional<UnitCode> agency;  // managed by, or acted on
    int batch_acts_min = 20;         // single decisions of one actor ...
    int batch_gap_seconds_max = 10;  // ... with no longer pause between two of them
    UnitCapScope scope = UnitCapScope::leaders;
    int effect_days_max = 30;  // open for longer is a finding; no text sets a term
    std::vector<std::string> last_minute_types{"proposal.made", "rating.decided"};
    Keyset page;
};

struct FindingsAnswer {
    Basis basis;
    CycleId cycle;
    std::vector<Finding> items;       // by type, then by position
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // those of one act are never on two pages
};
BOOST_DESCRIBE_STRUCT(FindingsAnswer, (), (basis, cycle, items, total, next))

}  // namespace minhbach::projections
