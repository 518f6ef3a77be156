// Every question the read models answer, in one place. All answers name the position they are given on; those that take
// `known_as_of` show what the record knew at that position and nothing later.
//
// Refusals: `not-found-or-not-allowed` for what does not exist (as known then), `not-yet-known` for a `known_as_of`
// beyond what is folded. Permission, purpose and the entry in the access ledger are the caller's affair. Thread-safety:
// every member may be called from any thread, while the runners live.
#pragma once

#include <functional>
#include <optional>

#include "projections/competence.hpp"
#include "projections/concretisations.hpp"
#include "projections/cycle_diff.hpp"
#include "projections/dossiers.hpp"
#include "projections/erasures.hpp"
#include "projections/files.hpp"
#include "projections/findings.hpp"
#include "projections/meetings.hpp"
#include "projections/notices.hpp"
#include "projections/objections.hpp"
#include "projections/organisation.hpp"
#include "projections/part_year.hpp"
#include "projections/party.hpp"
#include "projections/quota.hpp"
#include "projections/ratings.hpp"
#include "projections/remediation.hpp"
#include "projections/report.hpp"
#include "projections/reviews.hpp"
#include "projections/runner/runner.hpp"
#include "projections/synthesis.hpp"
#include "projections/trace.hpp"
#include "projections/views.hpp"

namespace minhbach::projections {

using Known =
    std::optional<events::Position>;  // the last position that is taken into account; absent: all that is folded

// Who is told, and which day it is by the clock of whoever answers: asked only where an answer without `known_as_of`
// depends on it.
struct Listener {
    PersonCode person;
    std::function<Date()> today;
};

class Answers {
public:
    // All three must outlive this. `acts` folds the main ledger (all_projections), `access` the access ledger
    // (access_projections).
    Answers(const Runner& acts, const Runner& access, const events::Log& log)
        : acts_(acts), access_(access), log_(log) {}
    // The same answers as they are told to that person: see unnamed.hpp. Without it, they are the program's own.
    Answers told_to(Listener reader) const {
        auto told = *this;
        told.reader_ = std::move(reader);
        return told;
    }

    // The last position recorded at or before `time`: known_as_of by time. Nothing if the record began later. O(log
    // events).
    std::optional<events::Position> position_at(Time time) const;
    Basis basis() const;

    // Organisation. `day` chooses names and posts in legal time (absent: the local date of the last event known).
    Result<PersonAnswer> person(const PersonCode& code, std::optional<Date> day = {}, Known known_as_of = {}) const;
    Result<UnitAnswer> unit(const UnitCode& code, std::optional<Date> day = {}, Known known_as_of = {}) const;
    Result<UnitsAnswer> units(Known known_as_of = {}, const Keyset& page = {}) const;
    Result<DocumentAnswer> document(const DocumentId& id, Known known_as_of = {}) const;
    Result<MandateAnswer> mandate(const MandateId& id, Known known_as_of = {}) const;
    Result<CycleAnswer> cycle(const CycleId& id, Known known_as_of = {}) const;
    Result<CyclesAnswer> cycles(Known known_as_of = {}) const;

    // Who has not filed a self-assessment in the term that holds there, or filed it late; `unit` and `agency` as in
    // DossiersQuestion.
    Result<OverdueAnswer> overdue_self_assessments(const DossiersQuestion& question, Known known_as_of = {}) const;
    // What an agency asks beyond the law, and who was told of it.
    Result<ConcretisationAnswer> concretisation(const CycleId& cycle, const UnitCode& agency,
                                                Known known_as_of = {}) const;

    // Dossiers.
    Result<DossierAnswer> dossier(const DossierId& id, Known known_as_of = {}) const;
    Result<DossierRow> dossier_row(const DossierId& id, Known known_as_of = {}) const;  // without reading the log
    Result<DossiersAnswer> dossiers(const DossiersQuestion& question, Known known_as_of = {}) const;
    // `types` as in TraceQuestion; whole events on request; `before` and `limit` page.
    Result<TimelineAnswer> timeline(const DossierId& id, const std::vector<std::string>& types = {},
                                    bool whole_events = false, std::optional<std::int64_t> before = {},
                                    std::size_t limit = 200, Known known_as_of = {}) const;
    Result<SelfAssessmentsAnswer> self_assessments(const DossierId& id, Known known_as_of = {}) const;
    Result<DiffAnswer> diff(const DossierId& id, Milestone from, Milestone to, Known known_as_of = {}) const;

    Result<ValuesAnswer> values(const DossierId& id, Known known_as_of = {}) const;

    // Objections, and what re-evaluations left to be done.
    Result<ObjectionAnswer> objection(const ObjectionId& id, Known known_as_of = {}) const;
    Result<ObjectionsAnswer> objections(const ObjectionsQuestion& question, Known known_as_of = {}) const;
    Result<EffectsAnswer> effects(const EffectsQuestion& question, Known known_as_of = {}) const;

    // One row, one seek: for the fast path.
    Result<RatingsAnswer> ratings(const PersonCode& person, Known known_as_of = {}) const;

    Result<CollectiveAnswer> collective(const CycleId& cycle, const UnitCode& unit, Known known_as_of = {}) const;

    Result<TraceAnswer> trace(const TraceQuestion& question, Known known_as_of = {}) const;
    // Who rated whom in a unit. `types` empty: comment.recorded, criteria.judged, proposal.made, rating.decided.
    Result<RatersAnswer> raters(const UnitCode& unit, const std::optional<CycleId>& cycle,
                                const std::vector<std::string>& types = {}, Known known_as_of = {}) const;
    Result<CompetenceAnswer> competence(const CompetenceQuestion& question, Known known_as_of = {}) const;

    // Which opinions of the minutes the synthesis before the decision renders.
    Result<SynthesisAnswer> synthesis(const DossierId& id, Known known_as_of = {}) const;
    // The excellent quota of an agency and its groups.
    Result<QuotaAnswer> quota(const CycleId& cycle, const UnitCode& agency, Known known_as_of = {}) const;
    // Whether those who were not there for the whole year were lowered more often than the others.
    Result<PartYearAnswer> part_year(const CycleId& cycle, const UnitCode& agency, Known known_as_of = {}) const;
    Result<DistributionAnswer> distribution(const CycleId& cycle, Known known_as_of = {}) const;

    // The board of files. `district` absent: the files owed to the Department of Home Affairs.
    Result<FilesAnswer> files(const CycleId& cycle, const std::optional<UnitCode>& district = {},
                              Known known_as_of = {}) const;
    // The state of a cycle at two moments, and what made the difference.
    Result<CycleDiffAnswer> cycle_diff(const CycleId& cycle, Known from, Known to = {}) const;
    Result<FileAnswer> file(const CycleId& cycle, const UnitCode& unit, Known known_as_of = {}) const;

    // The report as it was submitted; `restatement` absent: the last one known.
    Result<ReportAnswer> report(const CycleId& cycle, const UnitCode& unit, std::optional<int> restatement = {},
                                Known known_as_of = {}) const;
    // A draft that was counted elsewhere, with the names that are known now.
    Result<ReportAnswer> report_draft(const ReportSubmitted& draft) const;
    // Who owes a remediation plan and who has one, and how far it is. `day` as in RemediationQuestion.
    Result<RemediationAnswer> remediation(const RemediationQuestion& question, Known known_as_of = {}) const;
    Result<PlanAnswer> remediation_plan(const PlanId& id, std::optional<Date> day = {}, Known known_as_of = {}) const;
    // All plans of an owner, and what earlier years left open for `cycle` (absent: the newest).
    Result<OwnerRemediationAnswer> remediation_of(const Owner& owner, const std::optional<CycleId>& cycle = {},
                                                  std::optional<Date> day = {}, Known known_as_of = {}) const;

    // Everything of the review of one collective or person; a review that is missing is an answer, too.
    Result<ReviewAnswer> review(const CycleId& cycle, const Owner& owner, Known known_as_of = {}) const;
    Result<ReviewsAnswer> reviews(const ReviewsQuestion& question, Known known_as_of = {}) const;

    // Erasures, what holds them up, and for how long records are kept.
    Result<ErasureAnswer> erasure(const ErasureId& id, Known known_as_of = {}) const;
    Result<ErasuresAnswer> erasures(Known known_as_of = {}, const Keyset& page = {}) const;
    Result<HoldsAnswer> legal_holds(Known known_as_of = {}, const Keyset& page = {}) const;
    Result<RetentionAnswer> retention(Known known_as_of = {}) const;

    // Who was told of the result, and when. `unit` and `agency` as in DossiersQuestion.
    Result<NoticesAnswer> notices(const DossiersQuestion& question, Known known_as_of = {}) const;

    Result<MeetingAnswer> meeting(const MeetingId& id, Known known_as_of = {}) const;
    Result<MeetingsAnswer> meetings(const CycleId& cycle, const std::optional<UnitCode>& unit = {},
                                    Known known_as_of = {}, const Keyset& page = {}) const;

    Result<FindingsAnswer> findings(const FindingsQuestion& question, Known known_as_of = {}) const;

    // The party track. All but `hand_over` and `party_level` are for the party side alone.
    Result<PartyDossierRow> party_dossier_row(const DossierId& id, Known known_as_of = {}) const;
    Result<PartyDossierAnswer> party_dossier(const DossierId& id, Known known_as_of = {}) const;
    Result<PartyCollectiveAnswer> party_collective(const CycleId& cycle, const UnitCode& committee_unit,
                                                   const PartyOrganisationId& organisation,
                                                   Known known_as_of = {}) const;
    Result<PartyDossiersAnswer> party_dossiers(const CycleId& cycle, const UnitCode& committee_unit,
                                               Known known_as_of = {}) const;
    Result<PartyViewsAnswer> party_views(const DossierId& dossier, std::optional<std::int64_t> before = {},
                                         std::size_t limit = 50) const;
    Result<HandOverAnswer> hand_over(const CycleId& cycle, const UnitCode& agency, Known known_as_of = {}) const;
    Result<PartyLevelAnswer> party_level(const DossierId& dossier, Known known_as_of = {}) const;

    // What protected petitioners filed: for those on each one's list of readers alone.
    Result<ProtectedObjectionsAnswer> protected_objections(const CycleId& cycle, Known known_as_of = {}) const;
    Result<ProtectedViewsAnswer> protected_views(const ObjectionId& id, std::optional<std::int64_t> before = {},
                                                 std::size_t limit = 50) const;

    // The access ledger. Names are those known now.
    Result<ViewsAnswer> views(const DossierId& dossier, std::optional<std::int64_t> before = {},
                              std::size_t limit = 50) const;
    // `target` is a stream's name ("dossier/2023.P0001"); absent: all.
    Result<RefusedAnswer> refused(const std::optional<std::string>& target = {},
                                  std::optional<std::int64_t> before = {}, std::size_t limit = 50) const;
    Result<AttemptsAnswer> attempts(std::optional<std::int64_t> before = {}, std::size_t limit = 50) const;

private:
    const Runner& acts_;
    const Runner& access_;
    const events::Log& log_;
    std::optional<Listener> reader_;
};

}  // namespace minhbach::projections
