#include "projections/trace.hpp"

#include <algorithm>

#include "projections/act_builder.hpp"
#include "projections/list.hpp"
#include "projections/match.hpp"
#include "projections/tables.hpp"
#include "projections/trace_follow_up.hpp"
#include "projections/trace_layers.hpp"

namespace minhbach::projections {
namespace {

using namespace trace;

class Trace : public Projection {
public:
    std::string_view name() const override { return "trace"; }
    int version() const override { return 6; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// Units, people, papers and powers.
void describe_organisation(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    visit(Match{
              [&](const DocumentRegistered& e) {
                  builder.rests_on(e.document);
                  act.unit = e.issuer_unit;
                  builder.set("number", e.number);
                  rows.put_as(kDocuments, e.document.str(),
                              DocumentFacts{e.number.str(), e.date, e.effective_from, e.effective_to});
              },
              [&](const DocumentCorrected& e) {
                  act.document = e.document;
                  act.reason = e.reason;
                  auto facts = rows.get_as<DocumentFacts>(kDocuments, e.document.str()).value();
                  const auto replace = [&](std::string_view field, auto& old, const auto& now) {
                      if (!now) return;
                      builder.changed(field, old, *now);
                      old = *now;
                  };
                  if (e.number)
                      builder.changed("number", facts.number, e.number->str()), facts.number = e.number->str();
                  replace("date", facts.date, e.date);
                  replace("effectiveFrom", facts.effective_from, e.effective_from);
                  replace("effectiveTo", facts.effective_to, e.effective_to);
                  rows.put_as(kDocuments, e.document.str(), facts);
                  builder.touches_dossiers_of(kByDocument, e.document.str() + "/", true);
              },
              [&](const UnitEstablished& e) {
                  act.unit = e.unit;
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("name", e.name);
              },
              [&](const UnitChanged& e) {
                  act.unit = e.unit;
                  builder.rests_on(e.document);
                  if (e.name) builder.set("name", *e.name);
                  if (e.parent) builder.set("parent", *e.parent);
              },
              [&](const UnitDissolved& e) {
                  act.unit = e.unit;
                  builder.rests_on(e.document);
                  builder.set("dissolvedOn", e.on);
              },
              [&](const PersonRegistered& e) { builder.about_person(e.person); },
              [&](const PersonCorrected& e) {
                  builder.about_person(e.person);
                  act.reason = e.reason;
                  if (e.full_name) builder.set("fullName", *e.full_name);
                  if (e.birth_date) builder.set("birthDate", *e.birth_date);
                  if (e.sex) builder.set("sex", *e.sex);
              },
              [&](const PersonMerged& e) {
                  builder.about_person(e.person);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
                  builder.set("into", e.into.str());
              },
              [&](const PersonSeparated& e) {
                  builder.about_person(e.person);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
                  builder.set("from", e.from.str());
              },
              [&](const PostAssigned& e) {
                  rows.put_as(kPersons, e.person.str(), Placed{e.post.unit, e.post.managed_by});
                  builder.about_person(e.person);
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("post", e.post.title);
              },
              [&](const PostEnded& e) {
                  builder.about_person(e.person);
                  act.unit = e.unit;
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("to", e.to);
              },
              [&](const SecondmentRecorded& e) {
                  builder.about_person(e.person);
                  act.unit = e.host;
                  builder.rests_on(e.document);
                  builder.set("from", e.from);
                  if (e.to) builder.set("to", *e.to);
              },
              [&](const SecondmentEnded& e) {
                  builder.about_person(e.person);
                  act.unit = e.host;
                  builder.rests_on(e.document);
                  builder.set("to", e.to);
              },
              [&](const PartyMembershipRecorded& e) { builder.about_person(e.person); },
              [&](const EarlierRatingImported& e) {
                  builder.about_person(e.person);
                  builder.set("year", e.year);
                  builder.set("level", e.wording);
              },
              [&](const ServiceRecorded& e) {
                  builder.about_person(e.person);
                  builder.set("monthsWorked", e.months_worked);
                  builder.set("absenceMonths", e.absence_months);
                  builder.set("maternityMonths", e.maternity_months);
              },
              [&](const DisciplineRecorded& e) {
                  builder.about_person(e.person);
                  builder.rests_on(e.document);
                  builder.set("discipline", e.form);
                  builder.set("effective", e.effective);
              },
              [&](const FindingConcluded& e) {
                  builder.about_person(e.person);
                  builder.rests_on(e.document);
                  builder.set("finding", e.finding);
              },
              [&](const MandateGranted& e) {
                  act.subject = e.person;
                  act.unit = e.unit;
                  builder.rests_on(e.document);
                  builder.set("from", e.from);
                  builder.set("to", e.to);
                  rows.put_as(kMandates, e.mandate.str(), MandateFacts{e.person, e.unit, e.from, e.to, e.document});
              },
              [&](const MandateCorrected& e) {
                  auto facts = rows.get_as<MandateFacts>(kMandates, e.mandate.str());
                  act.subject = e.person;
                  act.reason = e.reason;
                  if (!facts) return;
                  act.unit = facts->unit;
                  if (e.from) builder.changed("from", facts->from, *e.from), facts->from = *e.from;
                  if (e.to) builder.changed("to", facts->to, *e.to), facts->to = e.to;
                  if (e.document)
                      builder.changed("document", facts->document, *e.document), facts->document = *e.document;
                  builder.rests_on(facts->document);
                  rows.put_as(kMandates, e.mandate.str(), *facts);
                  builder.touches_dossiers_of(kByMandate, e.mandate.str() + "/", false);
              },
              [&](const MandateRevoked& e) {
                  act.subject = e.person;
                  builder.rests_on(e.document);
                  builder.set("revokedOn", e.on);
                  if (const auto facts = rows.get_as<MandateFacts>(kMandates, e.mandate.str())) act.unit = facts->unit;
              },
              [](const auto&) {},
          },
          event);
}

// The cycle, work, collectives, quota and files.
void describe_cycle(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    visit(Match{
              [&](const CycleOpened& e) {
                  act.cycle = e.cycle;
                  builder.rests_on(e.document);
              },
              [&](const ComparableGroupDefined& e) {
                  act.cycle = e.cycle;
                  act.unit = act.agency = e.agency;
                  builder.rests_on(e.document);
                  builder.set("group", e.name);
              },
              [&](const QuotaReadingNamed& e) {
                  act.cycle = e.cycle;
                  act.unit = act.agency = e.agency;
                  builder.rests_on(e.document);
                  builder.set("base", e.base);
                  builder.set("rounding", e.rounding);
              },
              [&](const QuotaExceptionGranted& e) {
                  act.cycle = e.cycle;
                  act.unit = act.agency = e.agency;
                  act.reason = e.reason;
                  builder.rests_on(e.document);
                  builder.set("percent", e.percent);
              },
              [&](const TasksAssigned& e) {
                  builder.about_owner(e.owner);
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("tasks", e.tasks.size());
              },
              [&](const TaskChanged& e) {
                  builder.about_owner(e.owner);
                  act.reason = e.reason;
              },
              [&](const TasksDelivered& e) {
                  builder.about_owner(e.owner);
                  builder.set("deliveries", e.deliveries.size());
              },
              [&](const TasksAccepted& e) {
                  builder.about_owner(e.owner);
                  builder.set("acceptances", e.acceptances.size());
              },
              [&](const CollectiveRated& e) {
                  act.cycle = e.cycle;
                  act.unit = e.unit;
                  act.reason = e.reason;
                  builder.rests_on(e.document);
                  builder.with_paper(e);
                  const auto key = entity(e.cycle.str(), e.unit.str());
                  const auto before = rows.get_as<CollectiveFacts>(kCollectives, key).value_or(CollectiveFacts{});
                  builder.changed("level", before.level, e.level);
                  rows.put_as(kCollectives, key, CollectiveFacts{e.level});
                  std::vector<DossierId> led;
                  rows.scan(kLed, key + "/", [&](std::string_view name, const std::string&) {
                      led.push_back(DossierId::of(name.substr(key.size() + 1)));
                      return true;
                  });
                  builder.touches(led);
              },
              [&](const QuotaSettled& e) {
                  act.cycle = e.cycle;
                  act.unit = act.agency = e.agency;
                  act.reason = e.reason;
                  if (e.exception_document) builder.rests_on(*e.exception_document);
                  builder.with_paper(e);
                  builder.set("selected", e.selected.size());
                  builder.set("lowered", e.lowered.size());
                  builder.touches(e.selected);
                  builder.touches(e.lowered);
              },
              [&](const FileSubmitted& e) {
                  act.cycle = e.cycle;
                  act.unit = e.unit;
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("version", e.version);
              },
              [&](const FileReturned& e) {
                  act.cycle = e.cycle;
                  act.unit = e.unit;
                  act.reason = e.reason;
                  builder.set("version", e.version);
              },
              [&](const FileAccepted& e) {
                  act.cycle = e.cycle;
                  act.unit = e.unit;
                  act.reason = e.remark;
                  builder.set("version", e.version);
              },
              [&](const MeetingHeld& e) {
                  act.cycle = e.cycle;
                  act.unit = e.unit;
                  builder.with_paper(e);
                  builder.set("heldAt", e.held_at);
                  MeetingFacts facts{e.cycle, e.unit, {}, 0};
                  for (const auto& person : e.discussed) {
                      const auto dossier = rows.get_as<OneDossier>(kOfPerson, entity(e.cycle.str(), person.str()));
                      if (dossier) facts.dossiers.push_back(dossier->dossier);
                  }
                  rows.put_as(kMeetings, e.meeting.str(), facts);
                  builder.touches(facts.dossiers);
              },
              [&](const MinutesAdopted& e) {
                  builder.with_paper(e);
                  auto facts = rows.get_as<MeetingFacts>(kMeetings, e.meeting.str());
                  if (!facts) return;
                  act.cycle = facts->cycle;
                  act.unit = facts->unit;
                  builder.changed("minutes", facts->version == 0 ? std::nullopt : std::optional(facts->version),
                                  e.version);
                  facts->version = e.version;
                  rows.put_as(kMeetings, e.meeting.str(), *facts);
                  builder.touches(facts->dossiers);
              },
              [&](const MinutesReopened& e) {
                  act.reason = e.reason;
                  const auto facts = rows.get_as<MeetingFacts>(kMeetings, e.meeting.str());
                  if (!facts) return;
                  act.cycle = facts->cycle;
                  act.unit = facts->unit;
                  builder.touches(facts->dossiers);
              },
              [](const auto&) {},
          },
          event);
}

// The evaluation of one person.
void describe_evaluation(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    const auto store = [&](const DossierId& dossier, const DossierFacts& facts) {
        rows.put_as(kDossiers, dossier.str(), facts);
    };
    visit(Match{
              [&](const DossierOpened& e) {
                  store(e.dossier, DossierFacts{e.person, e.cycle, e.post.unit, e.post.managed_by, {}, {}});
                  rows.put_as(kOfPerson, entity(e.cycle.str(), e.person.str()), OneDossier{e.dossier});
                  if (e.post.leader || e.post.head_of) {
                      rows.mark(kLed,
                                entity(e.cycle.str(), e.post.head_of.value_or(e.post.unit).str(), e.dossier.str()));
                  }
                  builder.about(e.dossier);
              },
              [&](const DossierMoved& e) {
                  if (auto facts = rows.get_as<DossierFacts>(kDossiers, e.dossier.str())) {
                      facts->unit = e.post.unit;
                      facts->agency = e.post.managed_by;
                      store(e.dossier, *facts);
                  }
                  builder.about(e.dossier);
                  builder.rests_on(e.document);
                  builder.set("post", e.post.title);
              },
              [&](const DossierClosed& e) {
                  builder.about(e.dossier);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
                  builder.set("cause", e.cause);
              },
              [&](const DossierReopened& e) {
                  builder.about(e.dossier);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
              },
              [&](const SelfAssessmentFiled& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  if (!rows.get(kForms, e.dossier.str())) builder.set("/proposedLevel", e.proposed_level);
                  builder.replaces(kForms, e.dossier.str(),
                                   FormFacts{e.proposed_level, e.general, e.effectiveness, e.counts});
              },
              [&](const SelfAssessmentReturned& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  act.reason = e.reason;
              },
              [&](const CriteriaJudged& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  builder.replaces(kJudged, entity(e.dossier.str(), json::enum_name(e.judge)),
                                   JudgedFacts{e.general, e.effectiveness, e.typed});
                  if (e.typed) builder.relies_on(e.typed->signed_list);
              },
              [&](const CommentRecorded& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
              },
              [&](const PartyOpinionRecorded& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  if (e.document) builder.rests_on(*e.document);
                  builder.set("dated", e.dated);
              },
              [&](const ProposalMade& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  act.reason = e.reason;
                  builder.changed("level", e.previous, e.level);
              },
              [&](const RatingDecided& e) {
                  auto facts = builder.about(e.dossier);
                  builder.with_paper(e);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
                  if (!facts) return;
                  const auto now = e.level ? json::enum_name(*e.level) : std::string("NOT_RATED");
                  builder.changed("decidedLevel", facts->decided, now);
                  facts->decided = e.level;
                  store(e.dossier, *facts);
              },
              [&](const DecisionCorrected& e) {
                  builder.about(e.dossier);
                  builder.rests_on(e.document);
                  act.reason = e.reason;
                  builder.changed(e.what.str(), e.was, e.is);
              },
              [&](const NoticeIssued& e) {
                  auto facts = builder.about(e.dossier);
                  builder.with_paper(e);
                  builder.rests_on(e.document);
                  if (!facts) return;
                  builder.changed("notice", facts->notice, e.dated);
                  facts->notice = e.dated;
                  store(e.dossier, *facts);
              },
              [&](const NoticeAcknowledged& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
              },
              [&](const NoticeDeemedReceived& e) {
                  builder.about(e.dossier);
                  builder.rests_on(e.minutes);
                  act.reason = e.reason;
                  builder.set("received", e.on);
              },
              [&](const ResultPublished& e) {
                  builder.about(e.dossier);
                  builder.with_paper(e);
                  builder.set("published", e.form);
              },
              [](const auto&) {},
          },
          event);
}

// The record of an erased event still says whom it concerned and where it belongs.
void describe_erased(const events::Record& record, Builder& builder) {
    if (record.stream.category() == "dossier") builder.about(DossierId::of(record.stream.id()));
    if (!builder.act.subject && !record.subjects.empty()) builder.act.subject = record.subjects.front().subject;
}

void Trace::fold(const events::Recorded& recorded, Rows& rows) const {
    Builder builder(recorded.record, rows);
    if (recorded.record.stream.category() == "books") return;  // bookkeeping, no act
    // The trace is read by the state side.
    if (is_party_content(recorded.record.stream.category(), recorded.record.type)) return;
    // And by more people than may know who filed a protected objection.
    if (is_of_protected_objection(recorded.record.stream.category(), recorded.record.type)) return;
    if (recorded.event.is<LogRestored>()) return;
    if (recorded.event.is<Erased>()) {
        describe_erased(recorded.record, builder);
    } else {
        describe_organisation(recorded.event, builder, rows);
        describe_cycle(recorded.event, builder, rows);
        describe_evaluation(recorded.event, builder, rows);
        describe_follow_up(recorded.event, builder, rows);
        describe_layers(recorded.event, builder);
        describe_party(recorded.event, builder);
        describe_relations(recorded.event, builder);
    }
    describe_signature(recorded.record, recorded.event, builder, rows);
    builder.write();
}

}  // namespace

std::unique_ptr<Projection> make_trace() {
    return std::make_unique<Trace>();
}

}  // namespace minhbach::projections
